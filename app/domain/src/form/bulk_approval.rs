//! The form that approves several at once: statements, measurements or entries of freed time.

use std::fmt::Display;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::{FreedTimeId, MeasurementId, StatementId};

/// Something that was ticked, as it was when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked<T> {
    /// Which.
    pub id: T,
    /// Its version.
    pub version: i32,
}

/// A statement that was ticked.
pub type PickedStatement = Picked<StatementId>;
/// A measurement that was ticked.
pub type PickedMeasurement = Picked<MeasurementId>;
/// An entry of freed time that was ticked.
pub type PickedFreedTime = Picked<FreedTimeId>;

impl<T: Display + FromStr> Picked<T> {
    /// What the tick box sends.
    pub fn code(&self) -> String {
        format!("{}.{}", self.id, self.version)
    }

    /// Reads what the tick box sent.
    pub fn from_code(code: &str) -> Option<Self> {
        let (id, version) = code.trim().split_once('.')?;
        Some(Self {
            id: id.parse().ok()?,
            version: version.parse().ok()?,
        })
    }
}

/// The form as sent: no fields to mend, so it never comes back as a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BulkApprovalForm {
    /// Names this sending, so that one sent twice approves once.
    pub submission: String,
    /// Always empty: nothing single is changed.
    pub id: String,
    /// Always empty.
    pub version: String,
    /// What was ticked.
    pub picked: Vec<String>,
    /// The query of the register, to come back to; empty where there is none.
    pub query: String,
}

impl BulkApprovalForm {
    /// What was ticked, each once; what nobody can read was not ticked on our page.
    pub fn parse<T: Display + FromStr + PartialEq>(&self) -> Vec<Picked<T>> {
        let mut picked: Vec<Picked<T>> = Vec::new();
        for one in self.picked.iter().filter_map(|code| Picked::from_code(code)) {
            if !picked.iter().any(|known| known.id == one.id) {
                picked.push(one);
            }
        }
        picked
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn ticks_are_read_once_each() {
        let one = PickedStatement {
            id: StatementId(Uuid::from_u128(7)),
            version: 3,
        };
        let form = BulkApprovalForm {
            picked: vec![one.code(), one.code(), "x".to_owned(), String::new()],
            ..BulkApprovalForm::default()
        };
        assert_eq!(form.parse::<StatementId>(), [one]);
    }
}
