//! Disposal of what has had its time, and erasing a name so that the log still holds.

use chrono::TimeDelta;
use domain::account::NewAccount;
use domain::ctx::Ctx;
use domain::form::UnitForm;
use domain::history::{SubjectKind, Who};
use domain::id::AccountId;
use domain::retention::{ATTEMPT, Disposed, LINK, SESSION, SUBMISSION};
use domain::role::Role;
use service::{Answer, Chosen, EventFilter, Named, ServiceError, Services, SignedIn};
use store::{Damage, DamageKind, Kind};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::rows::{audit_seq, count, must, number, run, text, texts, without_guards};
use crate::support::second_factor::Phone;
use crate::support::{nobody, now, operator};

on_both!(
    what_has_had_its_time_goes_and_nothing_before_it,
    a_name_is_erased_and_all_else_of_the_record_stays,
    a_name_is_erased_from_what_others_did_to_the_account,
    what_was_left_is_held_to_what_the_erasing_event_says,
);

const NAME: &str = "Inga Unik Namnsdotter";
const EMAIL: &str = "inga.unik@myndigheten.example";
const PASSWORD: &str = "tre gula båtar på isen";

/// Somebody who has signed in, and written something.
async fn somebody(services: &Services) -> (AccountId, Ctx) {
    let new = NewAccount::parse(NAME, Some(EMAIL), &[Role::SteeringUnit]).expect("an account");
    let link = service::account_add(&operator(), services, new)
        .await
        .expect("may");
    let ctx = nobody(now());
    let chosen = service::password_choose(&ctx, services, &link, PASSWORD, PASSWORD, None).await;
    let Ok(Chosen::Done(halfway)) = chosen else {
        panic!("{chosen:?}");
    };
    let SignedIn { token, account, .. } = Phone::default().whole(services, &halfway, now()).await;
    let known = service::session_resolve(&ctx, services, &token).await;
    let known = known.expect("an answer").expect("signed in");
    let me = Ctx {
        actor: known.actor,
        session: Some(known.hash),
        ..ctx
    };
    write_unit(&me, services, "Norra enheten").await;
    (account.id, me)
}

async fn write_unit(ctx: &Ctx, services: &Services, name: &str) {
    let form = UnitForm {
        submission: Uuid::now_v7().to_string(),
        name: name.to_owned(),
        kind: "Avdelning".to_owned(),
        ..UnitForm::default()
    };
    let saved = service::unit_save(ctx, services, form).await;
    assert!(matches!(saved, Ok(Answer::Done(_))), "{saved:?}");
}

fn at(later: TimeDelta) -> Ctx {
    Ctx {
        now: now() + later,
        ..operator()
    }
}

async fn what_has_had_its_time_goes_and_nothing_before_it(world: World) {
    let services = world.services().await;
    let store = &services.store;
    somebody(&services).await;
    let wrong = service::password_sign_in(&nobody(now()), &services, EMAIL, "fel fel fel fel", None).await;
    assert!(wrong.expect("an answer").is_none());
    let (second, idle) = (TimeDelta::seconds(1), TimeDelta::hours(2));
    let due = async |later: TimeDelta| {
        let due = service::retention_preview(&at(later), &services).await;
        due.expect("the operator may")
    };
    assert_eq!(due(TimeDelta::zero()).await, Disposed::default());
    assert_eq!(due(SESSION + idle).await.sessions, 0);
    assert_eq!(due(SESSION + idle + second).await.sessions, 1);
    assert_eq!(due(ATTEMPT).await.attempts, 0);
    assert_eq!(due(ATTEMPT + second).await.attempts, 1);
    assert_eq!(due(LINK).await.links, 0, "used so long ago and not longer");
    assert_eq!(due(LINK + second).await.links, 1);
    assert_eq!(due(SUBMISSION).await.submissions, 0);
    assert_eq!(due(SUBMISSION + second).await.submissions, 1);

    let before = audit_seq(store).await;
    let none = service::retention_dispose(&at(TimeDelta::zero()), &services).await;
    assert_eq!(none.expect("may"), Disposed::default());
    assert_eq!(
        audit_seq(store).await,
        before + 1,
        "also nothing leaves its trace"
    );
    let later = at(SUBMISSION + TimeDelta::days(1));
    let preview = service::retention_preview(&later, &services).await.expect("may");
    let gone = service::retention_dispose(&later, &services).await.expect("may");
    assert_eq!(gone, preview);
    assert_eq!(
        (gone.sessions, gone.links, gone.attempts, gone.submissions),
        (1, 1, 1, 1)
    );
    for table in [
        "session",
        "one_time_link",
        "sign_in_attempt",
        "form_submission",
        "form_draft",
    ] {
        assert_eq!(count(store, table).await, 0, "{table}");
    }
    assert_eq!(count(store, "unit").await, 1, "what was written stays");
    assert_eq!(
        count(store, "audit_event").await,
        before + 2,
        "and so does the log"
    );
    let last = "SELECT payload FROM audit_payload ORDER BY seq DESC LIMIT 1";
    assert!(text(store, last).await.contains("\"links\":1"));
}

