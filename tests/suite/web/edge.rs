//! What every request meets: sign-in, rights, origin, headers, errors.

use std::num::NonZeroU32;
use std::time::Duration;

use domain::role::Role;
use server::limit::{Allowance, Limits};
use server::router::Edge;
use store::ConnectionTrait;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::pages::Page;
use super::site::{Site, location};
use crate::support::rows::{count as rows, texts};

/// Every server function, as the form of a page would call it.
pub(super) const ACTIONS: [&str; 87] = [
    "/api/report_link_stop",
    "/api/report_correction_save",
    "/api/report_correction_withdraw",
    "/api/report_correction_decide",
    "/api/report_step_take",
    "/api/report_comment_save",
    "/api/report_comment_change",
    "/api/report_decide",
    "/api/freed_time_save",
    "/api/freed_time_remove",
    "/api/freed_time_review",
    "/api/freed_time_withdraw",
    "/api/freed_time_approve_many",
    "/api/sek_value_save",
    "/api/sek_value_remove",
    "/api/measure_save",
    "/api/effect_goal_save",
    "/api/effect_goal_review",
    "/api/effect_goal_remove",
    "/api/measurement_save",
    "/api/measurement_review",
    "/api/measurement_withdraw",
    "/api/measurement_file_remove",
    "/api/measurement_approve_many",
    "/api/measurement_sheet_take",
    "/api/measurements_save",
    "/api/parked_drop",
    "/api/workbook_take",
    "/api/account_save",
    "/api/account_disable",
    "/api/account_sessions_end",
    "/api/realisation_plan_save",
    "/api/realisation_plan_done",
    "/api/calculation_save",
    "/api/calculation_lines_save",
    "/api/calculation_move",
    "/api/calculation_new_version",
    "/api/calculation_alternative",
    "/api/line_build_save",
    "/api/factor_save",
    "/api/factor_value_save",
    "/api/factor_move",
    "/api/delivery_save",
    "/api/benefit_save",
    "/api/statement_save",
    "/api/statement_review",
    "/api/statement_withdraw",
    "/api/statement_approve_many",
    "/api/saved_view_save",
    "/api/saved_view_delete",
    "/api/assessment_save",
    "/api/assessment_return",
    "/api/initiative_save",
    "/api/initiative_move",
    "/api/initiative_depend",
    "/api/benefit_move",
    "/api/benefit_not_measurable",
    "/api/sus_save",
    "/api/agency_save",
    "/api/area_set_save",
    "/api/area_save",
    "/api/benefit_group_save",
    "/api/unit_save",
    "/api/portfolio_save",
    "/api/structure_delete",
    "/api/round_save",
    "/api/round_move",
    "/api/round_withdraw",
    "/api/round_answer",
    "/api/report_save",
    "/api/report_text_save",
    "/api/report_source_save",
    "/api/report_scope_change",
    "/api/example_load",
    "/api/example_remove",
    "/api/link_consume",
    "/api/password_sign_in",
    "/api/password_choose",
    "/api/second_factor_check",
    "/api/second_factor_replace",
    "/api/account_app_reset",
    "/api/session_revoke",
    "/api/password_change",
    "/api/calendar_stop",
    "/api/digest_choose",
    "/api/sign_out",
    "/api/language",
];

/// Those that need no session.
pub(super) const OPEN: [&str; 6] = [
    "/api/link_consume",
    "/api/password_sign_in",
    "/api/password_choose",
    "/api/second_factor_check",
    "/api/sign_out",
    "/api/language",
];

/// Pages of those who are halfway with signing in, or of the one answer that shows codes: everybody else is led
/// on, as `sign_in` tries.
pub(super) const HALFWAY: [&str; 3] = ["/kod", "/konto/koder", "/konto/kalender"];

/// The pages that need a session.
async fn pages(site: &Site) -> Vec<Page> {
    let pages = site.pages().await;
    pages
        .into_iter()
        .filter(|page| page.role.is_some() && !page.path.starts_with("/fel"))
        .collect()
}

