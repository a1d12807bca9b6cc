//! Links by which somebody without an account reads a decided report.

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::{AccountId, ReportId, ReportLinkId};
use domain::report::link::ReportLink;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::report_link::{self, Column};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;

/// A link with what has become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRecord {
    /// The link.
    pub link: ReportLink,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// By whom.
    pub made_by: Option<AccountId>,
    /// When somebody last came by it, to a few minutes.
    pub used_at: Option<DateTime<Utc>>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// The links to a report, the newest first. One statement.
pub async fn report_link_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    report: ReportId,
) -> Result<Vec<LinkRecord>> {
    let rows = report_link::Entity::find()
        .filter(Column::ReportId.eq(report.0))
        .order_by_desc(Column::MadeAt)
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

/// The link.
pub async fn report_link_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: ReportLinkId,
) -> Result<Option<LinkRecord>> {
    let row = report_link::Entity::find_by_id(id.0).one(db).await?;
    row.map(read).transpose()
}

/// The link with a secret of this hash, whether it still leads anywhere or not.
pub async fn report_link_by_hash(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<LinkRecord>> {
    let row = report_link::Entity::find()
        .filter(Column::TokenHash.eq(token_hash))
        .one(db)
        .await?;
    row.map(read).transpose()
}

/// Adds one by the actor, under the hash of its secret.
pub async fn report_link_insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &ReportLink,
    token_hash: &str,
) -> Result<()> {
    let row = report_link::Model {
        id: new.id.0,
        report_id: new.report.0,
        token_hash: token_hash.to_owned(),
        for_whom: new.for_whom.clone(),
        ends_on: new.ends_on,
        made_at: micros(ctx.now),
        made_by: ctx.account_id().map(|id| id.0),
        used_at: None,
        withdrawn_at: None,
        withdrawn_by: None,
    };
    report_link::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Notes that somebody came by it now: that, and nothing of who.
pub async fn report_link_touch(ctx: &Ctx, db: &impl ConnectionTrait, id: ReportLinkId) -> Result<()> {
    report_link::Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(micros(ctx.now)))
        .filter(Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Withdraws one by the actor; false where somebody has already.
pub async fn report_link_withdraw(ctx: &Ctx, db: &impl ConnectionTrait, id: ReportLinkId) -> Result<bool> {
    let done = report_link::Entity::update_many()
        .col_expr(Column::WithdrawnAt, Expr::value(micros(ctx.now)))
        .col_expr(Column::WithdrawnBy, Expr::value(ctx.account_id().map(|id| id.0)))
        .filter(Column::Id.eq(id.0))
        .filter(Column::WithdrawnAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

fn read(row: report_link::Model) -> Result<LinkRecord> {
    let place = Row::of("report_link", row.id);
    Ok(LinkRecord {
        made_at: place.moment(row.made_at)?,
        made_by: row.made_by.map(AccountId),
        used_at: row.used_at.map(|at| place.moment(at)).transpose()?,
        withdrawn_at: row.withdrawn_at.map(|at| place.moment(at)).transpose()?,
        link: ReportLink {
            id: row.id.into(),
            report: row.report_id.into(),
            for_whom: row.for_whom,
            ends_on: row.ends_on,
        },
    })
}
