use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::typed_day;
use crate::form::{FieldErrors, NAME_MAX};
use crate::portfolio::{Portfolio, PortfolioKind};

/// A portfolio as typed. A tactical one lies in the strategic one; there is only one of those.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PortfolioForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The portfolio that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// Name.
    pub name: String,
    /// Code of the kind.
    pub kind: String,
    /// Last day.
    pub ended_on: String,
}

/// A valid portfolio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPortfolio {
    /// Name.
    pub name: String,
    /// Strategic or tactical.
    pub kind: PortfolioKind,
    /// Last day.
    pub ended_on: Option<NaiveDate>,
}

impl PortfolioForm {
    /// The form of a portfolio that exists.
    pub fn of(portfolio: &Portfolio, version: i32) -> Self {
        Self {
            submission: String::new(),
            id: portfolio.id.to_string(),
            version: version.to_string(),
            name: portfolio.name.clone(),
            kind: portfolio.kind.code().to_owned(),
            ended_on: typed_day(portfolio.ended_on),
        }
    }

    /// The valid portfolio, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewPortfolio, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.required("name", &self.name, NAME_MAX);
        let kind = errors.choice("kind", &self.kind, PortfolioKind::from_code);
        let ended_on = errors.day("ended_on", &self.ended_on);
        let value = kind.map(|kind| NewPortfolio { name, kind, ended_on });
        errors.finish(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portfolio_has_a_name_and_a_kind() {
        let form = PortfolioForm {
            name: "Ledning och stöd".to_owned(),
            kind: "tactical".to_owned(),
            ..PortfolioForm::default()
        };
        assert_eq!(form.parse().expect("valid").kind, PortfolioKind::Tactical);
        let errors = PortfolioForm::default().parse().expect_err("nothing given");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["name", "kind"]);
    }
}
