//! Benefit calculations: what an initiative costs and gives.

mod alternatives;
mod build;
mod calibration;
mod compare;
mod detail;
mod form;
mod list;
mod notice;
mod review;
mod sheet;
mod versions;
mod words;

pub use build::LineBuildPage;
pub use calibration::CalibrationPage;
pub use detail::CalculationPage;
pub(super) use detail::verdict;
pub use form::CalculationFormPage;
pub use list::CalculationListPage;
