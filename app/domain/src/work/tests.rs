mod ahead;
mod finding;
mod freed_time;
mod measuring;
mod reporting;

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::assessment::{Assessment, AssessmentState, AssessmentSubject};
use crate::benefit::{Benefit, BenefitState, GroupShare, ValueClass};
use crate::delivery::{Delivery, DeliveryStatus, Launch, Upcoming};
use crate::id::{BenefitGroupId, GradingSchemeId, PortfolioId, UnitId};
use crate::initiative::{DevelopmentObject, Initiative, InitiativeSize, InitiativeStatus};
use crate::level::GradingScheme;
use crate::reading::Reading;
use crate::realisation_plan::tests::plan;
use crate::report::Report;
use crate::statement::{ApprovalState, Finding, Statement};
use crate::unit::Unit;
use crate::when::When;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

const TODAY: &str = "2025-03-10";

/// One initiative of portfolio 1, owned by unit 1, with a delivery that came and a benefit of group 1,
/// owned by unit 2.
fn material() -> WorkMaterial {
    WorkMaterial {
        calculations: Vec::new().into(),
        reports: Vec::new().into(),
        corrections: Vec::new().into(),
        measured: crate::effect_goal::material::GoalMaterial::default(),
        measured_until: Vec::new().into(),
        measurements: Vec::new().into(),
        freed_times: Vec::new().into(),
        proposed_goals: Vec::new().into(),
        factor_values: Vec::new().into(),
        plans: Vec::new().into(),
        scheme: GradingScheme::standard(GradingSchemeId(id(1))),
        initiatives: vec![Initiative {
            id: InitiativeId(id(1)),
            name: "Boka möte".to_owned(),
            summary: String::new(),
            development_object: None,
            size: InitiativeSize::Large,
            area: None,
            portfolios: vec![PortfolioId(id(1))],
            owner: Some(UnitId(id(1))),
            statutory_on: None,
            status: Reading::stated(InitiativeStatus::Ongoing),
            started_year: None,
            depends_on: Vec::new(),
            focus_area: None,
            label: None,
            example: false,
        }]
        .into(),
        deliveries: vec![Delivery {
            id: DeliveryId(id(1)),
            initiative: InitiativeId(id(1)),
            area: None,
            ordinal: 0,
            name: "Bokning".to_owned(),
            description: String::new(),
            launches: vec![Launch {
                what: String::new(),
                planned: Some(When::Year(2024)),
                actual: Some(When::Day(day("2024-10-02"))),
            }],
            upcoming: Vec::new(),
            status: Reading::stated(DeliveryStatus::Delivered),
            figures: Vec::new(),
            note: None,
        }]
        .into(),
        benefits: vec![Benefit {
            id: BenefitId(id(1)),
            initiative: InitiativeId(id(1)),
            delivery: Some(DeliveryId(id(1))),
            ordinal: 0,
            groups: vec![GroupShare {
                group: BenefitGroupId(id(1)),
                share: None,
            }],
            title: None,
            description: "Kortare väntan".to_owned(),
            value_class: ValueClass::Qualitative,
            owner: Some(UnitId(id(2))),
            recipient: None,
            expected_from: None,
            expected_to: None,
            unplanned: false,
            state: BenefitState::Realising,
            not_measurable: None,
            figures: Vec::new(),
        }]
        .into(),
        statements: Vec::new().into(),
        units: Vec::new().into(),
        rounds: Vec::new().into(),
        report: None,
    }
}

fn logged(state: ApprovalState, finding: Finding, follow_up: Option<&str>) -> LoggedStatement {
    LoggedStatement {
        written_on: None,
        reviewed_on: None,
        statement: Statement {
            id: StatementId(id(1)),
            initiative: InitiativeId(id(1)),
            delivery: Some(DeliveryId(id(1))),
            ordinal: 0,
            groups: Vec::new(),
            benefits: vec![BenefitId(id(1))],
            text: "Väntan är kortare.".to_owned(),
            as_of: Reading::stated(day("2025-01-15")),
            finding: Reading::stated(finding),
            follow_up: follow_up.map(|text| When::Day(day(text))),
            unplanned: false,
            assessing_unit: None,
            method: None,
            sources: Vec::new(),
            figures: Vec::new(),
            note: None,
            state,
            imported: false,
            supersedes: None,
        },
        edited_by: Some(AccountId(id(7))),
        editors: vec![AccountId(id(6)), AccountId(id(7))],
        review_note: (state == ApprovalState::Returned).then(|| "Hur vet ni det?".to_owned()),
    }
}

