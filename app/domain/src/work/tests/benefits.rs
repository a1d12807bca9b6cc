//! Benefits that nothing speaks for, and those that need a day or a unit.

use super::*;

#[test]
fn a_due_benefit_that_nothing_speaks_for_is_missing_since_its_delivery_came() {
    let mut m = material();
    let found = m.find(day(TODAY));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].kind, found[0].name.as_str(), found[0].day),
        (WorkKind::Missing, "Kortare väntan", Some(day("2024-10-02")))
    );
    m.benefits[0].expected_from = Some(day(TODAY));
    assert_eq!(m.find(day(TODAY))[0].day, Some(day(TODAY)));
    m.benefits[0].expected_from = Some(day("2025-03-11"));
    assert_eq!(kinds(&m), [], "it is not due until tomorrow");
    m.benefits[0].expected_from = None;
    m.benefits[0].state = BenefitState::WrittenOff;
    assert_eq!(kinds(&m), [], "nobody follows it any more");
}

#[test]
fn without_a_day_and_without_a_unit_a_benefit_needs_somebody() {
    let mut m = material();
    m.benefits[0].delivery = None;
    assert_eq!(kinds(&m), [WorkKind::Undated]);
    m.units = vec![Unit {
        id: UnitId(id(2)),
        name: "Kundmötet".to_owned(),
        kind: None,
        parent: None,
        valid_from: None,
        valid_to: Some(day(TODAY)),
    }]
    .into();
    assert_eq!(kinds(&m), [WorkKind::Undated], "it exists through today");
    m.units[0].valid_to = Some(day("2025-03-09"));
    assert_eq!(kinds(&m), [WorkKind::Undated, WorkKind::Orphaned]);
}