#[tokio::test]
async fn every_page_is_listed() {
    let site = Site::demo().await;
    let listed = site.pages().await;
    for route in server::router::page_paths() {
        let parts: Vec<&str> = route.split('/').collect();
        let is_listed = listed.iter().any(|page| {
            let path = page.path.split(['?', '#']).next().unwrap_or_default();
            let found: Vec<&str> = path.split('/').collect();
            found.len() == parts.len()
                && found
                    .iter()
                    .zip(&parts)
                    .all(|(found, part)| found == part || (part.starts_with('{') && !found.is_empty()))
        });
        let is_listed = is_listed || HALFWAY.contains(&route.as_str());
        assert!(is_listed, "{route} is in no test: add it to Site::pages");
    }
}

#[tokio::test]
async fn every_server_function_is_listed_here() {
    let _site = Site::demo().await;
    let mut registered: Vec<String> = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, _)| path.to_owned())
        .collect();
    registered.sort();
    let mut listed = ACTIONS.map(str::to_owned).to_vec();
    listed.sort();
    assert_eq!(registered, listed);
}

#[tokio::test]
async fn without_a_session_every_page_and_action_leads_to_sign_in() {
    let site = Site::demo().await;
    let client = site.client();
    for Page { path: page, .. } in pages(&site).await {
        let response = site.get(&client, &page).await;
        assert_eq!(response.status(), 303, "{page}");
        assert_eq!(location(&response), "/logga-in", "{page}");
        let body = response.text().await.expect("text");
        assert!(
            !body.contains("Kundarbete"),
            "{page} shows something of the portfolio"
        );
    }
    let signed_in_only = ACTIONS.iter().filter(|action| !OPEN.contains(action));
    for action in signed_in_only {
        let response = site
            .post(&client, action, &[("statement", "x"), ("version", "1")])
            .await;
        let to = location(&response);
        assert!(
            to == "/logga-in" || to.starts_with("/fel?kod=404"),
            "{action} leads to {to}"
        );
    }
}

#[tokio::test]
async fn each_role_sees_what_the_pages_row_says_and_nothing_else() {
    let site = Site::demo().await;
    let pages = pages(&site).await;
    for (place, role) in Role::ALL.into_iter().enumerate() {
        let client = site.signed_in(role).await;
        for Page { path, seen, .. } in &pages {
            assert_eq!(seen.len(), Role::ALL.len(), "{path} has a letter a role");
            let status = site.get(&client, path).await.status().as_u16();
            let expected = match seen.as_bytes()[place] {
                b'S' => 200,
                b'N' => 404,
                b'F' => 403,
                other => panic!("{path}: {other}"),
            };
            assert_eq!(status, expected, "{} {path}", role.code());
        }
    }
}

