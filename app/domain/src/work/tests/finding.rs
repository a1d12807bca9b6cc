//! What an item says, and in which order items stand.

use proptest::prelude::*;

use super::*;
use crate::id::{FollowUpRequestId, FollowUpRoundId};
use crate::round::{AskedAbout, FollowUpRequest, FollowUpRound, RoundPart, RoundState};

#[test]
fn an_item_says_what_the_reviewer_or_the_source_said() {
    let mut m = material();
    m.statements = vec![logged(ApprovalState::Returned, Finding::Confirmed, None)].into();
    let found = m.find(day(TODAY));
    assert_eq!(found[0].note.as_deref(), Some("Hur vet ni det?"));
    m.benefits.clear();
    m.statements.clear();
    m.deliveries[0].status = Reading::stated(DeliveryStatus::PartlyDelivered);
    m.deliveries[0].launches[0].planned = None;
    m.deliveries[0].upcoming = vec![Upcoming {
        what: "Resten".to_owned(),
        when: When::Day(day("2025-03-09")),
    }];
    let found = m.find(day(TODAY));
    assert_eq!(
        (found[0].kind, found[0].note.as_deref()),
        (WorkKind::Announced, Some("Resten"))
    );
}

#[test]
fn what_waits_longest_stands_first_and_of_one_day_what_was_begun_first() {
    let mut m = material();
    let written = |number: u128, on: Option<&str>| {
        let mut one = logged(ApprovalState::Draft, Finding::Confirmed, None);
        one.statement.id = StatementId(id(number));
        one.statement.text = format!("Utsaga {}", 9 - number);
        one.written_on = on.map(day);
        one
    };
    m.statements = vec![
        written(4, None),
        written(3, Some("2025-02-02")),
        written(2, Some("2025-02-02")),
        written(1, Some("2025-03-03")),
    ]
    .into();
    let found = m.find(day(TODAY));
    let order: Vec<_> = found.iter().map(|item| item.subject.clone()).collect();
    assert_eq!(
        order,
        [2, 3, 1, 4].map(|number| WorkSubject::Statement(StatementId(id(number))))
    );
}

#[test]
fn a_plan_is_asked_for_of_each_open_benefit_that_has_none() {
    let mut m = material();
    m.initiatives[0].development_object = Some(DevelopmentObject { since: None });
    m.benefits[0].expected_from = Some(day("2027-01-01"));
    let benefit = |number: u128, state| Benefit {
        id: BenefitId(id(number)),
        state,
        ..m.benefits[0].clone()
    };
    m.benefits = vec![
        benefit(1, BenefitState::Realising),
        benefit(2, BenefitState::WrittenOff),
        benefit(3, BenefitState::Realising),
    ]
    .into();
    m.plans = vec![plan(1)].into();
    let found = m.find(day(TODAY));
    let plans: Vec<_> = found
        .iter()
        .filter(|item| item.kind == WorkKind::Plan)
        .map(|item| item.subject.clone())
        .collect();
    assert_eq!(
        plans,
        [WorkSubject::Benefit(BenefitId(id(3)), Some(DeliveryId(id(1))))]
    );
}

#[test]
fn a_question_says_what_the_round_does_and_is_for_the_unit_of_its_benefit() {
    let mut m = material();
    m.rounds = vec![FollowUpRound {
        id: FollowUpRoundId(id(1)),
        year: 2025,
        part: RoundPart::Tertial1,
        due: day(TODAY),
        message: Some("Svara kort.".to_owned()),
        state: RoundState::Open,
        opened_on: None,
        closed_on: None,
        requests: vec![FollowUpRequest {
            id: FollowUpRequestId(id(1)),
            initiative: InitiativeId(id(1)),
            about: AskedAbout::Benefit(BenefitId(id(1))),
            unit: Some(UnitId(id(2))),
            rule: None,
            answer: None,
        }],
    }]
    .into();
    let found = m.find(day(TODAY));
    let question = found
        .iter()
        .find(|item| item.kind == WorkKind::Answer)
        .expect("it is asked");
    assert_eq!(
        (question.name.as_str(), question.note.as_deref()),
        ("Kortare väntan", Some("Svara kort."))
    );
    for (unit, waits) in [(2, true), (1, false)] {
        let hands = person(Role::BenefitOwner, Scope::Units(vec![UnitId(id(unit))]), 1);
        assert_eq!(question.waits_for(Role::BenefitOwner, &hands), waits, "{unit}");
    }
    assert!(
        found.iter().all(|item| item.kind != WorkKind::Missing),
        "it is answered there"
    );
}

