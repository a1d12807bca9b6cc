//! What was typed into a small form with a note and nothing else.

use serde::{Deserialize, Serialize};

/// The note as typed, kept while its writer reads what came between.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteForm {
    /// Always empty: a note is sent with what it says something of.
    pub submission: String,
    /// Always empty.
    pub id: String,
    /// Always empty.
    pub version: String,
    /// The note.
    pub note: String,
}
