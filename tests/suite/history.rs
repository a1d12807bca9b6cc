//! Who changed what and when: the history of a thing, and the audit log.

use std::collections::BTreeSet;
use std::slice::from_ref;

use chrono::Duration;
use domain::ctx::Ctx;
use domain::form::DeliveryForm;
use domain::history::{Event, SubjectKind, Who};
use domain::id::{DeliveryId, InitiativeId};
use domain::role::Role;
use serde_json::{Value, json};
use service::exchange::portfolio_import;
use service::{ActorFilter, Answer, EventFilter, HistoryView, ServiceError, Services};
use store::{AuditRecord, Trail};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, portfolio_json};
use crate::support::operator;
use crate::support::rows::{audit_seq, must};

on_both!(
    an_initiative_tells_what_was_done_to_it_and_to_what_hangs_on_it,
    a_delivery_tells_its_own_alone,
    what_an_import_brought_and_changed_is_told,
    what_somebody_logged_came_by_no_import,
    an_erased_payload_is_told_as_erased,
    a_long_history_comes_in_pages_each_event_once,
    the_audit_log_is_filtered_by_each_of_its_fields,
    names_of_undecided_reports_are_told_to_those_who_may_know_of_them,
    a_thing_of_another_kind_or_none_has_no_history,
);

fn first(list: &str) -> String {
    let portfolio = portfolio_json();
    portfolio[list][0]["id"].as_str().expect("an id").to_owned()
}

async fn history(ctx: &Ctx, services: &Services, kind: SubjectKind, id: &str) -> HistoryView {
    service::history_view(ctx, services, kind, id, None)
        .await
        .expect("a history")
}

fn told(events: &[Event]) -> Vec<&str> {
    events.iter().map(|event| event.action.as_str()).collect()
}

/// Renames the first delivery through its form, as a portfolio manager does.
async fn rename(demo: &Demo, name: &str) {
    let manager = demo.ctx(Role::PortfolioManager);
    let initiative: InitiativeId = first("initiatives").parse().expect("an id");
    let delivery: DeliveryId = first("deliveries").parse().expect("an id");
    let view = service::delivery_form(&manager, &demo.services, initiative, Some(delivery), None).await;
    let form = DeliveryForm {
        submission: Uuid::now_v7().to_string(),
        name: name.to_owned(),
        ..view.expect("the form").state.form
    };
    let answer = service::delivery_save(&manager, &demo.services, form).await;
    assert!(matches!(answer, Ok(Answer::Done(_))), "{answer:?}");
}

async fn log_delivery(demo: &Demo) -> String {
    let form = DeliveryForm {
        submission: Uuid::now_v7().to_string(),
        initiative: first("initiatives"),
        name: "Ny leverans".to_owned(),
        description: "Vad den är.".to_owned(),
        status: "planned".to_owned(),
        ..DeliveryForm::default()
    };
    let manager = demo.ctx(Role::PortfolioManager);
    let answer = service::delivery_save(&manager, &demo.services, form).await;
    let Ok(Answer::Done(place)) = answer else {
        panic!("{answer:?}")
    };
    place.rsplit("leverans-").next().expect("an id").to_owned()
}

async fn an_initiative_tells_what_was_done_to_it_and_to_what_hangs_on_it(world: World) {
    let demo = Demo::load(&world).await;
    rename(&demo, "Nytt namn").await;
    let logged = log_delivery(&demo).await;
    let reviewer = demo.ctx(Role::Reviewer);
    let shown = history(
        &reviewer,
        &demo.services,
        SubjectKind::Initiative,
        &first("initiatives"),
    )
    .await;
    assert_eq!(
        told(&shown.events),
        ["delivery.log", "delivery.change"],
        "newest first"
    );
    assert_eq!(shown.subject.name, "Ökad kvalitet handlingsplan");
    let [log, change] = shown.events.as_slice() else {
        panic!("two events")
    };
    assert_eq!(log.subject, logged);
    assert!(log.at >= change.at && log.seq > change.seq);
    let happened = change.happened.as_ref().expect("not erased");
    assert!(matches!(&happened.who, Who::Person(name) if !name.is_empty()));
    assert_eq!(happened.roles, [Role::PortfolioManager]);
    let paths: Vec<_> = happened
        .changes
        .iter()
        .map(|change| change.path.join("."))
        .collect();
    assert_eq!(paths, ["name"], "what was not touched is no difference");
    assert_eq!(
        (&happened.changes[0].before, &happened.changes[0].after),
        (
            &Some(json!("Ökad kvalitet handlingsplan")),
            &Some(json!("Nytt namn"))
        )
    );
    let new = log.happened.as_ref().expect("not erased");
    assert!(new.is_new && new.changes.iter().any(|change| change.path == ["description"]));
    let named = &shown.names[&logged.parse().expect("an id")];
    assert_eq!(
        (named.kind, named.name.as_str()),
        (SubjectKind::Delivery, "Ny leverans")
    );
    assert_eq!((shown.before, shown.next), (None, None));
}

