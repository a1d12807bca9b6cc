//! Grading: where it stands, and the grading of an area.

mod evidence;
mod form;
mod list;
mod read_only;

pub use form::AssessmentPage;
pub use list::AssessmentListPage;
