//! What the outcomes of effect goals are worked out from, and of the measurements no more than that.

use chrono::NaiveDate;
use domain::effect_goal::EffectGoal;
use domain::effect_goal::material::GoalMaterial;
use domain::measure::Measure;
use domain::measurement::Measurement;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, Iterable, JoinType, QueryFilter, QuerySelect,
    QueryTrait,
};

use crate::entity::{effect_goal, measure_definition, measurement};
use crate::error::Result;
use crate::kept::Shares;
use crate::repo::rows::{Pick, is_approved};
use crate::repo::{effect_goal as goal_repo, measure as measure_repo, measurement as measurement_repo};
use crate::versioned::values;

/// Goals of these benefits, their measures, and those measurements that outcomes as of a day rest on: approved,
/// complete, over by then, corrected by no approved one, and of a measure's definition the latest. Where a goal of the
/// measure has a window, those of the three years before the latest as well: a window is a year at most, and one that
/// was not covered is passed over. What measurements can be checked against is left out.
///
/// Six statements whatever there is. Each definition's latest is looked up in an index, so that what was measured long
/// ago costs nothing.
pub(crate) async fn goal_material(
    db: &impl ConnectionTrait,
    benefits: &Pick,
    as_of: NaiveDate,
) -> Result<GoalMaterial> {
    Ok(GoalMaterial {
        measures: measures(db, benefits).await?.into(),
        goals: goals(db, benefits).await?.into(),
        measurements: measurements(db, benefits, as_of, &Shares::All).await?.into(),
    })
}

/// The measures that goals of these benefits use. Two statements.
pub(crate) async fn measures(db: &impl ConnectionTrait, benefits: &Pick) -> Result<Vec<Measure>> {
    Ok(values(
        measure_repo::find(db, &Pick::among(measures_of(benefits))).await?,
    ))
}

/// The goals of these benefits. Three statements.
pub(crate) async fn goals(db: &impl ConnectionTrait, benefits: &Pick) -> Result<Vec<EffectGoal>> {
    let goals = goal_repo::ids_of_benefits(benefits);
    Ok(values(goal_repo::find_bare(db, &Pick::among(goals)).await?))
}

/// The measurements that outcomes of these benefits' goals rest on, of measures in these shares. One statement.
pub(crate) async fn measurements(
    db: &impl ConnectionTrait,
    benefits: &Pick,
    as_of: NaiveDate,
    shares: &Shares,
) -> Result<Vec<Measurement>> {
    let goals = goal_repo::ids_of_benefits(benefits);
    let backend = db.get_database_backend();
    let mut measures = measures_of(benefits);
    measures.cond_where(shares.on(backend, (effect_goal::Entity, effect_goal::Column::MeasureId)));
    let resting = resting(backend, goals, measures, as_of);
    measurement_repo::find_bare_among(db, resting).await
}

fn measures_of(benefits: &Pick) -> SelectStatement {
    effect_goal::Entity::find()
        .select_only()
        .column(effect_goal::Column::MeasureId)
        .filter(effect_goal::Column::Id.in_subquery(goal_repo::ids_of_benefits(benefits)))
        .into_query()
}

/// The measurements that outcomes rest on, without a column yet.
fn resting(
    backend: DbBackend,
    goals: SelectStatement,
    measures: SelectStatement,
    as_of: NaiveDate,
) -> SelectStatement {
    let (latest, day, newest) = (
        || Alias::new("latest"),
        || Alias::new("latest_day"),
        || Alias::new("newest"),
    );
    let its = |column| Expr::col((newest(), column));
    let day_of_newest = Query::select()
        .column((newest(), measurement::Column::LastDay))
        .from_as(measurement::Entity, newest())
        .and_where(
            its(measurement::Column::MeasureId)
                .equals((measure_definition::Entity, measure_definition::Column::MeasureId)),
        )
        .and_where(
            its(measurement::Column::Definition)
                .equals((measure_definition::Entity, measure_definition::Column::Number)),
        )
        .and_where(counts("newest", as_of))
        .order_by((newest(), measurement::Column::LastDay), Order::Desc)
        .limit(1)
        .take();
    let mut definitions = Query::select()
        .columns([
            (measure_definition::Entity, measure_definition::Column::MeasureId),
            (measure_definition::Entity, measure_definition::Column::Number),
        ])
        .expr_as(Expr::SubQuery(None, Box::new(day_of_newest.into())), day())
        .from(measure_definition::Entity)
        .and_where(measure_definition::Column::MeasureId.in_subquery(measures))
        .take();
    if backend == DbBackend::Postgres {
        // PostgreSQL takes what has an offset as it stands, here and below. Left to itself it looks the day up for each measurement.
        definitions.offset(0);
    }
    let windowed = effect_goal::Entity::find()
        .select_only()
        .column(effect_goal::Column::MeasureId)
        .filter(effect_goal::Column::Id.in_subquery(goals))
        .filter(effect_goal::Column::WindowCadence.is_not_null())
        .into_query();
    let newest_day = || Expr::col((latest(), day()));
    let years_before = match backend {
        DbBackend::Postgres => Expr::cust_with_expr("CAST($1 - INTERVAL '3 years' AS date)", newest_day()),
        _ => Expr::cust_with_expr("date(?, '-3 years')", newest_day()),
    };
    let from = Expr::case(
        Expr::col((latest(), measure_definition::Column::MeasureId)).in_subquery(windowed),
        years_before,
    )
    .finally(newest_day());
    let own = |column| Expr::col((measurement::Entity, column));
    // From each definition's latest day to the few measurements from then on. Left to themselves both databases begin with all
    // measurements, and one works out the day for each of them.
    let them = own(measurement::Column::MeasureId)
        .equals((latest(), measure_definition::Column::MeasureId))
        .and(own(measurement::Column::Definition).equals((latest(), measure_definition::Column::Number)))
        .and(own(measurement::Column::LastDay).gte(from));
    if backend == DbBackend::Postgres {
        let of_definition = Query::select()
            .columns(measurement::Column::iter().map(|column| (measurement::Entity, column)))
            .from(measurement::Entity)
            .and_where(them)
            .and_where(counts("measurement", as_of))
            .offset(0)
            .take();
        let always = Expr::cust("TRUE");
        return Query::select()
            .from_subquery(definitions, latest())
            .join_lateral(JoinType::InnerJoin, of_definition, measurement::Entity, always)
            .take();
    }
    // SQLite takes the order of a cross join as it stands. What joins them stands below: of a cross join the builder writes no
    // condition.
    Query::select()
        .from_subquery(definitions, latest())
        .cross_join(measurement::Entity)
        .and_where(them)
        .and_where(counts("measurement", as_of))
        .take()
}

/// Approved, complete, over by a day, and corrected by no approved one.
fn counts(table: &'static str, as_of: NaiveDate) -> Expr {
    let of = |column| Expr::col((Alias::new(table), column));
    let later = |column| Expr::col((Alias::new("later"), column));
    let correction = Query::select()
        .expr(Expr::value(1))
        .from_as(measurement::Entity, Alias::new("later"))
        .and_where(
            later(measurement::Column::SupersedesId).equals((Alias::new(table), measurement::Column::Id)),
        )
        .and_where(is_approved(later(measurement::Column::State)))
        .take();
    is_approved(of(measurement::Column::State))
        .and(of(measurement::Column::Preliminary).eq(false))
        .and(of(measurement::Column::LastDay).lte(as_of))
        .and(Expr::exists(correction).not())
}