#[test]
fn what_came_back_is_judged_first_and_what_was_sent_in_is_read() {
    let judged = |number: u128, subject, state| Assessment {
        id: crate::id::AssessmentId(id(number)),
        report: ReportId(id(1)),
        subject,
        level: None,
        components: Default::default(),
        motivation: String::new(),
        group_texts: Vec::new(),
        deviation_reason: None,
        state,
    };
    let area = |number: u128| {
        let area = serde_json::json!({ "id": id(number), "area_set": id(1), "number": format!("4.{number}"), "name": "Område" });
        serde_json::from_value(area).expect("an area")
    };
    let of = |number| AssessmentSubject::Area(crate::id::AreaId(id(number)));
    use AssessmentState as S;
    let mut m = material();
    m.benefits.clear();
    m.report = Some(OpenReport {
        report: serde_json::from_value(serde_json::json!({
            "id": id(1), "title": "Investeringar", "from_year": 2023, "to_year": 2024, "area_set": id(1),
            "grading_scheme": id(1), "cut_off": "2024-12-31",
        }))
        .expect("a report"),
        areas: vec![area(10), area(9), area(1)].into(),
        groups: Vec::new().into(),
        assessments: vec![
            judged(1, of(10), S::Returned),
            judged(2, of(9), S::Submitted),
            judged(3, AssessmentSubject::Whole, S::Decided),
        ]
        .into(),
    });
    let found = m.find(day(TODAY));
    let told: Vec<(WorkKind, String)> = found
        .iter()
        .filter_map(|item| match &item.subject {
            WorkSubject::Assessment(key, ..) => Some((item.kind, key.to_string())),
            _ => None,
        })
        .collect();
    let expected = [
        (WorkKind::Assess, "4.10"),
        (WorkKind::Assess, "4.1"),
        (WorkKind::ReadAssessment, "4.9"),
    ];
    let expected = expected.map(|(kind, key)| (kind, key.to_owned()));
    assert_eq!(told, expected, "nothing is left to do with what is decided");
}

proptest! {
    /// Whatever the day, a list holds each thing once, what waits longest first.
    #[test]
    fn a_list_is_in_order_and_holds_nothing_twice(offset in -2_000_i64..2_000, follow in -900_i64..900, state in 0_usize..4) {
        let today = day(TODAY) + chrono::Duration::days(offset);
        let mut m = material();
        let on = (day(TODAY) + chrono::Duration::days(follow)).to_string();
        m.statements = vec![logged(ApprovalState::ALL[state], Finding::TooEarly, Some(&on))].into();
        m.initiatives[0].development_object = Some(DevelopmentObject { since: None });
        let found = m.find(today);
        for (index, one) in found.iter().enumerate() {
            for other in &found[index + 1..] {
                prop_assert!(one.kind <= other.kind);
                prop_assert!(one.kind != other.kind || one.subject != other.subject);
            }
            prop_assert!(one.kind == WorkKind::Undated || one.day.is_none_or(|day| day <= today));
        }
        let said = |kind| found.iter().filter(|one| one.kind == kind).count();
        prop_assert!(said(WorkKind::FollowUp) + said(WorkKind::Missing) <= 1, "one gap is one piece of work");
    }
}
