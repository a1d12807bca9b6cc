//! A report judged as of another day than its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, decide};
use domain::report_model::{ReportModel, compile_as_of};
use domain::standing::ReportHead;
use serde_json::json;
use store::repo::audit_event::audit_head_load;
use store::repo::report_material::report_material_load_as_of;

use crate::error::{Result, ServiceError};
use crate::export_trace::exported;
use crate::off_thread::off_thread;
use crate::render::{Format, render};
use crate::services::Services;
use crate::standing::{readable, reports_newest_first};

/// A report, and as it is judged on the day that was asked for.
#[derive(Clone, Debug)]
pub struct ReportAsOfView {
    /// The report with its own cut-off.
    pub head: ReportHead,
    /// It as of the day; none where no day is asked for.
    pub model: Option<ReportModel>,
}

/// A report as of another day than its own cut-off: the same scope, texts and levels, with all that is judged judged
/// as of that day by what is known now. What is decided stays as it was decided, and is shown on the report's own page.
///
/// # Errors
/// Not found where the actor may not open the report.
pub async fn report_as_of(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    day: Option<NaiveDate>,
) -> Result<ReportAsOfView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    let report = reports
        .iter()
        .find(|report| report.id == id && readable(ctx, report.state))
        .ok_or(ServiceError::NotFound)?;
    let model = match day {
        Some(day) => {
            let db = services.store.snapshot().await?;
            let material = report_material_load_as_of(ctx, &db, services.store.kept(), id, Some(day)).await?;
            let material = material.ok_or(ServiceError::NotFound)?;
            Some(off_thread(move || compile_as_of(material, day)).await?)
        }
        None => None,
    };
    Ok(ReportAsOfView {
        head: ReportHead::of(report),
        model,
    })
}

/// The same as a file, made anew each time; that it was taken leaves its trace.
///
/// # Errors
/// As [`report_as_of`], and where the format cannot carry the model.
pub async fn report_as_of_file(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    day: NaiveDate,
    format: Format,
) -> Result<(ReportModel, Vec<u8>)> {
    let view = report_as_of(ctx, services, id, Some(day)).await?;
    let model = Arc::new(view.model.ok_or(ServiceError::NotFound)?);
    let head = audit_head_load(ctx, services.store.reader()).await?.to_string();
    let bytes = render(services, &model, format, &head).await?;
    let told = BTreeMap::from([
        ("format", json!(format.code())),
        ("as_of", json!(day.to_string())),
    ]);
    exported(ctx, services, "report.export", "report", &id.to_string(), &told).await?;
    Ok((Arc::unwrap_or_clone(model), bytes))
}

/// The report whose last year this is, as of a day, as a file.
///
/// # Errors
/// As [`report_as_of_file`].
pub async fn report_render_as_of(
    ctx: &Ctx,
    services: &Services,
    to_year: i32,
    day: NaiveDate,
    format: Format,
) -> Result<Vec<u8>> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let reports = reports_newest_first(ctx, services).await?;
    let found = reports.iter().find(|report| report.to_year == to_year);
    let id = found.ok_or(ServiceError::NotFound)?.id;
    let (_, bytes) = report_as_of_file(ctx, services, id, day, format).await?;
    Ok(bytes)
}
