//! The report as one HTML file that needs nothing else.

use domain::report_model::ReportModel;
use leptos::prelude::*;
use text::Lang;

use super::document::{DocumentParts, report_document};
use crate::components::icon::Sprite;

/// A report as one self-contained HTML file. `css` is put into the file as it is; `audit_head` is a
/// link of the audit chain, number and hash, printed in the last appendix where it is given.
pub fn report_html(model: &ReportModel, lang: Lang, css: &str, audit_head: Option<&str>) -> String {
    let owner = Owner::new();
    owner.with(|| document(model, lang, css, audit_head).to_html())
}

fn document(model: &ReportModel, lang: Lang, css: &str, audit_head: Option<&str>) -> AnyView {
    let report = &model.report;
    let title = format!("{} – {}", report.name(), model.agency.name);
    let parts = DocumentParts {
        actions: None,
        audit_head: audit_head.map(str::to_owned),
        ..DocumentParts::default()
    };
    view! {
        <!DOCTYPE html>
        <html lang=lang.code()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="generator" content="Nytta" />
                <title>{title}</title>
                <style inner_html=css.to_owned()></style>
            </head>
            <body class="report-file">
                <a class="skip" href="#innehall">
                    {lang.t("report-skip")}
                </a>
                <Sprite />
                <main id="innehall" tabindex="-1">
                    {report_document(model, lang, parts)}
                </main>
            </body>
        </html>
    }
    .into_any()
}
