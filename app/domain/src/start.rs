//! The guided start: in which order an installation without data is filled, and how far it has come.
//!
//! A step is done once there is something of what it makes. It comes next where it is not done and all
//! that it needs is; several can come next at once, for different people. What exists without what it
//! needs (after an import, say) is done all the same: nothing asks anybody to do it again.

use crate::policy::Operation;

/// How many there are of what the steps make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StartCounts {
    /// The agency: one or none.
    pub agencies: u32,
    /// Versions of thresholds and scores.
    pub grading_schemes: u32,
    /// Benefit groups.
    pub groups: u32,
    /// Sets of areas.
    pub area_sets: u32,
    /// Areas.
    pub areas: u32,
    /// Areas that have a budget.
    pub areas_with_budget: u32,
    /// Units.
    pub units: u32,
    /// Portfolios.
    pub portfolios: u32,
    /// Reports.
    pub reports: u32,
    /// Initiatives.
    pub initiatives: u32,
    /// Deliveries.
    pub deliveries: u32,
    /// Benefits.
    pub benefits: u32,
    /// Statements, whatever has become of them.
    pub statements: u32,
    /// Statements that are approved.
    pub approved: u32,
    /// Subjects whose grading is sent in or decided, as far as whoever asks may know.
    pub graded: u32,
}

/// A step of the way from nothing to a report, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StartStep {
    /// The agency, with benefit groups and the scale.
    Agency,
    /// A set of areas, with areas and their budgets.
    Areas,
    /// Units that own benefits.
    Units,
    /// Portfolios, where managers have one each.
    Portfolios,
    /// A report with its years.
    Report,
    /// The first initiative.
    Initiative,
    /// The first delivery.
    Delivery,
    /// The first expected benefit.
    Benefit,
    /// The first statement of what has come of one.
    Statement,
    /// Somebody else's approval of it.
    Approval,
    /// The first grading.
    Grading,
}

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartState {
    /// There are so many of what it makes.
    Done(u32),
    /// It can be taken now.
    Next,
    /// Something that it needs is not there.
    Later,
}

impl StartStep {
    /// All steps, in order.
    pub const ALL: [Self; 11] = [
        Self::Agency,
        Self::Areas,
        Self::Units,
        Self::Portfolios,
        Self::Report,
        Self::Initiative,
        Self::Delivery,
        Self::Benefit,
        Self::Statement,
        Self::Approval,
        Self::Grading,
    ];

    /// The steps that come before it; all of them stand before it in the order.
    fn needs(self) -> &'static [Self] {
        match self {
            Self::Agency => &[],
            Self::Areas | Self::Units | Self::Portfolios => &[Self::Agency],
            Self::Report | Self::Initiative => &[Self::Areas],
            Self::Delivery => &[Self::Initiative],
            Self::Benefit => &[Self::Delivery],
            Self::Statement => &[Self::Benefit],
            Self::Approval => &[Self::Statement],
            Self::Grading => &[Self::Report, Self::Approval],
        }
    }

    /// What whoever takes it must be allowed to do.
    pub fn operation(self) -> Operation {
        match self {
            Self::Agency | Self::Areas | Self::Units | Self::Portfolios => Operation::StructureWrite,
            Self::Report => Operation::ReportWrite,
            Self::Initiative | Self::Delivery | Self::Benefit => Operation::PortfolioWrite,
            Self::Statement => Operation::EvidenceWrite,
            Self::Approval => Operation::EvidenceApprove,
            Self::Grading => Operation::AssessmentWrite,
        }
    }

    /// An installation is whole without it.
    pub fn is_optional(self) -> bool {
        self == Self::Portfolios
    }

    /// How many there are of what it makes; none while part of it is missing.
    fn made(self, counts: &StartCounts) -> u32 {
        let whole = |parts: &[u32], made: u32| if parts.contains(&0) { 0 } else { made };
        match self {
            Self::Agency => whole(&[counts.agencies, counts.grading_schemes], counts.groups),
            Self::Areas => whole(&[counts.area_sets, counts.areas_with_budget], counts.areas),
            Self::Units => counts.units,
            Self::Portfolios => counts.portfolios,
            Self::Report => counts.reports,
            Self::Initiative => counts.initiatives,
            Self::Delivery => counts.deliveries,
            Self::Benefit => counts.benefits,
            Self::Statement => counts.statements,
            Self::Approval => counts.approved,
            Self::Grading => counts.graded,
        }
    }

    /// How far it has come.
    pub fn state(self, counts: &StartCounts) -> StartState {
        match self.made(counts) {
            0 if self.needs().iter().all(|step| step.made(counts) > 0) => StartState::Next,
            0 => StartState::Later,
            made => StartState::Done(made),
        }
    }
}

