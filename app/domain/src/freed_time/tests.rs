use std::ops::Add;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::benefit::GroupShare;
use crate::factor::FactorValue;
use crate::id::{AreaId, BenefitGroupId, FactorId, InitiativeId};
use crate::parted::{PartedLeaf, by_initiative, fold, within};
use crate::statement::ApprovalState;

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn entry(hours: &str, dispositions: &[(DispositionKind, Option<&str>)]) -> FreedTime {
    FreedTime {
        id: FreedTimeId(Uuid::from_u128(1)),
        benefit: BenefitId(Uuid::from_u128(2)),
        year: 2024,
        unit: TimeUnit::Hours,
        amount: decimal(hours),
        factor_value: None,
        hours: decimal(hours),
        note: None,
        dispositions: dispositions
            .iter()
            .map(|(kind, hours)| Disposition {
                kind: *kind,
                hours: hours.map(decimal),
                text: hours.is_none().then(|| "Fler besök".to_owned()),
            })
            .collect(),
        state: ApprovalState::Approved,
        supersedes: None,
    }
}

#[test]
fn no_more_goes_somewhere_than_was_freed_and_the_rest_is_unknown() {
    use DispositionKind as K;
    for (freed, gone, unknown, fault) in [
        ("120", "119.9999", "0.0001", None),
        ("120", "120", "0", None),
        ("120", "120.0001", "-0.0001", Some(FreedTimeFault::MoreThanFreed)),
    ] {
        let one = entry(freed, &[(K::BudgetCut, Some(gone)), (K::MoreVolume, None)]);
        assert_eq!(
            (one.unknown(), one.fault()),
            (decimal(unknown), fault),
            "{gone} of {freed}"
        );
    }
    let both = entry("120", &[(K::BudgetCut, Some("70")), (K::BudgetCut, Some("51"))]);
    assert_eq!(
        both.fault(),
        Some(FreedTimeFault::MoreThanFreed),
        "together they are more"
    );
    assert_eq!(entry("120", &[]).unknown(), decimal("120"));
}

#[test]
fn added_time_goes_nowhere() {
    let gone = [(DispositionKind::Other, None)];
    for (hours, fault) in [
        ("-5", Some(FreedTimeFault::NothingFreed)),
        ("0", Some(FreedTimeFault::NothingFreed)),
        ("0.0001", None),
    ] {
        assert_eq!(entry(hours, &gone).fault(), fault, "{hours}");
        assert_eq!(entry(hours, &[]).fault(), None, "{hours}");
    }
    let added = entry("-5", &[]);
    assert!(added.is_added());
    assert!(!entry("0", &[]).is_added(), "nothing is neither freed nor added");
    assert_eq!(added.unknown(), Decimal::ZERO, "nothing was freed");
}

#[test]
fn hours_are_what_the_amount_came_to() {
    let mut one = entry("2", &[]);
    one.hours = decimal("3");
    assert_eq!(one.fault(), Some(FreedTimeFault::Hours));
    one.unit = TimeUnit::FullTimeYears;
    assert_eq!(one.fault(), Some(FreedTimeFault::Hours), "by which factor?");
    one.factor_value = Some(FactorValueId(Uuid::from_u128(9)));
    assert_eq!(one.fault(), None);
    for (hours, fault) in [
        ("-3", true),
        ("0", true),
        ("0.000001", false),
        ("0.0000001", true),
    ] {
        one.hours = decimal(hours);
        assert_eq!(one.fault().is_some(), fault, "{hours}");
    }
    let mut one = entry("2", &[]);
    one.factor_value = Some(FactorValueId(Uuid::from_u128(9)));
    assert_eq!(one.fault(), Some(FreedTimeFault::Hours), "hours need no factor");
    assert_eq!(entry("0.00001", &[]).fault(), Some(FreedTimeFault::Amount));
    assert_eq!(entry("1000000000", &[]).fault(), None);
    assert_eq!(
        entry("1000000000.0001", &[]).fault(),
        Some(FreedTimeFault::Amount)
    );
    let mut wordless = entry("2", &[(DispositionKind::Other, None)]);
    wordless.dispositions[0].text = None;
    assert_eq!(wordless.fault(), Some(FreedTimeFault::Disposition));
    for hours in ["0", "-1"] {
        let one = entry("2", &[(DispositionKind::Other, Some(hours))]);
        assert_eq!(one.fault(), Some(FreedTimeFault::Disposition), "{hours}");
    }
}

#[test]
fn no_more_hours_are_kept_than_the_most_whatever_they_were_typed_in() {
    let mut one = entry("1000000", &[]);
    one.unit = TimeUnit::FullTimeYears;
    one.factor_value = Some(FactorValueId(Uuid::from_u128(9)));
    for (hours, fault) in [
        ("1000000000", None),
        ("1000000000.0001", Some(FreedTimeFault::Amount)),
    ] {
        one.hours = decimal(hours);
        assert_eq!(one.fault(), fault, "{hours}");
    }
}

