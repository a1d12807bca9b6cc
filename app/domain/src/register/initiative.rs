//! The register of initiatives.

use super::order::columns;
use super::query::{AreaChoice, Filter, RegisterKind};
use crate::id::{PortfolioId, UnitId};
use crate::initiative::InitiativeStatus;

columns! {
    /// What the register of initiatives is sorted by.
    InitiativeColumn {
        /// Name.
        Name: "namn", false;
        /// Area, then name.
        #[default]
        Area: "omrade", false;
        /// Where it stands.
        Status: "status", false;
        /// How many deliveries.
        Deliveries: "leveranser", true;
        /// How many expected benefits.
        Benefits: "nyttor", true;
        /// How many statements.
        Statements: "konstaterade", true;
    }
}

/// What the register of initiatives is narrowed by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InitiativeFilter {
    /// The area of the initiative.
    pub area: Option<AreaChoice>,
    /// Development objects, or those that are none.
    pub development_object: Option<bool>,
    /// Where it stands.
    pub status: Option<InitiativeStatus>,
    /// A portfolio that it belongs to.
    pub portfolio: Option<PortfolioId>,
    /// The unit that owns it.
    pub owner: Option<UnitId>,
}

impl Filter for InitiativeFilter {
    type Column = InitiativeColumn;

    const KIND: RegisterKind = RegisterKind::Initiatives;

    fn parse(field: &dyn Fn(&str) -> Option<String>) -> Self {
        Self {
            area: field("omrade").and_then(|code| AreaChoice::from_code(&code)),
            development_object: field("uo").and_then(|code| match code.as_str() {
                "1" => Some(true),
                "0" => Some(false),
                _ => None,
            }),
            status: field("status").and_then(|code| InitiativeStatus::from_code(&code)),
            portfolio: field("portfolj").and_then(|id| id.parse().ok()),
            owner: field("enhet").and_then(|id| id.parse().ok()),
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        let flag = |yes: bool| if yes { "1" } else { "0" }.to_owned();
        [
            ("omrade", self.area.as_ref().map(|area| area.code().to_owned())),
            ("uo", self.development_object.map(flag)),
            ("status", self.status.map(|status| status.code().to_owned())),
            ("portfolj", self.portfolio.map(|id| id.to_string())),
            ("enhet", self.owner.map(|id| id.to_string())),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
    }
}
