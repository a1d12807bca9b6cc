use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, decide, may};
use domain::report::Report;
use domain::report_model::ReportModel;
use domain::standing::ReportHead;

use crate::error::{Result, ServiceError};
use crate::services::Services;
use crate::standing::{model, readable, reports_newest_first};

/// A report with all that it shows.
#[derive(Clone, Debug)]
pub struct ReportView {
    /// The model.
    pub model: ReportModel,
    /// The actor may write it: it is open, and they hold the right.
    pub may_write: bool,
}

/// The reports that the actor may open, newest first.
pub async fn report_list(ctx: &Ctx, services: &Services) -> Result<Vec<ReportHead>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    Ok(reports
        .iter()
        .filter(|report| readable(ctx, report.state))
        .map(ReportHead::of)
        .collect())
}

/// A report by its identity.
pub async fn report_view(ctx: &Ctx, services: &Services, id: ReportId) -> Result<ReportView> {
    find(ctx, services, |report| report.id == id).await
}

/// The report whose last year this is.
pub async fn report_view_of_year(ctx: &Ctx, services: &Services, to_year: i32) -> Result<ReportView> {
    find(ctx, services, |report| report.to_year == to_year).await
}

async fn find(ctx: &Ctx, services: &Services, wanted: impl Fn(&Report) -> bool) -> Result<ReportView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    let report = reports
        .iter()
        .find(|report| wanted(report) && readable(ctx, report.state))
        .ok_or(ServiceError::NotFound)?;
    Ok(ReportView {
        model: model(ctx, services, report).await?,
        may_write: !report.state.is_decided() && may(ctx, Operation::ReportWrite, None),
    })
}
