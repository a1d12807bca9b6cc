//! Accounts and the roles that they hold.

use domain::account::Account;
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::role::{Grant, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::{account, account_grant};
use crate::error::{Result, StoreError};
use crate::moment::micros;

/// Adds an account with its grants.
pub async fn account_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Account) -> Result<()> {
    let row = account::Model {
        id: new.id.0,
        email: new.email.clone(),
        name: new.name.clone(),
        disabled_at: None,
        created_at: micros(ctx.now),
        version: 1,
    };
    account::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    let grants = (0..)
        .zip(&new.grants)
        .map(|(ordinal, grant)| grant_row(new.id, ordinal, grant).map(IntoActiveModel::into_active_model))
        .collect::<Result<Vec<_>>>()?;
    if !grants.is_empty() {
        account_grant::Entity::insert_many(grants)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// The account, unless it is disabled or does not exist.
pub async fn account_load_active(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AccountId,
) -> Result<Option<Account>> {
    let row = account::Entity::find_by_id(id.0)
        .filter(account::Column::DisabledAt.is_null())
        .one(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let grants = account_grant::Entity::find()
        .filter(account_grant::Column::AccountId.eq(id.0))
        .order_by_asc(account_grant::Column::Ordinal)
        .all(db)
        .await?;
    let grants = grants.into_iter().map(grant).collect::<Result<Vec<_>>>()?;
    Ok(Some(Account {
        id,
        email: row.email,
        name: row.name,
        grants,
    }))
}

/// All accounts, in the order in which they were made.
pub async fn account_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Account>> {
    let rows = account::Entity::find()
        .order_by_asc(account::Column::Id)
        .all(db)
        .await?;
    let mut grants = account_grant::Entity::find()
        .order_by_asc(account_grant::Column::AccountId)
        .order_by_asc(account_grant::Column::Ordinal)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let own = grants.extract_if(.., |grant| grant.account_id == row.id);
            let grants = own.map(grant).collect::<Result<Vec<_>>>()?;
            Ok(Account {
                id: row.id.into(),
                email: row.email,
                name: row.name,
                grants,
            })
        })
        .collect()
}

fn grant_row(account: AccountId, ordinal: i32, grant: &Grant) -> Result<account_grant::Model> {
    let scope_json = serde_json::to_string(&grant.scope).map_err(|error| StoreError::Damaged {
        table: "account_grant",
        id: account.to_string(),
        reason: error.to_string(),
    })?;
    Ok(account_grant::Model {
        account_id: account.0,
        ordinal,
        role: grant.role.code().to_owned(),
        scope_json,
        valid_from: grant.from,
        valid_to: grant.to,
    })
}

fn grant(row: account_grant::Model) -> Result<Grant> {
    let damaged = |reason: String| StoreError::Damaged {
        table: "account_grant",
        id: row.account_id.to_string(),
        reason,
    };
    let role = Role::from_code(&row.role).ok_or_else(|| damaged(format!("“{}” is no role", row.role)))?;
    let scope = serde_json::from_str(&row.scope_json).map_err(|error| damaged(error.to_string()))?;
    Ok(Grant {
        role,
        scope,
        from: row.valid_from,
        to: row.valid_to,
    })
}
