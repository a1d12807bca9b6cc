//! Signing in by the agency's own identity provider: a real one, in a process of its own.

mod account;
mod believed;

use std::sync::Arc;

use domain::identity::RoleMap;
use identity::{Provider, Settings};
use reqwest::Client;
use serde_json::json;
use server::router::Edge;
use service::SignInWays;
use thirtyfour::prelude::*;
use tokio::net::TcpListener;

use super::driver::{Setup, axe, browse, click, type_into, wait_for};
use super::html::{attribute, count, text};
use super::provider::IdentityProvider;
use super::site::{Site, database, location};
use crate::support::rows::{count as rows, texts};

const ROLES: [&str; 3] = [
    "nytta-styrning=steering_unit",
    "nytta-drift=admin",
    "nytta-pf=portfolio_manager",
];

/// An installation where people sign in by the provider, and the provider.
struct Agency {
    site: Site,
    provider: IdentityProvider,
    client_id: String,
    secret: String,
}

impl Agency {
    async fn new(passwords: bool, acr: &[&str]) -> Self {
        let provider = IdentityProvider::start();
        let (file, services) = database().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let redirect = format!("http://{address}/sso/klar");
        let (client_id, secret) = provider.register(&redirect).await;
        let settings = Settings {
            issuer: provider.issuer.clone(),
            client_id: client_id.clone(),
            client_secret: Some(secret.clone()),
            redirect,
            role_claim: "groups".to_owned(),
            acr: acr.iter().map(|acr| (*acr).to_owned()).collect(),
        };
        let services = services.with_ways(SignInWays {
            passwords,
            link_alone: false,
            single_sign_on: Some("Myndighets-id".to_owned()),
            roles: RoleMap::parse(ROLES).expect("a map"),
        });
        let edge = Edge {
            provider: Some(Arc::new(Provider::new(settings).expect("can be used"))),
            ..Edge::default()
        };
        let mut site = Site::at(listener, services, edge).await;
        site.file = Some(file);
        Self {
            site,
            provider,
            client_id,
            secret,
        }
    }

    /// Sends a browser out: where to.
    async fn out(&self, browser: &Client, link: Option<&str>) -> String {
        let path = link.map_or_else(
            || "/sso/borja".to_owned(),
            |link| format!("/sso/borja?lank={link}"),
        );
        let sent = self.site.get(browser, &path).await;
        let to = location(&sent);
        assert!(to.starts_with(&self.provider.issuer), "{to}");
        to
    }

    /// Takes a browser back to where the provider sends it: where it is led from there.
    async fn back(&self, browser: &Client, to: &str) -> String {
        let path = to
            .strip_prefix(&self.site.url)
            .unwrap_or_else(|| panic!("not back here: {to}"));
        location(&self.site.get(browser, path).await)
    }

    /// All the way: where it is led.
    async fn signs_in(&self, browser: &Client, subject: &str) -> String {
        let out = self.out(browser, None).await;
        let back = self.provider.signs_in(&out, subject).await;
        self.back(browser, &back).await
    }

    async fn steering(&self, subject: &str) {
        let claims = json!({ "name": "Inga Styrande", "groups": ["nytta-styrning", "annat"] });
        self.provider.person(subject, claims).await;
    }

    async fn is_in(&self, browser: &Client) -> bool {
        self.site.get(browser, "/konto").await.status() == 200
    }

    async fn trail(&self) -> Vec<String> {
        let select = "SELECT action FROM audit_event ORDER BY seq";
        texts(&self.site.services.store, select).await
    }
}

fn part(url: &str, name: &str) -> String {
    let url = reqwest::Url::parse(url).expect("an address");
    let found = url.query_pairs().find(|(found, _)| found == name);
    found
        .unwrap_or_else(|| panic!("no {name} in {url}"))
        .1
        .into_owned()
}

