//! Expected benefits.

mod form;

pub use form::BenefitFormPage;
