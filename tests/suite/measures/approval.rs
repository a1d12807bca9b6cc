//! Nothing counts until somebody else has approved it, and what was agreed stays beside what takes its place.

use domain::effect_goal::standing::GoalOutcome;
use domain::evidence::EvidenceState;
use domain::form::{EffectGoalForm, MeasurementForm, Problem};
use domain::level::{FulfilmentLevel, GradingScheme};
use domain::policy::Refusal;
use domain::role::{Role, Scope};
use domain::statement::ApprovalState;
use service::{MeasurementTarget, ServiceError};
use store::repo::effect_goal::effect_goal_load;

use super::{Room, came_back, measured, percent};
use crate::support::database::{World, on_both};
use crate::support::demo::{portfolio_json, somebody};
use crate::support::forms::{done, key, notice};
use crate::support::operator;
use crate::support::rows::count;

on_both!(
    nothing_counts_until_somebody_else_has_approved_goal_and_measurement,
    a_goal_that_was_returned_is_written_over_and_one_that_was_agreed_stays,
    before_the_decision_a_goal_moves_to_another_measure,
    a_correction_counts_from_its_approval,
    what_was_sent_in_is_taken_back_by_whoever_sent_it,
);

async fn nothing_counts_until_somebody_else_has_approved_goal_and_measurement(world: World) {
    let room = Room::new(&world).await;
    let services = room.services();
    let (manager, steering) = (room.manager(), room.steering());
    let before = room.section(0).await.evidence;
    assert_eq!(before.state, EvidenceState::Stated, "statements speak for it");
    let measure = room.measure().await;
    let goal = room.goal(measure).await;
    let item = &room.goals().await[&goal];
    assert_eq!(item.goal.current(), None, "nobody has approved it");
    assert_eq!(
        item.proposed.as_ref().map(|one| one.state),
        Some(ApprovalState::Submitted)
    );
    assert_eq!(item.review, Some(Err(Refusal::OwnWork)));
    let own = service::effect_goal_review(&manager, services, goal, item.version, true, "").await;
    assert!(
        matches!(own, Err(ServiceError::Refused(Refusal::OwnWork))),
        "{own:?}"
    );
    assert_eq!(room.outcome().await, GoalOutcome::Unapproved);

    // What was measured is approved, the goal is not.
    let measurement = room.log(measured(measure, "2025-Q2", "15")).await;
    let item = room.item(measurement, &manager, measure).await;
    assert_eq!(item.review, Some(Err(Refusal::OwnWork)));
    let own = service::measurement_review(&manager, services, measurement, item.version, true, "").await;
    assert!(
        matches!(own, Err(ServiceError::Refused(Refusal::OwnWork))),
        "{own:?}"
    );
    room.approve_goal(goal).await;
    assert_eq!(
        room.outcome().await,
        GoalOutcome::NotMeasured,
        "nobody has approved what was measured"
    );
    assert_eq!(room.section(0).await.evidence, before);
    let version = room.item(measurement, &steering, measure).await.version;
    let bare = service::measurement_review(&steering, services, measurement, version, false, " ").await;
    assert_eq!(notice(&bare), "skriv-skal", "a return says why");
    room.approve(measurement, measure).await;

    let section = room.section(0).await;
    assert_eq!(section.evidence.state, EvidenceState::Measured);
    let score = section.evidence.score.expect("a score");
    assert_eq!(score.value().round_dp(1).to_string(), "71.4");
    let scheme: GradingScheme =
        serde_json::from_value(portfolio_json()["grading_schemes"][0].clone()).expect("a scheme");
    assert_eq!(scheme.level(score), FulfilmentLevel::Godkand);
    let standing = &section.goals[0];
    assert_eq!(percent(standing.outcome), "71.4");
    let rests_on = standing.actual.as_ref().map(|actual| &actual.measurements);
    assert_eq!(rests_on, Some(&vec![measurement]));
    let page = service::measure_view(&steering, services, measure)
        .await
        .expect("may read");
    assert_eq!(page.goals.len(), 1);
    assert_eq!(&page.goals[0].standing, standing, "both pages say the same");
    assert_eq!(
        page.measurements[0].reviewed.as_ref().map(|(_, at)| *at),
        Some(steering.now)
    );
    // What has been reviewed is not reviewed again.
    let late = service::measurement_review(&steering, services, measurement, version, true, "").await;
    assert_eq!(notice(&late), "hann-fore");
}

