//! How promises have held: outcome against promise, where both are there. It is offered to whoever writes a new
//! calculation.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::benefit::ValueClass;
use crate::calculation::{LineClass, Scope};
use crate::expected_value::PromisedLine;
use crate::id::{AreaId, BenefitGroupId, BenefitId};
use crate::money::Money;
use crate::percent::Percent;
use crate::realisation::{Realised, ValuedBenefit};
use crate::sek_value::SekValue;

/// What was promised of a benefit over the years of which there is an outcome, and what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept {
    promised: Money,
    outcome: Money,
}

/// How the promises of some benefits have held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calibration {
    /// Benefits with both promise and outcome.
    pub benefits: u32,
    /// What they were promised to be worth, over the years of which there is an outcome.
    pub promised: Money,
    /// What came in those years.
    pub outcome: Money,
    /// Outcome as a share of the promise, all kronor together.
    pub share: Percent,
    /// The lower end of where single benefits lie: the middle half of them, all of up to four.
    pub low: Percent,
    /// The upper end.
    pub high: Percent,
}

/// How promises have held, by area, by group and in the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calibrations {
    /// All of them.
    pub whole: Option<Calibration>,
    /// By area.
    pub areas: BTreeMap<AreaId, Calibration>,
    /// By group: a benefit stands in each of its groups, and counts once in each.
    pub groups: BTreeMap<BenefitGroupId, Calibration>,
}

/// What of promises and values is kronor of a scope: financial alone, or all. A share seen in one is no measure of the
/// other: what is redistributed may come where no cost is cut, and the other way about.
pub fn in_scope(
    scope: Scope,
    promised: &[PromisedLine],
    values: &[SekValue],
) -> (Vec<PromisedLine>, Vec<SekValue>) {
    let all = scope == Scope::FinancialAndRedistribution;
    let lines = promised
        .iter()
        .filter(|line| all || line.class == LineClass::Financial);
    let values = values
        .iter()
        .filter(|value| all || value.class == ValueClass::Financial);
    (lines.cloned().collect(), values.cloned().collect())
}

/// How the promises of these benefits have held. `said` is what is said of each benefit and year
/// ([`crate::realisation::by_benefit`]). Years without an outcome, or without a promise, are left out on both sides: an
/// outcome that is missing is not one of zero. A benefit of which nothing above zero was promised has no share.
pub fn calibrate(benefits: &[ValuedBenefit], said: &BTreeMap<(BenefitId, i32), Realised>) -> Calibrations {
    let kept: Vec<(&ValuedBenefit, Kept)> = benefits
        .iter()
        .filter_map(|of| Some((of, kept(of.benefit, said)?)))
        .collect();
    let mut areas: BTreeMap<AreaId, Vec<Kept>> = BTreeMap::new();
    let mut groups: BTreeMap<BenefitGroupId, Vec<Kept>> = BTreeMap::new();
    for (of, one) in &kept {
        if let Some(area) = of.area {
            areas.entry(area).or_default().push(*one);
        }
        for place in &of.groups {
            groups.entry(place.group).or_default().push(*one);
        }
    }
    let all: Vec<Kept> = kept.into_iter().map(|(_, one)| one).collect();
    Calibrations {
        whole: of(&all),
        areas: areas
            .into_iter()
            .filter_map(|(id, all)| Some((id, of(&all)?)))
            .collect(),
        groups: groups
            .into_iter()
            .filter_map(|(id, all)| Some((id, of(&all)?)))
            .collect(),
    }
}

fn kept(benefit: BenefitId, said: &BTreeMap<(BenefitId, i32), Realised>) -> Option<Kept> {
    let years = said.range((benefit, i32::MIN)..=(benefit, i32::MAX));
    let both = years.filter_map(|(_, year)| year.promised.zip(year.outcome));
    let (promised, outcome) = both.fold((Money::ZERO, Money::ZERO), |sum, year| {
        (sum.0 + year.0, sum.1 + year.1)
    });
    (promised > Money::ZERO).then_some(Kept { promised, outcome })
}

fn share(outcome: Money, promised: Money) -> Option<Percent> {
    let hundred = Decimal::from(outcome.0).checked_mul(Decimal::ONE_HUNDRED)?;
    Percent::mean(hundred, Decimal::from(promised.0))
}

