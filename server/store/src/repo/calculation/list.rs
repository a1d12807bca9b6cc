//! The list of all calculations, without their lines.

use domain::ctx::Ctx;
use domain::id::{CalculationId, InitiativeId};
use domain::statement::ApprovalState;
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryOrder, QuerySelect, RelationDef,
};
use uuid::Uuid;

use super::TABLE;
use crate::entity::{calculation, initiative};
use crate::error::Result;
use crate::repo::codec::Row;

/// A version in a list of them, without its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalculationRow {
    /// Which.
    pub id: CalculationId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// What that is called.
    pub name: String,
    /// Its number among the versions.
    pub number: i32,
    /// How far it has come.
    pub state: ApprovalState,
    /// It is what the initiative has promised.
    pub promise: bool,
    /// The year that is not discounted.
    pub base_year: i32,
    /// Years.
    pub horizon_years: i32,
}

#[derive(FromQueryResult)]
struct ListLine {
    id: Uuid,
    initiative_id: Uuid,
    name: String,
    number: i32,
    state: String,
    promise: bool,
    base_year: i32,
    horizon_years: i32,
}

/// All versions without their lines, those of an initiative by number. One statement.
pub async fn calculation_row_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<CalculationRow>> {
    let to_initiative: RelationDef = calculation::Entity::belongs_to(initiative::Entity)
        .from(calculation::Column::InitiativeId)
        .to(initiative::Column::Id)
        .into();
    let rows = calculation::Entity::find()
        .select_only()
        .columns([calculation::Column::Id, calculation::Column::InitiativeId])
        .column(initiative::Column::Name)
        .columns([
            calculation::Column::Number,
            calculation::Column::State,
            calculation::Column::Promise,
            calculation::Column::BaseYear,
            calculation::Column::HorizonYears,
        ])
        .join(JoinType::InnerJoin, to_initiative)
        .order_by_asc(calculation::Column::InitiativeId)
        .order_by_asc(calculation::Column::Number)
        .into_model::<ListLine>()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|line| {
            Ok(CalculationRow {
                id: line.id.into(),
                initiative: line.initiative_id.into(),
                name: line.name,
                number: line.number,
                state: Row::of(TABLE, line.id).code(&line.state)?,
                promise: line.promise,
                base_year: line.base_year,
                horizon_years: line.horizon_years,
            })
        })
        .collect()
}
