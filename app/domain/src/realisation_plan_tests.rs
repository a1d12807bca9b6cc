use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn activity(number: u128, due: Option<When>) -> PlanActivity {
    PlanActivity {
        id: PlanActivityId(Uuid::from_u128(number)),
        text: "Stäng blanketten".to_owned(),
        unit: Some(UnitId(Uuid::from_u128(1))),
        who: None,
        due,
        done_on: None,
    }
}

/// A plan of the benefit with this number that lacks nothing.
pub(crate) fn plan(benefit: u128) -> RealisationPlan {
    RealisationPlan {
        id: RealisationPlanId(Uuid::from_u128(benefit)),
        benefit: BenefitId(Uuid::from_u128(benefit)),
        begun_on: Some(day("2024-10-01")),
        activities: vec![activity(1, Some(When::Day(day("2025-03-10"))))],
        preconditions: None,
        risks: Vec::new(),
        follow_up_unit: Some(UnitId(Uuid::from_u128(1))),
        follow_up_on: Some(When::Day(day("2025-12-01"))),
        follow_up_how: None,
    }
}

#[test]
fn what_is_due_today_is_not_late_and_the_day_after_it_is() {
    let plan = plan(1);
    assert_eq!(plan.late(day("2025-03-10")), []);
    let late = plan.late(day("2025-03-11"));
    assert!(matches!(late[..], [Late::Activity(one, _)] if one.id == plan.activities[0].id));
    assert_eq!(plan.late_since(day("2025-03-11")), Some(day("2025-03-10")));
    assert_eq!(plan.late(day("2025-12-01")).len(), 1, "the follow-up is today");
    let late = plan.late(day("2025-12-02"));
    assert!(matches!(late[..], [Late::Activity(..), Late::FollowUp(_)]));

    let activity = plan.activities[0].id;
    let done = plan
        .with_done(activity, day("2025-03-11"))
        .expect("it was not done");
    assert_eq!(done.late(day("2025-03-11")), [], "what is done late is done");
    assert_eq!((plan.done(), done.done()), (0, 1));
    assert_eq!(
        done.with_done(activity, day("2025-03-12")),
        None,
        "it is done once"
    );
    let other = PlanActivityId(Uuid::from_u128(9));
    assert_eq!(plan.with_done(other, day("2025-03-11")), None);
}

#[test]
fn a_season_is_late_when_all_of_it_has_passed() {
    let mut plan = plan(1);
    plan.activities[0].due = Some(When::Quarter {
        year: 2025,
        quarter: 1,
    });
    assert_eq!(plan.late(day("2025-03-31")), []);
    assert_eq!(plan.late(day("2025-04-01")).len(), 1);
    plan.activities[0].due = Some(When::Undated);
    assert_eq!(plan.late(day("2025-04-01")), [], "what has no date is never late");
    plan.activities[0].due = None;
    assert_eq!(plan.late(day("2025-04-01")), []);
}

#[test]
fn a_plan_says_what_it_lacks() {
    use PlanLack as L;
    let lacks = |change: fn(&mut RealisationPlan)| {
        let mut plan = plan(1);
        change(&mut plan);
        (plan.lacks(), plan.counts(day("2025-01-01")))
    };
    assert_eq!(lacks(|_| ()), (vec![], true));
    assert_eq!(lacks(|plan| plan.activities.clear()), (vec![L::Activity], false));
    assert_eq!(
        lacks(|plan| plan.activities[0].due = None),
        (vec![L::Responsible], false)
    );
    assert_eq!(
        lacks(|plan| plan.activities[0].unit = None),
        (vec![L::Responsible], false)
    );
    // A role that is named will do for a unit.
    let named = lacks(|plan| {
        plan.activities[0].unit = None;
        plan.activities[0].who = Some("Enhetschefen".to_owned());
    });
    assert_eq!(named, (vec![], true));
    // One activity for each half of it is none.
    let apart = lacks(|plan| {
        plan.activities = vec![activity(1, None), activity(2, Some(When::Year(2025)))];
        plan.activities[1].unit = None;
    });
    assert_eq!(apart, (vec![L::Responsible], false));
    assert_eq!(
        lacks(|plan| plan.follow_up_unit = None),
        (vec![L::FollowUpUnit], false)
    );
    assert_eq!(
        lacks(|plan| plan.follow_up_on = None),
        (vec![L::FollowUpDay], false)
    );
    assert_eq!(
        lacks(|plan| plan.follow_up_on = Some(When::Undated)),
        (vec![L::FollowUpDay], false)
    );
}

#[test]
fn a_plan_counts_from_the_day_on_which_it_was_begun() {
    let mut plan = plan(1);
    for (on, counts) in [("2024-09-30", false), ("2024-10-01", true), ("2030-01-01", true)] {
        assert_eq!(plan.counts(day(on)), counts, "{on}");
    }
    plan.begun_on = None;
    assert!(plan.counts(day("2020-01-01")), "nobody says since when");
}

proptest! {
    #[test]
    fn nothing_that_is_late_is_ever_on_time_again(
        dues in prop::collection::vec(prop::option::of(0_u64..800), 0..6),
        done in prop::collection::vec(any::<bool>(), 6),
        today in 0_u64..800,
    ) {
        let at = |n: u64| day("2024-01-01") + chrono::Days::new(n);
        let mut plan = plan(1);
        plan.activities = (1..)
            .zip(&dues)
            .zip(&done)
            .map(|((number, due), done)| PlanActivity {
                done_on: done.then(|| at(0)),
                ..activity(number, due.map(|due| When::Day(at(due))))
            })
            .collect();
        let late = plan.late(at(today));
        for one in &late {
            prop_assert!(one.due().last_day().expect("a day") < at(today));
        }
        prop_assert!(plan.late(at(today + 1)).len() >= late.len());
        prop_assert_eq!(plan.late_since(at(today)).is_some(), !late.is_empty());
    }
}
