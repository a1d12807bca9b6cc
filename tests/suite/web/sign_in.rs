//! Signing in by address and password, without a script.

use domain::account::NewAccount;
use domain::role::Role;
use reqwest::Client;

use super::html::{attribute, count, text, texts as texts_of, value};
use super::second_step::second_step;
use super::site::{Site, location, operator};
use crate::support::rows::{must, texts};
use crate::support::second_factor::Phone;

const EMAIL: &str = "styrning@myndigheten.example";
const PASSWORD: &str = "tre gula båtar på isen";

/// A site with somebody who has been given a link, and has a phone.
async fn invited() -> (Site, String, Phone) {
    let site = Site::empty().await;
    let new = NewAccount::parse("Enheten", Some(EMAIL), &[Role::SteeringUnit]).expect("an account");
    let token = service::account_add(&operator(), &site.services, new).await;
    (
        site,
        format!("/logga-in/{}", token.expect("may")),
        Phone::default(),
    )
}

async fn chooses(site: &Site, client: &Client, link: &str, password: &str, again: &str) -> String {
    let token = link.trim_start_matches("/logga-in/");
    let fields = [("token", token), ("password", password), ("again", again)];
    location(&site.post(client, "/api/password_choose", &fields).await)
}

async fn tries(site: &Site, client: &Client, password: &str) -> String {
    let fields = [("email", EMAIL), ("password", password)];
    location(&site.post(client, "/api/password_sign_in", &fields).await)
}

#[tokio::test]
async fn a_link_leads_to_a_password_and_that_signs_in() {
    let (site, link, phone) = invited().await;
    let client = site.client();
    let page = site.page(&client, &link).await;
    assert_eq!(text(&page, "h1"), "Välj lösenord för Enheten");
    assert_eq!(count(&page, "input[type=password]"), 2);
    assert_eq!(
        count(&page, "form[action='/api/link_consume']"),
        0,
        "it does not sign in by itself"
    );
    for (password, again, said) in [
        ("för kort", "för kort", "Minst 12"),
        ("tre gula båtar på isen", "fyra gula båtar på isen", "olika"),
        ("password1234", "password1234", "lätt att gissa"),
    ] {
        let back = chooses(&site, &client, &link, password, again).await;
        assert!(back.starts_with(&link), "{back}");
        let page = site.page(&client, back.split('#').next().expect("a path")).await;
        assert!(text(&page, "title").starts_with("Fel:"));
        let all = text(&page, "main").to_lowercase();
        assert!(all.contains(&said.to_lowercase()), "{password}: {all}");
        let held = ["password", "again"].map(|name| value(&page, name));
        assert_eq!(held, ["", ""], "what was typed does not come back");
    }
    let to = chooses(&site, &client, &link, PASSWORD, PASSWORD).await;
    assert_eq!(to, "/kod");
    assert_eq!(
        site.get(&client, "/struktur").await.status(),
        303,
        "halfway is nobody"
    );
    assert_eq!(second_step(&site, &client, &phone).await, "/");
    assert_eq!(site.get(&client, "/struktur").await.status(), 200);
    let used = site.get(&client, &link).await;
    assert_eq!(used.status(), 404);
    let page = used.text().await.expect("text");
    assert!(
        text(&page, "main").contains("Har du redan valt lösenord"),
        "it says what to do"
    );

    let elsewhere = site.client();
    assert_eq!(tries(&site, &elsewhere, PASSWORD).await, "/kod");
    assert_eq!(second_step(&site, &elsewhere, &phone).await, "/");
    assert_eq!(site.get(&elsewhere, "/struktur").await.status(), 200);
}

