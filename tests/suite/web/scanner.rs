//! As a scanner walks the product: every route with no session, with each role, from another site, and with what is
//! somebody else's. What is new and not listed here fails.

use std::collections::BTreeSet;

use domain::account::Account;
use domain::id::{AccountId, BenefitGroupId, PortfolioId, UnitId};
use domain::role::{Grant, Role, Scope};
use reqwest::{Client, Response, StatusCode};
use store::repo::account::account_insert;
use store::{AuditRecord, Trail};
use uuid::Uuid;

use super::edge::{ACTIONS, OPEN};
use super::html::value;
use super::site::{Site, location, operator};
use crate::support::rows::{number, texts};
use crate::support::{repository, repository_file};

/// A route that is neither a page nor a server function: as the source has it, and how it is tried.
struct Plain {
    source: &'static str,
    method: &'static str,
    path: &'static str,
    /// Whoever is not signed in may use it.
    open: bool,
}

const fn get(source: &'static str, path: &'static str, open: bool) -> Plain {
    Plain {
        source,
        method: "GET",
        path,
        open,
    }
}

const fn post(source: &'static str, path: &'static str, open: bool) -> Plain {
    Plain {
        source,
        method: "POST",
        path,
        open,
    }
}

const PLAIN: &[Plain] = &[
    get("SESSION", "/session", true),
    get("\"/livez\"", "/livez", true),
    get("\"/readyz\"", "/readyz", true),
    get("\"/pkg/{*name}\"", "/pkg/nothing.js", true),
    get("\"/api/{*function}\"", "/api/sign_out", true),
    post("\"/api/{*function}\"", "/api/no_such_function", true),
    // Without a provider they are not there; with one `single_sign_on` tries them.
    get("single_sign_on::BEGIN", "/sso/borja", true),
    get("single_sign_on::BACK", "/sso/klar?code=a&state=b", true),
    // Whoever is not halfway is led back to the beginning.
    post("\"/kod\"", "/kod", true),
    post("\"/konto/koder\"", "/konto/koder", false),
    post("\"/konto/kalender\"", "/konto/kalender", false),
    // The secret in it is all that it takes.
    get("\"/kalender/{file}\"", "/kalender/annans.ics", true),
    post(
        "\"/admin/konto/{id}/lank\"",
        "/admin/konto/00000000-0000-7000-8000-000000000000/lank",
        false,
    ),
    get(
        "\"/rapporter/{id}/fil/{format}\"",
        "/rapporter/00000000-0000-7000-8000-000000000000/fil/pdf",
        false,
    ),
    get(
        "\"/rapporter/{id}/rattelseblad/{format}\"",
        "/rapporter/00000000-0000-7000-8000-000000000000/rattelseblad/pdf",
        false,
    ),
    get(
        "\"/rapporter/{id}/arkivpaket\"",
        "/rapporter/00000000-0000-7000-8000-000000000000/arkivpaket",
        false,
    ),
    post(
        "\"/rapporter/{id}/delning\"",
        "/rapporter/00000000-0000-7000-8000-000000000000/delning",
        false,
    ),
    // What is public is read by everybody, and what is not is not found.
    get("\"/rapporter/flode.xml\"", "/rapporter/flode.xml", true),
    get("\"/rapporter/flode.json\"", "/rapporter/flode.json", true),
    get(
        "\"/publicerat/{id}/fil/{format}\"",
        "/publicerat/00000000-0000-7000-8000-000000000000/fil/pdf",
        true,
    ),
    get("\"/delad/{secret}/fil/{format}\"", "/delad/annans/fil/pdf", true),
    get(
        "\"/rapporter/{id}/jamforelse.csv\"",
        "/rapporter/00000000-0000-7000-8000-000000000000/jamforelse.csv",
        false,
    ),
    get("\"/kom-igang/mall.json\"", "/kom-igang/mall.json", false),
    get("\"/kom-igang/mall.xlsx\"", "/kom-igang/mall.xlsx", false),
    post("\"/kom-igang/fil\"", "/kom-igang/fil", false),
    get(
        "\"/kalkyler/{id}/kalkyl.xlsx\"",
        "/kalkyler/00000000-0000-7000-8000-000000000000/kalkyl.xlsx",
        false,
    ),
    post(
        "\"/kalkyler/{id}/fil\"",
        "/kalkyler/00000000-0000-7000-8000-000000000000/fil",
        false,
    ),
    get("\"/matningar/mall.xlsx\"", "/matningar/mall.xlsx", false),
    post("\"/matningar/fil\"", "/matningar/fil", false),
    post(
        "\"/matningar/{measurement}/fil\"",
        "/matningar/00000000-0000-7000-8000-000000000000/fil",
        false,
    ),
    get(
        "\"/matningar/{measurement}/fil/{hash}\"",
        "/matningar/00000000-0000-7000-8000-000000000000/fil/ab",
        false,
    ),
    get("links::WORK_NEXT", "/att-gora/nasta", false),
    get("&path", "/initiativ.csv", false),
    get("&path", "/initiativ.xlsx", false),
    get("&path", "/nyttor.csv", false),
    get("&path", "/nyttor.xlsx", false),
    get("&path", "/konstaterade.csv", false),
    get("&path", "/konstaterade.xlsx", false),
    get("&path", "/initiativ.csv?q=x&sida=zzz", false),
];

