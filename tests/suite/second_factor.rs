//! The second step of signing in: connected once, asked for always, guessed at slowly, and lost without
//! being locked out for ever.

use chrono::TimeDelta;
use domain::account::NewAccount;
use domain::ctx::Ctx;
use domain::password::wait_after;
use domain::policy::Refusal;
use domain::role::Role;
use domain::second_factor::{RECOVERY_CODES, Stage};
use service::{Chosen, Halfway, Named, Secrets, ServiceError, Services, SignInWays, SignedIn};

use crate::support::database::{World, on_both};
use crate::support::demo::as_account;
use crate::support::rows::{audit_seq, count, must, number, text, texts};
use crate::support::second_factor::{Phone, code, letters, wrong_code};
use crate::support::{nobody, now, operator};

on_both!(
    a_password_alone_opens_nothing,
    a_code_is_taken_once_and_in_its_time_alone,
    guessing_codes_slows_down_however_often_the_password_is_right,
    what_is_half_seen_connects_nothing,
    a_paper_opens_once_for_each_code,
    whoever_has_a_code_makes_new_ones_or_changes_phones,
    a_lost_phone_is_forgotten_by_somebody_else,
    a_link_does_not_take_the_place_of_a_phone,
    what_codes_are_made_of_is_sealed,
);

const EMAIL: &str = "styrning@myndigheten.example";
const PASSWORD: &str = "tre gula båtar på isen";

/// An account that has just chosen its password.
async fn newcomer(services: &Services) -> SignedIn {
    let new = NewAccount::parse("Enheten Styrning", Some(EMAIL), &[Role::SteeringUnit]).expect("an account");
    let link = service::account_add(&operator(), services, new)
        .await
        .expect("may");
    match service::password_choose(&nobody(now()), services, &link, PASSWORD, PASSWORD, None).await {
        Ok(Chosen::Done(halfway)) => halfway,
        other => panic!("the link does not work: {other:?}"),
    }
}

/// An account with a phone.
async fn somebody(services: &Services) -> (SignedIn, Phone) {
    let (halfway, phone) = (newcomer(services).await, Phone::default());
    let whole = phone.whole(services, &halfway, now()).await;
    (whole, phone)
}

/// Somebody knows the password, at a moment.
async fn halfway(services: &Services, minutes: i64) -> SignedIn {
    let ctx = nobody(now() + TimeDelta::minutes(minutes));
    let halfway = service::password_sign_in(&ctx, services, EMAIL, PASSWORD, None).await;
    halfway.expect("an answer").expect("the password is right")
}

async fn check(services: &Services, halfway: &SignedIn, typed: &str, minutes: i64) -> Option<SignedIn> {
    let ctx = nobody(now() + TimeDelta::minutes(minutes));
    let checked = service::second_factor_check(&ctx, services, &halfway.token, typed).await;
    checked.expect("they are halfway")
}

/// Who a token stands for.
async fn known(services: &Services, token: &str, minutes: i64) -> Option<Ctx> {
    let ctx = nobody(now() + TimeDelta::minutes(minutes));
    let known = service::session_resolve(&ctx, services, token).await;
    let known = known.expect("an answer")?;
    Some(Ctx {
        actor: known.actor,
        session: Some(known.hash),
        ..ctx
    })
}

