//! Effect goals with their versions and targets, and the review of those.

use std::collections::HashMap;
use std::slice;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::effect_goal::{Baseline, EffectGoal, GoalVersion, Target};
use domain::id::{AccountId, BenefitId, EffectGoalId, InitiativeId, MeasureId};
use domain::measure::Split;
use domain::statement::ApprovalState;
use domain::work::LoggedGoal;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use crate::entity::{benefit, effect_goal, effect_goal_target, effect_goal_version};
use crate::error::{Result, StoreError};
use crate::moment::micros;
use crate::repo::codec::{Row, WhenColumns, micro};
use crate::repo::editor::{GoalEditors, goal_editors, goal_editors_keep, goal_editors_note};
use crate::repo::rows::{Pick, Stamp, children, delete_row, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "effect_goal";
const VERSION: &str = "effect_goal_version";

/// Who wrote and who reviewed a version of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalReview {
    /// The version.
    pub number: i32,
    /// Who made the latest change to it; none for imports.
    pub edited_by: Option<AccountId>,
    /// Everybody who has written in it: none of them approves it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub note: Option<String>,
    /// Who reviewed it; none where nobody has, or where it was imported.
    pub reviewed_by: Option<AccountId>,
    /// When it was reviewed.
    pub reviewed_at: Option<DateTime<Utc>>,
}

/// A goal with the reviews of its versions, in the order of those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectGoalRecord {
    /// The goal.
    pub goal: Versioned<EffectGoal>,
    /// One for each of its versions.
    pub reviews: Vec<GoalReview>,
}

/// How many goals of benefits use each of some measures; those that none uses are left out. One statement.
pub async fn effect_goal_counts(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    measures: &[MeasureId],
) -> Result<HashMap<MeasureId, i64>> {
    let counts: Vec<(Uuid, i64)> = effect_goal::Entity::find()
        .select_only()
        .column(effect_goal::Column::MeasureId)
        .column_as(effect_goal::Column::Id.count(), "goals")
        .filter(effect_goal::Column::BenefitId.is_not_null())
        .filter(effect_goal::Column::MeasureId.is_in(measures.iter().map(|id| id.0)))
        .group_by(effect_goal::Column::MeasureId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counts.into_iter().map(|(id, goals)| (id.into(), goals)).collect())
}

/// The goal.
pub async fn effect_goal_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: EffectGoalId,
) -> Result<Option<EffectGoalRecord>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// The goals of an initiative's benefits, in order.
pub async fn effect_goal_list_of_initiative(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    initiative: InitiativeId,
) -> Result<Vec<EffectGoalRecord>> {
    find(db, &Pick::among(ids_of_initiative(initiative))).await
}

/// The goals that use a measure, in order.
pub async fn effect_goal_list_of_measure(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    measure: MeasureId,
) -> Result<Vec<EffectGoalRecord>> {
    let ids = effect_goal::Entity::find()
        .select_only()
        .column(effect_goal::Column::Id)
        .filter(effect_goal::Column::MeasureId.eq(measure.0))
        .into_query();
    find(db, &Pick::among(ids)).await
}

/// All goals, in order.
pub async fn effect_goal_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<EffectGoalRecord>> {
    find(db, &Pick::All).await
}

/// Versions of benefits' goals that nobody has approved, as far as work on them goes. Two statements.
pub(crate) async fn effect_goal_work_list(db: &impl ConnectionTrait) -> Result<Vec<LoggedGoal>> {
    let waiting = effect_goal_version::Entity::find()
        .select_only()
        .column(effect_goal_version::Column::GoalId)
        .filter(effect_goal_version::Column::State.ne(ApprovalState::Approved.code()))
        .into_query();
    let mut editors = goal_editors(db, &Pick::among(waiting)).await?;
    let rows = effect_goal_version::Entity::find()
        .filter(effect_goal_version::Column::State.ne(ApprovalState::Approved.code()))
        .order_by_asc(effect_goal_version::Column::GoalId)
        .order_by_asc(effect_goal_version::Column::Number)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let place = Row::of(VERSION, row.goal_id);
            Ok(LoggedGoal {
                goal: row.goal_id.into(),
                state: place.code(&row.state)?,
                edited_by: row.edited_by.map(AccountId),
                editors: editors.remove(&(row.goal_id, row.number)).unwrap_or_default(),
                review_note: row.review_note,
                reviewed_on: place.optional_day(row.reviewed_at)?,
            })
        })
        .collect()
}

