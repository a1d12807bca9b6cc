//! Passwords: chosen by a link, asked for at sign-in, and guessed slowly.

use chrono::{DateTime, TimeDelta, Utc};
use domain::account::NewAccount;
use domain::ctx::Ctx;
use domain::password::{PasswordProblem, wait_after};
use domain::role::Role;
use domain::second_factor::Stage;
use service::{Changed, Chosen, ServiceError, Services, SignedIn};

use crate::support::database::{World, on_both};
use crate::support::rows::{audit_seq, count, must, number, text, texts};
use crate::support::second_factor::Phone;
use crate::support::{nobody, now, operator};

on_both!(
    a_password_is_chosen_by_link_and_signs_in,
    a_password_that_many_use_or_that_is_a_name_is_refused,
    guessing_slows_down_whether_there_is_an_account_or_not,
    many_at_once_get_no_more_guesses_than_one_by_one,
    choosing_anew_ends_what_had_begun,
    whoever_is_disabled_or_has_no_password_is_answered_as_nobody,
    nothing_that_was_typed_is_kept,
    sessions_are_seen_and_ended_by_their_owner_alone,
    whoever_knows_the_present_password_changes_it,
);

const EMAIL: &str = "styrning@myndigheten.example";
const PASSWORD: &str = "tre gula båtar på isen";

async fn link(services: &Services, email: Option<&str>) -> String {
    let new = NewAccount::parse("Enheten Styrning", email, &[Role::SteeringUnit]).expect("an account");
    service::account_add(&operator(), services, new)
        .await
        .expect("may")
}

async fn choose(services: &Services, link: &str, password: &str) -> Result<Chosen, ServiceError> {
    service::password_choose(&nobody(now()), services, link, password, password, None).await
}

/// An account with a password and a phone.
async fn somebody(world: &World) -> (Services, Phone) {
    let (services, phone) = (world.services().await, Phone::default());
    let link = link(&services, Some(EMAIL)).await;
    let chosen = choose(&services, &link, PASSWORD).await.expect("the link works");
    let Chosen::Done(halfway) = chosen else {
        panic!("{chosen:?}");
    };
    phone.whole(&services, &halfway, now()).await;
    (services, phone)
}

async fn tries(services: &Services, email: &str, password: &str, at: DateTime<Utc>) -> Option<SignedIn> {
    service::password_sign_in(&nobody(at), services, email, password, None)
        .await
        .expect("an answer")
}

async fn a_password_is_chosen_by_link_and_signs_in(world: World) {
    let services = world.services().await;
    let link = link(&services, Some(EMAIL)).await;
    let not = |chosen: Result<Chosen, ServiceError>| match chosen {
        Ok(Chosen::Not(problem)) => problem,
        other => panic!("it was taken: {other:?}"),
    };
    assert_eq!(
        not(choose(&services, &link, "för kort").await),
        PasswordProblem::TooShort
    );
    assert_eq!(
        not(choose(&services, &link, &"lång".repeat(40)).await),
        PasswordProblem::TooLong
    );
    let other = "något helt annat";
    let differs = service::password_choose(&nobody(now()), &services, &link, PASSWORD, other, None).await;
    assert_eq!(not(differs), PasswordProblem::Differs);
    assert!(
        tries(&services, EMAIL, PASSWORD, now()).await.is_none(),
        "none is chosen yet"
    );
    // A link that chooses a password does not sign in by itself.
    let past = service::link_consume(&nobody(now()), &services, &link, None).await;
    assert!(matches!(past, Err(ServiceError::NotFound)), "{past:?}");

    let chosen = choose(&services, &link, PASSWORD).await.expect("the link works");
    let Chosen::Done(signed_in) = chosen else {
        panic!("{chosen:?}");
    };
    assert_eq!(signed_in.stage, Stage::Enrol, "and goes on to a second step");
    let again = choose(&services, &link, "fyra gula båtar på isen").await;
    assert!(matches!(again, Err(ServiceError::NotFound)), "once: {again:?}");

    let typed = format!("  {}", EMAIL.to_uppercase());
    let signed_in = tries(&services, &typed, PASSWORD, now()).await.expect("signs in");
    assert_eq!(signed_in.account.email.as_deref(), Some(EMAIL));
    assert!(
        tries(&services, EMAIL, &PASSWORD.to_uppercase(), now())
            .await
            .is_none()
    );
}

