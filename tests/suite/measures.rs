//! Measures, effect goals and what was measured: written by one, approved by another, corrected by a third, and
//! judged from no more rows than it takes.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use domain::ctx::Ctx;
use domain::effect_goal::fulfilment::Actual;
use domain::effect_goal::material::GoalMaterial;
use domain::effect_goal::standing::{GoalOutcome, GoalStanding};
use domain::effect_goal::{Baseline, EffectGoal, GoalVersion, Target};
use domain::evidence::EvidenceState;
use domain::form::{EffectGoalForm, Form, MeasureForm, MeasurementForm, Problem, parse_number};
use domain::id::{BenefitId, EffectGoalId, InitiativeId, MeasureId, MeasurementId, UnitId};
use domain::level::{FulfilmentLevel, GradingScheme};
use domain::measure::{
    Aggregation, Cadence, Definition, Dimension, DimensionKind, Direction, Measure, MeasureUse, Period, Sex,
    Split, Value,
};
use domain::measurement::{Measurement, SplitValue};
use domain::policy::Refusal;
use domain::report_model::{BenefitSection, ReportModel};
use domain::role::{Grant, Role, Scope};
use domain::statement::ApprovalState;
use domain::work::{WorkItem, WorkKind, WorkSubject};
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};
use service::{Answer, FormState, GoalItem, MeasurementItem, MeasurementTarget, ServiceError, Services};
use store::repo::effect_goal::{effect_goal_insert_many, effect_goal_load};
use store::repo::initiative_goals::initiative_goals_load;
use store::repo::measure::measure_insert_many;
use store::repo::measurement::measurement_insert_many;
use store::repo::report_material::report_material_load;
use store::repo::stored_file::{stored_file_load, stored_file_put};
use store::{AuditRecord, Kept, Trail};
use uuid::Uuid;

use crate::support::database::{World, on_both};
use crate::support::demo::{Demo, as_account, portfolio_json, somebody};
use crate::support::forms::{after, done, key, notice};
use crate::support::operator;
use crate::support::rows::{count, number, things_done};

on_both!(
    nothing_counts_until_somebody_else_has_approved_goal_and_measurement,
    what_is_wrong_comes_back_with_everything_typed,
    a_goal_that_was_returned_is_written_over_and_one_that_was_agreed_stays,
    before_the_decision_a_goal_moves_to_another_measure,
    a_correction_counts_from_its_approval,
    a_new_definition_breaks_the_trend_and_leaves_what_was_agreed,
    what_figures_mean_does_not_change_under_what_rests_on_it,
    a_goal_that_is_not_locked_is_not_broken_either,
    a_value_is_of_the_kind_that_is_measured,
    two_who_write_at_once_both_see_what_the_other_wrote,
    what_was_sent_in_is_taken_back_by_whoever_sent_it,
    what_is_to_be_measured_waits_until_it_is_and_is_then_approved,
    who_has_no_right_writes_nothing,
    what_the_store_reads_gives_what_all_rows_give,
    a_file_is_kept_once_and_comes_back_whole,
);

/// The demo, whose first initiative is decided, with two of its benefits owned by a unit each.
struct Room {
    demo: Demo,
    initiative: InitiativeId,
    benefits: [BenefitId; 2],
    units: [UnitId; 2],
}

fn id(entity: &Json) -> Uuid {
    entity.as_str().expect("an id").parse().expect("an id")
}

impl Room {
    async fn new(world: &World) -> Self {
        Self::with(world, portfolio_json()).await
    }

    /// The same before anything has been decided.
    async fn undecided(world: &World) -> Self {
        let mut portfolio = portfolio_json();
        portfolio["initiatives"][0]["status"]["value"] = json!("proposed");
        Self::with(world, portfolio).await
    }

    async fn with(world: &World, mut portfolio: Json) -> Self {
        let initiative = portfolio["initiatives"][0]["id"].clone();
        let units = [0, 1].map(|at: usize| portfolio["units"][at]["id"].clone());
        let benefits = portfolio["benefits"].as_array_mut().expect("a list");
        let its: Vec<&mut Json> = benefits
            .iter_mut()
            .filter(|benefit| benefit["initiative"] == initiative)
            .take(2)
            .collect();
        let mut found = Vec::new();
        for (benefit, unit) in its.into_iter().zip(&units) {
            benefit["owner"] = unit.clone();
            found.push(BenefitId(id(&benefit["id"])));
        }
        Self {
            demo: Demo::load_portfolio(world, portfolio.to_string().as_bytes()).await,
            initiative: id(&initiative).into(),
            benefits: found.try_into().expect("two benefits"),
            units: units.map(|unit| id(&unit).into()),
        }
    }

    fn services(&self) -> &Services {
        &self.demo.services
    }

    fn manager(&self) -> Ctx {
        self.demo.ctx(Role::PortfolioManager)
    }

    fn steering(&self) -> Ctx {
        self.demo.ctx(Role::SteeringUnit)
    }

    async fn measure(&self) -> MeasureId {
        let place = done(service::measure_save(&self.manager(), self.services(), measure_form()).await);
        after(&place, "/matt/").parse().expect("a measure")
    }

    /// A goal of the first benefit that has been sent in, where it is locked.
    async fn goal(&self, measure: MeasureId) -> EffectGoalId {
        let before = self.goals().await;
        let form = self.goal_form(measure);
        done(service::effect_goal_save(&self.manager(), self.services(), form).await);
        let after = self.goals().await;
        let new = after.keys().find(|id| !before.contains_key(*id));
        *new.expect("a goal more")
    }