fn kinds(material: &WorkMaterial) -> Vec<WorkKind> {
    material.find(day(TODAY)).iter().map(|item| item.kind).collect()
}

fn person(role: Role, scope: Scope, number: u128) -> Ctx {
    Ctx {
        actor: Actor::Account {
            id: AccountId(id(number)),
            name: String::new(),
            grants: vec![Grant {
                role,
                scope,
                from: None,
                to: None,
            }],
        },
        now: "2025-03-10T12:00:00Z".parse().expect("a moment"),
        request_id: Uuid::nil(),
        session: None,
        others: None,
    }
}

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

#[test]
fn a_delivery_is_late_from_the_day_after_its_planned_launch() {
    let mut m = material();
    m.benefits.clear();
    m.deliveries[0].status = Reading::stated(DeliveryStatus::PartlyDelivered);
    m.deliveries[0].launches[0].actual = None;
    for (planned, late) in [(TODAY, false), ("2025-03-09", true)] {
        m.deliveries[0].launches[0].planned = Some(When::Day(day(planned)));
        let found = m.find(day(TODAY));
        let days: Vec<_> = found.iter().map(|item| (item.kind, item.day)).collect();
        let expected = late.then(|| (WorkKind::Late, Some(day(planned))));
        assert_eq!(days, expected.into_iter().collect::<Vec<_>>(), "{planned}");
    }
    m.deliveries[0].status = Reading::stated(DeliveryStatus::Cancelled);
    assert_eq!(kinds(&m), []);
}

#[test]
fn what_was_announced_is_asked_about_once_its_day_has_passed() {
    let mut m = material();
    m.benefits.clear();
    m.deliveries[0].status = Reading::stated(DeliveryStatus::PartlyDelivered);
    m.deliveries[0].launches[0].actual = None;
    m.deliveries[0].launches[0].planned = None;
    for (when, passed) in [(TODAY, false), ("2025-03-09", true)] {
        let what = "Resten".to_owned();
        let when = When::Day(day(when));
        m.deliveries[0].upcoming = vec![Upcoming { what, when }];
        let found = m.find(day(TODAY));
        let kinds: Vec<_> = found.iter().map(|item| item.kind).collect();
        let expected = passed.then_some(WorkKind::Announced);
        assert_eq!(kinds, expected.into_iter().collect::<Vec<_>>(), "{when:?}");
    }
    // A delivery is in the list once.
    m.deliveries[0].launches[0].planned = Some(When::Day(day("2025-03-09")));
    assert_eq!(kinds(&m), [WorkKind::Late]);
    m.deliveries[0].status = Reading::stated(DeliveryStatus::Delivered);
    assert_eq!(kinds(&m), []);
}

#[test]
fn a_development_object_lacks_what_is_required_until_it_is_over() {
    let mut m = material();
    m.benefits.clear();
    m.initiatives[0].development_object = Some(DevelopmentObject { since: None });
    let lacks = |m: &WorkMaterial, on: &str| -> Vec<(WorkKind, Vec<Duty>)> {
        let found = m.find(day(on)).into_iter();
        found
            .map(|item| match item.subject {
                WorkSubject::Initiative(duties) => (item.kind, duties),
                other => panic!("{other:?} is no lack"),
            })
            .collect()
    };
    let (calculation, plan) = (
        (WorkKind::Calculate, vec![Duty::Calculation]),
        (WorkKind::Plan, vec![Duty::Plan]),
    );
    assert_eq!(lacks(&m, "2022-12-31"), []);
    assert_eq!(lacks(&m, "2024-08-31"), std::slice::from_ref(&calculation));
    assert_eq!(lacks(&m, "2024-09-01"), [calculation, plan]);
    m.initiatives[0].status = Reading::stated(InitiativeStatus::Closed);
    assert_eq!(lacks(&m, "2024-09-01"), []);
}

