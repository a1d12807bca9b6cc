//! Managing accounts without a script: from the invitation to the first sign-in.

use domain::role::Role;

use super::html::{attribute, count, text};
use super::second_step::second_step;
use super::site::{Site, location};
use crate::support::second_factor::Phone;

const EMAIL: &str = "inga@myndigheten.example";
const PASSWORD: &str = "tre gula båtar på isen";

#[tokio::test]
async fn somebody_is_invited_and_signs_in() {
    let site = Site::demo().await;
    let admin = site.signed_in(Role::Admin).await;
    let list = site.page(&admin, "/admin").await;
    assert_eq!(
        attribute(&list, ".page-head .btn", "href").as_deref(),
        Some("/admin/konto")
    );
    let fields = [
        ("name", "Inga Exempel"),
        ("email", "inga"),
        ("grant_role[]", "reviewer"),
        ("grant_scope[]", ""),
        ("grant_to[]", "2019-12-31"),
        ("grant_from[]", "2020-01-01"),
    ];
    let back = location(&site.post(&admin, "/api/account_save", &fields).await);
    assert!(back.starts_with("/admin/konto?draft="), "{back}");
    let page = site.page(&admin, &back).await;
    let said = text(&page, ".error-summary");
    assert!(said.contains("”inga” är ingen e-postadress"), "{said}");
    assert!(said.contains("Till och med"), "{said}");

    // A new account has an address, and a row with a day in it has a role.
    let blank = text(&site.page(&admin, "/admin/konto").await, "#email-hint");
    assert!(!blank.contains("engångslänk"), "{blank}");
    let fields = [
        ("name", "Inga Exempel"),
        ("grant_role[]", ""),
        ("grant_to[]", "fel-adress"),
    ];
    let back = location(&site.post(&admin, "/api/account_save", &fields).await);
    let page = site.page(&admin, back.split('#').next().expect("a path")).await;
    let said = text(&page, ".error-summary");
    for wanted in [
        "Skriv en e-postadress",
        "Välj en roll",
        "”fel-adress” är inget datum",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }

    let fields = [
        ("name", "Inga Exempel"),
        ("email", EMAIL),
        ("grant_role[]", "reviewer"),
        ("grant_role[]", "leadership"),
        ("grant_to[]", ""),
        ("grant_to[]", "2031-12-31"),
    ];
    let place = location(&site.post(&admin, "/api/account_save", &fields).await);
    assert!(place.ends_with("?klart=sparat"), "{place}");
    let page = site.page(&admin, &place).await;
    let onward = attribute(&page, ".receipt a[href$=lank]", "href").expect("on to the link");

    // Looking makes nothing; the link is in the one answer to the sending, and on no page after it.
    let looked = site.page(&admin, &onward).await;
    assert_eq!(count(&looked, "#lank"), 0);
    let made = site.post(&admin, &onward, &[]).await;
    assert_eq!(made.status(), 200);
    let stored = made
        .headers()
        .get("cache-control")
        .map(|value| value.to_str().unwrap_or_default().to_owned());
    assert_eq!(stored.as_deref(), Some("no-store"));
    let made = made.text().await.expect("text");
    let link = attribute(&made, "#lank", "value").expect("the link");
    let path = link.strip_prefix(&site.url).expect("the address that was asked");
    assert_eq!(count(&site.page(&admin, &onward).await, "#lank"), 0);

    let inga = site.client();
    assert!(text(&site.page(&inga, path).await, "h1").contains("Inga Exempel"));
    let token = path.trim_start_matches("/logga-in/");
    let fields = [("token", token), ("password", PASSWORD), ("again", PASSWORD)];
    let chosen = location(&site.post(&inga, "/api/password_choose", &fields).await);
    assert_eq!(chosen, "/kod");
    assert_eq!(
        site.get(&inga, "/konstaterade").await.status(),
        303,
        "halfway is nobody"
    );
    let phone = Phone::default();
    assert_eq!(second_step(&site, &inga, &phone).await, "/");
    assert_eq!(site.get(&inga, "/konstaterade").await.status(), 200);
    assert_eq!(site.get(&inga, "/admin").await.status(), 404);

    let account = place.split('?').next().expect("a path");
    let page = site.page(&admin, account).await;
    assert!(text(&page, "main").contains("inloggat på ett ställe"));
    let list = text(&site.page(&admin, "/admin").await, "table");
    assert!(list.contains("Ledning, till och med 31 december 2031"), "{list}");

    // The phone is lost, and the paper with it.
    let id = account.trim_start_matches("/admin/konto/");
    let reset = site.post(&admin, "/api/account_app_reset", &[("id", id)]).await;
    assert!(location(&reset).ends_with("klart=app"), "{}", location(&reset));
    assert_eq!(location(&site.get(&inga, "/konstaterade").await), "/logga-in");
    let page = site.page(&admin, account).await;
    assert_eq!(
        count(&page, "form[action$=account_app_reset]"),
        0,
        "there is none now"
    );
    let fields = [("email", EMAIL), ("password", PASSWORD)];
    site.post(&inga, "/api/password_sign_in", &fields).await;
    assert_eq!(second_step(&site, &inga, &Phone::default()).await, "/");

    let version = attribute(&page, "[action$=account_disable] [name=version]", "value");
    let fields = [
        ("id", id),
        ("version", version.as_deref().unwrap_or_default()),
        ("disabled", "on"),
    ];
    let out = location(&site.post(&admin, "/api/account_disable", &fields).await);
    assert!(out.ends_with("klart=avstangt"), "{out}");
    assert_eq!(location(&site.get(&inga, "/konstaterade").await), "/logga-in");
    let page = site.page(&admin, account).await;
    assert_eq!(count(&page, "a[href$=lank]"), 0, "a link would let nobody in");
    let late = site.post(&admin, &onward, &[]).await;
    assert_eq!(late.status(), 404);
}

/// Nobody else makes a link, and no other page does it for an administrator.
#[tokio::test]
async fn a_link_is_made_by_administrators_on_their_own_pages() {
    let site = Site::demo().await;
    let path = format!("/admin/konto/{}/lank", site.account(Role::SteeringUnit));
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Admin) {
        let client = site.signed_in(role).await;
        assert_eq!(site.post(&client, &path, &[]).await.status(), 404, "{role:?}");
    }
    let nobody = site.post(&site.client(), &path, &[]).await;
    assert_eq!(
        (nobody.status().as_u16(), location(&nobody).as_str()),
        (303, "/logga-in")
    );
    let admin = site.signed_in(Role::Admin).await;
    let forged = admin
        .post(format!("{}{path}", site.url))
        .header("origin", "https://annan.example");
    let forged = forged.send().await.expect("an answer");
    assert_eq!(forged.status(), 403);
}