#[tokio::test]
async fn a_wrong_password_keeps_the_address_and_says_nothing_more() {
    let (site, link, _) = invited().await;
    chooses(&site, &site.client(), &link, PASSWORD, PASSWORD).await;
    let client = site.client();
    let back = tries(&site, &client, "inte det här lösenordet").await;
    assert_eq!(back, "/logga-in?fel=ja#fel");
    let page = site.page(&client, "/logga-in?fel=ja").await;
    assert!(text(&page, "title").starts_with("Fel:"));
    assert_eq!(value(&page, "email"), EMAIL, "the address is there");
    assert_eq!(value(&page, "password"), "", "the password is not");
    assert_eq!(site.get(&client, "/struktur").await.status(), 303);

    // Nobody's address is answered with the same words.
    let stranger = site.client();
    let fields = [
        ("email", "ingen@myndigheten.example"),
        ("password", "vad som helst"),
    ];
    let nobody = location(&site.post(&stranger, "/api/password_sign_in", &fields).await);
    assert_eq!(nobody, back);
    let same = site.page(&stranger, "/logga-in?fel=ja").await;
    assert_eq!(text(&same, ".error-summary"), text(&page, ".error-summary"));

    // Another browser is told nothing of what was typed in this one.
    let other = site.page(&site.client(), "/logga-in?fel=ja").await;
    assert_eq!(value(&other, "email"), "");
    assert_eq!(tries(&site, &client, PASSWORD).await, "/kod");
    let after = site.page(&client, "/logga-in?fel=ja").await;
    assert_eq!(value(&after, "email"), "", "it is forgotten once it is right");
}

#[tokio::test]
async fn ones_own_page_changes_the_password_and_signs_out_elsewhere() {
    let (site, link, phone) = invited().await;
    let client = site.client();
    chooses(&site, &client, &link, PASSWORD, PASSWORD).await;
    second_step(&site, &client, &phone).await;
    let elsewhere = site.client();
    tries(&site, &elsewhere, PASSWORD).await;
    second_step(&site, &elsewhere, &phone).await;
    let page = site.page(&client, "/konto").await;
    assert_eq!(text(&page, "h1"), "Du är inloggad här och på ett ställe till");
    assert_eq!(
        count(&page, "form[action='/api/session_revoke']"),
        1,
        "not this one"
    );

    let change = async |present: &str, password: &str| {
        let fields = [("present", present), ("password", password), ("again", password)];
        location(&site.post(&client, "/api/password_change", &fields).await)
    };
    let wrong = change("inte det här lösenordet", "sju blå kajor på taket").await;
    assert_eq!(wrong, "/konto?fel=nuvarande#present");
    let page = site.page(&client, "/konto?fel=nuvarande").await;
    assert!(text(&page, "title").starts_with("Fel:"));
    assert!(text(&page, "#present-fel").contains("nuvarande lösenord"));
    let short = change(PASSWORD, "kort").await;
    assert_eq!(short, "/konto?fel=kort#password");
    let page = site.page(&client, "/konto?fel=kort").await;
    assert!(text(&page, "#password-fel").contains("minst 12"));
    assert_eq!(
        change(PASSWORD, "sju blå kajor på taket").await,
        "/konto?klart=losenord"
    );
    assert_eq!(
        site.get(&client, "/struktur").await.status(),
        200,
        "this browser goes on"
    );
    assert_eq!(
        site.get(&elsewhere, "/struktur").await.status(),
        303,
        "the other does not"
    );

    tries(&site, &elsewhere, "sju blå kajor på taket").await;
    second_step(&site, &elsewhere, &phone).await;
    let page = site.page(&client, "/konto").await;
    let key = value(&page, "key");
    let ended = location(
        &site
            .post(&client, "/api/session_revoke", &[("key", key.as_str())])
            .await,
    );
    assert_eq!(ended, "/konto?klart=avslutad");
    assert_eq!(site.get(&elsewhere, "/struktur").await.status(), 303);
}

/// Two hours without a request.
async fn idle(site: &Site) {
    let back = "UPDATE session SET seen_at = seen_at - 7200000000";
    must(&site.services.store, &[back]).await;
}

