//! What was done to a thing, and the readable difference that it made.
//!
//! The audit chain keeps how a thing was before and after. [`difference`] tells field by field what
//! that changed, [`rows`] what became of a list, [`words`] of a text; each loses nothing: what they
//! give can be put together into both sides again.

mod difference;
mod event;
mod named;
mod redact;
mod rows;
mod sequence;
mod words;

pub use difference::{Change, apply, difference, is_one_value, is_silent};
pub use event::{Event, Happened, OPERATOR, SIGNING_IN, SubjectKind, Who, happened};
pub use named::{Named, Names, identity, references};
pub use redact::redacted;
pub use rows::{Row, rows};
pub use words::{Piece, PieceKind, words};

/// The choice with this code, as payloads have it.
pub fn coded<T: serde::de::DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}
