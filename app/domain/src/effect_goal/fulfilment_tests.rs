use proptest::prelude::*;
use rust_decimal::RoundingStrategy;
use uuid::Uuid;

use super::*;
use crate::effect_goal::tests::{goal, version};
use crate::id::MeasureId;
use crate::level::{FulfilmentLevel, GradingScheme};
use crate::measure::{Definition, MeasureUse, Split};
use crate::measurement::counting;
use crate::measurement::tests::measured;

fn n(value: i64) -> Decimal {
    Decimal::from(value)
}

fn percent(baseline: i64, target: i64, actual: i64, direction: Direction) -> Option<Percent> {
    fulfilment(n(baseline), n(target), n(actual), direction)
}

fn measure(aggregation: Aggregation) -> Measure {
    let definition = |number| Definition {
        number,
        from: None,
        definition: "Andel ärenden som går fel".to_owned(),
        formula: None,
        rationale: None,
        source: None,
        unit: Some("%".to_owned()),
        direction: Direction::Lower,
        aggregation,
        per: 100,
        numerator: None,
        denominator: None,
        frequency: Some(Cadence::Quarter),
        dimensions: Vec::new(),
        note: None,
        reason: None,
    };
    Measure {
        id: MeasureId(Uuid::from_u128(1)),
        name: "Felandel".to_owned(),
        used_for: MeasureUse::NotStated,
        without_target: None,
        ended: None,
        definitions: vec![definition(1), definition(2)],
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn from_forty_to_fifteen_where_five_was_promised() {
    let reached = percent(40, 5, 15, Direction::Lower).expect("a percentage");
    let shown = reached.value().round_dp(1);
    assert_eq!(shown.to_string(), "71.4");
    let scheme = GradingScheme::standard(crate::id::GradingSchemeId(Uuid::nil()));
    assert_eq!(scheme.level(reached), FulfilmentLevel::Godkand);
}

#[derive(serde::Deserialize)]
struct Example {
    baseline: Decimal,
    target: Decimal,
    actual: Decimal,
    percent: Decimal,
    level: FulfilmentLevel,
}

#[test]
fn the_worked_examples_agree_to_six_decimals() {
    let examples: Vec<Example> = serde_json::from_str(include_str!("examples.json")).expect("examples");
    assert!(examples.len() > 5, "the examples are there");
    let scheme = GradingScheme::standard(crate::id::GradingSchemeId(Uuid::nil()));
    for one in examples {
        let place = format!("{} → {}: {}", one.baseline, one.target, one.actual);
        let reached = fulfilment(one.baseline, one.target, one.actual, Direction::NotStated).expect(&place);
        let shown = reached
            .value()
            .round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero);
        assert_eq!(shown, one.percent, "{place}");
        assert_eq!(scheme.level(reached), one.level, "{place}");
    }
}

#[test]
fn both_ways_at_and_beyond_the_ends() {
    for (baseline, target, actual, expected) in [
        (40, 5, 40, 0),
        (40, 5, 5, 100),
        (40, 5, 47, -20),
        (40, 5, -2, 120),
        (60, 80, 75, 75),
        (60, 80, 60, 0),
        (60, 80, 80, 100),
        (60, 80, 50, -50),
        (-10, 10, 0, 50),
    ] {
        let reached = percent(baseline, target, actual, Direction::NotStated);
        assert_eq!(
            reached,
            Some(Percent::new(n(expected))),
            "{baseline} → {target}: {actual}"
        );
    }
}

#[test]
fn to_keep_is_to_be_no_worse() {
    for (direction, actual, expected) in [
        (Direction::Lower, 40, Percent::HUNDRED),
        (Direction::Lower, 39, Percent::HUNDRED),
        (Direction::Lower, 41, Percent::ZERO),
        (Direction::Higher, 41, Percent::HUNDRED),
        (Direction::Higher, 39, Percent::ZERO),
        (Direction::NotStated, 40, Percent::HUNDRED),
        (Direction::NotStated, 39, Percent::ZERO),
    ] {
        assert_eq!(
            percent(40, 40, actual, direction),
            Some(expected),
            "{direction:?} {actual}"
        );
    }
}

fn found(
    goal: &EffectGoal,
    aggregation: Aggregation,
    all: &[Measurement],
    as_of: &str,
) -> Option<(String, String)> {
    let as_of = day(as_of);
    let counting = counting(all, as_of);
    let actual = actual(goal, &measure(aggregation), 1, &counting, as_of)?;
    Some((actual.value.to_string(), actual.period.to_string()))
}

fn pair(value: &str, period: &str) -> Option<(String, String)> {
    Some((value.to_owned(), period.to_owned()))
}

#[test]
fn the_latest_complete_period_is_what_is_judged() {
    let goal = goal(vec![version(1, Some(40), &[("2025-12-31", 5)])]);
    let mut all = vec![measured(1, "2025-Q3", 20), measured(2, "2025-Q4", 15)];
    let latest = |all: &[Measurement], as_of: &str| found(&goal, Aggregation::Latest, all, as_of);
    assert_eq!(latest(&all, "2025-12-31"), pair("15", "2025-Q4"));
    assert_eq!(latest(&all, "2025-12-30"), pair("20", "2025-Q3"));
    assert_eq!(latest(&all, "2025-09-29"), None);
    all[1].preliminary = true;
    assert_eq!(latest(&all, "2025-12-31"), pair("20", "2025-Q3"));
    // What was measured by another definition is not compared.
    all[0].definition = 2;
    assert_eq!(latest(&all, "2025-12-31"), None);
    // The year says more than its last quarter.
    let both = [measured(1, "2025-Q4", 15), measured(2, "2025", 30)];
    assert_eq!(latest(&both, "2025-12-31"), pair("30", "2025"));
}

#[test]
fn a_window_is_judged_when_it_is_covered_to_the_day() {
    let mut goal = goal(vec![version(1, Some(0), &[("2025-12-31", 100)])]);
    goal.window = Some(Cadence::Year);
    let mut quarters: Vec<Measurement> = (1..=4)
        .map(|q| measured(q, &format!("2025-Q{q}"), 10 * i64::try_from(q).unwrap_or(0)))
        .collect();
    quarters.extend((1..=4).map(|q| measured(10 + q, &format!("2024-Q{q}"), 5)));
    assert_eq!(
        found(&goal, Aggregation::Sum, &quarters, "2025-12-31"),
        pair("100", "2025")
    );
    assert_eq!(
        found(&goal, Aggregation::Mean, &quarters, "2025-12-31"),
        pair("25", "2025")
    );
    assert_eq!(
        found(&goal, Aggregation::Latest, &quarters, "2025-12-31"),
        pair("40", "2025")
    );
    // Before the year is over, and where a quarter is missing, the year before is the latest.
    assert_eq!(
        found(&goal, Aggregation::Sum, &quarters, "2025-12-30"),
        pair("20", "2024")
    );
    quarters.remove(1);
    assert_eq!(
        found(&goal, Aggregation::Sum, &quarters, "2025-12-31"),
        pair("20", "2024")
    );
    // Where the year itself was measured, that is what it is.
    quarters.push(measured(20, "2025", 93));
    assert_eq!(
        found(&goal, Aggregation::Sum, &quarters, "2025-12-31"),
        pair("93", "2025")
    );
    // Months and quarters of the same year are not added together.
    let mut mixed: Vec<Measurement> = (1..=12)
        .map(|m| measured(m, &format!("2025-{m:02}"), 1))
        .collect();
    mixed.extend((1..=4).map(|q| measured(20 + q, &format!("2025-Q{q}"), 3)));
    assert_eq!(
        found(&goal, Aggregation::Sum, &mixed, "2025-12-31"),
        pair("12", "2025")
    );
    // Where a month is missing they do not cover the year, and the quarters do.
    mixed.retain(|one| one.period.to_string() != "2025-12");
    mixed.push(measured(30, "2024", 7));
    assert_eq!(
        found(&goal, Aggregation::Sum, &mixed, "2025-12-31"),
        pair("12", "2025")
    );
}

#[test]
fn quarters_and_months_do_not_cover_a_window_together() {
    let mut goal = goal(vec![version(1, Some(0), &[("2025-12-31", 100)])]);
    goal.window = Some(Cadence::Year);
    let mut mixed = vec![measured(1, "2025-Q1", 3)];
    mixed.extend((4..=12).map(|m| measured(m, &format!("2025-{m:02}"), 1)));
    assert_eq!(found(&goal, Aggregation::Sum, &mixed, "2025-12-31"), None);
}

#[test]
fn a_goal_for_a_part_is_judged_by_that_part() {
    let mut goal = goal(vec![version(1, Some(40), &[("2025-12-31", 5)])]);
    goal.split = Split::from_key("women").expect("a part");
    let mut one = measured(1, "2025", 15);
    assert_eq!(
        found(
            &goal,
            Aggregation::Latest,
            std::slice::from_ref(&one),
            "2025-12-31"
        ),
        None
    );
    one.splits.push(crate::measurement::SplitValue {
        split: goal.split.clone(),
        value: Value::Ratio {
            numerator: n(3),
            denominator: n(24),
        },
    });
    assert_eq!(
        found(&goal, Aggregation::Latest, &[one], "2025-12-31"),
        pair("12.5", "2025")
    );
}

proptest! {
    #[test]
    fn halfway_is_fifty_whichever_way(baseline in -9_000_i64..9_000, half in -5_000_i64..5_000) {
        prop_assume!(half != 0);
        let reached = percent(baseline, baseline + 2 * half, baseline + half, Direction::NotStated);
        prop_assert_eq!(reached, Some(Percent::new(n(50))));
    }

    #[test]
    fn nearer_the_target_is_never_less(baseline in -1_000_i64..1_000, target in -1_000_i64..1_000, a in -1_000_i64..1_000, b in -1_000_i64..1_000) {
        prop_assume!(baseline != target);
        let toward = |value: i64| (value - baseline) * (target - baseline).signum();
        let (low, high) = if toward(a) <= toward(b) { (a, b) } else { (b, a) };
        prop_assert!(percent(baseline, target, low, Direction::NotStated) <= percent(baseline, target, high, Direction::NotStated));
    }

    #[test]
    fn the_unit_does_not_matter(baseline in -1_000_i64..1_000, target in -1_000_i64..1_000, actual in -1_000_i64..1_000, scale in 0_u32..6) {
        let scaled = |value: i64| Decimal::new(value, scale);
        let small = fulfilment(scaled(baseline), scaled(target), scaled(actual), Direction::Higher);
        prop_assert_eq!(small, percent(baseline, target, actual, Direction::Higher));
    }

    #[test]
    fn largest_values_do_not_panic(a in any::<i64>(), b in any::<i64>(), c in any::<i64>(), scale in 0_u32..12) {
        let _ = fulfilment(Decimal::new(a, scale), Decimal::new(b, 0), Decimal::new(c, scale), Direction::Lower);
    }
}
