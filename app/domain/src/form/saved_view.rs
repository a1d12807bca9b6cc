//! The form that keeps a view of a register under a name.

use serde::{Deserialize, Serialize};

use super::{FieldErrors, NAME_MAX};
use crate::register::{BenefitFilter, InitiativeFilter, Query, RegisterKind, StatementFilter};

/// A view as typed. `id` and `version` are always empty: a view is kept or deleted, never changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedViewForm {
    /// Names this sending, so that one sent twice makes one view.
    pub submission: String,
    /// Always empty.
    pub id: String,
    /// Always empty.
    pub version: String,
    /// Code of the register.
    pub register: String,
    /// The query of the register's address.
    pub query: String,
    /// What the view is to be called.
    pub name: String,
}

/// A valid view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSavedView {
    /// The register.
    pub register: RegisterKind,
    /// Its query, as the register itself writes it.
    pub query: String,
    /// The name.
    pub name: String,
}

impl SavedViewForm {
    /// The valid view, or all that is wrong.
    pub fn parse(&self) -> Result<NewSavedView, FieldErrors> {
        let mut errors = FieldErrors::default();
        let register = errors.choice("register", &self.register, RegisterKind::from_code);
        let name = errors.required("name", &self.name, NAME_MAX);
        let value = register.map(|register| NewSavedView {
            query: register_query(register, &self.query),
            register,
            name,
        });
        errors.finish(value)
    }
}

/// The query as the register writes it: what it does not know is left out.
fn register_query(register: RegisterKind, query: &str) -> String {
    match register {
        RegisterKind::Initiatives => Query::<InitiativeFilter>::parse_query(query).to_query(),
        RegisterKind::Benefits => Query::<BenefitFilter>::parse_query(query).to_query(),
        RegisterKind::Statements => Query::<StatementFilter>::parse_query(query).to_query(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Problem;

    #[test]
    fn a_view_keeps_what_its_register_knows() {
        let form = SavedViewForm {
            register: "nyttor".to_owned(),
            query: "lage=planned&sok=k%C3%B6+&sida=abc&okand=1".to_owned(),
            name: " Planerade ".to_owned(),
            ..SavedViewForm::default()
        };
        let view = form.parse().expect("valid");
        assert_eq!(
            (view.name.as_str(), view.query.as_str()),
            ("Planerade", "sok=k%C3%B6&lage=planned")
        );
    }

    #[test]
    fn it_has_a_name_that_fits() {
        let form = SavedViewForm {
            register: "initiativ".to_owned(),
            ..SavedViewForm::default()
        };
        assert_eq!(
            form.parse().expect_err("no name").of("name"),
            Some(&Problem::Required)
        );
        let long = SavedViewForm {
            name: "å".repeat(201),
            ..form
        };
        let expected = Problem::TooLong {
            length: 201,
            max: 200,
        };
        assert_eq!(long.parse().expect_err("too long").of("name"), Some(&expected));
    }
}
