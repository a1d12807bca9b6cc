//! What is to be measured and approved waits for those who may do it; who has no right writes nothing.

use domain::ctx::Ctx;
use domain::form::MeasurementForm;
use domain::measure::Cadence;
use domain::policy::Refusal;
use domain::role::{Grant, Role, Scope};
use domain::statement::ApprovalState;
use domain::work::{WorkItem, WorkKind, WorkSubject};
use service::{MeasurementTarget, ServiceError};
use uuid::Uuid;

use super::{Room, measured};
use crate::support::database::{World, on_both};
use crate::support::demo::{as_account, somebody};
use crate::support::forms::{done, key, notice};
use crate::support::rows::things_done;

on_both!(
    what_is_to_be_measured_waits_until_it_is_and_is_then_approved,
    who_has_no_right_writes_nothing,
);

async fn what_is_to_be_measured_waits_until_it_is_and_is_then_approved(world: World) {
    let room = Room::new(&world).await;
    let (services, manager, steering) = (room.services(), room.manager(), room.steering());
    let waiting = async |ctx: &Ctx, kind: WorkKind| -> Vec<WorkItem> {
        let view = service::work_view(ctx, services, None, Some(kind)).await;
        let sections = view.expect("may read").sections.into_iter();
        sections.flat_map(|section| section.items).collect()
    };
    let measure = room.measure().await;
    let goal = room.goal(measure).await;
    assert!(
        waiting(&manager, WorkKind::ApproveGoal).await.is_empty(),
        "their own"
    );
    let [approve] = &waiting(&steering, WorkKind::ApproveGoal).await[..] else {
        panic!("one goal waits")
    };
    let subject = WorkSubject::Goal(goal, room.benefits[0], ApprovalState::Submitted);
    assert_eq!(approve.subject, subject);
    for kind in [WorkKind::Measure, WorkKind::LateMeasure] {
        assert!(
            waiting(&manager, kind).await.is_empty(),
            "nobody has approved the goal"
        );
    }
    room.approve_goal(goal).await;
    assert!(waiting(&steering, WorkKind::ApproveGoal).await.is_empty());

    // The baseline is of 2024, and nothing has been measured since.
    let [late] = &waiting(&manager, WorkKind::LateMeasure).await[..] else {
        panic!("the measure is late")
    };
    let over = Cadence::Quarter.over_before(manager.today()).expect("a quarter");
    let WorkSubject::Measure {
        id,
        first,
        latest,
        begun,
    } = late.subject
    else {
        panic!("no measure: {late:?}")
    };
    assert_eq!(
        (id, first.to_string(), latest, begun),
        (measure, "2025-Q1".to_owned(), over, false)
    );
    assert!(
        waiting(&steering, WorkKind::LateMeasure).await.is_empty(),
        "others measure"
    );

    // What was measured before the period was over is begun.
    let mut early = measured(measure, &over.to_string(), "20");
    early.preliminary = "on".to_owned();
    let early = room.log(early).await;
    room.approve(early, measure).await;
    let [late] = &waiting(&manager, WorkKind::LateMeasure).await[..] else {
        panic!("it is not measured yet")
    };
    assert!(matches!(late.subject, WorkSubject::Measure { begun: true, .. }));

    let target = MeasurementTarget::Correcting(early);
    let whole = service::measurement_form(&manager, services, target, None).await;
    let whole = MeasurementForm {
        submission: key(),
        preliminary: String::new(),
        value: "19".to_owned(),
        action: "submit".to_owned(),
        comment: "Hela perioden".to_owned(),
        ..whole.expect("may correct").state.form
    };
    let whole = room.log(whole).await;
    assert!(
        waiting(&manager, WorkKind::LateMeasure).await.is_empty(),
        "somebody has logged it"
    );
    assert_eq!(waiting(&steering, WorkKind::ApproveMeasurement).await.len(), 1);
    assert!(
        waiting(&manager, WorkKind::ApproveMeasurement).await.is_empty(),
        "their own"
    );
    let returned = service::measurement_review(&steering, services, whole, 1, false, "Vilket uttag?").await;
    assert_eq!(notice(&returned), "matning-aterlamnad");
    let [mend] = &waiting(&manager, WorkKind::WriteMeasurement).await[..] else {
        panic!("it came back")
    };
    assert_eq!(mend.note.as_deref(), Some("Vilket uttag?"));
    let other = somebody(Role::PortfolioManager, Scope::All);
    assert!(
        waiting(&other, WorkKind::WriteMeasurement).await.is_empty(),
        "somebody else's"
    );
}

