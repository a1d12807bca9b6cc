//! The rows of what is made of a report: the comparison, the presentation and whom it waits for.

use domain::ctx::Ctx;
use service::Format;

use super::{Ground, Row, outcome};

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 11] = [
    row("report_responsible", "of an open one"),
    row("report_responsible", "of a decided one"),
    row("report_comparison", "of an open one"),
    row("report_comparison", "of a decided one"),
    row("report_comparison_exported", "of an open one"),
    row("report_presentation", "of an open one"),
    row("report_presentation", "of a decided one"),
    row("report_as_of", "of an open one"),
    row("report_as_of", "of a decided one"),
    row("report_as_of_file", "of an open one"),
    row("report_render_as_of", "of an open one"),
];

/// What the row answers whoever asks; nothing where the row is not one of these.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let (s, open, decided) = (ground.services(), ground.open, ground.decided);
    let answer = match (row.function, row.with) {
        ("report_responsible", "of an open one") => outcome(service::report_responsible(ctx, s, open).await),
        ("report_responsible", _) => outcome(service::report_responsible(ctx, s, decided).await),
        ("report_comparison", "of an open one") => {
            outcome(service::report_comparison(ctx, s, open, None).await)
        }
        ("report_comparison", _) => outcome(service::report_comparison(ctx, s, decided, None).await),
        ("report_comparison_exported", _) => {
            outcome(service::report_comparison_exported(ctx, s, open, None).await)
        }
        ("report_presentation", "of an open one") => {
            outcome(service::report_presentation(ctx, s, open).await)
        }
        ("report_presentation", _) => outcome(service::report_presentation(ctx, s, decided).await),
        ("report_as_of", "of an open one") => {
            outcome(service::report_as_of(ctx, s, open, Some(ctx.today())).await)
        }
        ("report_as_of", _) => outcome(service::report_as_of(ctx, s, decided, None).await),
        ("report_as_of_file", _) => {
            outcome(service::report_as_of_file(ctx, s, open, ctx.today(), Format::Json).await)
        }
        ("report_render_as_of", _) => {
            outcome(service::report_render_as_of(ctx, s, 2025, ctx.today(), Format::Json).await)
        }
        _ => return None,
    };
    Some(answer)
}
