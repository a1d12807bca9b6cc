//! Typed identifiers, so that an area is never looked up by a delivery's id.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A person's or a demo role's account.
    AccountId,
    /// An investment area.
    AreaId,
    /// A dated set of investment areas.
    AreaSetId,
    /// One version of the assessment of an area, a benefit group or the whole.
    AssessmentId,
    /// An alternative of a calculation.
    AlternativeId,
    /// A benefit.
    BenefitId,
    /// A benefit group.
    BenefitGroupId,
    /// One version of a benefit calculation.
    CalculationId,
    /// A line of a calculation.
    CalculationLineId,
    /// A delivery.
    DeliveryId,
    /// An effect goal.
    EffectGoalId,
    /// A factor of the library.
    FactorId,
    /// A value of a factor.
    FactorValueId,
    /// A figure.
    FigureId,
    /// A question of a follow-up round.
    FollowUpRequestId,
    /// A follow-up round.
    FollowUpRoundId,
    /// One version of the level thresholds and statement scores.
    GradingSchemeId,
    /// Time that a benefit freed in a year.
    FreedTimeId,
    /// An initiative.
    InitiativeId,
    /// A measure.
    MeasureId,
    /// A measurement.
    MeasurementId,
    /// An activity of a realisation plan.
    PlanActivityId,
    /// A portfolio.
    PortfolioId,
    /// A benefit's realisation plan.
    RealisationPlanId,
    /// A report.
    ReportId,
    /// A comment of a report's review.
    ReportCommentId,
    /// A correction of a decided report.
    ReportCorrectionId,
    /// A link by which a decided report is read without an account.
    ReportLinkId,
    /// A view of a register that somebody has kept.
    SavedViewId,
    /// A value in kronor on a statement or a measurement.
    SekValueId,
    /// A realised-benefit statement.
    StatementId,
    /// A SUS evaluation.
    SusEvaluationId,
    /// An organisational unit.
    UnitId,
}
