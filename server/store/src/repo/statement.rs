//! Realised-benefit statements with their groups, benefits, sources and figures, and their review.

use std::collections::HashMap;
use std::slice;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::figure::Figure;
use domain::id::{AccountId, BenefitGroupId, BenefitId, DeliveryId, InitiativeId, StatementId, UnitId};
use domain::reading::Reading;
use domain::register::folded;
use domain::statement::{ApprovalState, Source, Statement};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use crate::entity::{statement, statement_benefit, statement_group, statement_source};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::{Row, WhenColumns};
use crate::repo::editor::{statement_editors, statement_editors_note};
use crate::repo::figure::{Holder, figures, figures_delete, figures_insert};
use crate::repo::rows::{
    Pick, Stamp, children, delete_children, insert_rows, referred_first, update_row, update_rows,
};
use crate::versioned::Versioned;

const TABLE: &str = "statement";

/// A statement with its latest review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRecord {
    /// The statement.
    pub statement: Versioned<Statement>,
    /// Everybody who has edited it: none of them approves it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Who reviewed it; none where nobody has, or where it was done at the command line.
    pub reviewed_by: Option<AccountId>,
    /// When it was reviewed.
    pub reviewed_at: Option<DateTime<Utc>>,
}

/// The statement.
pub async fn statement_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: StatementId,
) -> Result<Option<StatementRecord>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All statements.
pub async fn statement_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<StatementRecord>> {
    find(db, &Pick::All).await
}

