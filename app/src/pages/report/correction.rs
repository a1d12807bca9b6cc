//! Corrections of a decided report: the list, the proposal, its decision, and what the report's own page says of them.

mod decision;
mod form;
mod list;
mod notice;

use ::text::{Lang, report as said};
use domain::report::correction::ReportCorrection;
use domain::standing::ReportHead;
use leptos::prelude::*;

use crate::components::links;
use crate::components::prose::Paragraphs;

pub use decision::CorrectionDecisionPage;
pub use form::CorrectionFormPage;
pub use list::CorrectionsPage;
pub(super) use notice::{at_the_top, in_section};

/// The way to a page below the list of corrections.
fn crumbs(report: &ReportHead, lang: Lang) -> Vec<(String, String)> {
    vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(report.id), report.name()),
        (links::report_corrections(report.id), lang.t("correction-title")),
    ]
}

/// What stands there, what should, why, and who decided it.
fn terms(correction: &ReportCorrection, lang: Lang) -> AnyView {
    let term = |key: &str, text: &str| {
        view! {
            <div>
                <dt>{lang.t(key)}</dt>
                <dd>
                    <Paragraphs text=text.to_owned() />
                </dd>
            </div>
        }
    };
    let decided = correction.made.as_ref().map(|made| {
        view! {
            <div>
                <dt>{lang.t("report-decided")}</dt>
                <dd>{said::decision(lang, &made.decision)}</dd>
            </div>
        }
    });
    view! {
        <dl class="terms">
            {term("correction-wrong", &correction.wrong)}
            {term("correction-correct", &correction.correct)}
            {term("correction-reason", &correction.reason)}
            {decided}
        </dl>
    }
    .into_any()
}
