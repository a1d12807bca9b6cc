//! Where an effect goal stands as of a day: what it is held against, what has come, and what that makes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fulfilment::{Actual, actual, fulfilment};
use super::{Baseline, EffectGoal, GoalVersion, Target};
use crate::id::{BenefitId, EffectGoalId, MeasureId};
use crate::measure::{Direction, Measure, Split};
use crate::measurement::Measurement;
use crate::percent::Percent;

/// What a goal makes as of a day: the first that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum GoalOutcome {
    /// Nobody has approved its baseline and targets yet.
    Unapproved,
    /// Nothing was to be reached by now.
    NotDue,
    /// No complete period has been measured by the definition that it is written in.
    NotMeasured,
    /// Met or not: without a baseline there is no way to have gone. None where nothing says which way is better.
    WithoutBaseline {
        /// The target has been reached.
        met: Option<bool>,
    },
    /// So much of the way has been gone, uncapped.
    Measured {
        /// Percent.
        fulfilment: Percent,
    },
}

/// An effect goal with all that its outcome rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalStanding {
    /// The goal.
    pub goal: EffectGoalId,
    /// Its benefit.
    pub benefit: Option<BenefitId>,
    /// The measure.
    pub measure: MeasureId,
    /// What that is called.
    pub name: String,
    /// Its unit; empty where it has none.
    pub unit: String,
    /// The part that is followed.
    pub split: Split,
    /// The value before.
    pub baseline: Option<Baseline>,
    /// What the outcome is held against; the first one to come where nothing is due yet.
    pub target: Option<Target>,
    /// The first day on which something was to be reached.
    pub first_day: Option<NaiveDate>,
    /// The outcome of the latest complete period, also where nothing is due yet.
    pub actual: Option<Actual>,
    /// What it makes.
    pub outcome: GoalOutcome,
    /// What it would make by what was agreed first, where that has been changed since.
    pub original: Option<GoalOutcome>,
}

impl GoalStanding {
    /// So much of the way has been gone, uncapped; none where that cannot be said.
    pub fn fulfilment(&self) -> Option<Percent> {
        match self.outcome {
            GoalOutcome::Measured { fulfilment } => Some(fulfilment),
            _ => None,
        }
    }
}

/// Where a goal stands as of a day. `counting` are the measurements of its measure that count
/// ([`crate::measurement::counting`]).
pub fn stand(
    goal: &EffectGoal,
    measure: &Measure,
    counting: &[&Measurement],
    as_of: NaiveDate,
) -> GoalStanding {
    let version = goal.current();
    let shown = version.or_else(|| goal.versions.last());
    let found = |version: &GoalVersion| actual(goal, measure, version.definition, counting, as_of);
    let outcome = |version: &GoalVersion| {
        made(
            version,
            direction(measure, version),
            found(version).as_ref(),
            as_of,
        )
    };
    let first_day = shown.and_then(GoalVersion::first_day);
    GoalStanding {
        goal: goal.id,
        benefit: goal.benefit,
        measure: measure.id,
        name: measure.name.clone(),
        unit: measure.unit().to_owned(),
        split: goal.split.clone(),
        baseline: shown.and_then(|version| version.baseline.clone()),
        target: shown.and_then(|version| {
            let first = || version.targets.iter().min_by_key(|target| target.day);
            version.target(as_of).or_else(first).cloned()
        }),
        first_day,
        actual: shown.and_then(found),
        outcome: version.map_or(GoalOutcome::Unapproved, outcome),
        original: goal.original().map(outcome),
    }
}

fn direction(measure: &Measure, version: &GoalVersion) -> Direction {
    let definition = measure.definition(version.definition);
    definition
        .map(|definition| definition.direction)
        .unwrap_or_default()
}

