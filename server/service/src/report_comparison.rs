//! Reports beside each other: two of them compared, and one presented with the decided ones before it.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, decide};
use domain::report::Report;
use domain::report_comparison::{Comparison, Course, compare, courses, decided_before};
use domain::report_model::ReportModel;
use domain::standing::{ReportHead, Standing};
use serde_json::json;

use crate::error::{Result, ServiceError};
use crate::export_trace::exported;
use crate::services::Services;
use crate::standing::{heads, model, readable, reports_newest_first, standing};

/// How many decided reports before the one that is presented have their levels shown beside it.
const BEFORE: usize = 4;

/// A report beside another.
#[derive(Clone, Debug)]
pub struct ComparisonView {
    /// The report that is looked at.
    pub this: ReportHead,
    /// Those that it can be compared with, newest first.
    pub others: Vec<ReportHead>,
    /// The one that it is compared with.
    pub with: Option<ReportId>,
    /// The two beside each other; none where no earlier report is decided and no other is asked for.
    pub comparison: Option<Comparison>,
}

/// A report as it is shown to leadership.
#[derive(Clone, Debug)]
pub struct PresentationView {
    /// The report.
    pub model: ReportModel,
    /// The reports whose levels are shown, oldest first; the last is this one.
    pub reports: Vec<ReportHead>,
    /// How levels have gone through them.
    pub courses: Vec<Course>,
}

/// The reports that the actor may open, newest first, and the one that is asked for among them.
async fn found(ctx: &Ctx, services: &Services, id: ReportId) -> Result<(Vec<Report>, Report)> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let mut reports = reports_newest_first(ctx, services).await?;
    reports.retain(|report| readable(ctx, report.state));
    let this = reports.iter().find(|report| report.id == id).cloned();
    Ok((reports, this.ok_or(ServiceError::NotFound)?))
}

/// A report beside another: beside the nearest decided one before it where none is asked for.
///
/// # Errors
/// Not found where the actor may not know of either, and where a report is to be compared with itself.
pub async fn report_comparison(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    with: Option<ReportId>,
) -> Result<ComparisonView> {
    let (reports, this) = found(ctx, services, id).await?;
    let others: Vec<ReportHead> = heads(&reports).into_iter().filter(|head| head.id != id).collect();
    let with = match with {
        Some(with) => Some(with),
        None => decided_before(&others, &ReportHead::of(&this)).map(|head| head.id),
    };
    let comparison = match with {
        Some(with) => {
            let other = reports.iter().find(|report| report.id == with && with != id);
            let other = standing(ctx, services, other.ok_or(ServiceError::NotFound)?).await?;
            Some(compare(&other, &standing(ctx, services, &this).await?))
        }
        None => None,
    };
    Ok(ComparisonView {
        this: ReportHead::of(&this),
        others,
        with,
        comparison,
    })
}

/// The same to be taken as a file; that it was taken leaves its trace.
///
/// # Errors
/// Not found also where there is nothing to compare with.
pub async fn report_comparison_exported(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    with: Option<ReportId>,
) -> Result<Comparison> {
    let view = report_comparison(ctx, services, id, with).await?;
    let comparison = view.comparison.ok_or(ServiceError::NotFound)?;
    let other = view.others.iter().find(|head| Some(head.id) == view.with);
    let told = BTreeMap::from([
        ("format", json!("csv")),
        ("compared_with", json!(other.map(ReportHead::name))),
    ]);
    exported(ctx, services, "report.export", "report", &id.to_string(), &told).await?;
    Ok(comparison)
}

/// A report as it is shown to leadership, with the levels of the decided ones before it.
///
/// # Errors
/// Not found where the actor may not know of it.
pub async fn report_presentation(ctx: &Ctx, services: &Services, id: ReportId) -> Result<PresentationView> {
    let (reports, this) = found(ctx, services, id).await?;
    let mut before: Vec<ReportHead> = Vec::new();
    let all = heads(&reports);
    let mut latest = ReportHead::of(&this);
    while before.len() < BEFORE
        && let Some(head) = decided_before(&all, &latest)
    {
        latest = head.clone();
        before.push(head.clone());
    }
    let mut standings: Vec<Standing> = Vec::with_capacity(before.len() + 1);
    for head in before.iter().rev() {
        if let Some(report) = reports.iter().find(|report| report.id == head.id) {
            standings.push(standing(ctx, services, report).await?);
        }
    }
    let model = model(ctx, services, &this).await?;
    standings.push(model.standing.clone());
    let shown: Vec<&Standing> = standings.iter().collect();
    Ok(PresentationView {
        reports: shown.iter().map(|of| of.report.clone()).collect(),
        courses: courses(&shown),
        model: Arc::unwrap_or_clone(model),
    })
}
