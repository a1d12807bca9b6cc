//! How much there is of each thing, for the guided start.

use domain::ctx::Ctx;
use domain::id::InitiativeId;
use domain::start::StartCounts;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult};
use uuid::Uuid;

use crate::entity::{
    agency, area, area_budget, area_set, assessment, benefit, benefit_group, delivery, grading_scheme,
    initiative, portfolio, report, statement, unit,
};
use crate::error::Result;

/// How much there is, and where to go on while there is little.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartRow {
    /// How many there are of each thing. What is graded counts as far as it is decided.
    pub counts: StartCounts,
    /// Subjects whose grading is sent in or decided.
    pub graded_or_sent: u32,
    /// The first initiative: the one that is meant while there is only one.
    pub first_initiative: Option<InitiativeId>,
}

#[derive(FromQueryResult)]
struct Line {
    agencies: i64,
    grading_schemes: i64,
    groups: i64,
    area_sets: i64,
    areas: i64,
    areas_with_budget: i64,
    units: i64,
    portfolios: i64,
    reports: i64,
    initiatives: i64,
    deliveries: i64,
    benefits: i64,
    statements: i64,
    approved: i64,
    decided: i64,
    sent: i64,
    first_initiative: Option<Uuid>,
}

/// Counts everything. One statement.
pub async fn start_counts(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<StartRow> {
    let with_budget = Query::select()
        .expr(Expr::col(area_budget::Column::AreaId).count_distinct())
        .from(area_budget::Entity)
        .take();
    let approved = of::<statement::Entity>()
        .and_where(statement::Column::State.eq("approved"))
        .take();
    let first = Query::select()
        .column(initiative::Column::Id)
        .from(initiative::Entity)
        .order_by(initiative::Column::Id, sea_orm::Order::Asc)
        .limit(1)
        .take();
    let mut select = Query::select();
    for (name, count) in [
        ("agencies", of::<agency::Entity>()),
        ("grading_schemes", of::<grading_scheme::Entity>()),
        ("groups", of::<benefit_group::Entity>()),
        ("area_sets", of::<area_set::Entity>()),
        ("areas", of::<area::Entity>()),
        ("areas_with_budget", with_budget),
        ("units", of::<unit::Entity>()),
        ("portfolios", of::<portfolio::Entity>()),
        ("reports", of::<report::Entity>()),
        ("initiatives", of::<initiative::Entity>()),
        ("deliveries", of::<delivery::Entity>()),
        ("benefits", of::<benefit::Entity>()),
        ("statements", of::<statement::Entity>()),
        ("approved", approved),
        ("decided", graded(&["decided"])),
        ("sent", graded(&["decided", "submitted"])),
        ("first_initiative", first),
    ] {
        select.expr_as(Expr::from(count), name);
    }
    let row = db.query_one(&select).await?;
    let line = row.map(|row| Line::from_query_result(&row, "")).transpose()?;
    Ok(line.map_or_else(StartRow::nothing, StartRow::of))
}

fn of<E: EntityTrait>() -> SelectStatement {
    Query::select()
        .expr(Func::count(Expr::col(Asterisk)))
        .from(E::default())
        .take()
}

/// Subjects of reports that have a version in one of the states.
fn graded(states: &[&str]) -> SelectStatement {
    let subjects = Query::select()
        .distinct()
        .column(assessment::Column::ReportId)
        .column(assessment::Column::SubjectKey)
        .from(assessment::Entity)
        .and_where(assessment::Column::State.is_in(states.iter().copied()))
        .take();
    Query::select()
        .expr(Func::count(Expr::col(Asterisk)))
        .from_subquery(subjects, "subjects")
        .take()
}

impl StartRow {
    fn nothing() -> Self {
        Self {
            counts: StartCounts::default(),
            graded_or_sent: 0,
            first_initiative: None,
        }
    }

    fn of(line: Line) -> Self {
        let n = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            counts: StartCounts {
                agencies: n(line.agencies),
                grading_schemes: n(line.grading_schemes),
                groups: n(line.groups),
                area_sets: n(line.area_sets),
                areas: n(line.areas),
                areas_with_budget: n(line.areas_with_budget),
                units: n(line.units),
                portfolios: n(line.portfolios),
                reports: n(line.reports),
                initiatives: n(line.initiatives),
                deliveries: n(line.deliveries),
                benefits: n(line.benefits),
                statements: n(line.statements),
                approved: n(line.approved),
                graded: n(line.decided),
            },
            graded_or_sent: n(line.sent),
            first_initiative: line.first_initiative.map(InitiativeId),
        }
    }
}
