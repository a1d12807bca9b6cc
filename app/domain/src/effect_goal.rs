//! Effect goals (effektmål): a benefit's use of a measure. From where, to where, by when.

pub mod fulfilment;
pub mod material;
pub mod share;
pub mod standing;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::id::{BenefitId, EffectGoalId, MeasureId};
use crate::initiative::InitiativeStatus;
use crate::measure::{Cadence, Direction, Split};
use crate::statement::ApprovalState;
use crate::when::When;

/// The value before (utgångsvärde).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The value, in the measure's unit.
    pub value: Decimal,
    /// When it was measured.
    #[serde(default)]
    pub when: Option<When>,
    /// Where it was taken from.
    #[serde(default)]
    pub source: Option<String>,
}

/// A value to be reached by a day (målvärde).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// From this day on it is what the outcome is held against.
    pub day: NaiveDate,
    /// The value, in the measure's unit.
    pub value: Decimal,
}

/// Baseline and targets as they were agreed at a time. After the decision they are locked: a change is a new
/// version, with a reason and somebody else's approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalVersion {
    /// 1 for the first.
    pub number: i32,
    /// The definition of the measure that the values are of.
    pub definition: i32,
    /// The value before; without one the goal is met or not, and nothing is measured.
    #[serde(default)]
    pub baseline: Option<Baseline>,
    /// Values to be reached, by day, each day once. Never empty.
    pub targets: Vec<Target>,
    /// How it is measured, and what else is needed to read it.
    #[serde(default)]
    pub method: Option<String>,
    /// Why it was changed, or set after the decision; none for what was written before it.
    #[serde(default)]
    pub reason: Option<String>,
    /// How far it has come. Only an approved version is judged by.
    #[serde(default)]
    pub state: ApprovalState,
}

impl GoalVersion {
    /// The first day on which something was to be reached.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.targets.iter().map(|target| target.day).min()
    }

    /// What the outcome is held against as of a day: the latest target dated no later.
    pub fn target(&self, as_of: NaiveDate) -> Option<&Target> {
        let due = self.targets.iter().filter(|target| target.day <= as_of);
        due.max_by_key(|target| target.day)
    }

    /// Targets that lie the wrong way from the baseline.
    pub fn refused(&self, direction: Direction) -> impl Iterator<Item = &Target> {
        let baseline = self.baseline.as_ref().map(|baseline| baseline.value);
        self.targets
            .iter()
            .filter(move |target| baseline.is_some_and(|baseline| direction.refuses(baseline, target.value)))
    }
}

/// An effect goal (effektmål) of a benefit; of the agency itself where it names none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectGoal {
    /// Identity.
    pub id: EffectGoalId,
    /// The benefit; none for a target level of the agency as a whole.
    #[serde(default)]
    pub benefit: Option<BenefitId>,
    /// The measure.
    pub measure: MeasureId,
    /// Order within the benefit.
    #[serde(default)]
    pub ordinal: i32,
    /// The part that is followed.
    #[serde(default)]
    pub split: Split,
    /// How much of what happens to the measure the benefit claims, in percent: above 0, at most 100.
    pub claim: Decimal,
    /// Over which calendar period outcomes are put together before they are held against the target; none where each
    /// is held against it as it was measured.
    #[serde(default)]
    pub window: Option<Cadence>,
    /// Versions in order; never empty.
    pub versions: Vec<GoalVersion>,
}

impl EffectGoal {
    /// The version that holds: the latest that was approved.
    pub fn current(&self) -> Option<&GoalVersion> {
        self.approved().next_back()
    }

    /// What was agreed first, where another version holds now.
    pub fn original(&self) -> Option<&GoalVersion> {
        let first = self.approved().next()?;
        (self.current()?.number != first.number).then_some(first)
    }

    /// A version that nobody has approved yet, after those that have been.
    pub fn proposed(&self) -> Option<&GoalVersion> {
        self.versions
            .last()
            .filter(|version| version.state != ApprovalState::Approved)
    }

