//! Dated sets of investment areas.

use std::slice;

use domain::area::AreaSet;
use domain::ctx::Ctx;
use domain::id::AreaSetId;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::area_set;
use crate::error::Result;
use crate::repo::rows::{Pick, Stamp, delete_row, insert_rows, update_row};
use crate::versioned::Versioned;

/// The set.
pub async fn area_set_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AreaSetId,
) -> Result<Option<Versioned<AreaSet>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All sets.
pub async fn area_set_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<AreaSet>>> {
    find(db, &Pick::All).await
}

/// Adds one.
pub async fn area_set_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &AreaSet) -> Result<()> {
    area_set_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn area_set_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[AreaSet]) -> Result<()> {
    let rows = new.iter().map(|one| row(one, Stamp::first(ctx))).collect();
    insert_rows::<area_set::Entity>(db, rows).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn area_set_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &AreaSet,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version)).into_active_model();
    let (id, version) = (area_set::Column::Id, area_set::Column::Version);
    update_row::<area_set::Entity>(db, row, (id, changed.id.0), (version, expected_version)).await
}

/// Deletes one that nothing refers to, unless it has changed since the expected version.
pub async fn area_set_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AreaSetId,
    expected_version: i32,
) -> Result<()> {
    let expected = (area_set::Column::Version, expected_version);
    delete_row::<area_set::Entity>(db, (area_set::Column::Id, id.0), expected).await
}

pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<AreaSet>>> {
    let rows = area_set::Entity::find()
        .filter(pick.on(area_set::Column::Id))
        .order_by_asc(area_set::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

fn row(one: &AreaSet, stamp: Stamp) -> area_set::Model {
    area_set::Model {
        id: one.id.0,
        name: one.name.clone(),
        valid_from: one.valid_from,
        valid_to: one.valid_to,
        version: stamp.version,
        edited_by: stamp.edited_by,
    }
}

fn read(row: area_set::Model) -> Versioned<AreaSet> {
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    stamp.on(AreaSet {
        id: row.id.into(),
        name: row.name,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
    })
}
