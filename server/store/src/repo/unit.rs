//! Organisational units.

use std::slice;

use domain::ctx::Ctx;
use domain::id::UnitId;
use domain::unit::Unit;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::unit;
use crate::error::Result;
use crate::repo::rows::{Pick, Stamp, delete_row, insert_rows, referred_first, update_row};
use crate::versioned::Versioned;

/// The unit.
pub async fn unit_load(_ctx: &Ctx, db: &impl ConnectionTrait, id: UnitId) -> Result<Option<Versioned<Unit>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All units.
pub async fn unit_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<Unit>>> {
    find(db, &Pick::All).await
}

/// Adds one.
pub async fn unit_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Unit) -> Result<()> {
    unit_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn unit_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Unit]) -> Result<()> {
    let rows = referred_first(new, |one| one.id.0, |one| one.parent.map(|other| other.0))
        .into_iter()
        .map(|one| row(one, Stamp::first(ctx)))
        .collect();
    insert_rows::<unit::Entity>(db, rows).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn unit_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Unit,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version)).into_active_model();
    let (id, version) = (unit::Column::Id, unit::Column::Version);
    update_row::<unit::Entity>(db, row, (id, changed.id.0), (version, expected_version)).await
}

/// Deletes one that nothing refers to, unless it has changed since the expected version.
pub async fn unit_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: UnitId,
    expected_version: i32,
) -> Result<()> {
    let expected = (unit::Column::Version, expected_version);
    delete_row::<unit::Entity>(db, (unit::Column::Id, id.0), expected).await
}

pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<Unit>>> {
    let rows = unit::Entity::find()
        .filter(pick.on(unit::Column::Id))
        .order_by_asc(unit::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

fn row(one: &Unit, stamp: Stamp) -> unit::Model {
    unit::Model {
        id: one.id.0,
        name: one.name.clone(),
        kind: one.kind.clone(),
        parent_id: one.parent.map(|parent| parent.0),
        valid_from: one.valid_from,
        valid_to: one.valid_to,
        version: stamp.version,
        edited_by: stamp.edited_by,
    }
}

fn read(row: unit::Model) -> Versioned<Unit> {
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    stamp.on(Unit {
        id: row.id.into(),
        name: row.name,
        kind: row.kind,
        parent: row.parent_id.map(UnitId),
        valid_from: row.valid_from,
        valid_to: row.valid_to,
    })
}
