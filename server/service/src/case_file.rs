//! A calculation in a file of its own, worked out without a database.

use domain::calculation::case::CaseError;
use domain::calculation::evaluate::evaluate;
use domain::calculation::file::{CaseFile, CaseFileError};
use domain::calculation::result::Evaluation;

/// Why a file cannot be worked out.
#[derive(Debug, thiserror::Error)]
pub enum CaseFault {
    /// It is not written as a calculation is.
    #[error("{}", placed(.place, .reason))]
    Unreadable {
        /// Where, such as `lines[3].amounts`; a point for the whole.
        place: String,
        /// What is wrong.
        reason: serde_json::Error,
    },
    /// It says something that does not hold together.
    #[error(transparent)]
    File(#[from] CaseFileError),
    /// It comes to more than numbers hold.
    #[error(transparent)]
    Case(#[from] CaseError),
}

/// The reason with its place, where it has one.
fn placed(place: &str, reason: &serde_json::Error) -> String {
    match place {
        "." => reason.to_string(),
        place => format!("{place}: {reason}"),
    }
}

/// Works out what is written in JSON.
///
/// # Errors
/// Where it cannot be read or worked out, by its place.
pub fn case_file_evaluate(json: &[u8]) -> Result<Evaluation, CaseFault> {
    let unreadable = |place: String, reason| CaseFault::Unreadable { place, reason };
    let mut json = serde_json::Deserializer::from_slice(json);
    let case: CaseFile = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| unreadable(error.path().to_string(), error.into_inner()))?;
    json.end().map_err(|error| unreadable(".".to_owned(), error))?;
    Ok(evaluate(&case.into_case()?)?)
}
