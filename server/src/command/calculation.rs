use std::path::Path;

use domain::calculation::evaluate::evaluate;
use domain::calculation::file::CaseFile;

use super::{CommandError, read, write};

/// Works out one benefit calculation. Needs no database.
pub(crate) fn calc(file: &Path) -> Result<(), CommandError> {
    let refused = |reason: String| CommandError::Calculation {
        file: file.to_owned(),
        reason,
    };
    let bytes = read(file)?;
    let mut json = serde_json::Deserializer::from_slice(&bytes);
    let case: CaseFile = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let (place, reason) = (error.path().to_string(), error.inner());
        refused(match place.as_str() {
            "." => reason.to_string(),
            place => format!("{place}: {reason}"),
        })
    })?;
    json.end().map_err(|error| refused(error.to_string()))?;
    let case = case.into_case().map_err(|error| refused(error.to_string()))?;
    let evaluation = evaluate(&case).map_err(|error| refused(error.to_string()))?;
    let mut written = serde_json::to_vec_pretty(&evaluation).map_err(|error| refused(error.to_string()))?;
    written.push(b'\n');
    write(None, &written)
}
