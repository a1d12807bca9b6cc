//! Benefit calculations with their alternatives, lines and amounts, and their review.

use std::collections::HashMap;
use std::slice;

use chrono::{DateTime, Utc};
use domain::calculation::{Alternative, Calculation, Line, YearAmount};
use domain::ctx::Ctx;
use domain::id::{AccountId, BenefitId, CalculationId, InitiativeId};
use domain::money::Money;
use domain::statement::ApprovalState;
use domain::work::LoggedCalculation;
use sea_orm::sea_query::{OnConflict, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult,
    IntoActiveModel, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait, RelationDef,
};
use uuid::Uuid;

use crate::entity::{
    calculation, calculation_alternative, calculation_amount, calculation_editor, calculation_line,
    initiative,
};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::{Row, micro};
use crate::repo::rows::{Pick, Stamp, children, delete_children, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "calculation";
const LINES: &str = "calculation_line";

/// A calculation with its latest review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalculationRecord {
    /// The calculation.
    pub calculation: Versioned<Calculation>,
    /// Everybody who has edited it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Who reviewed it; none where nobody has, or where it was imported.
    pub reviewed_by: Option<AccountId>,
    /// When it was reviewed.
    pub reviewed_at: Option<DateTime<Utc>>,
}

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

/// A version in a list of them, without its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalculationRow {
    /// Which.
    pub id: CalculationId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// What that is called.
    pub name: String,
    /// Its number among the versions.
    pub number: i32,
    /// How far it has come.
    pub state: ApprovalState,
    /// It is what the initiative has promised.
    pub promise: bool,
    /// The year that is not discounted.
    pub base_year: i32,
    /// Years.
    pub horizon_years: i32,
}

#[derive(FromQueryResult)]
struct ListLine {
    id: Uuid,
    initiative_id: Uuid,
    name: String,
    number: i32,
    state: String,
    promise: bool,
    base_year: i32,
    horizon_years: i32,
}

/// All versions without their lines, those of an initiative by number. One statement.
pub async fn calculation_row_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<CalculationRow>> {
    let to_initiative: RelationDef = calculation::Entity::belongs_to(initiative::Entity)
        .from(calculation::Column::InitiativeId)
        .to(initiative::Column::Id)
        .into();
    let rows = calculation::Entity::find()
        .select_only()
        .columns([calculation::Column::Id, calculation::Column::InitiativeId])
        .column(initiative::Column::Name)
        .columns([
            calculation::Column::Number,
            calculation::Column::State,
            calculation::Column::Promise,
            calculation::Column::BaseYear,
            calculation::Column::HorizonYears,
        ])
        .join(JoinType::InnerJoin, to_initiative)
        .order_by_asc(calculation::Column::InitiativeId)
        .order_by_asc(calculation::Column::Number)
        .into_model::<ListLine>()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|line| {
            Ok(CalculationRow {
                id: line.id.into(),
                initiative: line.initiative_id.into(),
                name: line.name,
                number: line.number,
                state: Row::of(TABLE, line.id).code(&line.state)?,
                promise: line.promise,
                base_year: line.base_year,
                horizon_years: line.horizon_years,
            })
        })
        .collect()
}

