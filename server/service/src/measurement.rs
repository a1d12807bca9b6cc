//! Measurements: logged, sent in, approved by somebody else, and corrected by others.

mod form;
mod review;

pub use form::{MeasurementFormView, MeasurementTarget, measurement_form, measurement_save};
pub use review::{measurement_review, measurement_withdraw};