#[tokio::test]
async fn a_request_from_another_site_changes_nothing() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::PortfolioManager).await;
    for action in ACTIONS {
        let url = format!("{}{action}", site.url);
        let forged = client
            .post(&url)
            .header("origin", "http://evil.example")
            .body("")
            .send()
            .await;
        assert_eq!(
            forged.expect("an answer").status(),
            403,
            "{action} with a forged origin"
        );
        let cross = client
            .post(&url)
            .header("origin", &site.url)
            .header("sec-fetch-site", "cross-site")
            .body("")
            .send()
            .await;
        assert_eq!(cross.expect("an answer").status(), 403, "{action} across sites");
        let nowhere = client.post(&url).body("").send().await;
        assert_eq!(nowhere.expect("an answer").status(), 403, "{action} from nowhere");
        let got = client.get(&url).send().await;
        assert_eq!(got.expect("an answer").status(), 405, "{action} by GET");
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    for path in ["/", "/omraden/4.2", "/finns-inte", "/livez", "/pkg/nothing.js"] {
        let response = site.get(&client, path).await;
        let header = |name: &str| {
            response
                .headers()
                .get(name)
                .map(|value| value.to_str().expect("ASCII").to_owned())
                .unwrap_or_default()
        };
        let policy = header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
            "{path}"
        );
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(header("permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(header("x-frame-options"), "DENY", "{path}");
        assert_eq!(header("cache-control"), "no-store", "{path}");
    }
    let page = site.get(&client, "/").await;
    let policy = page.headers()["content-security-policy"]
        .to_str()
        .expect("ASCII")
        .to_owned();
    let nonce = policy
        .split("'nonce-")
        .nth(1)
        .and_then(|rest| rest.split('\'').next())
        .expect("a nonce");
    let body = page.text().await.expect("text");
    assert!(
        body.contains(&format!("nonce=\"{nonce}\"")),
        "the page's scripts carry the nonce of its header"
    );
    assert!(
        !body.contains(" style=\""),
        "a strict policy blocks inline styles"
    );
}

#[tokio::test]
async fn a_link_signs_in_once_and_only_by_its_button() {
    let site = Site::demo().await;
    let link = site.link(Role::Leadership).await;
    let path = link.strip_prefix(&site.url).expect("this site");
    let client = site.client();
    for _ in 0..2 {
        let shown = site.get(&client, path).await;
        assert_eq!(shown.status(), 200);
        assert!(
            shown.headers().get("set-cookie").is_none(),
            "looking at a link does not use it"
        );
    }
    let token = path.rsplit('/').next().expect("a token");
    let used = site.post(&client, "/api/link_consume", &[("token", token)]).await;
    let cookie = used.headers()["set-cookie"].to_str().expect("ASCII").to_owned();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    assert_eq!(site.get(&client, "/").await.status(), 200);
    let again = site
        .post(&site.client(), "/api/link_consume", &[("token", token)])
        .await;
    assert!(location(&again).starts_with("/fel?kod=404"));
    assert!(again.headers().get("set-cookie").is_none());
    assert_eq!(site.get(&site.client(), path).await.status(), 404);
    let out = site.post(&client, "/api/sign_out", &[]).await;
    assert!(location(&out).starts_with("/logga-in"));
    assert_eq!(location(&site.get(&client, "/").await), "/logga-in");
}

#[tokio::test]
async fn behind_tls_the_cookie_belongs_to_the_host_alone() {
    let edge = Edge {
        public_url: Some("https://nytta.example.se".to_owned()),
        ..Edge::default()
    };
    let site = Site::demo_behind(edge).await;
    let link = site.link(Role::Leadership).await;
    let token = link.rsplit('/').next().expect("a token");
    let response = site
        .client()
        .post(format!("{}/api/link_consume", site.url))
        .header("origin", "https://nytta.example.se")
        .form(&[("token", token)])
        .send()
        .await
        .expect("an answer");
    let cookie = response.headers()["set-cookie"]
        .to_str()
        .expect("ASCII")
        .to_owned();
    assert!(
        cookie.starts_with("__Host-nytta=") && cookie.contains("Secure"),
        "{cookie}"
    );
    assert!(response.headers().contains_key("strict-transport-security"));
}

#[tokio::test]
async fn the_demo_answers_no_proxy() {
    let site = Site::demo_behind(Edge {
        demo: true,
        ..Edge::default()
    })
    .await;
    for name in ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"] {
        let answer = site
            .client()
            .get(&site.url)
            .header(name, "1.2.3.4")
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.status(), 403, "{name}");
    }
    assert_eq!(site.get(&site.client(), "/logga-in").await.status(), 200);
}

#[tokio::test]
async fn what_is_not_there_has_a_page_and_what_fails_a_number() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    for path in [
        "/finns-inte",
        "/initiativ/inget-id",
        "/omraden/9.9",
        "/rapporter/x",
        "/bedomning/9.9",
    ] {
        let response = site.get(&client, path).await;
        assert_eq!(response.status(), 404, "{path}");
        let body = response.text().await.expect("text");
        assert!(
            body.contains("<h1") && body.contains("Översikt"),
            "{path} is a page like the others"
        );
    }
    let initiative = format!("{}/initiativ/{}", site.url, site.some_initiative().await);
    let db = site.services.store.unaudited();
    db.execute_unprepared("ALTER TABLE initiative_dependency RENAME TO gone")
        .await
        .expect("renamed");
    let response = client.get(initiative).send().await.expect("an answer");
    assert_eq!(response.status(), 500);
    let number = response.headers()["x-request-id"]
        .to_str()
        .expect("ASCII")
        .to_owned();
    let body = response.text().await.expect("text");
    assert!(
        body.contains(&number),
        "the page names the number that the log has"
    );
    assert!(
        !body.contains("initiative_dependency"),
        "the page says nothing of the inside"
    );
}

