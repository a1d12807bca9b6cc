//! What calculations say, as far as a report asks: which initiatives have an approved one, and what benefits are worth.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::expected_value::PromisedLine;
use domain::id::InitiativeId;
use domain::local_time::local_time;
use domain::money::Money;
use domain::statement::ApprovalState;
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{calculation, calculation_alternative, calculation_amount, calculation_line};
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::register_page::same;
use crate::repo::rows::Pick;

/// Approved calculations, each by its initiative, and the day on which each was approved; none where it was imported. One
/// statement.
pub(crate) async fn approved_list(
    db: &impl ConnectionTrait,
) -> Result<Vec<(InitiativeId, Option<NaiveDate>)>> {
    let rows: Vec<(Uuid, Uuid, Option<i64>)> = calculation::Entity::find()
        .select_only()
        .columns([
            calculation::Column::Id,
            calculation::Column::InitiativeId,
            calculation::Column::ReviewedAt,
        ])
        .filter(calculation::Column::State.eq(ApprovalState::Approved.code()))
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(id, initiative, at)| Ok((initiative.into(), reviewed_on(id, at)?)))
        .collect()
}

/// The day of a review where the agency is.
fn reviewed_on(calculation: Uuid, at: Option<i64>) -> Result<Option<NaiveDate>> {
    let moment = at
        .map(|at| Row::of("calculation", calculation).moment(at))
        .transpose()?;
    Ok(moment.map(|moment| local_time(moment).date()))
}

#[derive(FromQueryResult)]
struct Valued {
    line: Uuid,
    calculation: Uuid,
    benefit: Uuid,
    class: String,
    reviewed_at: Option<i64>,
    year: Option<i32>,
    likely: Option<i64>,
}

/// The lines that value some benefits in money, in the alternatives that are proposed by promised calculations, with
/// their likely amounts within some years. One statement.
pub(crate) async fn promised_list(
    db: &impl ConnectionTrait,
    benefits: &Pick,
    (from_year, to_year): (i32, i32),
) -> Result<Vec<PromisedLine>> {
    let amounts = same(calculation_amount::Column::LineId, calculation_line::Column::Id)
        .and(calculation_amount::Column::Year.between(from_year, to_year));
    let classes = PromisedLine::CLASSES.map(|class| class.code());
    let select = Query::select()
        .expr_as(calculation_line::Column::Id.into_expr(), "line")
        .expr_as(calculation::Column::Id.into_expr(), "calculation")
        .expr_as(calculation_line::Column::BenefitId.into_expr(), "benefit")
        .expr_as(calculation_line::Column::Class.into_expr(), "class")
        .expr_as(calculation::Column::ReviewedAt.into_expr(), "reviewed_at")
        .expr_as(calculation_amount::Column::Year.into_expr(), "year")
        .expr_as(calculation_amount::Column::LikelyOre.into_expr(), "likely")
        .from(calculation::Entity)
        .join(
            JoinType::InnerJoin,
            calculation_alternative::Entity,
            same(
                calculation_alternative::Column::Id,
                calculation::Column::PreferredId,
            ),
        )
        .join(
            JoinType::InnerJoin,
            calculation_line::Entity,
            same(
                calculation_line::Column::AlternativeId,
                calculation_alternative::Column::Id,
            ),
        )
        .join(JoinType::LeftJoin, calculation_amount::Entity, amounts)
        .and_where(calculation::Column::Promise.eq(true))
        .and_where(calculation_line::Column::Class.is_in(classes))
        .cond_where(benefits.on(calculation_line::Column::BenefitId))
        .take();
    let mut lines: BTreeMap<Uuid, PromisedLine> = BTreeMap::new();
    for row in db.query_all(&select).await? {
        let row = Valued::from_query_result(&row, "")?;
        let approved_on = reviewed_on(row.calculation, row.reviewed_at)?;
        let class = Row::of("calculation_line", row.line).code(&row.class)?;
        let line = lines.entry(row.line).or_insert_with(|| PromisedLine {
            benefit: row.benefit.into(),
            class,
            approved_on,
            likely: Vec::new(),
        });
        line.likely.extend(row.year.zip(row.likely.map(Money)));
    }
    Ok(lines.into_values().collect())
}
