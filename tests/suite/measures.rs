//! Measures, effect goals and what was measured: written by one, approved by another, corrected by a third, and
//! judged from no more rows than it takes.

mod approval;
mod definitions;
mod forms;
mod made_up;
mod read;
mod who;

use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::effect_goal::standing::GoalOutcome;
use domain::form::{EffectGoalForm, Form, MeasureForm, MeasurementForm, Problem};
use domain::id::{BenefitId, EffectGoalId, InitiativeId, MeasureId, MeasurementId, UnitId};
use domain::report_model::BenefitSection;
use domain::role::Role;
use serde_json::{Value as Json, json};
use service::{Answer, FormState, GoalItem, MeasurementItem, MeasurementTarget, Services};
use uuid::Uuid;

use crate::support::database::World;
use crate::support::demo::{Demo, portfolio_json};
use crate::support::forms::{after, done, key, notice};

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
