//! Grading: where it stands in a report, the evidence of each subject, what people choose, and what
//! comes back from those who decide.

mod list;
mod review;
mod save;
mod view;

use domain::assessment::{AssessmentState, AssessmentSubject};
use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, may};
use domain::report::Report;
use domain::rollup::Proposal;
use domain::standing::ProposalThen;
use store::ConnectionTrait;
use store::repo::assessment::{AssessmentRecord, assessment_list as stored_list};

use crate::error::Result;

pub use list::{AssessmentListView, assessment_list};
pub use review::assessment_return;
pub use save::assessment_save;
pub use view::{AssessmentView, LevelBefore, assessment_view};

/// The actor may grade, and the report is open.
fn may_assess(ctx: &Ctx, report: &Report) -> bool {
    !report.state.is_decided() && may(ctx, Operation::AssessmentWrite, None)
}

/// What the system proposed when the assessment was sent in, where it proposes something else now. What
/// is decided was decided as it stood then.
pub(crate) fn moved(found: &AssessmentRecord, now: Option<Proposal>) -> Option<ProposalThen> {
    let sent_in = found.assessment.value.state == AssessmentState::Submitted;
    let kept = found.proposal.as_ref().filter(|_| sent_in)?;
    kept.then.has_moved(now).then_some(kept.then)
}

/// The newest version of the subject's assessment.
async fn newest(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
    subject: AssessmentSubject,
) -> Result<Option<AssessmentRecord>> {
    let all = stored_list(ctx, db, report).await?;
    Ok(all
        .into_iter()
        .find(|found| found.assessment.value.subject == subject))
}