fn of(all: &[Kept]) -> Option<Calibration> {
    let promised: Money = all.iter().map(|one| one.promised).sum();
    let outcome: Money = all.iter().map(|one| one.outcome).sum();
    let mut shares: Vec<Percent> = all
        .iter()
        .filter_map(|one| share(one.outcome, one.promised))
        .collect();
    shares.sort();
    let (low, high) = range(&shares)?;
    Some(Calibration {
        benefits: u32::try_from(all.len()).unwrap_or(u32::MAX),
        promised,
        outcome,
        share: share(outcome, promised)?,
        low,
        high,
    })
}

/// The middle half of sorted shares: the quartiles by nearest rank, so that of up to four it is all of them.
fn range(shares: &[Percent]) -> Option<(Percent, Percent)> {
    let rank = shares.len().div_ceil(4);
    let low = *shares.get(rank.checked_sub(1)?)?;
    let high = *shares.get(shares.len() - rank)?;
    Some((low, high))
}

impl Calibration {
    /// What a calculation would come to if its benefits came true to such a share: the share of what benefits are worth
    /// today, less what the costs are. In kronor, rounded to öre; none where it is too large.
    pub fn adjusted(share: Percent, benefits: Decimal, costs: Decimal) -> Option<Decimal> {
        let part = benefits
            .checked_mul(share.value())?
            .checked_div(Decimal::ONE_HUNDRED)?;
        let net = part.checked_sub(costs)?;
        Some(net.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::benefit::GroupShare;
    use crate::id::InitiativeId;

    fn benefit(number: u128) -> BenefitId {
        BenefitId(Uuid::from_u128(number))
    }

    fn valued(number: u128, area: Option<u128>, groups: &[u128]) -> ValuedBenefit {
        let group = |number: &u128| GroupShare {
            group: BenefitGroupId(Uuid::from_u128(*number)),
            share: None,
        };
        ValuedBenefit {
            initiative: InitiativeId(Uuid::nil()),
            benefit: benefit(number),
            area: area.map(|area| AreaId(Uuid::from_u128(area))),
            groups: groups.iter().map(group).collect(),
        }
    }

    fn said(all: &[(u128, i32, Option<i64>, Option<i64>)]) -> BTreeMap<(BenefitId, i32), Realised> {
        let of = |(id, year, promised, outcome): &(u128, i32, Option<i64>, Option<i64>)| {
            let realised = Realised {
                promised: promised.map(Money),
                forecast: None,
                outcome: outcome.map(Money),
            };
            ((benefit(*id), *year), realised)
        };
        all.iter().map(of).collect()
    }

    fn percent(of: Percent) -> String {
        of.value().round_dp(2).normalize().to_string()
    }

    #[test]
    fn only_years_with_both_are_compared() {
        let said = said(&[
            (1, 2024, Some(400), Some(300)),
            (1, 2025, Some(400), None),
            (1, 2026, None, Some(999)),
        ]);
        let whole = calibrate(&[valued(1, None, &[])], &said)
            .whole
            .expect("both are there");
        assert_eq!((whole.promised, whole.outcome), (Money(400), Money(300)));
        assert_eq!((whole.benefits, percent(whole.share)), (1, "75".to_owned()));
    }

    #[test]
    fn without_a_promise_above_zero_there_is_no_share() {
        for promised in [None, Some(0), Some(-5)] {
            let said = said(&[(1, 2025, promised, Some(300))]);
            assert_eq!(
                calibrate(&[valued(1, Some(1), &[1])], &said),
                Calibrations::default()
            );
        }
    }

    /// What came of it is no part of what came of promises.
    #[test]
    fn what_was_not_promised_is_left_out_beside_what_was() {
        let said = said(&[(1, 2025, Some(100), Some(50)), (2, 2025, Some(0), Some(300))]);
        let found = calibrate(&[valued(1, None, &[]), valued(2, None, &[])], &said);
        let whole = found.whole.expect("both are there of one");
        assert_eq!(
            (whole.benefits, whole.outcome, percent(whole.share)),
            (1, Money(50), "50".to_owned())
        );
    }

    #[test]
    fn kronor_of_a_scope_are_financial_alone_or_all() {
        let line = |class| PromisedLine {
            benefit: benefit(1),
            class,
            approved_on: None,
            likely: Vec::new(),
        };
        let value = |class| SekValue {
            id: Uuid::from_u128(1).into(),
            benefit: benefit(1),
            ground: crate::sek_value::SekGround::Statement(Uuid::from_u128(1).into()),
            amount: Money(5),
            frequency: crate::sek_value::SekFrequency::OneOff,
            from_year: 2025,
            to_year: 2025,
            class,
            kind: crate::sek_value::SekKind::Outcome,
            compared_with: None,
            counts_in_sum: true,
        };
        let lines = PromisedLine::CLASSES.map(line);
        let values = SekValue::CLASSES.map(value);
        let (promised, counted) = in_scope(Scope::Financial, &lines, &values);
        let classes: Vec<LineClass> = promised.iter().map(|one| one.class).collect();
        assert_eq!(classes, [LineClass::Financial]);
        let classes: Vec<ValueClass> = counted.iter().map(|one| one.class).collect();
        assert_eq!(classes, [ValueClass::Financial]);
        let (promised, counted) = in_scope(Scope::FinancialAndRedistribution, &lines, &values);
        assert_eq!((promised, counted), (lines.to_vec(), values.to_vec()));
    }

    #[test]
    fn the_share_weighs_kronor_and_the_range_benefits() {
        let said = said(&[(1, 2025, Some(900), Some(450)), (2, 2025, Some(100), Some(150))]);
        let all = [valued(1, Some(1), &[1, 2]), valued(2, Some(2), &[2])];
        let found = calibrate(&all, &said);
        let whole = found.whole.expect("both");
        assert_eq!(
            [whole.share, whole.low, whole.high].map(percent),
            ["60", "50", "150"]
        );
        let area = |number| percent(found.areas[&AreaId(Uuid::from_u128(number))].share);
        assert_eq!((area(1), area(2)), ("50".to_owned(), "150".to_owned()));
        let group = |number| found.groups[&BenefitGroupId(Uuid::from_u128(number))].benefits;
        assert_eq!((group(1), group(2)), (1, 2), "once in each of its groups");
    }

    #[test]
    fn the_range_is_the_middle_half_and_of_few_benefits_all_of_them() {
        let ends = |count: i64| {
            let said: Vec<_> = (1..=count)
                .map(|number| (u128::from(number.unsigned_abs()), 2025, Some(100), Some(number)))
                .collect();
            let all: Vec<_> = (1..=count)
                .map(|number| valued(u128::from(number.unsigned_abs()), None, &[]))
                .collect();
            let whole = calibrate(&all, &self::said(&said)).whole.expect("both");
            [whole.low, whole.high].map(percent)
        };
        assert_eq!(ends(3), ["1", "3"]);
        assert_eq!(ends(4), ["1", "4"]);
        assert_eq!(ends(5), ["2", "4"]);
        assert_eq!(ends(8), ["2", "7"]);
        assert_eq!(ends(9), ["3", "7"]);
    }

    #[test]
    fn a_calculation_is_adjusted_by_what_has_come() {
        let adjusted = |share: i64, benefits: i64, costs: i64| {
            let share = Percent::new(Decimal::from(share));
            Calibration::adjusted(share, Decimal::from(benefits), Decimal::from(costs))
        };
        assert_eq!(adjusted(60, 500, 400), Some(Decimal::from(-100)));
        assert_eq!(adjusted(100, 500, 400), Some(Decimal::from(100)));
        assert_eq!(adjusted(-20, 500, 400), Some(Decimal::from(-500)));
        let huge = Calibration::adjusted(Percent::HUNDRED, Decimal::MAX, Decimal::ZERO);
        assert_eq!(huge, None);
    }

    proptest! {
        #[test]
        fn the_range_lies_within_all_and_order_does_not_matter(
            all in prop::collection::vec((1_i64..1_000_000, -1_000_000_i64..1_000_000), 1..20),
        ) {
            let rows: Vec<_> = (0_u128..)
                .zip(&all)
                .map(|(id, (promised, outcome))| (id, 2025, Some(*promised), Some(*outcome)))
                .collect();
            let mut benefits: Vec<_> = rows.iter().map(|(id, ..)| valued(*id, None, &[])).collect();
            let said = said(&rows);
            let found = calibrate(&benefits, &said);
            let whole = found.whole.expect("both");
            let shares: Vec<Percent> = all
                .iter()
                .filter_map(|(promised, outcome)| share(Money(*outcome), Money(*promised)))
                .collect();
            prop_assert!(whole.low <= whole.high);
            prop_assert!(shares.contains(&whole.low) && shares.contains(&whole.high));
            let (least, most) = (shares.iter().min(), shares.iter().max());
            prop_assert!(Some(&whole.share) >= least && Some(&whole.share) <= most);
            benefits.reverse();
            prop_assert_eq!(calibrate(&benefits, &said), found);
        }
    }
}
