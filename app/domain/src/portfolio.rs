//! Portfolios.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::PortfolioId;

/// Where a portfolio stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PortfolioKind {
    /// The one that holds the others.
    Strategic,
    /// One of those that the strategic portfolio holds.
    Tactical,
}

impl PortfolioKind {
    /// Both, the strategic one first.
    pub const ALL: [Self; 2] = [Self::Strategic, Self::Tactical];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Strategic => "strategic",
            Self::Tactical => "tactical",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A portfolio of initiatives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Portfolio {
    /// Identity.
    pub id: PortfolioId,
    /// Name.
    pub name: String,
    /// Strategic or tactical.
    pub kind: PortfolioKind,
    /// The portfolio that holds it.
    #[serde(default)]
    pub parent: Option<PortfolioId>,
    /// Last day on which initiatives are put into it; `None` while it is in use.
    #[serde(default)]
    pub ended_on: Option<NaiveDate>,
}

impl Portfolio {
    /// Initiatives may be put into it on this day.
    pub fn in_use(&self, day: NaiveDate) -> bool {
        self.ended_on.is_none_or(|last| day <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portfolio_is_in_use_through_its_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let mut one = Portfolio {
            id: PortfolioId(uuid::Uuid::nil()),
            name: "Utveckling".to_owned(),
            kind: PortfolioKind::Tactical,
            parent: None,
            ended_on: None,
        };
        assert!(one.in_use(day("2030-01-01")));
        one.ended_on = Some(day("2025-03-31"));
        assert!(one.in_use(day("2025-03-31")) && !one.in_use(day("2025-04-01")));
    }
}