async fn a_password_that_many_use_or_that_is_a_name_is_refused(world: World) {
    let services = world.services().await;
    let link = link(&services, Some(EMAIL)).await;
    for easy in [
        "password1234",
        "qwertyuiopas",
        "aaaaaaaaaaaa",
        "lösenord1234",
        "Enheten Styrning",
        "styrning@myndigheten.example",
    ] {
        let chosen = choose(&services, &link, easy).await.expect("the link works");
        assert!(
            matches!(chosen, Chosen::Not(PasswordProblem::Common)),
            "{easy}: {chosen:?}"
        );
    }
    assert_eq!(count(&services.store, "account_password").await, 0);
}

async fn guessing_slows_down_whether_there_is_an_account_or_not(world: World) {
    let (services, _) = somebody(&world).await;
    for email in [EMAIL, "finns.inte@myndigheten.example"] {
        let mut at = now();
        for wrong in 0..12_u32 {
            assert!(tries(&services, email, "fel fel fel fel", at).await.is_none());
            let wait = wait_after(wrong + 1);
            let failures = "SELECT CAST(MAX(failures) AS BIGINT) FROM sign_in_attempt";
            assert_eq!(number(&services.store, failures).await, i64::from(wrong) + 1);
            if wait > TimeDelta::zero() {
                // Before its time not even the right one is looked at, nor is the attempt counted.
                let early = at + wait - TimeDelta::milliseconds(1);
                assert!(tries(&services, email, PASSWORD, early).await.is_none());
                assert_eq!(number(&services.store, failures).await, i64::from(wrong) + 1);
            }
            at += wait;
        }
        let after = tries(&services, email, PASSWORD, at).await;
        assert_eq!(after.is_some(), email == EMAIL);
        must(&services.store, &["DELETE FROM sign_in_attempt"]).await;
    }
    assert!(
        tries(&services, EMAIL, PASSWORD, now()).await.is_some(),
        "it begins anew"
    );
}

async fn many_at_once_get_no_more_guesses_than_one_by_one(world: World) {
    let (services, _) = somebody(&world).await;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let services = services.clone();
        all.spawn(async move { tries(&services, EMAIL, "fel fel fel fel", now()).await.is_none() });
    }
    let refused = all.join_all().await;
    assert_eq!(refused, [true; 20]);
    let failures = number(
        &services.store,
        "SELECT CAST(MAX(failures) AS BIGINT) FROM sign_in_attempt",
    )
    .await;
    assert_eq!(failures, 5, "the fifth makes the others wait");
}

async fn choosing_anew_ends_what_had_begun(world: World) {
    let (services, phone) = somebody(&world).await;
    let before = tries(&services, EMAIL, PASSWORD, now()).await.expect("signs in");
    let before = phone.whole(&services, &before, now()).await;
    let account = before.account.id;
    let link = service::link_issue(&operator(), &services, account, "account")
        .await
        .expect("may");
    let new = "fem röda cyklar i regn";
    let chosen = choose(&services, &link, new).await.expect("the link works");
    let Chosen::Done(now_in) = chosen else {
        panic!("{chosen:?}");
    };
    let holds = async |token: &str| {
        let known = service::session_resolve(&nobody(now()), &services, token).await;
        known.expect("an answer").is_some()
    };
    assert!(!holds(&before.token).await, "the old session is over");
    assert!(
        !holds(&now_in.token).await,
        "a link does not take the phone's place"
    );
    let now_in = phone.whole(&services, &now_in, now()).await;
    assert!(holds(&now_in.token).await);
    assert!(
        tries(&services, EMAIL, PASSWORD, now()).await.is_none(),
        "the old password is gone"
    );
    assert!(tries(&services, EMAIL, new, now()).await.is_some());
}