async fn who_has_no_right_writes_nothing(world: World) {
    let room = Room::new(&world).await;
    let services = room.services();
    let measure = room.measure().await;
    let goal = room.goal(measure).await;
    let measurement = room.log(measured(measure, "2025-Q1", "20")).await;
    let state = room.demo.export().await;
    let events = things_done(&services.store).await;

    let owner_of = |unit| somebody(Role::BenefitOwner, Scope::Units(vec![unit]));
    let elsewhere = somebody(
        Role::PortfolioManager,
        Scope::Portfolios(vec![Uuid::now_v7().into()]),
    );
    let (own, other) = (owner_of(room.units[0]), owner_of(room.units[1]));
    let leadership = room.demo.ctx(Role::Leadership);
    let change = room.measure_as_it_is(measure).await;
    let (goal_form, log) = (room.goal_form(measure), measured(measure, "2025-Q2", "15"));
    let refused = |what: &str, answer: Option<ServiceError>| match answer {
        Some(ServiceError::Refused(refusal)) => refusal,
        other => panic!("{what} was not refused: {other:?}"),
    };
    for (ctx, writes, logs, reviews) in [
        (&leadership, Refusal::Role, Refusal::Role, Refusal::Role),
        (&other, Refusal::Role, Refusal::OutOfScope, Refusal::OutOfScope),
        (
            &elsewhere,
            Refusal::OutOfScope,
            Refusal::OutOfScope,
            Refusal::OutOfScope,
        ),
    ] {
        let saved = service::measure_save(ctx, services, change.clone()).await;
        assert_eq!(refused("measure", saved.err()), writes);
        let saved = service::effect_goal_save(ctx, services, goal_form.clone()).await;
        assert_eq!(refused("goal", saved.err()), writes);
        let removed = service::effect_goal_remove(ctx, services, goal, 1).await;
        assert_eq!(refused("removal", removed.err()), writes);
        let saved = service::measurement_save(ctx, services, log.clone()).await;
        assert_eq!(refused("measurement", saved.err()), logs);
        let taken = service::measurement_withdraw(ctx, services, measurement, 1).await;
        assert_eq!(refused("withdrawal", taken.err()), logs);
        let reviewed = service::measurement_review(ctx, services, measurement, 1, true, "").await;
        assert_eq!(refused("review", reviewed.err()), reviews);
        let reviewed = service::effect_goal_review(ctx, services, goal, 1, true, "").await;
        assert_eq!(refused("review of the goal", reviewed.err()), reviews);
        let item = room.item(measurement, ctx, measure).await;
        assert!(!item.may_edit && !item.may_withdraw && !item.may_correct && item.review.is_none());
    }
    assert!(room.demo.export().await == state, "nothing has changed");
    assert_eq!(things_done(&services.store).await, events);

    // The owner of the benefit logs what is measured of it, and approves what others have.
    done(service::measurement_save(&own, services, log).await);
    let reviewed = service::measurement_review(&own, services, measurement, 1, true, "").await;
    assert_eq!(notice(&reviewed), "matning-godkand");
    // A measure that no benefit uses is nobody's but those who may write everything.
    let unused = room.measure().await;
    let saved = service::measurement_save(&own, services, measured(unused, "2025-Q2", "15")).await;
    assert_eq!(refused("measurement", saved.err()), Refusal::OutOfScope);
    // Two roles in one hand: still nobody approves what they wrote.
    let grant = |role| Grant {
        role,
        scope: Scope::All,
        from: None,
        to: None,
    };
    let manager = room.manager().account_id().expect("an account");
    let both = as_account(manager, vec![grant(Role::SteeringUnit), grant(Role::Reviewer)]);
    let reviewed = service::effect_goal_review(&both, services, goal, 1, true, "").await;
    assert_eq!(refused("review of the goal", reviewed.err()), Refusal::OwnWork);
}