async fn a_password_alone_opens_nothing(world: World) {
    let services = world.services().await;
    let first = newcomer(&services).await;
    assert_eq!(first.stage, Stage::Enrol);
    assert!(known(&services, &first.token, 0).await.is_none());
    let made_of = letters(&services, &first, now()).await;
    let ctx = nobody(now());
    let wrong = wrong_code(&made_of, now());
    let not = service::second_factor_enrol(&ctx, &services, &first.token, &wrong).await;
    assert!(not.expect("may").is_none());
    let phone = Phone::default();
    let whole = phone.whole(&services, &first, now()).await;
    assert_eq!(whole.stage, Stage::Whole);
    assert_ne!(whole.token, first.token, "a new token for a new standing");
    assert!(known(&services, &whole.token, 0).await.is_some());
    assert!(known(&services, &first.token, 0).await.is_none());
    let gone = service::second_factor_view(&ctx, &services, &first.token).await;
    assert!(matches!(gone, Err(ServiceError::NotFound)), "{gone:?}");

    // Every later time the code is asked for, and what one is halfway with neither reads nor ends anything.
    let next = halfway(&services, 1).await;
    assert_eq!(next.stage, Stage::Code);
    let asked = service::second_factor_view(&nobody(now()), &services, &next.token).await;
    assert!(matches!(asked, Ok(Halfway::Code(_))), "{asked:?}");
    assert!(known(&services, &next.token, 1).await.is_none());
    let twice = service::second_factor_enrol(&ctx, &services, &next.token, &code(&made_of, now())).await;
    assert!(
        matches!(twice, Err(ServiceError::NotFound)),
        "no other app is connected past the first"
    );
    let me = known(&services, &whole.token, 1).await.expect("signed in");
    let own = service::own_account_view(&me, &services)
        .await
        .expect("one's own");
    assert_eq!(own.sessions.len(), 1, "a half session is none");
    assert_eq!(own.recovery_codes_left, Some(RECOVERY_CODES));
    // Whoever signs in anew in the same browser is not signed in twice there.
    let ctx_later = nobody(now() + TimeDelta::minutes(1));
    let anew = service::password_sign_in(&ctx_later, &services, EMAIL, PASSWORD, Some(&whole.token)).await;
    assert!(anew.expect("an answer").is_some());
    assert!(known(&services, &whole.token, 1).await.is_none());
    // It waits for half an hour.
    let late = nobody(now() + TimeDelta::minutes(32));
    let late = service::second_factor_view(&late, &services, &next.token).await;
    assert!(matches!(late, Err(ServiceError::NotFound)), "{late:?}");
    // Nobody is halfway by any other token.
    let whole = service::second_factor_check(&ctx, &services, &whole.token, "123456").await;
    assert!(matches!(whole, Err(ServiceError::NotFound)), "{whole:?}");
}

async fn a_code_is_taken_once_and_in_its_time_alone(world: World) {
    let services = world.services().await;
    let (_, phone) = somebody(&services).await;
    let made_of = phone.letters();
    let (early, late) = (halfway(&services, 10).await, halfway(&services, 10).await);
    let at = |seconds: i64| now() + TimeDelta::minutes(10) + TimeDelta::seconds(seconds);
    // Too old and too new by one step more than a clock may be wrong.
    for seconds in [-60, 60] {
        let other = code(&made_of, at(seconds));
        assert!(check(&services, &early, &other, 10).await.is_none(), "{seconds}");
    }
    let typed = code(&made_of, at(0));
    let spaced = format!(" {} {} ", &typed[..3], &typed[3..]);
    assert!(check(&services, &early, &spaced, 10).await.is_some());
    assert!(check(&services, &late, &typed, 10).await.is_none(), "once");
    let before = code(&made_of, at(-30));
    assert!(
        check(&services, &late, &before, 10).await.is_none(),
        "nor one from before it"
    );
    must(&services.store, &["DELETE FROM sign_in_attempt"]).await;
    let next = code(&made_of, at(30));
    assert!(
        check(&services, &late, &next, 10).await.is_some(),
        "the next one does"
    );
    // Twenty who send the same at once are one.
    let mut all = tokio::task::JoinSet::new();
    let typed = code(&made_of, now() + TimeDelta::minutes(20));
    for _ in 0..5 {
        let (services, typed, halfway) = (services.clone(), typed.clone(), halfway(&services, 20).await);
        all.spawn(async move { check(&services, &halfway, &typed, 20).await.is_some() });
    }
    let let_in = all.join_all().await.into_iter().filter(|let_in| *let_in).count();
    assert_eq!(let_in, 1);
}

