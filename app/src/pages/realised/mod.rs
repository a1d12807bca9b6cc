//! Freed time and values in kronor: the sums, the forms of one entry and one value, and what waits for approval.

mod list;
mod sek_form;
mod time_form;
mod waiting;

pub use list::RealisedPage;
pub use sek_form::SekValueFormPage;
pub use time_form::FreedTimeFormPage;
pub use waiting::FreedTimesReviewPage;
