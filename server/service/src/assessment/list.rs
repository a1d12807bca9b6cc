use domain::ctx::Ctx;
use domain::policy::{Operation, decide};
use domain::standing::{ReportHead, Standing};

use super::may_assess;
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
    Ok(AssessmentListView {
        standing: standing(ctx, services, report).await?,
        may_assess: may_assess(ctx, report),
        reports: heads(&reports),
    })
}