    fn goal_form(&self, measure: MeasureId) -> EffectGoalForm {
        EffectGoalForm {
            submission: key(),
            benefit: self.benefits[0].to_string(),
            measure: measure.to_string(),
            baseline: "40".to_owned(),
            baseline_when: "2024".to_owned(),
            baseline_source: "Ärendesystemet".to_owned(),
            target_day: vec!["2025-06-30".to_owned()],
            target_value: vec!["5".to_owned()],
            method: "Samma fråga varje kvartal".to_owned(),
            reason: "Effektmålet saknades vid beslutet.".to_owned(),
            ..EffectGoalForm::default()
        }
    }

    async fn goals(&self) -> BTreeMap<EffectGoalId, GoalItem> {
        let view = service::initiative_view(&self.manager(), self.services(), self.initiative).await;
        view.expect("may read").goals
    }

    /// Where a benefit stands on its initiative's page.
    async fn section(&self, at: usize) -> BenefitSection {
        let view = service::initiative_view(&self.manager(), self.services(), self.initiative).await;
        let view = view.expect("may read");
        let sections = view.deliveries.into_iter().flat_map(|one| one.benefits);
        let mut sections = sections.chain(view.benefits);
        sections
            .find(|section| section.benefit.id == self.benefits[at])
            .expect("the benefit is there")
    }

    async fn outcome(&self) -> GoalOutcome {
        let goals = self.section(0).await.goals;
        let [standing] = &goals[..] else {
            panic!("one goal: {goals:?}")
        };
        standing.outcome
    }

    async fn approve_goal(&self, goal: EffectGoalId) {
        let version = self.goals().await[&goal].version;
        let answer =
            service::effect_goal_review(&self.steering(), self.services(), goal, version, true, "").await;
        assert_eq!(notice(&answer), "effektmal-godkant");
    }

    async fn item(&self, measurement: MeasurementId, ctx: &Ctx, measure: MeasureId) -> MeasurementItem {
        let view = service::measure_view(ctx, self.services(), measure)
            .await
            .expect("may read");
        let mut items = view.measurements.into_iter();
        items
            .find(|item| item.measurement.id == measurement)
            .expect("it is there")
    }

    /// Logs something; gives which it became.
    async fn log(&self, form: MeasurementForm) -> MeasurementId {
        let place = done(service::measurement_save(&self.manager(), self.services(), form).await);
        after(&place, "#matning-").parse().expect("a measurement")
    }

    async fn approve(&self, measurement: MeasurementId, measure: MeasureId) {
        let steering = self.steering();
        let version = self.item(measurement, &steering, measure).await.version;
        let answer =
            service::measurement_review(&steering, self.services(), measurement, version, true, "").await;
        assert_eq!(notice(&answer), "matning-godkand");
    }

    async fn goal_draft(&self, answer: service::Result<Answer>) -> FormState<EffectGoalForm> {
        let (ctx, draft) = (self.manager(), again(answer));
        let benefit = Some(self.benefits[0]);
        let view = service::effect_goal_form(&ctx, self.services(), benefit, None, None, Some(&draft));
        view.await.expect("may write").state
    }

    async fn measurement_draft(
        &self,
        measure: MeasureId,
        answer: service::Result<Answer>,
    ) -> FormState<MeasurementForm> {
        let (ctx, draft) = (self.manager(), again(answer));
        let target = MeasurementTarget::New(measure);
        let view = service::measurement_form(&ctx, self.services(), target, Some(&draft));
        view.await.expect("may log").state
    }

    async fn measure_draft(
        &self,
        measure: MeasureId,
        answer: service::Result<Answer>,
    ) -> FormState<MeasureForm> {
        let (ctx, draft) = (self.manager(), again(answer));
        let view = service::measure_form(&ctx, self.services(), Some(measure), None, Some(&draft));
        view.await.expect("may write").state
    }

    /// The form of the measure as whoever may change it gets it.
    async fn measure_as_it_is(&self, measure: MeasureId) -> MeasureForm {
        let view = service::measure_form(&self.manager(), self.services(), Some(measure), None, None).await;
        MeasureForm {
            submission: key(),
            ..view.expect("may write").state.form
        }
    }

    /// The form of the goal as whoever may change it gets it.
    async fn goal_as_it_is(&self, goal: EffectGoalId) -> EffectGoalForm {
        let view =
            service::effect_goal_form(&self.manager(), self.services(), None, Some(goal), None, None).await;
        EffectGoalForm {
            submission: key(),
            ..view.expect("may write").state.form
        }
    }
}

fn measure_form() -> MeasureForm {
    MeasureForm {
        submission: key(),
        name: "Felandel".to_owned(),
        used_for: "goal_fulfilment".to_owned(),
        definition: "Andel ärenden som måste göras om".to_owned(),
        unit: "%".to_owned(),
        direction: "lower".to_owned(),
        aggregation: "latest".to_owned(),
        frequency: "quarter".to_owned(),
        ..MeasureForm::default()
    }
}

/// Something measured over a period that was over long before today, sent in.
fn measured(measure: MeasureId, period: &str, value: &str) -> MeasurementForm {
    MeasurementForm {
        submission: key(),
        measure: measure.to_string(),
        period: period.to_owned(),
        value: value.to_owned(),
        source: "Ärendesystemet".to_owned(),
        comment: "Uttag ur systemet".to_owned(),
        action: "submit".to_owned(),
        ..MeasurementForm::default()
    }
}

