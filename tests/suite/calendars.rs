//! Calendars by a secret link: whose they are, and until when.

use domain::ctx::Ctx;
use domain::id::{AccountId, PortfolioId};
use domain::policy::Refusal;
use domain::role::{Grant, Role, Scope};
use service::{CalendarFeed, ServiceError, Services};
use store::repo::account::account_insert;
use store::{AuditRecord, Trail};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, anonymous, as_account, portfolio_json};
use crate::support::measures;
use crate::support::operator;
use crate::support::rows::{text, texts};

on_both!(
    a_link_holds_until_it_is_replaced_or_stopped,
    a_calendar_is_of_its_own_persons_work,
    whoever_may_not_read_has_no_calendar,
);

/// The demo with a measure that nobody has measured.
async fn measured(world: &World) -> Demo {
    let demo = Demo::load(world).await;
    let (manager, services) = (demo.ctx(Role::PortfolioManager), &demo.services);
    let benefit = &portfolio_json()["benefits"][0];
    let id = |field: &str| benefit[field].as_str().expect("an id").to_owned();
    let of = (
        id("initiative").parse().expect("an initiative"),
        id("id").parse().expect("a benefit"),
    );
    let measure = measures::added(&manager, services).await;
    let goal = measures::goal_set(&manager, services, of, measure).await;
    service::effect_goal_review(&demo.ctx(Role::Reviewer), services, goal, 1, true, "")
        .await
        .expect("may approve");
    demo
}

async fn feed(services: &Services, secret: &str) -> service::Result<CalendarFeed> {
    service::calendar_feed(&anonymous(), services, secret).await
}

async fn is_gone(services: &Services, secret: &str) -> bool {
    matches!(feed(services, secret).await, Err(ServiceError::NotFound))
}

async fn a_link_holds_until_it_is_replaced_or_stopped(world: World) {
    let demo = measured(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    assert!(is_gone(services, "").await && is_gone(services, "annans").await);
    let first = service::calendar_link_make(&manager, services, "sv")
        .await
        .expect("may");
    let found = feed(services, &first).await.expect("is there");
    assert!(!found.waiting.is_empty() && found.waiting.iter().all(|item| item.day.is_some()));
    let stored = text(&services.store, "SELECT token_hash FROM calendar_link").await;
    assert!(!stored.contains(&first), "only a hash is kept");

    let second = service::calendar_link_make(&manager, services, "en")
        .await
        .expect("may");
    assert!(is_gone(services, &first).await);
    assert_eq!(feed(services, &second).await.expect("is there").lang, "en");
    let stopped = service::calendar_link_stop(&manager, services).await;
    assert_eq!(stopped.expect("may"), "/konto?klart=kalender-av#h-paminnelser");
    assert!(is_gone(services, &second).await);
    let again = service::calendar_link_stop(&manager, services).await;
    assert_eq!(again.expect("may"), "/konto?klart=hann-fore#h-paminnelser");
    let select = "SELECT action FROM audit_event WHERE action LIKE 'calendar_link.%' ORDER BY seq";
    assert_eq!(
        texts(&services.store, select).await,
        ["calendar_link.make", "calendar_link.renew", "calendar_link.stop"]
    );
}

/// An account with a role, as somebody who is signed in by it.
async fn account(services: &Services, grant: Grant) -> Ctx {
    let account = domain::account::Account {
        id: AccountId(Uuid::now_v7()),
        email: None,
        name: "Någon".to_owned(),
        grants: vec![grant],
    };
    let ctx = operator();
    let txn = services.store.write_txn(&ctx).await.expect("begins");
    account_insert(&ctx, &txn, &account).await.expect("an account");
    let added = AuditRecord::new("account.add", "account", account.id);
    txn.commit(Trail::one(added)).await.expect("commits");
    as_account(account.id, account.grants)
}

async fn a_calendar_is_of_its_own_persons_work(world: World) {
    let demo = measured(&world).await;
    let services = &demo.services;
    let manager = |scope| Grant {
        role: Role::PortfolioManager,
        scope,
        from: None,
        to: None,
    };
    let elsewhere = Scope::Portfolios(vec![PortfolioId(Uuid::now_v7())]);
    let mut entries = Vec::new();
    for scope in [Scope::All, elsewhere] {
        let them = account(services, manager(scope)).await;
        let secret = service::calendar_link_make(&them, services, "sv")
            .await
            .expect("may");
        let found = feed(services, &secret).await.expect("is there");
        entries.push(found.waiting.len() + found.ahead.len());
    }
    assert!(entries[0] > 0, "there is work in the whole portfolio");
    assert_eq!(entries[1], 0, "none of it is in a portfolio that has nothing");
    // What is only theirs to do who judge: the cut-off that comes.
    let steering = demo.ctx(Role::SteeringUnit);
    let secret = service::calendar_link_make(&steering, services, "sv")
        .await
        .expect("may");
    let ahead = feed(services, &secret).await.expect("is there").ahead;
    assert!(
        ahead
            .iter()
            .any(|one| one.kind == domain::work::AheadKind::CutOff),
        "{ahead:?}"
    );
}

async fn whoever_may_not_read_has_no_calendar(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let admin = service::calendar_link_make(&demo.ctx(Role::Admin), services, "sv").await;
    assert!(
        matches!(admin, Err(ServiceError::Refused(Refusal::NotFound))),
        "{admin:?}"
    );
    // A role that ends today holds today, and not tomorrow.
    let grant = Grant {
        role: Role::Reviewer,
        scope: Scope::All,
        from: None,
        to: Some(operator().today()),
    };
    let stand_in = account(services, grant).await;
    let secret = service::calendar_link_make(&stand_in, services, "sv")
        .await
        .expect("may");
    assert!(feed(services, &secret).await.is_ok());
    let tomorrow = Ctx {
        now: operator().now + chrono::TimeDelta::days(1),
        ..anonymous()
    };
    let ended = service::calendar_feed(&tomorrow, services, &secret).await;
    assert!(matches!(ended, Err(ServiceError::NotFound)), "{ended:?}");

    // Whoever is shut out has no link any more, also where they are let in again.
    let steering = demo.ctx(Role::SteeringUnit);
    let secret = service::calendar_link_make(&steering, services, "sv")
        .await
        .expect("may");
    let id = steering.account_id().expect("an account");
    for (version, disabled) in [(1, true), (2, false)] {
        service::account_disable(&operator(), services, id, version, disabled)
            .await
            .expect("may");
        assert!(is_gone(services, &secret).await, "disabled: {disabled}");
    }
}
