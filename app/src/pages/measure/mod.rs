//! Measures: the list, a measure with its trend, and the forms of measures, effect goals and measurements.

mod detail;
mod files;
mod form;
mod goal_form;
mod list;
mod measurement_form;
mod measurements;
mod notice;
mod trend;

pub use detail::MeasurePage;
pub use files::MeasurementFilesPage;
pub use form::MeasureFormPage;
pub use goal_form::EffectGoalFormPage;
pub use list::MeasureListPage;
pub use measurement_form::MeasurementFormPage;
pub(crate) use measurements::proofs;
