//! The ways in and out: a link signs in once, sessions and roles end, and the demo goes over nothing else.

use chrono::Duration;
use domain::ctx::{Actor, Ctx};
use domain::id::AccountId;
use domain::register::Query;
use domain::role::{Role, Scope};
use service::ServiceError;
use service::exchange::portfolio_import;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, anonymous, portfolio, somebody};
use crate::support::rows::{audit_seq, count, must};
use crate::support::{now, operator};

on_both!(
    a_link_signs_in_once,
    a_link_that_many_use_at_once_signs_in_one,
    a_session_ends_after_two_idle_hours_and_after_twelve_in_all,
    a_session_that_is_ended_is_over,
    a_disabled_account_loses_its_sessions_and_links,
    a_role_ends_with_its_last_day_though_the_session_goes_on,
    the_demo_is_not_loaded_over_anything_else,
);

/// An account's link, token and context; the account is the demo's portfolio manager.
async fn issued(demo: &Demo) -> (AccountId, String) {
    let account = demo.ctx(Role::PortfolioManager).account_id().expect("an account");
    let link = service::link_issue(&operator(), &demo.services, account, "test")
        .await
        .expect("may");
    (account, link)
}

fn not_found<T: std::fmt::Debug>(answer: Result<T, ServiceError>) {
    assert!(matches!(answer, Err(ServiceError::NotFound)), "{answer:?}");
}

fn later(by: Duration) -> Ctx {
    Ctx {
        now: now() + by,
        ..anonymous()
    }
}

async fn a_link_signs_in_once(world: World) {
    let demo = Demo::load(&world).await;
    let s = &demo.services;
    let (account, link) = issued(&demo).await;
    // Looking does not use it up.
    for _ in 0..2 {
        assert_eq!(
            service::link_peek(&anonymous(), s, &link)
                .await
                .expect("works")
                .id,
            account
        );
    }
    assert_eq!(
        service::link_consume(&anonymous(), s, &link, None)
            .await
            .expect("signs in")
            .account
            .id,
        account
    );
    not_found(service::link_peek(&anonymous(), s, &link).await);
    not_found(service::link_consume(&anonymous(), s, &link, None).await);
    // Nor does one that nobody has issued, or that is a day old.
    for guess in ["", "0", &"0".repeat(64)] {
        not_found(service::link_consume(&anonymous(), s, guess, None).await);
    }
    let (_, link) = issued(&demo).await;
    not_found(service::link_consume(&later(Duration::hours(24)), s, &link, None).await);
    let almost = later(Duration::hours(24) - Duration::seconds(1));
    service::link_consume(&almost, s, &link, None)
        .await
        .expect("signs in");
    // The token itself is nowhere in the database.
    let hashes = crate::support::rows::texts(&s.store, "SELECT token_hash FROM one_time_link").await;
    assert!(!hashes.contains(&link) && hashes.iter().all(|hash| hash.len() == 64));
}

async fn a_link_that_many_use_at_once_signs_in_one(world: World) {
    let demo = Demo::load(&world).await;
    let (_, link) = issued(&demo).await;
    let sessions = count(&demo.services.store, "session").await;
    let tries: Vec<_> = (0..6)
        .map(|_| {
            let (services, link) = (demo.services.clone(), link.clone());
            tokio::spawn(async move {
                service::link_consume(&anonymous(), &services, &link, None)
                    .await
                    .is_ok()
            })
        })
        .collect();
    let mut signed_in = 0;
    for one in tries {
        signed_in += u32::from(one.await.expect("no panic"));
    }
    assert_eq!(signed_in, 1);
    assert_eq!(count(&demo.services.store, "session").await, sessions + 1);
}

async fn signed_in(demo: &Demo) -> String {
    let (_, link) = issued(demo).await;
    service::link_consume(&anonymous(), &demo.services, &link, None)
        .await
        .expect("signs in")
        .token
}

async fn holds(demo: &Demo, token: &str, by: Duration) -> bool {
    service::session_resolve(&later(by), &demo.services, token)
        .await
        .expect("answers")
        .is_some()
}

