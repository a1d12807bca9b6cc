//! The rows of freed time and values in kronor.

use domain::ctx::Ctx;
use domain::form::{FreedTimeForm, SekValueForm};
use service::SekValueTarget;
use uuid::Uuid;

use super::{Ground, Row, outcome, saved};

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 8] = [
    row("realised_view", ""),
    row("freed_time_form", ""),
    row("freed_time_save", "of nothing"),
    row("freed_time_remove", "of none"),
    row("sek_value_form", "of a new one"),
    row("sek_value_form", "of none"),
    row("sek_value_save", "of nothing"),
    row("sek_value_remove", "of none"),
];

/// What the row answers whoever asks; nothing where the row is not one of these.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let (s, benefit) = (ground.services(), ground.benefit);
    let nowhere = Uuid::now_v7;
    let answer = match (row.function, row.with) {
        ("realised_view", _) => outcome(service::realised_view(ctx, s, None).await),
        ("freed_time_form", _) => outcome(service::freed_time_form(ctx, s, benefit, None, None).await),
        ("freed_time_save", _) => saved(service::freed_time_save(ctx, s, FreedTimeForm::default()).await),
        ("freed_time_remove", _) => outcome(service::freed_time_remove(ctx, s, nowhere().into(), 1).await),
        ("sek_value_form", "of a new one") => {
            let target = SekValueTarget::New(benefit, None);
            outcome(service::sek_value_form(ctx, s, target, None).await)
        }
        ("sek_value_form", _) => {
            let target = SekValueTarget::Existing(nowhere().into());
            outcome(service::sek_value_form(ctx, s, target, None).await)
        }
        ("sek_value_save", _) => saved(service::sek_value_save(ctx, s, SekValueForm::default()).await),
        ("sek_value_remove", _) => outcome(service::sek_value_remove(ctx, s, nowhere().into(), 1).await),
        _ => return None,
    };
    Some(answer)
}
