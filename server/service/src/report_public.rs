//! Reports that have been made public: whoever asks reads them, as they were decided.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::local_time::day_begins;
use domain::report::Report;
use domain::standing::ReportHead;
use store::repo::agency::agency_load;
use store::repo::report::{report_list as reports_load, report_load};
use store::repo::report_public::{report_corrected_on, report_public_since};

use crate::error::{Result, ServiceError};
use crate::render::{Format, outside_file};
use crate::report::{ReportView, view_of};
use crate::services::Services;

/// A public report in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicReport {
    /// The report.
    pub report: ReportHead,
    /// Its own registry number.
    pub registry_number: Option<String>,
    /// Since when it is public.
    pub since: DateTime<Utc>,
    /// When it was last corrected, or else made public.
    pub updated: DateTime<Utc>,
}

/// The public reports, those that were made public last first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicReports {
    /// Whose they are; none while nobody has said it.
    pub agency: Option<String>,
    /// The reports.
    pub reports: Vec<PublicReport>,
}

/// The public reports. Open to everybody.
pub async fn report_public_list(ctx: &Ctx, services: &Services) -> Result<PublicReports> {
    let db = services.store.reader();
    let agency = agency_load(ctx, db).await?;
    let since = report_public_since(ctx, db).await?;
    let corrected = report_corrected_on(ctx, db).await?;
    let all = reports_load(ctx, db).await?.into_iter().map(|found| found.value);
    let mut reports: Vec<PublicReport> = all
        .filter(|report| report.state.is_public())
        .filter_map(|report| {
            let since = *since.get(&report.id)?;
            let corrected = corrected.get(&report.id).map(|day| day_begins(*day));
            Some(PublicReport {
                report: ReportHead::of(&report),
                registry_number: report.registry_number,
                since,
                updated: corrected.map_or(since, |at| at.max(since)),
            })
        })
        .collect();
    reports.sort_by_key(|one| Reverse((one.since, one.report.id)));
    Ok(PublicReports {
        agency: agency.map(|found| found.value.name),
        reports,
    })
}

async fn public(ctx: &Ctx, services: &Services, id: ReportId) -> Result<Report> {
    let found = report_load(ctx, services.store.reader(), id).await?;
    let report = found.map(|found| found.value).filter(|one| one.state.is_public());
    report.ok_or(ServiceError::NotFound)
}

/// A public report, as it was decided. Open to everybody.
///
/// # Errors
/// Not found where it is not public, whether it exists or not.
pub async fn report_public_view(ctx: &Ctx, services: &Services, id: ReportId) -> Result<ReportView> {
    let report = public(ctx, services, id).await?;
    view_of(ctx, services, &report).await
}

/// The same as a file: the bytes that were stored with the decision.
///
/// # Errors
/// As for the report itself.
pub async fn report_public_file(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    format: Format,
) -> Result<(Report, Vec<u8>)> {
    let report = public(ctx, services, id).await?;
    let bytes = outside_file(ctx, services, &report, format).await?;
    Ok((report, bytes))
}