async fn a_session_ends_after_two_idle_hours_and_after_twelve_in_all(world: World) {
    let demo = Demo::load(&world).await;
    let token = signed_in(&demo).await;
    assert!(holds(&demo, &token, Duration::hours(2) - Duration::seconds(1)).await);
    // That request was its last sight: the two hours run from there.
    assert!(holds(&demo, &token, Duration::hours(3)).await);
    assert!(!holds(&demo, &token, Duration::hours(5)).await, "two idle hours");

    let token = signed_in(&demo).await;
    for hour in 1..12 {
        assert!(holds(&demo, &token, Duration::hours(hour)).await, "hour {hour}");
    }
    assert!(
        !holds(&demo, &token, Duration::hours(12)).await,
        "twelve hours in all"
    );
    for guess in ["", "0", &"0".repeat(64)] {
        assert!(!holds(&demo, guess, Duration::zero()).await);
    }
    let hashes = crate::support::rows::texts(&demo.services.store, "SELECT token_hash FROM session").await;
    assert!(!hashes.contains(&token) && hashes.iter().all(|hash| hash.len() == 64));
}

async fn a_session_that_is_ended_is_over(world: World) {
    let demo = Demo::load(&world).await;
    let (mine, other) = (signed_in(&demo).await, signed_in(&demo).await);
    let known = service::session_resolve(&anonymous(), &demo.services, &mine)
        .await
        .expect("answers")
        .expect("a session");
    let ctx = Ctx {
        actor: known.actor,
        session: Some(known.hash),
        ..operator()
    };
    let before = audit_seq(&demo.services.store).await;
    service::session_end(&ctx, &demo.services).await.expect("ends");
    assert!(!holds(&demo, &mine, Duration::zero()).await);
    assert!(
        holds(&demo, &other, Duration::zero()).await,
        "another browser's session goes on"
    );
    assert_eq!(audit_seq(&demo.services.store).await, before + 1);
    // Without a session there is nothing to end.
    service::session_end(&anonymous(), &demo.services)
        .await
        .expect("nothing happens");
    assert_eq!(audit_seq(&demo.services.store).await, before + 1);
}

async fn a_disabled_account_loses_its_sessions_and_links(world: World) {
    let demo = Demo::load(&world).await;
    let token = signed_in(&demo).await;
    let (_, link) = issued(&demo).await;
    assert!(holds(&demo, &token, Duration::zero()).await);
    must(&demo.services.store, &["UPDATE account SET disabled_at = 1"]).await;
    assert!(!holds(&demo, &token, Duration::zero()).await);
    not_found(service::link_peek(&anonymous(), &demo.services, &link).await);
    not_found(service::link_consume(&anonymous(), &demo.services, &link, None).await);
}

async fn a_role_ends_with_its_last_day_though_the_session_goes_on(world: World) {
    let demo = Demo::load(&world).await;
    let token = signed_in(&demo).await;
    must(
        &demo.services.store,
        &["UPDATE account_grant SET valid_to = '2025-10-01'"],
    )
    .await;
    // Midnight in Stockholm, not in Greenwich: 22:00 in summer.
    for (hours, may) in [(9, true), (10, false)] {
        let at = Ctx {
            now: now() + Duration::hours(hours),
            ..anonymous()
        };
        let quick = Ctx {
            now: now() + Duration::hours(1),
            ..anonymous()
        };
        let resolved = service::session_resolve(&quick, &demo.services, &token)
            .await
            .expect("answers");
        let actor = resolved.expect("a session").actor;
        assert!(matches!(actor, Actor::Account { .. }));
        let answer = service::initiative_list(&Ctx { actor, ..at }, &demo.services, &Query::default()).await;
        assert_eq!(answer.is_ok(), may, "{hours} hours after noon");
    }
}

async fn the_demo_is_not_loaded_over_anything_else(world: World) {
    let services = world.services().await;
    let admin = somebody(Role::Admin, Scope::All);
    portfolio_import(&operator(), &services, &portfolio())
        .await
        .expect("imports");
    let before = (
        audit_seq(&services.store).await,
        count(&services.store, "account").await,
    );
    let answer = service::demo_load(&admin, &services, &[&portfolio()], |role| role.code().to_owned()).await;
    assert!(matches!(answer, Err(ServiceError::State(_))), "{answer:?}");
    assert_eq!(
        (
            audit_seq(&services.store).await,
            count(&services.store, "account").await
        ),
        before
    );
    let demo = Demo::load(&world).await;
    must(
        &demo.services.store,
        &["UPDATE account SET email = 'a@example.se' WHERE name = 'admin'"],
    )
    .await;
    let answer = service::demo_load(&operator(), &demo.services, &[&portfolio()], |_| String::new()).await;
    assert!(matches!(answer, Err(ServiceError::State(_))), "{answer:?}");
}
