//! The register of realised-benefit statements: one line each.

use chrono::NaiveDate;
use domain::ctx::Ctx;
use domain::id::{AccountId, BenefitGroupId, BenefitId, InitiativeId, StatementId};
use domain::reading::Reading;
use domain::register::{Mine, Query, StatementColumn, StatementFilter, words};
use domain::statement::{ApprovalState, Finding};
use domain::when::When;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query as Sql, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, FromQueryResult, JoinType, QueryResult};
use uuid::Uuid;

use crate::entity::{
    account, area, delivery, initiative, statement, statement_benefit, statement_group, statement_source,
};
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::editor::statement_editors;
use crate::repo::initiative_row::of_area;
use crate::repo::register_found::{Found, Lines, Wanted, found, page_of};
use crate::repo::register_page::{Page, SortKey, all, has_word, same};
use crate::repo::rows::{Pick, children, is_approved};

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRow {
    /// Identity.
    pub id: StatementId,
    /// Its version.
    pub version: i32,
    /// Everybody who has edited it: none of them approves it.
    pub editors: Vec<AccountId>,
    /// The initiative that it concerns.
    pub initiative: InitiativeId,
    /// That initiative's name.
    pub initiative_name: String,
    /// Name of the delivery that it concerns.
    pub delivery_name: Option<String>,
    /// Number of the delivery's or else the initiative's area.
    pub area_number: Option<String>,
    /// That area's name.
    pub area_name: Option<String>,
    /// What was found, in words.
    pub text: String,
    /// What was found.
    pub finding: Reading<Finding>,
    /// The date that it concerns.
    pub as_of: Reading<NaiveDate>,
    /// How far it has come.
    pub state: ApprovalState,
    /// It came by an import.
    pub imported: bool,
    /// Another approved statement has taken its place.
    pub superseded: bool,
    /// Name of who last edited it; none for imports.
    pub written_by: Option<String>,
    /// When it is to be followed up.
    pub follow_up: Option<When>,
    /// A source or a method is stated.
    pub grounded: bool,
    /// What the statement says that it is to take the place of.
    pub replaces: Option<String>,
    /// Its groups, in order.
    pub groups: Vec<BenefitGroupId>,
    /// The benefits that it speaks for.
    pub benefits: Vec<BenefitId>,
}

type Asked = Query<StatementFilter>;

/// All statements that are asked for; notable are those that wait for approval. Two statements of SQL.
pub async fn statements_found(ctx: &Ctx, db: &impl ConnectionTrait, asked: &Asked) -> Result<Found> {
    let (keys, id) = (keys(asked), statement::Column::Id);
    let waiting = statement::Column::State.eq(ApprovalState::Submitted.code());
    let waiting = Condition::all().add(waiting);
    found(db, joined(), (&keys, id), fitting(ctx, asked), waiting).await
}

/// A page of what was found of what is asked for. Four statements of SQL.
pub async fn statement_page(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    asked: &Asked,
    found: &Found,
) -> Result<Page<StatementRow>> {
    let keys = keys(asked);
    let lines = Lines {
        sorted: (&keys, statement::Column::Id),
        select: |wanted: Wanted| {
            let wanted = wanted.condition(statement::Column::Id);
            select().cond_where(wanted).take()
        },
        read: line,
    };
    let mut page = page_of(db, lines, asked.cursor.as_ref(), found, fitting(ctx, asked)).await?;
    with_links(db, &mut page.rows).await?;
    Ok(page)
}

/// All statements that are asked for, in order. Four statements of SQL.
pub async fn statement_rows(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    asked: &Asked,
) -> Result<Vec<StatementRow>> {
    let (keys, id) = (keys(asked), statement::Column::Id);
    let select = select().cond_where(fitting(ctx, asked)).take();
    let mut rows = all(db, select, (&keys, id), line).await?;
    with_links(db, &mut rows).await?;
    Ok(rows)
}

/// The statements with these identities, as the register has them; those that are not there are left
/// out. Four statements of SQL.
pub async fn statement_rows_named(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    ids: &[StatementId],
) -> Result<Vec<StatementRow>> {
    let named = statement::Column::Id.is_in(ids.iter().map(|id| id.0));
    let keys = keys(&Asked::default());
    let select = select().and_where(named).take();
    let mut rows = all(db, select, (&keys, statement::Column::Id), line).await?;
    with_links(db, &mut rows).await?;
    Ok(rows)
}

