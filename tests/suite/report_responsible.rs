//! Whom it waits for that a report lacks something.

use std::collections::BTreeSet;

use domain::account::Account;
use domain::form::StatementForm;
use domain::id::{AccountId, ReportId, UnitId};
use domain::report::responsible::{LackKind, Whom};
use domain::role::{Grant, Role, Scope};
use domain::unit::Unit;
use service::{ResponsibleView, ServiceError, Services, StatementTarget};
use store::repo::account::account_insert;
use store::repo::unit::unit_insert;
use store::{AuditRecord, Trail};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::Demo;
use crate::support::forms::done;
use crate::support::operator;
use crate::support::rows::must;

on_both!(
    what_a_report_lacks_stands_with_whoever_can_mend_it,
    whoever_answers_for_the_unit_is_asked_before_others,
    what_was_sent_in_waits_for_somebody_else_than_who_wrote_it,
    a_decided_report_lacks_nothing_and_few_see_who_is_asked,
);

async fn report(services: &Services, to_year: i32) -> ReportId {
    let view = service::report_view_of_year(&operator(), services, to_year).await;
    view.expect("the report").model.report.id
}

async fn shown(demo: &Demo) -> ResponsibleView {
    let id = report(&demo.services, 2025).await;
    let view = service::report_responsible(&demo.ctx(Role::SteeringUnit), &demo.services, id).await;
    view.expect("may read")
}

/// The kinds of what waits for somebody.
fn kinds(view: &ResponsibleView, who: AccountId) -> BTreeSet<LackKind> {
    let waits = view.people.iter().filter(|one| one.whom == Whom::Person(who));
    waits
        .flat_map(|one| &one.awaited)
        .map(|awaited| view.lacks[awaited.lack].kind)
        .collect()
}

fn id(demo: &Demo, role: Role) -> AccountId {
    demo.ctx(role).account_id().expect("an account")
}

async fn what_a_report_lacks_stands_with_whoever_can_mend_it(world: World) {
    let demo = Demo::load(&world).await;
    let view = shown(&demo).await;
    let steering = kinds(&view, id(&demo, Role::SteeringUnit));
    assert!(steering.contains(&LackKind::Judge) && steering.contains(&LackKind::Unwritten));
    let owner = kinds(&view, id(&demo, Role::BenefitOwner));
    assert!(owner.contains(&LackKind::Unmeasured), "{owner:?}");
    let manager = kinds(&view, id(&demo, Role::PortfolioManager));
    assert!(manager.contains(&LackKind::WithoutCalculation), "{manager:?}");
    assert!(
        kinds(&view, id(&demo, Role::Auditor)).is_empty(),
        "who only reads is asked nothing"
    );
    // Everything waits for somebody, and everything lies in one place by area.
    let awaited: BTreeSet<usize> = view
        .people
        .iter()
        .flat_map(|one| one.awaited.iter().map(|awaited| awaited.lack))
        .collect();
    assert_eq!(awaited.len(), view.lacks.len());
    let placed: Vec<usize> = view.areas.iter().flat_map(|(_, lacks)| lacks.clone()).collect();
    assert_eq!(placed.len(), view.lacks.len());
    // What the report itself counts as unmeasured is what is stated and what is missing.
    let model = service::report_view_of_year(&operator(), &demo.services, 2025).await;
    let tally = model.expect("the report").model.standing.tally;
    let count = |kind| view.lacks.iter().filter(|lack| lack.kind == kind).count();
    assert_eq!(count(LackKind::Unmeasured), tally.stated as usize);
    assert_eq!(count(LackKind::Missing), tally.missing as usize);
}