#[track_caller]
fn again(answer: service::Result<Answer>) -> String {
    match answer {
        Ok(Answer::Again(draft)) => draft,
        other => panic!("it does not come back: {other:?}"),
    }
}

/// It came back with these errors, and with every value as it was typed.
#[track_caller]
fn came_back<F: Form + PartialEq + std::fmt::Debug>(
    state: &FormState<F>,
    typed: &F,
    expected: &[(&str, Problem)],
) {
    let named = |form: &F| form.clone().named(String::new());
    assert_eq!(named(&state.form), named(typed), "every value as it was typed");
    let errors = state.errors();
    let found: Vec<(&str, Problem)> = errors
        .0
        .iter()
        .map(|error| (error.field.as_str(), error.problem.clone()))
        .collect();
    assert_eq!(found, expected);
}

/// How far a goal has come in percent, with one decimal.
#[track_caller]
fn percent(outcome: GoalOutcome) -> String {
    match outcome {
        GoalOutcome::Measured { fulfilment } => fulfilment.value().round_dp(1).normalize().to_string(),
        other => panic!("not measured: {other:?}"),
    }
}

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

async fn what_is_wrong_comes_back_with_everything_typed(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;
    let (rows, events) = (
        count(&services.store, "effect_goal").await,
        things_done(&services.store).await,
    );

    // The wrong way: of an error less is better.
    let form = EffectGoalForm {
        target_day: vec!["2025-06-30".to_owned(), "2026-06-30".to_owned()],
        target_value: vec!["5".to_owned(), "41".to_owned()],
        ..room.goal_form(measure)
    };
    let state = room
        .goal_draft(service::effect_goal_save(&manager, services, form.clone()).await)
        .await;
    let given = "41".to_owned();
    came_back(
        &state,
        &form,
        &[("target_value-1", Problem::AgainstDirection { given })],
    );

    // After the decision it says why.
    let form = EffectGoalForm {
        reason: "  ".to_owned(),
        ..room.goal_form(measure)
    };
    let state = room
        .goal_draft(service::effect_goal_save(&manager, services, form.clone()).await)
        .await;
    came_back(&state, &form, &[("reason", Problem::Required)]);
    assert_eq!(count(&services.store, "effect_goal").await, rows);
    assert_eq!(
        things_done(&services.store).await,
        events,
        "nothing has been done"
    );

    // More than the other one has left.
    let other = EffectGoalForm {
        benefit: room.benefits[1].to_string(),
        claim: "60".to_owned(),
        ..room.goal_form(measure)
    };
    done(service::effect_goal_save(&manager, services, other).await);
    let form = EffectGoalForm {
        claim: "50".to_owned(),
        ..room.goal_form(measure)
    };
    let state = room
        .goal_draft(service::effect_goal_save(&manager, services, form.clone()).await)
        .await;
    let errors = state.errors();
    let Some(Problem::OutOfRange { given, max, .. }) = errors.of("claim") else {
        panic!("{errors:?}")
    };
    let typed = |number: &str| parse_number(number).map(|number| number.normalize());
    assert_eq!(
        (typed(given), typed(max)),
        (Some(Decimal::from(50)), Some(Decimal::from(40)))
    );
    came_back(&state, &form, &[("claim", errors.0[0].problem.clone())]);
    let fits = EffectGoalForm {
        claim: "40".to_owned(),
        ..form
    };
    done(service::effect_goal_save(&manager, services, fits).await);

    // A period is measured once, and not before it is over.
    let draft = MeasurementForm {
        action: String::new(),
        ..measured(measure, "2025-Q2", "15")
    };
    room.log(draft).await;
    let rows = count(&services.store, "measurement").await;
    let twice = measured(measure, "kvartal 2 2025", "16");
    let answer = service::measurement_save(&manager, services, twice.clone()).await;
    let state = room.measurement_draft(measure, answer).await;
    let given = "2025-Q2".to_owned();
    came_back(&state, &twice, &[("period", Problem::Taken { given })]);
    for period in ["2025-Q4", "2026-Q1"] {
        let early = measured(measure, period, "15,5");
        let answer = service::measurement_save(&manager, services, early.clone()).await;
        let state = room.measurement_draft(measure, answer).await;
        let given = period.to_owned();
        came_back(&state, &early, &[("period", Problem::InTheFuture { given })]);
    }
    assert_eq!(count(&services.store, "measurement").await, rows);
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

async fn a_new_definition_breaks_the_trend_and_leaves_what_was_agreed(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;
    // Before anything has been measured what is counted can be mended in place.
    let mended = MeasureForm {
        unit: "procent".to_owned(),
        ..room.measure_as_it_is(measure).await
    };
    done(service::measure_save(&manager, services, mended).await);
    let goal = room.goal(measure).await;
    room.approve_goal(goal).await;
    let first = room.log(measured(measure, "2025-Q2", "15")).await;
    room.approve(first, measure).await;
    let before = room.section(0).await.goals;

    // The same name, and another thing counted under it.
    let other = MeasureForm {
        unit: "ärenden".to_owned(),
        ..room.measure_as_it_is(measure).await
    };
    let answer = service::measure_save(&manager, services, other.clone()).await;
    let state = room.measure_draft(measure, answer).await;
    came_back(
        &state,
        &other,
        &[("unit", Problem::HeldFast), ("redefined", Problem::Required)],
    );
    let reworded = MeasureForm {
        note: "Gäller hela landet".to_owned(),
        ..room.measure_as_it_is(measure).await
    };
    done(service::measure_save(&manager, services, reworded).await);

    let unexplained = MeasureForm {
        redefined: "on".to_owned(),
        unit: "ärenden".to_owned(),
        ..room.measure_as_it_is(measure).await
    };
    let answer = service::measure_save(&manager, services, unexplained.clone()).await;
    let state = room.measure_draft(measure, answer).await;
    came_back(&state, &unexplained, &[("reason", Problem::Required)]);
    let redefined = MeasureForm {
        submission: key(),
        from: "2025-07-01".to_owned(),
        reason: "Antalet går att följa, andelen inte.".to_owned(),
        ..unexplained
    };
    let place = done(service::measure_save(&manager, services, redefined).await);
    assert_eq!(after(&place, "klart="), "omdefinierat");

    // Measured by the new definition, and worse: it says nothing of the goal that is written in the old one.
    let second = room.log(measured(measure, "2025-08", "39")).await;
    room.approve(second, measure).await;
    let view = service::measure_view(&manager, services, measure)
        .await
        .expect("may read");
    let definitions = view.measurements.iter();
    let definitions: Vec<i32> = definitions.map(|one| one.measurement.definition).collect();
    assert_eq!(definitions, [2, 1]);
    let [old, new] = &view.measure.definitions[..] else {
        panic!("two definitions")
    };
    assert_eq!(
        (old.unit.as_deref(), new.unit.as_deref()),
        (Some("procent"), Some("ärenden"))
    );
    assert_eq!(new.from, "2025-07-01".parse().ok());
    let found = |goals: &[GoalStanding]| goals[0].actual.clone();
    let stands = room.section(0).await.goals;
    assert_eq!(
        (stands[0].outcome, found(&stands)),
        (before[0].outcome, found(&before))
    );
    assert_eq!(percent(stands[0].outcome), "71.4");

    // A goal that is written anew is written in the new one.
    let form = EffectGoalForm {
        reason: "Måttet har definierats om.".to_owned(),
        ..room.goal_as_it_is(goal).await
    };
    done(service::effect_goal_save(&manager, services, form).await);
    room.approve_goal(goal).await;
    let standing = room.section(0).await.goals.remove(0);
    let rests_on = standing.actual.map(|actual| actual.measurements);
    assert_eq!(rests_on, Some(vec![second]));
    assert_eq!(percent(standing.outcome), "2.9");
    assert_eq!(standing.original.map(percent).as_deref(), Some("71.4"));
}

/// Saves a changed measure; gives what is wrong with it, field by field, once all that was typed has come back.
async fn held_fast(room: &Room, measure: MeasureId, change: &dyn Fn(&mut MeasureForm)) -> Vec<String> {
    let mut form = room.measure_as_it_is(measure).await;
    change(&mut form);
    let answer = service::measure_save(&room.manager(), room.services(), form.clone()).await;
    if let Ok(Answer::Done(_)) = answer {
        return Vec::new();
    }
    let state = room.measure_draft(measure, answer).await;
    let errors = state.errors();
    let expected: Vec<(&str, Problem)> = errors
        .0
        .iter()
        .map(|error| match error.field.as_str() {
            "redefined" => ("redefined", Problem::Required),
            field => (field, Problem::HeldFast),
        })
        .collect();
    came_back(&state, &form, &expected);
    expected.into_iter().map(|(field, _)| field.to_owned()).collect()
}

async fn what_figures_mean_does_not_change_under_what_rests_on_it(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;
    let components = |parts: &'static str| move |form: &mut MeasureForm| form.components = parts.to_owned();
    let none: [&str; 0] = [];
    assert_eq!(held_fast(&room, measure, &components("Kort\nLång")).await, none);
    let shown = async || {
        let view = service::measure_form(&manager, services, Some(measure), None, None).await;
        view.expect("may write").held_fast
    };
    assert!(!shown().await, "nothing rests on it");
    // A goal that is set after the decision and waits for approval: whoever approves it has read it in this unit.
    let goal = room.goal(measure).await;
    for approved in [false, true] {
        assert!(shown().await);
        let unit = |form: &mut MeasureForm| form.unit = "ärenden".to_owned();
        assert_eq!(held_fast(&room, measure, &unit).await, ["unit", "redefined"]);
        let two = |form: &mut MeasureForm| {
            form.direction = "higher".to_owned();
            form.aggregation = "sum".to_owned();
        };
        assert_eq!(
            held_fast(&room, measure, &two).await,
            ["direction", "aggregation", "redefined"]
        );
        let per = |form: &mut MeasureForm| form.per = "1000".to_owned();
        assert_eq!(held_fast(&room, measure, &per).await, ["per", "redefined"]);
        for parts in ["Kort", "Kort\nLång\nMedel", "Kort\nlång", ""] {
            let change = components(parts);
            assert_eq!(
                held_fast(&room, measure, &change).await,
                ["components", "redefined"],
                "{parts}"
            );
        }
        if !approved {
            room.approve_goal(goal).await;
        }
    }
    // How it is worded, in which order parts stand, and a way of splitting more: nothing means anything else.
    let reworded = |form: &mut MeasureForm| {
        form.name = "Andel fel".to_owned();
        form.definition = "Andel ärenden som behöver göras om".to_owned();
        form.source = "Ärendesystemet".to_owned();
        form.components = "Lång\nKort".to_owned();
        form.sex = "on".to_owned();
    };
    assert_eq!(held_fast(&room, measure, &reworded).await, none);
    let unsplit = |form: &mut MeasureForm| form.sex = String::new();
    assert_eq!(held_fast(&room, measure, &unsplit).await, ["sex", "redefined"]);

    // Said to be another definition it is one, and what was agreed stays in the one before.
    let redefined = |form: &mut MeasureForm| {
        form.unit = "ärenden".to_owned();
        form.components = String::new();
        form.redefined = "on".to_owned();
        form.reason = "Andelen gick inte att följa.".to_owned();
    };
    assert_eq!(held_fast(&room, measure, &redefined).await, none);
    assert!(!shown().await, "nothing rests on the new one yet");
    let unit = |form: &mut MeasureForm| form.unit = "beslut".to_owned();
    assert_eq!(held_fast(&room, measure, &unit).await, none);
    let view = service::measure_view(&manager, services, measure)
        .await
        .expect("may read");
    let units: Vec<_> = view
        .measure
        .definitions
        .iter()
        .map(|one| one.unit.as_deref())
        .collect();
    assert_eq!(units, [Some("%"), Some("beslut")]);
    // What is measured by it and sent in holds it fast in its turn; a draft does not.
    let draft = MeasurementForm {
        action: String::new(),
        ..measured(measure, "2025-Q2", "15")
    };
    let logged = room.log(draft).await;
    let unit = |form: &mut MeasureForm| form.unit = "ärenden".to_owned();
    assert_eq!(held_fast(&room, measure, &unit).await, none);
    let target = MeasurementTarget::Existing(logged);
    let form = service::measurement_form(&manager, services, target, None).await;
    let form = MeasurementForm {
        submission: key(),
        action: "submit".to_owned(),
        ..form.expect("may log").state.form
    };
    room.log(form).await;
    let unit = |form: &mut MeasureForm| form.unit = "dagar".to_owned();
    assert_eq!(held_fast(&room, measure, &unit).await, ["unit", "redefined"]);
}

async fn a_goal_that_is_not_locked_is_not_broken_either(world: World) {
    let room = Room::undecided(&world).await;
    let measure = room.measure().await;
    room.goal(measure).await;
    let none: [&str; 0] = [];
    let unit = |form: &mut MeasureForm| form.unit = "ärenden".to_owned();
    assert_eq!(
        held_fast(&room, measure, &unit).await,
        none,
        "it can be written anew"
    );
    // From 40 to 5 would be the wrong way.
    let higher = |form: &mut MeasureForm| form.direction = "higher".to_owned();
    assert_eq!(
        held_fast(&room, measure, &higher).await,
        ["direction", "redefined"]
    );
    let open = |form: &mut MeasureForm| form.direction = "not_stated".to_owned();
    assert_eq!(held_fast(&room, measure, &open).await, none);
}

async fn a_value_is_of_the_kind_that_is_measured(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let plain = room.measure().await;
    let form = MeasureForm {
        aggregation: "ratio".to_owned(),
        sex: "on".to_owned(),
        ..measure_form()
    };
    let place = done(service::measure_save(&manager, services, form).await);
    let ratio: MeasureId = after(&place, "/matt/").parse().expect("a measure");
    let rows = count(&services.store, "measurement").await;
    let part = MeasurementForm {
        value: "15".to_owned(),
        split_key: vec!["women".to_owned(), "men".to_owned()],
        split_value: vec![String::new(), "7".to_owned()],
        split_denominator: vec![String::new(), String::new()],
        ..measured(ratio, "2025-Q2", "15")
    };
    let answer = service::measurement_save(&manager, services, part.clone()).await;
    let state = room.measurement_draft(ratio, answer).await;
    came_back(
        &state,
        &part,
        &[
            ("denominator", Problem::Required),
            ("split_denominator-1", Problem::Required),
        ],
    );
    let share = MeasurementForm {
        denominator: "20".to_owned(),
        ..measured(plain, "2025-Q2", "3")
    };
    let answer = service::measurement_save(&manager, services, share.clone()).await;
    let state = room.measurement_draft(plain, answer).await;
    let given = "20".to_owned();
    came_back(&state, &share, &[("denominator", Problem::NoRatio { given })]);
    assert_eq!(count(&services.store, "measurement").await, rows);
    let both = MeasurementForm {
        denominator: "20".to_owned(),
        ..measured(ratio, "2025-Q2", "3")
    };
    room.log(both).await;
}

async fn two_who_write_at_once_both_see_what_the_other_wrote(world: World) {
    let room = Room::new(&world).await;
    let (services, manager) = (room.services(), room.manager());
    let measure = room.measure().await;

    let both = [
        room.measure_as_it_is(measure).await,
        room.measure_as_it_is(measure).await,
    ];
    let [theirs, mine] = both.map(|form| MeasureForm {
        name: format!("Felandel {}", form.submission),
        ..form
    });
    let place = done(service::measure_save(&manager, services, theirs.clone()).await);
    let twice = service::measure_save(&manager, services, theirs.clone()).await;
    assert_eq!(done(twice), place, "sent twice, taken once");
    let state = room
        .measure_draft(
            measure,
            service::measure_save(&manager, services, mine.clone()).await,
        )
        .await;
    let kept = state.theirs().expect("it says that somebody was first");
    assert_eq!(
        (&state.form.name, &kept.name, kept.version.as_str()),
        (&mine.name, &theirs.name, "2")
    );

    let goal = room.goal(measure).await;
    let both = [room.goal_as_it_is(goal).await, room.goal_as_it_is(goal).await];
    let [theirs, mine] = both.map(|form| EffectGoalForm {
        method: format!("Fråga {}", form.submission),
        ..form
    });
    done(service::effect_goal_save(&manager, services, theirs.clone()).await);
    let state = room
        .goal_draft(service::effect_goal_save(&manager, services, mine.clone()).await)
        .await;
    let kept = state.theirs().expect("it says that somebody was first");
    assert_eq!((&state.form.method, &kept.method), (&mine.method, &theirs.method));
    // Nor is a version approved that nobody has read.
    let late = service::effect_goal_review(&room.steering(), services, goal, 1, true, "").await;
    assert_eq!(notice(&late), "hann-fore");

    let draft = MeasurementForm {
        action: String::new(),
        ..measured(measure, "2025-Q2", "15")
    };
    let measurement = room.log(draft).await;
    let target = MeasurementTarget::Existing(measurement);
    let as_it_is = async || {
        let view = service::measurement_form(&manager, services, target, None).await;
        MeasurementForm {
            submission: key(),
            ..view.expect("may log").state.form
        }
    };
    let both = [as_it_is().await, as_it_is().await];
    let [theirs, mine] = both.map(|form| MeasurementForm {
        comment: format!("Uttag {}", form.submission),
        ..form
    });
    room.log(theirs.clone()).await;
    let state = room
        .measurement_draft(
            measure,
            service::measurement_save(&manager, services, mine.clone()).await,
        )
        .await;
    let kept = state.theirs().expect("it says that somebody was first");
    assert_eq!(
        (&state.form.comment, &kept.comment),
        (&mine.comment, &theirs.comment)
    );
    let item = room.item(measurement, &manager, measure).await;
    assert_eq!(item.measurement.comment.as_ref(), Some(&theirs.comment));
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

/// Small numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn once_in(&mut self, sides: u64) -> bool {
        self.below(sides) == 0
    }
}

