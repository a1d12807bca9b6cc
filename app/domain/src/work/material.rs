//! What work is found in.

use chrono::NaiveDate;

use super::freed_time::LoggedFreedTime;
use super::measuring::{LoggedGoal, LoggedMeasurement, MeasuredUntil};
use super::reporting::{LoggedCorrection, LoggedReport};
use crate::area::Area;
use crate::assessment::Assessment;
use crate::benefit::Benefit;
use crate::benefit_group::BenefitGroup;
use crate::delivery::Delivery;
use crate::effect_goal::material::GoalMaterial;
use crate::id::{AccountId, CalculationId, FactorId, FactorValueId, InitiativeId};
use crate::initiative::Initiative;
use crate::level::GradingScheme;
use crate::realisation_plan::RealisationPlan;
use crate::report::Report;
use crate::round::FollowUpRound;
use crate::shared_list::SharedList;
use crate::statement::{ApprovalState, Statement};
use crate::unit::Unit;

/// A statement with what its review needs.
#[derive(Clone, Debug)]
pub struct LoggedStatement {
    /// The statement.
    pub statement: Statement,
    /// Who wrote the latest of it; none for imports.
    pub edited_by: Option<AccountId>,
    /// Everybody who has written in it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// The day on which it was begun; none where its identity does not tell.
    pub written_on: Option<NaiveDate>,
    /// The day on which it was reviewed.
    pub reviewed_on: Option<NaiveDate>,
}

/// A report that is not decided yet, as far as its judging goes.
#[derive(Clone, Debug)]
pub struct OpenReport {
    /// The report.
    pub report: Report,
    /// The areas of its set.
    pub areas: SharedList<Area>,
    /// All groups.
    pub groups: SharedList<BenefitGroup>,
    /// The newest version of each of its assessments.
    pub assessments: SharedList<Assessment>,
}

/// The portfolio that is looked through, in any order.
#[derive(Clone, Debug)]
pub struct WorkMaterial {
    /// What findings score by.
    pub scheme: GradingScheme,
    /// Initiatives.
    pub initiatives: SharedList<Initiative>,
    /// Deliveries.
    pub deliveries: SharedList<Delivery>,
    /// Benefits.
    pub benefits: SharedList<Benefit>,
    /// Statements in any state.
    pub statements: SharedList<LoggedStatement>,
    /// Units.
    pub units: SharedList<Unit>,
    /// Follow-up rounds.
    pub rounds: SharedList<FollowUpRound>,
    /// Realisation plans.
    pub plans: SharedList<RealisationPlan>,
    /// Benefit calculations in any state.
    pub calculations: SharedList<LoggedCalculation>,
    /// Effect goals of the benefits with what was measured of them.
    pub measured: GoalMaterial,
    /// How far each measure of a goal has been measured.
    pub measured_until: SharedList<MeasuredUntil>,
    /// Measurements that nobody has approved yet.
    pub measurements: SharedList<LoggedMeasurement>,
    /// Freed time that nobody has approved yet.
    pub freed_times: SharedList<LoggedFreedTime>,
    /// Versions of effect goals that nobody has approved yet.
    pub proposed_goals: SharedList<LoggedGoal>,
    /// Values of factors that nobody has approved yet.
    pub factor_values: SharedList<LoggedFactorValue>,
    /// The newest report that is open.
    pub report: Option<OpenReport>,
    /// All reports that are not decided.
    pub reports: SharedList<LoggedReport>,
    /// Corrections that nobody has decided yet.
    pub corrections: SharedList<LoggedCorrection>,
}

/// A version of a benefit calculation, as far as work on it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedCalculation {
    /// Which.
    pub id: CalculationId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// Its number among the versions.
    pub number: i32,
    /// How far it has come.
    pub state: ApprovalState,
    /// Everybody who has edited it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
}

/// A value of a factor, as far as work on it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedFactorValue {
    /// Which.
    pub id: FactorValueId,
    /// The factor.
    pub factor: FactorId,
    /// What that is called.
    pub name: String,
    /// The first day on which it is to hold.
    pub from: NaiveDate,
    /// How far it has come.
    pub state: ApprovalState,
    /// Everybody who has edited it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
}
