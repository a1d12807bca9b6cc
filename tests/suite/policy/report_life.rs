//! The rows of a report's life: its review, its decision and its files.

use domain::ctx::Ctx;
use domain::form::{CorrectionDecisionForm, CorrectionForm, DecisionForm, ReportCommentForm, ReportLinkForm};
use domain::report::life::ReportStep;
use service::{Archived, Format, LinkMade};
use uuid::Uuid;

use super::{Ground, Row, outcome, saved};
use crate::support::operator;

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 44] = [
    row("report_life", "of an open one"),
    row("report_life", "of a decided one"),
    row("report_responsible", "of an open one"),
    row("report_responsible", "of a decided one"),
    row("report_comparison", "of an open one"),
    row("report_comparison", "of a decided one"),
    row("report_comparison_exported", "of an open one"),
    row("report_presentation", "of an open one"),
    row("report_presentation", "of a decided one"),
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
    row("report_corrections", "of a decided one"),
    row("report_corrections", "of an open one"),
    row("report_correction_form", "of a new one"),
    row("report_correction_save", "with nothing filled in"),
    row("report_correction_withdraw", "of none"),
    row("report_correction_decision", "of none"),
    row("report_correction_decide", "of none"),
    row("report_correction_file", "where nothing is corrected"),
    row("report_archive", "of an open one"),
    row("report_archive", "of a decided one"),
    row("report_archive_of_year", "of a decided one"),
    row("report_archive_file", "of a package"),
    row("report_share_view", "of an open one"),
    row("report_share_view", "of a decided one"),
    row("report_link_make", "to an open one"),
    row("report_link_make", "to a decided one"),
    row("report_link_make", "with nothing filled in"),
    row("report_link_stop", "of none"),
    row("report_shared", "with a secret that is nobody's"),
    row("report_shared_file", "with a secret that is nobody's"),
    row("report_public_list", ""),
    row("report_public_view", "of one that is decided and not public"),
    row("report_public_file", "of one that is decided and not public"),
    row("report_public_view", "of one that does not exist"),
];

/// What the row answers whoever asks; nothing where the row is not one of these.
pub(super) async fn ask(ground: &Ground, row: &Row, ctx: &Ctx) -> Option<String> {
    let (s, open, decided) = (ground.services(), ground.open, ground.decided);
    let nowhere = Uuid::now_v7;
    let answer = match (row.function, row.with) {
        ("report_life", "of an open one") => outcome(service::report_life(ctx, s, open).await),
        ("report_life", _) => outcome(service::report_life(ctx, s, decided).await),
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
        ("report_archive", "of an open one") => outcome(service::report_archive(ctx, s, open).await),
        ("report_archive", _) => outcome(service::report_archive(ctx, s, decided).await),
        ("report_archive_of_year", _) => outcome(service::report_archive_of_year(ctx, s, 2024).await),
        ("report_archive_file", _) => {
            let package = service::report_archive(&operator(), s, decided).await;
            let Ok(Archived::Package(package)) = package else {
                panic!("the operator may: {package:?}")
            };
            let hash = &package.renderings[0].hash;
            outcome(service::report_archive_file(ctx, s, &package, hash).await)
        }
        ("report_share_view", "of an open one") => {
            outcome(service::report_share_view(ctx, s, open, None).await)
        }
        ("report_share_view", _) => outcome(service::report_share_view(ctx, s, decided, None).await),
        ("report_link_make", with) => {
            let ends = domain::report::link::usual_end(ctx.today());
            let form = match with {
                "with nothing filled in" => ReportLinkForm {
                    id: decided.to_string(),
                    ..ReportLinkForm::default()
                },
                with => ReportLinkForm {
                    id: if with.contains("open") { open } else { decided }.to_string(),
                    for_whom: "Utskottets kansli".to_owned(),
                    ends_on: ends.to_string(),
                    ..ReportLinkForm::default()
                },
            };
            match service::report_link_make(ctx, s, form).await {
                Ok(LinkMade::Answer(answer)) => saved(Ok(answer)),
                made => outcome(made),
            }
        }
        ("report_link_stop", _) => outcome(service::report_link_stop(ctx, s, nowhere().into()).await),
        ("report_shared", _) => outcome(service::report_shared(ctx, s, "annans").await),
        ("report_shared_file", _) => {
            outcome(service::report_shared_file(ctx, s, "annans", Format::Pdf).await)
        }
        ("report_public_list", _) => outcome(service::report_public_list(ctx, s).await),
        ("report_public_view", "of one that does not exist") => {
            outcome(service::report_public_view(ctx, s, nowhere().into()).await)
        }
        ("report_public_view", _) => outcome(service::report_public_view(ctx, s, decided).await),
        ("report_public_file", _) => outcome(service::report_public_file(ctx, s, decided, Format::Pdf).await),
        _ => return None,
    };
    Some(answer)
}
