//! Benefit groups.

use std::slice;

use domain::benefit_group::BenefitGroup;
use domain::ctx::Ctx;
use domain::id::BenefitGroupId;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::benefit_group;
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, Stamp, delete_row, insert_rows, update_row};
use crate::versioned::Versioned;

/// The group.
pub async fn benefit_group_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: BenefitGroupId,
) -> Result<Option<Versioned<BenefitGroup>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All groups, in their order.
pub async fn benefit_group_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
) -> Result<Vec<Versioned<BenefitGroup>>> {
    find(db, &Pick::All).await
}

/// Adds one.
pub async fn benefit_group_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &BenefitGroup) -> Result<()> {
    benefit_group_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn benefit_group_insert_many(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[BenefitGroup],
) -> Result<()> {
    let rows = new
        .iter()
        .map(|one| row(one, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<benefit_group::Entity>(db, rows).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn benefit_group_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &BenefitGroup,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let (id, version) = (benefit_group::Column::Id, benefit_group::Column::Version);
    update_row::<benefit_group::Entity>(db, row, (id, changed.id.0), (version, expected_version)).await
}

/// Deletes one that nothing refers to, unless it has changed since the expected version.
pub async fn benefit_group_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: BenefitGroupId,
    expected_version: i32,
) -> Result<()> {
    let expected = (benefit_group::Column::Version, expected_version);
    delete_row::<benefit_group::Entity>(db, (benefit_group::Column::Id, id.0), expected).await
}

pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<BenefitGroup>>> {
    let rows = benefit_group::Entity::find()
        .filter(pick.on(benefit_group::Column::Id))
        .order_by_asc(benefit_group::Column::Ordinal)
        .order_by_asc(benefit_group::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

fn row(one: &BenefitGroup, stamp: Stamp) -> Result<benefit_group::Model> {
    let kind = Row::of("benefit_group", one.id.0).code_of(&one.kind)?;
    Ok(benefit_group::Model {
        id: one.id.0,
        code: one.code.clone(),
        name: one.name.clone(),
        short_name: one.short_name.clone(),
        kind,
        ordinal: one.ordinal,
        ended_on: one.ended_on,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

fn read(row: benefit_group::Model) -> Result<Versioned<BenefitGroup>> {
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let kind = Row::of("benefit_group", row.id).code(&row.kind)?;
    Ok(stamp.on(BenefitGroup {
        id: row.id.into(),
        code: row.code,
        name: row.name,
        short_name: row.short_name,
        kind,
        ordinal: row.ordinal,
        ended_on: row.ended_on,
    }))
}
