//! The rows of measures, effect goals and measurements.

use domain::ctx::Ctx;
use domain::form::{EffectGoalForm, MeasureForm, MeasurementForm};
use service::MeasurementTarget;
use uuid::Uuid;

use super::{Ground, Row, outcome, saved};

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 18] = [
    row("measure_list", ""),
    row("measure_view", ""),
    row("measure_view", "of one that does not exist"),
    row("measure_form", "of a new one"),
    row("measure_form", "of one that exists"),
    row("measure_save", "with nothing filled in"),
    row("effect_goal_form", "of a new one"),
    row("effect_goal_form", "of one that exists"),
    row("effect_goal_save", "with nothing filled in"),
    row("effect_goal_review", "approved"),
    row("effect_goal_review", "returned"),
    row("effect_goal_remove", "of none"),
    row("measurement_form", "of a new one"),
    row("measurement_form", "of one that is sent in"),
    row("measurement_save", "with nothing filled in"),
    row("measurement_review", "approved"),
    row("measurement_review", "returned"),
    row("measurement_withdraw", "of one's own"),
];

/// What the row answers whoever asks; nothing where the row is not one of these. Reviews are asked for on a version that
/// there is not: whoever may give them is told that somebody was first, and nothing is done.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let s = ground.services();
    let (measure, goal, measurement) = ground.measured;
    let nowhere = Uuid::now_v7;
    let answer = match (row.function, row.with) {
        ("measure_list", _) => outcome(service::measure_list(ctx, s, "").await),
        ("measure_view", "") => outcome(service::measure_view(ctx, s, measure).await),
        ("measure_view", _) => outcome(service::measure_view(ctx, s, nowhere().into()).await),
        ("measure_form", "of a new one") => outcome(service::measure_form(ctx, s, None, None, None).await),
        ("measure_form", _) => outcome(service::measure_form(ctx, s, Some(measure), None, None).await),
        ("measure_save", _) => saved(service::measure_save(ctx, s, MeasureForm::default()).await),
        ("effect_goal_form", "of a new one") => {
            outcome(service::effect_goal_form(ctx, s, Some(ground.benefit), None, None, None).await)
        }
        ("effect_goal_form", _) => {
            outcome(service::effect_goal_form(ctx, s, None, Some(goal), None, None).await)
        }
        ("effect_goal_save", _) => saved(service::effect_goal_save(ctx, s, EffectGoalForm::default()).await),
        ("effect_goal_review", with) => {
            outcome(service::effect_goal_review(ctx, s, goal, 0, with == "approved", "").await)
        }
        ("effect_goal_remove", _) => outcome(service::effect_goal_remove(ctx, s, nowhere().into(), 1).await),
        ("measurement_form", "of a new one") => {
            outcome(service::measurement_form(ctx, s, MeasurementTarget::New(measure), None).await)
        }
        ("measurement_form", _) => {
            outcome(service::measurement_form(ctx, s, MeasurementTarget::Existing(measurement), None).await)
        }
        ("measurement_save", _) => saved(service::measurement_save(ctx, s, MeasurementForm::default()).await),
        ("measurement_review", with) => {
            outcome(service::measurement_review(ctx, s, measurement, 0, with == "approved", "").await)
        }
        ("measurement_withdraw", _) => outcome(service::measurement_withdraw(ctx, s, measurement, 0).await),
        _ => return None,
    };
    Some(answer)
}
