//! How much of a measure those who share it claim (product rules, section 1: together at most all of it).

use rust_decimal::Decimal;

use super::EffectGoal;
use crate::id::EffectGoalId;

/// What is left of a part of a measure when the goals of benefits on it have claimed theirs, in percent. Target levels
/// of the agency claim nothing.
pub fn unclaimed<'a>(goals: impl IntoIterator<Item = &'a EffectGoal>) -> Decimal {
    let claimed = goals.into_iter().filter(|goal| goal.benefit.is_some());
    claimed.fold(Decimal::ONE_HUNDRED, |left, goal| left - goal.claim)
}

/// What is left for one goal: of its part of the measure, when all the others have claimed theirs.
pub fn left_for<'a>(
    one: Option<EffectGoalId>,
    split: &crate::measure::Split,
    goals: impl IntoIterator<Item = &'a EffectGoal>,
) -> Decimal {
    let others = goals.into_iter().filter(|goal| goal.split == *split);
    unclaimed(others.filter(|goal| Some(goal.id) != one))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::effect_goal::tests::{goal, version};
    use crate::measure::Split;

    fn claiming(id: u128, claim: i64, split: &str) -> EffectGoal {
        EffectGoal {
            id: EffectGoalId(Uuid::from_u128(id)),
            claim: Decimal::from(claim),
            split: Split::from_key(split).expect("a part"),
            ..goal(vec![version(1, None, &[("2025-12-31", 5)])])
        }
    }

    #[test]
    fn the_rest_is_what_nobody_claims() {
        let mut agency = claiming(4, 100, "");
        agency.benefit = None;
        let all = [
            claiming(1, 60, ""),
            claiming(2, 25, ""),
            claiming(3, 100, "women"),
            agency,
        ];
        let whole = Split::whole();
        assert_eq!(left_for(None, &whole, &all), Decimal::from(15));
        assert_eq!(left_for(Some(all[0].id), &whole, &all), Decimal::from(75));
        assert_eq!(left_for(None, &all[2].split, &all), Decimal::ZERO);
        assert_eq!(unclaimed([]), Decimal::ONE_HUNDRED);
    }
}
