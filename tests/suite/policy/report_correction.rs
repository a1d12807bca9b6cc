//! The rows of what is corrected beside a decided report.

use domain::ctx::Ctx;
use domain::form::{CorrectionDecisionForm, CorrectionForm};
use service::Format;
use uuid::Uuid;

use super::{Ground, Row, outcome, saved};

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 8] = [
    row("report_corrections", "of a decided one"),
    row("report_corrections", "of an open one"),
    row("report_correction_form", "of a new one"),
    row("report_correction_save", "with nothing filled in"),
    row("report_correction_withdraw", "of none"),
    row("report_correction_decision", "of none"),
    row("report_correction_decide", "of none"),
    row("report_correction_file", "where nothing is corrected"),
];

/// What the row answers whoever asks; nothing where the row is not one of these.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let (s, open, decided) = (ground.services(), ground.open, ground.decided);
    let nowhere = Uuid::now_v7;
    let answer = match (row.function, row.with) {
        ("report_corrections", "of an open one") => outcome(service::report_corrections(ctx, s, open).await),
        ("report_corrections", _) => outcome(service::report_corrections(ctx, s, decided).await),
        ("report_correction_form", _) => {
            outcome(service::report_correction_form(ctx, s, decided, None, None).await)
        }
        ("report_correction_save", _) => {
            let form = CorrectionForm {
                report: decided.to_string(),
                ..CorrectionForm::default()
            };
            saved(service::report_correction_save(ctx, s, form).await)
        }
        ("report_correction_withdraw", _) => {
            outcome(service::report_correction_withdraw(ctx, s, nowhere().into(), 1).await)
        }
        ("report_correction_decision", _) => {
            outcome(service::report_correction_decision(ctx, s, nowhere().into(), None).await)
        }
        ("report_correction_decide", _) => {
            let form = CorrectionDecisionForm {
                id: nowhere().to_string(),
                ..CorrectionDecisionForm::default()
            };
            saved(service::report_correction_decide(ctx, s, form).await)
        }
        ("report_correction_file", _) => {
            outcome(service::report_correction_file(ctx, s, decided, Format::Pdf).await)
        }
        _ => return None,
    };
    Some(answer)
}
