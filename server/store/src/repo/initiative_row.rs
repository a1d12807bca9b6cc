//! The register of initiatives: one line each, with counts.

use domain::ctx::Ctx;
use domain::id::{AreaId, InitiativeId};
use domain::initiative::InitiativeStatus;
use domain::reading::Reading;
use domain::register::{AreaChoice, InitiativeColumn, InitiativeFilter, Query, words};
use sea_orm::sea_query::{Expr, ExprTrait, Query as Sql, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryResult};
use uuid::Uuid;

use crate::entity::{area, benefit, delivery, initiative, initiative_portfolio, statement, unit};
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::register_found::{Found, Lines, Wanted, found, page_of};
use crate::repo::register_page::{Page, SortKey, all, has_word, same};
use crate::repo::rows::is_approved;
use crate::repo::statement_row::not_superseded;

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
    /// Name of the unit that owns it.
    pub owner: Option<String>,
    /// Its free label.
    pub label: Option<Reading<String>>,
    /// How many deliveries it has.
    pub deliveries: u32,
    /// How many benefits, in any state.
    pub benefits: u32,
    /// How many approved statements, those superseded not among them.
    pub statements: u32,
}

type Asked = Query<InitiativeFilter>;

/// All initiatives that are asked for; notable are development objects. Two statements.
pub async fn initiatives_found(_ctx: &Ctx, db: &impl ConnectionTrait, asked: &Asked) -> Result<Found> {
    let (keys, id) = (keys(asked), initiative::Column::Id);
    let notable = Condition::all().add(initiative::Column::DevelopmentObject.eq(true));
    found(db, joined(), (&keys, id), fitting(asked), notable).await
}

/// A page of what was found of what is asked for. One statement.
pub async fn initiative_page(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    asked: &Asked,
    found: &Found,
) -> Result<Page<InitiativeRow>> {
    let keys = keys(asked);
    let lines = Lines {
        sorted: (&keys, initiative::Column::Id),
        select,
        read: line,
    };
    page_of(db, lines, asked.cursor.as_ref(), found, fitting(asked)).await
}

/// All initiatives that are asked for, in order. One statement.
pub async fn initiative_rows(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    asked: &Asked,
) -> Result<Vec<InitiativeRow>> {
    let (keys, id) = (keys(asked), initiative::Column::Id);
    all(db, select(Wanted::Fitting(fitting(asked))), (&keys, id), line).await
}

fn keys(asked: &Asked) -> Vec<SortKey> {
    let descends = asked.order.descends();
    let count = |count: Expr| SortKey::whole(count, descends);
    let name = initiative::Column::SortName;
    let first = match asked.order.column {
        InitiativeColumn::Name => return vec![SortKey::text(name, descends)],
        InitiativeColumn::Area => SortKey::text(area::Column::SortNumber, descends),
        InitiativeColumn::Status => {
            let codes = InitiativeStatus::ALL.map(InitiativeStatus::code);
            SortKey::place(initiative::Column::Status, codes, descends)
        }
        InitiativeColumn::Deliveries => count(deliveries()),
        InitiativeColumn::Benefits => count(benefits()),
        InitiativeColumn::Statements => count(statements()),
    };
    vec![first, SortKey::text(name, false)]
}

fn joined() -> SelectStatement {
    Sql::select()
        .from(initiative::Entity)
        .join(
            JoinType::LeftJoin,
            area::Entity,
            same(area::Column::Id, initiative::Column::AreaId),
        )
        .join(
            JoinType::LeftJoin,
            unit::Entity,
            same(unit::Column::Id, initiative::Column::OwnerId),
        )
        .take()
}

fn select(wanted: Wanted) -> SelectStatement {
    joined()
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
        .expr_as(unit::Column::Name.into_expr(), "owner")
        .expr_as(deliveries(), "deliveries")
        .expr_as(benefits(), "benefits")
        .expr_as(statements(), "statements")
        .cond_where(wanted.condition(initiative::Column::Id))
        .take()
}

/// Words and filter.
fn fitting(asked: &Asked) -> Condition {
    let filter = &asked.filter;
    let mut fitting = Condition::all()
        .add_option(filter.area.as_ref().map(of_area))
        .add_option(
            filter
                .development_object
                .map(|marked| initiative::Column::DevelopmentObject.eq(marked)),
        )
        .add_option(
            filter
                .status
                .map(|status| initiative::Column::Status.eq(status.code())),
        )
        .add_option(filter.owner.map(|unit| initiative::Column::OwnerId.eq(unit.0)));
    if let Some(portfolio) = filter.portfolio {
        let in_it = Sql::select()
            .column((
                initiative_portfolio::Entity,
                initiative_portfolio::Column::InitiativeId,
            ))
            .from(initiative_portfolio::Entity)
            .and_where(initiative_portfolio::Column::PortfolioId.eq(portfolio.0))
            .take();
        fitting = fitting.add(initiative::Column::Id.in_subquery(in_it));
    }
    for word in words(&asked.search) {
        let of_delivery = Sql::select()
            .column((delivery::Entity, delivery::Column::InitiativeId))
            .from(delivery::Entity)
            .and_where(has_word((delivery::Entity, delivery::Column::SearchText), &word))
            .take();
        fitting = fitting.add(
            Condition::any()
                .add(has_word(
                    (initiative::Entity, initiative::Column::SearchText),
                    &word,
                ))
                .add(has_word((area::Entity, area::Column::SearchText), &word))
                .add(initiative::Column::Id.in_subquery(of_delivery)),
        );
    }
    fitting
}

/// The joined area is the one that is asked for.
pub(crate) fn of_area(choice: &AreaChoice) -> Expr {
    match choice {
        AreaChoice::None => area::Column::Id.is_null(),
        AreaChoice::Number(number) => area::Column::Number.eq(number.as_str()),
    }
}

fn deliveries() -> Expr {
    count(delivery::Entity, delivery::Column::InitiativeId)
}

fn benefits() -> Expr {
    count(benefit::Entity, benefit::Column::InitiativeId)
}

fn statements() -> Expr {
    let mut approved = counted(statement::Entity, statement::Column::InitiativeId);
    approved
        .and_where(is_approved(statement::Column::State.into_expr()))
        .and_where(not_superseded());
    Expr::SubQuery(None, Box::new(approved.into()))
}

fn count(table: impl EntityTrait, initiative_id: impl ColumnTrait) -> Expr {
    Expr::SubQuery(None, Box::new(counted(table, initiative_id).into()))
}

fn counted(table: impl EntityTrait, initiative_id: impl ColumnTrait) -> SelectStatement {
    Sql::select()
        .expr(Expr::col(initiative_id.as_column_ref()).count())
        .from(table)
        .and_where(same(initiative_id, initiative::Column::Id))
        .take()
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
    owner: Option<String>,
    deliveries: i64,
    benefits: i64,
    statements: i64,
}

fn line(row: &QueryResult) -> Result<InitiativeRow> {
    let line = Line::from_query_result(row, "")?;
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
        owner: line.owner,
        label: line.label.map(|value| Reading {
            value,
            interpreted: line.label_interpreted,
        }),
        deliveries: count(line.deliveries)?,
        benefits: count(line.benefits)?,
        statements: count(line.statements)?,
    })
}