#[test]
fn hours_are_told_by_what_they_were_turned_into() {
    use DispositionKind as K;
    let gone = [
        (K::BudgetCut, Some("70")),
        (K::BudgetCut, Some("5")),
        (K::Other, None),
    ];
    let tally = TimeTally::of(&entry("120", &gone));
    assert_eq!(tally.into_kind(K::BudgetCut), decimal("75"));
    assert_eq!(tally.into_kind(K::Other), Decimal::ZERO, "in words alone");
    assert_eq!((tally.known(), tally.unknown), (decimal("75"), decimal("45")));
}

fn factor(id: u128, values: &[(&str, &str, ApprovalState)]) -> Factor {
    Factor {
        id: FactorId(Uuid::from_u128(id)),
        name: format!("Årsarbetskraft {id}"),
        kind: FactorKind::FullTimeYearHours,
        unit: None,
        description: None,
        ended_on: None,
        values: (0_u128..)
            .zip(values)
            .map(|(place, (from, value, state))| FactorValue {
                id: FactorValueId(Uuid::from_u128(id * 100 + place)),
                from: from.parse().expect("a day"),
                value: decimal(value),
                price_level: None,
                source: "Personalenheten".to_owned(),
                state: *state,
            })
            .collect(),
    }
}

#[test]
fn the_factor_is_the_approved_one_that_holds_in_the_year() {
    let today = "2025-06-01".parse().expect("a day");
    let approved = ApprovalState::Approved;
    let all = [factor(
        1,
        &[
            ("2023-01-01", "1600", approved),
            ("2025-01-01", "1650", approved),
            ("2025-05-01", "1700", ApprovalState::Submitted),
            ("2025-07-01", "1750", approved),
        ],
    )];
    let hours = |year| year_hours(&all, year, today).map(|(_, value)| value.value.to_string());
    for (year, expected) in [
        (2022, None),
        (2023, Some("1600")),
        (2024, Some("1600")),
        (2025, Some("1650")),
        (2026, Some("1650")),
    ] {
        assert_eq!(hours(year).as_deref(), expected, "{year}");
    }
    let mut other = factor(2, &[("2024-01-01", "1500", approved)]);
    let two = [all[0].clone(), other.clone()];
    let found = year_hours(&two, 2024, today).map(|(factor, _)| factor.id);
    assert_eq!(found, Some(other.id), "the newest of several");
    other.kind = FactorKind::HourlyCost;
    assert_eq!(year_hours(&[other], 2024, today), None);
    assert_eq!(in_hours(decimal("-1.5"), decimal("1620")), Some(decimal("-2430")));
    assert_eq!(in_hours(decimal("1000000"), decimal("1600")), None);
}

fn numbered(id: u128, state: ApprovalState, supersedes: Option<u128>) -> FreedTime {
    FreedTime {
        id: FreedTimeId(Uuid::from_u128(id)),
        state,
        supersedes: supersedes.map(|id| FreedTimeId(Uuid::from_u128(id))),
        ..entry("2", &[])
    }
}

#[test]
fn only_what_is_approved_counts_and_a_correction_from_then_on() {
    use ApprovalState::{Approved, Draft, Returned, Submitted};
    for state in [Draft, Submitted, Returned] {
        let waits = numbered(1, state, None);
        assert_eq!(counting([&waits]), Vec::<&FreedTime>::new(), "{state:?}");
        let (first, correction) = (numbered(1, Approved, None), numbered(2, state, Some(1)));
        assert_eq!(counting([&first, &correction]), [&first], "{state:?}");
    }
    let (first, correction) = (numbered(1, Approved, None), numbered(2, Approved, Some(1)));
    assert_eq!(counting([&first, &correction]), [&correction], "never both");
    let last = numbered(3, Approved, Some(2));
    assert_eq!(counting([&last, &first, &correction]), [&last]);
}

#[test]
fn a_benefit_has_one_entry_a_year_and_an_entry_one_correction() {
    use ApprovalState::{Approved, Draft, Returned, Submitted};
    let first = numbered(1, Approved, None);
    let again = numbered(5, Draft, None);
    assert_eq!(again.clash([&first]), Some(FreedTimeClash::Taken(2024)));
    assert_eq!(first.clash([&first]), None, "it is itself");
    let mut other = again.clone();
    other.year = 2025;
    assert_eq!(other.clash([&first]), None);

    let correction = numbered(2, Draft, Some(1));
    assert_eq!(correction.clash([&first, &correction]), None);
    let second = numbered(3, Draft, Some(1));
    let id = first.id;
    assert_eq!(
        second.clash([&first, &correction]),
        Some(FreedTimeClash::Corrected(id))
    );
    assert!(first.may_be_corrected([&first]) && !first.may_be_corrected([&first, &correction]));
    for state in [Draft, Submitted, Returned] {
        let open = numbered(1, state, None);
        let refused = Some(FreedTimeClash::NotCorrectable(id));
        assert_eq!(correction.clash([&open]), refused, "{state:?}");
        assert!(!open.may_be_corrected([&open]), "{state:?}");
    }
    let mut moved = correction.clone();
    moved.year = 2025;
    assert_eq!(moved.clash([&first]), Some(FreedTimeClash::NotCorrectable(id)));
    moved = correction;
    moved.benefit = BenefitId(Uuid::from_u128(9));
    assert_eq!(moved.clash([&first]), Some(FreedTimeClash::NotCorrectable(id)));
}

