//! What benefits freed, with where the time went.

use std::slice;

use domain::ctx::Ctx;
use domain::freed_time::{Disposition, FreedTime};
use domain::id::{BenefitId, FactorValueId, FreedTimeId, InitiativeId};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use crate::entity::{freed_time, freed_time_disposition};
use crate::error::Result;
use crate::repo::benefit;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, Stamp, children, delete_children, delete_row, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "freed_time";
const DISPOSITIONS: &str = "freed_time_disposition";

/// The entry.
pub async fn freed_time_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FreedTimeId,
) -> Result<Option<Versioned<FreedTime>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// The entries of a benefit, by year.
pub async fn freed_time_list_of_benefit(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    benefit: BenefitId,
) -> Result<Vec<Versioned<FreedTime>>> {
    let ids = ids().filter(freed_time::Column::BenefitId.eq(benefit.0));
    find(db, &Pick::among(ids.into_query())).await
}

/// The entries of an initiative's benefits, by year.
pub async fn freed_time_list_of_initiative(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<Versioned<FreedTime>>> {
    find(db, &Pick::among(ids_of_initiative(initiative))).await
}

/// Adds one.
pub async fn freed_time_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &FreedTime) -> Result<()> {
    freed_time_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn freed_time_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[FreedTime]) -> Result<()> {
    let rows = new.iter().map(|one| row(one, Stamp::first(ctx)));
    insert_rows::<freed_time::Entity>(db, rows.collect::<Result<_>>()?).await?;
    insert_dispositions(db, new).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn freed_time_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &FreedTime,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let expected = (freed_time::Column::Version, expected_version);
    let version = update_row::<freed_time::Entity>(db, row, (freed_time::Column::Id, id), expected).await?;
    let parent = freed_time_disposition::Column::FreedTimeId;
    delete_children::<freed_time_disposition::Entity>(db, parent, id).await?;
    insert_dispositions(db, slice::from_ref(changed)).await?;
    Ok(version)
}

/// Removes one, unless it has changed since the expected version.
pub async fn freed_time_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FreedTimeId,
    expected_version: i32,
) -> Result<()> {
    let expected = (freed_time::Column::Version, expected_version);
    delete_row::<freed_time::Entity>(db, (freed_time::Column::Id, id.0), expected).await
}

fn ids() -> sea_orm::Select<freed_time::Entity> {
    freed_time::Entity::find()
        .select_only()
        .column(freed_time::Column::Id)
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    ids_of_benefits(benefit::ids_of_initiative(initiative))
}

pub(crate) fn ids_of_benefits(benefits: SelectStatement) -> SelectStatement {
    ids()
        .filter(freed_time::Column::BenefitId.in_subquery(benefits))
        .into_query()
}

/// By year. Two statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<FreedTime>>> {
    let rows = freed_time::Entity::find()
        .filter(pick.on(freed_time::Column::Id))
        .order_by_asc(freed_time::Column::Year)
        .order_by_asc(freed_time::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (
        freed_time_disposition::Column::FreedTimeId,
        freed_time_disposition::Column::Ordinal,
    );
    let mut dispositions =
        children::<freed_time_disposition::Entity>(db, pick, parent, order, |one| one.freed_time_id).await?;
    rows.into_iter()
        .map(|row| {
            let its = dispositions.remove(&row.id).unwrap_or_default();
            read(row, its)
        })
        .collect()
}

fn row(entry: &FreedTime, stamp: Stamp) -> Result<freed_time::Model> {
    let place = Row::of(TABLE, entry.id.0);
    let (amount_mantissa, amount_scale) = place.digits_of("amount_mantissa", entry.amount)?;
    let (hours_mantissa, hours_scale) = place.digits_of("hours_mantissa", entry.hours)?;
    Ok(freed_time::Model {
        id: entry.id.0,
        benefit_id: entry.benefit.0,
        year: entry.year,
        unit: entry.unit.code().to_owned(),
        amount_mantissa,
        amount_scale,
        factor_value_id: entry.factor_value.map(|id| id.0),
        hours_mantissa,
        hours_scale,
        note: entry.note.clone(),
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

async fn insert_dispositions(db: &impl ConnectionTrait, entries: &[FreedTime]) -> Result<()> {
    let rows = entries.iter().flat_map(|entry| {
        (0..)
            .zip(&entry.dispositions)
            .map(|(ordinal, one)| disposition_row(entry.id, ordinal, one))
    });
    insert_rows::<freed_time_disposition::Entity>(db, rows.collect::<Result<_>>()?).await
}

fn disposition_row(
    entry: FreedTimeId,
    ordinal: i32,
    one: &Disposition,
) -> Result<freed_time_disposition::Model> {
    let place = Row::of(DISPOSITIONS, entry.0);
    let hours = one
        .hours
        .map(|hours| place.digits_of("hours_mantissa", hours))
        .transpose()?;
    Ok(freed_time_disposition::Model {
        freed_time_id: entry.0,
        ordinal,
        kind: one.kind.code().to_owned(),
        hours_mantissa: hours.map(|(mantissa, _)| mantissa),
        hours_scale: hours.map(|(_, scale)| scale),
        text: one.text.clone(),
    })
}

fn read(
    row: freed_time::Model,
    dispositions: Vec<freed_time_disposition::Model>,
) -> Result<Versioned<FreedTime>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let disposition = |one: freed_time_disposition::Model| {
        let place = Row::of(DISPOSITIONS, row.id);
        let hours = one.hours_mantissa.zip(one.hours_scale);
        Ok(Disposition {
            kind: place.code(&one.kind)?,
            hours: hours
                .map(|(mantissa, scale)| place.decimal(mantissa, scale))
                .transpose()?,
            text: one.text,
        })
    };
    Ok(stamp.on(FreedTime {
        id: row.id.into(),
        benefit: row.benefit_id.into(),
        year: row.year,
        unit: place.code(&row.unit)?,
        amount: place.decimal(row.amount_mantissa, row.amount_scale)?,
        factor_value: row.factor_value_id.map(FactorValueId),
        hours: place.decimal(row.hours_mantissa, row.hours_scale)?,
        note: row.note,
        dispositions: dispositions.into_iter().map(disposition).collect::<Result<_>>()?,
    }))
}
