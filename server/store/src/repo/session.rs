//! Signed-in browsers, known by the hash of their token.

use chrono::{DateTime, Duration, Utc};
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::second_factor::Stage;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::session;
use crate::error::{Result, StoreError};
use crate::moment::{micros, moment};

/// A session that still holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub account: AccountId,
    /// Last seen, at most a touch interval ago.
    pub seen_at: DateTime<Utc>,
    /// The end, whatever happens.
    pub expires_at: DateTime<Utc>,
    /// How far signing in has come.
    pub stage: Stage,
}

/// Stores a session.
pub async fn session_insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    token_hash: &str,
    account: AccountId,
    stage: Stage,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    let row = session::Model {
        token_hash: token_hash.to_owned(),
        account_id: account.0,
        created_at: micros(ctx.now),
        seen_at: micros(ctx.now),
        expires_at: micros(expires_at),
        stage: stage.code().to_owned(),
    };
    session::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The session, unless it has ended or was idle for too long.
pub async fn session_load(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    token_hash: &str,
    idle: Duration,
) -> Result<Option<Session>> {
    let row = session::Entity::find_by_id(token_hash.to_owned())
        .filter(session::Column::ExpiresAt.gt(micros(ctx.now)))
        .filter(session::Column::SeenAt.gt(micros(ctx.now - idle)))
        .one(db)
        .await?;
    row.map(|row| {
        let seen_at = moment("session", &row.token_hash, row.seen_at)?;
        let stage = Stage::from_code(&row.stage).ok_or_else(|| StoreError::Damaged {
            table: "session",
            id: row.token_hash.clone(),
            reason: format!("“{}” is no stage", row.stage),
        })?;
        Ok(Session {
            stage,
            account: row.account_id.into(),
            seen_at,
            expires_at: moment("session", &row.token_hash, row.expires_at)?,
        })
    })
    .transpose()
}

/// Whose a session is or was, unless it was last seen before a moment; also where it has ended.
pub async fn session_account(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    token_hash: &str,
    seen_since: DateTime<Utc>,
) -> Result<Option<AccountId>> {
    let row = session::Entity::find_by_id(token_hash.to_owned())
        .filter(session::Column::SeenAt.gt(micros(seen_since)))
        .one(db)
        .await?;
    Ok(row.map(|row| row.account_id.into()))
}

/// Notes that the session was seen now.
pub async fn session_touch(ctx: &Ctx, db: &impl ConnectionTrait, token_hash: &str) -> Result<()> {
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::value(micros(ctx.now)))
        .filter(session::Column::TokenHash.eq(token_hash))
        .exec(db)
        .await?;
    Ok(())
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRow {
    /// Hash of its token.
    pub token_hash: String,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// Last seen, at most a touch interval ago.
    pub seen_at: DateTime<Utc>,
}

/// The sessions of an account that have not ended and were not idle for too long, the last seen first; those
/// that are half signed in are none yet.
pub async fn session_list_of(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    idle: Duration,
) -> Result<Vec<SessionRow>> {
    let rows = session::Entity::find()
        .filter(session::Column::AccountId.eq(account.0))
        .filter(session::Column::Stage.eq(Stage::Whole.code()))
        .filter(session::Column::ExpiresAt.gt(micros(ctx.now)))
        .filter(session::Column::SeenAt.gt(micros(ctx.now - idle)))
        .order_by_desc(session::Column::SeenAt)
        .order_by_asc(session::Column::TokenHash)
        .all(db)
        .await?;
    let read = |row: session::Model| {
        Ok(SessionRow {
            created_at: moment("session", &row.token_hash, row.created_at)?,
            seen_at: moment("session", &row.token_hash, row.seen_at)?,
            token_hash: row.token_hash,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Ends a session of an account by the hash of its token; gives how many there were of it.
pub async fn session_delete_own(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    token_hash: &str,
) -> Result<u64> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account.0))
        .filter(session::Column::TokenHash.eq(token_hash))
        .exec(db)
        .await?;
    Ok(ended.rows_affected)
}

/// Ends the sessions of an account but one; gives how many there were.
pub async fn session_delete_others(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    but: &str,
) -> Result<u64> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account.0))
        .filter(session::Column::TokenHash.ne(but))
        .exec(db)
        .await?;
    Ok(ended.rows_affected)
}

/// Ends the sessions of an account that have not ended and were not idle for too long; gives how many there
/// were. What ended before stays known for a while: what it sends too late is its account's.
pub async fn session_delete_of(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    idle: Duration,
) -> Result<u64> {
    let ended = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account.0))
        .filter(session::Column::ExpiresAt.gt(micros(ctx.now)))
        .filter(session::Column::SeenAt.gt(micros(ctx.now - idle)))
        .exec(db)
        .await?;
    Ok(ended.rows_affected)
}

/// Ends the sessions of an account that are halfway, but for one.
pub async fn session_delete_halfway(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    but: &str,
) -> Result<()> {
    session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account.0))
        .filter(session::Column::Stage.ne(Stage::Whole.code()))
        .filter(session::Column::TokenHash.ne(but))
        .exec(db)
        .await?;
    Ok(())
}

/// Ends a session.
pub async fn session_delete(_ctx: &Ctx, db: &impl ConnectionTrait, token_hash: &str) -> Result<()> {
    session::Entity::delete_by_id(token_hash.to_owned())
        .exec(db)
        .await?;
    Ok(())
}
