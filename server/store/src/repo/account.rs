//! Accounts and the roles that they hold.

use std::collections::{BTreeSet, HashMap};

use domain::account::Account;
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::role::{Grant, Holder, Role};
use sea_orm::{
    ActiveValue, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel,
    JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use uuid::Uuid;

use crate::entity::{account, account_grant, account_identity, account_password, second_factor};
use crate::error::{Result, StoreError};
use crate::moment::micros;
use crate::repo::rows::{delete_children, update_row};

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
    grants_insert(db, new).await
}

async fn grants_insert(db: &impl ConnectionTrait, of: &Account) -> Result<()> {
    let grants = (0..)
        .zip(&of.grants)
        .map(|(ordinal, grant)| grant_row(of.id, ordinal, grant).map(IntoActiveModel::into_active_model))
        .collect::<Result<Vec<_>>>()?;
    if !grants.is_empty() {
        account_grant::Entity::insert_many(grants)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// An account as administrators see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRecord {
    /// The account.
    pub account: Account,
    /// Its version.
    pub version: i32,
    /// It cannot sign in.
    pub disabled: bool,
    /// It has chosen a password.
    pub has_password: bool,
    /// It has an app that gives it codes.
    pub has_app: bool,
    /// It is somebody's by the agency's own sign-on.
    pub has_identity: bool,
}

/// The account, disabled or not.
pub async fn account_record_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AccountId,
) -> Result<Option<AccountRecord>> {
    let one = Condition::all().add(account::Column::Id.eq(id.0));
    Ok(records(db, one).await?.pop())
}

/// All accounts, disabled or not, by name.
pub async fn account_record_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<AccountRecord>> {
    let mut all = records(db, Condition::all()).await?;
    all.sort_by_cached_key(|record| (record.account.name.to_lowercase(), record.account.id));
    Ok(all)
}

/// Two statements.
async fn records(db: &impl ConnectionTrait, fitting: Condition) -> Result<Vec<AccountRecord>> {
    let rows = account::Entity::find()
        .join(JoinType::LeftJoin, password())
        .join(JoinType::LeftJoin, app())
        .join(JoinType::LeftJoin, identity())
        .filter(fitting)
        .order_by_asc(account::Column::Id)
        .select_only()
        .columns([
            account::Column::Id,
            account::Column::Email,
            account::Column::Name,
            account::Column::DisabledAt,
            account::Column::Version,
        ])
        .column_as(account_password::Column::AccountId, "password_of")
        .column_as(second_factor::Column::ConfirmedAt, "app_since")
        .column_as(account_identity::Column::AccountId, "identity_of")
        .into_model::<Row>()
        .all(db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut grants = account_grant::Entity::find()
        .filter(account_grant::Column::AccountId.is_in(ids))
        .order_by_asc(account_grant::Column::AccountId)
        .order_by_asc(account_grant::Column::Ordinal)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let own = grants.extract_if(.., |grant| grant.account_id == row.id);
            Ok(AccountRecord {
                account: Account {
                    grants: own.map(grant).collect::<Result<Vec<_>>>()?,
                    id: row.id.into(),
                    email: row.email,
                    name: row.name,
                },
                version: row.version,
                disabled: row.disabled_at.is_some(),
                has_password: row.password_of.is_some(),
                has_app: row.app_since.is_some(),
                has_identity: row.identity_of.is_some(),
            })
        })
        .collect()
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    email: Option<String>,
    name: String,
    disabled_at: Option<i64>,
    version: i32,
    password_of: Option<Uuid>,
    app_since: Option<i64>,
    identity_of: Option<Uuid>,
}

fn password() -> RelationDef {
    account::Entity::belongs_to(account_password::Entity)
        .from(account::Column::Id)
        .to(account_password::Column::AccountId)
        .into()
}

fn identity() -> RelationDef {
    account::Entity::belongs_to(account_identity::Entity)
        .from(account::Column::Id)
        .to(account_identity::Column::AccountId)
        .into()
}

fn app() -> RelationDef {
    account::Entity::belongs_to(second_factor::Entity)
        .from(account::Column::Id)
        .to(second_factor::Column::AccountId)
        .into()
}

/// Replaces name, address and grants, unless the account has changed since the expected version; gives
/// the new version.
pub async fn account_update(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Account,
    expected_version: i32,
) -> Result<i32> {
    let row = account::ActiveModel {
        email: ActiveValue::Set(changed.email.clone()),
        name: ActiveValue::Set(changed.name.clone()),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..Default::default()
    };
    let (of, expected) = keys(changed.id, expected_version);
    let version = update_row::<account::Entity>(db, row, of, expected).await?;
    delete_children::<account_grant::Entity>(db, account_grant::Column::AccountId, changed.id.0).await?;
    grants_insert(db, changed).await?;
    Ok(version)
}

/// Lets an account sign in no more, or again; gives the new version.
pub async fn account_disable(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AccountId,
    disabled: bool,
    expected_version: i32,
) -> Result<i32> {
    let row = account::ActiveModel {
        disabled_at: ActiveValue::Set(disabled.then(|| micros(ctx.now))),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..Default::default()
    };
    let (of, expected) = keys(id, expected_version);
    update_row::<account::Entity>(db, row, of, expected).await
}

fn keys(id: AccountId, version: i32) -> ((account::Column, Uuid), (account::Column, i32)) {
    ((account::Column::Id, id.0), (account::Column::Version, version))
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

/// Everybody but one who may sign in, with the roles that they hold, held or will hold.
pub async fn account_holders_besides(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AccountId,
) -> Result<Vec<Holder>> {
    let others = Condition::all()
        .add(account::Column::DisabledAt.is_null())
        .add(account::Column::Id.ne(id.0));
    let records = records(db, others).await?.into_iter();
    let holder = |record: AccountRecord| Holder {
        account: record.account.id,
        grants: record.account.grants,
    };
    Ok(records.map(holder).collect())
}

/// What the accounts are called. One statement.
pub async fn account_names(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    ids: &BTreeSet<AccountId>,
) -> Result<HashMap<AccountId, String>> {
    let named: Vec<(Uuid, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name])
        .filter(account::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(named
        .into_iter()
        .map(|(id, name)| (AccountId(id), name))
        .collect())
}

/// All accounts, in the order in which they were made.
pub async fn account_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Account>> {
    let records = records(db, Condition::all()).await?.into_iter();
    Ok(records.map(|record| record.account).collect())
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
