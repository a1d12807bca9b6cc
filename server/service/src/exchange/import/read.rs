//! A file, read as a document.

use crate::error::Result;
use crate::exchange::document::Document;
use crate::exchange::{ImportError, ImportProblem, nul};

/// The file as a document; a value that does not fit is named by its place.
pub(super) fn read(file: &[u8]) -> Result<Document> {
    let mut deserializer = serde_json::Deserializer::from_slice(file);
    let document: Document = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let inner = error.inner();
        let is_json = !(inner.is_syntax() || inner.is_eof());
        // Of a file that is something else from its start there is no field to name.
        let place = match error.path().iter().next() {
            Some(_) => format!("line {}, {}", inner.line(), error.path()),
            None => format!("line {}, column {}", inner.line(), inner.column()),
        };
        // serde_json ends its message with the position that the place names already.
        let position = format!(" at line {} column {}", inner.line(), inner.column());
        let reason = inner.to_string();
        let mut reason = reason.strip_suffix(&position).unwrap_or(&reason).to_owned();
        if !is_json {
            reason = format!("this is not JSON, as docs/exchange.md tells: {reason}");
        }
        ImportError(vec![ImportProblem {
            place,
            field: String::new(),
            reason,
        }])
    })?;
    deserializer.end().map_err(|error| {
        let place = format!("line {}", error.line());
        let reason = "something follows after the document's end".to_owned();
        ImportError(vec![ImportProblem {
            place,
            field: String::new(),
            reason,
        }])
    })?;
    let problems = nul::found(file);
    if problems.is_empty() {
        Ok(document)
    } else {
        Err(ImportError(problems).into())
    }
}
