//! The register of benefits: one line each.

use chrono::NaiveDate;
use domain::benefit::{BenefitState, ValueClass};
use domain::ctx::Ctx;
use domain::id::{BenefitGroupId, BenefitId, InitiativeId};
use domain::register::{BenefitColumn, BenefitFilter, Query, words};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query as Sql, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, FromQueryResult, JoinType, QueryResult};
use uuid::Uuid;

use crate::entity::{
    area, benefit, benefit_in_group, delivery, initiative, statement, statement_benefit, unit,
};
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::initiative_row::of_area;
use crate::repo::register_found::{Found, Lines, Wanted, found, page_of};
use crate::repo::register_page::{Page, SortKey, all, has_word, same};
use crate::repo::rows::{Pick, children, is_approved};
use crate::repo::statement_row::{not_superseded, some_or_all};

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenefitRow {
    /// Identity.
    pub id: BenefitId,
    /// The initiative that promises it.
    pub initiative: InitiativeId,
    /// That initiative's name.
    pub initiative_name: String,
    /// Name of the delivery that it comes from.
    pub delivery_name: Option<String>,
    /// Number of the delivery's or else the initiative's area.
    pub area_number: Option<String>,
    /// That area's name.
    pub area_name: Option<String>,
    /// A short name.
    pub title: Option<String>,
    /// What gets better for whom.
    pub description: String,
    /// Its groups, in order.
    pub groups: Vec<BenefitGroupId>,
    /// How it can be valued.
    pub value_class: ValueClass,
    /// Name of the unit that answers for its coming.
    pub owner: Option<String>,
    /// From when it is expected.
    pub expected_from: Option<NaiveDate>,
    /// Until when it is expected.
    pub expected_to: Option<NaiveDate>,
    /// It was not expected beforehand.
    pub unplanned: bool,
    /// Where it stands.
    pub state: BenefitState,
    /// How many approved statements speak for it, those superseded not among them.
    pub statements: u32,
}

type Asked = Query<BenefitFilter>;

/// All benefits that are asked for; notable are those that no approved statement speaks for. Two statements.
pub async fn benefits_found(_ctx: &Ctx, db: &impl ConnectionTrait, asked: &Asked) -> Result<Found> {
    let (keys, id) = (keys(asked), benefit::Column::Id);
    let notable = Condition::all().add(statements().eq(0_i64));
    found(db, joined(None), (&keys, id), fitting(asked), notable).await
}

/// A page of what was found of what is asked for. Two statements.
pub async fn benefit_page(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    asked: &Asked,
    found: &Found,
) -> Result<Page<BenefitRow>> {
    let keys = keys(asked);
    let lines = Lines {
        sorted: (&keys, benefit::Column::Id),
        select,
        read: line,
    };
    let mut page = page_of(db, lines, asked.cursor.as_ref(), found, fitting(asked)).await?;
    with_groups(db, &mut page.rows).await?;
    Ok(page)
}

/// All benefits that are asked for, in order. Two statements.
pub async fn benefit_rows(_ctx: &Ctx, db: &impl ConnectionTrait, asked: &Asked) -> Result<Vec<BenefitRow>> {
    let (keys, id) = (keys(asked), benefit::Column::Id);
    let mut rows = all(db, select(Wanted::Fitting(fitting(asked))), (&keys, id), line).await?;
    with_groups(db, &mut rows).await?;
    Ok(rows)
}

fn keys(asked: &Asked) -> Vec<SortKey> {
    let descends = asked.order.descends();
    let initiative = initiative::Column::SortName;
    let first = match asked.order.column {
        BenefitColumn::Name => return vec![SortKey::text(benefit::Column::SortName, descends)],
        BenefitColumn::Initiative => return vec![SortKey::text(initiative, descends)],
        BenefitColumn::Area => SortKey::text(area::Column::SortNumber, descends),
        BenefitColumn::ValueClass => {
            let codes = ValueClass::ALL.map(ValueClass::code);
            SortKey::place(benefit::Column::ValueClass, codes, descends)
        }
        BenefitColumn::State => {
            let codes = BenefitState::ALL.map(BenefitState::code);
            SortKey::place(benefit::Column::State, codes, descends)
        }
        BenefitColumn::Statements => SortKey::whole(statements(), descends),
    };
    vec![first, SortKey::text(initiative, false)]
}

