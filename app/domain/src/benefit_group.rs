//! Benefit groups.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::BenefitGroupId;

/// For whom the benefits of a group arise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// For people and organisations outside the agency.
    External,
    /// Inside the agency.
    Internal,
}

impl GroupKind {
    /// Both, external first.
    pub const ALL: [Self; 2] = [Self::External, Self::Internal];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::External => "external",
            Self::Internal => "internal",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A benefit group (nyttogrupp).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BenefitGroup {
    /// Identity.
    pub id: BenefitGroupId,
    /// Short stable code, used in files.
    pub code: String,
    /// Name in full.
    pub name: String,
    /// Name where there is little room, as in the head of the matrix.
    pub short_name: String,
    /// External or internal.
    pub kind: GroupKind,
    /// Order among the groups, lowest first.
    pub ordinal: i32,
    /// Last day on which benefits are put into it; `None` while it is in use.
    #[serde(default)]
    pub ended_on: Option<NaiveDate>,
}

impl BenefitGroup {
    /// Benefits may be put into it on this day.
    pub fn in_use(&self, day: NaiveDate) -> bool {
        self.ended_on.is_none_or(|last| day <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_in_use_through_its_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let mut one = BenefitGroup {
            id: BenefitGroupId(uuid::Uuid::nil()),
            code: "kund".to_owned(),
            name: "Kunder".to_owned(),
            short_name: "Kunder".to_owned(),
            kind: GroupKind::External,
            ordinal: 1,
            ended_on: None,
        };
        assert!(one.in_use(day("2030-01-01")));
        one.ended_on = Some(day("2025-03-31"));
        assert!(one.in_use(day("2025-03-31")) && !one.in_use(day("2025-04-01")));
    }
}
