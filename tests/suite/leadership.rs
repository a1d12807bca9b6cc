//! Leadership approves where no one else may, as whoever is signed in finds it.

use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::policy::Refusal;
use domain::role::Role;
use domain::statement::ApprovalState;
use domain::work::WorkKind;
use service::{ServiceError, Services, StatementTarget};

use crate::freed_time::{Subject, draft_statement, subject};
use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, anonymous};
use crate::support::forms::notice;

on_both!(leadership_approves_what_no_one_else_may);

/// A request by leadership, as a browser makes it: who else there is is looked up each time.
async fn leader(services: &Services, token: &str) -> Ctx {
    let known = service::session_resolve(&anonymous(), services, token).await;
    let known = known.expect("resolves").expect("a session");
    Ctx {
        actor: known.actor,
        session: Some(known.hash),
        others: known.others,
        ..anonymous()
    }
}

/// The accounts of everybody who holds one of these roles are closed.
async fn closed(demo: &Demo, roles: &[Role]) {
    let (services, admin) = (&demo.services, demo.ctx(Role::Admin));
    for role in roles {
        let id: AccountId = demo.ctx(*role).account_id().expect("an account");
        let done = service::account_disable(&admin, services, id, 1, true).await;
        assert_eq!(notice(&done), "avstangt");
    }
}

async fn waits(ctx: &Ctx, services: &Services) -> usize {
    let view = service::work_view(ctx, services, Some(Role::Leadership), Some(WorkKind::Approve)).await;
    view.expect("may read").sections.iter().map(|of| of.count).sum()
}

async fn leadership_approves_what_no_one_else_may(world: World) {
    let subject: Subject = subject();
    let demo = subject.demo(&world).await;
    let (services, manager) = (&demo.services, demo.ctx(Role::PortfolioManager));
    let token = demo.token(Role::Leadership);
    let new = StatementTarget::New {
        delivery: None,
        benefit: Some(subject.benefit),
    };
    let id = draft_statement((&manager, services), &subject, new, "submit").await;
    let approve = async |ctx: &Ctx| service::statement_review(ctx, services, id, 1, true, "").await;

    // Others may: it is theirs to do.
    let ctx = leader(services, token).await;
    assert_eq!(
        ctx.others.as_ref().map(|others| others.len()),
        Some(Role::ALL.len() - 1)
    );
    assert!(matches!(
        approve(&ctx).await,
        Err(ServiceError::Refused(Refusal::Role))
    ));
    assert_eq!(waits(&ctx, services).await, 0);

    // Whoever wrote it is the only one left who could, and may not.
    closed(&demo, &[Role::Reviewer, Role::SteeringUnit, Role::BenefitOwner]).await;
    assert!(matches!(
        approve(&manager).await,
        Err(ServiceError::Refused(Refusal::OwnWork))
    ));
    let ctx = leader(services, token).await;
    assert_eq!(waits(&ctx, services).await, 1, "it stands in their list");
    approve(&ctx).await.expect("no one else may");
    let view = service::initiative_view(&ctx, services, subject.initiative).await;
    let view = view.expect("may read");
    let mut all = view
        .deliveries
        .iter()
        .flat_map(|of| &of.statements)
        .chain(&view.statements);
    let item = all.find(|item| item.statement.id == id).expect("it");
    assert_eq!(item.statement.state, ApprovalState::Approved);

    // An auditor has looked up nobody, and approves nothing.
    let auditor = demo.ctx(Role::Auditor);
    assert!(matches!(
        approve(&auditor).await,
        Err(ServiceError::Refused(Refusal::Role))
    ));
}
