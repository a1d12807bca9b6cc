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
    rows.into_iter()
        .map(|row| {
            let place = Row::of("report_step", row.report_id);
            Ok(StepTaken {
                step: place.code(&row.step)?,
                at: place.moment(row.taken_at)?,
                note: row.note,
                by: row.taken_by.map(AccountId),
            })
        })
        .collect()
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
