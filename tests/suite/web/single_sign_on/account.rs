//! Whose account it is: of a subject that nobody knows, by a link, and where there are no passwords.

use domain::account::NewAccount;
use domain::role::Role;
use serde_json::json;

use super::Agency;
use crate::support::rows::{count as rows, must, texts};
use crate::web::html::{attribute, count, text};
use crate::web::site::{location, operator};

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
