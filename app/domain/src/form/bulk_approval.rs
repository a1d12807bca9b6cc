//! The form that approves several statements at once.

use serde::{Deserialize, Serialize};

use crate::id::StatementId;

/// A statement that was ticked, as it was when it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PickedStatement {
    /// Which.
    pub id: StatementId,
    /// Its version.
    pub version: i32,
}

impl PickedStatement {
    /// What the tick box sends.
    pub fn code(self) -> String {
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
    /// The query of the register, to come back to.
    pub query: String,
}

impl BulkApprovalForm {
    /// What was ticked, each once; what nobody can read was not ticked on our page.
    pub fn parse(&self) -> Vec<PickedStatement> {
        let mut picked: Vec<PickedStatement> = Vec::new();
        for one in self
            .picked
            .iter()
            .filter_map(|code| PickedStatement::from_code(code))
        {
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
        assert_eq!(form.parse(), [one]);
    }
}
