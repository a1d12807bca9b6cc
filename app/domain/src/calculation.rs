//! Benefit calculations (nyttokalkyler): what an initiative costs and gives, as differences against
//! doing nothing, and whether it pays.
//!
//! A [`Calculation`] is one version of an initiative's; its [`Alternative`]s stand beside the zero alternative, in
//! which nothing is done. [`case`] is one alternative ready to be worked out, valid by construction; [`evaluate`]
//! works it out; [`mod@file`] is how one is written for `nytta calc`. [`readiness`] says what has to be there before
//! somebody else is asked to approve it, [`difference`] what one version has that another has not.

pub mod build;
pub mod case;
pub mod difference;
pub mod estimate;
pub mod evaluate;
pub mod file;
mod irr;
mod line;
mod payback;
pub mod promise;
pub mod readiness;
pub mod result;
mod tornado;
pub mod unit;
pub mod verdict;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use build::{Build, BuildError, HourlyCost};
pub use case::{Case, CaseError, CaseLine, LineKind};
pub use estimate::{Estimate, Scenario, Scope};
pub use line::{Line, LineClass, YearAmount};
pub use result::{Evaluation, Key, Swing, SwingFactor, YearRow};
pub use unit::AmountUnit;

use crate::id::{AlternativeId, CalculationId, InitiativeId};
use crate::statement::ApprovalState;

/// One version of an initiative's calculation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calculation {
    /// Identity.
    pub id: CalculationId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// Its number among the versions of the initiative, from 1.
    pub number: i32,
    /// The year that is not discounted.
    pub base_year: i32,
    /// Years, from and with the base year.
    pub horizon_years: u32,
    /// Discount rate (kalkylränta), real, in percent; none where nobody has said.
    #[serde(default)]
    pub discount_rate: Option<Decimal>,
    /// Where the rate comes from.
    #[serde(default)]
    pub rate_source: Option<String>,
    /// The year whose prices all amounts are in.
    #[serde(default)]
    pub price_level: Option<i32>,
    /// What happens where nothing is done.
    #[serde(default)]
    pub zero_alternative: Option<String>,
    /// What it rests on: assumptions, limits, sources.
    #[serde(default)]
    pub assumptions: Option<String>,
    /// What amounts are typed and shown in.
    #[serde(default)]
    pub unit: AmountUnit,
    /// What could be done, in order; at least one.
    pub alternatives: Vec<Alternative>,
    /// The alternative that is proposed.
    pub preferred: AlternativeId,
    /// How far it has come.
    #[serde(default)]
    pub state: ApprovalState,
    /// It is what the initiative has promised: the version that was approved when the initiative was decided.
    #[serde(default)]
    pub promise: bool,
}

/// Something that could be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// Identity.
    pub id: AlternativeId,
    /// What it is called.
    pub name: String,
    /// What it means.
    #[serde(default)]
    pub description: Option<String>,
    /// Its lines, costs and benefits in the order in which they were written.
    #[serde(default)]
    pub lines: Vec<Line>,
}

impl Calculation {
    /// The alternative that is proposed; the first where that is gone.
    pub fn preferred(&self) -> Option<&Alternative> {
        self.alternative(self.preferred).or(self.alternatives.first())
    }

    /// The alternative.
    pub fn alternative(&self, id: AlternativeId) -> Option<&Alternative> {
        self.alternatives.iter().find(|one| one.id == id)
    }

    /// An alternative ready to be worked out. A rate that nobody has said is taken as none at all, so that what is
    /// written can be seen at work; [`readiness`] asks for it.
    pub fn case(&self, alternative: &Alternative) -> Result<Case, CaseError> {
        let rate = self.discount_rate.unwrap_or_default();
        Case::new(
            i64::from(self.base_year),
            i64::from(self.horizon_years),
            rate.checked_div(Decimal::ONE_HUNDRED)
                .ok_or(CaseError::Overflow)?,
            alternative.lines.iter().map(Line::in_kronor).collect(),
        )
    }

    /// The years from the base year to the last.
    pub fn years(&self) -> impl Iterator<Item = i32> + use<> {
        (self.base_year..).take(usize::try_from(self.horizon_years).unwrap_or_default())
    }
}

#[cfg(test)]
#[path = "calculation/evaluate_tests.rs"]
mod evaluate_tests;

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_is_proposed_is_found_among_the_alternatives_and_the_first_stands_for_what_is_gone() {
        let mut calculation = difference::tests::calculation(Vec::new());
        let first = calculation.preferred;
        let other = Alternative {
            id: Uuid::from_u128(9).into(),
            ..calculation.alternatives[0].clone()
        };
        calculation.alternatives.push(other.clone());
        calculation.preferred = other.id;
        assert_eq!(calculation.preferred(), Some(&other));
        assert_eq!(calculation.alternative(first).map(|one| one.id), Some(first));
        let gone = AlternativeId(Uuid::from_u128(10));
        calculation.preferred = gone;
        assert_eq!(calculation.alternative(gone), None);
        assert_eq!(calculation.preferred().map(|one| one.id), Some(first));
    }

    #[test]
    fn years_begin_with_the_base_year_and_are_as_many_as_the_horizon() {
        let calculation = difference::tests::calculation(Vec::new());
        let years: Vec<i32> = calculation.years().collect();
        assert_eq!(years, [2024, 2025, 2026]);
    }
}
