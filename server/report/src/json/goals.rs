//! Effect goals that somebody has approved.

use domain::effect_goal::standing::{GoalOutcome, GoalStanding};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Result, number};

#[derive(Serialize)]
pub(super) struct Goal<'a> {
    measure: &'a str,
    /// The part that is followed, by its code; empty for the whole.
    split: String,
    unit: &'a str,
    baseline: Option<Box<RawValue>>,
    target: Option<Box<RawValue>>,
    target_day: Option<String>,
    actual: Option<Box<RawValue>>,
    actual_period: Option<Period>,
    outcome: &'static str,
    fulfilment_percent: Option<String>,
}

#[derive(Serialize)]
struct Period {
    first: String,
    last: String,
}

pub(super) fn goals(goals: &[GoalStanding]) -> Result<Vec<Goal<'_>>> {
    goals
        .iter()
        .filter_map(|goal| Some((goal, outcome(goal.outcome)?)))
        .map(|(goal, outcome)| {
            let (target, actual) = (goal.target.as_ref(), goal.actual.as_ref());
            Ok(Goal {
                measure: &goal.name,
                split: goal.split.key(),
                unit: &goal.unit,
                baseline: goal.baseline.as_ref().map(|one| number(one.value)).transpose()?,
                target: target.map(|one| number(one.value)).transpose()?,
                target_day: target.map(|one| one.day.to_string()),
                actual: actual.map(|one| number(one.value)).transpose()?,
                actual_period: actual.map(|one| Period {
                    first: one.period.first.to_string(),
                    last: one.period.last.to_string(),
                }),
                outcome,
                fulfilment_percent: goal.fulfilment().map(|percent| percent.to_string()),
            })
        })
        .collect()
}

/// What a goal makes, by code; none for one that waits for approval, which the report leaves out.
fn outcome(outcome: GoalOutcome) -> Option<&'static str> {
    match outcome {
        GoalOutcome::Unapproved => None,
        GoalOutcome::NotDue => Some("not_due"),
        GoalOutcome::NotMeasured => Some("not_measured"),
        GoalOutcome::WithoutBaseline { met: Some(true) } => Some("met_without_baseline"),
        GoalOutcome::WithoutBaseline { met: Some(false) } => Some("not_met_without_baseline"),
        GoalOutcome::WithoutBaseline { met: None } => Some("without_baseline"),
        GoalOutcome::Measured { .. } => Some("measured"),
    }
}
