use std::collections::BTreeMap;
use std::ops::Add;

use proptest::prelude::*;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::*;
use crate::benefit::GroupShare;
use crate::id::{AreaId, BenefitGroupId, InitiativeId};
use crate::parted::{PartedLeaf, fold};

fn value(id: u128, (from, to): (i32, i32), ore: i64) -> SekValue {
    SekValue {
        id: SekValueId(Uuid::from_u128(id)),
        benefit: BenefitId(Uuid::from_u128(7)),
        ground: SekGround::Statement(StatementId(Uuid::from_u128(8))),
        amount: Money(ore),
        frequency: if from == to {
            SekFrequency::OneOff
        } else {
            SekFrequency::Yearly
        },
        from_year: from,
        to_year: to,
        class: ValueClass::Financial,
        kind: SekKind::Outcome,
        compared_with: None,
        counts_in_sum: true,
    }
}

#[test]
fn only_outcomes_of_money_are_counted() {
    let mut one = value(1, (2023, 2024), 500);
    assert_eq!(one.fault(), None);
    for (year, amount) in [(2022, None), (2023, Some(500)), (2024, Some(500)), (2025, None)] {
        assert_eq!(one.counted_in(year).map(|money| money.0), amount, "{year}");
    }
    for kind in [SekKind::Estimate, SekKind::Forecast] {
        one.kind = kind;
        assert_eq!(one.fault(), Some(SekFault::NoOutcome));
        assert_eq!(one.counted_in(2023), None, "whatever it says of itself");
        assert_eq!(one.in_year(2023), Some(Money(500)));
    }
    one.counts_in_sum = false;
    assert_eq!(one.fault(), None);
    one.class = ValueClass::Qualitative;
    assert_eq!(one.fault(), Some(SekFault::Qualitative));
}

#[test]
fn a_tally_is_empty_where_nothing_is_counted_though_it_were_zero() {
    assert!(SekTally::default().is_empty());
    let none = SekTally::by_year(&value(1, (2024, 2024), 0), 2024..=2024);
    let [(2024, nothing)] = &none[..] else {
        panic!("one year: {none:?}")
    };
    assert!(!nothing.is_empty());
}

#[test]
fn what_comes_once_has_one_year() {
    assert_eq!(value(1, (2024, 2024), 500).fault(), None);
    let mut one = value(1, (2023, 2024), 500);
    one.frequency = SekFrequency::OneOff;
    assert_eq!(one.fault(), Some(SekFault::OneYear));
    assert_eq!(value(1, (2024, 2023), 500).fault(), Some(SekFault::Years));
    assert_eq!(value(1, (1989, 1990), 500).fault(), Some(SekFault::Years));
    assert_eq!(value(1, (1990, 2100), 500).fault(), None);
    assert_eq!(value(1, (2100, 2101), 500).fault(), Some(SekFault::Years));
}

#[test]
fn one_is_counted_for_each_benefit_year_and_class() {
    let held = value(1, (2022, 2024), 500);
    for (years, year) in [
        ((2019, 2021), None),
        ((2019, 2022), Some(2022)),
        ((2023, 2023), Some(2023)),
        ((2024, 2030), Some(2024)),
        ((2025, 2030), None),
    ] {
        let new = value(2, years, 100);
        assert_eq!(
            counted_already(&new, [&held], &BTreeMap::new()).map(|(_, year)| year),
            year,
            "{years:?}"
        );
    }
    let mut new = value(2, (2023, 2023), 100);
    new.class = ValueClass::Redistribution;
    assert_eq!(
        counted_already(&new, [&held], &BTreeMap::new()),
        None,
        "another class"
    );
    new.class = held.class;
    new.benefit = BenefitId(Uuid::from_u128(9));
    assert_eq!(
        counted_already(&new, [&held], &BTreeMap::new()),
        None,
        "another benefit"
    );
    new.benefit = held.benefit;
    new.counts_in_sum = false;
    assert_eq!(
        counted_already(&new, [&held], &BTreeMap::new()),
        None,
        "it is not counted"
    );
    assert_eq!(
        counted_already(&held, [&held], &BTreeMap::new()),
        None,
        "it is itself"
    );
}

#[test]
fn what_takes_the_place_of_the_other_never_counts_at_once() {
    let ground = |id| SekGround::Statement(StatementId(Uuid::from_u128(id)));
    let on = |id: u128| SekValue {
        ground: ground(id),
        ..value(id, (2023, 2023), 100)
    };
    let supersedes = BTreeMap::from([(ground(21), ground(20)), (ground(22), ground(21))]);
    let year = |one: u128, other: u128| {
        let (one, other) = (on(one), on(other));
        counted_already(&one, [&other], &supersedes).map(|(_, year)| year)
    };
    assert_eq!(year(21, 20), None);
    assert_eq!(year(20, 22), None, "by way of another");
    assert_eq!(year(23, 20), Some(2023));
    let circle = BTreeMap::from([(ground(20), ground(21)), (ground(21), ground(20))]);
    assert_eq!(
        counted_already(&on(23), [&on(20)], &circle).map(|(_, year)| year),
        Some(2023)
    );
}

