//! The rows of freed time and values in kronor.

use domain::ctx::Ctx;
use domain::form::{BulkApprovalForm, FreedTimeForm, PickedFreedTime, SekValueForm};
use service::{FreedTimeTarget, SekValueTarget};
use uuid::Uuid;

use super::{Ground, Row, bulk, outcome, refusal, saved};

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 14] = [
    row("realised_view", ""),
    row("freed_time_form", "of a new one"),
    row("freed_time_form", "of none"),
    row("freed_time_save", "of nothing"),
    row("freed_time_remove", "of none"),
    row("freed_time_review", "approved, of none"),
    row("freed_time_review", "returned, of none"),
    row("freed_time_withdraw", "of none"),
    row("freed_times_review", ""),
    row("freed_time_approve_many", "of none"),
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
        ("freed_time_form", "of a new one") => {
            outcome(service::freed_time_form(ctx, s, FreedTimeTarget::New(benefit), None).await)
        }
        ("freed_time_form", _) => {
            let target = FreedTimeTarget::Existing(nowhere().into());
            outcome(service::freed_time_form(ctx, s, target, None).await)
        }
        ("freed_time_save", _) => saved(service::freed_time_save(ctx, s, FreedTimeForm::default()).await),
        ("freed_time_remove", _) => outcome(service::freed_time_remove(ctx, s, nowhere().into(), 1).await),
        ("freed_time_review", with) => {
            let approve = with.starts_with("approved");
            outcome(service::freed_time_review(ctx, s, nowhere().into(), 1, approve, "").await)
        }
        ("freed_time_withdraw", _) => {
            outcome(service::freed_time_withdraw(ctx, s, nowhere().into(), 1).await)
        }
        ("freed_times_review", _) => outcome(service::freed_times_review(ctx, s).await),
        ("freed_time_approve_many", _) => {
            let picked = PickedFreedTime {
                id: nowhere().into(),
                version: 1,
            };
            let form = BulkApprovalForm {
                picked: vec![picked.code()],
                ..BulkApprovalForm::default()
            };
            match service::freed_time_approve_many(ctx, s, form).await {
                Ok(answer) => bulk(&answer),
                Err(error) => refusal(error),
            }
        }
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
