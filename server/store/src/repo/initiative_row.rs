//! The register of initiatives: one line each, with counts.

use domain::ctx::Ctx;
use domain::id::{AreaId, InitiativeId};
use domain::initiative::InitiativeStatus;
use domain::reading::Reading;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType};
use uuid::Uuid;

use crate::entity::{area, benefit, delivery, initiative, statement};
use crate::error::Result;
use crate::repo::codec::Row;

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitiativeRow {
    /// Identity.
    pub id: InitiativeId,
    /// Name.
    pub name: String,
    /// A development object.
    pub development_object: bool,
    /// Where it stands.
    pub status: Reading<InitiativeStatus>,
    /// Default area of its deliveries.
    pub area: Option<AreaId>,
    /// That area's number.
    pub area_number: Option<String>,
    /// That area's name.
    pub area_name: Option<String>,
    /// Its free label.
    pub label: Option<Reading<String>>,
    /// How many deliveries it has.
    pub deliveries: u32,
    /// How many benefits, in any state.
    pub benefits: u32,
    /// How many statements, in any state.
    pub statements: u32,
}

/// All initiatives, by area number (as text), name and identity; those without area come last. One
/// statement.
pub async fn initiative_rows(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<InitiativeRow>> {
    let mut select = Query::select();
    select
        .columns([
            (initiative::Entity, initiative::Column::Id),
            (initiative::Entity, initiative::Column::Name),
            (initiative::Entity, initiative::Column::DevelopmentObject),
            (initiative::Entity, initiative::Column::Status),
            (initiative::Entity, initiative::Column::StatusInterpreted),
            (initiative::Entity, initiative::Column::AreaId),
            (initiative::Entity, initiative::Column::Label),
            (initiative::Entity, initiative::Column::LabelInterpreted),
        ])
        .expr_as(area::Column::Number.into_expr(), "area_number")
        .expr_as(area::Column::Name.into_expr(), "area_name")
        .expr_as(
            count(delivery::Entity, delivery::Column::InitiativeId),
            "deliveries",
        )
        .expr_as(count(benefit::Entity, benefit::Column::InitiativeId), "benefits")
        .expr_as(
            count(statement::Entity, statement::Column::InitiativeId),
            "statements",
        )
        .from(initiative::Entity)
        .join(
            JoinType::LeftJoin,
            area::Entity,
            same(area::Column::Id, initiative::Column::AreaId),
        )
        .order_by_expr(area::Column::Id.is_null(), sea_orm::Order::Asc)
        .order_by((area::Entity, area::Column::Number), sea_orm::Order::Asc)
        .order_by(
            (initiative::Entity, initiative::Column::Name),
            sea_orm::Order::Asc,
        )
        .order_by((initiative::Entity, initiative::Column::Id), sea_orm::Order::Asc);
    let rows = db.query_all(&select).await?;
    rows.iter()
        .map(|row| read(Line::from_query_result(row, "")?))
        .collect()
}

fn same(left: impl ColumnTrait, right: impl ColumnTrait) -> Expr {
    Expr::col(left.as_column_ref()).equals(right.as_column_ref())
}

fn count(table: impl EntityTrait, initiative_id: impl ColumnTrait) -> Expr {
    let count: SelectStatement = Query::select()
        .expr(Expr::col(initiative_id.as_column_ref()).count())
        .from(table)
        .and_where(same(initiative_id, initiative::Column::Id))
        .take();
    Expr::SubQuery(None, Box::new(count.into()))
}

#[derive(FromQueryResult)]
struct Line {
    id: Uuid,
    name: String,
    development_object: bool,
    status: String,
    status_interpreted: bool,
    area_id: Option<Uuid>,
    label: Option<String>,
    label_interpreted: bool,
    area_number: Option<String>,
    area_name: Option<String>,
    deliveries: i64,
    benefits: i64,
    statements: i64,
}

fn read(line: Line) -> Result<InitiativeRow> {
    let place = Row::of("initiative", line.id);
    let count = |count: i64| u32::try_from(count).map_err(|error| place.damaged(error));
    Ok(InitiativeRow {
        id: line.id.into(),
        name: line.name,
        development_object: line.development_object,
        status: place.reading(&line.status, line.status_interpreted)?,
        area: line.area_id.map(AreaId),
        area_number: line.area_number,
        area_name: line.area_name,
        label: line.label.map(|value| Reading {
            value,
            interpreted: line.label_interpreted,
        }),
        deliveries: count(line.deliveries)?,
        benefits: count(line.benefits)?,
        statements: count(line.statements)?,
    })
}