/// Rows with all that they are found and told by; statements are counted of some benefits alone where those are all that is
/// wanted.
fn joined(among: Option<&[Uuid]>) -> SelectStatement {
    let area_id = Func::coalesce([
        Expr::col(delivery::Column::AreaId.as_column_ref()),
        Expr::col(initiative::Column::AreaId.as_column_ref()),
    ]);
    Sql::select()
        .from(benefit::Entity)
        .join(
            JoinType::Join,
            initiative::Entity,
            same(initiative::Column::Id, benefit::Column::InitiativeId),
        )
        .join(
            JoinType::LeftJoin,
            delivery::Entity,
            same(delivery::Column::Id, benefit::Column::DeliveryId),
        )
        .join(
            JoinType::LeftJoin,
            area::Entity,
            Expr::col(area::Column::Id.as_column_ref()).eq(area_id),
        )
        .join(
            JoinType::LeftJoin,
            unit::Entity,
            same(unit::Column::Id, benefit::Column::OwnerId),
        )
        .join_subquery(
            JoinType::LeftJoin,
            spoken_for(among),
            Alias::new(SPOKEN),
            Expr::col((Alias::new(SPOKEN), statement_benefit::Column::BenefitId))
                .equals(benefit::Column::Id.as_column_ref()),
        )
        .take()
}

fn select(wanted: Wanted) -> SelectStatement {
    let among = match &wanted {
        Wanted::Fitting(_) => None,
        Wanted::These(ids) => Some(ids.as_slice()),
    };
    joined(among)
        .columns([
            (benefit::Entity, benefit::Column::Id),
            (benefit::Entity, benefit::Column::InitiativeId),
            (benefit::Entity, benefit::Column::Title),
            (benefit::Entity, benefit::Column::Description),
            (benefit::Entity, benefit::Column::ValueClass),
            (benefit::Entity, benefit::Column::ExpectedFrom),
            (benefit::Entity, benefit::Column::ExpectedTo),
            (benefit::Entity, benefit::Column::Unplanned),
            (benefit::Entity, benefit::Column::State),
        ])
        .expr_as(initiative::Column::Name.into_expr(), "initiative_name")
        .expr_as(delivery::Column::Name.into_expr(), "delivery_name")
        .expr_as(area::Column::Number.into_expr(), "area_number")
        .expr_as(area::Column::Name.into_expr(), "area_name")
        .expr_as(unit::Column::Name.into_expr(), "owner")
        .expr_as(statements(), "statements")
        .cond_where(wanted.condition(benefit::Column::Id))
        .take()
}

/// Words and filter.
fn fitting(asked: &Asked) -> Condition {
    let filter = &asked.filter;
    let mut fitting = Condition::all()
        .add_option(filter.area.as_ref().map(of_area))
        .add_option(
            filter
                .value_class
                .map(|class| benefit::Column::ValueClass.eq(class.code())),
        )
        .add_option(filter.state.map(|state| benefit::Column::State.eq(state.code())))
        .add_option(filter.owner.map(|unit| benefit::Column::OwnerId.eq(unit.0)))
        .add_option(filter.delivery.map(|with| {
            if with {
                benefit::Column::DeliveryId.is_not_null()
            } else {
                benefit::Column::DeliveryId.is_null()
            }
        }));
    if let Some(stated) = filter.stated {
        let none = statements().eq(0_i64);
        fitting = fitting.add(if stated { none.not() } else { none });
    }
    if let Some(group) = filter.group {
        let in_it = Sql::select()
            .column((benefit_in_group::Entity, benefit_in_group::Column::BenefitId))
            .from(benefit_in_group::Entity)
            .and_where(benefit_in_group::Column::BenefitGroupId.eq(group.0))
            .take();
        fitting = fitting.add(benefit::Column::Id.in_subquery(in_it));
    }
    for word in words(&asked.search) {
        fitting = fitting.add(
            Condition::any()
                .add(has_word((benefit::Entity, benefit::Column::SearchText), &word))
                .add(has_word(
                    (initiative::Entity, initiative::Column::SortName),
                    &word,
                ))
                .add(has_word((delivery::Entity, delivery::Column::SearchText), &word))
                .add(has_word((area::Entity, area::Column::SearchText), &word)),
        );
    }
    fitting
}