/// Adds one, written by the actor.
pub async fn effect_goal_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &EffectGoal) -> Result<()> {
    effect_goal_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn effect_goal_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[EffectGoal]) -> Result<()> {
    let rows = new
        .iter()
        .map(|one| row(one, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<effect_goal::Entity>(db, rows).await?;
    let mut versions = Vec::new();
    for goal in new {
        for version in &goal.versions {
            versions.push((goal.id.0, version, Review::of(ctx)));
        }
    }
    let written = versions
        .iter()
        .map(|(id, version, _)| (*id, version.number))
        .collect();
    insert_versions(db, versions).await?;
    goal_editors_note(ctx, db, written).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version. Of its versions only those
/// that are new or changed are written, by the actor; what reviews said of the others, and who wrote them, stays.
pub async fn effect_goal_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &EffectGoal,
    expected_version: i32,
) -> Result<i32> {
    let id = changed.id.0;
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let expected = (effect_goal::Column::Version, expected_version);
    let version = update_row::<effect_goal::Entity>(db, row, (effect_goal::Column::Id, id), expected).await?;
    let stored = versions(db, &Pick::One(id), HashMap::new())
        .await?
        .remove(&id)
        .unwrap_or_default();
    let kept = |one: &GoalVersion| stored.iter().any(|(stored, _)| stored == one);
    let gone = stored
        .iter()
        .filter(|(stored, _)| !changed.versions.contains(stored))
        .map(|(stored, _)| stored.number);
    // Targets go with their version.
    effect_goal_version::Entity::delete_many()
        .filter(effect_goal_version::Column::GoalId.eq(id))
        .filter(effect_goal_version::Column::Number.is_in(gone))
        .exec(db)
        .await?;
    goal_editors_keep(db, id, changed.versions.iter().map(|one| one.number)).await?;
    let mut written = Vec::new();
    for one in changed.versions.iter().filter(|one| !kept(one)) {
        let before = stored.iter().find(|(stored, _)| stored.number == one.number);
        let review = Review {
            edited_by: ctx.account_id().map(|id| id.0),
            ..before.map_or_else(|| Review::of(ctx), |(_, review)| review.clone())
        };
        written.push((id, one, review));
    }
    let numbers = written.iter().map(|(id, one, _)| (*id, one.number)).collect();
    insert_versions(db, written).await?;
    goal_editors_note(ctx, db, numbers).await?;
    Ok(version)
}

/// Moves a version of one to a new state with a note, as reviewed by the actor now; gives the new version of the goal.
/// Who edited them stays.
pub async fn effect_goal_review(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: EffectGoalId,
    expected_version: i32,
    number: i32,
    new_state: ApprovalState,
    note: Option<&str>,
) -> Result<i32> {
    let row = effect_goal::ActiveModel {
        version: ActiveValue::Set(expected_version.saturating_add(1)),
        ..<effect_goal::ActiveModel as ActiveModelTrait>::default()
    };
    let expected = (effect_goal::Column::Version, expected_version);
    let version =
        update_row::<effect_goal::Entity>(db, row, (effect_goal::Column::Id, id.0), expected).await?;
    let reviewed = effect_goal_version::ActiveModel {
        state: ActiveValue::Set(new_state.code().to_owned()),
        review_note: ActiveValue::Set(note.map(str::to_owned)),
        reviewed_by: ActiveValue::Set(ctx.account_id().map(|id| id.0)),
        reviewed_at: ActiveValue::Set(Some(micros(ctx.now))),
        ..<effect_goal_version::ActiveModel as ActiveModelTrait>::default()
    };
    let updated = effect_goal_version::Entity::update_many()
        .set(reviewed)
        .filter(effect_goal_version::Column::GoalId.eq(id.0))
        .filter(effect_goal_version::Column::Number.eq(number))
        .exec(db)
        .await?;
    if updated.rows_affected == 0 {
        return Err(StoreError::NotFound {
            table: VERSION,
            id: format!("{id} {number}"),
        });
    }
    Ok(version)
}

/// Deletes one with its versions, unless it has changed since the expected version.
pub async fn effect_goal_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: EffectGoalId,
    expected_version: i32,
) -> Result<()> {
    let expected = (effect_goal::Column::Version, expected_version);
    delete_row::<effect_goal::Entity>(db, (effect_goal::Column::Id, id.0), expected).await
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    let benefits = benefit::Entity::find()
        .select_only()
        .column(benefit::Column::Id)
        .filter(benefit::Column::InitiativeId.eq(initiative.0))
        .into_query();
    ids_of_benefits(&Pick::among(benefits))
}

pub(crate) fn ids_of_benefits(benefits: &Pick) -> SelectStatement {
    effect_goal::Entity::find()
        .select_only()
        .column(effect_goal::Column::Id)
        .filter(effect_goal::Column::BenefitId.is_not_null())
        .filter(benefits.on(effect_goal::Column::BenefitId))
        .into_query()
}

/// Who wrote and who reviewed a version, as columns; all who have written in it stand in rows of their own.
#[derive(Clone, Debug)]
struct Review {
    edited_by: Option<Uuid>,
    editors: Vec<AccountId>,
    note: Option<String>,
    reviewed_by: Option<Uuid>,
    reviewed_at: Option<i64>,
}

impl Review {
    /// Of a version that is new.
    fn of(ctx: &Ctx) -> Self {
        Self {
            edited_by: ctx.account_id().map(|id| id.0),
            editors: Vec::new(),
            note: None,
            reviewed_by: None,
            reviewed_at: None,
        }
    }
}

/// By ordinal. Four statements.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<EffectGoalRecord>> {
    let editors = goal_editors(db, pick).await?;
    found(db, pick, editors).await
}

