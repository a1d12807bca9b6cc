//! Grading: where it stands, and the grading of each subject.

mod beside;
mod choose;
mod evidence;
mod form;
mod list;
mod read_only;
mod review;
mod texts;

pub use form::{AssessmentPage, GroupAssessmentPage, WholeAssessmentPage};
pub use list::AssessmentListPage;