#[test]
fn all_that_cannot_stand_beside_each_other_is_found() {
    use ApprovalState::Approved;
    let chain = [
        numbered(1, Approved, None),
        numbered(2, Approved, Some(1)),
        numbered(3, Approved, Some(2)),
    ];
    assert_eq!(clashes(&chain), []);
    let circle = [
        numbered(1, Approved, None),
        numbered(2, Approved, Some(3)),
        numbered(3, Approved, Some(2)),
    ];
    let ids: Vec<u128> = clashes(&circle).iter().map(|(id, _)| id.0.as_u128()).collect();
    assert_eq!(ids, [2, 3], "they correct each other and nothing else");
    let own = [numbered(1, Approved, None), numbered(2, Approved, Some(2))];
    assert_eq!(clashes(&own).len(), 1);
}

fn leaf((hours, gone, groups, area): (i64, Vec<i64>, Vec<i64>, Option<u128>)) -> PartedLeaf<TimeTally> {
    let mut one = entry("0", &[]);
    one.hours = Decimal::new(hours, 4);
    let mut left = one.hours.max(Decimal::ZERO);
    for (kind, some) in DispositionKind::ALL.into_iter().zip(gone) {
        let some = Decimal::new(some, 4).min(left);
        left -= some;
        one.dispositions.push(Disposition {
            kind,
            hours: Some(some),
            text: None,
        });
    }
    if one.hours <= Decimal::ZERO {
        one.dispositions.clear();
    }
    PartedLeaf {
        initiative: InitiativeId(Uuid::from_u128(3)),
        benefit: one.benefit,
        year: one.year,
        area: area.map(|id| AreaId(Uuid::from_u128(id))),
        groups: (0_u128..)
            .zip(groups)
            .map(|(id, share)| GroupShare {
                group: BenefitGroupId(Uuid::from_u128(id)),
                share: Some(Decimal::from(share)),
            })
            .collect(),
        amount: TimeTally::of(&one),
    }
}

/// What is a group's part of it is in no other group, and is not split again.
#[test]
fn the_part_of_a_group_stands_in_that_group_alone() {
    let one = leaf((1_000_000, vec![], vec![75, 25], None));
    let group = BenefitGroupId(Uuid::from_u128(1));
    let parts = within(std::slice::from_ref(&one), None, None, Some(group));
    let [part] = &parts[..] else {
        panic!("one part: {parts:?}")
    };
    assert_eq!(part.amount.freed(), decimal("25"));
    assert_eq!(part.groups, [GroupShare { group, share: None }]);
}

proptest! {
    #[test]
    fn areas_and_groups_add_up_to_the_whole(
        given in prop::collection::vec(
            (
                -10_000_000_i64..10_000_000,
                prop::collection::vec(0_i64..4_000_000, 0..6),
                prop::collection::vec(0_i64..100, 0..4),
                prop::option::of(0_u128..3),
            ),
            0..8,
        ),
    ) {
        let net: Decimal = given.iter().map(|(hours, ..)| Decimal::new(*hours, 4)).sum();
        let freed: Decimal = given.iter().map(|(hours, ..)| Decimal::new((*hours).max(0), 4)).sum();
        let mut leaves: Vec<_> = given.into_iter().map(leaf).collect();
        let all = fold(&leaves);
        prop_assert_eq!(all.whole.net(), net);
        prop_assert_eq!(all.whole.freed(), freed);
        prop_assert_eq!(all.whole.known() + all.whole.unknown, freed, "unknown and disposed are what was freed");
        let sum = |parts: Vec<TimeTally>| parts.into_iter().fold(TimeTally::default(), Add::add);
        let groups = sum(all.groups.values().cloned().chain(all.ungrouped.clone()).collect());
        let areas = sum(all.areas.values().cloned().chain(all.outside.clone()).collect());
        let years = sum(all.years.values().cloned().collect());
        prop_assert_eq!(&groups, &all.whole);
        prop_assert_eq!(&areas, &all.whole);
        prop_assert_eq!(&years, &all.whole);
        for group in all.groups.values() {
            prop_assert!(group.unknown >= Decimal::ZERO && group.added >= Decimal::ZERO);
        }
        for (group, tally) in &all.groups {
            let its = within(&leaves, None, None, Some(*group));
            prop_assert_eq!(&fold(&its).whole, tally, "what a group is made of is what it has");
            prop_assert!(fold(&its).groups.into_iter().eq([(*group, tally.clone())]), "and no other's");
        }
        for (area, tally) in &all.areas {
            let its = fold(&within(&leaves, Some(2024), Some(*area), None));
            prop_assert_eq!(&its.whole, tally);
            prop_assert_eq!(fold(&within(&leaves, Some(2023), Some(*area), None)).whole, TimeTally::default());
        }
        let initiatives = by_initiative(&leaves);
        prop_assert_eq!(sum(initiatives.into_values().collect()), all.whole.clone());
        leaves.reverse();
        prop_assert_eq!(fold(&leaves), all);
    }
}
