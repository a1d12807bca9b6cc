//! Reports: the list, a report's page, and the document itself.

mod appendix;
mod areas;
mod contents;
mod cover;
mod detail;
mod document;
mod file;
mod form;
mod life;
mod list;
mod list_body;
mod method;
mod summary;

pub use detail::ReportPage;
pub use document::{DocumentParts, report_document};
pub use file::report_html;
pub use form::{ReportFormPage, ReportScopePage, ReportSourceFormPage, ReportTextFormPage};
pub use life::{ReportCoursePage, ReportDecisionPage, ReportReviewPage};
pub use list::ReportListPage;
