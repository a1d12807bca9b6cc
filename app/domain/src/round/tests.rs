use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;

use super::*;
use crate::testing::id;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn moment() -> DateTime<Utc> {
    "2025-05-02T08:00:00Z".parse().expect("a moment")
}

fn request(number: u128, unit: Option<u128>, answer: Option<AnswerKind>) -> FollowUpRequest {
    FollowUpRequest {
        id: FollowUpRequestId(id(number)),
        initiative: InitiativeId(id(1)),
        about: AskedAbout::Benefit(BenefitId(id(number))),
        unit: unit.map(|unit| UnitId(id(unit))),
        rule: None,
        answer: answer.map(|kind| RoundAnswer {
            kind,
            at: moment(),
            statement: None,
            note: None,
        }),
    }
}

fn round(state: RoundState, requests: Vec<FollowUpRequest>) -> FollowUpRound {
    FollowUpRound {
        id: FollowUpRoundId(id(1)),
        year: 2025,
        part: RoundPart::Tertial1,
        due: day("2025-05-15"),
        message: None,
        state,
        opened_on: None,
        closed_on: None,
        requests,
    }
}

#[test]
fn a_part_ends_with_its_last_month() {
    for (part, last) in [
        (RoundPart::Tertial1, "2025-04-30"),
        (RoundPart::Tertial2, "2025-08-31"),
        (RoundPart::Tertial3, "2025-12-31"),
        (RoundPart::Year, "2025-12-31"),
    ] {
        assert_eq!(part.last_day(2025), Some(day(last)), "{part:?}");
    }
    for (on, ended) in [
        ("2025-01-01", (2024, RoundPart::Tertial3)),
        ("2025-04-30", (2024, RoundPart::Tertial3)),
        ("2025-05-01", (2025, RoundPart::Tertial1)),
        ("2025-08-31", (2025, RoundPart::Tertial1)),
        ("2025-09-01", (2025, RoundPart::Tertial2)),
        ("2025-12-31", (2025, RoundPart::Tertial2)),
    ] {
        assert_eq!(RoundPart::ended_before(day(on)), ended, "{on}");
    }
}

#[test]
fn a_round_goes_out_once_is_closed_and_may_open_again() {
    use RoundState as S;
    assert_eq!(S::ALL.map(S::next), [S::Open, S::Closed, S::Open]);
}

#[test]
fn what_is_withdrawn_is_neither_asked_nor_answered() {
    let round = round(
        RoundState::Open,
        vec![
            request(1, Some(1), None),
            request(2, Some(1), Some(AnswerKind::Stated)),
            request(3, None, Some(AnswerKind::NothingNew)),
            request(4, None, Some(AnswerKind::Withdrawn)),
        ],
    );
    let tally = round.tally();
    assert_eq!((tally.asked, tally.answered, tally.open()), (3, 2, 1));
    let by_unit = round.by_unit();
    assert_eq!(by_unit[&Some(UnitId(id(1)))].open(), 1);
    assert_eq!(
        by_unit[&None],
        RoundTally {
            asked: 1,
            answered: 1
        }
    );
}

#[test]
fn only_an_open_round_waits_and_is_overdue_the_day_after() {
    for (state, waits) in [
        (RoundState::Prepared, 0),
        (RoundState::Open, 1),
        (RoundState::Closed, 0),
    ] {
        let round = round(state, vec![request(1, None, None)]);
        assert_eq!(round.waiting().count(), waits, "{state:?}");
        assert!(!round.is_overdue(day("2025-05-15")));
        assert_eq!(
            round.is_overdue(day("2025-05-16")),
            state == RoundState::Open,
            "{state:?}"
        );
    }
}

proptest! {
    #[test]
    fn those_who_are_asked_add_up_to_the_round(kinds in prop::collection::vec((0_usize..5, 0_u128..4), 0..40)) {
        let requests = kinds.iter().enumerate().map(|(number, (kind, unit))| {
            let unit = (*unit > 0).then_some(*unit);
            request(number as u128, unit, AnswerKind::ALL.get(*kind).copied())
        });
        let round = round(RoundState::Open, requests.collect());
        let sum = round.by_unit().into_values().fold((0, 0), |(asked, answered), tally| {
            (asked + tally.asked, answered + tally.answered)
        });
        let whole = round.tally();
        prop_assert_eq!(sum, (whole.asked, whole.answered));
        prop_assert_eq!(whole.open(), round.waiting().count());
        prop_assert!(whole.answered <= whole.asked);
    }
}
