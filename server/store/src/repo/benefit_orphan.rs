//! Benefits whose unit has ended: nobody answers for them, or nobody receives them.

use chrono::NaiveDate;
use domain::ctx::Ctx;
use domain::id::{BenefitId, InitiativeId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, FromQueryResult, JoinType};
use uuid::Uuid;

use crate::entity::{benefit, initiative, unit};
use crate::error::Result;

/// A benefit whose unit has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrphanRow {
    /// The benefit.
    pub benefit: BenefitId,
    /// Its short name or, without one, its description.
    pub name: String,
    /// Its initiative.
    pub initiative: InitiativeId,
    /// The initiative's name.
    pub initiative_name: String,
    /// The unit that has ended.
    pub unit: String,
    /// The unit's last day.
    pub ended: NaiveDate,
    /// The unit was to answer for it; else it was to receive it.
    pub is_owner: bool,
}

#[derive(FromQueryResult)]
struct Line {
    id: Uuid,
    title: Option<String>,
    description: String,
    initiative_id: Uuid,
    initiative_name: String,
    unit_name: String,
    valid_to: NaiveDate,
}

/// Benefits whose owner or recipient has ended before the day, by initiative and order. Two
/// statements.
pub async fn benefit_orphans(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    day: NaiveDate,
) -> Result<Vec<OrphanRow>> {
    let mut all = Vec::new();
    for (column, is_owner) in [
        (benefit::Column::OwnerId, true),
        (benefit::Column::RecipientId, false),
    ] {
        let mut select = Query::select();
        select
            .columns([
                (benefit::Entity, benefit::Column::Id),
                (benefit::Entity, benefit::Column::Title),
                (benefit::Entity, benefit::Column::Description),
                (benefit::Entity, benefit::Column::InitiativeId),
            ])
            .expr_as(
                Expr::col(initiative::Column::Name.as_column_ref()),
                Alias::new("initiative_name"),
            )
            .expr_as(
                Expr::col(unit::Column::Name.as_column_ref()),
                Alias::new("unit_name"),
            )
            .column((unit::Entity, unit::Column::ValidTo))
            .from(benefit::Entity)
            .join(
                JoinType::InnerJoin,
                unit::Entity,
                Expr::col(unit::Column::Id.as_column_ref()).equals(column.as_column_ref()),
            )
            .join(
                JoinType::InnerJoin,
                initiative::Entity,
                Expr::col(initiative::Column::Id.as_column_ref())
                    .equals(benefit::Column::InitiativeId.as_column_ref()),
            )
            .and_where(unit::Column::ValidTo.lt(day))
            .order_by(
                (initiative::Entity, initiative::Column::Name),
                sea_orm::Order::Asc,
            )
            .order_by((benefit::Entity, benefit::Column::Ordinal), sea_orm::Order::Asc)
            .order_by((benefit::Entity, benefit::Column::Id), sea_orm::Order::Asc);
        for row in db.query_all(&select).await? {
            let line = Line::from_query_result(&row, "")?;
            all.push(OrphanRow {
                benefit: line.id.into(),
                name: line.title.unwrap_or(line.description),
                initiative: line.initiative_id.into(),
                initiative_name: line.initiative_name,
                unit: line.unit_name,
                ended: line.valid_to,
                is_owner,
            });
        }
    }
    Ok(all)
}
