//! What waits to be done ("att göra"): for whom, since when, and where it is done.
//!
//! Nothing of it is stored. It is found in the portfolio as of a day ([`WorkMaterial::find`]), and who
//! sees what is the policy's answer ([`WorkItem::waits_for`]).

mod ahead;
mod find;
mod freed_time;
mod judging;
mod material;
mod measuring;
mod reporting;
mod search;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::assessment::{AssessmentState, SubjectKey};
use crate::ctx::{Actor, Ctx};
use crate::duty::Duty;
use crate::id::{
    AccountId, BenefitId, CalculationId, DeliveryId, EffectGoalId, FactorId, FactorValueId,
    FollowUpRequestId, FollowUpRoundId, FreedTimeId, InitiativeId, MeasureId, MeasurementId,
    ReportCorrectionId, ReportId, StatementId,
};
use crate::measure::Period;
use crate::policy::{Belongs, Operation, may};
use crate::report::ReportState;
use crate::role::{Grant, Role, Scope};
use crate::round::{RoundPart, RoundState, RoundTally};
use crate::statement::ApprovalState;

pub use ahead::{Ahead, AheadKind};
pub use find::Followed;
pub use freed_time::LoggedFreedTime;
pub use material::{LoggedCalculation, LoggedFactorValue, LoggedStatement, OpenReport, WorkMaterial};
pub use measuring::{LoggedGoal, LoggedMeasurement, MeasuredUntil, ToMeasure};
pub use reporting::{LoggedCorrection, LoggedReport};

/// What kind of work it is, in the order in which it is listed: what others wait for comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorkKind {
    /// A statement came back with a note.
    Returned,
    /// A statement waits for approval.
    Approve,
    /// A measurement waits for approval.
    ApproveMeasurement,
    /// Freed time waits for approval.
    ApproveFreedTime,
    /// An effect goal that was set or changed after the decision waits for approval.
    ApproveGoal,
    /// A benefit calculation waits for approval.
    ApproveCalculation,
    /// A report is under review, and no comment waits for an answer: it is read, and decided once all is sent in.
    DecideReport,
    /// A correction of a decided report is proposed.
    DecideCorrection,
    /// A report came back for change, or somebody has asked something in its review.
    MendReport,
    /// A value of a factor waits for approval.
    ApproveFactor,
    /// A follow-up round asks something.
    Answer,
    /// An area, a group or the whole is to be judged.
    Assess,
    /// An assessment has been sent in and can be read, and returned, before the report is decided.
    ReadAssessment,
    /// A follow-up round is to be sent out, or its day has passed.
    Round,
    /// A statement was begun and not sent in.
    Draft,
    /// A measurement was begun or sent back, and is not sent in.
    WriteMeasurement,
    /// Freed time was begun or sent back, and is not sent in.
    WriteFreedTime,
    /// An effect goal was sent back, and is not sent in again.
    WriteGoal,
    /// A benefit calculation was begun or sent back, and is not sent in.
    WriteCalculation,
    /// A value of a factor was begun or sent back, and is not sent in.
    WriteFactor,
    /// A development object has no benefit calculation.
    Calculate,
    /// A benefit of a development object has no realisation plan.
    Plan,
    /// The day has passed on which a benefit was to be followed up.
    FollowUp,
    /// A benefit is due, and nothing says what has come of it.
    Missing,
    /// A measure's period is over, and the days have passed in which it was to be measured.
    LateMeasure,
    /// A measure's period is over, and it is time to measure.
    Measure,
    /// A launch was planned to be over.
    Late,
    /// The time has passed of something in a realisation plan.
    LatePlan,
    /// Something that was announced for later was to have come.
    Announced,
    /// Neither a delivery nor a date says when a benefit is due.
    Undated,
    /// The unit that answers for a benefit, or receives it, has ended.
    Orphaned,
}

impl WorkKind {
    /// All, in order.
    pub const ALL: [Self; 31] = [
        Self::Returned,
        Self::Approve,
        Self::ApproveMeasurement,
        Self::ApproveFreedTime,
        Self::ApproveGoal,
        Self::ApproveCalculation,
        Self::DecideReport,
        Self::DecideCorrection,
        Self::MendReport,
        Self::ApproveFactor,
        Self::Answer,
        Self::Assess,
        Self::ReadAssessment,
        Self::Round,
        Self::Draft,
        Self::WriteMeasurement,
        Self::WriteFreedTime,
        Self::WriteGoal,
        Self::WriteCalculation,
        Self::WriteFactor,
        Self::Calculate,
        Self::Plan,
        Self::FollowUp,
        Self::Missing,
        Self::LateMeasure,
        Self::Measure,
        Self::Late,
        Self::LatePlan,
        Self::Announced,
        Self::Undated,
        Self::Orphaned,
    ];

