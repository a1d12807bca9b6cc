//! What was sent when nobody was signed in any more.

use serde::{Deserialize, Serialize};

/// A form of any kind, as a browser sent it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ParkedForm {
    /// Empty: the form that was sent has its own.
    pub submission: String,
    /// Empty.
    pub id: String,
    /// Empty.
    pub version: String,
    /// Where it was sent.
    pub action: String,
    /// What was sent: fields and values, as addresses have them.
    pub body: String,
}