async fn whoever_answers_for_the_unit_is_asked_before_others(world: World) {
    let demo = Demo::load(&world).await;
    let store = &demo.services.store;
    let (unit, who) = (UnitId(Uuid::now_v7()), AccountId(Uuid::now_v7()));
    let ctx = operator();
    let txn = store.write_txn(&ctx).await.expect("begins");
    let new = Unit {
        id: unit,
        name: "Enheten Prov".to_owned(),
        kind: None,
        parent: None,
        valid_from: None,
        valid_to: None,
    };
    unit_insert(&ctx, &txn, &new).await.expect("a unit");
    let account = Account {
        id: who,
        email: Some("nara@nytta.example".to_owned()),
        name: "Nära".to_owned(),
        grants: vec![Grant {
            role: Role::BenefitOwner,
            scope: Scope::Units(vec![unit]),
            from: None,
            to: None,
        }],
    };
    account_insert(&ctx, &txn, &account).await.expect("an account");
    let trail = Trail::one(AuditRecord::new("account.add", "account", who));
    txn.commit(trail).await.expect("commits");
    assert!(kinds(&shown(&demo).await, who).is_empty());

    let owned = "UPDATE benefit SET owner_id = (SELECT id FROM unit WHERE name = 'Enheten Prov')";
    must(store, &[owned]).await;
    let view = shown(&demo).await;
    assert!(kinds(&view, who).contains(&LackKind::Unmeasured));
    let others = kinds(&view, id(&demo, Role::BenefitOwner));
    assert!(
        !others.contains(&LackKind::Unmeasured),
        "who holds the role for all is not asked"
    );
    let lack = view.lacks.iter().find(|lack| lack.kind == LackKind::Unmeasured);
    assert_eq!(lack.and_then(|lack| lack.unit), Some(unit));
    let name = view.person_names.get(&who).expect("named");
    assert_eq!(name.email.as_deref(), Some("nara@nytta.example"));
    // Leadership does not write the report, and needs nobody's address.
    let report = report(&demo.services, 2025).await;
    let leads = service::report_responsible(&demo.ctx(Role::Leadership), &demo.services, report).await;
    assert_eq!(leads.expect("may read").person_names[&who].email, None);
}

async fn what_was_sent_in_waits_for_somebody_else_than_who_wrote_it(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let manager = demo.ctx(Role::PortfolioManager);
    let model = service::report_view_of_year(&operator(), services, 2025).await;
    let model = model.expect("the report").model;
    let benefit = model
        .areas
        .iter()
        .flat_map(|area| &area.deliveries)
        .find_map(|of| of.benefits.first())
        .expect("a benefit");
    let (initiative, benefit) = (benefit.benefit.initiative, benefit.benefit.id);
    let target = StatementTarget::New {
        delivery: None,
        benefit: Some(benefit),
    };
    let form = service::statement_form(&manager, services, initiative, target, None).await;
    let form = StatementForm {
        benefits: vec![benefit.to_string()],
        text: "Handläggningen går fortare.".to_owned(),
        as_of: "2025-03-01".to_owned(),
        finding: "partly".to_owned(),
        action: "submit".to_owned(),
        ..form.expect("may write").state.form
    };
    done(service::statement_save(&manager, services, form).await);
    let view = shown(&demo).await;
    let waits = |role: Role| kinds(&view, id(&demo, role)).contains(&LackKind::ApproveStatement);
    assert!(waits(Role::Reviewer));
    assert!(!waits(Role::PortfolioManager) && !waits(Role::SteeringUnit));
}

async fn a_decided_report_lacks_nothing_and_few_see_who_is_asked(world: World) {
    let demo = Demo::load(&world).await;
    let services = &demo.services;
    let (decided, open) = (report(services, 2024).await, report(services, 2025).await);
    let view = service::report_responsible(&demo.ctx(Role::Auditor), services, decided).await;
    let view = view.expect("may read");
    assert!(view.lacks.is_empty() && view.people.is_empty());
    for role in [Role::Reviewer, Role::PortfolioManager, Role::Admin] {
        for id in [decided, open] {
            let refused = service::report_responsible(&demo.ctx(role), services, id).await;
            let hidden = matches!(
                refused,
                Err(ServiceError::Refused(domain::policy::Refusal::NotFound) | ServiceError::NotFound)
            );
            assert!(hidden, "{role:?} of {id}");
        }
    }
}
