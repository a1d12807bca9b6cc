//! Effect goals, as they are found.

use std::collections::HashMap;

use domain::ctx::Ctx;
use domain::effect_goal::{EffectGoal, GoalVersion};
use domain::id::{AccountId, EffectGoalId, InitiativeId, MeasureId};
use domain::statement::ApprovalState;
use domain::work::LoggedGoal;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::row::{read, read_version};
use super::{EffectGoalRecord, Review, VERSION};
use crate::entity::{benefit, effect_goal, effect_goal_target, effect_goal_version};
use crate::error::Result;
use crate::repo::codec::Row;
use crate::repo::editor::{GoalEditors, goal_editors};
use crate::repo::rows::{Pick, children};
use crate::versioned::Versioned;

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
pub(super) async fn versions(
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
