use chrono::Duration;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::benefit::{BenefitState, NotMeasurable, ValueClass};
use crate::delivery::Launch;
use crate::id::{BenefitId, DeliveryId, GradingSchemeId, InitiativeId};
use crate::reading::Reading;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

const CUT_OFF: &str = "2024-12-31";

fn scheme() -> GradingScheme {
    GradingScheme::standard(GradingSchemeId(Uuid::nil()))
}

fn benefit() -> Benefit {
    Benefit {
        id: BenefitId(Uuid::nil()),
        initiative: InitiativeId(Uuid::nil()),
        delivery: Some(DeliveryId(Uuid::nil())),
        ordinal: 0,
        groups: Vec::new(),
        title: None,
        description: "Kortare handläggning".to_owned(),
        value_class: ValueClass::NotStated,
        owner: None,
        recipient: None,
        expected_from: None,
        expected_to: None,
        unplanned: false,
        state: BenefitState::Identified,
        not_measurable: None,
        figures: Vec::new(),
    }
}

fn delivery(status: DeliveryStatus) -> Delivery {
    Delivery {
        id: DeliveryId(Uuid::nil()),
        initiative: InitiativeId(Uuid::nil()),
        area: None,
        ordinal: 0,
        name: "Ny process".to_owned(),
        description: String::new(),
        launches: vec![Launch {
            what: String::new(),
            planned: Some(When::Year(2025)),
            actual: None,
        }],
        upcoming: Vec::new(),
        status: Reading::stated(status),
        figures: Vec::new(),
        note: None,
    }
}

fn found(finding: Finding) -> StatementEvidence {
    StatementEvidence {
        finding,
        as_of: day(CUT_OFF),
        follow_up: None,
        state: ApprovalState::Approved,
        superseded: false,
    }
}

fn judged(statements: &[StatementEvidence]) -> Evidence {
    judge(
        &benefit(),
        Some(&delivery(DeliveryStatus::Delivered)),
        statements,
        &[],
        &scheme(),
        day(CUT_OFF),
    )
}

#[test]
fn the_score_is_the_mean_of_the_findings_that_have_one() {
    let evidence = judged(&[
        found(Finding::Confirmed),
        found(Finding::Partly),
        found(Finding::Negative),
        found(Finding::TooEarly),
        found(Finding::NotEvaluated),
    ]);
    assert_eq!(evidence.state, EvidenceState::Stated);
    assert_eq!(evidence.score, Some(Percent::new(Decimal::new(375, 1))));
}

#[test]
fn nothing_logged_and_only_not_evaluated_are_missing_without_a_score() {
    for statements in [vec![], vec![found(Finding::NotEvaluated)]] {
        let evidence = judged(&statements);
        assert_eq!((evidence.state, evidence.score), (EvidenceState::Missing, None));
    }
}

#[test]
fn only_later_is_too_early_until_its_day_has_passed() {
    let mut later = found(Finding::PlannedFollowup);
    later.follow_up = Some(When::Year(2024));
    assert_eq!(
        judged(&[later]).state,
        EvidenceState::TooEarly,
        "the last day of the year is not over"
    );
    later.follow_up = Some(When::Month {
        year: 2024,
        month: 11,
    });
    assert_eq!(judged(&[later]).state, EvidenceState::Missing);
    let open = found(Finding::TooEarly);
    assert_eq!(judged(&[open]).state, EvidenceState::TooEarly);
    assert_eq!(
        judged(&[open, found(Finding::NotEvaluated)]).state,
        EvidenceState::Missing
    );
}

#[test]
fn what_is_not_approved_or_is_superseded_or_later_does_not_count() {
    let confirmed = found(Finding::Confirmed);
    let draft = StatementEvidence {
        state: ApprovalState::Draft,
        ..confirmed
    };
    let submitted = StatementEvidence {
        state: ApprovalState::Submitted,
        ..confirmed
    };
    let returned = StatementEvidence {
        state: ApprovalState::Returned,
        ..confirmed
    };
    let superseded = StatementEvidence {
        superseded: true,
        ..confirmed
    };
    let later = StatementEvidence {
        as_of: day("2025-01-01"),
        ..confirmed
    };
    for statement in [draft, submitted, returned, superseded, later] {
        assert_eq!(
            judged(&[statement]).state,
            EvidenceState::Missing,
            "{statement:?}"
        );
    }
}

