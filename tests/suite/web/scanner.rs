//! As a scanner walks the product: every route with no session, with each role, from another site, and with what is
//! somebody else's. What is new and not listed here fails.

mod odd;
mod others;

use std::collections::BTreeSet;

use domain::role::Role;
use reqwest::{Client, Response, StatusCode};

use super::edge::ACTIONS;
use super::site::{Site, location};
use crate::support::rows::number;
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