/// How many approved statements speak for it.
fn statements() -> Expr {
    let approved = Expr::col((Alias::new(SPOKEN), Alias::new(APPROVED)));
    Func::coalesce([approved, Expr::value(0_i64)]).into()
}

/// What the counts of statements are called where they are joined.
const SPOKEN: &str = "spoken_for";
const APPROVED: &str = "approved";

/// Approved statements by benefit, counted once for all benefits or for these: counted for each on its own, SQLite
/// goes through all statements every time.
fn spoken_for(among: Option<&[Uuid]>) -> SelectStatement {
    let among = among.map(|ids| statement_benefit::Column::BenefitId.is_in(ids.iter().copied()));
    Sql::select()
        .column((statement_benefit::Entity, statement_benefit::Column::BenefitId))
        .expr_as(
            Expr::col(statement_benefit::Column::StatementId.as_column_ref()).count(),
            Alias::new(APPROVED),
        )
        .from(statement_benefit::Entity)
        .join(
            JoinType::Join,
            statement::Entity,
            same(statement::Column::Id, statement_benefit::Column::StatementId),
        )
        .and_where(is_approved(statement::Column::State.into_expr()))
        .and_where(not_superseded())
        .and_where_option(among)
        .group_by_col((statement_benefit::Entity, statement_benefit::Column::BenefitId))
        .take()
}

async fn with_groups(db: &impl ConnectionTrait, rows: &mut [BenefitRow]) -> Result<()> {
    let pick: Pick = some_or_all(rows.iter().map(|row| row.id.0));
    let (parent, order) = (
        benefit_in_group::Column::BenefitId,
        benefit_in_group::Column::Ordinal,
    );
    let mut groups =
        children::<benefit_in_group::Entity>(db, &pick, parent, order, |link| link.benefit_id).await?;
    for row in rows {
        let links = groups.remove(&row.id.0).unwrap_or_default();
        row.groups = links
            .into_iter()
            .map(|link| link.benefit_group_id.into())
            .collect();
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Line {
    id: Uuid,
    initiative_id: Uuid,
    title: Option<String>,
    description: String,
    value_class: String,
    expected_from: Option<NaiveDate>,
    expected_to: Option<NaiveDate>,
    unplanned: bool,
    state: String,
    initiative_name: String,
    delivery_name: Option<String>,
    area_number: Option<String>,
    area_name: Option<String>,
    owner: Option<String>,
    statements: i64,
}

fn line(row: &QueryResult) -> Result<BenefitRow> {
    let line = Line::from_query_result(row, "")?;
    let place = Row::of("benefit", line.id);
    Ok(BenefitRow {
        id: line.id.into(),
        initiative: line.initiative_id.into(),
        initiative_name: line.initiative_name,
        delivery_name: line.delivery_name,
        area_number: line.area_number,
        area_name: line.area_name,
        title: line.title,
        description: line.description,
        groups: Vec::new(),
        value_class: place.code(&line.value_class)?,
        owner: line.owner,
        expected_from: line.expected_from,
        expected_to: line.expected_to,
        unplanned: line.unplanned,
        state: place.code(&line.state)?,
        statements: u32::try_from(line.statements).map_err(|error| place.damaged(error))?,
    })
}
