//! Realised benefit.

mod form;
mod list;
mod receipt;

pub use form::StatementFormPage;
pub use list::StatementListPage;