/// What is stated of a later day takes nothing from what was known before it: a report's cut-off is not
/// rewritten by what is found afterwards. A correction of the same day does.
#[test]
fn what_takes_the_place_of_another_does_so_from_its_own_day() {
    let id = Uuid::from_u128;
    let statement = |number: u128, as_of: &str, supersedes: Option<u128>| -> Statement {
        let json = serde_json::json!({
            "id": id(number), "initiative": id(1), "groups": [], "benefits": [], "ordinal": number, "text": "Väntan är kortare.",
            "as_of": { "value": as_of }, "finding": { "value": "confirmed" }, "state": "approved",
            "supersedes": supersedes.map(id),
        });
        serde_json::from_value(json).expect("a statement")
    };
    let before = statement(1, "2024-12-31", None);
    for (of_day, counts) in [("2025-01-01", 1), ("2024-12-31", 2), ("2024-11-30", 2)] {
        let all = [before.clone(), statement(2, of_day, Some(1))];
        let counting = counting(&all, day("2024-12-31"));
        let ids: Vec<u128> = counting.iter().map(|one| one.id.0.as_u128()).collect();
        assert_eq!(ids, [counts], "{of_day}");
    }
}

#[test]
fn a_planned_delivery_is_not_due_until_it_is_late() {
    let planned = delivery(DeliveryStatus::Planned);
    let confirmed = [found(Finding::Confirmed)];
    let early = judge(
        &benefit(),
        Some(&planned),
        &confirmed,
        &[],
        &scheme(),
        day(CUT_OFF),
    );
    assert_eq!((early.state, early.score), (EvidenceState::NotDue, None));
    let late = judge(&benefit(), Some(&planned), &[], &[], &scheme(), day("2026-01-01"));
    assert_eq!(late.state, EvidenceState::Missing);
}

#[test]
fn a_cancelled_delivery_leaves_its_benefit_missing() {
    let cancelled = delivery(DeliveryStatus::Cancelled);
    let evidence = judge(&benefit(), Some(&cancelled), &[], &[], &scheme(), day(CUT_OFF));
    assert_eq!(evidence.state, EvidenceState::Missing);
}

#[test]
fn expected_later_is_not_due_and_without_delivery_and_date_it_is_listed() {
    let delivered = delivery(DeliveryStatus::Delivered);
    let mut later = benefit();
    later.expected_from = Some(day("2025-01-01"));
    let evidence = judge(&later, Some(&delivered), &[], &[], &scheme(), day(CUT_OFF));
    assert_eq!((evidence.state, evidence.undated), (EvidenceState::NotDue, false));
    later.expected_from = Some(day(CUT_OFF));
    assert_eq!(
        judge(&later, Some(&delivered), &[], &[], &scheme(), day(CUT_OFF)).state,
        EvidenceState::Missing
    );
    let loose = Benefit {
        delivery: None,
        ..benefit()
    };
    let evidence = judge(&loose, None, &[], &[], &scheme(), day(CUT_OFF));
    assert_eq!((evidence.state, evidence.undated), (EvidenceState::NotDue, true));
}

#[test]
fn a_declaration_only_stands_where_words_say_nothing() {
    let declared = Benefit {
        not_measurable: Some(NotMeasurable {
            reason: "Går inte".to_owned(),
            approver: "Granskare".to_owned(),
        }),
        ..benefit()
    };
    let delivered = delivery(DeliveryStatus::Delivered);
    let state = |statements: &[StatementEvidence]| {
        judge(
            &declared,
            Some(&delivered),
            statements,
            &[],
            &scheme(),
            day(CUT_OFF),
        )
        .state
    };
    assert_eq!(state(&[]), EvidenceState::NotMeasurable);
    assert_eq!(state(&[found(Finding::Confirmed)]), EvidenceState::Stated);
    assert_eq!(state(&[found(Finding::TooEarly)]), EvidenceState::TooEarly);
}

fn any_statement() -> impl Strategy<Value = StatementEvidence> {
    (
        0_usize..7,
        -400_i64..400,
        proptest::option::of(-400_i64..400),
        0_usize..4,
        any::<bool>(),
    )
        .prop_map(
            |(finding, offset, follow_up, state, superseded)| StatementEvidence {
                finding: Finding::ALL[finding],
                as_of: day(CUT_OFF) + Duration::days(offset),
                follow_up: follow_up.map(|days| When::Day(day(CUT_OFF) + Duration::days(days))),
                state: [
                    ApprovalState::Draft,
                    ApprovalState::Submitted,
                    ApprovalState::Approved,
                    ApprovalState::Returned,
                ][state],
                superseded,
            },
        )
}