#[tokio::test]
async fn what_was_sent_after_the_session_had_ended_is_there_after_signing_in() {
    let site = Site::demo().await;
    let steering = site.signed_in(Role::SteeringUnit).await;
    let form = [
        ("submission", "sen"),
        ("name", "Enheten för <b>sent</b> skrivet"),
        ("kind", "Avdelning"),
    ];
    idle(&site).await;
    let late = site.post(&steering, "/api/unit_save", &form).await;
    assert_eq!(location(&late), "/logga-in?klart=sparat");
    let page = site.page(&steering, "/logga-in?klart=sparat").await;
    assert!(text(&page, ".receipt").contains("det du skrev är sparat"));
    // Nothing has been done, and whoever else signs in there does not see it.
    let structure = async || {
        site.page(&site.signed_in(Role::SteeringUnit).await, "/struktur")
            .await
    };
    assert!(!structure().await.contains("skrivet"));

    let again = link_in(&site, &steering, Role::SteeringUnit).await;
    let place = location(&again);
    assert_eq!(place, "/fortsatt");
    let page = site.page(&steering, &place).await;
    let written = text(&page, ".kept-note");
    assert_eq!(written, "Enheten för <b>sent</b> skrivet Avdelning");
    for (name, sent) in form {
        assert_eq!(value(&page, name), sent);
    }
    assert_eq!(text(&page, "main h2"), "Enhet");
    let action = attribute(&page, "main form", "action").expect("a form");
    let sent = site.post(&steering, &action, &form).await;
    assert!(location(&sent).contains("klart=sparat"), "{}", location(&sent));
    assert!(structure().await.contains("skrivet"));

    let sent = site.page(&steering, &place).await;
    assert_eq!(
        count(&sent, ".kept-note"),
        0,
        "what has been sent is not offered again"
    );
    // Another browser of theirs does not have it, nor has anybody else.
    for role in [Role::SteeringUnit, Role::PortfolioManager] {
        let theirs = site.page(&site.signed_in(role).await, &place).await;
        assert_eq!(count(&theirs, ".kept-note"), 0);
    }
    // All that was sent is offered, the newest first, until it is discarded.
    idle(&site).await;
    for name in ["Den andra enheten", "Den tredje enheten"] {
        let late = site.post(&steering, "/api/unit_save", &[("name", name)]).await;
        assert_eq!(location(&late), "/logga-in?klart=sparat");
    }
    link_in(&site, &steering, Role::SteeringUnit).await;
    let page = site.page(&steering, &place).await;
    let newest = page.find("Den tredje enheten").expect("is there");
    assert!(newest < page.find("Den andra enheten").expect("is there"));
    let dropped = site.post(&steering, "/api/parked_drop", &[]).await;
    assert_eq!(location(&dropped), "/");
    let page = site.page(&steering, &place).await;
    assert!(text(&page, "main").contains("Det finns inget att skicka"));
}

#[tokio::test]
async fn single_buttons_and_old_sessions_are_not_kept() {
    let site = Site::demo().await;
    let admin = site.signed_in(Role::Admin).await;
    let steering = site.signed_in(Role::SteeringUnit).await;
    idle(&site).await;
    for action in ["/api/account_save", "/api/account_disable"] {
        let late = site.post(&admin, action, &[("name", "Mer rätt")]).await;
        assert_ne!(location(&late), "/logga-in?klart=sparat", "{action}");
    }
    // One form after another, so many and no more.
    for _ in 0..5 {
        let late = site
            .post(&steering, "/api/unit_save", &[("name", "En enhet")])
            .await;
        assert_eq!(location(&late), "/logga-in?klart=sparat");
    }
    let late = site
        .post(&steering, "/api/unit_save", &[("name", "En enhet")])
        .await;
    assert_eq!(location(&late), "/logga-in");
    let other = site.signed_in(Role::SteeringUnit).await;
    let old = "UPDATE session SET seen_at = seen_at - 93600000000";
    must(&site.services.store, &[old]).await;
    let late = site.post(&other, "/api/unit_save", &[("name", "En enhet")]).await;
    assert_eq!(location(&late), "/logga-in");
}

