//! Follow-up rounds: who is asked for what, and who has answered.

mod detail;
mod form;
mod list;
mod question;

pub use detail::RoundPage;
pub use form::RoundFormPage;
pub use list::RoundListPage;
