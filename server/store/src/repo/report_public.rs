//! Since when reports are public, and when each was last corrected.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::report::life::ReportStep;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::entity::{frozen_report, report_correction, report_step};
use crate::error::Result;
use crate::moment::moment;

/// When reports were made public, by report. One that came public from elsewhere is so since it was stored here; what is
/// frozen and not public is among them, for whoever asks to leave out. Two statements.
pub async fn report_public_since(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
) -> Result<BTreeMap<ReportId, DateTime<Utc>>> {
    let frozen: Vec<(Uuid, i64)> = frozen_report::Entity::find()
        .select_only()
        .columns([frozen_report::Column::ReportId, frozen_report::Column::FrozenAt])
        .into_tuple()
        .all(db)
        .await?;
    let published: Vec<(Uuid, i64)> = report_step::Entity::find()
        .select_only()
        .columns([report_step::Column::ReportId, report_step::Column::TakenAt])
        .filter(report_step::Column::Step.eq(ReportStep::Publish.code()))
        .into_tuple()
        .all(db)
        .await?;
    // The later ones take the place of the earlier.
    let all = frozen.into_iter().chain(published);
    all.map(|(id, at)| Ok((ReportId(id), moment("report_step", &id.to_string(), at)?)))
        .collect()
}

/// The day of the newest correction of each report that has one. One statement.
pub async fn report_corrected_on(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
) -> Result<BTreeMap<ReportId, NaiveDate>> {
    let days: Vec<(Uuid, NaiveDate)> = report_correction::Entity::find()
        .select_only()
        .column(report_correction::Column::ReportId)
        .column_as(report_correction::Column::DecidedOn.max(), "decided_on")
        .filter(report_correction::Column::DecidedOn.is_not_null())
        .group_by(report_correction::Column::ReportId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(days.into_iter().map(|(id, day)| (ReportId(id), day)).collect())
}
