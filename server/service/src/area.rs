use domain::ctx::Ctx;
use domain::policy::{Operation, decide, may};
use domain::report_model::AreaSection;
use domain::standing::{ReportHead, Standing};

use crate::error::{Result, ServiceError};
use crate::realised::Realised;
use crate::services::Services;
use crate::standing::{chosen, heads, model, readable, reports_newest_first};

/// What an area's page shows.
#[derive(Clone, Debug)]
pub struct AreaView {
    /// Reports to turn to, newest first.
    pub reports: Vec<ReportHead>,
    /// The whole's standing.
    pub standing: Standing,
    /// The area's section.
    pub section: AreaSection,
    /// What was freed and what came in kronor.
    pub realised: Realised,
    /// The actor may grade it, and the report is open.
    pub may_assess: bool,
    /// The report itself may be opened.
    pub report_readable: bool,
}

/// The area with this number in the report with this last year; in the newest where none is asked for.
pub async fn area_view(
    ctx: &Ctx,
    services: &Services,
    number: &str,
    to_year: Option<i32>,
) -> Result<AreaView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    let report = chosen(&reports, to_year)?;
    let model = model(ctx, services, report).await?;
    let report_readable = readable(ctx, report.state);
    let section = model.areas.iter().find(|section| section.area.number == number);
    let mut section = section.ok_or(ServiceError::NotFound)?.clone();
    let mut standing = model.standing.clone();
    if !report_readable {
        section.assessment = None;
        standing = standing.without_undecided();
    }
    Ok(AreaView {
        realised: Realised::of_area(ctx, services, &model, section.area.id).await?,
        standing,
        section,
        may_assess: !report.state.is_decided() && may(ctx, Operation::AssessmentWrite, None),
        report_readable,
        reports: heads(&reports),
    })
}