#[test]
fn a_benefit_of_a_development_object_waits_for_its_plan() {
    let mut m = material();
    m.initiatives[0].development_object = Some(DevelopmentObject { since: None });
    m.calculations = vec![LoggedCalculation {
        id: CalculationId(id(1)),
        initiative: InitiativeId(id(1)),
        number: 1,
        state: ApprovalState::Approved,
        editors: Vec::new(),
        review_note: None,
    }]
    .into();
    m.benefits[0].expected_from = Some(day("2025-12-31"));
    let found = |m: &WorkMaterial, on: &str| m.find(day(on));
    assert_eq!(found(&m, "2024-08-31"), [], "nothing is required yet");
    let waiting = found(&m, TODAY).pop().expect("a plan is lacking");
    assert_eq!(waiting.kind, WorkKind::Plan);
    assert_eq!(
        waiting.subject,
        WorkSubject::Benefit(BenefitId(id(1)), Some(DeliveryId(id(1))))
    );
    // For whoever may write it: of the portfolio, or of the unit that owns the benefit.
    for (role, scope, waits) in [
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
        (Role::BenefitOwner, Scope::Units(vec![UnitId(id(2))]), true),
        (Role::BenefitOwner, Scope::Units(vec![UnitId(id(1))]), false),
        (Role::SteeringUnit, Scope::All, false),
    ] {
        let hands = person(role, scope.clone(), 7);
        assert_eq!(waiting.waits_for(role, &hands), waits, "{role:?} {scope:?}");
    }
    let mut one = plan(1);
    one.activities[0].due = None;
    m.plans = vec![one].into();
    assert_eq!(kinds(&m), [WorkKind::Plan], "it says nothing of when");
    m.plans = vec![plan(1)].into();
    assert_eq!(kinds(&m), [], "what is due today is not late");
    m.benefits[0].state = BenefitState::Replaced;
    m.plans.clear();
    assert_eq!(kinds(&m), [], "nobody plans what is over");
    // Without any benefit there is nothing to plan, and whoever writes the portfolio has to say what it gives.
    m.benefits.clear();
    let waiting = found(&m, TODAY).pop().expect("a plan is lacking");
    assert_eq!(waiting.subject, WorkSubject::Initiative(vec![Duty::Plan]));
    let manager = person(Role::PortfolioManager, Scope::All, 7);
    assert!(waiting.waits_for(Role::PortfolioManager, &manager));
    let owner = person(Role::BenefitOwner, Scope::All, 7);
    assert!(!waiting.waits_for(Role::BenefitOwner, &owner));
}

#[test]
fn a_plan_is_late_from_the_day_after() {
    let mut m = material();
    m.benefits[0].expected_from = Some(day("2027-01-01"));
    m.plans = vec![plan(1)].into();
    let found = |m: &WorkMaterial, on: &str| m.find(day(on));
    assert_eq!(found(&m, TODAY), []);
    let late = found(&m, "2025-03-11").pop().expect("it is late");
    assert_eq!((late.kind, late.day), (WorkKind::LatePlan, Some(day(TODAY))));
    assert_eq!(late.note.as_deref(), Some("Stäng blanketten"));
    m.plans[0].activities[0].done_on = Some(day(TODAY));
    assert_eq!(found(&m, "2025-12-01"), []);
    let late = found(&m, "2025-12-02").pop().expect("the follow-up has not been");
    assert_eq!(
        (late.kind, late.day, late.note),
        (WorkKind::LatePlan, Some(day("2025-12-01")), None)
    );
    m.benefits[0].state = BenefitState::WrittenOff;
    assert_eq!(found(&m, "2025-12-02"), []);
}

