//! Choosing what a round asks, from the same material.

use super::*;
use crate::round::{AskedAbout, Question, Selection};

const END: &str = "2025-04-30";

fn asked(m: &WorkMaterial, rules: &[Selection]) -> Vec<AskedAbout> {
    let questions = m.questions(rules, day(END), &[]);
    questions.into_iter().map(|question| question.about).collect()
}

const BENEFIT: AskedAbout = AskedAbout::Benefit(BenefitId(Uuid::from_u128(1)));
const DELIVERY: AskedAbout = AskedAbout::Delivery(DeliveryId(Uuid::from_u128(1)));

#[test]
fn a_benefit_is_asked_about_once_and_of_its_owner_while_that_exists() {
    let mut m = material();
    assert_eq!(asked(&m, &[]), []);
    assert_eq!(asked(&m, &[Selection::Missing, Selection::Due]), [BENEFIT]);
    // Of the rules that choose it the narrowest is told, in whatever order they are ticked.
    for (rules, told) in [
        (&[Selection::Due, Selection::Missing][..], Selection::Missing),
        (&[Selection::Due], Selection::Due),
    ] {
        let questions = m.questions(rules, day(END), &[]);
        assert_eq!(questions[0].rule, told);
    }
    m.units = vec![Unit {
        id: UnitId(id(2)),
        name: "Kundmötet".to_owned(),
        kind: None,
        parent: None,
        valid_from: None,
        valid_to: Some(day(END)),
    }]
    .into();
    let units = |m: &WorkMaterial| {
        let questions = m.questions(&[Selection::Due], day(END), &[]);
        questions
            .into_iter()
            .map(|one: Question| one.unit)
            .collect::<Vec<_>>()
    };
    assert_eq!(units(&m), [Some(UnitId(id(2)))]);
    m.units[0].valid_to = Some(day("2025-04-29"));
    assert_eq!(units(&m), [None], "a unit that has ended does not answer");
    m.benefits[0].state = BenefitState::Closed;
    assert_eq!(asked(&m, &Selection::ALL), [], "nobody follows it any more");
}

#[test]
fn what_has_an_answer_is_due_but_not_missing() {
    let mut m = material();
    m.statements = vec![logged(ApprovalState::Approved, Finding::Confirmed, None)].into();
    assert_eq!(asked(&m, &[Selection::Missing, Selection::FollowUps]), []);
    assert_eq!(asked(&m, &[Selection::Due]), [BENEFIT]);
    m.initiatives[0].status = Reading::stated(InitiativeStatus::Stopped);
    assert_eq!(asked(&m, &[Selection::Due]), [], "nothing more comes of it");
}

#[test]
fn a_follow_up_is_asked_about_when_its_day_comes_within_the_period() {
    let mut m = material();
    for (on, comes) in [(END, true), ("2025-05-01", false)] {
        m.statements = vec![logged(ApprovalState::Approved, Finding::TooEarly, Some(on))].into();
        let expected = if comes { vec![BENEFIT] } else { vec![] };
        assert_eq!(asked(&m, &[Selection::FollowUps]), expected, "{on}");
    }
}

#[test]
fn a_delivery_is_asked_about_when_it_was_to_come_within_the_period() {
    let mut m = material();
    m.deliveries[0].status = Reading::stated(DeliveryStatus::Planned);
    m.deliveries[0].launches[0].actual = None;
    for (planned, comes) in [(END, true), ("2025-05-01", false)] {
        m.deliveries[0].launches[0].planned = Some(When::Day(day(planned)));
        let expected = if comes { vec![DELIVERY] } else { vec![] };
        assert_eq!(asked(&m, &[Selection::Deliveries]), expected, "{planned}");
    }
}

#[test]
fn questions_stand_in_the_order_of_their_initiatives_names() {
    let mut m = material();
    m.deliveries[0].status = Reading::stated(DeliveryStatus::Planned);
    m.deliveries[0].launches[0].actual = None;
    m.deliveries[0].launches[0].planned = Some(When::Day(day(END)));
    m.initiatives[0].name = "Ärendestöd".to_owned();
    let (mut initiative, mut delivery) = (m.initiatives[0].clone(), m.deliveries[0].clone());
    initiative.id = InitiativeId(id(2));
    initiative.name = "avtal".to_owned();
    delivery.id = DeliveryId(id(2));
    delivery.initiative = initiative.id;
    m.initiatives = vec![m.initiatives[0].clone(), initiative].into();
    m.deliveries = vec![m.deliveries[0].clone(), delivery].into();
    let second = AskedAbout::Delivery(DeliveryId(id(2)));
    assert_eq!(asked(&m, &[Selection::Deliveries]), [second, DELIVERY]);
}
