//! What is required of a development object, and from when (product rules, section 1).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::initiative::Initiative;

/// A document that a development object has to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// An approved benefit calculation: from 2023.
    Calculation,
    /// A realisation plan: from autumn 2024, here reckoned from the first of September.
    Plan,
}

impl Duty {
    /// All, in the order in which they came.
    pub const ALL: [Self; 2] = [Self::Calculation, Self::Plan];

    /// Required as of a day.
    pub fn holds(self, day: NaiveDate) -> bool {
        let (year, month) = match self {
            Self::Calculation => (2023, 1),
            Self::Plan => (2024, 9),
        };
        NaiveDate::from_ymd_opt(year, month, 1).is_some_and(|first| first <= day)
    }
}

/// What an initiative lacks as of a day, in the order of [`Duty::ALL`]: nothing where it is no development
/// object or is over, and not what it `has`. A realisation plan cannot be registered yet, so it is lacking where it is required.
pub fn lacking(initiative: &Initiative, has: &[Duty], day: NaiveDate) -> Vec<Duty> {
    if initiative.development_object.is_none() || initiative.status.value.is_over() {
        return Vec::new();
    }
    Duty::ALL
        .into_iter()
        .filter(|duty| duty.holds(day) && !has.contains(duty))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_duty_holds_from_its_first_day() {
        for (duty, before, first) in [
            (Duty::Calculation, "2022-12-31", "2023-01-01"),
            (Duty::Plan, "2024-08-31", "2024-09-01"),
        ] {
            assert!(!duty.holds(before.parse().expect("a day")), "{duty:?}");
            assert!(duty.holds(first.parse().expect("a day")), "{duty:?}");
        }
    }
}
