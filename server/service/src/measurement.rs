//! Measurements: logged, sent in, approved by somebody else, and corrected by others.

mod approval;
mod file;
mod form;
mod many;
mod review;
mod sheet;

pub use approval::{
    MeasurementsOutcome, MeasurementsReviewView, WaitingMeasurement, measurement_approve_many,
    measurements_review,
};
pub use file::{
    FileItem, FoundFile, MeasurementFilesView, SentFile, measurement_file, measurement_file_add,
    measurement_file_remove, measurement_files,
};
pub use form::{MeasurementFormView, MeasurementTarget, measurement_form, measurement_save};
pub use many::{MeasurementRow, MeasurementsView, measurements_form, measurements_save};
pub use review::{measurement_review, measurement_withdraw};
pub use sheet::{
    MeasurementSheetView, measurement_sheet_take, measurement_sheet_try, measurement_sheet_view,
};
