//! Measures, effect goals and measurements, written through the services.

use domain::ctx::Ctx;
use domain::form::{EffectGoalForm, MeasureForm, MeasurementForm};
use domain::id::{BenefitId, EffectGoalId, InitiativeId, MeasureId, MeasurementId};
use service::{MeasurementTarget, Services};

use super::forms::{after, done, key};

/// A measure of which less is better, measured every quarter.
pub fn errors_made() -> MeasureForm {
    MeasureForm {
        submission: key(),
        name: "Andel ärenden som görs om".to_owned(),
        definition: "Ärenden som måste göras om, av alla avgjorda ärenden.".to_owned(),
        unit: "%".to_owned(),
        direction: "lower".to_owned(),
        aggregation: "latest".to_owned(),
        frequency: "quarter".to_owned(),
        sex: "on".to_owned(),
        ..MeasureForm::default()
    }
}

/// Adds that measure.
pub async fn added(ctx: &Ctx, services: &Services) -> MeasureId {
    let place = done(service::measure_save(ctx, services, errors_made()).await);
    after(&place, "/matt/").parse().expect("a measure")
}

/// A goal from 40 to 5 by the end of 2025, set after the decision.
pub fn goal(benefit: BenefitId, measure: MeasureId) -> EffectGoalForm {
    EffectGoalForm {
        submission: key(),
        benefit: benefit.to_string(),
        measure: measure.to_string(),
        baseline: "40".to_owned(),
        baseline_source: "Ärendesystemet".to_owned(),
        target_day: vec!["2025-06-30".to_owned()],
        target_value: vec!["5".to_owned()],
        reason: "Målet sattes inte före beslutet".to_owned(),
        ..EffectGoalForm::default()
    }
}

/// Sets that goal for a benefit of an initiative.
pub async fn goal_set(
    ctx: &Ctx,
    services: &Services,
    (initiative, benefit): (InitiativeId, BenefitId),
    measure: MeasureId,
) -> EffectGoalId {
    done(service::effect_goal_save(ctx, services, goal(benefit, measure)).await);
    let view = service::initiative_view(ctx, services, initiative).await;
    let goals = view.expect("may read").goals;
    let mut set = goals
        .values()
        .filter(|one| one.goal.benefit == Some(benefit) && one.goal.measure == measure);
    set.next().expect("a goal").goal.id
}

/// A measurement of a period, to be sent in.
pub fn measured(measure: MeasureId, period: &str, value: &str) -> MeasurementForm {
    MeasurementForm {
        submission: key(),
        measure: measure.to_string(),
        period: period.to_owned(),
        value: value.to_owned(),
        source: "Ärendesystemet".to_owned(),
        action: "submit".to_owned(),
        ..MeasurementForm::default()
    }
}

/// Logs it, or keeps it as a draft where that is what it asks for.
pub async fn logged(ctx: &Ctx, services: &Services, form: MeasurementForm) -> MeasurementId {
    let place = done(service::measurement_save(ctx, services, form).await);
    after(&place, "#matning-").parse().expect("a measurement")
}

/// Sends in what was kept as a draft.
pub async fn sent_in(ctx: &Ctx, services: &Services, measurement: MeasurementId) {
    let target = MeasurementTarget::Existing(measurement);
    let view = service::measurement_form(ctx, services, target, None).await;
    let form = MeasurementForm {
        submission: key(),
        action: "submit".to_owned(),
        ..view.expect("may log").state.form
    };
    done(service::measurement_save(ctx, services, form).await);
}

/// Approves what was sent in.
pub async fn approved(ctx: &Ctx, services: &Services, measure: MeasureId, measurement: MeasurementId) {
    let view = service::measure_view(ctx, services, measure).await;
    let mut items = view.expect("may read").measurements.into_iter();
    let item = items.find(|item| item.measurement.id == measurement).expect("it");
    service::measurement_review(ctx, services, measurement, item.version, true, "")
        .await
        .expect("may approve");
}
