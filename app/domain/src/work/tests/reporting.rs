//! Reports and corrections on their way: whose work they are.

use super::*;
use crate::report::life::ReportStep;
use crate::standing::ReportHead;

/// Written by 7; its latest step was taken on the first of March.
fn on_its_way(state: ReportState, step: Option<(ReportStep, Option<&str>)>, comments: u32) -> WorkMaterial {
    let step = step.map(|(step, note)| (step, day("2025-03-01"), note.map(str::to_owned)));
    WorkMaterial {
        // A statement, so that nothing else waits.
        statements: vec![logged(ApprovalState::Approved, Finding::Confirmed, None)].into(),
        reports: vec![LoggedReport {
            head: ReportHead {
                id: ReportId(id(1)),
                title: "Återrapport".to_owned(),
                from_year: 2022,
                to_year: 2024,
                cut_off: day("2024-12-31"),
                state,
                decision: None,
                due: None,
                recipient: None,
            },
            edited_by: Some(AccountId(id(7))),
            step,
            open_comments: comments,
        }]
        .into(),
        ..material()
    }
}

fn waits(item: &WorkItem, role: Role, number: u128) -> bool {
    item.waits_for(role, &person(role, Scope::All, number))
}

#[test]
fn a_report_under_review_is_decided_by_leadership_that_has_not_written_in_it() {
    let review = Some((ReportStep::Review, None));
    let found = on_its_way(ReportState::UnderReview, review, 0).find(day(TODAY));
    let [item] = &found[..] else { panic!("{found:?}") };
    assert_eq!(item.kind, WorkKind::DecideReport);
    assert_eq!(item.day, Some(day("2025-03-01")));
    assert!(waits(item, Role::Leadership, 9));
    assert!(
        !waits(item, Role::Leadership, 7),
        "nobody decides what they wrote"
    );
    assert!(!waits(item, Role::SteeringUnit, 9));
}

#[test]
fn a_report_that_came_back_or_has_open_comments_is_the_steering_units() {
    let (review, back) = (
        Some((ReportStep::Review, None)),
        Some((ReportStep::Return, Some("Område 2"))),
    );
    for (state, step, comments, note) in [
        (ReportState::UnderReview, review, 1, None),
        (ReportState::Draft, back, 0, Some("Område 2")),
        (ReportState::Draft, back, 2, Some("Område 2")),
    ] {
        let found = on_its_way(state, step, comments).find(day(TODAY));
        let [item] = &found[..] else { panic!("{found:?}") };
        assert_eq!((item.kind, item.note.as_deref()), (WorkKind::MendReport, note));
        assert!(waits(item, Role::SteeringUnit, 7), "whoever wrote it mends it");
        assert!(!waits(item, Role::Leadership, 9));
    }
}

#[test]
fn a_report_that_nobody_has_sent_and_one_that_is_decided_wait_for_nobody() {
    let decided = Some((ReportStep::Decide, None));
    for (state, step) in [
        (ReportState::Draft, None),
        (ReportState::Decided, decided),
        (ReportState::Published, Some((ReportStep::Publish, None))),
    ] {
        let found = on_its_way(state, step, 0).find(day(TODAY));
        assert!(found.is_empty(), "{found:?}");
    }
}

#[test]
fn a_proposed_correction_is_decided_by_leadership_that_has_not_written_it() {
    let one = |number, written: Option<&str>| LoggedCorrection {
        id: ReportCorrectionId(id(number)),
        report: ReportId(id(1)),
        report_name: "Återrapport 2022–2024".to_owned(),
        correct: "Ärendena blev 12 procent färre.".to_owned(),
        edited_by: Some(AccountId(id(7))),
        written_on: written.map(day),
    };
    let material = WorkMaterial {
        corrections: vec![one(2, Some("2025-03-02")), one(1, Some("2025-02-01"))].into(),
        statements: vec![logged(ApprovalState::Approved, Finding::Confirmed, None)].into(),
        ..material()
    };
    let found = material.find(day(TODAY));
    let days: Vec<Option<NaiveDate>> = found.iter().map(|item| item.day).collect();
    assert_eq!(
        days,
        [Some(day("2025-02-01")), Some(day("2025-03-02"))],
        "the oldest first"
    );
    for item in &found {
        assert_eq!(item.kind, WorkKind::DecideCorrection);
        assert!(waits(item, Role::Leadership, 9) && !waits(item, Role::Leadership, 7));
        assert!(!waits(item, Role::SteeringUnit, 9));
    }
}
