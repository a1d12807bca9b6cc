use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::typed_day;
use crate::form::{FieldErrors, NAME_MAX};
use crate::id::UnitId;
use crate::unit::Unit;

/// An organisational unit as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnitForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The unit that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// Name.
    pub name: String,
    /// What kind of unit it is, in words.
    pub kind: String,
    /// The unit that it belongs to.
    pub parent: String,
    /// First day.
    pub valid_from: String,
    /// Last day.
    pub valid_to: String,
}

/// A valid unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUnit {
    /// Name.
    pub name: String,
    /// What kind of unit it is.
    pub kind: Option<String>,
    /// The unit that it belongs to.
    pub parent: Option<UnitId>,
    /// First day.
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    pub valid_to: Option<NaiveDate>,
}

impl UnitForm {
    /// The form of a unit that exists.
    pub fn of(unit: &Unit, version: i32) -> Self {
        Self {
            submission: String::new(),
            id: unit.id.to_string(),
            version: version.to_string(),
            name: unit.name.clone(),
            kind: unit.kind.clone().unwrap_or_default(),
            parent: unit.parent.map(|id| id.to_string()).unwrap_or_default(),
            valid_from: typed_day(unit.valid_from),
            valid_to: typed_day(unit.valid_to),
        }
    }

    /// The valid unit, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewUnit, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.required("name", &self.name, NAME_MAX);
        let kind = errors.optional("kind", &self.kind, NAME_MAX);
        let parent = errors.optional_choice("parent", &self.parent, |id| id.parse().ok());
        let (valid_from, valid_to) =
            errors.days(("valid_from", &self.valid_from), ("valid_to", &self.valid_to));
        errors.finish(Some(NewUnit {
            name,
            kind,
            parent,
            valid_from,
            valid_to,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_needs_a_name_alone() {
        let form = UnitForm {
            name: "Enheten".to_owned(),
            ..UnitForm::default()
        };
        let unit = form.parse().expect("valid");
        assert_eq!((unit.kind, unit.parent, unit.valid_to), (None, None, None));
        let wrong = UnitForm {
            parent: "x".to_owned(),
            valid_from: "2025-01-02".to_owned(),
            valid_to: "2025-01-01".to_owned(),
            ..UnitForm::default()
        };
        let errors = wrong.parse().expect_err("three fields are wrong");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["name", "parent", "valid_to"]);
    }
}