/// All that the database says in words.
async fn words(services: &Services) -> String {
    let mut all = Vec::new();
    for column in [
        "COALESCE(payload, '') FROM audit_payload",
        "COALESCE(payload, '') FROM audit_redaction",
        "name FROM account",
        "COALESCE(email, '') FROM account",
        "result FROM form_submission",
        "fields_json FROM form_draft",
    ] {
        all.extend(texts(&services.store, &format!("SELECT {column}")).await);
    }
    all.join("\n")
}

async fn erase(services: &Services, named: Named) -> Result<AccountId, ServiceError> {
    let left = |id: AccountId| format!("Raderad {id}");
    service::name_erase_of(&operator(), services, &named, left).await
}

async fn shut(services: &Services, id: AccountId) {
    must(&services.store, &["UPDATE account SET disabled_at = 1"]).await;
    let found = service::account_list(&operator(), services).await.expect("may");
    assert!(
        found
            .accounts
            .iter()
            .any(|one| one.account.id == id && one.disabled)
    );
}

async fn a_name_is_erased_and_all_else_of_the_record_stays(world: World) {
    let services = world.services().await;
    let store = &services.store;
    let (id, _) = somebody(&services).await;
    assert!(words(&services).await.contains(NAME));
    let early = erase(&services, Named::Email(EMAIL.to_owned())).await;
    assert!(
        matches!(early, Err(ServiceError::State(_))),
        "they may still sign in: {early:?}"
    );
    let nobody_has_it = erase(&services, Named::Email("ingen@nytta.example".to_owned())).await;
    assert!(
        matches!(nobody_has_it, Err(ServiceError::State(_))),
        "{nobody_has_it:?}"
    );
    shut(&services, id).await;
    let before = service::chain_verify(&operator(), &services, None).await;
    let kept = before.expect("may").expect("the chain holds").head;

    let erased = erase(&services, Named::Email(format!(" {}", EMAIL.to_uppercase()))).await;
    assert_eq!(erased.expect("erased"), id);
    let all = words(&services).await;
    assert!(!all.contains(NAME) && !all.contains(EMAIL), "{all}");
    for table in [
        "account_password",
        "second_factor",
        "recovery_code",
        "session",
        "one_time_link",
    ] {
        assert_eq!(count(store, table).await, 0, "{table}");
    }
    let verified = service::chain_verify(&operator(), &services, Some(&kept)).await;
    assert!(
        verified.expect("may").is_ok(),
        "the chain holds, from a head that was kept before"
    );

    // Who did it is not said any more; what they did, in which role, with which values, is.
    let seen = service::audit_view(&operator(), &services, &EventFilter::default(), None).await;
    let seen = seen.expect("may").events;
    let added = seen
        .iter()
        .find(|event| event.action == "unit.add")
        .expect("the unit");
    let happened = added.happened.as_ref().expect("the rest is there");
    assert_eq!(happened.who, Who::Erased);
    assert_eq!(happened.roles, [Role::SteeringUnit]);
    assert_eq!(added.account, Some(id));
    let after = format!("{:?}", happened.changes);
    assert!(after.contains("Norra enheten"), "{after}");
    let account = seen
        .iter()
        .find(|event| event.action == "account.add")
        .expect("the account");
    let after = format!("{:?}", account.happened.as_ref().expect("the rest").changes);
    assert!(after.contains("steering_unit"), "{after}");
    let trace = seen.first().expect("events");
    assert_eq!(
        (trace.action.as_str(), trace.subject.as_str()),
        ("name.erase", id.to_string().as_str())
    );
    assert_eq!(SubjectKind::from_code(&trace.kind), Some(SubjectKind::Account));
    // Once more there is nothing left to erase, and everything still holds.
    let again = erase(&services, Named::Account(id)).await;
    assert_eq!(again.expect("erased"), id);
    let verified = service::chain_verify(&operator(), &services, Some(&kept)).await;
    assert!(verified.expect("may").is_ok());
}