async fn before_the_decision_a_goal_moves_to_another_measure(world: World) {
    let room = Room::undecided(&world).await;
    let (first, second) = (room.measure().await, room.measure().await);
    let goal = room.goal(first).await;
    let form = EffectGoalForm {
        measure: second.to_string(),
        ..room.goal_as_it_is(goal).await
    };
    done(service::effect_goal_save(&room.manager(), room.services(), form).await);
    let stored = effect_goal_load(&operator(), room.services().store.reader(), goal).await;
    let stored = stored.expect("loads").expect("the goal");
    assert_eq!(stored.goal.value.measure, second);
}

async fn a_goal_that_was_returned_is_written_over_and_one_that_was_agreed_stays(world: World) {
    let room = Room::new(&world).await;
    let (services, manager, steering) = (room.services(), room.manager(), room.steering());
    let measure = room.measure().await;
    let goal = room.goal(measure).await;
    let version = room.goals().await[&goal].version;
    let bare = service::effect_goal_review(&steering, services, goal, version, false, "").await;
    assert_eq!(notice(&bare), "skriv-skal");
    let returned = service::effect_goal_review(&steering, services, goal, version, false, "Varifrån?").await;
    assert_eq!(notice(&returned), "effektmal-aterlamnat");
    let item = room.goals().await.remove(&goal).expect("it is there");
    assert_eq!(item.review_note.as_deref(), Some("Varifrån?"));
    assert!(item.review.is_none(), "it does not wait for anybody");
    let form = EffectGoalForm {
        baseline_source: "Enkäten".to_owned(),
        ..room.goal_as_it_is(goal).await
    };
    done(service::effect_goal_save(&manager, services, form).await);
    assert_eq!(
        room.goals().await[&goal].goal.versions.len(),
        1,
        "it is written over"
    );
    room.approve_goal(goal).await;

    // Agreed: another target stands beside the first, and the page says both.
    let measurement = room.log(measured(measure, "2025-Q2", "15")).await;
    room.approve(measurement, measure).await;
    let form = EffectGoalForm {
        target_value: vec!["15".to_owned()],
        reason: "Regeringen har ändrat kravet.".to_owned(),
        ..room.goal_as_it_is(goal).await
    };
    done(service::effect_goal_save(&manager, services, form).await);
    let standing = room.section(0).await.goals.remove(0);
    assert_eq!(
        (percent(standing.outcome).as_str(), standing.original),
        ("71.4", None)
    );
    room.approve_goal(goal).await;
    let standing = room.section(0).await.goals.remove(0);
    assert_eq!(percent(standing.outcome), "100");
    assert_eq!(standing.original.map(percent).as_deref(), Some("71.4"));

    // What was agreed is not taken away, nor is it another goal under the same name.
    let version = room.goals().await[&goal].version;
    let removed = service::effect_goal_remove(&manager, services, goal, version).await;
    assert!(matches!(removed, Err(ServiceError::State(_))), "{removed:?}");
    let form = EffectGoalForm {
        window: "year".to_owned(),
        ..room.goal_as_it_is(goal).await
    };
    let state = room
        .goal_draft(service::effect_goal_save(&manager, services, form.clone()).await)
        .await;
    came_back(&state, &form, &[("window", Problem::Locked)]);

    // Before the decision nobody has to approve anything, and it can be taken away.
    let room = Room::undecided(&world).await;
    let services = room.services();
    let measure = room.measure().await;
    let form = EffectGoalForm {
        reason: String::new(),
        ..room.goal_form(measure)
    };
    done(service::effect_goal_save(&room.manager(), services, form).await);
    let (goal, item) = room.goals().await.pop_first().expect("a goal");
    assert!(item.goal.current().is_some() && item.may_remove);
    let removed = service::effect_goal_remove(&room.manager(), services, goal, item.version).await;
    assert_eq!(notice(&removed), "effektmal-borttaget");
    assert!(room.goals().await.is_empty());
    assert_eq!(count(&services.store, "effect_goal_target").await, 0);
}

