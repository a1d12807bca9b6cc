//! The agency that the installation belongs to: one row.

use domain::agency::Agency;
use domain::ctx::Ctx;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use crate::entity::agency;
use crate::error::{Result, StoreError};
use crate::repo::codec::Row;
use crate::repo::rows::{Stamp, insert_rows};
use crate::versioned::Versioned;

const ONLY: i16 = 1;

/// The agency; none in an empty database.
pub async fn agency_load(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Option<Versioned<Agency>>> {
    let row = agency::Entity::find_by_id(ONLY).one(db).await?;
    row.map(|row| {
        let stamp = Stamp {
            version: row.version,
            edited_by: row.edited_by,
        };
        let colour = Row::of("agency", Uuid::nil()).optional_code(row.colour.as_deref())?;
        Ok(stamp.on(Agency {
            name: row.name,
            currency: row.currency,
            colour,
        }))
    })
    .transpose()
}

/// Sets the agency of an empty database.
pub async fn agency_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Agency) -> Result<()> {
    insert_rows::<agency::Entity>(db, vec![row(new, Stamp::first(ctx))]).await
}

/// Replaces it, unless it has changed since the expected version; gives the new version.
pub async fn agency_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Agency,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version));
    let version = row.version;
    let updated = agency::Entity::update_many()
        .set(row.into_active_model().reset_all())
        .filter(agency::Column::Version.eq(expected_version))
        .exec(db)
        .await?;
    if updated.rows_affected == 0 {
        return Err(StoreError::Stale {
            table: "agency",
            id: Uuid::nil(),
        });
    }
    Ok(version)
}

fn row(agency: &Agency, stamp: Stamp) -> agency::Model {
    agency::Model {
        id: ONLY,
        name: agency.name.clone(),
        currency: agency.currency.clone(),
        colour: agency.colour.map(String::from),
        version: stamp.version,
        edited_by: stamp.edited_by,
    }
}
