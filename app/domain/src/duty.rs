//! What is required of a development object, and from when (product rules, section 1).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::benefit::Benefit;
use crate::id::BenefitId;
use crate::initiative::{Initiative, InitiativeSize};
use crate::realisation_plan::RealisationPlan;

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
/// object or is over, and not what it `has`.
pub fn lacking(initiative: &Initiative, has: &[Duty], day: NaiveDate) -> Vec<Duty> {
    if initiative.development_object.is_none() {
        return Vec::new();
    }
    without(initiative, has, day)
}

/// What a large initiative that is no development object is urged to have and has not: nothing is lacking, it is
/// asked for all the same.
pub fn urged(initiative: &Initiative, has: &[Duty], day: NaiveDate) -> Vec<Duty> {
    if initiative.development_object.is_some() || initiative.size != InitiativeSize::Large {
        return Vec::new();
    }
    without(initiative, has, day)
}

fn without(initiative: &Initiative, has: &[Duty], day: NaiveDate) -> Vec<Duty> {
    if initiative.status.value.is_over() {
        return Vec::new();
    }
    Duty::ALL
        .into_iter()
        .filter(|duty| duty.holds(day) && !has.contains(duty))
        .collect()
}

/// The benefits that have a plan as of a day: one that was there, and that says who does what by when and who
/// follows up when ([`RealisationPlan::counts`]). A plan that is begun and lacks that is none.
pub fn planned<'a>(
    plans: impl IntoIterator<Item = &'a RealisationPlan>,
    day: NaiveDate,
) -> BTreeSet<BenefitId> {
    let counting = plans.into_iter().filter(|plan| plan.counts(day));
    counting.map(|plan| plan.benefit).collect()
}

/// An initiative has a plan where each of its open benefits has one. One that promises nothing has none: there is
/// nothing that it could be the plan of. Where all that was promised is over there is nothing left to plan.
pub fn has_plan<'a>(benefits: impl IntoIterator<Item = &'a Benefit>, planned: &BTreeSet<BenefitId>) -> bool {
    let mut benefits = benefits.into_iter().peekable();
    let promises = benefits.peek().is_some();
    promises && benefits.all(|benefit| benefit.state.is_over() || planned.contains(&benefit.id))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::benefit::BenefitState;
    use crate::realisation_plan::tests::plan;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn initiative(object: bool, size: &str, status: &str) -> Initiative {
        let object = if object { json!({}) } else { json!(null) };
        let value = json!({ "id": uuid::Uuid::nil(), "name": "Boka möte", "size": size,
            "development_object": object, "status": { "value": status } });
        serde_json::from_value(value).expect("an initiative")
    }

    fn benefit(number: u128, state: BenefitState) -> Benefit {
        let value = json!({ "id": uuid::Uuid::from_u128(number), "initiative": uuid::Uuid::nil(),
            "groups": [], "description": "Kortare väntan", "state": state });
        serde_json::from_value(value).expect("a benefit")
    }

    #[test]
    fn each_duty_holds_from_its_first_day() {
        for (duty, before, first) in [
            (Duty::Calculation, "2022-12-31", "2023-01-01"),
            (Duty::Plan, "2024-08-31", "2024-09-01"),
        ] {
            assert!(!duty.holds(day(before)), "{duty:?}");
            assert!(duty.holds(day(first)), "{duty:?}");
        }
    }

    #[test]
    fn development_objects_lack_and_large_initiatives_are_urged() {
        let on = day("2024-09-01");
        let (object, large, medium) = (
            initiative(true, "large", "ongoing"),
            initiative(false, "large", "ongoing"),
            initiative(false, "medium", "ongoing"),
        );
        let both = |of: &Initiative, has: &[Duty]| (lacking(of, has, on), urged(of, has, on));
        assert_eq!(both(&object, &[]), (Duty::ALL.to_vec(), vec![]));
        assert_eq!(both(&object, &[Duty::Plan]), (vec![Duty::Calculation], vec![]));
        assert_eq!(both(&large, &[]), (vec![], Duty::ALL.to_vec()));
        assert_eq!(both(&large, &Duty::ALL), (vec![], vec![]));
        assert_eq!(both(&medium, &[]), (vec![], vec![]));
        assert_eq!(urged(&large, &[], day("2024-08-31")), [Duty::Calculation]);
        let over = [
            initiative(true, "large", "closed"),
            initiative(false, "large", "stopped"),
        ];
        for of in &over {
            assert_eq!(both(of, &[]), (vec![], vec![]));
        }
    }

    #[test]
    fn an_initiative_has_a_plan_where_each_open_benefit_has_one() {
        let on = day("2025-01-01");
        let (open, over) = (
            benefit(1, BenefitState::Realising),
            benefit(2, BenefitState::WrittenOff),
        );
        let mut begun = plan(1);
        begun.follow_up_unit = None;
        let has = |benefits: &[&Benefit], plans: &[RealisationPlan]| {
            has_plan(benefits.iter().copied(), &planned(plans, on))
        };
        assert!(has(&[&open], &[plan(1)]));
        assert!(!has(&[&open], &[]));
        assert!(!has(&[&open], &[plan(2)]), "that is the plan of another");
        assert!(!has(&[&open], &[begun]), "it does not say who follows up");
        assert!(has(&[&open, &over], &[plan(1)]), "what is over needs none");
        assert!(!has(&[&open, &benefit(3, BenefitState::Sustained)], &[plan(1)]));
        assert!(has(&[&over], &[]), "nothing is left to plan");
        assert!(!has(&[], &[plan(1)]), "it promises nothing");
    }
}
