//! The rows of who has access and how they get in: accounts, signing in, one's own account, and what the operator
//! does with the records of it.

use domain::ctx::Ctx;
use domain::form::AccountForm;
use domain::id::AccountId;
use domain::identity::Identity;
use mail::Smtp;
use service::{Digest, Mail, Named};
use uuid::Uuid;

use super::{Ground, Row, outcome, refusal, saved};
use crate::support::demo::anonymous;
use crate::support::operator;

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 42] = [
    row("account_list", ""),
    row("account_form", ""),
    row("account_save", "of nothing"),
    row("account_disable", "of one that does not exist"),
    row("account_sessions_end", "of one that does not exist"),
    row("account_link_renew", "of one that does not exist"),
    row("account_link", "of one that does not exist"),
    row("account_app_reset", "of one that does not exist"),
    row("account_app_forget", "of one that does not exist"),
    row("secrets_check", ""),
    row("retention_preview", ""),
    row("retention_dispose", ""),
    row("name_erase_of", "of nobody"),
    row("link_issue", ""),
    row("link_peek", "with a link"),
    row("password_sign_in", "with a wrong password"),
    row("password_choose", "with a link that does not exist"),
    row("link_consume", "with a link"),
    row("link_consume", "with a used link"),
    row("identity_sign_in", "of somebody who has no role here"),
    row("second_factor_view", "of a session that never was"),
    row("second_factor_check", "of a session that never was"),
    row("second_factor_enrol", "of a session that never was"),
    row("second_factor_replace", "of an account without an app"),
    row("recovery_code_renew", "of an account without an app"),
    row("session_resolve", "with a session's token"),
    row("session_peek", "with a session's token"),
    row("session_end", "of one's own"),
    row("refusal_note", ""),
    row("own_account_view", ""),
    row("calendar_link_make", ""),
    row("calendar_link_stop", ""),
    row("calendar_feed", "with a secret that is nobody's"),
    row("digest_choose", "where no mail is sent"),
    row("digest_send", "where nobody has an address"),
    row("parked_keep", "of a session that never was"),
    row("parked_may_keep", "of a session that never was"),
    row("parked_view", ""),
    row("parked_drop", ""),
    row("password_change", "of an account that signs in by link"),
    row("own_session_end", "of somebody else"),
    row("own_session_end", "all others"),
];

