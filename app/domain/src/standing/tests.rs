use serde_json::json;

use super::*;
use crate::assessment::SubjectKey;
use crate::report_model::tests::{assessment, material};
use crate::report_model::{self, ReportMaterial};
use crate::testing::{all, id, read};

fn standing(change: impl FnOnce(&mut ReportMaterial)) -> Standing {
    let mut material = material();
    change(&mut material);
    report_model::standing(&material)
}

#[test]
fn a_report_is_called_by_its_title_with_its_years_once() {
    let head = |title: &str, from_year: i32| ReportHead {
        title: title.to_owned(),
        from_year,
        ..standing(|_| {}).report
    };
    assert_eq!(head("Återrapport", 2024).name(), "Återrapport 2024–2025");
    assert_eq!(
        head("Återrapport 2024-2025", 2024).name(),
        "Återrapport 2024-2025"
    );
    assert_eq!(
        (head("", 2024).period(), head("", 2025).period()),
        ("2024–2025".to_owned(), "2025".to_owned())
    );
}

#[test]
fn a_head_says_what_the_assignment_asks_for() {
    let found = standing(|material| {
        let assignment =
            json!({ "letter": "Regleringsbrev", "due": "2026-02-22", "recipient": "Regeringen" });
        material.report.assignment = Some(read(assignment));
    });
    assert_eq!(found.report.due, "2026-02-22".parse().ok());
    assert_eq!(found.report.recipient.as_deref(), Some("Regeringen"));
    assert_eq!(
        (standing(|_| {}).report.due, standing(|_| {}).report.recipient),
        (None, None)
    );
}

#[test]
fn evidence_ends_where_more_than_three_months_are_left_to_the_cut_off() {
    let ends = |cut_off: &str| {
        standing(|material| material.report.cut_off = cut_off.parse().expect("a day")).evidence_ends()
    };
    assert_eq!(ends("2025-12-31"), None, "ninety-two days");
    assert_eq!(ends("2026-01-01"), "2025-09-30".parse().ok());
    assert_eq!(
        standing(|material| material.statements.clear()).evidence_ends(),
        None,
        "nothing was known at all"
    );
}

#[test]
fn areas_are_found_by_number_and_groups_by_identity() {
    let found = standing(|_| {});
    assert_eq!(found.area("4.10").map(|area| area.name.as_str()), Some("Arkiv"));
    assert_eq!(found.area("4.1").map(|area| area.id), None);
    let group = |number| {
        found
            .group(BenefitGroupId(id(number)))
            .map(|group| group.code.as_str())
    };
    assert_eq!((group(1), group(2), group(3)), (Some("a"), Some("b"), None));
}

#[test]
fn there_is_a_whole_budget_where_every_area_has_one() {
    let budget = json!({ "from_year": 2024, "to_year": 2025, "amount": 500 });
    let one = standing(|material| material.areas[0].budgets = vec![read(budget.clone())]);
    assert_eq!((one.totals.budget, one.whole_budget()), (Some(Money(500)), None));
    let both = standing(|material| {
        for area in material.areas.iter_mut() {
            area.budgets = vec![read(budget.clone())];
        }
    });
    assert_eq!(both.whole_budget(), Some(Money(1_000)));
    assert_eq!(standing(|_| {}).whole_budget(), None);
}

fn judged(state: ReportState) -> Standing {
    standing(|material| {
        material.report.state = state;
        material.report.conflicts = vec![read(
            json!({ "groups": [id(1), id(2)], "text": "Det enas är det andras." }),
        )];
        material.assessments = all(vec![
            assessment(1, json!("whole"), "god", "draft"),
            assessment(2, json!({ "area": id(1) }), "god", "submitted"),
            assessment(3, json!({ "group": id(1) }), "god", "returned"),
        ]);
    })
}

#[test]
fn what_is_not_decided_is_kept_from_those_who_may_not_read_it() {
    for state in [ReportState::Draft, ReportState::UnderReview] {
        let mut found = judged(state).without_undecided();
        assert_eq!((found.assessment.take(), found.conflicts.len()), (None, 0));
        assert!(found.areas.iter().all(|area| area.assessment.is_none()));
        assert!(found.groups.iter().all(|group| group.assessment.is_none()));
    }
    for state in [ReportState::Decided, ReportState::Published] {
        assert_eq!(judged(state).without_undecided(), judged(state));
    }
}

#[test]
fn subjects_are_areas_groups_and_the_whole_and_come_so_far() {
    let subjects = judged(ReportState::Draft).subjects();
    let keys: Vec<String> = subjects.iter().map(|one| one.key.to_string()).collect();
    assert_eq!(keys, ["4.9", "4.10", "grupp/b", "grupp/a", "helhet"]);
    let open: Vec<bool> = subjects.iter().map(Judgeable::is_open).collect();
    assert_eq!(open, [false, true, true, true, true]);
    let progress = SubjectProgress::of(&subjects);
    assert_eq!(
        (
            progress.all,
            progress.settled,
            progress.drafts,
            progress.untouched()
        ),
        (5, 1, 2, 2)
    );
    for one in subjects {
        assert_eq!(one.key.to_string().parse::<SubjectKey>(), Ok(one.key));
    }
}

#[test]
fn a_gap_is_counted_among_what_it_could_be_of() {
    let found = standing(|material| {
        let deliveries = [1, 2].map(|_| json!({ "delivery": id(3), "reason": "Den hör dit." }));
        material.report.added = deliveries.map(read).to_vec();
    });
    use GapKind as K;
    for (kind, among) in [
        (K::Unmeasured, Some(1)),
        (K::Missing, Some(1)),
        (K::Undated, Some(3)),
        (K::WithoutCalculation, Some(1)),
        (K::WithoutPlan, Some(1)),
        (K::WithoutDelivery, None),
        (K::GroupsUnjudged, Some(2)),
        (K::AreasUnjudged, Some(2)),
        (K::Late, Some(3)),
        (K::PartlyDelivered, Some(3)),
        (K::SusNeedsAction, Some(3)),
        (K::PlannedFollowups, None),
    ] {
        assert_eq!(kind.out_of(&found), among, "{kind:?}");
    }
}
