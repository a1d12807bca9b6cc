use serde::{Deserialize, Serialize};

use crate::agency::{Agency, Colour};
use crate::form::{FieldErrors, NAME_MAX, Problem};

/// The agency as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgencyForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// "1" for the agency that there is; empty in an empty installation.
    pub id: String,
    /// The version that was read; empty in an empty installation.
    pub version: String,
    /// Name as printed.
    pub name: String,
    /// Currency of all amounts, ISO 4217.
    pub currency: String,
    /// Colour of its reports, "#37408f"; empty for the product's own.
    pub colour: String,
    /// "on" to begin with the eight usual benefit groups.
    pub usual_groups: String,
}

/// A valid agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAgency {
    /// The agency.
    pub agency: Agency,
    /// Begin with the eight usual benefit groups.
    pub usual_groups: bool,
}

impl AgencyForm {
    /// The form of the agency that there is.
    pub fn of(agency: &Agency, version: i32) -> Self {
        Self {
            id: "1".to_owned(),
            version: version.to_string(),
            name: agency.name.clone(),
            currency: agency.currency.clone(),
            colour: agency.colour.map(String::from).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The valid agency, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewAgency, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.required("name", &self.name, NAME_MAX);
        let currency = errors
            .required("currency", &self.currency, NAME_MAX)
            .to_uppercase();
        let is_code = currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase());
        if !is_code && !currency.is_empty() {
            let given = self.currency.trim().to_owned();
            errors.push("currency", Problem::UnknownChoice { given });
        }
        let colour = match self.colour.trim() {
            "" => None,
            typed => match Colour::read(typed) {
                Ok(colour) => Some(colour),
                Err(_) => {
                    let given = typed.to_owned();
                    errors.push("colour", Problem::UnknownChoice { given });
                    None
                }
            },
        };
        errors.finish(Some(NewAgency {
            agency: Agency {
                name,
                currency,
                colour,
            },
            usual_groups: !self.usual_groups.is_empty(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_has_a_name_and_a_currency() {
        let form = AgencyForm {
            name: " Myndigheten ".to_owned(),
            currency: "sek".to_owned(),
            ..AgencyForm::default()
        };
        let new = form.parse().expect("valid");
        assert_eq!(
            (new.agency.name.as_str(), new.agency.currency.as_str()),
            ("Myndigheten", "SEK")
        );
        assert_eq!(new.agency.colour, None);
        let coloured = AgencyForm {
            colour: "#A01B2C".to_owned(),
            ..form.clone()
        };
        let agency = coloured.parse().expect("valid").agency;
        let again = AgencyForm::of(&agency, 3);
        assert_eq!((again.id.as_str(), again.version.as_str()), ("1", "3"));
        assert_eq!(again.colour, "#a01b2c");
        assert_eq!(again.parse().expect("valid").agency, agency);
        assert!(!new.usual_groups);
        let begun = AgencyForm {
            usual_groups: "on".to_owned(),
            ..form.clone()
        };
        assert!(begun.parse().expect("valid").usual_groups);
        let red = AgencyForm {
            colour: "röd".to_owned(),
            ..form.clone()
        };
        let errors = red.parse().expect_err("a word");
        let given = "röd".to_owned();
        assert_eq!(errors.of("colour"), Some(&Problem::UnknownChoice { given }));
        for wrong in ["kronor", "S€K", "SE"] {
            let errors = AgencyForm {
                currency: wrong.to_owned(),
                ..form.clone()
            };
            let errors = errors.parse().expect_err(wrong);
            assert!(errors.of("currency").is_some());
        }
        let errors = AgencyForm::default().parse().expect_err("nothing given");
        assert_eq!(errors.0.len(), 2);
    }
}
