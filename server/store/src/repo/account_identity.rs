//! Who accounts are by the agency's own sign-on.

use domain::ctx::Ctx;
use domain::id::AccountId;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::entity::account_identity;
use crate::error::Result;
use crate::moment::micros;

/// Whose an identity is, disabled or not.
pub async fn account_by_identity(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    issuer: &str,
    subject: &str,
) -> Result<Option<AccountId>> {
    let row = account_identity::Entity::find()
        .filter(account_identity::Column::Issuer.eq(issuer))
        .filter(account_identity::Column::Subject.eq(subject))
        .one(db)
        .await?;
    Ok(row.map(|row| row.account_id.into()))
}

/// Says who an account is, in the place of what was said before.
pub async fn account_identity_set(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    issuer: &str,
    subject: &str,
) -> Result<()> {
    use account_identity::Column;
    let row = account_identity::Model {
        account_id: account.0,
        issuer: issuer.to_owned(),
        subject: subject.to_owned(),
        linked_at: micros(ctx.now),
    };
    let replaced = OnConflict::column(Column::AccountId)
        .update_columns([Column::Issuer, Column::Subject, Column::LinkedAt])
        .to_owned();
    account_identity::Entity::insert(row.into_active_model())
        .on_conflict(replaced)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Says no longer who an account is.
pub async fn account_identity_drop(_ctx: &Ctx, db: &impl ConnectionTrait, account: AccountId) -> Result<()> {
    account_identity::Entity::delete_by_id(account.0).exec(db).await?;
    Ok(())
}
