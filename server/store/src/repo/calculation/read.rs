//! Benefit calculations, as they are found.

use domain::ctx::Ctx;
use domain::id::{AccountId, CalculationId, InitiativeId};
use domain::work::LoggedCalculation;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::row::{read, read_alternative};
use super::{CalculationRecord, TABLE};
use crate::entity::{
    calculation, calculation_alternative, calculation_amount, calculation_editor, calculation_line,
};
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, children};

/// The calculation.
pub async fn calculation_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: CalculationId,
) -> Result<Option<CalculationRecord>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// The versions of an initiative, the first first.
pub async fn calculation_list_of_initiative(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<CalculationRecord>> {
    find(db, &Pick::among(ids_of_initiative(initiative))).await
}

/// All versions, as far as work on them goes: without their lines. Two statements.
pub(crate) async fn calculation_work_list(db: &impl ConnectionTrait) -> Result<Vec<LoggedCalculation>> {
    let rows: Vec<(Uuid, Uuid, i32, String, Option<String>)> = calculation::Entity::find()
        .select_only()
        .columns([
            calculation::Column::Id,
            calculation::Column::InitiativeId,
            calculation::Column::Number,
            calculation::Column::State,
            calculation::Column::ReviewNote,
        ])
        .order_by_asc(calculation::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let (parent, order) = (
        calculation_editor::Column::CalculationId,
        calculation_editor::Column::AccountId,
    );
    let mut editors =
        children::<calculation_editor::Entity>(db, &Pick::All, parent, order, |one| one.calculation_id)
            .await?;
    rows.into_iter()
        .map(|(id, initiative, number, state, review_note)| {
            let editors = editors.remove(&id).unwrap_or_default();
            Ok(LoggedCalculation {
                id: id.into(),
                initiative: initiative.into(),
                number,
                state: Row::of(TABLE, id).code(&state)?,
                editors: editors.into_iter().map(|one| AccountId(one.account_id)).collect(),
                review_note,
            })
        })
        .collect()
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    calculation::Entity::find()
        .select_only()
        .column(calculation::Column::Id)
        .filter(calculation::Column::InitiativeId.eq(initiative.0))
        .into_query()
}

/// Five statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<CalculationRecord>> {
    let rows = calculation::Entity::find()
        .filter(pick.on(calculation::Column::Id))
        .order_by_asc(calculation::Column::InitiativeId)
        .order_by_asc(calculation::Column::Number)
        .all(db)
        .await?;
    let order = calculation_alternative::Column::Ordinal;
    let parent = calculation_alternative::Column::CalculationId;
    let mut alternatives =
        children::<calculation_alternative::Entity>(db, pick, parent, order, |one| one.calculation_id)
            .await?;
    let its_alternatives = below(pick, || {
        let its = calculation_alternative::Entity::find().select_only();
        its.column(calculation_alternative::Column::Id)
            .filter(pick.on(calculation_alternative::Column::CalculationId))
            .into_query()
    });
    let (parent, order) = (
        calculation_line::Column::AlternativeId,
        calculation_line::Column::Ordinal,
    );
    let mut lines =
        children::<calculation_line::Entity>(db, &its_alternatives, parent, order, |one| one.alternative_id)
            .await?;
    let its_lines = below(pick, || {
        let its = calculation_line::Entity::find().select_only();
        its.column(calculation_line::Column::Id)
            .filter(its_alternatives.on(calculation_line::Column::AlternativeId))
            .into_query()
    });
    let (parent, order) = (
        calculation_amount::Column::LineId,
        calculation_amount::Column::Year,
    );
    let mut amounts =
        children::<calculation_amount::Entity>(db, &its_lines, parent, order, |one| one.line_id).await?;
    let (parent, order) = (
        calculation_editor::Column::CalculationId,
        calculation_editor::Column::AccountId,
    );
    let mut editors =
        children::<calculation_editor::Entity>(db, pick, parent, order, |one| one.calculation_id).await?;
    rows.into_iter()
        .map(|row| {
            let alternatives = alternatives
                .remove(&row.id)
                .unwrap_or_default()
                .into_iter()
                .map(|one| {
                    let lines = lines.remove(&one.id).unwrap_or_default();
                    read_alternative(one, lines, &mut amounts)
                })
                .collect::<Result<_>>()?;
            let editors = editors.remove(&row.id).unwrap_or_default();
            read(row, alternatives, editors)
        })
        .collect()
}

/// What belongs to what is picked, a step further down.
fn below(pick: &Pick, its: impl FnOnce() -> SelectStatement) -> Pick {
    match pick {
        Pick::All => Pick::All,
        _ => Pick::among(its()),
    }
}