#[test]
fn a_calculation_waits_for_whoever_has_not_written_in_it() {
    let mut m = material();
    m.benefits.clear();
    m.initiatives[0].development_object = Some(DevelopmentObject { since: None });
    let logged = |state, note: Option<&str>| LoggedCalculation {
        id: CalculationId(id(1)),
        initiative: InitiativeId(id(1)),
        number: 1,
        state,
        editors: vec![AccountId(id(7)), AccountId(id(8))],
        review_note: note.map(str::to_owned),
    };
    let kinds_on = |m: &WorkMaterial| -> Vec<WorkKind> {
        m.find(day("2024-08-31")).iter().map(|item| item.kind).collect()
    };
    assert_eq!(kinds_on(&m), [WorkKind::Calculate]);
    m.calculations = vec![logged(ApprovalState::Returned, Some("Räntan saknar källa."))].into();
    assert_eq!(
        kinds_on(&m),
        [WorkKind::WriteCalculation],
        "what is begun is no gap twice"
    );
    let note = m.find(day("2024-08-31")).pop().and_then(|item| item.note);
    assert_eq!(note.as_deref(), Some("Räntan saknar källa."));
    m.calculations = vec![logged(ApprovalState::Submitted, None)].into();
    let item = m.find(day("2024-08-31")).pop().expect("it waits");
    assert_eq!(item.kind, WorkKind::ApproveCalculation);
    for (who, waits) in [(7, false), (8, false), (9, true)] {
        let hands = Ctx {
            actor: Actor::Account {
                id: AccountId(id(who)),
                name: String::new(),
                grants: vec![Grant {
                    role: Role::Reviewer,
                    scope: Scope::All,
                    from: None,
                    to: None,
                }],
            },
            now: "2024-08-31T12:00:00Z".parse().expect("a moment"),
            request_id: Uuid::nil(),
            session: None,
            others: None,
        };
        assert_eq!(item.waits_for(Role::Reviewer, &hands), waits, "{who}");
        assert!(!item.waits_for(Role::PortfolioManager, &hands));
    }
    m.calculations = vec![logged(ApprovalState::Approved, None)].into();
    assert_eq!(kinds_on(&m), []);
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

/// Whoever began something ends it; a list that is nobody's in particular shows what is anybody's.
#[test]
fn what_came_back_waits_for_whoever_wrote_it() {
    let mut m = material();
    for state in [ApprovalState::Returned, ApprovalState::Draft] {
        m.statements = vec![logged(state, Finding::Confirmed, None)].into();
        let found = m.find(day(TODAY));
        let waits = |role, number| found[0].waits_for(role, &person(role, Scope::All, number));
        assert!(waits(Role::PortfolioManager, 7), "{state:?}: wrote it");
        assert!(!waits(Role::PortfolioManager, 1), "{state:?}: somebody else did");
        assert!(!waits(Role::BenefitOwner, 1));
        let all = anybody(&person(Role::SteeringUnit, Scope::All, 1), Role::PortfolioManager);
        assert!(found[0].waits_for(Role::PortfolioManager, &all));
    }
}

/// Half a year before the cut-off there is something to judge; what has been begun waits always.
#[test]
fn grading_is_work_once_the_cut_off_is_near() {
    let report = |cut_off: &str| -> Report {
        let json = serde_json::json!({
            "id": id(1), "title": "Investeringar", "from_year": 2025, "to_year": 2027,
            "area_set": id(1), "grading_scheme": id(1), "cut_off": cut_off,
        });
        serde_json::from_value(json).expect("a report")
    };
    let begun = Assessment {
        id: crate::id::AssessmentId(id(1)),
        report: ReportId(id(1)),
        subject: AssessmentSubject::Whole,
        level: None,
        components: Default::default(),
        motivation: String::new(),
        group_texts: Vec::new(),
        deviation_reason: None,
        state: AssessmentState::Draft,
    };
    for (cut_off, assessments, expected) in [
        ("2025-09-08", vec![], 1),
        ("2025-09-09", vec![], 0),
        ("2027-12-31", vec![begun], 1),
    ] {
        let mut m = material();
        m.benefits.clear();
        m.report = Some(OpenReport {
            report: report(cut_off),
            areas: Vec::new().into(),
            groups: Vec::new().into(),
            assessments: assessments.into(),
        });
        let assess = kinds(&m).iter().filter(|kind| **kind == WorkKind::Assess).count();
        assert_eq!(assess, expected, "{cut_off}");
    }
}

#[test]
fn work_waits_for_those_in_whose_scope_it_is_and_not_for_who_wrote_it() {
    let mut m = material();
    m.statements = vec![logged(ApprovalState::Submitted, Finding::Confirmed, None)].into();
    let found = m.find(day(TODAY));
    let approve = &found[0];
    assert_eq!(approve.kind, WorkKind::Approve);
    let waits = |role, scope, number| approve.waits_for(role, &person(role, scope, number));
    let groups = |number| Scope::Groups(vec![BenefitGroupId(id(number))]);
    let portfolios = |number| Scope::Portfolios(vec![PortfolioId(id(number))]);
    let units = |number| Scope::Units(vec![UnitId(id(number))]);
    assert!(waits(Role::Reviewer, groups(1), 1));
    assert!(!waits(Role::Reviewer, groups(2), 1), "another group's");
    assert!(waits(Role::PortfolioManager, portfolios(1), 1));
    assert!(!waits(Role::PortfolioManager, portfolios(2), 1));
    assert!(waits(Role::BenefitOwner, units(2), 1));
    assert!(
        !waits(Role::BenefitOwner, units(1), 1),
        "the initiative's unit owns no benefit"
    );
    assert!(!waits(Role::Reviewer, Scope::All, 7), "who wrote it");
    assert!(!waits(Role::Leadership, Scope::All, 1), "not their daily work");
    m.statements.clear();
    let missing = &m.find(day(TODAY))[0];
    assert_eq!(missing.kind, WorkKind::Missing);
    assert!(!missing.waits_for(Role::SteeringUnit, &person(Role::SteeringUnit, Scope::All, 1)));
}

#[test]
fn every_kind_is_the_work_of_somebody_who_may_do_it() {
    for kind in WorkKind::ALL {
        assert_eq!(WorkKind::from_code(kind.code()), Some(kind));
        let doing: Vec<Role> = Role::ALL
            .into_iter()
            .filter(|role| kind.done_by(*role).is_some())
            .collect();
        assert!(!doing.is_empty(), "{kind:?} is nobody's work");
        for role in doing {
            assert!(WORKING.contains(&role), "{role:?} has no list");
            let operation = kind.done_by(role).expect("is theirs");
            // Where nobody else holds a right, leadership's list has what it takes.
            let ctx = Ctx {
                others: Some([].into()),
                ..person(Role::Auditor, Scope::All, 1)
            };
            assert!(may(&anybody(&ctx, role), operation, None), "{kind:?} by {role:?}");
        }
    }
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

/// Choosing what a round asks, from the same material.
mod questions {
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
}

/// What follow-up rounds bring into the lists.
mod rounds {
    use super::*;
    use crate::id::{FollowUpRequestId, FollowUpRoundId};
    use crate::round::{AskedAbout, FollowUpRequest, FollowUpRound, RoundPart, RoundState};

    /// A round about the benefit, asked of a unit or of who manages the portfolio.
    fn asked(unit: Option<u128>, state: RoundState) -> WorkMaterial {
        let mut m = material();
        m.statements = vec![logged(ApprovalState::Approved, Finding::Confirmed, None)].into();
        m.rounds = vec![FollowUpRound {
            id: FollowUpRoundId(id(1)),
            year: 2025,
            part: RoundPart::Tertial1,
            due: day(TODAY),
            message: None,
            state,
            opened_on: None,
            closed_on: None,
            requests: vec![FollowUpRequest {
                id: FollowUpRequestId(id(1)),
                initiative: InitiativeId(id(1)),
                about: AskedAbout::Benefit(BenefitId(id(1))),
                unit: unit.map(|unit| UnitId(id(unit))),
                rule: None,
                answer: None,
            }],
        }]
        .into();
        m
    }

    #[test]
    fn a_question_is_in_the_list_of_whom_it_asks_and_of_nobody_else() {
        for (unit, role) in [(Some(2), Role::BenefitOwner), (None, Role::PortfolioManager)] {
            let found = asked(unit, RoundState::Open).find(day(TODAY));
            assert_eq!(found.len(), 1, "{role:?}");
            assert_eq!(
                (found[0].kind, found[0].day),
                (WorkKind::Answer, Some(day(TODAY)))
            );
            let waiting: Vec<Role> = WORKING
                .into_iter()
                .filter(|one| found[0].waits_for(*one, &person(*one, Scope::All, 1)))
                .collect();
            assert_eq!(waiting, [role]);
        }
    }

    #[test]
    fn the_steering_unit_tends_a_round_before_it_goes_out_and_after_its_day() {
        let kinds_on = |state, on: &str| -> Vec<WorkKind> {
            let found = asked(None, state).find(day(on));
            found.iter().map(|item| item.kind).collect()
        };
        assert_eq!(kinds_on(RoundState::Prepared, TODAY), [WorkKind::Round]);
        assert_eq!(kinds_on(RoundState::Open, TODAY), [WorkKind::Answer]);
        assert_eq!(
            kinds_on(RoundState::Open, "2025-03-11"),
            [WorkKind::Answer, WorkKind::Round]
        );
        assert_eq!(kinds_on(RoundState::Closed, "2025-03-11"), []);
    }
}

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
