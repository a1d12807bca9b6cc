use std::path::Path;

use super::{CommandError, read, write};

/// Works out one benefit calculation. Needs no database.
pub(crate) fn calc(file: &Path) -> Result<(), CommandError> {
    let refused = |reason: String| CommandError::Calculation {
        file: file.to_owned(),
        reason,
    };
    let bytes = read(file)?;
    let evaluation = service::case_file_evaluate(&bytes).map_err(|fault| refused(fault.to_string()))?;
    let mut written = serde_json::to_vec_pretty(&evaluation).map_err(|error| refused(error.to_string()))?;
    written.push(b'\n');
    write(None, &written)
}
