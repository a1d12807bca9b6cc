//! What follow-up rounds bring into the lists.

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