/// What no answer to somebody who may not see the portfolio contains: names of the demo's portfolio.
const SECRETS: [&str; 2] = ["Kundarbete", "Lojalitetsprogram"];

#[test]
fn every_route_is_known_to_the_scanner() {
    let mut found = BTreeSet::new();
    let folder = repository().join("server/src");
    for entry in std::fs::read_dir(&folder).expect("the server's sources") {
        let name = entry.expect("a file").file_name();
        let name = name.to_string_lossy().into_owned();
        if !name.ends_with(".rs") {
            continue;
        }
        let source = repository_file(&format!("server/src/{name}"));
        for after in source.split(".route(").skip(1) {
            let argument = after.split(',').next().expect("a path");
            found.insert(argument.trim().to_owned());
        }
    }
    let known: BTreeSet<String> = PLAIN.iter().map(|plain| plain.source.to_owned()).collect();
    assert_eq!(found, known, "list a new route in PLAIN, with how it is tried");
}

async fn tried(site: &Site, client: &Client, plain: &Plain) -> Response {
    match plain.method {
        "GET" => site.get(client, plain.path).await,
        _ => site.post(client, plain.path, &[("code", "123456")]).await,
    }
}

async fn says_nothing(response: Response, what: &str) {
    let body = response.text().await.expect("text");
    for secret in SECRETS {
        assert!(!body.contains(secret), "{what} tells of {secret}");
    }
}

#[tokio::test]
async fn without_a_session_no_route_tells_or_does_anything() {
    let site = Site::demo().await;
    let (store, client) = (&site.services.store, site.client());
    let before = number(store, "SELECT seq FROM audit_head").await;
    for plain in PLAIN {
        let response = tried(&site, &client, plain).await;
        let status = response.status();
        let what = format!("{} {}", plain.method, plain.path);
        if !plain.open {
            assert_eq!(status, StatusCode::SEE_OTHER, "{what}");
            // The list of what waits leads on to signing in, as every page does.
            let to = location(&response);
            assert!(to == "/logga-in" || to == "/att-gora", "{what} leads to {to}");
        }
        assert!(!status.is_server_error(), "{what} answers {status}");
        says_nothing(response, &what).await;
    }
    let after = number(store, "SELECT seq FROM audit_head").await;
    assert_eq!(before, after, "somebody did something");
}

#[tokio::test]
async fn from_another_site_no_route_that_changes_something_is_reached() {
    let site = Site::demo().await;
    let client = site.signed_in(Role::Admin).await;
    let posts = PLAIN
        .iter()
        .filter(|plain| plain.method == "POST")
        .map(|plain| plain.path);
    for path in posts.chain(ACTIONS) {
        let url = format!("{}{path}", site.url);
        for (origin, from) in [
            (Some("https://annan.example"), None),
            (Some("null"), None),
            (Some(site.url.as_str()), Some("cross-site")),
            (Some(site.url.as_str()), Some("same-site")),
            (None, None),
        ] {
            let mut asked = client.post(&url).form(&[("id", "x")]);
            for (name, value) in [("origin", origin), ("sec-fetch-site", from)] {
                if let Some(value) = value {
                    asked = asked.header(name, value);
                }
            }
            let status = asked.send().await.expect("an answer").status();
            assert_eq!(status, 403, "{path} from {origin:?}, {from:?}");
        }
    }
}