/// All is there that an installation needs.
pub fn is_started(counts: &StartCounts) -> bool {
    StartStep::ALL
        .into_iter()
        .all(|step| step.is_optional() || step.made(counts) > 0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn states(counts: &StartCounts) -> [StartState; 11] {
        StartStep::ALL.map(|step| step.state(counts))
    }

    #[test]
    fn an_empty_installation_begins_with_the_agency() {
        let mut expected = [StartState::Later; 11];
        expected[0] = StartState::Next;
        assert_eq!(states(&StartCounts::default()), expected);
        assert!(!is_started(&StartCounts::default()));
    }

    #[test]
    fn half_of_a_step_does_not_end_it() {
        let mut counts = StartCounts {
            agencies: 1,
            grading_schemes: 1,
            ..StartCounts::default()
        };
        assert_eq!(StartStep::Agency.state(&counts), StartState::Next);
        counts.groups = 8;
        assert_eq!(StartStep::Agency.state(&counts), StartState::Done(8));
        (counts.area_sets, counts.areas) = (1, 2);
        assert_eq!(StartStep::Areas.state(&counts), StartState::Next);
        assert_eq!(StartStep::Report.state(&counts), StartState::Later);
        counts.areas_with_budget = 1;
        assert_eq!(StartStep::Areas.state(&counts), StartState::Done(2));
    }

    #[test]
    fn several_steps_can_come_next_for_different_people() {
        let counts = StartCounts {
            agencies: 1,
            grading_schemes: 1,
            groups: 8,
            area_sets: 1,
            areas: 1,
            areas_with_budget: 1,
            ..StartCounts::default()
        };
        let next: Vec<_> = StartStep::ALL
            .into_iter()
            .filter(|step| step.state(&counts) == StartState::Next)
            .collect();
        use StartStep as S;
        assert_eq!(next, [S::Units, S::Portfolios, S::Report, S::Initiative]);
    }

    #[test]
    fn what_was_imported_is_not_asked_for_again() {
        let counts = StartCounts {
            deliveries: 3,
            ..StartCounts::default()
        };
        assert_eq!(StartStep::Delivery.state(&counts), StartState::Done(3));
        assert_eq!(StartStep::Benefit.state(&counts), StartState::Next);
        assert_eq!(StartStep::Initiative.state(&counts), StartState::Later);
    }

    #[test]
    fn portfolios_are_not_needed() {
        let whole = counts([1; 15]);
        assert!(is_started(&whole));
        let without = StartCounts {
            portfolios: 0,
            ..whole
        };
        assert!(is_started(&without));
        assert_eq!(StartStep::Portfolios.state(&without), StartState::Next);
    }

    fn counts(of: [u32; 15]) -> StartCounts {
        StartCounts {
            agencies: of[0],
            grading_schemes: of[1],
            groups: of[2],
            area_sets: of[3],
            areas: of[4],
            areas_with_budget: of[5],
            units: of[6],
            portfolios: of[7],
            reports: of[8],
            initiatives: of[9],
            deliveries: of[10],
            benefits: of[11],
            statements: of[12],
            approved: of[13],
            graded: of[14],
        }
    }

    fn is_done(state: StartState) -> bool {
        matches!(state, StartState::Done(_))
    }

    proptest! {
        #[test]
        fn somebody_can_always_go_on_until_all_is_done(of in prop::array::uniform15(0_u32..3)) {
            let counts = counts(of);
            let states = states(&counts);
            prop_assert_eq!(states.into_iter().all(is_done), !states.contains(&StartState::Next));
            prop_assert!(!states.into_iter().all(is_done) || is_started(&counts));
            for (step, state) in StartStep::ALL.into_iter().zip(states) {
                let ready = step.needs().iter().all(|need| is_done(need.state(&counts)));
                prop_assert_eq!(state == StartState::Next, ready && !is_done(state));
                prop_assert!(step.needs().iter().all(|need| *need < step), "needs come before");
            }
        }

        #[test]
        fn more_takes_nothing_back(of in prop::array::uniform15(0_u32..3), more in 0_usize..15) {
            let before = states(&counts(of));
            let mut grown = of;
            grown[more] += 1;
            for (before, after) in before.into_iter().zip(states(&counts(grown))) {
                prop_assert!(!is_done(before) || is_done(after));
                prop_assert!(before == StartState::Later || after != StartState::Later);
            }
        }
    }
}