fn new_id() -> Uuid {
    Uuid::now_v7()
}

const MEASURES: usize = 12;

fn many_measures() -> Vec<Measure> {
    let definition = |number, aggregation| Definition {
        number,
        from: None,
        definition: "Det som räknas".to_owned(),
        formula: None,
        rationale: None,
        source: None,
        unit: Some("%".to_owned()),
        direction: Direction::Lower,
        aggregation,
        per: 100,
        numerator: None,
        denominator: None,
        frequency: Some(Cadence::Month),
        dimensions: vec![Dimension {
            kind: DimensionKind::Sex,
            parts: Vec::new(),
        }],
        note: None,
        reason: None,
    };
    (0..MEASURES)
        .map(|at| {
            let aggregation = Aggregation::ALL[at % Aggregation::ALL.len()];
            let numbers = 1..=i32::try_from(1 + at % 3).expect("few");
            Measure {
                id: MeasureId(new_id()),
                name: format!("Mått {at}"),
                used_for: MeasureUse::NotStated,
                without_target: None,
                ended: None,
                definitions: numbers.map(|number| definition(number, aggregation)).collect(),
            }
        })
        .collect()
}

/// Months, quarters and years that follow each other, from long ago until after today, with some of them left out.
fn many_periods(dice: &mut Dice, from: NaiveDate, months_alone: bool) -> Vec<Period> {
    let last: NaiveDate = "2026-02-28".parse().expect("a day");
    let mut periods = Vec::new();
    for cadence in [Cadence::Month, Cadence::Quarter, Cadence::Tertial, Cadence::Year] {
        if months_alone && cadence != Cadence::Month {
            continue;
        }
        let mut next = cadence.around(from).expect("a period");
        while next.last <= last {
            // The windows of one year are covered in any case; of the others some are not.
            let kept = next.first.format("%Y").to_string() == "2023" && cadence == Cadence::Month;
            if kept || !dice.once_in(if cadence == Cadence::Month { 9 } else { 3 }) {
                periods.push(next);
            }
            let day = next.last.checked_add_days(Days::new(1)).expect("a day");
            next = cadence.around(day).expect("a period");
        }
    }
    periods
}

