//! Which report a page looks at, and its standing: frozen once decided, folded on read before.

use std::sync::Arc;

use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, may};
use domain::report::{Report, ReportState};
use domain::report_model::{self, ReportModel};
use domain::standing::{ReportHead, Standing};
use store::ConnectionTrait;
use store::repo::audit_event::audit_head_load;
use store::repo::frozen_report::frozen_report_load;
use store::repo::report::report_list;
use store::repo::report_material::report_material_load;

use crate::error::{Result, ServiceError};
use crate::memo::Source;
use crate::off_thread::off_thread;
use crate::services::Services;

/// All reports, newest first.
pub(crate) async fn reports_newest_first(ctx: &Ctx, services: &Services) -> Result<Vec<Report>> {
    let mut reports: Vec<Report> = report_list(ctx, services.store.reader())
        .await?
        .into_iter()
        .map(|found| found.value)
        .collect();
    reports.sort_by_key(|report| std::cmp::Reverse((report.to_year, report.from_year, report.id)));
    Ok(reports)
}

/// The report with this last year; the newest where none is asked for.
pub(crate) fn chosen(reports: &[Report], to_year: Option<i32>) -> Result<&Report> {
    match to_year {
        Some(year) => reports.iter().find(|report| report.to_year == year),
        None => reports.first(),
    }
    .ok_or(ServiceError::NotFound)
}

/// The report itself may be opened: decided ones by all who read the portfolio, others by few.
pub(crate) fn readable(ctx: &Ctx, state: ReportState) -> bool {
    state.is_decided() || may(ctx, Operation::UndecidedRead, None)
}

/// The report's model, kept while nothing has happened: everything that a report shows is made of it, from the overview to an
/// area and the files. Undecided judgements are in it: hide them from those who may not read them.
pub(crate) async fn model(ctx: &Ctx, services: &Services, report: &Report) -> Result<Arc<ReportModel>> {
    let models = &services.memo.models;
    if report.state.is_decided() {
        let make = frozen(ctx, services, report);
        return models.of(report.id, Source::Frozen(report.state), make).await;
    }
    // The event and what it left are read as they are at one moment.
    let db = services.store.snapshot().await?;
    let source = Source::Event(audit_head_load(ctx, &db).await?);
    let make = compiled(ctx, services, &db, report.id);
    models.of(report.id, source, make).await
}

/// The model that a report was decided on; for one whose content nobody has frozen, what it is now.
async fn frozen(ctx: &Ctx, services: &Services, report: &Report) -> Result<ReportModel> {
    let Some(frozen) = frozen_report_load(ctx, services.store.reader(), report.id).await? else {
        let db = services.store.snapshot().await?;
        return compiled(ctx, services, &db, report.id).await;
    };
    let mut model: ReportModel = serde_json::from_str(&frozen.model_json)?;
    // What is frozen is decided; whether it is public as well came after.
    model.report.state = report.state;
    model.standing.report.state = report.state;
    Ok(model)
}

/// The model of a report as it is at one moment.
async fn compiled(
    ctx: &Ctx,
    services: &Services,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<ReportModel> {
    let material = report_material_load(ctx, db, services.store.kept(), report).await?;
    let material = material.ok_or(ServiceError::NotFound)?;
    off_thread(move || report_model::compile(material)).await
}

/// The report's standing, with what the actor may see of judgements.
pub(crate) async fn standing(ctx: &Ctx, services: &Services, report: &Report) -> Result<Standing> {
    let standing = model(ctx, services, report).await?.standing.clone();
    Ok(if readable(ctx, report.state) {
        standing
    } else {
        standing.without_undecided()
    })
}

/// Heads for the switch between reports.
pub(crate) fn heads(reports: &[Report]) -> Vec<ReportHead> {
    reports.iter().map(ReportHead::of).collect()
}