/// Somebody with these grants, signed in.
async fn outsider(site: &Site, name: &str, grants: Vec<Grant>) -> Client {
    let (ctx, account) = (
        operator(),
        Account {
            id: AccountId(Uuid::now_v7()),
            email: None,
            name: name.to_owned(),
            grants,
        },
    );
    let txn = site.services.store.write_txn(&ctx).await.expect("begins");
    account_insert(&ctx, &txn, &account).await.expect("an account");
    let added = AuditRecord::new("account.add", "account", account.id);
    txn.commit(Trail::one(added)).await.expect("commits");
    let token = service::link_issue(&ctx, &site.services, account.id, "test").await;
    let client = site.client();
    let used = site
        .post(&client, "/api/link_consume", &[("token", &token.expect("may"))])
        .await;
    assert_eq!(used.status(), 303);
    client
}

/// What was done since, but for refusals.
async fn done_since(site: &Site, seq: i64) -> Vec<String> {
    let select = format!(
        "SELECT action FROM audit_event WHERE seq > {seq} AND action <> 'access.refuse' ORDER BY seq"
    );
    texts(&site.services.store, &select).await
}

/// One's own affairs: nothing in them is anybody else's.
const OWN: [&str; 12] = [
    "/api/language",
    "/api/sign_out",
    "/api/link_consume",
    "/api/password_sign_in",
    "/api/password_choose",
    "/api/password_change",
    "/api/second_factor_check",
    "/api/second_factor_replace",
    "/api/parked_drop",
    "/api/saved_view_save",
    "/api/calendar_stop",
    "/api/digest_choose",
];

