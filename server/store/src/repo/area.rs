//! Investment areas with their main groups and budgets.

use std::slice;

use domain::area::{Area, Budget};
use domain::ctx::Ctx;
use domain::id::{AreaId, AreaSetId};
use domain::money::Money;
use domain::register::{folded, sort_number};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use crate::entity::{area, area_budget, area_main_group};
use crate::error::Result;
use crate::repo::rows::{Pick, Stamp, children, delete_children, delete_row, insert_rows, update_row};
use crate::versioned::Versioned;

/// The area.
pub async fn area_load(_ctx: &Ctx, db: &impl ConnectionTrait, id: AreaId) -> Result<Option<Versioned<Area>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All areas of all sets.
pub async fn area_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<Area>>> {
    find(db, &Pick::All).await
}

/// The areas of a set. [`domain::area::number_order`] orders them.
pub async fn area_list_of_set(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    set: AreaSetId,
) -> Result<Vec<Versioned<Area>>> {
    let ids = area::Entity::find()
        .select_only()
        .column(area::Column::Id)
        .filter(area::Column::AreaSetId.eq(set.0))
        .into_query();
    find(db, &Pick::among(ids)).await
}

/// Adds one.
pub async fn area_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Area) -> Result<()> {
    area_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn area_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Area]) -> Result<()> {
    let rows = new.iter().map(|area| row(area, Stamp::first(ctx))).collect();
    insert_rows::<area::Entity>(db, rows).await?;
    insert_children(db, new).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn area_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Area,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let row = row(changed, Stamp::after(ctx, expected_version)).into_active_model();
    let expected = (area::Column::Version, expected_version);
    let version = update_row::<area::Entity>(db, row, (area::Column::Id, id), expected).await?;
    delete_children::<area_main_group::Entity>(db, area_main_group::Column::AreaId, id).await?;
    delete_children::<area_budget::Entity>(db, area_budget::Column::AreaId, id).await?;
    insert_children(db, slice::from_ref(changed)).await?;
    Ok(version)
}

/// Deletes one that nothing refers to, unless it has changed since the expected version.
pub async fn area_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AreaId,
    expected_version: i32,
) -> Result<()> {
    delete_children::<area_main_group::Entity>(db, area_main_group::Column::AreaId, id.0).await?;
    delete_children::<area_budget::Entity>(db, area_budget::Column::AreaId, id.0).await?;
    let expected = (area::Column::Version, expected_version);
    delete_row::<area::Entity>(db, (area::Column::Id, id.0), expected).await
}

/// Three statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<Area>>> {
    let rows = area::Entity::find()
        .filter(pick.on(area::Column::Id))
        .order_by_asc(area::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (area_main_group::Column::AreaId, area_main_group::Column::Ordinal);
    let mut groups =
        children::<area_main_group::Entity>(db, pick, parent, order, |group| group.area_id).await?;
    let (parent, order) = (area_budget::Column::AreaId, area_budget::Column::Ordinal);
    let mut budgets =
        children::<area_budget::Entity>(db, pick, parent, order, |budget| budget.area_id).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let groups = groups.remove(&row.id).unwrap_or_default();
            let budgets = budgets.remove(&row.id).unwrap_or_default();
            read(row, groups, budgets)
        })
        .collect())
}

fn row(area: &Area, stamp: Stamp) -> area::Model {
    area::Model {
        id: area.id.0,
        area_set_id: area.area_set.0,
        number: area.number.clone(),
        name: area.name.clone(),
        purpose: area.purpose.clone(),
        expected_effects: area.expected_effects.clone(),
        note: area.note.clone(),
        sort_number: sort_number(&area.number),
        search_text: folded(&format!("{} {}", area.number, area.name)),
        version: stamp.version,
        edited_by: stamp.edited_by,
    }
}

async fn insert_children(db: &impl ConnectionTrait, areas: &[Area]) -> Result<()> {
    let groups = areas.iter().flat_map(|area| {
        (0..)
            .zip(&area.main_groups)
            .map(|(ordinal, group)| area_main_group::Model {
                area_id: area.id.0,
                benefit_group_id: group.0,
                ordinal,
            })
    });
    insert_rows::<area_main_group::Entity>(db, groups.collect()).await?;
    let budgets = areas.iter().flat_map(|area| {
        (0..)
            .zip(&area.budgets)
            .map(|(ordinal, budget)| area_budget::Model {
                area_id: area.id.0,
                ordinal,
                from_year: budget.from_year,
                to_year: budget.to_year,
                amount_ore: budget.amount.0,
            })
    });
    insert_rows::<area_budget::Entity>(db, budgets.collect()).await
}

fn read(
    row: area::Model,
    groups: Vec<area_main_group::Model>,
    budgets: Vec<area_budget::Model>,
) -> Versioned<Area> {
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let budget = |budget: area_budget::Model| Budget {
        from_year: budget.from_year,
        to_year: budget.to_year,
        amount: Money(budget.amount_ore),
    };
    stamp.on(Area {
        id: row.id.into(),
        area_set: row.area_set_id.into(),
        number: row.number,
        name: row.name,
        purpose: row.purpose,
        expected_effects: row.expected_effects,
        main_groups: groups
            .into_iter()
            .map(|group| group.benefit_group_id.into())
            .collect(),
        budgets: budgets.into_iter().map(budget).collect(),
        note: row.note,
    })
}
