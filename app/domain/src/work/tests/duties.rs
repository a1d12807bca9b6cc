//! What is required of a development object: its calculation and its plans, until they are there and while they are late.

use super::*;

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