/// The statements on an initiative, in order.
pub async fn statement_list_of_initiative(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<StatementRecord>> {
    find(db, &Pick::among(ids_of_initiative(initiative))).await
}

/// The statements in a state, such as those that wait for approval.
pub async fn statement_list_of_state(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    state: ApprovalState,
) -> Result<Vec<StatementRecord>> {
    let ids = statement::Entity::find()
        .select_only()
        .column(statement::Column::Id)
        .filter(statement::Column::State.eq(state.code()))
        .into_query();
    find(db, &Pick::among(ids)).await
}

/// Adds one.
pub async fn statement_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Statement) -> Result<()> {
    statement_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several, which may supersede each other.
pub async fn statement_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[Statement]) -> Result<()> {
    let rows = referred_first(new, |one| one.id.0, |one| one.supersedes.map(|other| other.0))
        .into_iter()
        .map(|statement| row(statement, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<statement::Entity>(db, rows).await?;
    statement_editors_note(ctx, db, new).await?;
    insert_children(db, new).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version. What the
/// latest review said stays.
pub async fn statement_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Statement,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let mut row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    row.review_note = ActiveValue::NotSet;
    row.reviewed_by = ActiveValue::NotSet;
    row.reviewed_at = ActiveValue::NotSet;
    let expected = (statement::Column::Version, expected_version);
    let version = update_row::<statement::Entity>(db, row, (statement::Column::Id, id), expected).await?;
    delete_children::<statement_group::Entity>(db, statement_group::Column::StatementId, id).await?;
    delete_children::<statement_benefit::Entity>(db, statement_benefit::Column::StatementId, id).await?;
    delete_children::<statement_source::Entity>(db, statement_source::Column::StatementId, id).await?;
    figures_delete(db, Holder::Statement, id).await?;
    insert_children(db, slice::from_ref(changed)).await?;
    statement_editors_note(ctx, db, slice::from_ref(changed)).await?;
    Ok(version)
}

/// Moves one to a new state with a note, as reviewed by the actor now; gives the new version. Who
/// edited it stays.
pub async fn statement_review(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: StatementId,
    expected_version: i32,
    new_state: ApprovalState,
    note: Option<&str>,
) -> Result<i32> {
    let mut row = reviewed(ctx, new_state, note);
    row.version = ActiveValue::Set(expected_version.saturating_add(1));
    let expected = (statement::Column::Version, expected_version);
    update_row::<statement::Entity>(db, row, (statement::Column::Id, id.0), expected).await
}

/// Makes a draft of one that nobody has reviewed; gives the new version. What an earlier review said
/// stays.
pub async fn statement_withdraw(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: StatementId,
    expected_version: i32,
) -> Result<i32> {
    let row = statement::ActiveModel {
        state: ActiveValue::Set(ApprovalState::Draft.code().to_owned()),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<statement::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (statement::Column::Version, expected_version);
    update_row::<statement::Entity>(db, row, (statement::Column::Id, id.0), expected).await
}

/// Moves several to a new state with one note: all, or none where one has changed since its
/// expected version. Two statements.
pub async fn statement_review_many(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    expected: &[(StatementId, i32)],
    new_state: ApprovalState,
    note: Option<&str>,
) -> Result<()> {
    let expected: Vec<(Uuid, i32)> = expected.iter().map(|(id, version)| (id.0, *version)).collect();
    let row = reviewed(ctx, new_state, note);
    let (id, version) = (statement::Column::Id, statement::Column::Version);
    update_rows::<statement::Entity>(db, row, (id, version), &expected).await
}

fn reviewed(ctx: &Ctx, state: ApprovalState, note: Option<&str>) -> statement::ActiveModel {
    statement::ActiveModel {
        state: ActiveValue::Set(state.code().to_owned()),
        review_note: ActiveValue::Set(note.map(str::to_owned)),
        reviewed_by: ActiveValue::Set(ctx.account_id().map(|id| id.0)),
        reviewed_at: ActiveValue::Set(Some(micros(ctx.now))),
        ..<statement::ActiveModel as ActiveModelTrait>::default()
    }
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    statement::Entity::find()
        .select_only()
        .column(statement::Column::Id)
        .filter(statement::Column::InitiativeId.eq(initiative.0))
        .into_query()
}

/// Six statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<StatementRecord>> {
    let editors = statement_editors(db, pick).await?;
    found(db, pick, editors).await
}

/// The same without who has edited them. Five statements.
pub(crate) async fn find_bare(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<Statement>>> {
    let found = found(db, pick, HashMap::new()).await?;
    Ok(found.into_iter().map(|record| record.statement).collect())
}

async fn found(
    db: &impl ConnectionTrait,
    pick: &Pick,
    mut editors: HashMap<Uuid, Vec<AccountId>>,
) -> Result<Vec<StatementRecord>> {
    let rows = statement::Entity::find()
        .filter(pick.on(statement::Column::Id))
        .order_by_asc(statement::Column::Ordinal)
        .order_by_asc(statement::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (
        statement_group::Column::StatementId,
        statement_group::Column::Ordinal,
    );
    let mut groups =
        children::<statement_group::Entity>(db, pick, parent, order, |link| link.statement_id).await?;
    let (parent, order) = (
        statement_benefit::Column::StatementId,
        statement_benefit::Column::Ordinal,
    );
    let mut benefits =
        children::<statement_benefit::Entity>(db, pick, parent, order, |link| link.statement_id).await?;
    let (parent, order) = (
        statement_source::Column::StatementId,
        statement_source::Column::Ordinal,
    );
    let mut sources =
        children::<statement_source::Entity>(db, pick, parent, order, |source| source.statement_id).await?;
    let mut figures = figures(db, Holder::Statement, pick).await?;
    rows.into_iter()
        .map(|row| {
            let parts = Parts {
                groups: groups.remove(&row.id).unwrap_or_default(),
                benefits: benefits.remove(&row.id).unwrap_or_default(),
                sources: sources.remove(&row.id).unwrap_or_default(),
                figures: figures.remove(&row.id).unwrap_or_default(),
                editors: editors.remove(&row.id).unwrap_or_default(),
            };
            read(row, parts)
        })
        .collect()
}

fn row(statement: &Statement, stamp: Stamp) -> Result<statement::Model> {
    let place = Row::of(TABLE, statement.id.0);
    let follow_up = WhenColumns::from(statement.follow_up);
    Ok(statement::Model {
        id: statement.id.0,
        initiative_id: statement.initiative.0,
        delivery_id: statement.delivery.map(|delivery| delivery.0),
        ordinal: statement.ordinal,
        text: statement.text.clone(),
        as_of: statement.as_of.value,
        as_of_interpreted: statement.as_of.interpreted,
        finding: place.code_of(&statement.finding.value)?,
        finding_interpreted: statement.finding.interpreted,
        follow_up_text: follow_up.text,
        follow_up_precision: follow_up.precision,
        follow_up_first: follow_up.first,
        follow_up_last: follow_up.last,
        unplanned: statement.unplanned,
        assessing_unit_id: statement.assessing_unit.map(|unit| unit.0),
        method: statement.method.clone(),
        note: statement.note.clone(),
        state: statement.state.code().to_owned(),
        imported: statement.imported,
        supersedes_id: statement.supersedes.map(|other| other.0),
        review_note: None,
        reviewed_by: None,
        reviewed_at: None,
        search_text: search_text(statement),
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

/// What was found, how, and what else is said.
fn search_text(statement: &Statement) -> String {
    let parts = [
        Some(statement.text.as_str()),
        statement.method.as_deref(),
        statement.note.as_deref(),
    ];
    folded(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

async fn insert_children(db: &impl ConnectionTrait, statements: &[Statement]) -> Result<()> {
    let groups = statements.iter().flat_map(|statement| {
        (0..)
            .zip(&statement.groups)
            .map(|(ordinal, group)| statement_group::Model {
                statement_id: statement.id.0,
                benefit_group_id: group.0,
                ordinal,
            })
    });
    insert_rows::<statement_group::Entity>(db, groups.collect()).await?;
    let benefits = statements.iter().flat_map(|statement| {
        (0..)
            .zip(&statement.benefits)
            .map(|(ordinal, benefit)| statement_benefit::Model {
                statement_id: statement.id.0,
                benefit_id: benefit.0,
                ordinal,
            })
    });
    insert_rows::<statement_benefit::Entity>(db, benefits.collect()).await?;
    let sources = statements
        .iter()
        .flat_map(|statement| {
            (0..)
                .zip(&statement.sources)
                .map(|(ordinal, source)| source_row(statement.id.0, ordinal, source))
        })
        .collect::<Result<_>>()?;
    insert_rows::<statement_source::Entity>(db, sources).await?;
    let figures = statements
        .iter()
        .map(|statement| (statement.id.0, statement.figures.as_slice()));
    figures_insert(db, Holder::Statement, figures).await
}

fn source_row(statement_id: Uuid, ordinal: i32, source: &Source) -> Result<statement_source::Model> {
    let kind = Row::of("statement_source", statement_id).code_of(&source.kind)?;
    Ok(statement_source::Model {
        statement_id,
        ordinal,
        kind,
        text: source.text.clone(),
    })
}

struct Parts {
    groups: Vec<statement_group::Model>,
    benefits: Vec<statement_benefit::Model>,
    sources: Vec<statement_source::Model>,
    figures: Vec<Figure>,
    editors: Vec<AccountId>,
}

fn read(row: statement::Model, parts: Parts) -> Result<StatementRecord> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let source = |source: statement_source::Model| {
        Ok(Source {
            kind: Row::of("statement_source", row.id).code(&source.kind)?,
            text: source.text,
        })
    };
    let statement = Statement {
        id: row.id.into(),
        initiative: row.initiative_id.into(),
        delivery: row.delivery_id.map(DeliveryId),
        ordinal: row.ordinal,
        groups: parts
            .groups
            .into_iter()
            .map(|link| BenefitGroupId(link.benefit_group_id))
            .collect(),
        benefits: parts
            .benefits
            .into_iter()
            .map(|link| BenefitId(link.benefit_id))
            .collect(),
        text: row.text,
        as_of: Reading {
            value: row.as_of,
            interpreted: row.as_of_interpreted,
        },
        finding: place.reading(&row.finding, row.finding_interpreted)?,
        follow_up: place.optional_when(row.follow_up_text.as_deref(), row.follow_up_precision.as_deref())?,
        unplanned: row.unplanned,
        assessing_unit: row.assessing_unit_id.map(UnitId),
        method: row.method,
        sources: parts.sources.into_iter().map(source).collect::<Result<_>>()?,
        figures: parts.figures,
        note: row.note,
        state: place.code(&row.state)?,
        imported: row.imported,
        supersedes: row.supersedes_id.map(StatementId),
    };
    Ok(StatementRecord {
        statement: stamp.on(statement),
        editors: parts.editors,
        review_note: row.review_note,
        reviewed_by: row.reviewed_by.map(AccountId),
        reviewed_at: row.reviewed_at.map(|at| place.moment(at)).transpose()?,
    })
}
