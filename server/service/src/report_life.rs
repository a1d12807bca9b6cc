//! A report's life: sent for review, commented, sent back or decided, made public. A decision freezes the report, its
//! assessments and its files in one act.

mod comment;
mod correct;
mod correction;
mod decide;
mod responsible;
mod step;
mod view;

use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, decide as allowed, may};
use domain::report::{DecisionRecord, Report};
use domain::role::Role;
use store::repo::report::report_load;
use store::{ConnectionTrait, Versioned};

use crate::error::{Result, ServiceError};

pub use comment::{
    CommentView, ReportReviewView, comment_reopen, comment_resolve, report_comment_save, report_review,
};
pub use correct::{
    CorrectionDecisionView, report_correction_decide, report_correction_decision, report_correction_file,
};
pub use correction::{
    CorrectionFormView, ProposedCorrection, ReportCorrectionsView, report_correction_form,
    report_correction_save, report_correction_withdraw, report_corrections,
};
pub(crate) use decide::renderings_put;
pub use decide::{DecidedAlong, DecisionView, report_decide, report_decision};
pub use responsible::{AreaName, PersonName, ResponsibleView, report_responsible};
pub use step::report_step_take;
pub use view::{ReportLifeView, StepView, report_life};

/// The report, for those who may read what is not decided.
async fn readable(ctx: &Ctx, db: &impl ConnectionTrait, id: ReportId) -> Result<Versioned<Report>> {
    allowed(ctx, Operation::UndecidedRead, None)?;
    report_load(ctx, db, id).await?.ok_or(ServiceError::NotFound)
}

/// How the actor decides reports: here; or, made elsewhere, by recording it.
fn way(ctx: &Ctx) -> Result<Way> {
    if may(ctx, Operation::ReportDecide, None) {
        return Ok(Way::Here);
    }
    allowed(ctx, Operation::ReportRecord, None)?;
    Ok(Way::Elsewhere)
}

/// How a decision of the actor comes into the system.
fn record(ctx: &Ctx, way: Way) -> DecisionRecord {
    DecisionRecord {
        role: match way {
            Way::Here => Role::Leadership,
            Way::Elsewhere => Role::SteeringUnit,
        },
        at: ctx.now,
        elsewhere: way == Way::Elsewhere,
    }
}

/// Where a decision is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By the actor.
    Here,
    /// By somebody else, in another forum; the actor records it.
    Elsewhere,
}
