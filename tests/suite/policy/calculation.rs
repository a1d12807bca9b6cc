//! The rows of benefit calculations.

use domain::ctx::Ctx;
use domain::form::{CalculationForm, CalculationLinesForm};
use service::{AlternativeChange, CalculationStep};

use super::{Ground, Row, outcome, saved};

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 14] = [
    row("calibration_view", ""),
    row("calculation_list", ""),
    row("calculation_view", ""),
    row("calculation_form", "of an initiative"),
    row("calculation_form", "of one that exists"),
    row("calculation_save", "of nothing"),
    row("calculation_lines_save", "of nothing"),
    row("calculation_lines_read", "without a file"),
    row("calculation_step", "sent in"),
    row("calculation_step", "withdrawn"),
    row("calculation_step", "approved"),
    row("calculation_step", "returned"),
    row("calculation_new_version", ""),
    row("calculation_alternative", ""),
];

/// What the row answers whoever asks; nothing where the row is not one of these. Steps are asked for on a version that
/// there is not: whoever may take them is told that somebody was first, and nothing is done.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let s = ground.services();
    let (id, initiative) = (ground.calculation, ground.initiative);
    let step = |step: CalculationStep| service::calculation_step(ctx, s, id, 0, step, "");
    let answer = match (row.function, row.with) {
        ("calibration_view", _) => outcome(service::calibration_view(ctx, s).await),
        ("calculation_list", _) => outcome(service::calculation_list(ctx, s, "", None).await),
        ("calculation_view", _) => outcome(service::calculation_view(ctx, s, id, None, None, None).await),
        ("calculation_form", "of an initiative") => {
            outcome(service::calculation_form(ctx, s, Some(initiative), None, None).await)
        }
        ("calculation_form", _) => outcome(service::calculation_form(ctx, s, None, Some(id), None).await),
        ("calculation_save", _) => saved(service::calculation_save(ctx, s, CalculationForm::default()).await),
        ("calculation_lines_save", _) => {
            saved(service::calculation_lines_save(ctx, s, CalculationLinesForm::default()).await)
        }
        ("calculation_lines_read", _) => {
            let nothing = Ok(CalculationLinesForm::default());
            saved(service::calculation_lines_read(ctx, s, id, nothing).await)
        }
        ("calculation_step", "sent in") => outcome(step(CalculationStep::Submit).await),
        ("calculation_step", "withdrawn") => outcome(step(CalculationStep::Withdraw).await),
        ("calculation_step", "approved") => outcome(step(CalculationStep::Approve).await),
        ("calculation_step", _) => outcome(step(CalculationStep::Return).await),
        ("calculation_new_version", _) => outcome(service::calculation_new_version(ctx, s, id).await),
        ("calculation_alternative", _) => {
            let nowhere = uuid::Uuid::now_v7().into();
            let change = AlternativeChange::Prefer;
            outcome(service::calculation_alternative(ctx, s, id, 0, nowhere, change, "").await)
        }
        _ => return None,
    };
    Some(answer)
}