#[test]
fn the_ground_says_what_it_is() {
    let one = value(1, (2023, 2023), 500);
    let written = serde_json::to_value(&one).expect("JSON");
    assert_eq!(written["ground"]["statement"], Uuid::from_u128(8).to_string());
    assert_eq!(
        serde_json::from_value::<SekValue>(written).expect("read back"),
        one
    );
}

proptest! {
    #[test]
    fn areas_groups_and_years_add_up_to_the_whole(
        given in prop::collection::vec(
            (-1_000_000_i64..1_000_000, 2020_i32..2026, 0_usize..3, prop::collection::vec(0_i64..100, 0..4), prop::option::of(0_u128..3)),
            0..8,
        ),
    ) {
        let leaves: Vec<PartedLeaf<SekTally>> = given
            .iter()
            .map(|(ore, year, class, groups, area)| {
                let mut one = value(1, (*year, *year), *ore);
                one.class = SekValue::CLASSES[*class];
                PartedLeaf {
                    initiative: InitiativeId(Uuid::from_u128(3)),
                    benefit: one.benefit,
                    year: *year,
                    area: area.map(|id| AreaId(Uuid::from_u128(id))),
                    groups: (0_u128..)
                        .zip(groups)
                        .map(|(id, share)| GroupShare {
                            group: BenefitGroupId(Uuid::from_u128(id)),
                            share: Some(Decimal::from(*share)),
                        })
                        .collect(),
                    amount: SekTally::by_year(&one, 2000..=2100).pop().expect("one year").1,
                }
            })
            .collect();
        let all = fold(&leaves);
        for class in SekValue::CLASSES {
            let sum: i64 = given.iter().filter(|one| SekValue::CLASSES[one.2] == class).map(|one| one.0).sum();
            prop_assert_eq!(all.whole.of(class).unwrap_or_default(), Money(sum));
        }
        let sum = |parts: Vec<SekTally>| parts.into_iter().fold(SekTally::default(), Add::add);
        prop_assert_eq!(&sum(all.groups.values().cloned().chain(all.ungrouped.clone()).collect()), &all.whole);
        prop_assert_eq!(&sum(all.areas.values().cloned().chain(all.outside.clone()).collect()), &all.whole);
        prop_assert_eq!(&sum(all.years.values().cloned().collect()), &all.whole);
    }
}

mod counted {
    use super::*;
    use crate::measurement::tests::measured;
    use crate::reading::Reading;
    use crate::statement::{ApprovalState, Finding, Statement};

    fn said(id: u128, supersedes: Option<u128>, state: ApprovalState) -> Statement {
        Statement {
            id: StatementId(Uuid::from_u128(id)),
            initiative: InitiativeId(Uuid::from_u128(3)),
            delivery: None,
            ordinal: 1,
            groups: Vec::new(),
            benefits: vec![BenefitId(Uuid::from_u128(7))],
            text: "Det blev billigare.".to_owned(),
            as_of: Reading {
                value: "2024-12-31".parse().expect("a day"),
                interpreted: false,
            },
            finding: Reading {
                value: Finding::Confirmed,
                interpreted: false,
            },
            follow_up: None,
            unplanned: false,
            assessing_unit: None,
            method: None,
            sources: Vec::new(),
            figures: Vec::new(),
            note: None,
            state,
            imported: false,
            supersedes: supersedes.map(|id| StatementId(Uuid::from_u128(id))),
        }
    }

    #[test]
    fn what_it_hangs_on_has_to_count() {
        let mut on_measurement = value(2, (2024, 2024), 100);
        on_measurement.ground = SekGround::Measurement(MeasurementId(Uuid::from_u128(9)));
        let values = [value(1, (2024, 2024), 500), on_measurement];
        let count = |statements: &[Statement], day: &str| {
            let measured = [measured(9, "2024", 3)];
            let found = counting(&values, statements, &measured, day.parse().expect("a day"));
            found.iter().map(|one| one.id.0.as_u128()).collect::<Vec<_>>()
        };
        let approved = said(8, None, ApprovalState::Approved);
        assert_eq!(count(std::slice::from_ref(&approved), "2024-12-31"), [1, 2]);
        assert_eq!(
            count(std::slice::from_ref(&approved), "2024-12-30"),
            [] as [u128; 0]
        );
        assert_eq!(
            count(&[said(8, None, ApprovalState::Submitted)], "2024-12-31"),
            [2]
        );
        let replaced = said(10, Some(8), ApprovalState::Approved);
        assert_eq!(
            count(&[approved.clone(), replaced], "2024-12-31"),
            [2],
            "it is superseded"
        );
        let mut of_others = approved;
        of_others.benefits = Vec::new();
        assert_eq!(count(&[of_others], "2024-12-31"), [2], "it speaks for others");
    }

    #[test]
    fn a_ground_is_read_from_its_key() {
        for ground in [
            SekGround::Statement(StatementId(Uuid::from_u128(8))),
            SekGround::Measurement(MeasurementId(Uuid::from_u128(9))),
        ] {
            assert_eq!(SekGround::from_key(&ground.key()), Some(ground));
        }
        for wrong in [
            "",
            "statement",
            "statement:x",
            "figure:019a0000-0000-7000-8000-000000000001",
        ] {
            assert_eq!(SekGround::from_key(wrong), None, "{wrong}");
        }
    }
}