/// Adds one, written by the actor.
pub async fn calculation_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &Calculation) -> Result<()> {
    calculation_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn calculation_insert_many(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[Calculation],
) -> Result<()> {
    let rows = new
        .iter()
        .map(|one| row(one, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<calculation::Entity>(db, rows).await?;
    for one in new {
        editor_note(ctx, db, one.id).await?;
    }
    insert_children(db, new).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version. What the latest review said
/// stays.
pub async fn calculation_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &Calculation,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let mut row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    row.review_note = ActiveValue::NotSet;
    row.reviewed_by = ActiveValue::NotSet;
    row.reviewed_at = ActiveValue::NotSet;
    let expected = (calculation::Column::Version, expected_version);
    let version = update_row::<calculation::Entity>(db, row, (calculation::Column::Id, id), expected).await?;
    // Lines and amounts go with their alternative.
    let parent = calculation_alternative::Column::CalculationId;
    delete_children::<calculation_alternative::Entity>(db, parent, id).await?;
    insert_children(db, slice::from_ref(changed)).await?;
    editor_note(ctx, db, changed.id).await?;
    Ok(version)
}

/// Moves one to a new state; gives the new version. Who edited it stays. With a review it was the actor who judged,
/// now, with this note; without, what an earlier review said stays.
pub async fn calculation_move(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: CalculationId,
    expected_version: i32,
    new_state: ApprovalState,
    review: Option<Option<&str>>,
) -> Result<i32> {
    let mut row = calculation::ActiveModel {
        state: ActiveValue::Set(new_state.code().to_owned()),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<calculation::ActiveModel as ActiveModelTrait>::default()
    };
    if let Some(note) = review {
        row.review_note = ActiveValue::Set(note.map(str::to_owned));
        row.reviewed_by = ActiveValue::Set(ctx.account_id().map(|id| id.0));
        row.reviewed_at = ActiveValue::Set(Some(micros(ctx.now)));
    }
    let expected = (calculation::Column::Version, expected_version);
    update_row::<calculation::Entity>(db, row, (calculation::Column::Id, id.0), expected).await
}

/// Makes it what its initiative has promised, unless it has changed since the expected version; gives the new version.
pub async fn calculation_promise(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: CalculationId,
    expected_version: i32,
) -> Result<i32> {
    let row = calculation::ActiveModel {
        promise: ActiveValue::Set(true),
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<calculation::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (calculation::Column::Version, expected_version);
    update_row::<calculation::Entity>(db, row, (calculation::Column::Id, id.0), expected).await
}

/// Whoever edits is noted once; the command line is nobody.
async fn editor_note(ctx: &Ctx, db: &impl ConnectionTrait, id: CalculationId) -> Result<()> {
    let Some(account) = ctx.account_id() else {
        return Ok(());
    };
    let row = calculation_editor::Model {
        calculation_id: id.0,
        account_id: account.0,
    };
    let columns = [
        calculation_editor::Column::CalculationId,
        calculation_editor::Column::AccountId,
    ];
    calculation_editor::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
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

fn row(calculation: &Calculation, stamp: Stamp) -> Result<calculation::Model> {
    let place = Row::of(TABLE, calculation.id.0);
    let horizon = i32::try_from(calculation.horizon_years).map_err(|error| place.damaged(error))?;
    let rate = calculation.discount_rate;
    Ok(calculation::Model {
        id: calculation.id.0,
        initiative_id: calculation.initiative.0,
        number: calculation.number,
        base_year: calculation.base_year,
        horizon_years: horizon,
        rate_micro: rate.map(|rate| place.micro_of("rate_micro", rate)).transpose()?,
        rate_source: calculation.rate_source.clone(),
        price_level: calculation.price_level,
        zero_alternative: calculation.zero_alternative.clone(),
        assumptions: calculation.assumptions.clone(),
        unit: calculation.unit.code().to_owned(),
        preferred_id: calculation.preferred.0,
        state: calculation.state.code().to_owned(),
        promise: calculation.promise,
        review_note: None,
        reviewed_by: None,
        reviewed_at: None,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

async fn insert_children(db: &impl ConnectionTrait, calculations: &[Calculation]) -> Result<()> {
    let (mut alternatives, mut lines, mut amounts) = (Vec::new(), Vec::new(), Vec::new());
    for calculation in calculations {
        for (ordinal, alternative) in (0..).zip(&calculation.alternatives) {
            alternatives.push(calculation_alternative::Model {
                id: alternative.id.0,
                calculation_id: calculation.id.0,
                ordinal,
                name: alternative.name.clone(),
                description: alternative.description.clone(),
            });
            for (ordinal, line) in (0..).zip(&alternative.lines) {
                let build = line.build.as_ref();
                let build = build.map(|build| Row::of(LINES, line.id.0).json_of(build));
                lines.push(calculation_line::Model {
                    id: line.id.0,
                    alternative_id: alternative.id.0,
                    ordinal,
                    name: line.name.clone(),
                    class: line.class.code().to_owned(),
                    benefit_id: line.benefit.map(|id| id.0),
                    note: line.note.clone(),
                    build: build.transpose()?,
                });
                amounts.extend(line.amounts.iter().map(|amount| calculation_amount::Model {
                    line_id: line.id.0,
                    year: amount.year,
                    low_ore: amount.low.0,
                    likely_ore: amount.likely.0,
                    high_ore: amount.high.0,
                }));
            }
        }
    }
    insert_rows::<calculation_alternative::Entity>(db, alternatives).await?;
    insert_rows::<calculation_line::Entity>(db, lines).await?;
    insert_rows::<calculation_amount::Entity>(db, amounts).await
}

fn read_alternative(
    row: calculation_alternative::Model,
    lines: Vec<calculation_line::Model>,
    amounts: &mut HashMap<Uuid, Vec<calculation_amount::Model>>,
) -> Result<Alternative> {
    let line = |line: calculation_line::Model| {
        let place = Row::of(LINES, line.id);
        let amounts = amounts.remove(&line.id).unwrap_or_default();
        Ok(Line {
            id: line.id.into(),
            name: line.name,
            class: place.code(&line.class)?,
            benefit: line.benefit_id.map(BenefitId),
            note: line.note,
            build: place.optional_json(line.build.as_deref())?,
            amounts: amounts
                .into_iter()
                .map(|amount| YearAmount {
                    year: amount.year,
                    low: Money(amount.low_ore),
                    likely: Money(amount.likely_ore),
                    high: Money(amount.high_ore),
                })
                .collect(),
        })
    };
    Ok(Alternative {
        id: row.id.into(),
        name: row.name,
        description: row.description,
        lines: lines.into_iter().map(line).collect::<Result<_>>()?,
    })
}

fn read(
    row: calculation::Model,
    alternatives: Vec<Alternative>,
    editors: Vec<calculation_editor::Model>,
) -> Result<CalculationRecord> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let calculation = Calculation {
        id: row.id.into(),
        initiative: row.initiative_id.into(),
        number: row.number,
        base_year: row.base_year,
        horizon_years: u32::try_from(row.horizon_years).map_err(|error| place.damaged(error))?,
        discount_rate: row.rate_micro.map(micro),
        rate_source: row.rate_source,
        price_level: row.price_level,
        zero_alternative: row.zero_alternative,
        assumptions: row.assumptions,
        unit: place.code(&row.unit)?,
        alternatives,
        preferred: row.preferred_id.into(),
        state: place.code(&row.state)?,
        promise: row.promise,
    };
    Ok(CalculationRecord {
        calculation: stamp.on(calculation),
        editors: editors.into_iter().map(|one| AccountId(one.account_id)).collect(),
        review_note: row.review_note,
        reviewed_by: row.reviewed_by.map(AccountId),
        reviewed_at: row.reviewed_at.map(|at| place.moment(at)).transpose()?,
    })
}
