//! What statements and measurements say in kronor.

use std::slice;

use domain::ctx::Ctx;
use domain::id::{BenefitId, InitiativeId, SekValueId};
use domain::money::Money;
use domain::sek_value::{SekGround, SekValue};
use sea_orm::sea_query::{SelectStatement, UnionType};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use crate::entity::{measurement, sek_value, statement};
use crate::error::Result;
use crate::repo::benefit;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, Stamp, delete_row, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "sek_value";

/// The value.
pub async fn sek_value_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: SekValueId,
) -> Result<Option<Versioned<SekValue>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// The values of a benefit, by year.
pub async fn sek_value_list_of_benefit(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    benefit: BenefitId,
) -> Result<Vec<Versioned<SekValue>>> {
    let ids = ids().filter(sek_value::Column::BenefitId.eq(benefit.0));
    find(db, &Pick::among(ids.into_query())).await
}

/// The values of some benefits, by year.
pub async fn sek_value_list_of_benefits(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    benefits: &[BenefitId],
) -> Result<Vec<Versioned<SekValue>>> {
    let ids = ids().filter(sek_value::Column::BenefitId.is_in(benefits.iter().map(|id| id.0)));
    find(db, &Pick::among(ids.into_query())).await
}

/// The values of an initiative's benefits, by year.
pub async fn sek_value_list_of_initiative(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<Versioned<SekValue>>> {
    find(db, &Pick::among(ids_of_initiative(initiative))).await
}

/// Adds one.
pub async fn sek_value_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &SekValue) -> Result<()> {
    sek_value_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn sek_value_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[SekValue]) -> Result<()> {
    let rows = new.iter().map(|value| row(value, Stamp::first(ctx)));
    insert_rows::<sek_value::Entity>(db, rows.collect()).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn sek_value_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &SekValue,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version)).into_active_model();
    let expected = (sek_value::Column::Version, expected_version);
    update_row::<sek_value::Entity>(db, row, (sek_value::Column::Id, changed.id.0), expected).await
}

/// Removes one, unless it has changed since the expected version.
pub async fn sek_value_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: SekValueId,
    expected_version: i32,
) -> Result<()> {
    let expected = (sek_value::Column::Version, expected_version);
    delete_row::<sek_value::Entity>(db, (sek_value::Column::Id, id.0), expected).await
}

fn ids() -> sea_orm::Select<sek_value::Entity> {
    sek_value::Entity::find()
        .select_only()
        .column(sek_value::Column::Id)
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    ids()
        .filter(sek_value::Column::BenefitId.in_subquery(benefit::ids_of_initiative(initiative)))
        .into_query()
}

/// The benefits that some value is of.
pub(crate) fn benefits() -> SelectStatement {
    sek_value::Entity::find()
        .select_only()
        .column(sek_value::Column::BenefitId)
        .into_query()
}

/// The statements that values of these benefits hang on, and those that take the place of one.
pub(crate) fn statements(benefits: &Pick) -> SelectStatement {
    let grounds = grounds(sek_value::Column::StatementId, benefits);
    let later = statement::Entity::find()
        .select_only()
        .column(statement::Column::Id)
        .filter(statement::Column::SupersedesId.in_subquery(grounds.clone()))
        .into_query();
    both(grounds, later)
}

/// The measurements that values of these benefits hang on, and those that correct one.
pub(crate) fn measurements(benefits: &Pick) -> SelectStatement {
    let grounds = grounds(sek_value::Column::MeasurementId, benefits);
    let later = measurement::Entity::find()
        .select_only()
        .column(measurement::Column::Id)
        .filter(measurement::Column::SupersedesId.in_subquery(grounds.clone()))
        .into_query();
    both(grounds, later)
}

/// Each looked up in an index of its own: of one condition or the other PostgreSQL goes through the whole table.
fn both(mut some: SelectStatement, others: SelectStatement) -> SelectStatement {
    some.union(UnionType::Distinct, others).take()
}

fn grounds(column: sek_value::Column, benefits: &Pick) -> SelectStatement {
    sek_value::Entity::find()
        .select_only()
        .column(column)
        .filter(benefits.on(sek_value::Column::BenefitId))
        .filter(column.is_not_null())
        .into_query()
}

/// By year. One statement.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<SekValue>>> {
    let rows = sek_value::Entity::find()
        .filter(pick.on(sek_value::Column::Id))
        .order_by_asc(sek_value::Column::FromYear)
        .order_by_asc(sek_value::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

fn row(value: &SekValue, stamp: Stamp) -> sek_value::Model {
    let (statement_id, measurement_id) = match value.ground {
        SekGround::Statement(id) => (Some(id.0), None),
        SekGround::Measurement(id) => (None, Some(id.0)),
    };
    sek_value::Model {
        id: value.id.0,
        benefit_id: value.benefit.0,
        statement_id,
        measurement_id,
        amount: value.amount.0,
        frequency: value.frequency.code().to_owned(),
        from_year: value.from_year,
        to_year: value.to_year,
        class: value.class.code().to_owned(),
        kind: value.kind.code().to_owned(),
        compared_with: value.compared_with.clone(),
        counts_in_sum: value.counts_in_sum,
        version: stamp.version,
        edited_by: stamp.edited_by,
    }
}

fn read(row: sek_value::Model) -> Result<Versioned<SekValue>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let ground = match (row.statement_id, row.measurement_id) {
        (Some(id), None) => SekGround::Statement(id.into()),
        (None, Some(id)) => SekGround::Measurement(id.into()),
        _ => return Err(place.damaged("hangs on nothing, or on two things")),
    };
    Ok(stamp.on(SekValue {
        id: row.id.into(),
        benefit: row.benefit_id.into(),
        ground,
        amount: Money(row.amount),
        frequency: place.code(&row.frequency)?,
        from_year: row.from_year,
        to_year: row.to_year,
        class: place.code(&row.class)?,
        kind: place.code(&row.kind)?,
        compared_with: row.compared_with,
        counts_in_sum: row.counts_in_sum,
    }))
}