fn made(
    version: &GoalVersion,
    direction: Direction,
    actual: Option<&Actual>,
    as_of: NaiveDate,
) -> GoalOutcome {
    let Some(target) = version.target(as_of) else {
        return GoalOutcome::NotDue;
    };
    let Some(actual) = actual else {
        return GoalOutcome::NotMeasured;
    };
    let Some(baseline) = &version.baseline else {
        let met = direction.reaches(actual.value, target.value);
        return GoalOutcome::WithoutBaseline { met };
    };
    fulfilment(baseline.value, target.value, actual.value, direction)
        .map_or(GoalOutcome::NotMeasured, |fulfilment| GoalOutcome::Measured {
            fulfilment,
        })
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;
    use uuid::Uuid;

    use super::*;
    use crate::effect_goal::tests::{goal, version};
    use crate::measure::{Aggregation, Definition, MeasureUse};
    use crate::measurement::counting;
    use crate::measurement::tests::measured;
    use crate::statement::ApprovalState;

    fn measure(direction: Direction) -> Measure {
        Measure {
            id: MeasureId(Uuid::from_u128(1)),
            name: "Felandel".to_owned(),
            used_for: MeasureUse::NotStated,
            without_target: None,
            ended: None,
            definitions: vec![Definition {
                number: 1,
                from: None,
                definition: "Andel ärenden som går fel".to_owned(),
                formula: None,
                rationale: None,
                source: None,
                unit: Some("%".to_owned()),
                direction,
                aggregation: Aggregation::Latest,
                per: 100,
                numerator: None,
                denominator: None,
                frequency: None,
                dimensions: Vec::new(),
                note: None,
                reason: None,
            }],
        }
    }

    fn standing(goal: &EffectGoal, direction: Direction, as_of: &str) -> GoalStanding {
        let as_of = as_of.parse().expect("a day");
        let all = [measured(1, "2025-Q4", 15)];
        stand(goal, &measure(direction), &counting(&all, as_of), as_of)
    }

    fn is(percent: i64) -> GoalOutcome {
        GoalOutcome::Measured {
            fulfilment: Percent::new(Decimal::from(percent)),
        }
    }

    #[test]
    fn nothing_is_due_before_the_first_target() {
        let goal = goal(vec![version(1, Some(40), &[("2026-01-01", 5)])]);
        let before = standing(&goal, Direction::Lower, "2025-12-31");
        assert_eq!(before.outcome, GoalOutcome::NotDue);
        assert_eq!(before.target.map(|target| target.value), Some(Decimal::from(5)));
        assert!(before.actual.is_some());
        assert!(
            standing(&goal, Direction::Lower, "2026-01-01")
                .fulfilment()
                .is_some()
        );
    }

    #[test]
    fn without_a_baseline_it_is_met_or_not_and_not_measured() {
        let goal = goal(vec![version(1, None, &[("2025-12-31", 15)])]);
        for (direction, met) in [(Direction::Lower, Some(true)), (Direction::NotStated, Some(true))] {
            let outcome = standing(&goal, direction, "2026-01-01").outcome;
            assert_eq!(outcome, GoalOutcome::WithoutBaseline { met });
        }
        let above = super::super::tests::goal(vec![version(1, None, &[("2025-12-31", 16)])]);
        let outcome = |direction| standing(&above, direction, "2026-01-01").outcome;
        assert_eq!(
            outcome(Direction::Higher),
            GoalOutcome::WithoutBaseline { met: Some(false) }
        );
        assert_eq!(
            outcome(Direction::NotStated),
            GoalOutcome::WithoutBaseline { met: None }
        );
    }

    #[test]
    fn a_changed_target_is_shown_beside_what_was_agreed_first() {
        let first = version(1, Some(40), &[("2025-12-31", 15)]);
        let changed = version(2, Some(40), &[("2025-12-31", -10)]);
        let found = standing(&goal(vec![first, changed]), Direction::Lower, "2026-01-01");
        assert_eq!(found.outcome, is(50));
        assert_eq!(found.original, Some(is(100)));
    }

    #[test]
    fn what_nobody_has_approved_is_not_judged_by() {
        let mut version = version(1, Some(40), &[("2025-12-31", 5)]);
        version.state = ApprovalState::Submitted;
        let found = standing(&goal(vec![version]), Direction::Lower, "2026-01-01");
        assert_eq!((found.outcome, found.original), (GoalOutcome::Unapproved, None));
        assert!(found.target.is_some() && found.actual.is_some());
    }

    #[test]
    fn a_goal_that_nothing_was_measured_for_is_not_measured() {
        let goal = goal(vec![version(1, Some(40), &[("2025-09-30", 5)])]);
        assert_eq!(
            standing(&goal, Direction::Lower, "2025-12-30").outcome,
            GoalOutcome::NotMeasured
        );
    }

    #[test]
    fn each_goal_stands_with_its_benefit_in_their_order() {
        let of = |id: u128, ordinal: i32, benefit: Option<u128>| EffectGoal {
            id: EffectGoalId(Uuid::from_u128(id)),
            ordinal,
            benefit: benefit.map(|id| BenefitId(Uuid::from_u128(id))),
            ..goal(vec![version(1, Some(40), &[("2025-12-31", 5)])])
        };
        let material = crate::effect_goal::material::GoalMaterial {
            measures: [measure(Direction::Lower)].into_iter().collect(),
            goals: [
                of(1, 2, Some(7)),
                of(2, 1, Some(7)),
                of(3, 1, Some(8)),
                of(4, 1, None),
            ]
            .into_iter()
            .collect(),
            measurements: [measured(1, "2025-Q4", 15)].into_iter().collect(),
        };
        let found = material.by_benefit("2026-01-01".parse().expect("a day"));
        let ids = |benefit: u128| -> Vec<u128> {
            let all = found.get(&BenefitId(Uuid::from_u128(benefit)));
            all.into_iter()
                .flatten()
                .map(|one| one.goal.0.as_u128())
                .collect()
        };
        assert_eq!((ids(7), ids(8), found.len()), (vec![2, 1], vec![3], 2));
        let measured = found.values().flatten().all(|one| one.fulfilment().is_some());
        assert!(measured, "by what was measured");
    }
}