/// Measurements by every definition of every measure, in every state, complete and not, corrected and not.
fn many_measurements(dice: &mut Dice, measures: &[Measure]) -> Vec<Measurement> {
    let mut all: Vec<Measurement> = Vec::new();
    for (at, measure) in measures.iter().enumerate() {
        for definition in &measure.definitions {
            let from = "2017-01-01".parse().expect("a day");
            for period in many_periods(dice, from, at % 2 == 0) {
                let sure = period.first.format("%Y").to_string() == "2023";
                let mut value = || {
                    let (numerator, denominator) = (dice.below(90), 100 + dice.below(100));
                    if definition.aggregation == Aggregation::Ratio {
                        Value::Ratio {
                            numerator: Decimal::from(numerator),
                            denominator: Decimal::from(denominator),
                        }
                    } else {
                        Value::Plain {
                            value: Decimal::from(numerator),
                        }
                    }
                };
                let (whole, parts) = (value(), Sex::ALL.map(|sex| (sex, value())));
                let splits = parts.map(|(sex, value)| SplitValue {
                    split: Split {
                        sex: Some(sex),
                        ..Split::default()
                    },
                    value,
                });
                let state = match dice.below(12) {
                    _ if sure => ApprovalState::Approved,
                    0 => ApprovalState::Draft,
                    1 => ApprovalState::Submitted,
                    2 => ApprovalState::Returned,
                    _ => ApprovalState::Approved,
                };
                let first = Measurement {
                    id: MeasurementId(new_id()),
                    measure: measure.id,
                    definition: definition.number,
                    period,
                    preliminary: !sure && dice.once_in(10),
                    value: whole,
                    splits: if sure || !dice.once_in(8) {
                        splits.to_vec()
                    } else {
                        Vec::new()
                    },
                    source: "Ärendesystemet".to_owned(),
                    comment: None,
                    proofs: Vec::new(),
                    state,
                    imported: false,
                    supersedes: None,
                };
                if state == ApprovalState::Approved && dice.once_in(5) {
                    let state = [ApprovalState::Approved, ApprovalState::Submitted];
                    all.push(Measurement {
                        id: MeasurementId(new_id()),
                        value: match first.value {
                            Value::Plain { value } => Value::Plain {
                                value: value + Decimal::ONE,
                            },
                            ratio @ Value::Ratio { .. } => ratio,
                        },
                        supersedes: Some(first.id),
                        state: if dice.once_in(3) { state[1] } else { state[0] },
                        ..first.clone()
                    });
                }
                all.push(first);
            }
        }
    }
    all
}

