//! The rows of the factor library.

use domain::ctx::Ctx;
use domain::form::{FactorForm, FactorValueForm, LineBuildForm};
use service::FactorStep;
use uuid::Uuid;

use super::{Ground, Row, outcome, saved};

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 15] = [
    row("factor_list", ""),
    row("factor_view", ""),
    row("factor_view", "of one that does not exist"),
    row("factor_form", "of a new one"),
    row("factor_form", "of one that exists"),
    row("factor_save", "with nothing filled in"),
    row("factor_value_form", "of a new one"),
    row("factor_value_form", "of one that is sent in"),
    row("factor_value_save", "with nothing filled in"),
    row("factor_step", "sent in"),
    row("factor_step", "withdrawn"),
    row("factor_step", "approved"),
    row("factor_step", "returned"),
    row("line_build_form", "of no line"),
    row("line_build_save", "of nothing"),
];

/// What the row answers whoever asks; nothing where the row is not one of these. Steps are asked for on a version that
/// there is not: whoever may take them is told that somebody was first, and nothing is done.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let s = ground.services();
    let (id, value) = ground.factor;
    let step = |step: FactorStep| service::factor_step(ctx, s, id, 0, value, step, "");
    let answer = match (row.function, row.with) {
        ("factor_list", _) => outcome(service::factor_list(ctx, s).await),
        ("factor_view", "") => outcome(service::factor_view(ctx, s, id).await),
        ("factor_view", _) => outcome(service::factor_view(ctx, s, Uuid::now_v7().into()).await),
        ("factor_form", "of a new one") => outcome(service::factor_form(ctx, s, None, None).await),
        ("factor_form", _) => outcome(service::factor_form(ctx, s, Some(id), None).await),
        ("factor_save", _) => saved(service::factor_save(ctx, s, FactorForm::default()).await),
        ("factor_value_form", "of a new one") => {
            outcome(service::factor_value_form(ctx, s, id, None, None).await)
        }
        ("factor_value_form", _) => outcome(service::factor_value_form(ctx, s, id, Some(value), None).await),
        ("factor_value_save", _) => {
            let form = FactorValueForm {
                factor: id.to_string(),
                ..FactorValueForm::default()
            };
            saved(service::factor_value_save(ctx, s, form).await)
        }
        ("factor_step", "sent in") => outcome(step(FactorStep::Submit).await),
        ("factor_step", "withdrawn") => outcome(step(FactorStep::Withdraw).await),
        ("factor_step", "approved") => outcome(step(FactorStep::Approve).await),
        ("factor_step", _) => outcome(step(FactorStep::Return).await),
        ("line_build_form", _) => {
            let nowhere = Uuid::now_v7().into();
            outcome(service::line_build_form(ctx, s, ground.calculation, nowhere, None).await)
        }
        ("line_build_save", _) => saved(service::line_build_save(ctx, s, LineBuildForm::default()).await),
        _ => return None,
    };
    Some(answer)
}
