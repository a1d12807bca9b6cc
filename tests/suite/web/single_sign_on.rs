//! Signing in by the agency's own identity provider: a real one, in a process of its own.

use std::sync::Arc;

use domain::account::NewAccount;
use domain::identity::RoleMap;
use domain::role::Role;
use identity::{Provider, Settings};
use reqwest::Client;
use serde_json::{Value, json};
use server::router::Edge;
use service::SignInWays;
use thirtyfour::prelude::*;
use tokio::net::TcpListener;

use super::driver::{Setup, axe, browse, click, type_into, wait_for};
use super::html::{attribute, count, text};
use super::provider::IdentityProvider;
use super::site::{Site, database, location, operator};
use crate::support::rows::{count as rows, must, texts};

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

/// An address with one of its parameters changed.
fn with(url: &str, name: &str, value: &str) -> String {
    let mut url = reqwest::Url::parse(url).expect("an address");
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    assert!(pairs.iter().any(|(found, _)| found == name), "no {name} in {url}");
    let changed = pairs.into_iter().map(|(found, old)| {
        if found == name {
            (found, value.to_owned())
        } else {
            (found, old)
        }
    });
    let changed: Vec<(String, String)> = changed.collect();
    url.query_pairs_mut().clear().extend_pairs(changed);
    url.into()
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
async fn a_subject_that_nobody_knows_is_nobody_whatever_its_address() {
    let agency = Agency::new(true, &[]).await;
    let mail = "inga@myndigheten.example";
    // A role that the provider does not speak of: those of which it does are gone without its word.
    let new = NewAccount::parse("Inga", Some(mail), &[Role::Reviewer]).expect("an account");
    let services = &agency.site.services;
    let link = service::account_add(&operator(), services, new)
        .await
        .expect("may");
    let claims = json!({ "name": "Inga", "email": mail, "email_verified": true, "groups": ["annat"] });
    agency.provider.person(mail, claims).await;
    let browser = agency.site.client();
    assert_eq!(agency.signs_in(&browser, mail).await, "/logga-in?fel=okand#fel");
    assert!(!agency.is_in(&browser).await);
    let page = agency.site.page(&browser, "/logga-in?fel=okand").await;
    assert!(text(&page, ".error-summary").contains("ingen roll i Nytta än"));
    assert_eq!(rows(&services.store, "account").await, 1);
    assert_eq!(rows(&services.store, "account_identity").await, 0);
    let payloads = texts(&services.store, "SELECT payload FROM audit_payload").await;
    let mentions = payloads.iter().filter(|payload| payload.contains(mail)).count();
    assert_eq!(mentions, 1, "the account itself, and nothing of who was refused");

    // A link says whose account it is; from then on the provider does.
    let out = agency.out(&browser, Some(&link)).await;
    let back = agency.provider.signs_in(&out, mail).await;
    assert_eq!(agency.back(&browser, &back).await, "/att-gora");
    assert!(agency.is_in(&browser).await);
    let elsewhere = agency.site.client();
    assert_eq!(agency.signs_in(&elsewhere, mail).await, "/att-gora");
    // Once, and for nobody who has an account already.
    let out = agency.out(&elsewhere, Some(&link)).await;
    let back = agency.provider.signs_in(&out, "nagon-annan").await;
    assert_eq!(agency.back(&elsewhere, &back).await, "/logga-in?fel=lank#fel");
    let new = NewAccount::parse("Mer", None, &[Role::Admin]).expect("an account");
    let more = service::account_add(&operator(), services, new)
        .await
        .expect("may");
    let out = agency.out(&elsewhere, Some(&more)).await;
    let back = agency.provider.signs_in(&out, mail).await;
    assert_eq!(agency.back(&elsewhere, &back).await, "/logga-in?fel=lank#fel");
    // Nobody is led from another site into taking an account that is not theirs.
    for (path, from, status) in [
        (format!("/sso/borja?lank={more}"), "cross-site", 404),
        (format!("/sso/borja?lank={more}"), "none", 404),
        ("/sso/borja".to_owned(), "cross-site", 404),
        ("/sso/borja".to_owned(), "none", 303),
    ] {
        let led = elsewhere.get(format!("{}{path}", agency.site.url));
        let led = led.header("sec-fetch-site", from).send().await;
        assert_eq!(led.expect("an answer").status(), status, "{path} from {from}");
    }

    // No password takes it beside the provider's word.
    let beside = service::account_link(&operator(), services, mail)
        .await
        .expect("may");
    let password = "tre gula båtar på isen";
    let fields = [
        ("token", beside.as_str()),
        ("password", password),
        ("again", password),
    ];
    let chosen = location(
        &agency
            .site
            .post(&elsewhere, "/api/password_choose", &fields)
            .await,
    );
    assert!(chosen.contains("404"), "{chosen}");
    // A link for an account without a role stays good until there is one.
    let idle = "DELETE FROM account_grant WHERE account_id IN (SELECT id FROM account WHERE name = 'Mer')";
    must(&services.store, &[idle]).await;
    let newcomer = agency.site.client();
    let out = agency.out(&newcomer, Some(&more)).await;
    let back = agency.provider.signs_in(&out, "u9").await;
    assert_eq!(agency.back(&newcomer, &back).await, "/logga-in?fel=okand#fel");
    assert!(service::link_peek(&operator(), services, &more).await.is_ok());
    assert_eq!(rows(&services.store, "account_identity").await, 1);

    // Shut, it is shut to the provider as well.
    must(&services.store, &["UPDATE account SET disabled_at = 1"]).await;
    assert!(!agency.is_in(&browser).await);
    let to = agency.signs_in(&agency.site.client(), mail).await;
    assert_eq!(to, "/logga-in?fel=okand#fel");
}

#[tokio::test]
async fn what_a_token_says_wrongly_is_not_believed() {
    let agency = Agency::new(true, &[]).await;
    agency.steering("u1").await;
    let past = server::now().timestamp() - 60;
    let lies: [(&str, Value); 8] = [
        (
            "signed by whoever knows our secret",
            json!({ "claims": {}, "secret": agency.secret }),
        ),
        ("another audience", json!({ "claims": { "aud": "annat-system" } })),
        (
            "one audience too many",
            json!({ "claims": { "aud": [agency.client_id, "mer"] } }),
        ),
        ("expired", json!({ "claims": { "exp": past, "iat": past - 60 } })),
        (
            "another issuer",
            json!({ "claims": { "iss": "http://127.0.0.1:1" } }),
        ),
        ("another nonce", json!({ "claims": { "nonce": "gissad" } })),
        ("no nonce", json!({ "claims": { "nonce": null } })),
        ("signed by another", json!({ "claims": {}, "key": "other" })),
    ];
    for (what, lie) in lies {
        agency.provider.lies(lie).await;
        let browser = agency.site.client();
        let to = agency.signs_in(&browser, "u1").await;
        assert!(to.starts_with("/logga-in?fel=sso&ref="), "{what}: {to}");
        assert!(!agency.is_in(&browser).await, "{what}");
        let page = agency
            .site
            .page(&browser, to.split('#').next().expect("a path"))
            .await;
        let number = part(&format!("{}{to}", agency.site.url), "ref");
        assert!(text(&page, ".error-summary").contains(&number), "{what}");
    }
    assert_eq!(rows(&agency.site.services.store, "account").await, 0);
    agency.provider.lies(Value::Null).await;
    assert_eq!(agency.signs_in(&agency.site.client(), "u1").await, "/");
}

#[tokio::test]
async fn an_answer_is_taken_by_the_browser_that_asked_and_once() {
    let agency = Agency::new(true, &[]).await;
    agency.steering("u1").await;
    agency.steering("u2").await;
    let refused = |to: String| assert!(to.starts_with("/logga-in?fel=sso"), "{to}");
    let (victim, thief) = (agency.site.client(), agency.site.client());

    // The question was changed on its way out.
    let out = with(&agency.out(&victim, None).await, "nonce", "en-annan");
    let back = agency.provider.signs_in(&out, "u1").await;
    refused(agency.back(&victim, &back).await);

    // Another browser's answer, with its own state or with this one's.
    let theirs = agency.out(&thief, None).await;
    let theirs = agency.provider.signs_in(&theirs, "u2").await;
    agency.out(&victim, None).await;
    refused(agency.back(&victim, &theirs).await);
    let mine = agency.out(&victim, None).await;
    let mine = agency.provider.signs_in(&mine, "u1").await;
    let injected = with(&mine, "code", &part(&theirs, "code"));
    refused(agency.back(&victim, &injected).await);

    // In a browser that asked nothing, and without a state.
    let out = agency.out(&victim, None).await;
    let back = agency.provider.signs_in(&out, "u1").await;
    refused(agency.back(&agency.site.client(), &back).await);
    let stateless = with(&back, "state", "");
    refused(agency.back(&victim, &stateless).await);

    // The right code with a state that is not this question's.
    let out = agency.out(&victim, None).await;
    let back = agency.provider.signs_in(&out, "u1").await;
    refused(agency.back(&victim, &with(&back, "state", "en-annan")).await);

    // Another provider's answer, taken to this one.
    let out = agency.out(&victim, None).await;
    let back = agency.provider.signs_in(&out, "u1").await;
    let elsewhere = with(&back, "iss", "http://127.0.0.1:1");
    refused(agency.back(&victim, &elsewhere).await);

    // The right one, and the same once more.
    let out = agency.out(&victim, None).await;
    let back = agency.provider.signs_in(&out, "u1").await;
    assert_eq!(agency.back(&victim, &back).await, "/");
    refused(agency.back(&victim, &back).await);
    assert!(agency.is_in(&victim).await, "whoever is in stays in");

    // They gave up over there.
    let out = agency.out(&thief, None).await;
    let gave_up = format!(
        "{}/sso/klar?error=access_denied&state={}",
        agency.site.url,
        part(&out, "state")
    );
    refused(agency.back(&thief, &gave_up).await);
    assert_eq!(rows(&agency.site.services.store, "account").await, 1);
}

#[tokio::test]
async fn the_provider_has_to_be_as_sure_as_the_agency_wants() {
    let agency = Agency::new(true, &["loa3", "loa4"]).await;
    agency.steering("u1").await;
    agency.provider.lies(json!({ "claims": { "acr": "loa3" } })).await;
    let browser = agency.site.client();
    assert!(part(&agency.out(&browser, None).await, "acr_values").contains("loa3"));
    assert_eq!(agency.signs_in(&browser, "u1").await, "/");
    for weak in [json!({ "acr": "loa2" }), json!({ "acr": null })] {
        agency.provider.lies(json!({ "claims": weak })).await;
        let to = agency.signs_in(&agency.site.client(), "u1").await;
        assert!(to.starts_with("/logga-in?fel=sso"), "{to}");
    }
}

#[tokio::test]
async fn passwords_are_switched_off_and_links_say_whose_account_it_is() {
    let agency = Agency::new(false, &[]).await;
    let services = &agency.site.services;
    let mail = "inga@myndigheten.example";
    let new = NewAccount::parse("Inga", Some(mail), &[Role::PortfolioManager]).expect("an account");
    let link = service::account_add(&operator(), services, new)
        .await
        .expect("may");
    let browser = agency.site.client();
    let page = agency.site.page(&browser, "/logga-in").await;
    assert_eq!(count(&page, "input[type=password]"), 0);
    let page = agency.site.page(&browser, &format!("/logga-in/{link}")).await;
    assert_eq!(text(&page, "h1"), "Är du Inga?");
    assert_eq!(count(&page, "main form"), 0);
    let href = attribute(&page, "main a.btn", "href").expect("on");
    assert_eq!(href, format!("/sso/borja?lank={link}"));

    let password = "tre gula båtar på isen";
    let fields = [
        ("token", link.as_str()),
        ("password", password),
        ("again", password),
    ];
    let chosen = location(&agency.site.post(&browser, "/api/password_choose", &fields).await);
    assert!(chosen.contains("404"), "{chosen}");
    let fields = [("email", mail), ("password", password)];
    let tried = location(&agency.site.post(&browser, "/api/password_sign_in", &fields).await);
    assert_eq!(tried, "/logga-in?fel=ja#fel");
    let new = NewAccount::parse("Utan adress", None, &[Role::Admin]).expect("an account");
    let other = service::account_add(&operator(), services, new)
        .await
        .expect("may");
    let used = location(
        &agency
            .site
            .post(&browser, "/api/link_consume", &[("token", &other)])
            .await,
    );
    assert!(used.contains("404"), "{used}");
    assert!(!agency.is_in(&browser).await);

    agency
        .provider
        .person("u7", json!({ "groups": ["nytta-pf"] }))
        .await;
    let out = agency.out(&browser, Some(&link)).await;
    let back = agency.provider.signs_in(&out, "u7").await;
    assert_eq!(agency.back(&browser, &back).await, "/att-gora");
    let page = agency.site.page(&browser, "/konto").await;
    assert_eq!(count(&page, "input[type=password]"), 0, "there is none to change");
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
