//! Measurements as work is found in them: those that wait, and how far has been measured.

use domain::id::{AccountId, MeasureId};
use domain::measure::Period;
use domain::statement::ApprovalState;
use domain::work::{LoggedMeasurement, MeasuredUntil};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QueryTrait};

use crate::entity::{effect_goal, measurement};
use crate::error::Result;
use crate::kept::Shares;
use crate::repo::codec::Row;
use crate::repo::editor::measurement_editors;
use crate::repo::measurement::{TABLE, WAITING, ids};
use crate::repo::rows::Pick;

/// Those that nobody has approved, as far as work on them goes. Two statements.
pub(crate) async fn measurement_work_list(db: &impl ConnectionTrait) -> Result<Vec<LoggedMeasurement>> {
    let waiting = ids().filter(measurement::Column::State.is_in(WAITING.map(ApprovalState::code)));
    let mut editors = measurement_editors(db, &Pick::among(waiting.into_query())).await?;
    let rows = measurement::Entity::find()
        .filter(measurement::Column::State.is_in(WAITING.map(ApprovalState::code)))
        .order_by_asc(measurement::Column::Id)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(LoggedMeasurement {
                id: row.id.into(),
                measure: row.measure_id.into(),
                period: Period {
                    first: row.first_day,
                    last: row.last_day,
                },
                state: Row::of(TABLE, row.id).code(&row.state)?,
                edited_by: row.edited_by.map(AccountId),
                editors: editors.remove(&row.id).unwrap_or_default(),
                review_note: row.review_note,
                reviewed_on: Row::of(TABLE, row.id).optional_day(row.reviewed_at)?,
            })
        })
        .collect()
}

/// How far the measures of benefits' goals that are in these shares have been measured, in whatever state. One statement: each
/// measure's latest is looked up in an index, so that what was measured long ago costs nothing.
pub(crate) async fn measured_until(db: &impl ConnectionTrait, shares: &Shares) -> Result<Vec<MeasuredUntil>> {
    let used = || Alias::new("used");
    let latest = |complete_alone: bool| {
        let mut latest = Query::select();
        latest
            .column(measurement::Column::LastDay)
            .from(measurement::Entity)
            .and_where(
                Expr::col((measurement::Entity, measurement::Column::MeasureId))
                    .equals((used(), effect_goal::Column::MeasureId)),
            )
            .order_by(measurement::Column::LastDay, Order::Desc)
            .limit(1);
        if complete_alone {
            latest.and_where(Expr::col(measurement::Column::Preliminary).eq(false));
        }
        Expr::SubQuery(None, Box::new(latest.take().into()))
    };
    let measures = Query::select()
        .distinct()
        .column(effect_goal::Column::MeasureId)
        .from(effect_goal::Entity)
        .and_where(Expr::col(effect_goal::Column::BenefitId).is_not_null())
        .cond_where(shares.on(db.get_database_backend(), effect_goal::Column::MeasureId))
        .take();
    let statement = Query::select()
        .column((used(), effect_goal::Column::MeasureId))
        .expr_as(latest(true), Alias::new("complete"))
        .expr_as(latest(false), Alias::new("any"))
        .from_subquery(measures, used())
        .take();
    let rows = db.query_all(&statement).await?;
    rows.into_iter()
        .map(|row| {
            Ok(MeasuredUntil {
                measure: MeasureId(row.try_get("", "measure_id")?),
                complete: row.try_get("", "complete")?,
                any: row.try_get("", "any")?,
            })
        })
        .collect()
}