#[tokio::test]
async fn whom_the_provider_vouches_for_gets_the_roles_that_it_gives() {
    let agency = Agency::new(true, &[]).await;
    agency.steering("u1").await;
    let browser = agency.site.client();
    let page = agency.site.page(&browser, "/logga-in").await;
    assert_eq!(
        attribute(&page, "main a.btn", "href").as_deref(),
        Some("/sso/borja")
    );
    assert!(text(&page, "main a.btn").contains("Logga in med Myndighets-id"));
    let out = agency.out(&browser, None).await;
    assert_eq!(part(&out, "code_challenge_method"), "S256");
    assert_eq!(part(&out, "response_type"), "code");
    assert!(part(&out, "scope").contains("openid"));

    assert_eq!(agency.signs_in(&browser, "u1").await, "/");
    assert!(agency.is_in(&browser).await);
    let page = agency.site.page(&browser, "/konto").await;
    assert!(text(&page, "main").contains("Inga Styrande: Styrning och uppföljning"));
    assert_eq!(
        agency.trail().await,
        ["account.add", "identity.link", "session.begin"]
    );
    assert_eq!(agency.site.get(&browser, "/struktur").await.status(), 200);

    // The same person again, elsewhere, under another name: one account.
    let claims = json!({ "name": "Inga Annan", "groups": ["nytta-styrning"] });
    agency.provider.person("u1", claims).await;
    let elsewhere = agency.site.client();
    assert_eq!(agency.signs_in(&elsewhere, "u1").await, "/");
    assert_eq!(rows(&agency.site.services.store, "account").await, 1);
    assert!(agency.is_in(&browser).await, "nothing has changed for the first");

    // Another role: what was signed in with the old one is over.
    let claims = json!({ "name": "Inga", "groups": ["nytta-drift"] });
    agency.provider.person("u1", claims).await;
    assert_eq!(agency.signs_in(&elsewhere, "u1").await, "/admin");
    assert!(!agency.is_in(&browser).await);
    assert_eq!(agency.site.get(&elsewhere, "/struktur").await.status(), 404);
    let page = agency.site.page(&elsewhere, "/admin").await;
    let account = attribute(&page, "table a", "href").expect("the account");
    let page = agency.site.page(&elsewhere, &account).await;
    assert!(text(&page, "main").contains("loggar in med myndighetens inloggning"));

    // None at all: nobody is signed in, and what they had is gone.
    agency.provider.person("u1", json!({ "name": "Inga" })).await;
    let to = agency.signs_in(&agency.site.client(), "u1").await;
    assert_eq!(to, "/logga-in?fel=okand#fel");
    assert!(!agency.is_in(&elsewhere).await);
    let last = agency.trail().await;
    assert_eq!(
        last[last.len() - 3..],
        ["account.change", "session.end_all", "session.refuse"]
    );
}

#[tokio::test]
async fn a_provider_that_is_away_is_told_and_nobody_is_shut_out_otherwise() {
    let mut agency = Agency::new(true, &[]).await;
    agency.provider.stop();
    let browser = agency.site.client();
    let sent = agency.site.get(&browser, "/sso/borja").await;
    let to = location(&sent);
    assert!(to.starts_with("/logga-in?fel=borta&ref="), "{to}");
    let page = agency
        .site
        .page(&browser, to.split('#').next().expect("a path"))
        .await;
    assert!(text(&page, ".error-summary").contains("svarar inte"));
    assert_eq!(count(&page, "input[type=password]"), 1);
    // Where there is none, there is nothing.
    let site = Site::empty().await;
    for path in ["/sso/borja", "/sso/klar?code=a&state=b"] {
        assert_eq!(site.get(&site.client(), path).await.status(), 404, "{path}");
    }
    let page = site.page(&site.client(), "/logga-in").await;
    assert_eq!(count(&page, "a[href^='/sso']"), 0);
}

/// Out, in and back in a browser without scripts; axe finds nothing on our side of it.
async fn in_a_browser(driver: WebDriver, agency: &Agency, scripts: bool) -> WebDriverResult<()> {
    driver
        .goto(format!("{}/logga-in?fel=borta&ref=0195-ab", agency.site.url))
        .await?;
    wait_for(&driver, ".error-summary").await?;
    if scripts {
        assert_eq!(axe(&driver).await?, Vec::<String>::new());
    }
    click(&driver, "main a.btn").await?;
    wait_for(&driver, "input[name=login]").await?;
    type_into(&driver, "input[name=login]", "u1").await?;
    type_into(&driver, "input[name=password]", "x").await?;
    click(&driver, "button[type=submit]").await?;
    wait_for(&driver, ".topbar .role").await?;
    let here = driver.current_url().await?;
    assert_eq!(here.as_str(), format!("{}/", agency.site.url));
    Ok(())
}

#[tokio::test]
async fn a_browser_goes_out_and_comes_back_with_and_without_scripts() {
    let agency = Agency::new(false, &[]).await;
    agency.steering("u1").await;
    for scripts in [true, false] {
        let setup = Setup {
            scripts,
            ..Setup::default()
        };
        browse(setup, |driver| in_a_browser(driver, &agency, scripts)).await;
    }
}