/// A goal on each definition of each measure, of each window, of the whole and of a part, dealt out to benefits.
fn many_goals(dice: &mut Dice, measures: &[Measure], benefits: &[BenefitId]) -> Vec<EffectGoal> {
    let mut windows: Vec<Option<Cadence>> = Cadence::ALL.into_iter().map(Some).collect();
    windows.push(None);
    let mut goals = Vec::new();
    for (at, measure) in measures.iter().enumerate() {
        // Of some measures no goal has a window, of which the store then reads the latest alone.
        let windows = if at % 3 == 0 {
            &windows[windows.len() - 1..]
        } else {
            &windows[..]
        };
        for definition in &measure.definitions {
            for (nth, window) in windows.iter().enumerate() {
                let version = GoalVersion {
                    number: 1,
                    definition: definition.number,
                    baseline: (!dice.once_in(4)).then(|| Baseline {
                        value: Decimal::from(100 + dice.below(50)),
                        when: None,
                        source: None,
                    }),
                    targets: ["2024-06-30", "2025-09-30", "2026-06-30"]
                        .map(|day| Target {
                            day: day.parse().expect("a day"),
                            value: Decimal::from(dice.below(60)),
                        })
                        .to_vec(),
                    method: None,
                    reason: None,
                    state: if dice.once_in(7) {
                        ApprovalState::Submitted
                    } else {
                        ApprovalState::Approved
                    },
                };
                goals.push(EffectGoal {
                    id: EffectGoalId(new_id()),
                    benefit: Some(benefits[goals.len() % benefits.len()]),
                    measure: measure.id,
                    ordinal: i32::try_from(goals.len()).expect("few"),
                    split: Split {
                        sex: (nth % 2 == 1).then_some(Sex::Women),
                        ..Split::default()
                    },
                    claim: Decimal::from(5),
                    window: *window,
                    versions: vec![version],
                });
            }
        }
    }
    goals
}