/// The same without who has written in them. Three statements.
pub(crate) async fn find_bare(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<EffectGoal>>> {
    let found = found(db, pick, GoalEditors::new()).await?;
    Ok(found.into_iter().map(|record| record.goal).collect())
}

async fn found(
    db: &impl ConnectionTrait,
    pick: &Pick,
    editors: GoalEditors,
) -> Result<Vec<EffectGoalRecord>> {
    let rows = effect_goal::Entity::find()
        .filter(pick.on(effect_goal::Column::Id))
        .order_by_asc(effect_goal::Column::Ordinal)
        .order_by_asc(effect_goal::Column::Id)
        .all(db)
        .await?;
    let mut versions = versions(db, pick, editors).await?;
    rows.into_iter()
        .map(|row| {
            let versions = versions.remove(&row.id).unwrap_or_default();
            read(row, versions)
        })
        .collect()
}

/// The versions of goals, in order. Two statements.
async fn versions(
    db: &impl ConnectionTrait,
    pick: &Pick,
    mut editors: GoalEditors,
) -> Result<HashMap<Uuid, Vec<(GoalVersion, Review)>>> {
    let (parent, order) = (
        effect_goal_version::Column::GoalId,
        effect_goal_version::Column::Number,
    );
    let rows = children::<effect_goal_version::Entity>(db, pick, parent, order, |one| one.goal_id).await?;
    let (parent, order) = (
        effect_goal_target::Column::GoalId,
        effect_goal_target::Column::Day,
    );
    let mut targets =
        children::<effect_goal_target::Entity>(db, pick, parent, order, |one| one.goal_id).await?;
    rows.into_iter()
        .map(|(goal, rows)| {
            let targets = targets.remove(&goal).unwrap_or_default();
            let versions = rows
                .into_iter()
                .map(|row| {
                    let editors = editors.remove(&(goal, row.number)).unwrap_or_default();
                    read_version(row, &targets, editors)
                })
                .collect::<Result<_>>()?;
            Ok((goal, versions))
        })
        .collect()
}

fn row(goal: &EffectGoal, stamp: Stamp) -> Result<effect_goal::Model> {
    let place = Row::of(TABLE, goal.id.0);
    Ok(effect_goal::Model {
        id: goal.id.0,
        benefit_id: goal.benefit.map(|id| id.0),
        measure_id: goal.measure.0,
        ordinal: goal.ordinal,
        sex: goal.split.sex.map(|sex| sex.code().to_owned()),
        channel: goal.split.channel.clone(),
        component: goal.split.component.clone(),
        claim_micro: place.micro_of("claim_micro", goal.claim)?,
        window_cadence: goal.window.map(|window| window.code().to_owned()),
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

async fn insert_versions(
    db: &impl ConnectionTrait,
    versions: Vec<(Uuid, &GoalVersion, Review)>,
) -> Result<()> {
    let (mut rows, mut targets) = (Vec::new(), Vec::new());
    for (goal_id, version, review) in versions {
        let place = Row::of(VERSION, goal_id);
        for target in &version.targets {
            let (value_mantissa, value_scale) = place.digits_of("value_mantissa", target.value)?;
            targets.push(effect_goal_target::Model {
                goal_id,
                number: version.number,
                day: target.day,
                value_mantissa,
                value_scale,
            });
        }
        rows.push(version_row(place, goal_id, version, review)?);
    }
    insert_rows::<effect_goal_version::Entity>(db, rows).await?;
    insert_rows::<effect_goal_target::Entity>(db, targets).await
}

fn version_row(
    place: Row,
    goal_id: Uuid,
    version: &GoalVersion,
    review: Review,
) -> Result<effect_goal_version::Model> {
    let baseline = version.baseline.as_ref();
    let value = baseline.map(|one| place.digits_of("baseline_mantissa", one.value));
    let (baseline_mantissa, baseline_scale) = value.transpose()?.unzip();
    let when = WhenColumns::from(baseline.and_then(|one| one.when));
    Ok(effect_goal_version::Model {
        goal_id,
        number: version.number,
        definition: version.definition,
        baseline_mantissa,
        baseline_scale,
        baseline_when_text: when.text,
        baseline_when_precision: when.precision,
        baseline_when_first: when.first,
        baseline_when_last: when.last,
        baseline_source: baseline.and_then(|one| one.source.clone()),
        method: version.method.clone(),
        reason: version.reason.clone(),
        state: version.state.code().to_owned(),
        edited_by: review.edited_by,
        review_note: review.note,
        reviewed_by: review.reviewed_by,
        reviewed_at: review.reviewed_at,
    })
}

fn read_version(
    row: effect_goal_version::Model,
    targets: &[effect_goal_target::Model],
    editors: Vec<AccountId>,
) -> Result<(GoalVersion, Review)> {
    let place = Row::of(VERSION, row.goal_id);
    let when = place.optional_when(
        row.baseline_when_text.as_deref(),
        row.baseline_when_precision.as_deref(),
    )?;
    let baseline = row
        .baseline_mantissa
        .zip(row.baseline_scale)
        .map(|(mantissa, scale)| -> Result<Baseline> {
            Ok(Baseline {
                value: place.decimal(mantissa, scale)?,
                when,
                source: row.baseline_source,
            })
        })
        .transpose()?;
    let targets = targets
        .iter()
        .filter(|target| target.number == row.number)
        .map(|target| {
            Ok(Target {
                day: target.day,
                value: place.decimal(target.value_mantissa, target.value_scale)?,
            })
        })
        .collect::<Result<_>>()?;
    let version = GoalVersion {
        number: row.number,
        definition: row.definition,
        baseline,
        targets,
        method: row.method,
        reason: row.reason,
        state: place.code(&row.state)?,
    };
    let review = Review {
        edited_by: row.edited_by,
        editors,
        note: row.review_note,
        reviewed_by: row.reviewed_by,
        reviewed_at: row.reviewed_at,
    };
    Ok((version, review))
}

fn read(row: effect_goal::Model, versions: Vec<(GoalVersion, Review)>) -> Result<EffectGoalRecord> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let reviews = versions
        .iter()
        .map(|(version, review)| {
            Ok(GoalReview {
                number: version.number,
                edited_by: review.edited_by.map(AccountId),
                editors: review.editors.clone(),
                note: review.note.clone(),
                reviewed_by: review.reviewed_by.map(AccountId),
                reviewed_at: review.reviewed_at.map(|at| place.moment(at)).transpose()?,
            })
        })
        .collect::<Result<_>>()?;
    let goal = EffectGoal {
        id: row.id.into(),
        benefit: row.benefit_id.map(BenefitId),
        measure: row.measure_id.into(),
        ordinal: row.ordinal,
        split: Split {
            sex: place.optional_code(row.sex.as_deref())?,
            channel: row.channel,
            component: row.component,
        },
        claim: micro(row.claim_micro),
        window: place.optional_code(row.window_cadence.as_deref())?,
        versions: versions.into_iter().map(|(version, _)| version).collect(),
    };
    Ok(EffectGoalRecord {
        goal: stamp.on(goal),
        reviews,
    })
}
