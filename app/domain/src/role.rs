//! Roles, and how they are given for a time and a scope.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, BenefitGroupId, PortfolioId, UnitId};

/// What a person is to the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Portföljansvarig: of named portfolios or all.
    PortfolioManager,
    /// Nyttoägare: of the benefits that a unit owns.
    BenefitOwner,
    /// Granskare: finance, analysis or legal; of named groups or all.
    Reviewer,
    /// Enheten Styrning och uppföljning.
    SteeringUnit,
    /// Ledning.
    Leadership,
    /// Internrevisor.
    Auditor,
    /// Administrator of the installation; sees no portfolio data.
    Admin,
}

impl Role {
    /// All roles, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::PortfolioManager,
        Self::BenefitOwner,
        Self::Reviewer,
        Self::SteeringUnit,
        Self::Leadership,
        Self::Auditor,
        Self::Admin,
    ];

    /// The code used in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::PortfolioManager => "portfolio_manager",
            Self::BenefitOwner => "benefit_owner",
            Self::Reviewer => "reviewer",
            Self::SteeringUnit => "steering_unit",
            Self::Leadership => "leadership",
            Self::Auditor => "auditor",
            Self::Admin => "admin",
        }
    }

    /// The role with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What a role can be limited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScopeKind {
    /// Named portfolios.
    Portfolios,
    /// Named benefit groups.
    Groups,
    /// Named units.
    Units,
}

impl Role {
    /// What it can be limited to (product rules, section 3); none where it always holds for everything.
    pub fn scope_kind(self) -> Option<ScopeKind> {
        match self {
            Self::PortfolioManager => Some(ScopeKind::Portfolios),
            Self::BenefitOwner => Some(ScopeKind::Units),
            Self::Reviewer => Some(ScopeKind::Groups),
            Self::SteeringUnit | Self::Leadership | Self::Auditor | Self::Admin => None,
        }
    }
}

/// What a role is limited to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// Initiatives of these portfolios.
    Portfolios(Vec<PortfolioId>),
    /// What touches these benefit groups.
    Groups(Vec<BenefitGroupId>),
    /// Benefits owned by these units.
    Units(Vec<UnitId>),
}

/// A role held for a time. Stand-ins have an end.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// What it is limited to.
    pub scope: Scope,
    /// First day; none where it always held.
    pub from: Option<NaiveDate>,
    /// Last day; none while it holds.
    pub to: Option<NaiveDate>,
}

impl Grant {
    /// The role holds on the day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Somebody who holds roles.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Holder {
    /// Who.
    pub account: AccountId,
    /// What they hold.
    pub grants: Vec<Grant>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_limited_to_what_it_answers_for() {
        let kinds = Role::ALL.map(|role| (role, role.scope_kind()));
        for (role, kind) in kinds {
            let expected = match role {
                Role::PortfolioManager => Some(ScopeKind::Portfolios),
                Role::BenefitOwner => Some(ScopeKind::Units),
                Role::Reviewer => Some(ScopeKind::Groups),
                Role::SteeringUnit | Role::Leadership | Role::Auditor | Role::Admin => None,
            };
            assert_eq!(kind, expected, "{role:?}");
        }
    }

    #[test]
    fn a_grant_holds_from_its_first_day_to_its_last() {
        let day = |day: &str| -> NaiveDate { day.parse().expect("a day") };
        let grant = |from: Option<&str>, to: Option<&str>| Grant {
            role: Role::Auditor,
            scope: Scope::All,
            from: from.map(day),
            to: to.map(day),
        };
        let limited = grant(Some("2025-03-01"), Some("2025-03-31"));
        for (on, holds) in [
            ("2025-02-28", false),
            ("2025-03-01", true),
            ("2025-03-31", true),
            ("2025-04-01", false),
        ] {
            assert_eq!(limited.holds(day(on)), holds, "{on}");
        }
        assert!(grant(None, Some("2025-03-31")).holds(day("1990-01-01")));
        assert!(grant(Some("2025-03-01"), None).holds(day("2090-01-01")));
    }
}