async fn a_delivery_tells_its_own_alone(world: World) {
    let demo = Demo::load(&world).await;
    rename(&demo, "Nytt namn").await;
    log_delivery(&demo).await;
    let leadership = demo.ctx(Role::Leadership);
    let shown = history(
        &leadership,
        &demo.services,
        SubjectKind::Delivery,
        &first("deliveries"),
    )
    .await;
    assert_eq!(told(&shown.events), ["delivery.change"]);
    let group = history(
        &leadership,
        &demo.services,
        SubjectKind::BenefitGroup,
        &first("benefit_groups"),
    )
    .await;
    assert!(group.events.is_empty());
}

async fn what_an_import_brought_and_changed_is_told(world: World) {
    let demo = Demo::load(&world).await;
    let owner = demo.ctx(Role::BenefitOwner);
    let id = first("areas");
    let before = history(&owner, &demo.services, SubjectKind::Area, &id).await;
    assert!(before.events.is_empty());
    let origin = before.origin.expect("it came by an import");
    assert!(!origin.several);

    let mut portfolio = portfolio_json();
    portfolio["areas"][0]["name"] = json!("Kundarbete och stöd");
    portfolio_import(&operator(), &demo.services, portfolio.to_string().as_bytes())
        .await
        .expect("imports");
    let after = history(&owner, &demo.services, SubjectKind::Area, &id).await;
    assert_eq!(told(&after.events), ["area.import"]);
    let happened = after.events[0].happened.as_ref().expect("not erased");
    assert_eq!(happened.who, Who::Operator);
    assert_eq!(happened.changes.len(), 1);
    let later = after.origin.expect("it still came by the first import");
    assert_eq!(
        (later.first, later.several),
        (origin.first, false),
        "the second import did not bring it"
    );
}

async fn what_somebody_logged_came_by_no_import(world: World) {
    let demo = Demo::load(&world).await;
    let logged = log_delivery(&demo).await;
    let shown = history(
        &demo.ctx(Role::Auditor),
        &demo.services,
        SubjectKind::Delivery,
        &logged,
    )
    .await;
    assert_eq!((told(&shown.events), shown.origin), (vec!["delivery.log"], None));
}

async fn an_erased_payload_is_told_as_erased(world: World) {
    let demo = Demo::load(&world).await;
    rename(&demo, "Nytt namn").await;
    let store = &demo.services.store;
    let seq = audit_seq(store).await;
    let erase = format!("UPDATE audit_payload SET salt = NULL, payload = NULL WHERE seq = {seq}");
    must(store, &[&erase]).await;
    let shown = history(
        &demo.ctx(Role::Auditor),
        &demo.services,
        SubjectKind::Delivery,
        &first("deliveries"),
    )
    .await;
    assert_eq!(told(&shown.events), ["delivery.change"], "that it was done stays");
    assert_eq!(shown.events[0].happened, None);
}

async fn a_long_history_comes_in_pages_each_event_once(world: World) {
    let demo = Demo::load(&world).await;
    let (unit, operator) = (first("units"), operator());
    let mut trail = Trail::default();
    for index in 0..120 {
        let record = AuditRecord::new("unit.import", "unit", &unit);
        let record = record.before(&json!({ "name": index })).expect("JSON");
        trail.push(record.after(&json!({ "name": index + 1 })).expect("JSON"));
    }
    let txn = demo.services.store.write_txn(&operator).await.expect("begins");
    txn.commit(trail).await.expect("commits");

    let manager = demo.ctx(Role::PortfolioManager);
    let (mut sizes, mut seen, mut before) = (Vec::new(), Vec::new(), None);
    loop {
        let page = service::history_view(&manager, &demo.services, SubjectKind::Unit, &unit, before)
            .await
            .expect("a page");
        sizes.push(page.events.len());
        seen.extend(page.events.iter().map(|event| event.seq));
        assert_eq!(
            page.origin.is_some(),
            page.next.is_none(),
            "how it came stands last"
        );
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [50, 50, 20]);
    let newest = audit_seq(&demo.services.store).await;
    let all: Vec<i64> = (newest - 119..=newest).rev().collect();
    assert_eq!(seen, all);
}

