//! How far an effect goal has been reached (product rules, section 2).

use std::cmp::Reverse;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::EffectGoal;
use crate::id::MeasurementId;
use crate::measure::{Aggregation, Cadence, Direction, Measure, Period, Value};
use crate::measurement::Measurement;
use crate::percent::Percent;

/// How much of the way from baseline to target has been gone: 100 · (actual − baseline) / (target − baseline),
/// whichever way the target lies. A target that is the baseline says "keep": met is 100, anything else 0.
///
/// None where the numbers are too large to be worked with.
pub fn fulfilment(
    baseline: Decimal,
    target: Decimal,
    actual: Decimal,
    direction: Direction,
) -> Option<Percent> {
    let way = target.checked_sub(baseline)?;
    if way.is_zero() {
        let kept = direction.reaches(actual, target).unwrap_or(false);
        return Some(if kept { Percent::HUNDRED } else { Percent::ZERO });
    }
    let gone = actual.checked_sub(baseline)?;
    let percent = gone.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(way)?;
    Some(Percent::new(percent))
}

/// What is held against a target: the outcome of a complete period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actual {
    /// The value, in the measure's unit.
    pub value: Decimal,
    /// The period that it is of.
    pub period: Period,
    /// The measurements that it was worked out from, by period.
    pub measurements: Vec<MeasurementId>,
}

/// The outcome that a goal is judged by: that of the latest complete period. `counting` are the measure's
/// measurements that count as of the day ([`crate::measurement::counting`]), `definition` is the one whose values
/// the goal is written in: what was measured by another is not compared.
///
/// Where the goal has a window, what was measured within it is put together by the measure's aggregation, and a
/// window that is not covered to the day, or not over, is passed over.
pub fn actual(
    goal: &EffectGoal,
    measure: &Measure,
    definition: i32,
    counting: &[&Measurement],
    as_of: NaiveDate,
) -> Option<Actual> {
    let per = measure.definition(definition)?.per();
    let complete: Vec<&Measurement> = counting
        .iter()
        .copied()
        .filter(|one| one.definition == definition && !one.preliminary && one.period.is_over(as_of))
        .collect();
    let Some(window) = goal.window else {
        // The latest; of two that end on the same day the longer, which says more. Where it was not split, an older one
        // that was does not speak for today.
        let latest = complete
            .into_iter()
            .max_by_key(|one| (one.period.last, Reverse(one.period.first), one.id))?;
        return Some(Actual {
            value: latest.of(&goal.split)?.number(per)?,
            period: latest.period,
            measurements: vec![latest.id],
        });
    };
    let usable: Vec<(&Measurement, Value)> = complete
        .into_iter()
        .filter_map(|one| Some((one, one.of(&goal.split)?)))
        .collect();
    let aggregation = measure.definition(definition)?.aggregation;
    let mut windows: Vec<Period> = usable
        .iter()
        .filter_map(|(one, _)| window.around(one.period.last))
        .filter(|window| window.is_over(as_of))
        .collect();
    windows.sort();
    windows.dedup();
    windows
        .into_iter()
        .rev()
        .find_map(|window| within(window, &usable, aggregation, per))
}

/// What was measured within a window, if it covers it: one measurement of just that period, or several that follow
/// each other day by day from its first to its last.
fn within(
    window: Period,
    usable: &[(&Measurement, Value)],
    aggregation: Aggregation,
    per: Decimal,
) -> Option<Actual> {
    if let Some((one, value)) = usable.iter().rev().find(|(one, _)| one.period == window) {
        return Some(Actual {
            value: value.number(per)?,
            period: window,
            measurements: vec![one.id],
        });
    }
    Cadence::ALL.into_iter().rev().find_map(|cadence| {
        let mut parts = usable
            .iter()
            .filter(|(one, _)| one.period.is_within(window) && one.period.cadence() == Some(cadence));
        let mut next = window.first;
        let (mut values, mut measurements) = (Vec::new(), Vec::new());
        while let Some((one, value)) = parts.find(|(one, _)| one.period.first == next) {
            next = one.period.last.succ_opt()?;
            values.push(*value);
            measurements.push(one.id);
        }
        if window.last.succ_opt() != Some(next) {
            return None;
        }
        Some(Actual {
            value: aggregation.combine(&values, per)?,
            period: window,
            measurements,
        })
    })
}

#[cfg(test)]
#[path = "fulfilment_tests.rs"]
mod tests;