    /// The code used in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Returned => "aterlamnade",
            Self::Approve => "godkanna",
            Self::ApproveMeasurement => "godkanna-matningar",
            Self::WriteMeasurement => "matningar",
            Self::ApproveFreedTime => "godkanna-frigjord-tid",
            Self::WriteFreedTime => "frigjord-tid",
            Self::ApproveGoal => "godkanna-effektmal",
            Self::WriteGoal => "effektmal",
            Self::LateMeasure => "sena-matningar",
            Self::Measure => "mata",
            Self::ApproveCalculation => "godkanna-kalkyler",
            Self::DecideReport => "besluta",
            Self::DecideCorrection => "rattelser",
            Self::MendReport => "rapporter",
            Self::WriteCalculation => "kalkyler",
            Self::ApproveFactor => "godkanna-faktorer",
            Self::WriteFactor => "faktorer",
            Self::Calculate => "utan-kalkyl",
            Self::Plan => "utan-plan",
            Self::LatePlan => "sena-planer",
            Self::Answer => "svara",
            Self::Assess => "bedoma",
            Self::ReadAssessment => "lasa",
            Self::Round => "omgangar",
            Self::Draft => "utkast",
            Self::FollowUp => "uppfoljning",
            Self::Missing => "saknas",
            Self::Late => "sena",
            Self::Announced => "aviserade",
            Self::Undated => "datum",
            Self::Orphaned => "enhet",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The roles whose daily work it is, and what each does by it. Others may be allowed to do it too. Leadership
    /// approves only where no one else may.
    pub fn done_by(self, role: Role) -> Option<Operation> {
        use Operation as O;
        use Role as R;
        match (self, role) {
            (
                Self::Approve | Self::ApproveMeasurement | Self::ApproveFreedTime | Self::ApproveGoal,
                R::PortfolioManager | R::BenefitOwner | R::Reviewer | R::SteeringUnit | R::Leadership,
            ) => Some(O::EvidenceApprove),
            (
                Self::Returned
                | Self::Answer
                | Self::Draft
                | Self::FollowUp
                | Self::Missing
                | Self::WriteMeasurement
                | Self::WriteFreedTime
                | Self::LateMeasure
                | Self::Measure,
                R::PortfolioManager | R::BenefitOwner,
            ) => Some(O::EvidenceWrite),
            (Self::ApproveCalculation, R::Reviewer | R::SteeringUnit | R::Leadership) => {
                Some(O::CalculationApprove)
            }
            (Self::WriteCalculation | Self::Calculate, R::PortfolioManager) => Some(O::CalculationWrite),
            (Self::Plan | Self::LatePlan, R::PortfolioManager | R::BenefitOwner) => Some(O::PlanWrite),
            (Self::Late | Self::Announced | Self::Undated | Self::WriteGoal, R::PortfolioManager)
            | (Self::Orphaned, R::PortfolioManager | R::SteeringUnit) => Some(O::PortfolioWrite),
            (Self::ApproveFactor, R::SteeringUnit | R::Leadership) => Some(O::FactorApprove),
            (Self::WriteFactor, R::SteeringUnit) => Some(O::FactorWrite),
            (Self::Assess, R::SteeringUnit) => Some(O::AssessmentWrite),
            (Self::Round, R::SteeringUnit) => Some(O::RoundWrite),
            (Self::MendReport, R::SteeringUnit) => Some(O::ReportWrite),
            (Self::ReadAssessment | Self::DecideReport | Self::DecideCorrection, R::Leadership) => {
                Some(O::ReportDecide)
            }
            _ => None,
        }
    }
}

