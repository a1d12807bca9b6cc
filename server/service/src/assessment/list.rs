use domain::assessment::AssessmentSubject;
use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use domain::standing::{ReportHead, Standing};

use store::repo::assessment::{AssessmentRecord, assessment_list as stored_list};

use super::{may_assess, moved};
use crate::error::Result;
use crate::services::Services;
use crate::standing::{chosen, heads, reports_newest_first, standing};

/// Where the grading of a report stands.
#[derive(Clone, Debug)]
pub struct AssessmentListView {
    /// Reports to turn to, newest first.
    pub reports: Vec<ReportHead>,
    /// The chosen one's standing.
    pub standing: Standing,
    /// What was sent in, and of which the system proposes something else now.
    pub moved: Vec<AssessmentSubject>,
    /// The actor may grade, and the report is open.
    pub may_assess: bool,
}

/// Where the grading stands in the report with this last year; in the newest where none is asked for.
pub async fn assessment_list(
    ctx: &Ctx,
    services: &Services,
    to_year: Option<i32>,
) -> Result<AssessmentListView> {
    decide(ctx, Operation::UndecidedRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    let report = chosen(&reports, to_year)?;
    let standing = standing(ctx, services, report).await?;
    let stored = stored_list(ctx, services.store.reader(), report.id).await?;
    let subjects = standing.subjects();
    let has_moved = |found: &&AssessmentRecord| {
        let subject = found.assessment.value.subject;
        let now = subjects.iter().find(|one| one.subject == subject);
        moved(found, now.and_then(|one| one.proposal)).is_some()
    };
    let moved = stored.iter().filter(has_moved);
    Ok(AssessmentListView {
        moved: moved.map(|found| found.assessment.value.subject).collect(),
        standing,
        may_assess: may_assess(ctx, report),
        reports: heads(&reports),
    })
}