async fn what_the_store_reads_gives_what_all_rows_give(world: World) {
    let demo = Demo::load(&world).await;
    let (services, ctx) = (&demo.services, demo.ctx(Role::SteeringUnit));
    let portfolio = portfolio_json();
    let benefits = portfolio["benefits"].as_array().expect("a list");
    let of = |benefit: &Json| {
        (
            BenefitId(id(&benefit["id"])),
            InitiativeId(id(&benefit["initiative"])),
        )
    };
    // Those of the first three initiatives that have any.
    let mut initiatives: Vec<InitiativeId> = benefits.iter().map(|one| of(one).1).collect();
    initiatives.dedup();
    initiatives.truncate(3);
    let chosen: Vec<BenefitId> = benefits
        .iter()
        .map(of)
        .filter(|(_, initiative)| initiatives.contains(initiative))
        .map(|(benefit, _)| benefit)
        .collect();
    assert!(chosen.len() > 3, "{chosen:?}");

    let mut dice = Dice(7);
    let measures = many_measures();
    let all = GoalMaterial {
        measurements: many_measurements(&mut dice, &measures).into(),
        goals: many_goals(&mut dice, &measures, &chosen).into(),
        measures: measures.into(),
    };
    let txn = services.store.write_txn(&ctx).await.expect("begins");
    measure_insert_many(&ctx, &txn, &all.measures)
        .await
        .expect("measures");
    effect_goal_insert_many(&ctx, &txn, &all.goals)
        .await
        .expect("goals");
    measurement_insert_many(&ctx, &txn, &all.measurements)
        .await
        .expect("measurements");
    let record = AuditRecord::new("measure.add", "measure", all.measures[0].id);
    txn.commit(Trail::one(record)).await.expect("commits");

    // On the page of each initiative, as of today.
    let today = ctx.today();
    let expected = all.by_benefit(today);
    assert_eq!(expected.len(), chosen.len());
    tells(&expected);
    let mut shown: BTreeMap<BenefitId, Vec<GoalStanding>> = BTreeMap::new();
    for initiative in &initiatives {
        let view = service::initiative_view(&ctx, services, *initiative)
            .await
            .expect("may read");
        let sections = view.deliveries.into_iter().flat_map(|one| one.benefits);
        for section in sections.chain(view.benefits) {
            shown.insert(section.benefit.id, section.goals);
        }
        let goals = initiative_goals_load(&ctx, services.store.reader(), *initiative).await;
        let read = goals.expect("reads").measured;
        assert!(
            !read.measurements.is_empty() && read.measurements.len() < all.measurements.len() / 2,
            "{} of {} were read",
            read.measurements.len(),
            all.measurements.len()
        );
        assert!(
            read.measurements.iter().all(|one| all.measurements.contains(one)),
            "what is read is what was written"
        );
    }
    assert_eq!(shown, expected);

    // In the open report, as of its last day.
    let view = service::report_view_of_year(&ctx, services, 2025)
        .await
        .expect("may read");
    let report = &view.model.report;
    assert_ne!(report.cut_off, today);
    let expected = all.by_benefit(report.cut_off);
    tells(&expected);
    let material = report_material_load(&ctx, services.store.reader(), &Kept::nothing(), report.id).await;
    let material = material.expect("reads").expect("is there");
    let reached: Vec<BenefitId> = material.benefits.iter().map(|one| one.id).collect();
    let found = material.measured.by_benefit(report.cut_off);
    let mut among = expected.clone();
    among.retain(|benefit, _| reached.contains(benefit));
    assert!(!among.is_empty(), "some of them are in the report");
    assert_eq!(found, among);
    shows(&view.model, &expected);

    // In the same report as of another day: what has been measured since its own counts then.
    let day = ctx.today();
    let as_of = service::report_as_of(&ctx, services, report.id, Some(day)).await;
    let as_of = as_of.expect("may read").model.expect("a day is asked for");
    assert_eq!(as_of.own_cut_off, Some(report.cut_off));
    let later = all.by_benefit(day);
    assert_ne!(later, expected, "something is measured in between");
    shows(&as_of, &later);
}