#[tokio::test]
async fn whoever_has_forgotten_the_password_meanwhile_finds_what_they_wrote() {
    let (site, link, phone) = invited().await;
    let client = site.client();
    chooses(&site, &client, &link, PASSWORD, PASSWORD).await;
    second_step(&site, &client, &phone).await;
    idle(&site).await;
    let late = site
        .post(&client, "/api/unit_save", &[("name", "En enhet")])
        .await;
    assert_eq!(location(&late), "/logga-in?klart=sparat");
    let token = service::account_link(&operator(), &site.services, EMAIL)
        .await
        .expect("may");
    let other = "fyra röda bilar i snön";
    let to = chooses(&site, &client, &format!("/logga-in/{token}"), other, other).await;
    assert_eq!(to, "/kod");
    assert_eq!(second_step(&site, &client, &phone).await, "/fortsatt");
}

#[tokio::test]
async fn whoever_begins_twice_and_connects_another_phone_finds_what_they_wrote() {
    let (site, link, phone) = invited().await;
    let client = site.client();
    chooses(&site, &client, &link, PASSWORD, PASSWORD).await;
    second_step(&site, &client, &phone).await;
    idle(&site).await;
    let late = site
        .post(&client, "/api/unit_save", &[("name", "En enhet")])
        .await;
    assert_eq!(location(&late), "/logga-in?klart=sparat");
    let whose = service::Named::Email(EMAIL.to_owned());
    let forgotten = service::account_app_forget(&operator(), &site.services, &whose).await;
    assert!(forgotten.expect("may"));
    for _ in 0..2 {
        assert_eq!(tries(&site, &client, PASSWORD).await, "/kod");
    }
    assert_eq!(second_step(&site, &client, &Phone::default()).await, "/fortsatt");
}

#[tokio::test]
async fn what_was_sent_late_is_not_for_whoever_else_signs_in_there() {
    let site = Site::demo().await;
    let browser = site.signed_in(Role::SteeringUnit).await;
    idle(&site).await;
    let form = [("submission", "annan"), ("name", "Sent skriven enhet")];
    let late = site.post(&browser, "/api/unit_save", &form).await;
    assert_eq!(location(&late), "/logga-in?klart=sparat");
    let other = link_in(&site, &browser, Role::PortfolioManager).await;
    assert!(!location(&other).starts_with("/fortsatt"), "{}", location(&other));

    // Nobody leaves anything who was never signed in, or whose account is shut.
    let nobody = site.post(&site.client(), "/api/unit_save", &form).await;
    assert_eq!(location(&nobody), "/logga-in");
    let reviewer = site.signed_in(Role::Reviewer).await;
    idle(&site).await;
    let shut = "UPDATE account SET disabled_at = 1 WHERE name = 'Granskare' OR name = 'reviewer'";
    must(&site.services.store, &[shut]).await;
    let late = site.post(&reviewer, "/api/unit_save", &form).await;
    assert_eq!(location(&late), "/logga-in");
    // A password that was typed is never kept.
    let typed = [("email", "a@b.example"), ("password", "hemligt lösenord")];
    site.post(&browser, "/api/password_sign_in", &typed).await;
    let auditor = site.signed_in(Role::Auditor).await;
    idle(&site).await;
    let change = [
        ("present", "hemligt lösenord"),
        ("password", "hemligt"),
        ("again", "hemligt"),
    ];
    let changed = site.post(&auditor, "/api/password_change", &change).await;
    assert_eq!(location(&changed), "/logga-in");
    let kept = texts(&site.services.store, "SELECT fields_json FROM form_draft").await;
    assert!(kept.iter().all(|fields| !fields.contains("hemligt")), "{kept:?}");
}

