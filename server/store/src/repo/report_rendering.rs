//! The files of decided reports, byte by byte as they were decided. Triggers forbid that one is ever changed or removed.

use domain::ctx::Ctx;
use domain::id::ReportId;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::report_rendering::{self, Column};
use crate::error::Result;
use crate::repo::rows::insert_rows;

/// A file of a decided report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendering {
    /// The report.
    pub report: ReportId,
    /// Code of its format.
    pub format: String,
    /// SHA-256 of its bytes, by which the file is found.
    pub hash: String,
}

/// The files of a report, by format. One statement.
pub async fn report_rendering_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<Vec<Rendering>> {
    let rows = report_rendering::Entity::find()
        .filter(Column::ReportId.eq(report.0))
        .order_by_asc(Column::Format)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// The files of all reports, by report and format. One statement.
pub async fn report_rendering_list_all(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Rendering>> {
    let rows = report_rendering::Entity::find()
        .order_by_asc(Column::ReportId)
        .order_by_asc(Column::Format)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// Binds stored files to reports, once and for all.
pub async fn report_rendering_insert_many(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[Rendering],
) -> Result<()> {
    let rows = new.iter().map(|one| report_rendering::Model {
        report_id: one.report.0,
        format: one.format.clone(),
        hash: one.hash.clone(),
    });
    insert_rows::<report_rendering::Entity>(db, rows.collect()).await
}

fn read(row: report_rendering::Model) -> Rendering {
    Rendering {
        report: row.report_id.into(),
        format: row.format,
        hash: row.hash,
    }
}