async fn a_correction_counts_from_its_approval(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;
    let goal = room.goal(measure).await;
    room.approve_goal(goal).await;
    let first = room.log(measured(measure, "2025-Q2", "15")).await;
    room.approve(first, measure).await;
    let target = MeasurementTarget::Correcting(first);
    let view = service::measurement_form(&manager, services, target, None)
        .await
        .expect("may log");
    assert_eq!(view.supersedes.map(|one| one.id), Some(first));
    assert_eq!(view.state.form.value, "", "what was measured is typed anew");
    let form = MeasurementForm {
        submission: key(),
        value: "22,5".to_owned(),
        action: "submit".to_owned(),
        ..view.state.form
    };
    let correction = room.log(form.clone()).await;
    assert_eq!(percent(room.outcome().await), "71.4", "the old one counts");
    assert!(!room.item(first, &manager, measure).await.corrected);

    // One correction at a time.
    let second = MeasurementForm {
        submission: key(),
        value: "30".to_owned(),
        ..form
    };
    let answer = service::measurement_save(&manager, services, second).await;
    let state = room.measurement_draft(measure, answer).await;
    assert!(state.errors().of("period").is_some(), "{:?}", state.errors());

    room.approve(correction, measure).await;
    assert_eq!(percent(room.outcome().await), "50", "the new one does");
    let item = room.item(first, &manager, measure).await;
    assert!(item.corrected && !item.may_correct, "both are shown");
    let again = service::measurement_form(&manager, services, target, None).await;
    assert!(
        matches!(again, Err(ServiceError::State(_))),
        "what has been corrected is corrected in the correction"
    );
}

async fn what_was_sent_in_is_taken_back_by_whoever_sent_it(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;
    let measurement = room.log(measured(measure, "2025-Q2", "15")).await;
    let item = room.item(measurement, &manager, measure).await;
    assert!(item.may_withdraw && !item.may_edit);
    let other = somebody(Role::PortfolioManager, Scope::All);
    let theirs = service::measurement_withdraw(&other, services, measurement, item.version).await;
    assert!(matches!(theirs, Err(ServiceError::State(_))), "{theirs:?}");
    let old = service::measurement_withdraw(&manager, services, measurement, item.version + 1).await;
    assert_eq!(notice(&old), "hann-fore");
    let back = service::measurement_withdraw(&manager, services, measurement, item.version).await;
    assert_eq!(notice(&back), "tillbakatagen");
    let item = room.item(measurement, &manager, measure).await;
    assert_eq!(item.measurement.state, ApprovalState::Draft);
    assert!(item.may_edit && !item.may_withdraw);
    let review =
        service::measurement_review(&room.steering(), services, measurement, item.version, true, "").await;
    assert_eq!(notice(&review), "hann-fore", "nothing waits any more");

    // And is sent in again.
    let target = MeasurementTarget::Existing(measurement);
    let view = service::measurement_form(&manager, services, target, None)
        .await
        .expect("may log");
    assert_eq!(view.state.form.value, "15");
    let form = MeasurementForm {
        submission: key(),
        value: "16".to_owned(),
        action: "submit".to_owned(),
        ..view.state.form
    };
    assert_eq!(room.log(form).await, measurement);
    room.approve(measurement, measure).await;
    let fixed = service::measurement_form(&manager, services, target, None).await;
    assert!(
        matches!(fixed, Err(ServiceError::State(_))),
        "what is approved is corrected, not changed"
    );
}