/// Two people, one of whom changed the other's account: first the one's name goes, then the other's.
async fn a_name_is_erased_from_what_others_did_to_the_account(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (id, _) = somebody(services).await;
    let admin = demo.ctx(Role::Admin);
    let form = service::account_form(&admin, services, Some(id), None).await;
    let mut form = form.expect("may").state.form;
    form.name = "Inga Unik Annatnamn".to_owned();
    let changed = service::account_save(&admin, services, form).await;
    assert!(matches!(changed, Ok(Answer::Done(_))), "{changed:?}");
    shut(services, id).await;
    erase(services, Named::Account(id)).await.expect("erased");
    let all = words(services).await;
    assert!(!all.contains("Inga Unik"), "{all}");
    let theirs = "SELECT payload FROM audit_redaction WHERE payload LIKE '%\"who\":\"admin\"%'";
    let theirs = texts(&services.store, theirs).await;
    assert!(
        !theirs.is_empty(),
        "who changed it is somebody else, and still said"
    );

    let other = admin.account_id().expect("an account");
    erase(services, Named::Account(other)).await.expect("erased");
    let all = words(services).await;
    assert!(!all.contains("\"who\":\"admin\""), "{all}");
    let verified = service::chain_verify(&operator(), services, None).await;
    assert!(verified.expect("may").is_ok());
}

async fn what_was_left_is_held_to_what_the_erasing_event_says(world: World) {
    let services = world.services().await;
    let store = &services.store;
    let (id, _) = somebody(&services).await;
    shut(&services, id).await;
    erase(&services, Named::Account(id)).await.expect("erased");
    let by = number(store, "SELECT MAX(by_seq) FROM audit_redaction").await;
    let one = number(store, "SELECT MIN(seq) FROM audit_redaction").await;
    // With the guards in place nobody alters or removes what was left.
    for change in [
        format!("UPDATE audit_redaction SET payload = '{{}}' WHERE seq = {one}"),
        format!("UPDATE audit_redaction SET hash = 'x', payload = NULL, salt = NULL WHERE seq = {one}"),
        format!("DELETE FROM audit_redaction WHERE seq = {one}"),
    ] {
        assert!(run(store, &change).await.is_err(), "{change}");
    }
    without_guards(store).await;
    let guards: &[&str] = match store.kind() {
        Kind::Sqlite => &[
            "DROP TRIGGER audit_redaction_no_update",
            "DROP TRIGGER audit_redaction_no_delete",
        ],
        Kind::Postgres => &["ALTER TABLE audit_redaction DISABLE TRIGGER USER"],
    };
    must(store, guards).await;
    let payload = text(
        store,
        &format!("SELECT payload FROM audit_redaction WHERE seq = {one}"),
    )
    .await;
    let verified = async || {
        let verified = service::chain_verify(&operator(), &services, None).await;
        verified.expect("may")
    };
    must(
        store,
        &[&format!(
            "UPDATE audit_redaction SET payload = '{{}}' WHERE seq = {one}"
        )],
    )
    .await;
    let damage = Damage {
        seq: by,
        kind: DamageKind::RedactionAltered,
    };
    assert_eq!(verified().await.expect_err("altered"), damage);
    let back = payload.replace('\'', "''");
    // Blanked it is as little there as removed.
    let blank = format!("UPDATE audit_redaction SET payload = NULL, salt = NULL WHERE seq = {one}");
    let salt = format!("SELECT salt FROM audit_redaction WHERE seq = {one}");
    let salt = text(store, &salt).await;
    must(store, &[&blank]).await;
    assert_eq!(verified().await.expect_err("blanked"), damage);
    let again = format!("UPDATE audit_redaction SET payload = '{back}', salt = '{salt}' WHERE seq = {one}");
    must(store, &[&again]).await;
    assert_eq!(verified().await.map(|verified| verified.names), Ok(1));
    // Remains that no event left, or of an event that cannot have had the name.
    let forged = "INSERT INTO audit_redaction (seq, by_seq, hash, salt, payload) VALUES";
    for (seq, by_seq) in [(one, by + 7), (by, by)] {
        must(store, &[&format!("{forged} ({seq}, {by_seq}, 'x', 'x', '{{}}')")]).await;
        assert!(verified().await.is_err(), "{seq} by {by_seq}");
        let remove = format!("DELETE FROM audit_redaction WHERE seq = {seq} AND by_seq = {by_seq}");
        must(store, &[&remove]).await;
    }
    assert!(verified().await.is_ok());
    must(
        store,
        &[&format!(
            "UPDATE audit_redaction SET payload = '{back}' WHERE seq = {one}"
        )],
    )
    .await;
    assert!(verified().await.is_ok());
    must(
        store,
        &[&format!("DELETE FROM audit_redaction WHERE seq = {one}")],
    )
    .await;
    assert_eq!(verified().await.expect_err("removed"), damage);
}