#[tokio::test]
async fn first_load_is_small() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let folder =
        std::env::var("NYTTA_TEST_SITE").expect("NYTTA_TEST_SITE: run the tests by cargo xtask test");
    let packed: u64 = std::fs::read_dir(format!("{folder}/pkg"))
        .expect("the bundle")
        .filter_map(Result::ok)
        .filter(|file| file.file_name().to_string_lossy().ends_with(".br"))
        .map(|file| file.metadata().expect("a size").len())
        .sum();
    assert!(packed > 10_000, "there is a bundle");
    let page = site.page(&client, "/initiativ").await.len() as u64;
    println!(
        "first load: {packed} bytes of script, wasm and style as brotli; the register {page} bytes bare"
    );
    assert!(packed <= 250_000, "{packed} bytes");
}

#[tokio::test]
async fn the_language_is_a_click_away_and_stays() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let fields = [("lang", "en"), ("to", "/omraden/4.2?rapport=2024")];
    let chosen = site.post(&client, "/api/language", &fields).await;
    assert_eq!(location(&chosen), "/omraden/4.2?rapport=2024");
    let page = site.page(&client, "/omraden/4.2?rapport=2024").await;
    assert!(page.contains("<html lang=\"en\""));
    assert!(!page.contains('⟦'), "no key is left untranslated");
    for elsewhere in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let away = site
            .post(&client, "/api/language", &[("lang", "sv"), ("to", elsewhere)])
            .await;
        assert_eq!(location(&away), "/");
    }
}

#[tokio::test]
async fn what_somebody_was_refused_is_in_the_audit_log() {
    let site = Site::demo().await;
    let refused = "SELECT p.payload FROM audit_event e JOIN audit_payload p ON p.seq = e.seq \
                   WHERE e.action = 'access.refuse' ORDER BY e.seq";
    let noted = async || texts(&site.services.store, refused).await;
    let reviewer = site.signed_in(Role::Reviewer).await;
    assert_eq!(site.get(&reviewer, "/struktur/enhet?namn=x").await.status(), 403);
    let sent = [("submission", "nekad"), ("name", "Hemligt namn")];
    let answer = site.post(&reviewer, "/api/unit_save", &sent).await;
    assert!(location(&answer).starts_with("/fel?kod=403"));
    let all = noted().await;
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(
        all[0].contains("GET /struktur/enhet") && !all[0].contains("namn=x"),
        "{all:?}"
    );
    assert!(
        all[1].contains("POST /api/unit_save") && !all[1].contains("Hemligt"),
        "{all:?}"
    );
    // What they may leaves no such trace, nor does whoever is not signed in, nor the page that tells.
    site.get(&reviewer, "/initiativ").await;
    assert_eq!(site.get(&reviewer, &location(&answer)).await.status(), 403);
    site.get(&site.client(), "/struktur").await;
    assert_eq!(noted().await.len(), 2);
    let auditor = site.signed_in(Role::Auditor).await;
    let log = site.page(&auditor, "/revision").await;
    assert!(log.contains("Åtkomst nekades"));
}

/// A site behind this machine as its proxy, where an address may ask for little.
async fn sparing(proxies: &[&str]) -> Site {
    let few = |burst| Allowance {
        burst: NonZeroU32::new(burst).expect("some"),
        each_second: NonZeroU32::MIN,
    };
    let limits = Limits {
        requests: few(20),
        attempts: few(3),
        proxies: proxies.iter().map(|net| net.parse().expect("a net")).collect(),
        behind_unnamed: false,
    };
    let edge = Edge {
        limits,
        ..Edge::default()
    };
    Site::demo_behind(edge).await
}

