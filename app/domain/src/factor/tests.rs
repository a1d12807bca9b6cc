use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn value(id: u128, from: NaiveDate, of: i64, state: ApprovalState) -> FactorValue {
    FactorValue {
        id: Uuid::from_u128(id).into(),
        from,
        value: Decimal::from(of),
        price_level: Some(2025),
        source: "Ekonomiavdelningen".to_owned(),
        state,
    }
}

pub(super) fn factor(kind: FactorKind, values: Vec<FactorValue>) -> Factor {
    Factor {
        id: Uuid::from_u128(1).into(),
        name: "Handläggare".to_owned(),
        kind,
        unit: None,
        description: None,
        ended_on: None,
        values,
    }
}

#[test]
fn the_newest_approved_value_that_has_begun_holds() {
    use ApprovalState::{Approved, Draft, Submitted};
    let (first, second) = (day("2025-01-01"), day("2026-01-01"));
    let library = factor(
        FactorKind::HourlyCost,
        vec![
            value(1, second, 460, Approved),
            value(2, first, 440, Approved),
            value(3, first, 450, Approved),
            value(4, second, 470, Submitted),
            value(5, first, 480, Draft),
        ],
    );
    let holds = |on: &str| library.in_force(day(on)).map(|one| one.value);
    assert_eq!(holds("2024-12-31"), None, "nothing has begun");
    assert_eq!(holds("2025-01-01"), Some(450.into()), "the correction of the day");
    assert_eq!(holds("2025-12-31"), Some(450.into()));
    assert_eq!(holds("2026-01-01"), Some(460.into()), "what waits does not count");
    let ended = Factor {
        ended_on: Some(day("2026-06-30")),
        ..library.clone()
    };
    assert!(ended.in_force(day("2026-06-30")).is_some());
    assert_eq!(ended.in_force(day("2026-07-01")), None);
    assert_eq!(library.waiting().count(), 2);
    assert!(library.is_taken(second, None) && library.is_taken(first, None));
    assert!(!library.is_taken(second, Some(Uuid::from_u128(4).into())));
}

#[test]
fn what_is_approved_or_sent_in_is_not_written_on() {
    let from = day("2025-01-01");
    for (state, open) in [
        (ApprovalState::Draft, true),
        (ApprovalState::Returned, true),
        (ApprovalState::Submitted, false),
        (ApprovalState::Approved, false),
    ] {
        let before = factor(
            FactorKind::HourlyCost,
            vec![
                value(1, from, 450, state),
                value(2, from, 460, ApprovalState::Approved),
            ],
        );
        let after = before.with(value(1, from, 470, ApprovalState::Draft));
        assert_eq!(after.is_some(), open, "{state:?}");
        if let Some(after) = after {
            let order: Vec<_> = after.values.iter().map(|one| one.value).collect();
            assert_eq!(
                order,
                [460.into(), 470.into()],
                "what was written last stands last"
            );
        }
    }
}

#[test]
fn an_approved_value_is_broken_by_what_changes_or_leaves_it_out() {
    let from = day("2025-01-01");
    let (first, second) = (
        value(1, from, 450, ApprovalState::Approved),
        value(2, from, 460, ApprovalState::Approved),
    );
    let draft = value(3, from, 1, ApprovalState::Draft);
    let before = factor(FactorKind::HourlyCost, vec![first.clone(), draft, second.clone()]);
    let with = |values: Vec<FactorValue>| factor(FactorKind::HourlyCost, values);
    assert_eq!(
        before.breaks(&with(vec![first.clone(), second.clone()])),
        None,
        "a draft may go"
    );
    let late = value(4, from, 500, ApprovalState::Approved);
    assert_eq!(
        before.breaks(&with(vec![first.clone(), second.clone(), late])),
        None
    );
    assert_eq!(before.breaks(&with(vec![first.clone()])), Some(&second));
    assert_eq!(
        before.breaks(&with(vec![second.clone(), first.clone()])),
        Some(&first),
        "the order says which holds"
    );
    let other = FactorValue {
        source: "En annan".to_owned(),
        ..second.clone()
    };
    assert_eq!(before.breaks(&with(vec![first.clone(), other])), Some(&second));
    let kind = factor(FactorKind::UnitValue, vec![first.clone(), second.clone()]);
    assert_eq!(before.breaks(&kind), Some(&first));
    let unit = Factor {
        unit: Some("ärende".to_owned()),
        ..with(vec![first.clone(), second])
    };
    assert_eq!(before.breaks(&unit), Some(&first));
}

