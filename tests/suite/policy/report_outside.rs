//! The rows of what leaves the house: the archive package, links and what is public.

use domain::ctx::Ctx;
use domain::form::ReportLinkForm;
use service::{Archived, Format, LinkMade};
use uuid::Uuid;

use super::{Ground, Row, outcome, saved};
use crate::support::operator;

const fn row(function: &'static str, with: &'static str) -> Row {
    Row { function, with }
}

pub(super) const ROWS: [Row; 16] = [
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