fn keys(asked: &Asked) -> Vec<SortKey> {
    let descends = asked.order.descends();
    let newest = |descends: bool| SortKey::day(statement::Column::AsOf, descends);
    let first = match asked.order.column {
        StatementColumn::AsOf => {
            return vec![
                newest(descends),
                SortKey::text(initiative::Column::SortName, false),
            ];
        }
        StatementColumn::Initiative => SortKey::text(initiative::Column::SortName, descends),
        StatementColumn::Area => SortKey::text(area::Column::SortNumber, descends),
        StatementColumn::Finding => {
            let codes = Finding::ALL.map(Finding::code);
            SortKey::place(statement::Column::Finding, codes, descends)
        }
        StatementColumn::State => {
            let codes = ApprovalState::ALL.map(ApprovalState::code);
            SortKey::place(statement::Column::State, codes, descends)
        }
    };
    vec![first, newest(true)]
}

fn joined() -> SelectStatement {
    let area_id = Func::coalesce([
        Expr::col(delivery::Column::AreaId.as_column_ref()),
        Expr::col(initiative::Column::AreaId.as_column_ref()),
    ]);
    Sql::select()
        .from(statement::Entity)
        .join(
            JoinType::Join,
            initiative::Entity,
            same(initiative::Column::Id, statement::Column::InitiativeId),
        )
        .join(
            JoinType::LeftJoin,
            delivery::Entity,
            same(delivery::Column::Id, statement::Column::DeliveryId),
        )
        .join(
            JoinType::LeftJoin,
            area::Entity,
            Expr::col(area::Column::Id.as_column_ref()).eq(area_id),
        )
        .take()
}

fn select() -> SelectStatement {
    let before = || Alias::new("before");
    // Looked up for each statement, as what takes its place is: of a list PostgreSQL makes a table of all sources for every page.
    let source = Sql::select()
        .expr(Expr::value(1))
        .from(statement_source::Entity)
        .and_where(same(statement_source::Column::StatementId, statement::Column::Id))
        .take();
    let grounded = Condition::any()
        .add(statement::Column::Method.is_not_null())
        .add(Expr::exists(source));
    joined()
        .join(
            JoinType::LeftJoin,
            account::Entity,
            same(account::Column::Id, statement::Column::EditedBy),
        )
        .join_as(
            JoinType::LeftJoin,
            statement::Entity,
            before(),
            Expr::col((before(), statement::Column::Id))
                .eq(Expr::col(statement::Column::SupersedesId.as_column_ref())),
        )
        .columns([
            (statement::Entity, statement::Column::Id),
            (statement::Entity, statement::Column::Version),
            (statement::Entity, statement::Column::InitiativeId),
            (statement::Entity, statement::Column::Text),
            (statement::Entity, statement::Column::Finding),
            (statement::Entity, statement::Column::FindingInterpreted),
            (statement::Entity, statement::Column::AsOf),
            (statement::Entity, statement::Column::AsOfInterpreted),
            (statement::Entity, statement::Column::State),
            (statement::Entity, statement::Column::Imported),
            (statement::Entity, statement::Column::FollowUpText),
            (statement::Entity, statement::Column::FollowUpPrecision),
        ])
        .expr_as(initiative::Column::Name.into_expr(), "initiative_name")
        .expr_as(delivery::Column::Name.into_expr(), "delivery_name")
        .expr_as(area::Column::Number.into_expr(), "area_number")
        .expr_as(area::Column::Name.into_expr(), "area_name")
        .expr_as(not_superseded(), "counts")
        .expr_as(grounded, "grounded")
        .expr_as(account::Column::Name.into_expr(), "written_by")
        .expr_as(Expr::col((before(), statement::Column::Text)), "replaces")
        .take()
}

/// No approved statement has taken its place.
pub(crate) fn not_superseded() -> Expr {
    let later = || Alias::new("later");
    // Looked up for each statement: a list of all that are superseded would be read through for every page.
    let superseding = Sql::select()
        .expr(Expr::value(1))
        .from_as(statement::Entity, later())
        .and_where(
            Expr::col((later(), statement::Column::SupersedesId))
                .equals((statement::Entity, statement::Column::Id)),
        )
        .and_where(is_approved(Expr::col((later(), statement::Column::State))))
        .take();
    Expr::not_exists(superseding)
}

