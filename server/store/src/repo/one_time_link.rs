//! Links that sign in once.

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::AccountId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::entity::one_time_link;
use crate::error::Result;
use crate::moment::micros;

/// Stores a link by the hash of its token.
pub async fn one_time_link_insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    token_hash: &str,
    account: AccountId,
    purpose: &str,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    let row = one_time_link::Model {
        token_hash: token_hash.to_owned(),
        account_id: account.0,
        purpose: purpose.to_owned(),
        created_at: micros(ctx.now),
        expires_at: micros(expires_at),
        used_at: None,
    };
    one_time_link::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Whom an unused link that still works would sign in; it stays unused.
pub async fn one_time_link_peek(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<AccountId>> {
    let row = one_time_link::Entity::find_by_id(token_hash.to_owned())
        .filter(one_time_link::Column::UsedAt.is_null())
        .filter(one_time_link::Column::ExpiresAt.gt(micros(ctx.now)))
        .one(db)
        .await?;
    Ok(row.map(|row| row.account_id.into()))
}

/// Takes the account's unused links out of use.
pub async fn one_time_link_void_of(_ctx: &Ctx, db: &impl ConnectionTrait, account: AccountId) -> Result<()> {
    one_time_link::Entity::delete_many()
        .filter(one_time_link::Column::AccountId.eq(account.0))
        .filter(one_time_link::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Uses a link up. Answers true to one caller only, however many try at once.
pub async fn one_time_link_consume(ctx: &Ctx, db: &impl ConnectionTrait, token_hash: &str) -> Result<bool> {
    let now = micros(ctx.now);
    let result = one_time_link::Entity::update_many()
        .col_expr(one_time_link::Column::UsedAt, Expr::value(now))
        .filter(one_time_link::Column::TokenHash.eq(token_hash))
        .filter(one_time_link::Column::UsedAt.is_null())
        .filter(one_time_link::Column::ExpiresAt.gt(now))
        .exec(db)
        .await?;
    Ok(result.rows_affected == 1)
}
