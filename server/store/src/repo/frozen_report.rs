//! The stored content of decided reports. Triggers forbid that it is ever changed or removed.

use std::slice;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::ReportId;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use crate::entity::frozen_report;
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::rows::insert_rows;

/// The content of a decided report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenReport {
    /// The report.
    pub report: ReportId,
    /// SHA-256 of the content, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The content, byte by byte as it was hashed.
    pub model_json: String,
    /// When it was frozen, to the microsecond.
    pub frozen_at: DateTime<Utc>,
}

/// The content of a report; none where it is not decided.
pub async fn frozen_report_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<Option<FrozenReport>> {
    frozen_report::Entity::find_by_id(report.0)
        .one(db)
        .await?
        .map(read)
        .transpose()
}

/// The contents of all decided reports.
pub async fn frozen_report_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<FrozenReport>> {
    let rows = frozen_report::Entity::find()
        .order_by_asc(frozen_report::Column::ReportId)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Stores the content of a report, once and for all.
pub async fn frozen_report_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &FrozenReport) -> Result<()> {
    frozen_report_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Stores several.
pub async fn frozen_report_insert_many(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[FrozenReport],
) -> Result<()> {
    let rows = new.iter().map(|frozen| frozen_report::Model {
        report_id: frozen.report.0,
        sha256: frozen.sha256.clone(),
        model_json: frozen.model_json.clone(),
        frozen_at: micros(frozen.frozen_at),
    });
    insert_rows::<frozen_report::Entity>(db, rows.collect()).await
}

fn read(row: frozen_report::Model) -> Result<FrozenReport> {
    let frozen_at = Row::of("frozen_report", row.report_id).moment(row.frozen_at)?;
    Ok(FrozenReport {
        report: row.report_id.into(),
        sha256: row.sha256,
        model_json: row.model_json,
        frozen_at,
    })
}
