//! Freed time on its way: whose work it is.

use super::*;
use crate::id::FreedTimeId;

/// Written by 7 and then by 8.
fn logged_time(state: ApprovalState) -> WorkMaterial {
    WorkMaterial {
        // A statement, so that nothing else waits.
        statements: vec![logged(ApprovalState::Approved, Finding::Confirmed, None)].into(),
        freed_times: vec![LoggedFreedTime {
            id: FreedTimeId(id(1)),
            benefit: BenefitId(id(1)),
            year: 2024,
            state,
            edited_by: Some(AccountId(id(8))),
            editors: vec![AccountId(id(7)), AccountId(id(8))],
            review_note: Some("Hur har ni mätt?".to_owned()),
            reviewed_on: Some(day("2025-02-01")),
        }]
        .into(),
        ..material()
    }
}

#[test]
fn freed_time_is_approved_by_those_who_have_not_written_in_it_and_mended_by_the_latest_who_has() {
    for (state, kind, note) in [
        (ApprovalState::Draft, WorkKind::WriteFreedTime, None),
        (
            ApprovalState::Returned,
            WorkKind::WriteFreedTime,
            Some("Hur har ni mätt?"),
        ),
        (ApprovalState::Submitted, WorkKind::ApproveFreedTime, None),
    ] {
        let found = logged_time(state).find(day(TODAY));
        let [item] = &found[..] else { panic!("{found:?}") };
        assert_eq!((item.kind, item.note.as_deref()), (kind, note), "{state:?}");
        assert_eq!(item.day, note.map(|_| day("2025-02-01")), "{state:?}");
        assert_eq!(item.name, "Kortare väntan");
        assert_eq!(
            item.subject,
            WorkSubject::FreedTime(FreedTimeId(id(1)), 2024, state)
        );
        let waits = |role, number| item.waits_for(role, &person(role, Scope::All, number));
        let own = kind == WorkKind::WriteFreedTime;
        for (number, writes, approves) in [(7, false, false), (8, true, false), (9, false, true)] {
            let expected = if own { writes } else { approves };
            assert_eq!(
                waits(Role::PortfolioManager, number),
                expected,
                "{state:?} {number}"
            );
        }
        assert_eq!(waits(Role::Reviewer, 9), !own);
        assert_eq!(waits(Role::SteeringUnit, 9), !own);
        assert!(!waits(Role::Leadership, 9));
        let owner = |unit| person(Role::BenefitOwner, Scope::Units(vec![UnitId(id(unit))]), 9);
        assert_eq!(item.waits_for(Role::BenefitOwner, &owner(2)), !own);
        assert!(
            !item.waits_for(Role::BenefitOwner, &owner(1)),
            "the benefit is another's"
        );
    }
    assert_eq!(kinds(&logged_time(ApprovalState::Approved)), []);
}
