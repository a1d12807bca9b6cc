//! Steps in reports' lives, in the order in which they were taken.

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::{AccountId, ReportId};
use domain::report::life::ReportStep;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::report_step::{self, Column};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::rows::insert_rows;

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTaken {
    /// Which.
    pub step: ReportStep,
    /// Why, where somebody said so.
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<AccountId>,
}

/// The steps of a report, oldest first. One statement.
pub async fn report_step_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<Vec<StepTaken>> {
    let rows = report_step::Entity::find()
        .filter(Column::ReportId.eq(report.0))
        .order_by_asc(Column::Number)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

fn read(row: report_step::Model) -> Result<StepTaken> {
    let place = Row::of("report_step", row.report_id);
    Ok(StepTaken {
        step: place.code(&row.step)?,
        at: place.moment(row.taken_at)?,
        note: row.note,
        by: row.taken_by.map(AccountId),
    })
}

/// The steps of all reports, each with its number, by report and number. One statement.
pub async fn report_step_list_all(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
) -> Result<Vec<(ReportId, i32, StepTaken)>> {
    let rows = report_step::Entity::find()
        .order_by_asc(Column::ReportId)
        .order_by_asc(Column::Number)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| Ok((row.report_id.into(), row.number, read(row)?)))
        .collect()
}

/// Adds steps as they were taken elsewhere, each with its number.
pub async fn report_step_insert_many(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[(ReportId, i32, StepTaken)],
) -> Result<()> {
    let rows = new.iter().map(|(report, number, taken)| report_step::Model {
        report_id: report.0,
        number: *number,
        step: taken.step.code().to_owned(),
        note: taken.note.clone(),
        taken_at: micros(taken.at),
        taken_by: taken.by.map(|id| id.0),
    });
    insert_rows::<report_step::Entity>(db, rows.collect()).await
}

/// Notes that the actor takes a step now. Two statements.
pub async fn report_step_insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
    step: ReportStep,
    note: Option<&str>,
) -> Result<()> {
    let before = report_step_list(ctx, db, report).await?;
    let row = report_step::Model {
        report_id: report.0,
        number: i32::try_from(before.len()).unwrap_or(i32::MAX).saturating_add(1),
        step: step.code().to_owned(),
        note: note.map(str::to_owned),
        taken_at: micros(ctx.now),
        taken_by: ctx.account_id().map(|id| id.0),
    };
    report_step::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}