/// Signs in by link on a browser that has been signed in before.
async fn link_in(site: &Site, browser: &Client, role: Role) -> reqwest::Response {
    let link = site.link(role).await;
    let token = link.rsplit('/').next().expect("a token").to_owned();
    site.post(browser, "/api/link_consume", &[("token", &token)])
        .await
}

#[tokio::test]
async fn the_second_step_is_taken_without_a_script_and_says_what_is_wrong() {
    let (site, link, phone) = invited().await;
    let client = site.client();
    let led = location(&site.get(&client, "/kod").await);
    assert_eq!(led, "/logga-in", "whoever is not halfway begins at the beginning");
    chooses(&site, &client, &link, PASSWORD, PASSWORD).await;
    let page = site.page(&client, "/kod").await;
    assert_eq!(text(&page, "h1"), "Koppla en app för koder");
    assert_eq!(count(&page, ".app-picture svg path"), 1);
    let wrong = site.post(&client, "/kod", &[("code", "12")]).await;
    assert_eq!(location(&wrong), "/kod?fel=ja#kod");
    let again = site.page(&client, "/kod?fel=ja").await;
    assert!(text(&again, "title").starts_with("Fel:"));
    assert!(text(&again, "#kod-fel").contains("Koden stämmer inte"));
    assert_eq!(
        attribute(&again, "#kod", "aria-describedby").as_deref(),
        Some("kod-fel kod-hint")
    );
    assert_eq!(
        text(&again, ".app-letters"),
        text(&page, ".app-letters"),
        "the app that reads it now is the one that is asked for"
    );
    assert_eq!(second_step(&site, &client, &phone).await, "/");
    let shown = site.get(&client, "/kod").await;
    assert_eq!(location(&shown), "/logga-in", "the codes are shown once");

    let page = site.page(&client, "/konto").await;
    assert!(
        text(&page, "main").contains("Du har tio återställningskoder kvar")
            || text(&page, "main").contains("Du har 10 återställningskoder kvar")
    );
    let wrong = site.post(&client, "/konto/koder", &[("code", "12")]).await;
    assert_eq!(location(&wrong), "/konto?fel=kod#kod");
    let page = site.page(&client, "/konto?fel=kod").await;
    assert!(text(&page, "#kod-fel").contains("Koden stämmer inte"));
    let fields = [("code", phone.next_on_paper())];
    let fields = fields.each_ref().map(|(name, code)| (*name, code.as_str()));
    let renewed = site.post(&client, "/konto/koder", &fields).await;
    assert_eq!(renewed.headers()["cache-control"], "no-store");
    let renewed = renewed.text().await.expect("text");
    let codes = texts_of(&renewed, ".recovery-codes code");
    assert_eq!(codes.len(), 10);
    assert_eq!(
        location(&site.get(&client, "/konto/koder").await),
        "/konto#h-tva-steg"
    );

    // Another browser, whose password is right and whose phone is elsewhere.
    let elsewhere = site.client();
    tries(&site, &elsewhere, PASSWORD).await;
    let page = site.page(&elsewhere, "/kod").await;
    assert_eq!(text(&page, "h1"), "Skriv koden, Enheten");
    assert_eq!(
        count(&page, ".app-letters"),
        0,
        "what codes are made of is shown once"
    );
    let wrong = site
        .post(&elsewhere, "/api/second_factor_check", &[("code", "12")])
        .await;
    assert_eq!(location(&wrong), "/kod?fel=ja#kod");
    let right = [("code", codes[0].as_str())];
    let right = site.post(&elsewhere, "/api/second_factor_check", &right).await;
    assert_eq!(location(&right), "/");
    let replaced = [("code", codes[1].as_str())];
    let replaced = site.post(&client, "/api/second_factor_replace", &replaced).await;
    assert_eq!(location(&replaced), "/logga-in?klart=app");
    assert_eq!(site.get(&elsewhere, "/struktur").await.status(), 303);
    let late = site.post(&client, "/kod", &[("code", "123456")]).await;
    assert_eq!(location(&late), "/logga-in?klart=for-lange");
}
