//! The form that takes in measurements from a file that has been read and tried.

use serde::{Deserialize, Serialize};

use crate::measurement_sheet::{SheetFileFault, SheetLine, SheetTrial};

/// A file of measurements between being read and being taken in. Nobody types it: what a person sends is the file, and
/// what is kept of it is what was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeasurementSheetForm {
    /// Names this sending, so that one sent twice is taken in once.
    pub submission: String,
    /// Empty: it is always something new.
    pub id: String,
    /// Empty.
    pub version: String,
    /// Name of the file, as the browser gave it.
    pub file: String,
    /// Why it could not be read; none where it was.
    pub fault: Option<SheetFileFault>,
    /// Its lines.
    pub lines: Vec<SheetLine>,
    /// What taking it in would do.
    pub trial: SheetTrial,
}
