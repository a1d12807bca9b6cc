//! What a benefit is expected to give a year (product rules, section 2): the mean over a report's years of the
//! likely amounts in the promised calculation.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::calculation::{Calculation, LineClass};
use crate::id::BenefitId;
use crate::money::Money;

/// A line of a promised calculation that values a benefit in money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromisedLine {
    /// The benefit.
    pub benefit: BenefitId,
    /// What kind of money: one of [`PromisedLine::CLASSES`].
    pub class: LineClass,
    /// The day on which the calculation was approved; none where the source does not say, which counts as always.
    pub approved_on: Option<NaiveDate>,
    /// Likely amounts by year, as far as anybody asks for them.
    pub likely: Vec<(i32, Money)>,
}

impl PromisedLine {
    /// Lines of these classes value a benefit in money.
    pub const CLASSES: [LineClass; 2] = [LineClass::Financial, LineClass::Redistribution];

    /// Those of a calculation: of the alternative that is proposed, and nothing unless it is promised.
    pub fn of(calculation: &Calculation) -> Vec<Self> {
        let preferred = calculation.preferred().filter(|_| calculation.promise);
        let lines = preferred.map_or(&[][..], |alternative| alternative.lines.as_slice());
        let valued = lines.iter().filter(|line| Self::CLASSES.contains(&line.class));
        valued
            .filter_map(|line| {
                Some(Self {
                    benefit: line.benefit?,
                    class: line.class,
                    approved_on: None,
                    likely: line
                        .amounts
                        .iter()
                        .map(|amount| (amount.year, amount.likely))
                        .collect(),
                })
            })
            .collect()
    }
}

