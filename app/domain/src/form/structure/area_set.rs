use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::typed_day;
use crate::area::AreaSet;
use crate::form::{FieldErrors, NAME_MAX};

/// A set of areas as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AreaSetForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The set that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// Name.
    pub name: String,
    /// First day.
    pub valid_from: String,
    /// Last day.
    pub valid_to: String,
}

/// A valid set of areas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAreaSet {
    /// Name.
    pub name: String,
    /// First day.
    pub valid_from: Option<NaiveDate>,
    /// Last day.
    pub valid_to: Option<NaiveDate>,
}

impl AreaSetForm {
    /// The form of a set that exists.
    pub fn of(set: &AreaSet, version: i32) -> Self {
        Self {
            submission: String::new(),
            id: set.id.to_string(),
            version: version.to_string(),
            name: set.name.clone(),
            valid_from: typed_day(set.valid_from),
            valid_to: typed_day(set.valid_to),
        }
    }

    /// The valid set, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewAreaSet, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.required("name", &self.name, NAME_MAX);
        let (valid_from, valid_to) =
            errors.days(("valid_from", &self.valid_from), ("valid_to", &self.valid_to));
        errors.finish(Some(NewAreaSet {
            name,
            valid_from,
            valid_to,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Problem;

    #[test]
    fn a_set_has_a_name_and_ends_after_it_begins() {
        let form = AreaSetForm {
            name: "Plan 2025–2027".to_owned(),
            valid_from: "2025-01-01".to_owned(),
            ..AreaSetForm::default()
        };
        assert_eq!(form.parse().expect("valid").valid_to, None);
        let backwards = AreaSetForm {
            valid_to: "2024-12-31".to_owned(),
            ..form
        };
        let errors = backwards.parse().expect_err("backwards");
        let given = "2024-12-31".to_owned();
        assert_eq!(errors.of("valid_to"), Some(&Problem::EndBeforeStart { given }));
    }
}
