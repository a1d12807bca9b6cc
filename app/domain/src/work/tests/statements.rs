//! Statements on their way, and those to follow up.

use super::*;

#[test]
fn a_statement_is_work_until_it_is_approved_and_then_what_it_says_is_there() {
    for (state, expected) in [
        (ApprovalState::Draft, vec![WorkKind::Draft]),
        (ApprovalState::Returned, vec![WorkKind::Returned]),
        (ApprovalState::Submitted, vec![WorkKind::Approve]),
        (ApprovalState::Approved, vec![]),
    ] {
        let mut m = material();
        m.statements = vec![logged(state, Finding::Confirmed, None)].into();
        assert_eq!(kinds(&m), expected, "{state:?}");
    }
}

#[test]
fn a_follow_up_is_due_the_day_after_its_day_and_stands_for_what_is_missing() {
    let mut m = material();
    let later = |on| logged(ApprovalState::Approved, Finding::PlannedFollowup, Some(on));
    m.statements = vec![later(TODAY)].into();
    assert_eq!(kinds(&m), [], "its day is today");
    m.statements = vec![later("2025-03-09")].into();
    let found = m.find(day(TODAY));
    assert_eq!(
        found.iter().map(|item| (item.kind, item.day)).collect::<Vec<_>>(),
        [(WorkKind::FollowUp, Some(day("2025-03-09")))]
    );
    // Something newer answers it.
    let mut answered = logged(ApprovalState::Approved, Finding::Partly, None);
    answered.statement.id = StatementId(id(2));
    m.statements.push(answered);
    assert_eq!(kinds(&m), []);
    // Something that is to take its place is the work instead.
    let answer = m.statements.last_mut().expect("the answer");
    answer.statement.state = ApprovalState::Draft;
    answer.statement.supersedes = Some(StatementId(id(1)));
    assert_eq!(kinds(&m), [WorkKind::Draft]);
}