/// The report shows some of these benefits, and their goals stand as expected.
#[track_caller]
fn shows(model: &ReportModel, expected: &BTreeMap<BenefitId, Vec<GoalStanding>>) {
    let sections = model.areas.iter().flat_map(|area| {
        let of_deliveries = area.deliveries.iter().flat_map(|one| &one.benefits);
        of_deliveries.chain(&area.without_delivery)
    });
    let mut compared = 0;
    for section in sections {
        if let Some(goals) = expected.get(&section.benefit.id) {
            assert_eq!(&section.goals, goals);
            compared += 1;
        }
    }
    assert!(compared > 0, "the report shows some of them");
}

/// The outcomes are of every kind, and rest on one measurement and on several: else comparing them says little.
#[track_caller]
fn tells(outcomes: &BTreeMap<BenefitId, Vec<GoalStanding>>) {
    let all: Vec<&GoalStanding> = outcomes.values().flatten().collect();
    let some = |wanted: fn(&GoalOutcome) -> bool| all.iter().any(|one| wanted(&one.outcome));
    assert!(some(|one| *one == GoalOutcome::Unapproved));
    assert!(some(|one| matches!(one, GoalOutcome::WithoutBaseline { .. })));
    assert!(some(|one| matches!(one, GoalOutcome::Measured { .. })));
    let rests_on = |actual: &Option<Actual>| actual.as_ref().map_or(0, |actual| actual.measurements.len());
    for (least, most) in [(1, 1), (3, 3), (12, 12)] {
        assert!(
            all.iter()
                .any(|one| (least..=most).contains(&rests_on(&one.actual))),
            "none rests on {least}"
        );
    }
}

async fn a_file_is_kept_once_and_comes_back_whole(world: World) {
    const PIECE: usize = 256 * 1024;
    let store = world.services().await.store;
    let ctx = operator();
    let mut dice = Dice(11);
    let mut large = Vec::new();
    while large.len() <= PIECE {
        large.extend_from_slice(&dice.below(u64::from(u32::MAX)).to_le_bytes());
    }
    large.push(1);
    let files: [(&[u8], &str, i64); 3] = [
        (b"Ett svar", "text/plain", 1),
        (&large[..PIECE], "application/pdf", 1),
        (&large, "application/pdf", 2),
    ];
    let mut pieces = 0;
    for (bytes, media_type, of) in files {
        let txn = store.write_txn(&ctx).await.expect("begins");
        let hash = stored_file_put(&ctx, &txn, bytes, media_type)
            .await
            .expect("puts");
        // Once more, by another name of its kind.
        let again = stored_file_put(&ctx, &txn, bytes, "application/octet-stream").await;
        assert_eq!(again.expect("puts"), hash);
        let record = AuditRecord::new("measurement.draft", "measurement", new_id());
        txn.commit(Trail::one(record)).await.expect("commits");
        let found = stored_file_load(&ctx, store.reader(), &hash)
            .await
            .expect("loads");
        let found = found.expect("is there");
        assert!(found.bytes == bytes, "{} bytes came back otherwise", bytes.len());
        assert_eq!(found.media_type, media_type);
        pieces += of;
        assert_eq!(count(&store, "stored_file_chunk").await, pieces);
    }
    assert_eq!(count(&store, "stored_file").await, 3);
    let size = number(&store, "SELECT MAX(size) FROM stored_file").await;
    assert_eq!(usize::try_from(size).ok(), Some(large.len()));
    let missing = stored_file_load(&ctx, store.reader(), &"0".repeat(64)).await;
    assert_eq!(missing.expect("loads"), None);
}