#[test]
fn new_calculations_begin_with_the_rate_in_force() {
    let today = day("2025-06-01");
    let rate = |id: u128, name: &str, from: &str, of: i64| Factor {
        id: Uuid::from_u128(id).into(),
        name: name.to_owned(),
        ..factor(
            FactorKind::DiscountRate,
            vec![value(id, day(from), of, ApprovalState::Approved)],
        )
    };
    let hourly = factor(
        FactorKind::HourlyCost,
        vec![value(9, today, 450, ApprovalState::Approved)],
    );
    assert_eq!(default_rate(std::slice::from_ref(&hourly), today), None);
    let all = [
        hourly,
        rate(2, "B", "2025-01-01", 4),
        rate(3, "A", "2025-01-01", 3),
        rate(4, "C", "2025-07-01", 2),
    ];
    let (from, found) = default_rate(&all, today).expect("a rate");
    assert_eq!((from.name.as_str(), found.value), ("A", 3.into()));
}

#[test]
fn a_kind_says_whether_its_values_are_money_have_prices_and_stand_alone() {
    use FactorKind as K;
    for (kind, is_money, has_price_level, is_single) in [
        (K::HourlyCost, true, true, false),
        (K::DiscountRate, false, true, true),
        (K::FullTimeYearHours, false, false, false),
        (K::UnitValue, true, true, false),
    ] {
        let told = (kind.is_money(), kind.has_price_level(), kind.is_single());
        assert_eq!(told, (is_money, has_price_level, is_single), "{kind:?}");
    }
}

#[test]
fn a_factor_is_settled_by_its_first_approved_value() {
    let on = day("2025-01-01");
    let waiting = factor(
        FactorKind::HourlyCost,
        vec![value(1, on, 450, ApprovalState::Submitted)],
    );
    assert!(!waiting.is_settled());
    let approved = waiting
        .with(value(2, on, 460, ApprovalState::Approved))
        .expect("another");
    assert!(approved.is_settled());
    assert_eq!(approved.value(approved.values[1].id), Some(&approved.values[1]));
    assert_eq!(approved.value(Uuid::from_u128(9).into()), None);
}

#[test]
fn values_have_limits_by_kind() {
    for (kind, value, taken) in [
        (FactorKind::HourlyCost, "450.50", true),
        (FactorKind::HourlyCost, "450.505", false),
        (FactorKind::HourlyCost, "0", false),
        (FactorKind::FullTimeYearHours, "8784", true),
        (FactorKind::FullTimeYearHours, "8784.01", false),
        (FactorKind::DiscountRate, "0", true),
        (FactorKind::DiscountRate, "3.5000", true),
        (FactorKind::DiscountRate, "100.0001", false),
        (FactorKind::UnitValue, "-1.1999", true),
        (FactorKind::UnitValue, "0.00001", false),
    ] {
        let value: Decimal = value.parse().expect("a number");
        assert_eq!(kind.takes(value), taken, "{kind:?} {value}");
    }
}

prop_compose! {
    fn any_value()(id in 1_u128..1_000_000, from in 0_u64..40, of in 1_i64..1_000, state in 0_usize..4) -> FactorValue {
        let first = day("2025-01-01");
        let from = first.checked_add_days(chrono::Days::new(from)).expect("a day");
        value(id, from, of, ApprovalState::ALL[state])
    }
}

proptest! {
    #[test]
    fn nothing_later_and_nothing_unapproved_ever_holds(
        values in prop::collection::vec(any_value(), 0..12), on in 0_u64..50,
    ) {
        let on = day("2024-12-27").checked_add_days(chrono::Days::new(on)).expect("a day");
        let library = factor(FactorKind::HourlyCost, values);
        let could: Vec<_> = library.values.iter()
            .filter(|one| one.state == ApprovalState::Approved && one.from <= on)
            .collect();
        match library.in_force(on) {
            None => prop_assert!(could.is_empty()),
            Some(held) => {
                prop_assert!(could.iter().all(|one| one.from <= held.from));
                let of_day: Vec<_> = could.iter().filter(|one| one.from == held.from).collect();
                prop_assert!(std::ptr::eq(**of_day.last().expect("itself"), held));
            }
        }
    }

    #[test]
    fn writing_never_changes_what_held(
        values in prop::collection::vec(any_value(), 0..8), written in any_value(), on in 0_u64..50,
    ) {
        let on = day("2024-12-27").checked_add_days(chrono::Days::new(on)).expect("a day");
        let library = factor(FactorKind::HourlyCost, values);
        let written = FactorValue { state: ApprovalState::Draft, ..written };
        if let Some(after) = library.with(written) {
            prop_assert_eq!(library.in_force(on), after.in_force(on));
            prop_assert_eq!(library.breaks(&after), None);
        }
    }
}
