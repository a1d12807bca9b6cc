//! The rows of a report's life: its review, its decision and its files.

use domain::ctx::Ctx;
use domain::form::{DecisionForm, ReportCommentForm};
use domain::report::life::ReportStep;
use service::Format;
use uuid::Uuid;

use super::{Ground, Row, outcome, saved};

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 13] = [
    row("report_life", "of an open one"),
    row("report_life", "of a decided one"),
    row("report_review", "of an open one"),
    row("report_comment_save", "of one that is not under review"),
    row("comment_resolve", "of none"),
    row("comment_reopen", "of none"),
    row("report_step_take", "for review, too late"),
    row("report_step_take", "to the public"),
    row("report_step_take", "back, of one that does not exist"),
    row("report_decision", "of an open one"),
    row("report_decide", "with nothing filled in"),
    row("report_file", "of an open one"),
    row("report_file", "of a decided one"),
];

/// What the row answers whoever asks; nothing where the row is not one of these.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let (s, open, decided) = (ground.services(), ground.open, ground.decided);
    let nowhere = Uuid::now_v7;
    let answer = match (row.function, row.with) {
        ("report_life", "of an open one") => outcome(service::report_life(ctx, s, open).await),
        ("report_life", _) => outcome(service::report_life(ctx, s, decided).await),
        ("report_review", _) => outcome(service::report_review(ctx, s, open, None).await),
        ("report_comment_save", _) => {
            let form = ReportCommentForm {
                id: open.to_string(),
                ..ReportCommentForm::default()
            };
            saved(service::report_comment_save(ctx, s, form).await)
        }
        ("comment_resolve", _) => {
            outcome(service::comment_resolve(ctx, s, nowhere().into(), 1, "Gjort.").await)
        }
        ("comment_reopen", _) => outcome(service::comment_reopen(ctx, s, nowhere().into(), 1).await),
        // A version that it has never had: whoever may, is told so, and nothing moves for the next.
        ("report_step_take", "for review, too late") => {
            outcome(service::report_step_take(ctx, s, open, -1, ReportStep::Review, "").await)
        }
        ("report_step_take", "to the public") => {
            outcome(service::report_step_take(ctx, s, decided, -1, ReportStep::Publish, "").await)
        }
        ("report_step_take", _) => {
            let id = nowhere().into();
            outcome(service::report_step_take(ctx, s, id, 1, ReportStep::Return, "Därför.").await)
        }
        ("report_decision", _) => outcome(service::report_decision(ctx, s, open, None).await),
        ("report_decide", _) => saved(service::report_decide(ctx, s, DecisionForm::default()).await),
        ("report_file", "of an open one") => outcome(service::report_file(ctx, s, open, Format::Json).await),
        ("report_file", _) => outcome(service::report_file(ctx, s, decided, Format::Json).await),
        _ => return None,
    };
    Some(answer)
}
