//! What has been sent in to be approved, as far as whom it waits for goes.

use domain::ctx::Ctx;
use domain::id::{AccountId, ReportId, StatementId};
use domain::report_model::Waiting;
use domain::statement::ApprovalState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::statement;
use crate::error::Result;
use crate::repo::calculation::calculation_work_list;
use crate::repo::effect_goal::effect_goal_work_list;
use crate::repo::measurement_work::measurement_work_list;
use crate::repo::report_comment::report_comment_list;

/// All of it in the portfolio, and the open comments on a report. Six statements.
pub async fn report_waiting_load(ctx: &Ctx, db: &impl ConnectionTrait, report: ReportId) -> Result<Waiting> {
    let comments = report_comment_list(ctx, db, report).await?;
    let open = comments.iter().filter(|one| one.comment.is_open()).count();
    Ok(Waiting {
        statements: submitted_statements(db).await?,
        measurements: measurement_work_list(db).await?,
        goals: effect_goal_work_list(db).await?,
        calculations: calculation_work_list(db).await?,
        open_comments: u32::try_from(open).unwrap_or(u32::MAX),
    })
}

async fn submitted_statements(db: &impl ConnectionTrait) -> Result<Vec<(StatementId, Option<AccountId>)>> {
    let rows: Vec<(Uuid, Option<Uuid>)> = statement::Entity::find()
        .select_only()
        .columns([statement::Column::Id, statement::Column::EditedBy])
        .filter(statement::Column::State.eq(ApprovalState::Submitted.code()))
        .order_by_asc(statement::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let read = |(id, by): (Uuid, Option<Uuid>)| (id.into(), by.map(AccountId));
    Ok(rows.into_iter().map(read).collect())
}