/// Words and filter.
fn fitting(ctx: &Ctx, asked: &Asked) -> Condition {
    let filter = &asked.filter;
    let mut fitting = Condition::all()
        .add_option(filter.area.as_ref().map(of_area))
        .add_option(
            filter
                .finding
                .map(|finding| statement::Column::Finding.eq(finding.code())),
        )
        .add_option(
            filter
                .state
                .map(|state| statement::Column::State.eq(state.code())),
        )
        .add_option(filter.from.map(|day| statement::Column::AsOf.gte(day)))
        .add_option(filter.to.map(|day| statement::Column::AsOf.lte(day)))
        .add_option(filter.delivery.map(|with| {
            if with {
                statement::Column::DeliveryId.is_not_null()
            } else {
                statement::Column::DeliveryId.is_null()
            }
        }));
    if let Some(mine) = filter.mine {
        let (column, state) = match mine {
            Mine::Written => (statement::Column::EditedBy, None),
            Mine::Approved => (statement::Column::ReviewedBy, Some(ApprovalState::Approved)),
            Mine::Returned => (statement::Column::ReviewedBy, Some(ApprovalState::Returned)),
        };
        // Nobody in particular has written and reviewed nothing.
        let fits = ctx.account_id().map(|account| column.eq(account.0));
        fitting = fitting
            .add(fits.unwrap_or_else(|| Expr::value(false)))
            .add_option(state.map(|state| statement::Column::State.eq(state.code())));
    }
    if let Some(group) = filter.group {
        let in_it = Sql::select()
            .column((statement_group::Entity, statement_group::Column::StatementId))
            .from(statement_group::Entity)
            .and_where(statement_group::Column::BenefitGroupId.eq(group.0))
            .take();
        fitting = fitting.add(statement::Column::Id.in_subquery(in_it));
    }
    for word in words(&asked.search) {
        fitting = fitting.add(
            Condition::any()
                .add(has_word(
                    (statement::Entity, statement::Column::SearchText),
                    &word,
                ))
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

/// Most rows whose children are asked for by name.
const FEW: usize = 1_000;

/// The children of some rows by their identities, or those of all where there are many: one statement
/// either way.
pub(crate) fn some_or_all(ids: impl ExactSizeIterator<Item = Uuid>) -> Pick {
    if ids.len() <= FEW {
        Pick::These(ids.collect())
    } else {
        Pick::All
    }
}

async fn with_links(db: &impl ConnectionTrait, rows: &mut [StatementRow]) -> Result<()> {
    let pick = some_or_all(rows.iter().map(|row| row.id.0));
    let (parent, order) = (
        statement_group::Column::StatementId,
        statement_group::Column::Ordinal,
    );
    let mut groups =
        children::<statement_group::Entity>(db, &pick, parent, order, |link| link.statement_id).await?;
    let (parent, order) = (
        statement_benefit::Column::StatementId,
        statement_benefit::Column::Ordinal,
    );
    let mut benefits =
        children::<statement_benefit::Entity>(db, &pick, parent, order, |link| link.statement_id).await?;
    let mut editors = statement_editors(db, &pick).await?;
    for row in rows {
        row.editors = editors.remove(&row.id.0).unwrap_or_default();
        let links = groups.remove(&row.id.0).unwrap_or_default();
        row.groups = links
            .into_iter()
            .map(|link| link.benefit_group_id.into())
            .collect();
        let links = benefits.remove(&row.id.0).unwrap_or_default();
        row.benefits = links.into_iter().map(|link| link.benefit_id.into()).collect();
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Line {
    id: Uuid,
    version: i32,
    initiative_id: Uuid,
    text: String,
    finding: String,
    finding_interpreted: bool,
    as_of: NaiveDate,
    as_of_interpreted: bool,
    state: String,
    imported: bool,
    initiative_name: String,
    delivery_name: Option<String>,
    area_number: Option<String>,
    area_name: Option<String>,
    counts: bool,
    follow_up_text: Option<String>,
    follow_up_precision: Option<String>,
    grounded: bool,
    written_by: Option<String>,
    replaces: Option<String>,
}

fn line(row: &QueryResult) -> Result<StatementRow> {
    let line = Line::from_query_result(row, "")?;
    let place = Row::of("statement", line.id);
    Ok(StatementRow {
        id: line.id.into(),
        version: line.version,
        editors: Vec::new(),
        initiative: line.initiative_id.into(),
        initiative_name: line.initiative_name,
        delivery_name: line.delivery_name,
        area_number: line.area_number,
        area_name: line.area_name,
        text: line.text,
        finding: place.reading(&line.finding, line.finding_interpreted)?,
        as_of: Reading {
            value: line.as_of,
            interpreted: line.as_of_interpreted,
        },
        state: place.code(&line.state)?,
        imported: line.imported,
        superseded: !line.counts,
        follow_up: place.optional_when(
            line.follow_up_text.as_deref(),
            line.follow_up_precision.as_deref(),
        )?,
        grounded: line.grounded,
        written_by: line.written_by,
        replaces: line.replaces,
        groups: Vec::new(),
        benefits: Vec::new(),
    })
}
