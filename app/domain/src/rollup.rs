//! The fold from distinct benefits to areas, groups, cells and the whole.
//!
//! Every aggregate is a [`Tally`] over the same set of leaves, so it opens into what it is made of,
//! and does not depend on the order in which leaves come.

use std::collections::BTreeMap;
use std::iter::Sum;
use std::ops::Add;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::evidence::{Evidence, EvidenceState};
use crate::id::{AreaId, BenefitGroupId, BenefitId};
use crate::level::{FulfilmentLevel, GradingScheme};
use crate::money::Money;
use crate::percent::Percent;

/// One benefit, as the roll-up sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Which benefit.
    pub benefit: BenefitId,
    /// The area that it is counted in.
    pub area: Option<AreaId>,
    /// The groups that it is counted in, once in each.
    pub groups: Vec<BenefitGroupId>,
    /// State and score.
    pub evidence: Evidence,
    /// 1 unless another weight is set and approved.
    pub weight: Decimal,
    /// Mean over the report's years of the likely amounts in the promised calculation.
    pub expected_yearly_value: Option<Money>,
}

/// Counts and sums over leaves. Adding two tallies of different leaves gives that of them all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Scored by measurement.
    pub measured: u32,
    /// Scored by written findings.
    pub stated: u32,
    /// Due without a score.
    pub missing: u32,
    /// Followed up later.
    pub too_early: u32,
    /// Not to be accounted for yet.
    pub not_due: u32,
    /// Declared not to be measurable.
    pub not_measurable: u32,
    /// Not due because nothing says when.
    pub undated: u32,
    /// Σ weight · score over due leaves that have a score. Percent.
    pub score_sum: Decimal,
    /// Σ weight over the same leaves.
    pub score_weight: Decimal,
    /// Σ size of expected yearly value · score over due leaves that have both. A harm weighs as much as a benefit of its
    /// size, so that the mean stays among the scores. Öre · percent.
    pub value_score_sum: Decimal,
    /// Σ size of expected yearly value over the same leaves.
    pub value_score_weight: Money,
    /// Expected yearly value of the measured.
    pub value_measured: Money,
    /// Expected yearly value of the stated.
    pub value_stated: Money,
    /// Expected yearly value of all due.
    pub value_due: Money,
    /// How many due leaves have an expected yearly value.
    pub valued: u32,
}

impl Tally {
    /// The tally of one leaf.
    pub fn of(leaf: &Leaf) -> Self {
        let mut tally = Self::default();
        match leaf.evidence.state {
            EvidenceState::Measured => tally.measured = 1,
            EvidenceState::Stated => tally.stated = 1,
            EvidenceState::Missing => tally.missing = 1,
            EvidenceState::TooEarly => tally.too_early = 1,
            EvidenceState::NotDue => tally.not_due = 1,
            EvidenceState::NotMeasurable => tally.not_measurable = 1,
        }
        tally.undated = u32::from(leaf.evidence.undated);
        if !leaf.evidence.state.is_due() {
            return tally;
        }
        if let Some(value) = leaf.expected_yearly_value {
            tally.valued = 1;
            tally.value_due = value;
            match leaf.evidence.state {
                EvidenceState::Measured => tally.value_measured = value,
                EvidenceState::Stated => tally.value_stated = value,
                _ => {}
            }
        }
        if let Some(score) = leaf.evidence.score {
            tally.score_sum = leaf.weight * score.value();
            tally.score_weight = leaf.weight;
            if let Some(value) = leaf.expected_yearly_value {
                // Nine decimals of the score leave room for any sum of amounts within 28 digits.
                let size = Money(value.0.saturating_abs());
                tally.value_score_sum = Decimal::from(size.0) * score.compared();
                tally.value_score_weight = size;
            }
        }
        tally
    }

    /// Benefits that are to be accounted for.
    pub fn due(&self) -> u32 {
        self.measured + self.stated + self.not_measurable + self.missing
    }

    /// All benefits.
    pub fn benefits(&self) -> u32 {
        self.due() + self.too_early + self.not_due
    }

    /// Coverage: measured among due, in percent; none where nothing is due.
    pub fn coverage(&self) -> Option<Percent> {
        Percent::share(self.measured, self.due())
    }

    /// Measured or stated among due, in percent; none where nothing is due.
    pub fn coverage_with_stated(&self) -> Option<Percent> {
        Percent::share(self.measured + self.stated, self.due())
    }

