//! Passwords of accounts, by their hashes.

use domain::account::Account;
use domain::ctx::Ctx;
use domain::id::AccountId;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::entity::{account, account_password};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::account::account_load_active;

/// The account with this address that is not disabled, with the hash of its password where it has one.
pub async fn account_by_email(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<(Account, Option<String>)>> {
    let row = account::Entity::find()
        .filter(account::Column::Email.eq(email))
        .filter(account::Column::DisabledAt.is_null())
        .one(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let Some(account) = account_load_active(ctx, db, row.id.into()).await? else {
        return Ok(None);
    };
    let found = account_password::Entity::find_by_id(row.id).one(db).await?;
    Ok(Some((account, found.map(|found| found.hash))))
}

/// Sets the password of an account, in the place of the one before.
pub async fn account_password_set(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    hash: &str,
) -> Result<()> {
    let row = account_password::Model {
        account_id: account.0,
        hash: hash.to_owned(),
        set_at: micros(ctx.now),
    };
    let replaced = OnConflict::column(account_password::Column::AccountId)
        .update_columns([account_password::Column::Hash, account_password::Column::SetAt])
        .to_owned();
    account_password::Entity::insert(row.into_active_model())
        .on_conflict(replaced)
        .exec_without_returning(db)
        .await?;
    Ok(())
}