#[tokio::test]
async fn what_is_somebody_elses_is_not_reached_by_its_number() {
    let site = Site::demo().await;
    let initiative = site.some_initiative().await;
    let (delivery, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let round = site.some_round().await;
    let report = site.report(2025).await;
    let statement = statement_of_others(&site).await;
    let mut others = vec![
        initiative.clone(),
        delivery.clone(),
        benefit.clone(),
        round,
        report.clone(),
    ];
    others.push(site.account(Role::SteeringUnit).to_string());
    others.push(statement.clone());

    let grant = |role, scope| {
        vec![Grant {
            role,
            scope,
            from: None,
            to: None,
        }]
    };
    let ended = |role| Grant {
        role,
        scope: Scope::All,
        from: None,
        to: server::now().date_naive().pred_opt(),
    };
    let elsewhere = Uuid::now_v7();
    let outsiders = [
        (
            "manager of another portfolio",
            grant(
                Role::PortfolioManager,
                Scope::Portfolios(vec![PortfolioId(elsewhere)]),
            ),
        ),
        (
            "owner in another unit",
            grant(Role::BenefitOwner, Scope::Units(vec![UnitId(elsewhere)])),
        ),
        (
            "reviewer of another group",
            grant(Role::Reviewer, Scope::Groups(vec![BenefitGroupId(elsewhere)])),
        ),
        ("nobody in particular", Vec::new()),
        ("stand-in of yesterday", Role::ALL.map(ended).to_vec()),
    ];
    for (who, grants) in outsiders {
        let client = outsider(&site, who, grants).await;
        let before = number(&site.services.store, "SELECT seq FROM audit_head").await;
        for action in ACTIONS.iter().filter(|action| !OWN.contains(action)) {
            for id in &others {
                let fields = [
                    ("id", id.as_str()),
                    ("initiative", &initiative),
                    ("delivery", &delivery),
                    ("benefit", &benefit),
                    ("benefits[]", &benefit),
                    ("statement", id),
                    ("statements[]", id),
                    ("report", &report),
                    ("subject", "4.5"),
                    ("key", id),
                    ("version", "1"),
                    ("seen", "1"),
                    ("decision", "approve"),
                    ("disabled", "on"),
                    ("status", "completed"),
                    ("state", "confirmed"),
                    ("action", "submit"),
                    ("finding", "confirmed"),
                    ("name", "Intrång"),
                    ("text", "Intrång."),
                    ("note", "Intrång."),
                    ("reason", "Intrång."),
                    ("as_of", "2025-03-01"),
                ];
                let response = site.post(&client, action, &fields).await;
                let status = response.status();
                assert!(!status.is_server_error(), "{who} at {action}: {status}");
            }
        }
        let done = done_since(&site, before).await;
        assert_eq!(
            done,
            Vec::<String>::new(),
            "{who} did something with what is others'"
        );
    }
}

/// A statement that somebody has sent in.
async fn statement_of_others(site: &Site) -> String {
    let initiative = site.some_initiative().await;
    let (_, benefit) = site.some_delivery_and_benefit(&initiative).await;
    let manager = site.signed_in(Role::PortfolioManager).await;
    let fields = [
        ("initiative", initiative.as_str()),
        ("benefits[]", &benefit),
        ("text", "Handläggningen går fortare."),
        ("as_of", "2025-03-01"),
        ("finding", "partly"),
        ("action", "submit"),
    ];
    let to = location(&site.post(&manager, "/api/statement_save", &fields).await);
    let id = to.rsplit("#konstaterad-").next().filter(|id| id.len() == 36);
    id.unwrap_or_else(|| panic!("not sent in: {to}")).to_owned()
}

#[tokio::test]
async fn what_a_browser_keeps_is_not_read_or_ended_by_another() {
    let site = Site::demo().await;
    let (mine, theirs) = (
        site.signed_in(Role::PortfolioManager).await,
        site.signed_in(Role::PortfolioManager).await,
    );
    // A draft, by its key.
    let secret = "Ett utkast som ingen annan ser";
    let fields = [
        ("submission", "utkast"),
        ("name", secret),
        ("status", "finns inte"),
    ];
    let back = location(&site.post(&mine, "/api/initiative_save", &fields).await);
    assert!(back.contains("draft="), "{back}");
    assert!(site.page(&mine, &back).await.contains(secret));
    let other = site.get(&theirs, &back).await.text().await.expect("text");
    assert!(!other.contains(secret), "another browser reads the draft");
    // A session, by its key; of another person.
    let page = site.page(&mine, "/konto").await;
    let key = value(&page, "key");
    assert!(!key.is_empty(), "the other browser's session");
    let stranger = site.signed_in(Role::Auditor).await;
    site.post(&stranger, "/api/session_revoke", &[("key", &key)])
        .await;
    assert_eq!(site.get(&theirs, "/konto").await.status(), 200);
}

/// Addresses that nobody means: each is answered, and none by a fault.
#[tokio::test]
async fn odd_addresses_are_answered_to_every_role() {
    let site = Site::demo().await;
    let nowhere = "00000000-0000-7000-8000-000000000000";
    let odd = [
        nowhere,
        "1",
        "-1",
        "x%00y",
        "..%2f..%2fetc",
        "%F0%9F%92%A9",
        "'%20OR%201=1--",
        "{id}",
        "%25n",
    ];
    let pages: Vec<String> = server::router::page_paths();
    let mut roles: Vec<Client> = vec![site.client()];
    for role in [Role::SteeringUnit, Role::Admin, Role::BenefitOwner] {
        roles.push(site.signed_in(role).await);
    }
    // The page of failures answers as one, whatever it is asked.
    for page in pages.into_iter().filter(|page| page != "/fel") {
        for word in odd {
            let mut path: Vec<&str> = page.split('/').collect();
            for part in path.iter_mut().filter(|part| part.starts_with('{')) {
                *part = word;
            }
            let path = format!(
                "{}?draft={word}&rapport={word}&sida={word}&q={word}",
                path.join("/")
            );
            for client in &roles {
                let status = site.get(client, &path).await.status();
                assert!(!status.is_server_error(), "{path} answers {status}");
            }
        }
    }
    for action in ACTIONS.iter().filter(|action| !OPEN.contains(action)) {
        for client in &roles {
            let fields = [
                ("id", "x\u{0}y"),
                ("version", "99999999999999999999"),
                ("note", "x"),
            ];
            let status = site.post(client, action, &fields).await.status();
            assert!(!status.is_server_error(), "{action} answers {status}");
        }
    }
}
