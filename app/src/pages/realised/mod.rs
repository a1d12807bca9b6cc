//! Freed time and values in kronor: the sums, and the forms of one entry and one value.

mod list;
mod sek_form;
mod time_form;

pub use list::RealisedPage;
pub use sek_form::SekValueFormPage;
pub use time_form::FreedTimeFormPage;
