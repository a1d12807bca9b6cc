//! Realised benefit.

mod form;

pub use form::StatementFormPage;
