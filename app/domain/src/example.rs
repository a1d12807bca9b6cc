//! An example that is loaded and removed again: which things are its own, what goes with them, and what
//! of one's own stands in the way.
//!
//! The rule, in four parts:
//!
//! 1. **The example's own things** are known by their identities, which never change: its area set,
//!    units, portfolios, initiatives and reports.
//! 2. **What hangs on them goes with them**, whoever has written it: the areas of its set; deliveries,
//!    benefits, realisation plans, calculations, statements, freed time, values in
//!    kronor and SUS evaluations of its initiatives; assessments of its reports; questions
//!    of follow-up rounds about its initiatives, and rounds that ask about nothing else; effect goals of its benefits,
//!    and the measures that it brought, with what was measured of them, where no goal of one's own uses them.
//! 3. **What everything rests on** (agency, benefit groups, grading scheme) is brought only where the
//!    installation has none. What was brought goes again, unless something of one's own rests on it by
//!    then: then it has become one's own, and stays. An agency that has been renamed is one's own.
//! 4. **Something of one's own stands in the way** where it refers to what would go: an initiative in the
//!    example's area, say, or a report by its areas. A report of the example that is decided does too:
//!    what is decided never changes. Then nothing goes.

mod removal;

use crate::agency::Agency;
use crate::area::{Area, AreaSet};
use crate::assessment::Assessment;
use crate::benefit::Benefit;
use crate::benefit_group::BenefitGroup;
use crate::calculation::Calculation;
use crate::delivery::Delivery;
use crate::effect_goal::EffectGoal;
use crate::freed_time::FreedTime;
use crate::history::{Named, SubjectKind};
use crate::initiative::Initiative;
use crate::level::GradingScheme;
use crate::measure::Measure;
use crate::measurement::Measurement;
use crate::portfolio::Portfolio;
use crate::realisation_plan::RealisationPlan;
use crate::report::Report;
use crate::round::FollowUpRound;
use crate::sek_value::SekValue;
use crate::statement::Statement;
use crate::sus::SusEvaluation;
use crate::unit::Unit;
use serde::Serialize;
use uuid::Uuid;

pub use removal::removal;

/// All that an installation holds, or all that the example brings.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Holdings {
    pub agency: Option<Agency>,
    pub grading_schemes: Vec<GradingScheme>,
    pub units: Vec<Unit>,
    pub benefit_groups: Vec<BenefitGroup>,
    pub portfolios: Vec<Portfolio>,
    pub area_sets: Vec<AreaSet>,
    pub areas: Vec<Area>,
    pub initiatives: Vec<Initiative>,
    pub deliveries: Vec<Delivery>,
    pub benefits: Vec<Benefit>,
    pub realisation_plans: Vec<RealisationPlan>,
    pub calculations: Vec<Calculation>,
    pub measures: Vec<Measure>,
    pub effect_goals: Vec<EffectGoal>,
    pub measurements: Vec<Measurement>,
    pub statements: Vec<Statement>,
    pub freed_times: Vec<FreedTime>,
    pub sek_values: Vec<SekValue>,
    pub sus_evaluations: Vec<SusEvaluation>,
    pub reports: Vec<Report>,
    pub assessments: Vec<Assessment>,
    pub follow_up_rounds: Vec<FollowUpRound>,
}

impl Holdings {
    /// Nothing is there that a portfolio consists of: the example can be loaded. Units, portfolios,
    /// groups and the agency may be there already.
    pub fn is_without_portfolio(&self) -> bool {
        self.area_sets.is_empty() && self.initiatives.is_empty() && self.reports.is_empty()
    }

    /// Some initiative of the example is there.
    pub fn has_example(&self, example: &Self) -> bool {
        let is_its = |id| example.initiatives.iter().any(|of| of.id == id);
        self.initiatives.iter().any(|initiative| is_its(initiative.id))
    }
}

/// How many of a kind go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Going {
    /// Came with the example.
    pub brought: u32,
    /// Were written by people since.
    pub added: u32,
}

/// The identities of what goes. The agency has none: there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Gone {
    pub agency: bool,
    pub grading_schemes: Vec<Uuid>,
    pub units: Vec<Uuid>,
    pub benefit_groups: Vec<Uuid>,
    pub portfolios: Vec<Uuid>,
    pub area_sets: Vec<Uuid>,
    pub areas: Vec<Uuid>,
    pub initiatives: Vec<Uuid>,
    pub deliveries: Vec<Uuid>,
    pub benefits: Vec<Uuid>,
    pub realisation_plans: Vec<Uuid>,
    pub calculations: Vec<Uuid>,
    pub measures: Vec<Uuid>,
    pub effect_goals: Vec<Uuid>,
    pub measurements: Vec<Uuid>,
    pub statements: Vec<Uuid>,
    pub freed_times: Vec<Uuid>,
    pub sek_values: Vec<Uuid>,
    pub sus_evaluations: Vec<Uuid>,
    pub reports: Vec<Uuid>,
    pub assessments: Vec<Uuid>,
    pub follow_up_rounds: Vec<Uuid>,
}

/// Why something of one's own stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InTheWay {
    /// It lies in one of the example's areas.
    Area,
    /// It names one of the example's units.
    Unit,
    /// It lies in one of the example's portfolios.
    Portfolio,
    /// It depends on one of the example's initiatives.
    Initiative,
    /// It is written by the example's areas.
    AreaSet,
    /// It has one of the example's deliveries in its scope.
    Delivery,
    /// It is the example's and decided.
    Decided,
}

/// Something that stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Its identity.
    pub id: Uuid,
    /// What it is called, and where it is found.
    pub named: Named,
    /// Why.
    pub why: InTheWay,
}

/// What it means to remove the example.
#[derive(Clone, Debug, Default)]
pub struct Removal {
    /// What goes.
    pub gone: Gone,
    /// How many of each kind, where there are any.
    pub going: Vec<(SubjectKind, Going)>,
    /// What the example brought and one's own things rest on by now: it stays.
    pub stays: Vec<Named>,
    /// Measures that people have added and that have goals on the example's benefits alone: they stay, with what was
    /// measured, for they may be of the agency's catalogue.
    pub left: Vec<Named>,
    /// What stands in the way; while there is any, nothing goes.
    pub in_the_way: Vec<Obstacle>,
}

impl Removal {
    /// How many things go.
    pub fn total(&self) -> u32 {
        self.going.iter().map(|(_, of)| of.brought + of.added).sum()
    }
}

#[cfg(test)]
#[path = "example_tests.rs"]
mod tests;
