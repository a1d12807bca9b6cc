//! What is to be measured, by when, and whose work it is.

use rust_decimal::Decimal;

use super::*;
use crate::effect_goal::material::GoalMaterial;
use crate::effect_goal::{Baseline, EffectGoal, GoalVersion, Target};
use crate::measure::{Aggregation, Cadence, Definition, Direction, Measure, MeasureUse, Split};

const MEASURE: MeasureId = MeasureId(Uuid::from_u128(1));

fn measure(frequency: Option<Cadence>) -> Measure {
    Measure {
        id: MEASURE,
        name: "Väntetid".to_owned(),
        used_for: MeasureUse::NotStated,
        without_target: None,
        ended: None,
        definitions: vec![Definition {
            number: 1,
            from: None,
            definition: "Dagar från ansökan till beslut".to_owned(),
            formula: None,
            rationale: None,
            source: None,
            unit: None,
            direction: Direction::Lower,
            aggregation: Aggregation::Latest,
            per: 100,
            numerator: None,
            denominator: None,
            frequency,
            dimensions: Vec::new(),
            note: None,
            reason: None,
        }],
    }
}

fn goal(baseline: Option<When>) -> EffectGoal {
    EffectGoal {
        id: EffectGoalId(id(1)),
        benefit: Some(BenefitId(id(1))),
        measure: MEASURE,
        ordinal: 1,
        split: Split::whole(),
        claim: Decimal::ONE_HUNDRED,
        window: None,
        versions: vec![GoalVersion {
            number: 1,
            definition: 1,
            baseline: Some(Baseline {
                value: Decimal::from(40),
                when: baseline,
                source: None,
            }),
            targets: vec![Target {
                day: day("2027-12-31"),
                value: Decimal::from(5),
            }],
            method: None,
            reason: None,
            state: ApprovalState::Approved,
        }],
    }
}

/// The benefit has a goal that is measured every quarter, and a statement so that nothing else waits.
pub(super) fn followed(measured: Option<&str>) -> WorkMaterial {
    WorkMaterial {
        measured: GoalMaterial {
            measures: vec![measure(Some(Cadence::Quarter))].into(),
            goals: vec![goal(None)].into(),
            measurements: Vec::new().into(),
        },
        measured_until: vec![MeasuredUntil {
            measure: MEASURE,
            complete: measured.map(day),
            any: measured.map(day),
        }]
        .into(),
        statements: vec![logged(ApprovalState::Approved, Finding::Confirmed, None)].into(),
        ..material()
    }
}

/// Kind, first and latest period, and by when.
fn asked(m: &WorkMaterial, on: &str) -> Option<(WorkKind, String, String, Option<NaiveDate>)> {
    let mut found = m.find(day(on)).into_iter().filter_map(|item| match item.subject {
        WorkSubject::Measure { first, latest, .. } => {
            Some((item.kind, first.to_string(), latest.to_string(), item.day))
        }
        _ => None,
    });
    let one = found.next();
    assert_eq!(found.next(), None, "a measure is one piece of work");
    one
}

#[test]
fn a_period_is_to_be_measured_from_the_day_after_it_and_late_once_its_days_have_passed() {
    let m = followed(Some("2024-12-31"));
    let quarter = |kind| {
        let by = Some(day("2025-04-30"));
        Some((kind, "2025-Q1".to_owned(), "2025-Q1".to_owned(), by))
    };
    for (on, expected) in [
        ("2025-03-30", None),
        ("2025-03-31", None),
        ("2025-04-01", quarter(WorkKind::Measure)),
        ("2025-04-30", quarter(WorkKind::Measure)),
        ("2025-05-01", quarter(WorkKind::LateMeasure)),
        ("2025-06-30", quarter(WorkKind::LateMeasure)),
    ] {
        assert_eq!(asked(&m, on), expected, "{on}");
    }
    assert_eq!(asked(&followed(Some("2025-03-31")), "2025-06-30"), None);
}

#[test]
fn what_was_missed_stays_late_when_the_next_period_is_over() {
    let m = followed(Some("2024-12-31"));
    let expected = (
        WorkKind::LateMeasure,
        "2025-Q1".to_owned(),
        "2025-Q2".to_owned(),
        Some(day("2025-04-30")),
    );
    assert_eq!(asked(&m, "2025-07-01"), Some(expected));
}

