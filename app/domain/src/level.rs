//! The five levels of fulfilment, their thresholds, and the scores of written findings.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::id::GradingSchemeId;
use crate::percent::Percent;
use crate::statement::Finding;

/// How far the promised benefit has been reached, on the five-level scale of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FulfilmentLevel {
    /// 1: nothing, or worse than before.
    Ingen,
    /// 2: some.
    Viss,
    /// 3: acceptable.
    Godkand,
    /// 4: good.
    God,
    /// 5: full, or more than promised.
    Full,
}

impl FulfilmentLevel {
    /// All levels, lowest first.
    pub const ALL: [Self; 5] = [Self::Ingen, Self::Viss, Self::Godkand, Self::God, Self::Full];

    /// 1 (lowest) to 5 (highest).
    pub fn rank(self) -> u8 {
        match self {
            Self::Ingen => 1,
            Self::Viss => 2,
            Self::Godkand => 3,
            Self::God => 4,
            Self::Full => 5,
        }
    }

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ingen => "ingen",
            Self::Viss => "viss",
            Self::Godkand => "godkand",
            Self::God => "god",
            Self::Full => "full",
        }
    }

    /// The level with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// The thresholds between levels and the scores of findings: one approved version.
///
/// A report keeps the version that it was graded with and prints it. The values of
/// [`GradingScheme::standard`] are those of the method; see `docs/decisions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradingScheme {
    /// Identity of this version.
    pub id: GradingSchemeId,
    /// What the version is called, e.g. "2022".
    pub name: String,
    /// f ≥ this is [`FulfilmentLevel::Full`]. Percent.
    pub full_from: Decimal,
    /// f > this (and below full) is [`FulfilmentLevel::God`]. Percent.
    pub god_above: Decimal,
    /// f ≥ this (and not above [`Self::god_above`]) is [`FulfilmentLevel::Godkand`]. Percent.
    pub godkand_from: Decimal,
    /// f > this (and below [`Self::godkand_from`]) is [`FulfilmentLevel::Viss`]. Percent.
    pub viss_above: Decimal,
    /// Score of a confirmed benefit. Percent.
    pub score_confirmed: Decimal,
    /// Score of a partly realised benefit. Percent.
    pub score_partly: Decimal,
    /// Score of a benefit that has not come. Percent.
    pub score_none: Decimal,
    /// Score of a development in the wrong direction. Percent.
    pub score_negative: Decimal,
    /// Below this share of measured among due benefits a proposal rests on weak evidence. Percent.
    pub weak_below: Decimal,
}

impl GradingScheme {
    /// The method's own thresholds and scores (product rules, section 2).
    pub fn standard(id: GradingSchemeId) -> Self {
        Self {
            id,
            name: "Standard".to_owned(),
            full_from: Decimal::ONE_HUNDRED,
            god_above: Decimal::new(75, 0),
            godkand_from: Decimal::new(50, 0),
            viss_above: Decimal::ZERO,
            score_confirmed: Decimal::new(75, 0),
            score_partly: Decimal::new(375, 1),
            score_none: Decimal::ZERO,
            score_negative: Decimal::ZERO,
            weak_below: Decimal::new(50, 0),
        }
    }

    /// The level that a percentage falls on.
    pub fn level(&self, percent: Percent) -> FulfilmentLevel {
        let f = percent.compared();
        if f >= self.full_from {
            FulfilmentLevel::Full
        } else if f > self.god_above {
            FulfilmentLevel::God
        } else if f >= self.godkand_from {
            FulfilmentLevel::Godkand
        } else if f > self.viss_above {
            FulfilmentLevel::Viss
        } else {
            FulfilmentLevel::Ingen
        }
    }

    /// The score of a finding, or none where the finding says nothing of fulfilment.
    pub fn score(&self, finding: Finding) -> Option<Decimal> {
        match finding {
            Finding::Confirmed => Some(self.score_confirmed),
            Finding::Partly => Some(self.score_partly),
            Finding::None => Some(self.score_none),
            Finding::Negative => Some(self.score_negative),
            Finding::NotEvaluated | Finding::TooEarly | Finding::PlannedFollowup => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn scheme() -> GradingScheme {
        GradingScheme::standard(GradingSchemeId(Uuid::nil()))
    }

    fn at(mantissa: i64, scale: u32) -> FulfilmentLevel {
        scheme().level(Percent::new(Decimal::new(mantissa, scale)))
    }

    #[test]
    fn every_boundary_belongs_to_the_level_that_the_method_says() {
        assert_eq!(at(-1, 9), FulfilmentLevel::Ingen);
        assert_eq!(at(0, 0), FulfilmentLevel::Ingen);
        assert_eq!(at(1, 9), FulfilmentLevel::Viss);
        assert_eq!(at(49_999_999_999, 9), FulfilmentLevel::Viss);
        assert_eq!(at(50, 0), FulfilmentLevel::Godkand);
        assert_eq!(at(75, 0), FulfilmentLevel::Godkand);
        assert_eq!(at(75_000_000_001, 9), FulfilmentLevel::God);
        assert_eq!(at(99_999_999_999, 9), FulfilmentLevel::God);
        assert_eq!(at(100, 0), FulfilmentLevel::Full);
        assert_eq!(at(140, 0), FulfilmentLevel::Full);
    }

    #[test]
    fn words_alone_never_reach_above_acceptable() {
        let best = [
            Finding::Confirmed,
            Finding::Partly,
            Finding::None,
            Finding::Negative,
            Finding::NotEvaluated,
            Finding::TooEarly,
            Finding::PlannedFollowup,
        ]
        .into_iter()
        .filter_map(|finding| scheme().score(finding))
        .max();
        assert_eq!(
            best.map(|score| scheme().level(Percent::new(score))),
            Some(FulfilmentLevel::Godkand)
        );
    }

    proptest! {
        #[test]
        fn more_is_never_a_lower_level(a in -20_000_i64..20_000, b in -20_000_i64..20_000) {
            let (low, high) = (a.min(b), a.max(b));
            prop_assert!(at(low, 2) <= at(high, 2));
        }
    }
}