async fn guessing_codes_slows_down_however_often_the_password_is_right(world: World) {
    let services = world.services().await;
    let (_, phone) = somebody(&services).await;
    let made_of = phone.letters();
    let mut at = now() + TimeDelta::minutes(5);
    let failures = "SELECT CAST(MAX(failures) AS BIGINT) FROM sign_in_attempt";
    for wrong in 0..8_u32 {
        let ctx = nobody(at);
        // The password is right each time, which wins nothing.
        let halfway = service::password_sign_in(&ctx, &services, EMAIL, PASSWORD, None).await;
        let halfway = halfway.expect("an answer").expect("the password is right");
        let typed = wrong_code(&made_of, at);
        let checked = service::second_factor_check(&ctx, &services, &halfway.token, &typed).await;
        assert!(checked.expect("may").is_none());
        assert_eq!(number(&services.store, failures).await, i64::from(wrong) + 1);
        let wait = wait_after(wrong + 1);
        if wait > TimeDelta::zero() {
            let early = nobody(at + wait - TimeDelta::milliseconds(1));
            let right = code(&made_of, early.now);
            let checked = service::second_factor_check(&early, &services, &halfway.token, &right).await;
            assert!(checked.expect("may").is_none(), "it has to wait");
        }
        at += wait;
    }
    let last = "SELECT action FROM audit_event ORDER BY seq DESC LIMIT 1";
    assert_eq!(text(&services.store, last).await, "second_factor.refuse");
    let ctx = nobody(at);
    let halfway = service::password_sign_in(&ctx, &services, EMAIL, PASSWORD, None).await;
    let halfway = halfway.expect("an answer").expect("the password is right");
    let right = code(&made_of, at);
    let checked = service::second_factor_check(&ctx, &services, &halfway.token, &right).await;
    assert!(checked.expect("may").is_some());
    assert_eq!(
        count(&services.store, "sign_in_attempt").await,
        0,
        "it begins anew"
    );
}

/// Somebody who knew the password before has seen what an app is connected with; that is worth nothing
/// once the owner signs in.
async fn what_is_half_seen_connects_nothing(world: World) {
    let services = world.services().await;
    let first = newcomer(&services).await;
    let seen = letters(&services, &first, now()).await;
    let second = halfway(&services, 1).await;
    assert_eq!(second.stage, Stage::Enrol);
    let gone = service::second_factor_view(&nobody(now()), &services, &first.token).await;
    assert!(matches!(gone, Err(ServiceError::NotFound)), "{gone:?}");
    assert_ne!(letters(&services, &second, now()).await, seen);
    let ctx = nobody(now());
    let old = service::second_factor_enrol(&ctx, &services, &second.token, &code(&seen, now())).await;
    assert!(old.expect("may").is_none());
    let phone = Phone::default();
    phone.whole(&services, &second, now()).await;
}

async fn a_paper_opens_once_for_each_code(world: World) {
    let services = world.services().await;
    let (whole, phone) = somebody(&services).await;
    let paper = phone.next_on_paper();
    let next = halfway(&services, 1).await;
    let untidy = format!(" {} ", paper.to_uppercase().replace('-', " "));
    assert!(check(&services, &next, &untidy, 1).await.is_some());
    let next = halfway(&services, 2).await;
    assert!(check(&services, &next, &paper, 2).await.is_none(), "once");
    assert!(check(&services, &next, &phone.next_on_paper(), 2).await.is_some());
    let me = known(&services, &whole.token, 3).await.expect("signed in");
    let own = service::own_account_view(&me, &services)
        .await
        .expect("one's own");
    assert_eq!(own.recovery_codes_left, Some(RECOVERY_CODES - 2));
    // Another's paper is none.
    let new = NewAccount::parse("Annan", Some("annan@myndigheten.example"), &[Role::Reviewer]);
    let link = service::account_add(&operator(), &services, new.expect("an account")).await;
    let link = link.expect("may");
    let chosen = service::password_choose(&nobody(now()), &services, &link, PASSWORD, PASSWORD, None).await;
    let Ok(Chosen::Done(other)) = chosen else {
        panic!("{chosen:?}");
    };
    let others = Phone::default();
    others.whole(&services, &other, now()).await;
    let next = halfway(&services, 4).await;
    assert!(
        check(&services, &next, &others.next_on_paper(), 4)
            .await
            .is_none()
    );
}

