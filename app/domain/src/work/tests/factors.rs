//! Values of factors on their way: whose work they are.

use super::*;

#[test]
fn a_value_of_a_factor_waits_for_somebody_who_has_not_edited_it() {
    let mut m = material();
    m.benefits.clear();
    let value = |number: u128, state| LoggedFactorValue {
        id: id(number).into(),
        factor: id(1).into(),
        name: "Handläggare".to_owned(),
        from: day("2025-01-01"),
        state,
        editors: vec![AccountId(id(7)), AccountId(id(8))],
        review_note: Some("Källan saknas.".to_owned()),
    };
    m.factor_values = vec![
        value(1, ApprovalState::Submitted),
        value(2, ApprovalState::Returned),
        value(3, ApprovalState::Approved),
    ]
    .into();
    assert_eq!(kinds(&m), [WorkKind::ApproveFactor, WorkKind::WriteFactor]);
    let found = m.find(day(TODAY));
    let [approve, write] = &found[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (approve.note.as_deref(), write.note.as_deref()),
        (None, Some("Källan saknas."))
    );
    for (number, approves) in [(7, false), (8, false), (9, true)] {
        let who = person(Role::SteeringUnit, Scope::All, number);
        assert_eq!(approve.waits_for(Role::SteeringUnit, &who), approves, "{number}");
        assert!(write.waits_for(Role::SteeringUnit, &who), "{number}");
    }
    let reviewer = person(Role::Reviewer, Scope::All, 9);
    assert!(!approve.waits_for(Role::Reviewer, &reviewer));
}
