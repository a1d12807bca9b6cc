use std::sync::Arc;

use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, decide, may};
use domain::report::Report;
use domain::report::correction::{ReportCorrection, made};
use domain::report_model::ReportModel;
use domain::standing::ReportHead;
use store::repo::report_correction::{report_correction_counts, report_correction_list};

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
    /// What was corrected in it since its decision, by number.
    pub corrections: Vec<ReportCorrection>,
}

/// A report in the list of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedReport {
    /// What it is.
    pub head: ReportHead,
    /// How many corrections were made of it.
    pub corrections: u32,
}

/// The reports that the actor may open, newest first.
pub async fn report_list(ctx: &Ctx, services: &Services) -> Result<Vec<ListedReport>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    let corrections = report_correction_counts(ctx, services.store.reader()).await?;
    Ok(reports
        .iter()
        .filter(|report| readable(ctx, report.state))
        .map(|report| ListedReport {
            head: ReportHead::of(report),
            corrections: corrections.get(&report.id).copied().unwrap_or(0),
        })
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
    view_of(ctx, services, report).await
}

/// A report with all that it shows, for whoever may read it: those who ask have asked the policy.
pub(crate) async fn view_of(ctx: &Ctx, services: &Services, report: &Report) -> Result<ReportView> {
    let corrections = match report.state.is_decided() {
        true => report_correction_list(ctx, services.store.reader(), report.id).await?,
        false => Vec::new(),
    };
    Ok(ReportView {
        model: Arc::unwrap_or_clone(model(ctx, services, report).await?),
        corrections: made(corrections.into_iter().map(|one| one.value)),
        may_write: !report.state.is_decided() && may(ctx, Operation::ReportWrite, None),
    })
}