/// What the row answers whoever asks; nothing where the row is not one of these.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let s = ground.services();
    let nowhere = Uuid::now_v7();
    let answer = match (row.function, row.with) {
        ("account_list", _) => outcome(service::account_list(ctx, s).await),
        ("account_form", _) => outcome(service::account_form(ctx, s, None, None).await),
        ("account_save", _) => saved(service::account_save(ctx, s, AccountForm::default()).await),
        ("account_disable", _) => {
            outcome(service::account_disable(ctx, s, AccountId(nowhere), 1, true).await)
        }
        ("account_sessions_end", _) => {
            outcome(service::account_sessions_end(ctx, s, AccountId(nowhere)).await)
        }
        ("account_link_renew", _) => outcome(service::account_link_renew(ctx, s, AccountId(nowhere)).await),
        ("account_app_reset", _) => outcome(service::account_app_reset(ctx, s, AccountId(nowhere)).await),
        ("account_app_forget", _) => outcome(
            service::account_app_forget(ctx, s, &Named::Email("annan@nytta.example".to_owned())).await,
        ),
        ("retention_preview", _) => outcome(service::retention_preview(ctx, s).await),
        ("retention_dispose", _) => outcome(service::retention_dispose(ctx, s).await),
        ("name_erase_of", _) => {
            let nobody = Named::Email("ingen@nytta.example".to_owned());
            outcome(service::name_erase_of(ctx, s, &nobody, |id| id.to_string()).await)
        }
        ("secrets_check", _) => outcome(service::secrets_check(ctx, s).await),
        ("identity_sign_in", _) => {
            let stranger = Identity {
                issuer: "https://id.example.se".to_owned(),
                subject: "okand".to_owned(),
                name: None,
                claimed: Vec::new(),
            };
            let signed_in = service::identity_sign_in(ctx, s, &stranger, None, None).await;
            signed_in.map_or_else(refusal, |found| {
                if found.is_some() { "signed in" } else { "refused" }.to_owned()
            })
        }
        ("second_factor_view", _) => outcome(service::second_factor_view(ctx, s, "annans").await),
        ("second_factor_check", _) => outcome(service::second_factor_check(ctx, s, "annans", "123456").await),
        ("second_factor_enrol", _) => outcome(service::second_factor_enrol(ctx, s, "annans", "123456").await),
        ("second_factor_replace", _) => outcome(service::second_factor_replace(ctx, s, "123456").await),
        ("recovery_code_renew", _) => outcome(service::recovery_code_renew(ctx, s, "123456").await),
        ("link_issue", _) => {
            let accounts = service::account_list(&operator(), s).await.expect("may");
            outcome(service::link_issue(ctx, s, accounts.accounts[0].account.id, "test").await)
        }
        ("link_peek", _) => outcome(service::link_peek(ctx, s, &ground.link().await).await),
        ("account_link", _) => outcome(service::account_link(ctx, s, "annan@nytta.example").await),
        ("password_sign_in", _) => {
            let signed_in = service::password_sign_in(ctx, s, "nobody@nytta.example", "fel", None).await;
            signed_in.map_or_else(refusal, |found| {
                if found.is_some() { "signed in" } else { "refused" }.to_owned()
            })
        }
        ("password_choose", _) => {
            outcome(service::password_choose(ctx, s, "annan", "ett långt lösenord", "", None).await)
        }
        ("link_consume", "with a link") => {
            outcome(service::link_consume(ctx, s, &ground.link().await, None).await)
        }
        ("link_consume", _) => {
            let link = ground.link().await;
            service::link_consume(&anonymous(), s, &link, None)
                .await
                .expect("signs in");
            outcome(service::link_consume(ctx, s, &link, None).await)
        }
        ("session_resolve", _) => {
            let signed_in = service::link_consume(&anonymous(), s, &ground.link().await, None).await;
            let token = signed_in.expect("signs in").token;
            let resolved = service::session_resolve(ctx, s, &token).await;
            outcome(resolved.map(|resolved| resolved.expect("a session")))
        }
        ("session_peek", _) => {
            let signed_in = service::link_consume(&anonymous(), s, &ground.link().await, None).await;
            let token = signed_in.expect("signs in").token;
            let found = service::session_peek(ctx, s, &token).await;
            outcome(found.map(|found| found.expect("a session")))
        }
        ("password_change", _) => {
            let new = "ett långt lösenord";
            outcome(service::password_change(ctx, s, "fel", new, new).await)
        }
        ("parked_keep", _) => {
            let kept = service::parked_keep(ctx, s, "annans", "/api/unit_save", "name=Norr").await;
            outcome(kept.map(|kept| assert!(!kept)))
        }
        ("parked_may_keep", _) => {
            let may = service::parked_may_keep(ctx, s, "annans").await;
            outcome(may.map(|may| assert!(!may)))
        }
        ("parked_view", _) => {
            let seen = service::parked_view(ctx, s).await;
            outcome(seen.map(|seen| assert_eq!(seen, Vec::new())))
        }
        ("parked_drop", _) => outcome(service::parked_drop(ctx, s).await),
        ("refusal_note", _) => outcome(service::refusal_note(ctx, s, "GET", "/struktur/enhet").await),
        ("own_account_view", _) => outcome(service::own_account_view(ctx, s).await),
        ("calendar_link_make", _) => outcome(service::calendar_link_make(ctx, s, "sv").await),
        ("calendar_link_stop", _) => outcome(service::calendar_link_stop(ctx, s).await),
        ("calendar_feed", _) => outcome(service::calendar_feed(ctx, s, "annans").await),
        ("digest_choose", _) => outcome(service::digest_choose(ctx, s, true, "sv").await),
        ("digest_send", _) => {
            let smtp = Smtp::new("smtp://127.0.0.1:1", "nytta@nytta.example").expect("settings");
            let write = |_: &Digest| -> Mail { unreachable!("nobody has an address") };
            outcome(service::digest_send(ctx, s, &smtp, &write).await)
        }
        ("own_session_end", with) => {
            let key = (with == "of somebody else").then_some("annans");
            outcome(service::own_session_end(ctx, s, key).await)
        }
        ("session_end", _) => outcome(service::session_end(ctx, s).await),
        _ => return None,
    };
    Some(answer)
}
