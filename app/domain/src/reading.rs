//! A value together with whether the source states it outright.

use serde::{Deserialize, Serialize};

/// A value and whether it is a reading ("tolkad"): something that the source does not state
/// outright. Interpreted values are shown with a dotted underline, never silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading<T> {
    /// The value.
    pub value: T,
    /// True where somebody read the value out of a source that does not state it.
    #[serde(default)]
    pub interpreted: bool,
}

impl<T> Reading<T> {
    /// A value that was stated outright.
    pub const fn stated(value: T) -> Self {
        Self {
            value,
            interpreted: false,
        }
    }

    /// A value that was read out of a source.
    pub const fn interpreted(value: T) -> Self {
        Self {
            value,
            interpreted: true,
        }
    }
}