#[test]
fn a_measurement_within_a_period_is_that_periods() {
    assert_eq!(asked(&followed(Some("2025-02-10")), "2025-04-01"), None);
}

#[test]
fn each_length_has_its_own_days() {
    for (cadence, by) in [
        (Cadence::Month, "2025-01-14"),
        (Cadence::Quarter, "2025-01-30"),
        (Cadence::Tertial, "2025-01-30"),
        (Cadence::HalfYear, "2025-02-14"),
        (Cadence::Year, "2025-03-01"),
    ] {
        let found = ToMeasure::find(cadence, None, day("2025-01-01")).expect("a period was over");
        assert_eq!(found.by, day(by), "{cadence:?}");
        assert!(!found.is_late(day(by)) && found.is_late(day(by).succ_opt().expect("a day")));
    }
}

#[test]
fn nothing_is_asked_of_what_the_baseline_or_another_definition_covers() {
    let mut m = followed(None);
    m.measured.goals = vec![goal(Some(When::Year(2025)))].into();
    assert_eq!(asked(&m, "2026-03-31"), None);
    assert!(asked(&m, "2026-04-01").is_some());
    let mut m = followed(None);
    m.measured.measures[0].definitions[0].from = Some(day("2025-02-01"));
    assert_eq!(asked(&m, "2025-06-30"), None, "no whole period by it is over");
    assert!(asked(&m, "2025-07-01").is_some());
}

#[test]
fn only_what_is_followed_is_to_be_measured() {
    let on = "2025-04-01";
    let without = |change: &dyn Fn(&mut WorkMaterial)| {
        let mut m = followed(Some("2024-12-31"));
        change(&mut m);
        asked(&m, on)
    };
    assert!(without(&|_| {}).is_some());
    for state in [
        BenefitState::Closed,
        BenefitState::WrittenOff,
        BenefitState::Replaced,
    ] {
        assert_eq!(without(&|m| m.benefits[0].state = state), None, "{state:?}");
    }
    for status in [InitiativeStatus::Stopped, InitiativeStatus::Proposed] {
        let none = without(&|m| m.initiatives[0].status = Reading::stated(status));
        assert_eq!(none, None, "{status:?}");
    }
    let unapproved = |m: &mut WorkMaterial| {
        m.measured.goals[0].versions[0].state = ApprovalState::Submitted;
    };
    assert_eq!(without(&unapproved), None);
    assert_eq!(without(&|m| m.measured.goals[0].benefit = None), None);
    assert_eq!(
        without(&|m| m.measured.measures = vec![measure(None)].into()),
        None
    );
    // It ended with the period, or before that was over.
    let ended = |on: &'static str| move |m: &mut WorkMaterial| m.measured.measures[0].ended = Some(day(on));
    assert!(without(&ended("2025-03-31")).is_some());
    assert_eq!(without(&ended("2025-03-30")), None);
}

#[test]
fn what_was_measured_too_early_is_begun_and_not_done() {
    let mut m = followed(Some("2024-12-31"));
    for (any, expected) in [("2024-12-31", false), ("2025-03-31", true)] {
        m.measured_until[0].any = Some(day(any));
        let found = m.find(day("2025-04-01"));
        let begun = found.iter().find_map(|item| match item.subject {
            WorkSubject::Measure { begun, .. } => Some(begun),
            _ => None,
        });
        assert_eq!(begun, Some(expected), "{any}");
    }
}

#[test]
fn it_is_measured_by_those_who_answer_for_a_benefit_that_uses_it() {
    let m = followed(Some("2024-12-31"));
    let item = m.find(day("2025-04-01")).remove(0);
    assert_eq!(item.kind, WorkKind::Measure);
    let unit = |number| Scope::Units(vec![UnitId(id(number))]);
    for (role, scope, waits) in [
        (Role::BenefitOwner, unit(2), true),
        (Role::BenefitOwner, unit(3), false),
        (
            Role::PortfolioManager,
            Scope::Portfolios(vec![PortfolioId(id(1))]),
            true,
        ),
        (
            Role::PortfolioManager,
            Scope::Portfolios(vec![PortfolioId(id(2))]),
            false,
        ),
        (Role::Reviewer, Scope::All, false),
        (Role::SteeringUnit, Scope::All, false),
    ] {
        let hands = person(role, scope.clone(), 1);
        assert_eq!(item.waits_for(role, &hands), waits, "{role:?} {scope:?}");
    }
}