async fn the_audit_log_is_filtered_by_each_of_its_fields(world: World) {
    let demo = Demo::load(&world).await;
    rename(&demo, "Nytt namn").await;
    let (auditor, services) = (demo.ctx(Role::Auditor), &demo.services);
    let all = service::audit_view(&auditor, services, &EventFilter::default(), None)
        .await
        .expect("may");
    assert_eq!(
        all.count,
        u64::try_from(audit_seq(&services.store).await).expect("a count")
    );
    assert_eq!(all.head.seq, all.events[0].seq);
    let newest = &all.events[0];
    assert_eq!(newest.action, "delivery.change");
    let manager = newest.account.expect("an account");
    assert!(all.accounts.iter().any(|(id, _)| *id == manager));

    let count = async |filter: EventFilter| {
        let view = service::audit_view(&auditor, services, &filter, None)
            .await
            .expect("may");
        assert_eq!(view.count as usize, view.events.len(), "all on one page");
        view.events
    };
    let by_manager = count(EventFilter {
        actor: Some(ActorFilter::Account(manager)),
        ..EventFilter::default()
    })
    .await;
    let own = |event: &Event| event.account == Some(manager);
    // Whoever signs in is nobody until then, and it is theirs all the same.
    let signs_in = |event: &Event| event.action == "session.begin" && event.subject == manager.to_string();
    assert!(by_manager.iter().any(own));
    assert!(by_manager.iter().all(|event| own(event) || signs_in(event)));
    let by_nobody = count(EventFilter {
        actor: Some(ActorFilter::NoAccount),
        ..EventFilter::default()
    })
    .await;
    assert!(by_nobody.iter().any(|event| event.action == "portfolio.import"));
    assert!(by_nobody.iter().all(|event| event.account.is_none()));
    let logged = count(EventFilter {
        action: Some("delivery.change".to_owned()),
        ..EventFilter::default()
    })
    .await;
    assert_eq!(logged, from_ref(newest));
    let accounts = count(EventFilter {
        kind: Some("account".to_owned()),
        ..EventFilter::default()
    })
    .await;
    assert!(accounts.len() >= 14 && accounts.iter().all(|event| event.kind == "account"));
    let same_request = count(EventFilter {
        request: Some(newest.request),
        ..EventFilter::default()
    })
    .await;
    assert_eq!(same_request, from_ref(newest));
    // From its own moment on there is the newest; before it there is not.
    let since = count(EventFilter {
        from: Some(newest.at),
        ..EventFilter::default()
    })
    .await;
    assert!(since.contains(newest));
    let earlier = count(EventFilter {
        until: Some(newest.at),
        ..EventFilter::default()
    })
    .await;
    assert!(!earlier.contains(newest));
    let later = count(EventFilter {
        from: Some(newest.at + Duration::days(1)),
        ..EventFilter::default()
    })
    .await;
    assert!(later.is_empty());
}

async fn names_of_undecided_reports_are_told_to_those_who_may_know_of_them(world: World) {
    let demo = Demo::load(&world).await;
    let open: Value = portfolio_json()["reports"][1]["id"].clone();
    let open = open.as_str().expect("an id");
    // Nothing in the product names a report so; but what is named is told.
    let record = AuditRecord::new("unit.import", "unit", first("units"));
    let record = record.after(&json!({ "report": open })).expect("JSON");
    let operator = operator();
    let txn = demo.services.store.write_txn(&operator).await.expect("begins");
    txn.commit(Trail::one(record)).await.expect("commits");
    let mut knowing = BTreeSet::new();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Admin) {
        let shown = history(
            &demo.ctx(role),
            &demo.services,
            SubjectKind::Unit,
            &first("units"),
        )
        .await;
        if shown.names.contains_key(&open.parse().expect("an id")) {
            knowing.insert(role);
        }
    }
    assert_eq!(
        knowing,
        BTreeSet::from([Role::SteeringUnit, Role::Leadership, Role::Auditor])
    );
}

async fn a_thing_of_another_kind_or_none_has_no_history(world: World) {
    let demo = Demo::load(&world).await;
    let auditor = demo.ctx(Role::Auditor);
    let (delivery, account) = (
        first("deliveries"),
        auditor.account_id().expect("an account").to_string(),
    );
    for (kind, id) in [
        (SubjectKind::Initiative, delivery.as_str()),
        (SubjectKind::Delivery, "inget-id"),
        (SubjectKind::Delivery, "0195165a-bc00-7008-8000-00000000ffff"),
        (SubjectKind::Agency, "2"),
        (SubjectKind::Account, account.as_str()),
    ] {
        let answer = service::history_view(&auditor, &demo.services, kind, id, None).await;
        assert!(matches!(answer, Err(ServiceError::NotFound)), "{kind:?} {id}");
    }
    let agency = history(&auditor, &demo.services, SubjectKind::Agency, "1").await;
    assert_eq!(agency.subject.name, "Arbetsförmedlingen");
}
