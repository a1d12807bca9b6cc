//! Writing a report that is still open: what it is, what it says, what it rests on, and its scope.

mod head;
mod scope;
mod source;
mod text;

use ::text::Lang;
use domain::standing::ReportHead;

use crate::components::links;

pub use head::ReportFormPage;
pub use scope::ReportScopePage;
pub use source::ReportSourceFormPage;
pub use text::ReportTextFormPage;

/// The way to a page about a report.
fn crumbs(report: &ReportHead, lang: Lang) -> Vec<(String, String)> {
    vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(report.id), report.name()),
    ]
}
