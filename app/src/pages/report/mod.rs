//! Reports: the list, a report's page, and the document itself.

mod appendix;
mod areas;
mod as_of;
mod comparison;
mod contents;
mod correction;
mod cover;
mod detail;
mod document;
mod file;
mod form;
mod life;
mod list;
mod list_body;
mod method;
mod outside;
mod presentation;
mod share;
mod summary;

pub use as_of::ReportAsOfPage;
pub use comparison::ReportComparisonPage;
pub use correction::{CorrectionDecisionPage, CorrectionFormPage, CorrectionsPage};
pub use detail::ReportPage;
pub use document::{DocumentParts, report_document};
pub use file::report_html;
pub use form::{ReportFormPage, ReportScopePage, ReportSourceFormPage, ReportTextFormPage};
pub use life::{ReportCoursePage, ReportDecisionPage, ReportResponsiblePage, ReportReviewPage};
pub use list::ReportListPage;
pub use outside::{PublicReportListPage, PublicReportPage, SharedReportPage};
pub use presentation::ReportPresentationPage;
pub use share::ReportSharePage;
