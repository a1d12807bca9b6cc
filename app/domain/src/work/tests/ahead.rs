//! What comes into a calendar before it is work.

use super::measuring::followed;
use super::*;
use crate::work::AheadKind;

/// Kind, day and name.
fn coming(m: &WorkMaterial, from: &str, until: &str) -> Vec<(AheadKind, String, String)> {
    let found = m.ahead(day(from), day(until)).into_iter();
    found
        .map(|one| (one.kind, one.day.to_string(), one.item.name))
        .collect()
}

fn measured(day: &str) -> (AheadKind, String, String) {
    (AheadKind::Measure, day.to_owned(), "Väntetid".to_owned())
}

#[test]
fn periods_to_come_are_to_be_measured_by_their_days() {
    let m = followed(Some("2024-12-31"));
    let quarters = ["2025-04-30", "2025-07-30", "2025-10-30"].map(measured);
    assert_eq!(coming(&m, "2025-03-10", "2025-10-30"), quarters);
    assert_eq!(coming(&m, "2025-03-10", "2025-10-29"), quarters[..2]);
    // On its last day a period still is to come; the day after it is work.
    assert_eq!(coming(&m, "2025-03-31", "2025-05-31"), quarters[..1]);
    assert_eq!(coming(&m, "2025-04-01", "2025-05-31"), []);
    // What has been measured ahead of time is done.
    assert_eq!(
        coming(&followed(Some("2025-03-31")), "2025-03-10", "2025-05-31"),
        []
    );
    assert_eq!(
        coming(&followed(Some("2025-01-01")), "2025-03-10", "2025-05-31"),
        [],
        "what was measured within a period is of it, its first day too"
    );
    let mut m = followed(Some("2024-12-31"));
    m.measured.measures[0].ended = Some(day("2025-06-30"));
    assert_eq!(coming(&m, "2025-03-10", "2026-03-10"), quarters[..2]);
}

#[test]
fn what_a_plan_says_is_to_come_until_its_day() {
    let mut m = material();
    let mut plan = plan(1);
    plan.benefit = BenefitId(id(1));
    plan.follow_up_on = Some(When::Day(day("2025-06-01")));
    plan.activities.truncate(1);
    plan.activities[0].text = "Utbilda".to_owned();
    plan.activities[0].due = Some(When::Day(day("2025-04-01")));
    plan.activities[0].done_on = None;
    m.plans = vec![plan].into();
    let activity = (AheadKind::Activity, "2025-04-01".to_owned(), "Utbilda".to_owned());
    let follow_up = (
        AheadKind::FollowUp,
        "2025-06-01".to_owned(),
        "Kortare väntan".to_owned(),
    );
    assert_eq!(
        coming(&m, TODAY, "2026-03-10"),
        [activity.clone(), follow_up.clone()]
    );
    assert_eq!(
        coming(&m, "2025-04-01", "2026-03-10"),
        std::slice::from_ref(&follow_up)
    );
    m.plans[0].activities[0].done_on = Some(day(TODAY));
    assert_eq!(coming(&m, TODAY, "2026-03-10"), [follow_up]);
    m.benefits[0].state = BenefitState::Closed;
    assert_eq!(coming(&m, TODAY, "2026-03-10"), []);
}

#[test]
fn the_cut_off_of_an_open_report_is_to_come_for_those_who_judge_and_those_who_decide() {
    let mut m = material();
    let report = serde_json::json!({
        "id": id(1), "title": "Investeringar", "from_year": 2023, "to_year": 2025, "area_set": id(1),
        "grading_scheme": id(1), "cut_off": "2025-12-31",
    });
    m.report = Some(OpenReport {
        report: serde_json::from_value(report).expect("a report"),
        areas: Vec::new().into(),
        groups: Vec::new().into(),
        assessments: Vec::new().into(),
    });
    let found = m.ahead(day(TODAY), day("2025-12-31"));
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.kind, one.day, one.item.kind))
        .collect();
    let on = |kind| (AheadKind::CutOff, day("2025-12-31"), kind);
    assert_eq!(told, [on(WorkKind::Assess), on(WorkKind::ReadAssessment)]);
    assert_eq!(m.ahead(day(TODAY), day("2025-12-30")), []);
}

#[test]
fn the_day_of_a_round_that_is_sent_out_is_to_come_for_those_who_tend_it() {
    use crate::round::{FollowUpRound, RoundPart, RoundState};
    for (state, comes) in [
        (RoundState::Prepared, false),
        (RoundState::Open, true),
        (RoundState::Closed, false),
    ] {
        let mut m = material();
        m.rounds = vec![FollowUpRound {
            id: FollowUpRoundId(id(1)),
            year: 2025,
            part: RoundPart::Tertial1,
            due: day("2025-05-15"),
            message: None,
            state,
            opened_on: None,
            closed_on: None,
            requests: Vec::new(),
        }]
        .into();
        let found: Vec<_> = m
            .ahead(day(TODAY), day("2025-06-01"))
            .iter()
            .map(|one| (one.kind, one.day))
            .collect();
        let expected = comes.then(|| (AheadKind::Round, day("2025-05-15")));
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{state:?}");
    }
}
