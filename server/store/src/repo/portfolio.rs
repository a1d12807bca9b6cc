//! Portfolios.

use std::slice;

use domain::ctx::Ctx;
use domain::id::PortfolioId;
use domain::portfolio::Portfolio;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::portfolio;
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, Stamp, delete_row, insert_rows, referred_first, update_row};
use crate::versioned::Versioned;

/// The portfolio.
pub async fn portfolio_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: PortfolioId,
) -> Result<Option<Versioned<Portfolio>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All portfolios.
pub async fn portfolio_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<Portfolio>>> {
    find(db, &Pick::All).await
}

/// Adds one.
pub async fn portfolio_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Portfolio) -> Result<()> {
    portfolio_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn portfolio_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Portfolio]) -> Result<()> {
    let rows = referred_first(new, |one| one.id.0, |one| one.parent.map(|other| other.0))
        .into_iter()
        .map(|one| row(one, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<portfolio::Entity>(db, rows).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn portfolio_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Portfolio,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let (id, version) = (portfolio::Column::Id, portfolio::Column::Version);
    update_row::<portfolio::Entity>(db, row, (id, changed.id.0), (version, expected_version)).await
}

/// Deletes one that nothing refers to, unless it has changed since the expected version.
pub async fn portfolio_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: PortfolioId,
    expected_version: i32,
) -> Result<()> {
    let expected = (portfolio::Column::Version, expected_version);
    delete_row::<portfolio::Entity>(db, (portfolio::Column::Id, id.0), expected).await
}

pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<Portfolio>>> {
    let rows = portfolio::Entity::find()
        .filter(pick.on(portfolio::Column::Id))
        .order_by_asc(portfolio::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

fn row(one: &Portfolio, stamp: Stamp) -> Result<portfolio::Model> {
    let kind = Row::of("portfolio", one.id.0).code_of(&one.kind)?;
    Ok(portfolio::Model {
        id: one.id.0,
        name: one.name.clone(),
        kind,
        parent_id: one.parent.map(|parent| parent.0),
        ended_on: one.ended_on,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

fn read(row: portfolio::Model) -> Result<Versioned<Portfolio>> {
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let kind = Row::of("portfolio", row.id).code(&row.kind)?;
    Ok(stamp.on(Portfolio {
        id: row.id.into(),
        name: row.name,
        kind,
        parent: row.parent_id.map(PortfolioId),
        ended_on: row.ended_on,
    }))
}
