//! Views of registers that people have kept.

use domain::ctx::Ctx;
use domain::id::{AccountId, SavedViewId};
use domain::register::{RegisterKind, folded};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde::Serialize;

use crate::entity::saved_view;
use crate::error::Result;
use crate::moment::micros;

/// A view of a register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SavedView {
    /// Identity.
    pub id: SavedViewId,
    /// Code of the register.
    pub register: String,
    /// Its name.
    pub name: String,
    /// The query of the register's address.
    pub query: String,
}

/// The views that an account has kept of a register, by name.
pub async fn saved_view_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    register: RegisterKind,
) -> Result<Vec<SavedView>> {
    let rows = saved_view::Entity::find()
        .filter(saved_view::Column::AccountId.eq(account.0))
        .filter(saved_view::Column::Register.eq(register.code()))
        .order_by_asc(saved_view::Column::NameFolded)
        .order_by_asc(saved_view::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// The view, where the account has it.
pub async fn saved_view_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    id: SavedViewId,
) -> Result<Option<SavedView>> {
    let row = saved_view::Entity::find_by_id(id.0)
        .filter(saved_view::Column::AccountId.eq(account.0))
        .one(db)
        .await?;
    Ok(row.map(read))
}

/// Whether the account has a view of this register by this name, however it is written.
pub async fn saved_view_is_taken(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    register: RegisterKind,
    name: &str,
) -> Result<bool> {
    let row = saved_view::Entity::find()
        .filter(saved_view::Column::AccountId.eq(account.0))
        .filter(saved_view::Column::Register.eq(register.code()))
        .filter(saved_view::Column::NameFolded.eq(folded(name)))
        .one(db)
        .await?;
    Ok(row.is_some())
}

/// Adds one.
pub async fn saved_view_insert(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    new: &SavedView,
) -> Result<()> {
    let row = saved_view::Model {
        id: new.id.0,
        account_id: account.0,
        register: new.register.clone(),
        name: new.name.clone(),
        name_folded: folded(&new.name),
        query: new.query.clone(),
        created_at: micros(ctx.now),
    };
    saved_view::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Deletes one of the account's.
pub async fn saved_view_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    id: SavedViewId,
) -> Result<()> {
    saved_view::Entity::delete_many()
        .filter(saved_view::Column::Id.eq(id.0))
        .filter(saved_view::Column::AccountId.eq(account.0))
        .exec(db)
        .await?;
    Ok(())
}

fn read(row: saved_view::Model) -> SavedView {
    SavedView {
        id: row.id.into(),
        register: row.register,
        name: row.name,
        query: row.query,
    }
}
