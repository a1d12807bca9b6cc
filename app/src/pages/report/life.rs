//! A report's life: where it stands and what it lacks, its review, and its decision.

mod course;
mod decision;
mod responsible;
mod review;

pub use course::ReportCoursePage;
pub(in crate::pages::report) use course::format_name;
pub use decision::ReportDecisionPage;
pub use responsible::ReportResponsiblePage;
pub use review::ReportReviewPage;