proptest! {
    /// Each state's own condition, written out once more from the rules; the one given is the first.
    #[test]
    fn the_state_is_the_first_that_fits(
        statements in proptest::collection::vec(any_statement(), 0..5),
        status in 0_usize..4,
        planned_offset in -400_i64..400,
        expected_offset in proptest::option::of(-400_i64..400),
        has_delivery in any::<bool>(),
        declared in any::<bool>(),
    ) {
        let as_of = day(CUT_OFF);
        let mut delivery = delivery(DeliveryStatus::ALL[status]);
        delivery.launches[0].planned = Some(When::Day(as_of + Duration::days(planned_offset)));
        let delivery = has_delivery.then_some(delivery);
        let mut subject = benefit();
        subject.expected_from = expected_offset.map(|days| as_of + Duration::days(days));
        subject.not_measurable = declared
            .then(|| NotMeasurable { reason: "r".to_owned(), approver: "a".to_owned() });

        let counting: Vec<_> = statements
            .iter()
            .filter(|s| s.state == ApprovalState::Approved && !s.superseded && s.as_of <= as_of)
            .collect();
        let scores = [Finding::Confirmed, Finding::Partly, Finding::None, Finding::Negative];
        let late = planned_offset < 0;
        let not_due = delivery.as_ref().is_some_and(|d| d.status.value == DeliveryStatus::Planned && !late)
            || expected_offset.is_some_and(|days| days > 0)
            || (delivery.is_none() && expected_offset.is_none());
        let stated = counting.iter().any(|s| scores.contains(&s.finding));
        let too_early = !counting.is_empty() && counting.iter().all(|s| {
            [Finding::TooEarly, Finding::PlannedFollowup].contains(&s.finding)
                && s.follow_up.and_then(When::last_day).is_none_or(|last| last >= as_of)
        });
        let expected = if not_due { EvidenceState::NotDue }
            else if stated { EvidenceState::Stated }
            else if too_early { EvidenceState::TooEarly }
            else if declared { EvidenceState::NotMeasurable }
            else { EvidenceState::Missing };

        let evidence = judge(&subject, delivery.as_ref(), &statements, &[], &scheme(), as_of);
        prop_assert_eq!(evidence.state, expected);
        prop_assert_eq!(evidence.score.is_some(), expected == EvidenceState::Stated);
        if let Some(score) = evidence.score {
            prop_assert!(score >= Percent::ZERO && score <= Percent::new(Decimal::new(75, 0)));
        }
    }
}

fn goal(percent: i64, first: &str) -> GoalStanding {
    GoalStanding {
        goal: crate::id::EffectGoalId(Uuid::nil()),
        benefit: Some(BenefitId(Uuid::nil())),
        measure: crate::id::MeasureId(Uuid::nil()),
        name: "Felandel".to_owned(),
        unit: "%".to_owned(),
        split: crate::measure::Split::whole(),
        baseline: None,
        target: None,
        first_day: Some(day(first)),
        actual: None,
        outcome: GoalOutcome::Measured {
            fulfilment: Percent::new(Decimal::from(percent)),
        },
        original: None,
    }
}

fn with_goals(goals: &[GoalStanding], statements: &[StatementEvidence]) -> Evidence {
    let delivered = delivery(DeliveryStatus::Delivered);
    judge(
        &benefit(),
        Some(&delivered),
        statements,
        goals,
        &scheme(),
        day(CUT_OFF),
    )
}

#[test]
fn what_was_measured_is_what_counts_whatever_is_said() {
    let said = [found(Finding::Confirmed)];
    let evidence = with_goals(&[goal(20, "2024-12-31")], &said);
    assert_eq!(evidence.state, EvidenceState::Measured);
    assert_eq!(evidence.score, Some(Percent::new(Decimal::from(20))));
}

#[test]
fn each_goal_is_capped_before_they_are_put_together() {
    let goals = [goal(140, "2024-01-01"), goal(-60, "2024-01-01")];
    let evidence = with_goals(&goals, &[]);
    assert_eq!(evidence.score, Some(Percent::new(Decimal::from(50))));
    assert!(goals_differ(&goals));
    assert!(!goals_differ(&[goal(140, "2024-01-01"), goal(1, "2024-01-01")]));
    assert!(!goals_differ(&[goal(0, "2024-01-01"), goal(-1, "2024-01-01")]));
    assert!(!goals_differ(&[]));
}

#[test]
fn nothing_is_due_before_the_first_target_that_somebody_has_approved() {
    let late = goal(90, "2025-01-01");
    assert_eq!(
        with_goals(std::slice::from_ref(&late), &[]).state,
        EvidenceState::NotDue
    );
    assert_eq!(
        with_goals(&[late.clone(), goal(90, "2024-12-31")], &[]).state,
        EvidenceState::Measured
    );
    let mut unapproved = late;
    unapproved.outcome = GoalOutcome::Unapproved;
    assert_eq!(with_goals(&[unapproved], &[]).state, EvidenceState::Missing);
}

#[test]
fn a_goal_without_an_outcome_leaves_it_to_what_is_said() {
    let mut unmeasured = goal(0, "2024-12-31");
    for outcome in [
        GoalOutcome::NotMeasured,
        GoalOutcome::WithoutBaseline { met: Some(true) },
    ] {
        unmeasured.outcome = outcome;
        let goals = [unmeasured.clone()];
        assert_eq!(
            with_goals(&goals, &[found(Finding::Partly)]).state,
            EvidenceState::Stated
        );
        assert_eq!(with_goals(&goals, &[]).state, EvidenceState::Missing);
    }
}