/// How many of so many requests are let through.
async fn let_through(site: &Site, path: &str, post: bool, from: &str, times: usize) -> usize {
    let mut through = 0;
    for _ in 0..times {
        let url = format!("{}{path}", site.url);
        let request = if post {
            let typed = [("email", "ingen@nytta.example"), ("password", "fel lösenord")];
            site.client().post(url).header("origin", &site.url).form(&typed)
        } else {
            site.client().get(url)
        };
        let answer = request
            .header("x-forwarded-for", from)
            .send()
            .await
            .expect("an answer");
        if answer.status() == 429 {
            let wait = answer.headers()["retry-after"].to_str().expect("ASCII");
            assert!(wait.parse::<u64>().expect("seconds") >= 1);
        } else {
            through += 1;
        }
    }
    through
}

#[tokio::test]
async fn one_address_that_asks_too_much_waits_and_others_do_not() {
    let site = sparing(&["127.0.0.1/32"]).await;
    let many = let_through(&site, "/logga-in", false, "203.0.113.1", 60).await;
    assert!((20..40).contains(&many), "{many}");
    assert_eq!(
        let_through(&site, "/logga-in", false, "203.0.113.2", 10).await,
        10
    );
    // Guessing is dearer than looking.
    let tried = let_through(&site, "/api/password_sign_in", true, "203.0.113.3", 12).await;
    assert!((3..12).contains(&tried), "{tried}");
    assert_eq!(let_through(&site, "/logga-in", false, "203.0.113.3", 5).await, 5);
    // Who writes the header in front of the proxy's own gains nothing.
    let again = let_through(&site, "/logga-in", false, "198.51.100.1, 203.0.113.1", 10).await;
    assert!(again < 10, "{again}");
}

#[tokio::test]
async fn an_address_that_no_named_proxy_forwards_is_not_believed() {
    let site = sparing(&[]).await;
    let mut through = 0;
    for last in 1..60 {
        let from = format!("203.0.113.{last}");
        through += let_through(&site, "/logga-in", false, &from, 1).await;
    }
    assert!((20..40).contains(&through), "{through}");
}

#[tokio::test]
async fn a_request_is_neither_too_large_nor_too_slow() {
    let site = Site::demo_behind(Edge {
        patience: Some(Duration::from_millis(300)),
        ..Edge::default()
    })
    .await;
    let client = site.signed_in(Role::SteeringUnit).await;
    let text = "x".repeat(1024 * 1024);
    let large = site
        .post(&client, "/api/unit_save", &[("name", "Stor"), ("kind", &text)])
        .await;
    assert_eq!(location(&large), "/fel?kod=413");
    let told = site.get(&client, "/fel?kod=413").await;
    assert_eq!(told.status(), 413);
    let told = told.text().await.expect("text");
    assert!(told.contains("Det du skickade är för stort"));
    let units = rows(&site.services.store, "unit").await;
    let kept = site
        .post(
            &client,
            "/api/unit_save",
            &[("name", "Lagom"), ("kind", "Avdelning")],
        )
        .await;
    assert!(location(&kept).contains("klart=sparat"), "{}", location(&kept));
    assert_eq!(
        rows(&site.services.store, "unit").await,
        units + 1,
        "the large one left nothing"
    );

    // A form of which only the head comes.
    let address = site.url.trim_start_matches("http://").to_owned();
    let head = format!(
        "POST /api/unit_save HTTP/1.1\r\nHost: {address}\r\nOrigin: {}\r\nContent-Length: 1000\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\nname=",
        site.url
    );
    let mut connection = TcpStream::connect(&address).await.expect("connects");
    connection.write_all(head.as_bytes()).await.expect("sends");
    let mut answer = vec![0; 64];
    let read = tokio::time::timeout(Duration::from_secs(10), connection.read(&mut answer)).await;
    let read = read.expect("it does not wait for ever").expect("an answer");
    let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
    assert!(answer.starts_with("HTTP/1.1 504"), "{answer}");
}