async fn whoever_is_disabled_or_has_no_password_is_answered_as_nobody(world: World) {
    let (services, _) = somebody(&world).await;
    must(&services.store, &["UPDATE account SET disabled_at = 1"]).await;
    assert!(tries(&services, EMAIL, PASSWORD, now()).await.is_none());
    link(&services, Some("ny@myndigheten.example")).await;
    assert!(
        tries(&services, "ny@myndigheten.example", PASSWORD, now())
            .await
            .is_none()
    );
    // Whoever has no address signs in by link, and chooses nothing with it.
    let token = link(&services, None).await;
    let chosen = choose(&services, &token, PASSWORD).await;
    assert!(matches!(chosen, Err(ServiceError::NotFound)), "{chosen:?}");
    assert!(
        service::link_consume(&nobody(now()), &services, &token, None)
            .await
            .is_ok()
    );
}

async fn nothing_that_was_typed_is_kept(world: World) {
    let (services, _) = somebody(&world).await;
    let before = audit_seq(&services.store).await;
    assert!(tries(&services, EMAIL, "hemligt men fel", now()).await.is_none());
    assert!(
        tries(&services, "mitt lösenord i fel fält", "x", now())
            .await
            .is_none()
    );
    assert_eq!(
        audit_seq(&services.store).await,
        before + 2,
        "each refusal leaves its trace"
    );
    let last = text(
        &services.store,
        "SELECT action FROM audit_event ORDER BY seq DESC LIMIT 1",
    )
    .await;
    assert_eq!(last, "session.refuse");
    let mut all = texts(&services.store, "SELECT payload FROM audit_payload").await;
    all.extend(texts(&services.store, "SELECT who_hash FROM sign_in_attempt").await);
    all.extend(texts(&services.store, "SELECT hash FROM account_password").await);
    for typed in [PASSWORD, "hemligt men fel", "mitt lösenord i fel fält"] {
        assert!(!all.iter().any(|kept| kept.contains(typed)), "{typed} is kept");
    }
    assert!(
        all.iter()
            .any(|kept| kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"))
    );
    // Addresses at random fill no table: a day later they are forgotten.
    assert_eq!(count(&services.store, "sign_in_attempt").await, 2);
    let later = now() + TimeDelta::hours(25);
    assert!(
        tries(&services, "en.till@myndigheten.example", "x", later)
            .await
            .is_none()
    );
    assert_eq!(count(&services.store, "sign_in_attempt").await, 1);
}

async fn sessions_are_seen_and_ended_by_their_owner_alone(world: World) {
    let (services, phone) = somebody(&world).await;
    let mut tokens = Vec::new();
    for minutes in [10, 20, 30] {
        let at = now() + TimeDelta::minutes(minutes);
        let halfway = tries(&services, EMAIL, PASSWORD, at).await.expect("signs in");
        tokens.push(phone.whole(&services, &halfway, at).await.token);
    }
    let at = now() + TimeDelta::minutes(40);
    let by = async |token: &str| {
        let known = service::session_resolve(&nobody(at), &services, token).await;
        let known = known.expect("an answer").expect("holds");
        Ctx {
            actor: known.actor,
            session: Some(known.hash),
            ..nobody(at)
        }
    };
    let mine = by(&tokens[1]).await;
    let list = async |ctx: &Ctx| {
        let own = service::own_account_view(ctx, &services).await;
        own.expect("one's own").sessions
    };
    let sessions = list(&mine).await;
    assert_eq!(sessions.len(), 4, "the one that began with the choice, and three");
    assert!(
        sessions.is_sorted_by(|one, next| one.seen >= next.seen),
        "the last seen first"
    );
    assert_eq!(sessions.iter().filter(|session| session.is_this).count(), 1);
    assert!(
        tokens
            .iter()
            .all(|token| sessions.iter().all(|session| session.key != *token))
    );

    // Somebody else's key ends nothing, and is not told from one that there never was.
    let stranger = link(&services, None).await;
    let stranger = service::link_consume(&nobody(at), &services, &stranger, None)
        .await
        .expect("signs in");
    let stranger = by(&stranger.token).await;
    let elsewhere = sessions.iter().find(|session| !session.is_this);
    let key = &elsewhere.expect("another").key;
    let before = audit_seq(&services.store).await;
    let tried = service::own_session_end(&stranger, &services, Some(key)).await;
    assert!(tried.expect("an answer").contains("hann-fore"));
    assert_eq!(audit_seq(&services.store).await, before);
    assert_eq!(list(&mine).await.len(), 4);

    let ended = service::own_session_end(&mine, &services, Some(key)).await;
    assert!(ended.expect("an answer").contains("avslutad"));
    assert_eq!(list(&mine).await.len(), 3);
    let ended = service::own_session_end(&mine, &services, None).await;
    assert!(ended.expect("an answer").contains("avslutad"));
    let left = list(&mine).await;
    assert_eq!(left.len(), 1);
    assert!(left[0].is_this, "one's own goes on");
    assert_eq!(list(&stranger).await.len(), 1, "and so do others'");
    assert_eq!(
        audit_seq(&services.store).await,
        before + 2,
        "each ending leaves its trace"
    );
    // What was idle for too long has ended, though its row is there.
    let late = Ctx {
        now: at + TimeDelta::hours(3),
        ..mine
    };
    assert_eq!(list(&late).await, []);
}

async fn whoever_knows_the_present_password_changes_it(world: World) {
    let (services, phone) = somebody(&world).await;
    let signs_in = async || {
        let halfway = tries(&services, EMAIL, PASSWORD, now()).await.expect("signs in");
        phone.whole(&services, &halfway, now()).await.token
    };
    let (other, this) = (signs_in().await, signs_in().await);
    let known = async |token: &str| {
        let known = service::session_resolve(&nobody(now()), &services, token).await;
        known.expect("an answer")
    };
    let held = known(&this).await.expect("holds");
    let me = Ctx {
        actor: held.actor,
        session: Some(held.hash),
        ..nobody(now())
    };
    let new = "sju blå kajor på taket";
    let change = async |present: &str, password: &str, again: &str| {
        let changed = service::password_change(&me, &services, present, password, again).await;
        changed.expect("an answer")
    };
    assert_eq!(
        change(PASSWORD, "kort", "kort").await,
        Changed::Not(PasswordProblem::TooShort)
    );
    assert_eq!(
        change(PASSWORD, new, PASSWORD).await,
        Changed::Not(PasswordProblem::Differs)
    );
    let easy = "password1234";
    assert_eq!(
        change(PASSWORD, easy, easy).await,
        Changed::Not(PasswordProblem::Common)
    );
    assert_eq!(change("inte det här", new, new).await, Changed::Wrong);
    assert!(known(&other).await.is_some(), "nothing has changed");
    assert_eq!(change(PASSWORD, new, new).await, Changed::Done);
    assert!(known(&this).await.is_some(), "this browser goes on");
    assert!(known(&other).await.is_none(), "the others are signed out");
    assert!(tries(&services, EMAIL, PASSWORD, now()).await.is_none());
    assert!(tries(&services, EMAIL, new, now()).await.is_some());
    // An open browser is no place to guess at leisure either.
    for _ in 0..5 {
        assert_eq!(change("inte det här", PASSWORD, PASSWORD).await, Changed::Wrong);
    }
    assert_eq!(
        change(new, PASSWORD, PASSWORD).await,
        Changed::Wrong,
        "it has to wait"
    );
    must(&services.store, &["DELETE FROM sign_in_attempt"]).await;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (services, me) = (services.clone(), me.clone());
        all.spawn(async move {
            service::password_change(&me, &services, "inte det här", PASSWORD, PASSWORD).await
        });
    }
    for changed in all.join_all().await {
        assert_eq!(changed.expect("an answer"), Changed::Wrong);
    }
    let failures = number(
        &services.store,
        "SELECT CAST(MAX(failures) AS BIGINT) FROM sign_in_attempt",
    );
    assert_eq!(failures.await, 5, "many at once get no more guesses here either");
}
