//! The rows of measures, effect goals and measurements.

use domain::ctx::Ctx;
use domain::form::{
    BulkApprovalForm, EffectGoalForm, MeasureForm, MeasurementFileForm, MeasurementForm, MeasurementsForm,
    PickedMeasurement,
};
use domain::measurement_sheet::SheetFileFault;
use service::{MeasurementTarget, SentFile};
use uuid::Uuid;

use super::{Ground, Row, bulk, outcome, refusal, saved};

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 29] = [
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
    row("measurements_form", ""),
    row("measurements_save", "with nothing filled in"),
    row("measurements_review", ""),
    row("measurement_approve_many", "of one that has changed"),
    row("measurement_sheet_try", "one that could not be read"),
    row("measurement_sheet_view", ""),
    row("measurement_sheet_take", "of one that was not sent"),
    row("measurement_files", "of one that is sent in"),
    row("measurement_file_add", "with nothing chosen"),
    row("measurement_file_remove", "of one that is sent in"),
    row("measurement_file", "that the measurement does not have"),
];

/// What the row answers whoever asks; nothing where the row is not one of these. Reviews are asked for on a version that
/// there is not: whoever may give them is told that somebody was first, and nothing is done.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let s = ground.services();
    let (measure, goal, measurement) = ground.measured;
    let nowhere = Uuid::now_v7;
    let answer = match (row.function, row.with) {
        ("measure_list", _) => outcome(service::measure_list(ctx, s, "", 1).await),
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
        ("measurements_form", _) => outcome(service::measurements_form(ctx, s, None, "", None).await),
        ("measurements_save", _) => {
            saved(service::measurements_save(ctx, s, MeasurementsForm::default()).await)
        }
        ("measurements_review", _) => outcome(service::measurements_review(ctx, s).await),
        ("measurement_approve_many", _) => {
            let picked = PickedMeasurement {
                id: measurement,
                version: 0,
            };
            let form = BulkApprovalForm {
                picked: vec![picked.code()],
                ..BulkApprovalForm::default()
            };
            match service::measurement_approve_many(ctx, s, form).await {
                Ok(answer) => bulk(&answer),
                Err(error) => refusal(error),
            }
        }
        ("measurement_sheet_try", _) => {
            outcome(service::measurement_sheet_try(ctx, s, "", Err(SheetFileFault::NoFile)).await)
        }
        ("measurement_sheet_view", _) => outcome(service::measurement_sheet_view(ctx, s, None).await),
        ("measurement_sheet_take", _) => {
            saved(service::measurement_sheet_take(ctx, s, "nothing", false).await)
        }
        ("measurement_files", _) => outcome(service::measurement_files(ctx, s, measurement, None).await),
        ("measurement_file_add", _) => {
            let form = MeasurementFileForm {
                id: measurement.to_string(),
                ..MeasurementFileForm::default()
            };
            saved(service::measurement_file_add(ctx, s, form, SentFile::default()).await)
        }
        ("measurement_file_remove", _) => {
            outcome(service::measurement_file_remove(ctx, s, measurement, 0, "").await)
        }
        ("measurement_file", _) => outcome(service::measurement_file(ctx, s, measurement, "").await),
        _ => return None,
    };
    Some(answer)
}
