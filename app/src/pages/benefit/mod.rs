//! Expected benefits: their register, and the form of one.

mod form;
mod list;

pub use form::BenefitFormPage;
pub use list::BenefitListPage;
