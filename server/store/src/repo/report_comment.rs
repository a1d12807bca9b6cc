//! Comments of reviews. Triggers freeze them with the decision.

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::{AccountId, ReportCommentId, ReportId};
use domain::report::comment::ReportComment;
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use crate::entity::report_comment::{self, Column};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::rows::{insert_rows, update_row};

/// A comment with who stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentRecord {
    /// The comment.
    pub comment: ReportComment,
    /// Grows by one with every change.
    pub version: i32,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// By whom.
    pub written_by: Option<AccountId>,
    /// When it was resolved.
    pub answered_at: Option<DateTime<Utc>>,
    /// By whom.
    pub answered_by: Option<AccountId>,
}

/// The comments on a report, oldest first. One statement.
pub async fn report_comment_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<Vec<CommentRecord>> {
    let rows = report_comment::Entity::find()
        .filter(Column::ReportId.eq(report.0))
        .order_by_asc(Column::WrittenAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

/// The comments on all reports, by report, oldest first. One statement.
pub async fn report_comment_list_all(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<CommentRecord>> {
    let rows = report_comment::Entity::find()
        .order_by_asc(Column::ReportId)
        .order_by_asc(Column::WrittenAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Adds comments as they were made elsewhere.
pub async fn report_comment_insert_many(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[CommentRecord],
) -> Result<()> {
    insert_rows::<report_comment::Entity>(db, new.iter().map(row).collect()).await
}

/// Replaces one with how it is elsewhere, unless it has changed since the expected version.
pub async fn report_comment_update(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &CommentRecord,
    expected_version: i32,
) -> Result<i32> {
    let row = report_comment::Model {
        version: expected_version.saturating_add(1),
        ..row(changed)
    };
    let expected = (Column::Version, expected_version);
    let id = (Column::Id, changed.comment.id.0);
    update_row::<report_comment::Entity>(db, row.into_active_model(), id, expected).await
}

fn row(record: &CommentRecord) -> report_comment::Model {
    let comment = &record.comment;
    report_comment::Model {
        id: comment.id.0,
        report_id: comment.report.0,
        section: comment.section.to_string(),
        text: comment.text.clone(),
        answer: comment.answer.clone(),
        written_at: micros(record.written_at),
        written_by: record.written_by.map(|id| id.0),
        answered_at: record.answered_at.map(micros),
        answered_by: record.answered_by.map(|id| id.0),
        version: record.version,
    }
}

/// The comment.
pub async fn report_comment_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: ReportCommentId,
) -> Result<Option<CommentRecord>> {
    let row = report_comment::Entity::find_by_id(id.0).one(db).await?;
    row.map(read).transpose()
}

/// Adds one by the actor.
pub async fn report_comment_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &ReportComment) -> Result<()> {
    let row = row(&CommentRecord {
        comment: new.clone(),
        version: 1,
        written_at: ctx.now,
        written_by: ctx.account_id(),
        answered_at: None,
        answered_by: None,
    });
    report_comment::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Resolves one, or opens it again where no answer is given, unless it has changed since the expected version.
pub async fn report_comment_answer(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: ReportCommentId,
    expected_version: i32,
    answer: Option<&str>,
) -> Result<i32> {
    let by = ctx.account_id().map(|id| id.0).filter(|_| answer.is_some());
    let row = report_comment::ActiveModel {
        answer: ActiveValue::Set(answer.map(str::to_owned)),
        answered_at: ActiveValue::Set(answer.map(|_| micros(ctx.now))),
        answered_by: ActiveValue::Set(by),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<report_comment::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (Column::Version, expected_version);
    update_row::<report_comment::Entity>(db, row, (Column::Id, id.0), expected).await
}

fn read(row: report_comment::Model) -> Result<CommentRecord> {
    let place = Row::of("report_comment", row.id);
    let section = row.section.parse();
    Ok(CommentRecord {
        version: row.version,
        written_at: place.moment(row.written_at)?,
        written_by: row.written_by.map(AccountId),
        answered_at: row.answered_at.map(|at| place.moment(at)).transpose()?,
        answered_by: row.answered_by.map(AccountId),
        comment: ReportComment {
            id: row.id.into(),
            report: row.report_id.into(),
            section: section.unwrap_or_else(|never: std::convert::Infallible| match never {}),
            text: row.text,
            answer: row.answer,
        },
    })
}