async fn whoever_has_a_code_makes_new_ones_or_changes_phones(world: World) {
    let services = world.services().await;
    let (whole, phone) = somebody(&services).await;
    let me = known(&services, &whole.token, 1).await.expect("signed in");
    let before = audit_seq(&services.store).await;
    let wrong = wrong_code(&phone.letters(), me.now);
    let not = service::recovery_code_renew(&me, &services, &wrong).await;
    assert!(not.expect("may").is_none());
    assert!(
        !service::second_factor_replace(&me, &services, "fel")
            .await
            .expect("may")
    );
    assert!(
        known(&services, &whole.token, 1).await.is_some(),
        "nothing has changed"
    );

    let old = phone.next_on_paper();
    let renewed = service::recovery_code_renew(&me, &services, &code(&phone.letters(), me.now)).await;
    let renewed = renewed.expect("may").expect("the code is right");
    assert_eq!(renewed.len(), RECOVERY_CODES);
    let next = halfway(&services, 2).await;
    assert!(
        check(&services, &next, &old, 2).await.is_none(),
        "the old paper is void"
    );
    assert!(check(&services, &next, &renewed[0], 2).await.is_some());

    let replaced = service::second_factor_replace(&me, &services, &renewed[1]).await;
    assert!(replaced.expect("may"));
    assert!(
        known(&services, &whole.token, 2).await.is_none(),
        "signed out everywhere"
    );
    let select = format!("SELECT action FROM audit_event WHERE seq > {before} ORDER BY seq");
    let actions = texts(&services.store, &select).await;
    for action in ["recovery_code.renew", "recovery_code.use", "second_factor.forget"] {
        assert!(actions.iter().any(|found| found == action), "{actions:?}");
    }
    let next = halfway(&services, 3).await;
    assert_eq!(next.stage, Stage::Enrol);
    let other = Phone::default();
    other.whole(&services, &next, now() + TimeDelta::minutes(3)).await;
    assert_ne!(other.letters(), phone.letters());
}

async fn a_lost_phone_is_forgotten_by_somebody_else(world: World) {
    let services = world.services().await;
    let (whole, _) = somebody(&services).await;
    let admin = NewAccount::parse("Förvaltaren", None, &[Role::Admin]).expect("an account");
    let link = service::account_add(&operator(), &services, admin)
        .await
        .expect("may");
    let admin = service::link_consume(&nobody(now()), &services, &link, None).await;
    let admin = admin.expect("signs in").account;
    let admin = as_account(admin.id, admin.grants);
    let id = whole.account.id;
    // Nobody does it for themselves past the code.
    let mine = service::account_app_reset(&admin, &services, admin.account_id().expect("one")).await;
    assert!(
        matches!(mine, Err(ServiceError::Refused(Refusal::OwnWork))),
        "{mine:?}"
    );
    let reset = service::account_app_reset(&admin, &services, id)
        .await
        .expect("may");
    assert!(reset.ends_with("klart=app"), "{reset}");
    assert!(known(&services, &whole.token, 0).await.is_none());
    assert_eq!(count(&services.store, "recovery_code").await, 0);
    let again = service::account_app_reset(&admin, &services, id)
        .await
        .expect("may");
    assert!(again.ends_with("klart=hann-fore"), "{again}");
    assert_eq!(halfway(&services, 1).await.stage, Stage::Enrol);

    // At the command line as well, for the one administrator there is.
    let phone = Phone::default();
    let next = halfway(&services, 2).await;
    phone.whole(&services, &next, now() + TimeDelta::minutes(2)).await;
    let named = Named::Email(format!(" {}", EMAIL.to_uppercase()));
    let forgotten = service::account_app_forget(&operator(), &services, &named).await;
    assert!(forgotten.expect("may"));
    let nothing = service::account_app_forget(&operator(), &services, &named).await;
    assert!(!nothing.expect("may"));
}