    fn approved(&self) -> impl DoubleEndedIterator<Item = &GoalVersion> {
        self.versions
            .iter()
            .filter(|version| version.state == ApprovalState::Approved)
    }
}

/// Whether baseline and targets are locked: from the decision on (product rules, section 1). Before it whoever
/// writes the initiative writes its goals, and nobody has to approve them.
pub fn is_locked(status: InitiativeStatus) -> bool {
    status != InitiativeStatus::Proposed
}

#[cfg(test)]
pub(crate) mod tests {
    use uuid::Uuid;

    use super::*;

    pub(crate) fn version(number: i32, baseline: Option<i64>, targets: &[(&str, i64)]) -> GoalVersion {
        GoalVersion {
            number,
            definition: 1,
            baseline: baseline.map(|value| Baseline {
                value: Decimal::from(value),
                when: None,
                source: None,
            }),
            targets: targets
                .iter()
                .map(|(day, value)| Target {
                    day: day.parse().expect("a day"),
                    value: Decimal::from(*value),
                })
                .collect(),
            method: None,
            reason: None,
            state: ApprovalState::Approved,
        }
    }

    pub(crate) fn goal(versions: Vec<GoalVersion>) -> EffectGoal {
        EffectGoal {
            id: EffectGoalId(Uuid::from_u128(1)),
            benefit: Some(BenefitId(Uuid::from_u128(1))),
            measure: MeasureId(Uuid::from_u128(1)),
            ordinal: 1,
            split: Split::whole(),
            claim: Decimal::ONE_HUNDRED,
            window: None,
            versions,
        }
    }

    #[test]
    fn the_latest_target_that_is_not_of_a_later_day_is_what_counts() {
        let version = version(
            1,
            Some(40),
            &[("2025-12-31", 10), ("2024-12-31", 20), ("2026-12-31", 5)],
        );
        let on = |day: &str| {
            version
                .target(day.parse().expect("a day"))
                .map(|target| target.value.to_string())
        };
        assert_eq!(on("2024-12-30"), None);
        assert_eq!(on("2024-12-31").as_deref(), Some("20"));
        assert_eq!(on("2025-12-30").as_deref(), Some("20"));
        assert_eq!(on("2025-12-31").as_deref(), Some("10"));
        assert_eq!(on("2030-01-01").as_deref(), Some("5"));
        assert_eq!(version.first_day(), "2024-12-31".parse().ok());
    }

    #[test]
    fn a_change_holds_once_it_is_approved_and_the_first_stays_beside_it() {
        let mut changed = version(2, Some(40), &[("2025-12-31", 20)]);
        changed.state = ApprovalState::Submitted;
        let first = version(1, Some(40), &[("2025-12-31", 10)]);
        let waiting = goal(vec![first.clone(), changed.clone()]);
        assert_eq!(waiting.current().map(|one| one.number), Some(1));
        assert_eq!(waiting.original(), None);
        assert_eq!(waiting.proposed().map(|one| one.number), Some(2));
        changed.state = ApprovalState::Approved;
        let approved = goal(vec![first, changed]);
        assert_eq!(approved.current().map(|one| one.number), Some(2));
        assert_eq!(approved.original().map(|one| one.number), Some(1));
        assert_eq!(approved.proposed(), None);
    }

    #[test]
    fn only_what_is_proposed_is_open() {
        for status in InitiativeStatus::ALL {
            assert_eq!(
                is_locked(status),
                status != InitiativeStatus::Proposed,
                "{status:?}"
            );
        }
    }

    #[test]
    fn a_target_the_wrong_way_is_named() {
        let version = version(1, Some(40), &[("2025-12-31", 45), ("2026-12-31", 5)]);
        let refused: Vec<String> = version
            .refused(Direction::Lower)
            .map(|one| one.value.to_string())
            .collect();
        assert_eq!(refused, ["45"]);
        assert_eq!(version.refused(Direction::NotStated).count(), 0);
        let without = self::version(1, None, &[("2025-12-31", 45)]);
        assert_eq!(without.refused(Direction::Lower).count(), 0);
    }
}
