//! Codes for the day when the app is gone, by their hashes.

use domain::ctx::Ctx;
use domain::id::AccountId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};

use crate::entity::recovery_code;
use crate::error::Result;
use crate::moment::micros;

/// Stores the codes of an account, in the place of those before.
pub async fn recovery_code_replace(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    hashes: Vec<String>,
) -> Result<()> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account.0))
        .exec(db)
        .await?;
    let rows = hashes.into_iter().map(|code_hash| {
        recovery_code::Model {
            code_hash,
            account_id: account.0,
            used_at: None,
        }
        .into_active_model()
    });
    recovery_code::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Uses a code of an account up. Answers true to one caller only, however many try at once.
pub async fn recovery_code_use(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    code_hash: &str,
) -> Result<bool> {
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(micros(ctx.now)))
        .filter(recovery_code::Column::CodeHash.eq(code_hash))
        .filter(recovery_code::Column::AccountId.eq(account.0))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(used.rows_affected == 1)
}

/// How many codes of an account are left.
pub async fn recovery_code_left(_ctx: &Ctx, db: &impl ConnectionTrait, account: AccountId) -> Result<usize> {
    let left = recovery_code::Entity::find()
        .filter(recovery_code::Column::AccountId.eq(account.0))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(db)
        .await?;
    Ok(usize::try_from(left).unwrap_or(usize::MAX))
}