/// Without its address an account signs in by link; the phone that it has is asked for all the same.
async fn a_link_does_not_take_the_place_of_a_phone(world: World) {
    let services = world.services().await;
    let (whole, phone) = somebody(&services).await;
    must(&services.store, &["UPDATE account SET email = NULL"]).await;
    let link = service::link_issue(&operator(), &services, whole.account.id, "account").await;
    let used = service::link_consume(&nobody(now()), &services, &link.expect("may"), None).await;
    let used = used.expect("the link works");
    assert_eq!(used.stage, Stage::Code);
    assert!(known(&services, &used.token, 0).await.is_none());
    assert!(check(&services, &used, &phone.next_on_paper(), 0).await.is_some());

    // Whoever never had an address connects one as well; in the demo alone a link is enough.
    let new = NewAccount::parse("Driften", None, &[Role::Admin]).expect("an account");
    let link = async || {
        let linked = service::account_add(&operator(), &services, new.clone()).await;
        linked.expect("may")
    };
    let used = service::link_consume(&nobody(now()), &services, &link().await, None).await;
    assert_eq!(
        used.expect("the link works").stage,
        Stage::Whole,
        "as in the demo"
    );
    let real = services.clone().with_ways(SignInWays::default());
    let used = service::link_consume(&nobody(now()), &real, &link().await, None).await;
    let used = used.expect("the link works");
    assert_eq!(used.stage, Stage::Enrol);
    let whole = Phone::default().whole(&real, &used, now()).await;
    assert!(known(&real, &whole.token, 0).await.is_some());
}

async fn what_codes_are_made_of_is_sealed(world: World) {
    let services = world.services().await;
    let (_, phone) = somebody(&services).await;
    let mut all = texts(&services.store, "SELECT payload FROM audit_payload").await;
    all.extend(texts(&services.store, "SELECT sealed FROM second_factor").await);
    all.extend(texts(&services.store, "SELECT code_hash FROM recovery_code").await);
    let (letters, paper) = (phone.letters(), phone.next_on_paper());
    assert!(
        !all.iter()
            .any(|kept| kept.contains(&letters) || kept.contains(&paper))
    );
    service::secrets_check(&operator(), &services)
        .await
        .expect("the key fits");

    // With another key nobody gets in, and the program says so as it starts.
    let other = services
        .clone()
        .with_secrets(Secrets::new([8; service::KEY_BYTES]));
    let refused = service::secrets_check(&operator(), &other).await;
    assert!(matches!(refused, Err(ServiceError::State(_))), "{refused:?}");
    let next = halfway(&services, 1).await;
    let typed = code(&letters, now() + TimeDelta::minutes(1));
    let ctx = nobody(now() + TimeDelta::minutes(1));
    let refused = service::second_factor_check(&ctx, &other, &next.token, &typed).await;
    assert!(matches!(refused, Err(ServiceError::State(_))), "{refused:?}");
    // Moved to another account's row it does not open either.
    let new = NewAccount::parse("Annan", Some("annan@myndigheten.example"), &[Role::Reviewer]);
    let link = service::account_add(&operator(), &services, new.expect("an account")).await;
    let chosen = service::password_choose(
        &nobody(now()),
        &services,
        &link.expect("may"),
        PASSWORD,
        PASSWORD,
        None,
    )
    .await;
    let Ok(Chosen::Done(thief)) = chosen else {
        panic!("{chosen:?}");
    };
    let swap = "UPDATE second_factor SET sealed = (SELECT sealed FROM second_factor WHERE confirmed_at IS NOT \
                NULL) WHERE confirmed_at IS NULL";
    must(&services.store, &[swap]).await;
    let moved = service::second_factor_view(&nobody(now()), &services, &thief.token).await;
    assert!(matches!(moved, Err(ServiceError::State(_))), "{moved:?}");
}