    /// Coverage by expected yearly value, in percent: measured, and measured or stated, among due. None where nothing
    /// that is due has a value, and where harms outweigh so much that there is no whole to take a share of.
    pub fn value_coverage(&self) -> Option<(Percent, Percent)> {
        let whole = Decimal::from(self.value_due.0);
        let share = |part: Money| {
            let part = Decimal::from(part.0).checked_mul(Decimal::ONE_HUNDRED)?;
            let share = Percent::mean(part, whole)?;
            (whole > Decimal::ZERO && share == share.capped()).then_some(share)
        };
        share(self.value_measured).zip(share(self.value_measured + self.value_stated))
    }

    /// What the system proposes; none where no due benefit has a score.
    pub fn proposal(&self, scheme: &GradingScheme) -> Option<Proposal> {
        let percent = Percent::mean(self.score_sum, self.score_weight)?;
        let value_weighted = Percent::mean(self.value_score_sum, Decimal::from(self.value_score_weight.0));
        Some(Proposal {
            percent,
            level: scheme.level(percent),
            weak_evidence: self
                .coverage()
                .is_none_or(|coverage| coverage.compared() < scheme.weak_below),
            value_weighted,
            value_weighted_level: value_weighted.map(|weighted| scheme.level(weighted)),
        })
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, o: Self) -> Self {
        Self {
            measured: self.measured + o.measured,
            stated: self.stated + o.stated,
            missing: self.missing + o.missing,
            too_early: self.too_early + o.too_early,
            not_due: self.not_due + o.not_due,
            not_measurable: self.not_measurable + o.not_measurable,
            undated: self.undated + o.undated,
            score_sum: self.score_sum + o.score_sum,
            score_weight: self.score_weight + o.score_weight,
            value_score_sum: self.value_score_sum + o.value_score_sum,
            value_score_weight: self.value_score_weight + o.value_score_weight,
            value_measured: self.value_measured + o.value_measured,
            value_stated: self.value_stated + o.value_stated,
            value_due: self.value_due + o.value_due,
            valued: self.valued + o.valued,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), Add::add)
    }
}

/// What the system proposes for the realised benefit. People decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Mean score of the due benefits that have one.
    pub percent: Percent,
    /// The level that it falls on.
    pub level: FulfilmentLevel,
    /// Less than half of the due benefits are measured ("svagt underlag").
    pub weak_evidence: bool,
    /// The mean weighted by expected yearly value over monetised benefits.
    pub value_weighted: Option<Percent>,
    /// The level that that mean falls on.
    pub value_weighted_level: Option<FulfilmentLevel>,
}

impl Proposal {
    /// The value-weighted mean lies on another level: pointed out beside the proposal.
    pub fn weighting_matters(&self) -> bool {
        self.value_weighted_level.is_some_and(|level| level != self.level)
    }
}

/// The roll-up over both axes and their cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollUp {
    /// Every leaf once.
    pub whole: Tally,
    /// Every leaf of the area once.
    pub areas: BTreeMap<AreaId, Tally>,
    /// Every leaf once in each of its groups: counts may add up to more than the whole.
    pub groups: BTreeMap<BenefitGroupId, Tally>,
    /// Area × group.
    pub cells: BTreeMap<(AreaId, BenefitGroupId), Tally>,
    /// Leaves that belong to no area.
    pub outside: Tally,
}

/// Folds distinct leaves, in any order.
pub fn fold<'a>(leaves: impl IntoIterator<Item = &'a Leaf>) -> RollUp {
    let mut rollup = RollUp::default();
    for leaf in leaves {
        let tally = Tally::of(leaf);
        rollup.whole = rollup.whole + tally;
        match leaf.area {
            Some(area) => add(&mut rollup.areas, area, tally),
            None => rollup.outside = rollup.outside + tally,
        }
        for group in &leaf.groups {
            add(&mut rollup.groups, *group, tally);
            if let Some(area) = leaf.area {
                add(&mut rollup.cells, (area, *group), tally);
            }
        }
    }
    rollup
}

fn add<K: Ord>(tallies: &mut BTreeMap<K, Tally>, key: K, tally: Tally) {
    let entry = tallies.entry(key).or_default();
    *entry = *entry + tally;
}

#[cfg(test)]
#[path = "rollup_tests.rs"]
mod tests;
