//! Organisational units.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::UnitId;

/// A unit of the organisation: owner, recipient or assessor. Units come and go; a benefit whose
/// unit has ended is listed as orphaned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Identity.
    pub id: UnitId,
    /// Name.
    pub name: String,
    /// What kind of unit, in the agency's own words ("verksamhetsområde", "avdelning").
    #[serde(default)]
    pub kind: Option<String>,
    /// The unit that it belongs to.
    #[serde(default)]
    pub parent: Option<UnitId>,
    /// First day of existence, where known.
    #[serde(default)]
    pub valid_from: Option<NaiveDate>,
    /// Last day of existence; `None` while it exists.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
}

impl Unit {
    /// It exists on this day.
    pub fn exists(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|first| first <= day) && self.valid_to.is_none_or(|last| day <= last)
    }

    /// It has ended before this day: benefits that it answers for are orphaned.
    pub fn has_ended(&self, day: NaiveDate) -> bool {
        self.valid_to.is_some_and(|last| last < day)
    }
}

/// Whether a unit would come to belong to itself, by way of others, if this were its parent.
pub fn belongs_to_itself(units: &[Unit], unit: UnitId, parent: UnitId) -> bool {
    let mut above = Some(parent);
    // No chain is longer than there are units: one that goes on has come round.
    for _ in 0..=units.len() {
        match above {
            None => return false,
            Some(id) if id == unit => return true,
            Some(id) => above = units.iter().find(|one| one.id == id).and_then(|one| one.parent),
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn unit(id: u128, parent: Option<u128>) -> Unit {
        Unit {
            id: UnitId(Uuid::from_u128(id)),
            name: format!("{id}"),
            kind: None,
            parent: parent.map(|id| UnitId(Uuid::from_u128(id))),
            valid_from: None,
            valid_to: "2025-03-31".parse().ok(),
        }
    }

    #[test]
    fn nobody_belongs_to_themselves_by_way_of_others() {
        let id = |id| UnitId(Uuid::from_u128(id));
        let units = [unit(1, None), unit(2, Some(1)), unit(3, Some(2))];
        assert!(belongs_to_itself(&units, id(1), id(3)));
        assert!(belongs_to_itself(&units, id(2), id(2)));
        assert!(!belongs_to_itself(&units, id(3), id(1)));
        // A circle that is there already is no way out.
        let circle = [unit(1, Some(2)), unit(2, Some(1))];
        assert!(belongs_to_itself(&circle, id(3), id(1)));
    }

    #[test]
    fn a_unit_exists_from_its_first_day() {
        let day = |text: &str| text.parse().expect("a day");
        let unit = Unit {
            valid_from: Some(day("2025-02-01")),
            ..unit(1, None)
        };
        assert!(!unit.exists(day("2025-01-31")) && !unit.has_ended(day("2025-01-31")));
        assert!(unit.exists(day("2025-02-01")));
        assert!(!unit.exists(day("2025-04-01")));
    }

    #[test]
    fn a_unit_exists_through_its_last_day() {
        let day = |text: &str| text.parse().expect("a day");
        let unit = unit(1, None);
        assert!(unit.exists(day("2025-03-31")) && !unit.has_ended(day("2025-03-31")));
        assert!(!unit.exists(day("2025-04-01")) && unit.has_ended(day("2025-04-01")));
    }
}
