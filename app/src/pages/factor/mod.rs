//! The factor library: what is in force, all values of a factor, and forms for both.

mod detail;
mod form;
mod list;
mod notice;
mod value_form;

pub use detail::FactorPage;
pub use form::FactorFormPage;
pub use list::FactorListPage;
pub use value_form::FactorValueFormPage;