fn measurement(state: ApprovalState) -> WorkMaterial {
    let mut m = followed(Some("2024-12-31"));
    m.measurements = vec![LoggedMeasurement {
        id: MeasurementId(id(1)),
        measure: MEASURE,
        period: Period::parse("2024-Q4").expect("a period"),
        state,
        edited_by: Some(AccountId(id(7))),
        editors: vec![AccountId(id(6)), AccountId(id(7))],
        review_note: Some("Vilket uttag?".to_owned()),
        reviewed_on: Some(day("2025-02-01")),
    }]
    .into();
    m
}

#[test]
fn a_measurement_is_approved_by_others_and_mended_by_whoever_logged_it() {
    for (state, kind, note) in [
        (ApprovalState::Draft, WorkKind::WriteMeasurement, None),
        (
            ApprovalState::Returned,
            WorkKind::WriteMeasurement,
            Some("Vilket uttag?"),
        ),
        (ApprovalState::Submitted, WorkKind::ApproveMeasurement, None),
    ] {
        let found = measurement(state).find(day(TODAY));
        let [item] = &found[..] else { panic!("{found:?}") };
        assert_eq!((item.kind, item.note.as_deref()), (kind, note), "{state:?}");
        let since = note.is_some().then(|| day("2025-02-01"));
        assert_eq!(item.day, since, "it waits from when it came back: {state:?}");
        let manager = |number| person(Role::PortfolioManager, Scope::All, number);
        let own = kind == WorkKind::WriteMeasurement;
        assert_eq!(item.waits_for(Role::PortfolioManager, &manager(7)), own);
        assert_eq!(item.waits_for(Role::PortfolioManager, &manager(8)), !own);
        // Who wrote before the latest hand neither mends it nor approves it.
        assert!(!item.waits_for(Role::PortfolioManager, &manager(6)));
        let reviewer = person(Role::Reviewer, Scope::All, 9);
        assert_eq!(item.waits_for(Role::Reviewer, &reviewer), !own);
    }
    assert_eq!(kinds(&measurement(ApprovalState::Approved)), []);
}

#[test]
fn a_goal_is_approved_by_others_and_mended_by_whoever_set_it() {
    for (state, kind) in [
        (ApprovalState::Returned, WorkKind::WriteGoal),
        (ApprovalState::Submitted, WorkKind::ApproveGoal),
    ] {
        let mut m = followed(Some("2024-12-31"));
        m.proposed_goals = vec![LoggedGoal {
            goal: EffectGoalId(id(1)),
            state,
            edited_by: Some(AccountId(id(7))),
            editors: vec![AccountId(id(6)), AccountId(id(7))],
            review_note: Some("Varför fem?".to_owned()),
            reviewed_on: Some(day("2025-02-01")),
        }]
        .into();
        let found = m.find(day(TODAY));
        let [item] = &found[..] else { panic!("{found:?}") };
        assert_eq!((item.kind, item.name.as_str()), (kind, "Väntetid"));
        let returned = state == ApprovalState::Returned;
        assert_eq!(item.note.as_deref(), returned.then_some("Varför fem?"));
        assert_eq!(item.day, returned.then(|| day("2025-02-01")));
        let manager = |number| person(Role::PortfolioManager, Scope::All, number);
        let own = kind == WorkKind::WriteGoal;
        assert_eq!(item.waits_for(Role::PortfolioManager, &manager(7)), own);
        assert_eq!(item.waits_for(Role::PortfolioManager, &manager(8)), !own);
        // Who wrote before the latest hand neither mends it nor approves it.
        assert!(!item.waits_for(Role::PortfolioManager, &manager(6)));
        // Whoever owns a benefit approves, and writes no goals.
        let owner = person(Role::BenefitOwner, Scope::Units(vec![UnitId(id(2))]), 9);
        assert_eq!(item.waits_for(Role::BenefitOwner, &owner), !own);
    }
}