/// What the work is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkSubject {
    /// A statement.
    Statement(StatementId),
    /// A delivery.
    Delivery(DeliveryId),
    /// A benefit, and the delivery that it comes from.
    Benefit(BenefitId, Option<DeliveryId>),
    /// A version of a benefit calculation.
    Calculation(CalculationId, i32, ApprovalState),
    /// A value of a factor, from which day it is to hold, and how far it has come.
    Factor(FactorId, FactorValueId, NaiveDate, ApprovalState),
    /// A measure, and the periods that are to be measured.
    Measure {
        /// Which.
        id: MeasureId,
        /// The first period that nobody has measured.
        first: Period,
        /// The latest that is over.
        latest: Period,
        /// Something was measured of the latest before it was over: that is corrected.
        begun: bool,
    },
    /// A measurement, of which measure and period, and how far it has come.
    Measurement(MeasurementId, MeasureId, Period, ApprovalState),
    /// What a benefit freed in a year, and how far that has come.
    FreedTime(FreedTimeId, i32, ApprovalState),
    /// An effect goal, of which benefit, and how far its latest version has come.
    Goal(EffectGoalId, BenefitId, ApprovalState),
    /// An initiative, and what it lacks.
    Initiative(Vec<Duty>),
    /// A question of a round, and the role that is asked.
    Question(FollowUpRoundId, FollowUpRequestId, Role),
    /// A round.
    Round {
        /// Which.
        id: FollowUpRoundId,
        /// What it is about.
        period: (i32, RoundPart),
        /// How far it has come.
        state: RoundState,
        /// How many have answered.
        tally: RoundTally,
    },
    /// A report, how far it has come, and how many comments of its review nobody has resolved.
    Report(ReportId, ReportState, u32),
    /// A correction, of which report, and what that is called.
    Correction(ReportCorrectionId, ReportId, String),
    /// A subject of the report with this last year, and how far its assessment has come.
    Assessment(SubjectKey, i32, Option<AssessmentState>),
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkItem {
    /// What kind of work.
    pub kind: WorkKind,
    /// What it is on.
    pub subject: WorkSubject,
    /// What that is called, or says.
    pub name: String,
    /// The initiative that it belongs to; none for what is judged.
    pub initiative: Option<(InitiativeId, String)>,
    /// Since when it waits, or by when it is due, where that is known.
    pub day: Option<NaiveDate>,
    /// What somebody has said of it.
    pub note: Option<String>,
    /// What rights are held against. All of it has to be in scope.
    pub belongs: Vec<Belongs>,
}

impl WorkItem {
    /// It is daily work of this role, and these hands may do it.
    pub fn waits_for(&self, role: Role, hands: &Ctx) -> bool {
        let Some(operation) = self.kind.done_by(role) else {
            return false;
        };
        // There is nothing to plan yet: what the initiative promises comes first.
        let operation = match (&self.subject, operation) {
            (WorkSubject::Initiative(_), Operation::PlanWrite) => Operation::PortfolioWrite,
            _ => operation,
        };
        if let WorkSubject::Question(_, _, asked) = self.subject
            && asked != role
        {
            return false;
        }
        if self.is_somebody_elses(hands) {
            return false;
        }
        if self.belongs.is_empty() {
            return may(hands, operation, None);
        }
        self.belongs
            .iter()
            .all(|belongs| may(hands, operation, Some(belongs)))
    }
}

impl WorkItem {
    /// It is to be mended or sent in by whoever wrote it, and that is somebody else than this person. In a
    /// list of nobody in particular it stands for all to see, also where whoever wrote it is gone.
    fn is_somebody_elses(&self, hands: &Ctx) -> bool {
        let wrote = self.belongs.first().and_then(|belongs| belongs.editors.last());
        let own = matches!(
            self.kind,
            WorkKind::Returned
                | WorkKind::Draft
                | WorkKind::WriteMeasurement
                | WorkKind::WriteFreedTime
                | WorkKind::WriteGoal
        );
        let nobody = AccountId(uuid::Uuid::nil());
        match (wrote, hands.account_id()) {
            (Some(wrote), Some(who)) => own && who != nobody && who != *wrote,
            _ => false,
        }
    }
}

/// The roles that have a list.
pub const WORKING: [Role; 5] = [
    Role::SteeringUnit,
    Role::PortfolioManager,
    Role::BenefitOwner,
    Role::Reviewer,
    Role::Leadership,
];

/// The actor with one role alone: what waits for them in another is in that one's list.
pub fn in_role(ctx: &Ctx, role: Role) -> Ctx {
    let mut ctx = ctx.clone();
    if let Actor::Account { grants, .. } = &mut ctx.actor {
        grants.retain(|grant| grant.role == role);
    }
    ctx
}

/// Anybody who holds the role for everything: whose work it is where nobody in particular is meant.
pub fn anybody(ctx: &Ctx, role: Role) -> Ctx {
    let grant = Grant {
        role,
        scope: Scope::All,
        from: None,
        to: None,
    };
    Ctx {
        actor: Actor::Account {
            id: AccountId(uuid::Uuid::nil()),
            name: String::new(),
            grants: vec![grant],
        },
        ..ctx.clone()
    }
}
