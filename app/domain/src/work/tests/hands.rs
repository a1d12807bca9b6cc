//! Whose hands work is in: of those in whose scope it is, those who may do it and have not written it.

use super::*;

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

#[test]
fn a_statement_of_no_benefit_is_held_against_its_initiative_and_waits_until_it_is_replaced() {
    let mut m = material();
    m.benefits[0].expected_from = Some(day("2027-01-01"));
    let mut of_none = logged(
        ApprovalState::Approved,
        Finding::PlannedFollowup,
        Some("2025-03-09"),
    );
    of_none.statement.benefits = Vec::new();
    m.statements = vec![of_none].into();
    let found = m.find(day(TODAY));
    assert_eq!(
        found.iter().map(|item| item.kind).collect::<Vec<_>>(),
        [WorkKind::FollowUp]
    );
    let [belongs] = &found[0].belongs[..] else {
        panic!("one: {found:?}")
    };
    assert_eq!(belongs.portfolios, [PortfolioId(id(1))]);
    assert_eq!(belongs.units, [UnitId(id(1)), UnitId(id(2))]);
}

#[test]
fn nobody_who_has_written_in_a_statement_approves_it_and_the_latest_mends_it() {
    let mut m = material();
    m.statements = vec![logged(ApprovalState::Submitted, Finding::Confirmed, None)].into();
    let approve = m.find(day(TODAY)).remove(0);
    for (number, waits) in [(6, false), (7, false), (8, true)] {
        let hands = person(Role::Reviewer, Scope::All, number);
        assert_eq!(approve.waits_for(Role::Reviewer, &hands), waits, "{number}");
    }
    m.statements = vec![logged(ApprovalState::Returned, Finding::Confirmed, None)].into();
    let mend = m.find(day(TODAY)).remove(0);
    for (number, waits) in [(6, false), (7, true)] {
        let hands = person(Role::BenefitOwner, Scope::All, number);
        assert_eq!(mend.waits_for(Role::BenefitOwner, &hands), waits, "{number}");
    }
}

#[test]
fn a_list_of_a_role_is_held_against_that_role_alone() {
    let mut both = person(Role::Reviewer, Scope::All, 1);
    let Actor::Account { grants, .. } = &mut both.actor else {
        panic!("an account")
    };
    grants.push(Grant {
        role: Role::SteeringUnit,
        scope: Scope::All,
        from: None,
        to: None,
    });
    for role in [Role::Reviewer, Role::SteeringUnit] {
        assert!(
            in_role(&both, role).roles().iter().all(|held| *held == role),
            "{role:?}"
        );
        assert!(in_role(&both, role).roles().contains(&role));
    }
    assert!(in_role(&both, Role::Leadership).roles().is_empty());
}
