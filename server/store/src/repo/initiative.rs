//! Development initiatives with their portfolios and dependencies.

use std::slice;

use domain::ctx::Ctx;
use domain::id::{AreaId, InitiativeId, UnitId};
use domain::initiative::{DevelopmentObject, Initiative};
use domain::reading::Reading;
use domain::register::{folded, sort_key};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{initiative, initiative_dependency, initiative_portfolio};
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, Stamp, children, delete_children, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "initiative";

/// The initiative.
pub async fn initiative_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: InitiativeId,
) -> Result<Option<Versioned<Initiative>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All initiatives.
pub async fn initiative_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<Initiative>>> {
    find(db, &Pick::All).await
}

/// The names of some initiatives, by name. One statement.
pub async fn initiative_names(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    ids: &[InitiativeId],
) -> Result<Vec<(InitiativeId, String)>> {
    let rows: Vec<(Uuid, String)> = initiative::Entity::find()
        .select_only()
        .column(initiative::Column::Id)
        .column(initiative::Column::Name)
        .filter(initiative::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(initiative::Column::Name)
        .order_by_asc(initiative::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, name)| (id.into(), name)).collect())
}

/// Adds one.
pub async fn initiative_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Initiative) -> Result<()> {
    initiative_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several, which may depend on each other.
pub async fn initiative_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Initiative]) -> Result<()> {
    let rows = new
        .iter()
        .map(|initiative| row(initiative, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<initiative::Entity>(db, rows).await?;
    insert_children(db, new).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn initiative_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Initiative,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let expected = (initiative::Column::Version, expected_version);
    let version = update_row::<initiative::Entity>(db, row, (initiative::Column::Id, id), expected).await?;
    delete_children::<initiative_portfolio::Entity>(db, initiative_portfolio::Column::InitiativeId, id)
        .await?;
    delete_children::<initiative_dependency::Entity>(db, initiative_dependency::Column::InitiativeId, id)
        .await?;
    insert_children(db, slice::from_ref(changed)).await?;
    Ok(version)
}

/// Three statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<Initiative>>> {
    let rows = initiative::Entity::find()
        .filter(pick.on(initiative::Column::Id))
        .order_by_asc(initiative::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (
        initiative_portfolio::Column::InitiativeId,
        initiative_portfolio::Column::Ordinal,
    );
    let mut portfolios =
        children::<initiative_portfolio::Entity>(db, pick, parent, order, |link| link.initiative_id).await?;
    let (parent, order) = (
        initiative_dependency::Column::InitiativeId,
        initiative_dependency::Column::Ordinal,
    );
    let mut dependencies =
        children::<initiative_dependency::Entity>(db, pick, parent, order, |link| link.initiative_id).await?;
    rows.into_iter()
        .map(|row| {
            let portfolios = portfolios.remove(&row.id).unwrap_or_default();
            let dependencies = dependencies.remove(&row.id).unwrap_or_default();
            read(row, portfolios, dependencies)
        })
        .collect()
}

fn row(initiative: &Initiative, stamp: Stamp) -> Result<initiative::Model> {
    let place = Row::of(TABLE, initiative.id.0);
    Ok(initiative::Model {
        id: initiative.id.0,
        name: initiative.name.clone(),
        summary: initiative.summary.clone(),
        development_object: initiative.development_object.is_some(),
        development_object_since: initiative.development_object.and_then(|mark| mark.since),
        size: place.code_of(&initiative.size)?,
        area_id: initiative.area.map(|area| area.0),
        owner_id: initiative.owner.map(|unit| unit.0),
        statutory_on: initiative.statutory_on,
        status: place.code_of(&initiative.status.value)?,
        status_interpreted: initiative.status.interpreted,
        started_year: initiative.started_year,
        focus_area: initiative.focus_area.clone(),
        label: initiative.label.as_ref().map(|label| label.value.clone()),
        label_interpreted: initiative.label.as_ref().is_some_and(|label| label.interpreted),
        example: initiative.example,
        sort_name: sort_key(&initiative.name),
        search_text: search_text(initiative),
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

/// Name, label, summary and focus area.
fn search_text(initiative: &Initiative) -> String {
    let label = initiative.label.as_ref().map(|label| label.value.as_str());
    let parts = [
        Some(initiative.name.as_str()),
        label,
        Some(initiative.summary.as_str()),
        initiative.focus_area.as_deref(),
    ];
    folded(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

async fn insert_children(db: &impl ConnectionTrait, initiatives: &[Initiative]) -> Result<()> {
    let portfolios = initiatives.iter().flat_map(|initiative| {
        (0..)
            .zip(&initiative.portfolios)
            .map(|(ordinal, portfolio)| initiative_portfolio::Model {
                initiative_id: initiative.id.0,
                portfolio_id: portfolio.0,
                ordinal,
            })
    });
    insert_rows::<initiative_portfolio::Entity>(db, portfolios.collect()).await?;
    let dependencies = initiatives.iter().flat_map(|initiative| {
        (0..)
            .zip(&initiative.depends_on)
            .map(|(ordinal, other)| initiative_dependency::Model {
                initiative_id: initiative.id.0,
                depends_on_id: other.0,
                ordinal,
            })
    });
    insert_rows::<initiative_dependency::Entity>(db, dependencies.collect()).await
}

fn read(
    row: initiative::Model,
    portfolios: Vec<initiative_portfolio::Model>,
    dependencies: Vec<initiative_dependency::Model>,
) -> Result<Versioned<Initiative>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    Ok(stamp.on(Initiative {
        id: row.id.into(),
        name: row.name,
        summary: row.summary,
        development_object: row.development_object.then_some(DevelopmentObject {
            since: row.development_object_since,
        }),
        size: place.code(&row.size)?,
        area: row.area_id.map(AreaId),
        portfolios: portfolios
            .into_iter()
            .map(|link| link.portfolio_id.into())
            .collect(),
        owner: row.owner_id.map(UnitId),
        statutory_on: row.statutory_on,
        status: place.reading(&row.status, row.status_interpreted)?,
        started_year: row.started_year,
        depends_on: dependencies
            .into_iter()
            .map(|link| link.depends_on_id.into())
            .collect(),
        focus_area: row.focus_area,
        label: row.label.map(|value| Reading {
            value,
            interpreted: row.label_interpreted,
        }),
        example: row.example,
    }))
}