/// Expected yearly value of every benefit that a line values, in whole öre. All its lines are added up; a year without an
/// amount counts as nothing, be it that the line is silent or that the year lies outside of the calculation. What was
/// approved after the as-of date was not promised then. A benefit without a line has no value, which is not zero.
pub fn expected_yearly(
    lines: &[PromisedLine],
    (from_year, to_year): (i32, i32),
    as_of: NaiveDate,
) -> BTreeMap<BenefitId, Money> {
    let years = Decimal::from(to_year.saturating_sub(from_year).saturating_add(1).max(1));
    let mut sums: BTreeMap<BenefitId, Decimal> = BTreeMap::new();
    for line in lines {
        if line.approved_on.is_some_and(|day| day > as_of) {
            continue;
        }
        let within = line
            .likely
            .iter()
            .filter(|(year, _)| (from_year..=to_year).contains(year));
        let sum: Decimal = within.map(|(_, amount)| Decimal::from(amount.0)).sum();
        *sums.entry(line.benefit).or_default() += sum;
    }
    let mean = |sum: Decimal| {
        let mean = sum.checked_div(years)?;
        let ore = mean.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        ore.to_i64().map(Money)
    };
    sums.into_iter()
        .filter_map(|(benefit, sum)| Some((benefit, mean(sum)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::calculation::difference::tests::calculation;
    use crate::calculation::{Line, YearAmount};

    const AS_OF: &str = "2025-12-31";

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn benefit(number: u128) -> BenefitId {
        BenefitId(Uuid::from_u128(number))
    }

    fn of(number: u128, likely: &[(i32, i64)]) -> PromisedLine {
        PromisedLine {
            benefit: benefit(number),
            class: LineClass::Financial,
            approved_on: Some(day("2025-03-01")),
            likely: likely.iter().map(|(year, ore)| (*year, Money(*ore))).collect(),
        }
    }

    fn line(number: u128, class: LineClass, amounts: &[(i32, i64)]) -> Line {
        Line {
            id: Uuid::from_u128(number).into(),
            name: class.code().to_owned(),
            class,
            benefit: None,
            note: None,
            build: None,
            amounts: amounts
                .iter()
                .map(|(year, ore)| YearAmount {
                    year: *year,
                    low: Money(0),
                    likely: Money(*ore),
                    high: Money(1_000),
                })
                .collect(),
        }
    }

    fn value(lines: &[PromisedLine]) -> Option<i64> {
        let values = expected_yearly(lines, (2023, 2025), day(AS_OF));
        values.get(&benefit(1)).map(|value| value.0)
    }

    #[test]
    fn it_is_the_mean_over_the_reports_years() {
        assert_eq!(
            value(&[of(1, &[(2023, 300), (2024, 600), (2025, 900)])]),
            Some(600)
        );
        assert_eq!(
            value(&[of(1, &[(2025, 900)])]),
            Some(300),
            "silent years count as nothing"
        );
        assert_eq!(
            value(&[of(1, &[(2025, 900), (2026, 7_777)])]),
            Some(300),
            "what lies outside does not"
        );
        assert_eq!(value(&[of(1, &[(2026, 7_777)])]), Some(0));
        assert_eq!(value(&[of(1, &[])]), Some(0));
        assert_eq!(
            value(&[of(2, &[(2025, 900)])]),
            None,
            "nothing says what it is worth"
        );
        assert_eq!(
            value(&[of(1, &[(2025, 900)]), of(1, &[(2024, 300)])]),
            Some(400),
            "lines add up"
        );
        assert_eq!(value(&[of(1, &[(2025, -900)])]), Some(-300), "a harm");
    }

    #[test]
    fn half_an_ore_is_rounded_away_from_zero() {
        let two = |ore| {
            let values = expected_yearly(&[of(1, &[(2025, ore)])], (2024, 2025), day(AS_OF));
            values[&benefit(1)].0
        };
        assert_eq!((two(1), two(-1), two(3)), (1, -1, 2));
    }

    #[test]
    fn what_is_approved_on_the_day_counts_and_the_day_after_it_does_not() {
        let mut line = of(1, &[(2025, 900)]);
        for (approved, counts) in [(Some(AS_OF), true), (Some("2026-01-01"), false), (None, true)] {
            line.approved_on = approved.map(day);
            assert_eq!(
                value(std::slice::from_ref(&line)).is_some(),
                counts,
                "{approved:?}"
            );
        }
    }

    #[test]
    fn only_money_that_names_its_benefit_is_read_from_what_is_promised() {
        let mut promised = calculation(vec![
            line(1, LineClass::Development, &[(2025, 100)]),
            line(2, LineClass::Financial, &[(2025, 200)]),
            line(3, LineClass::Redistribution, &[(2025, 300)]),
            line(4, LineClass::Qualitative, &[]),
            line(5, LineClass::Financial, &[(2025, 400)]),
        ]);
        for line in promised.alternatives[0].lines.iter_mut().take(4) {
            line.benefit = Some(benefit(1));
        }
        assert_eq!(PromisedLine::of(&promised), [], "it is not promised");
        promised.promise = true;
        let amounts: Vec<_> = PromisedLine::of(&promised)
            .iter()
            .flat_map(|line| line.likely.clone())
            .collect();
        assert_eq!(amounts.len(), 2, "{amounts:?}");
    }

    proptest! {
        #[test]
        fn lines_may_come_in_any_order(
            all in prop::collection::vec((0_u128..3, 2020_i32..2030, -1_000_000_i64..1_000_000), 0..12),
        ) {
            let lines: Vec<_> = all.iter().map(|(id, year, ore)| of(*id, &[(*year, *ore)])).collect();
            let mut turned = lines.clone();
            turned.reverse();
            let years = (2023, 2025);
            let (one, other) = (
                expected_yearly(&lines, years, day(AS_OF)),
                expected_yearly(&turned, years, day(AS_OF)),
            );
            prop_assert_eq!(&one, &other);
            for (id, value) in one {
                let sum: i64 = all
                    .iter()
                    .filter(|(of, year, _)| benefit(*of) == id && (2023..=2025).contains(year))
                    .map(|(_, _, ore)| ore)
                    .sum();
                prop_assert!((value.0 * 3 - sum).abs() <= 1, "within half an öre: {} of {}", value.0, sum);
            }
        }
    }
}
