//! Many measurements at once: logged for a period, approved, and read from a file.

mod due;
mod file;
mod rows;
mod waiting;

pub use due::MeasurementsPage;
pub use file::MeasurementSheetPage;
pub use waiting::MeasurementsReviewPage;
