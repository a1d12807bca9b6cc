//! The rows of realisation plans.

use domain::ctx::Ctx;
use domain::form::RealisationPlanForm;

use super::{Ground, Row, outcome, saved};
use crate::support::demo::portfolio_json;

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 3] = [
    row("realisation_plan_form", ""),
    row("realisation_plan_save", "of nothing"),
    row("realisation_plan_done", "of none"),
];

/// What the row answers whoever asks; nothing where the row is not one of these.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let (s, benefit) = (ground.services(), ground.benefit);
    let answer = match row.function {
        "realisation_plan_form" => {
            let initiative = portfolio_json()["benefits"][0]["initiative"].clone();
            let initiative = initiative.as_str().and_then(|id| id.parse().ok())?;
            outcome(service::realisation_plan_form(ctx, s, initiative, benefit, None).await)
        }
        "realisation_plan_save" => {
            saved(service::realisation_plan_save(ctx, s, RealisationPlanForm::default()).await)
        }
        "realisation_plan_done" => {
            let nowhere = || uuid::Uuid::now_v7();
            outcome(service::realisation_plan_done(ctx, s, nowhere().into(), 1, nowhere().into()).await)
        }
        _ => return None,
    };
    Some(answer)
}
