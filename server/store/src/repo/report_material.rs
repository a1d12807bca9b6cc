//! All that a report is compiled from.

use chrono::NaiveDate;
use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::report_model::ReportMaterial;
use sea_orm::ConnectionTrait;

use crate::error::{Result, StoreError};
use crate::kept::Kept;
use crate::repo;
use crate::repo::agency::agency_load;
use crate::repo::rows::Pick;
use crate::repo::whole_noun;
use crate::versioned::Versioned;

/// Loads what a report is compiled from: the whole portfolio, of which [`domain::report_model`] leaves out what lies outside the
/// report's scope. 44 statements whatever there is, one less where nothing is kept and fewer where parts of it are, or 3 where
/// there is no such report.
///
/// # Errors
/// Where the database is empty of what every report needs, and where it fails.
pub async fn report_material_load(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    kept: &Kept,
    report: ReportId,
) -> Result<Option<ReportMaterial>> {
    report_material_load_as_of(ctx, db, kept, report, None).await
}

/// The same for judging the report as of another day than its own, where one is given: measurements are those that
/// count on that day. The report keeps its cut-off.
///
/// # Errors
/// As [`report_material_load`].
pub async fn report_material_load_as_of(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    kept: &Kept,
    report: ReportId,
    day: Option<NaiveDate>,
) -> Result<Option<ReportMaterial>> {
    let Some(Versioned { value: head, .. }) = repo::report::find(db, &Pick::One(report.0)).await?.pop()
    else {
        return Ok(None);
    };
    let missing = |table, id: String| move || StoreError::NotFound { table, id };
    let agency = agency_load(ctx, db)
        .await?
        .ok_or_else(missing("agency", "1".to_owned()))?
        .value;
    let scheme = repo::grading_scheme::find(db, &Pick::One(head.grading_scheme.0))
        .await?
        .pop()
        .ok_or_else(missing("grading_scheme", head.grading_scheme.to_string()))?
        .value;
    let now = &kept.now(db).await?;
    Ok(Some(ReportMaterial {
        agency,
        scheme,
        groups: whole_noun::groups(now).await?,
        areas: whole_noun::areas(now).await?,
        initiatives: whole_noun::initiatives(now).await?,
        deliveries: whole_noun::deliveries(now).await?,
        benefits: whole_noun::benefits(now).await?,
        statements: whole_noun::statements(now).await?,
        sus: whole_noun::sus(now).await?,
        assessments: whole_noun::assessments(now, report).await?,
        measured: whole_noun::measured(now, day.unwrap_or(head.cut_off)).await?,
        calculated: whole_noun::calculated(now).await?,
        promised: whole_noun::promised(now, (head.from_year, head.to_year)).await?,
        plans: whole_noun::plans(now).await?,
        freed_times: whole_noun::freed_times(now).await?,
        sek_values: whole_noun::sek_values(now).await?,
        valued: whole_noun::valued(now).await?,
        report: head,
    }))
}
