//! Effect goals, as they are written and reviewed.

use std::collections::HashMap;
use std::slice;

use domain::ctx::Ctx;
use domain::effect_goal::{EffectGoal, GoalVersion};
use domain::id::EffectGoalId;
use domain::statement::ApprovalState;
use sea_orm::{
    ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

use super::read::versions;
use super::row::{row, version_row};
use super::{Review, VERSION};
use crate::entity::{effect_goal, effect_goal_target, effect_goal_version};
use crate::error::{Result, StoreError};
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::editor::{goal_editors_keep, goal_editors_note};
use crate::repo::rows::{Pick, Stamp, delete_row, insert_rows, update_row};

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
