//! Everybody who has written in a measurement, a statement or a version of an effect goal. None of them approves it.

use std::collections::HashMap;

use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::measurement::Measurement;
use domain::statement::Statement;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::entity::{effect_goal_editor, measurement_editor, statement_editor};
use crate::error::Result;
use crate::repo::rows::{Pick, children, insert_new_rows};

/// Editors by what they have written in.
type Editors = HashMap<Uuid, Vec<AccountId>>;

/// Notes the actor as an editor of each, once; the command line is nobody.
pub(crate) async fn measurement_editors_note(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    edited: &[Measurement],
) -> Result<()> {
    let Some(account) = ctx.account_id() else {
        return Ok(());
    };
    let rows = edited.iter().map(|one| measurement_editor::Model {
        measurement_id: one.id.0,
        account_id: account.0,
    });
    let key = [
        measurement_editor::Column::MeasurementId,
        measurement_editor::Column::AccountId,
    ];
    insert_new_rows::<measurement_editor::Entity>(db, rows.collect(), &key).await
}

/// Editors of measurements. One statement.
pub(crate) async fn measurement_editors(db: &impl ConnectionTrait, pick: &Pick) -> Result<Editors> {
    let (parent, order) = (
        measurement_editor::Column::MeasurementId,
        measurement_editor::Column::AccountId,
    );
    let rows =
        children::<measurement_editor::Entity>(db, pick, parent, order, |one| one.measurement_id).await?;
    Ok(accounts(rows, |one| one.account_id))
}

/// Notes the actor as an editor of each, once; the command line is nobody.
pub(crate) async fn statement_editors_note(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    edited: &[Statement],
) -> Result<()> {
    let Some(account) = ctx.account_id() else {
        return Ok(());
    };
    let rows = edited.iter().map(|one| statement_editor::Model {
        statement_id: one.id.0,
        account_id: account.0,
    });
    let key = [
        statement_editor::Column::StatementId,
        statement_editor::Column::AccountId,
    ];
    insert_new_rows::<statement_editor::Entity>(db, rows.collect(), &key).await
}

/// Editors of statements. One statement of SQL.
pub(crate) async fn statement_editors(db: &impl ConnectionTrait, pick: &Pick) -> Result<Editors> {
    let (parent, order) = (
        statement_editor::Column::StatementId,
        statement_editor::Column::AccountId,
    );
    let rows = children::<statement_editor::Entity>(db, pick, parent, order, |one| one.statement_id).await?;
    Ok(accounts(rows, |one| one.account_id))
}

fn accounts<T>(rows: HashMap<Uuid, Vec<T>>, account: impl Fn(T) -> Uuid + Copy) -> Editors {
    let of = |rows: Vec<T>| rows.into_iter().map(|one| AccountId(account(one))).collect();
    rows.into_iter().map(|(id, rows)| (id, of(rows))).collect()
}

/// Editors of versions of goals, by goal and number.
pub(crate) type GoalEditors = HashMap<(Uuid, i32), Vec<AccountId>>;

/// Notes the actor as an editor of each version, once; the command line is nobody.
pub(crate) async fn goal_editors_note(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    written: Vec<(Uuid, i32)>,
) -> Result<()> {
    let Some(account) = ctx.account_id() else {
        return Ok(());
    };
    let rows = written
        .into_iter()
        .map(|(goal_id, number)| effect_goal_editor::Model {
            goal_id,
            number,
            account_id: account.0,
        });
    let key = [
        effect_goal_editor::Column::GoalId,
        effect_goal_editor::Column::Number,
        effect_goal_editor::Column::AccountId,
    ];
    insert_new_rows::<effect_goal_editor::Entity>(db, rows.collect(), &key).await
}

/// Forgets who has written in versions that a goal has no more. Whoever has written in one that is written over has
/// written in it still.
pub(crate) async fn goal_editors_keep(
    db: &impl ConnectionTrait,
    goal: Uuid,
    versions: impl Iterator<Item = i32>,
) -> Result<()> {
    effect_goal_editor::Entity::delete_many()
        .filter(effect_goal_editor::Column::GoalId.eq(goal))
        .filter(effect_goal_editor::Column::Number.is_not_in(versions))
        .exec(db)
        .await?;
    Ok(())
}

/// Editors of the versions of goals. One statement.
pub(crate) async fn goal_editors(db: &impl ConnectionTrait, goals: &Pick) -> Result<GoalEditors> {
    let rows = effect_goal_editor::Entity::find()
        .filter(goals.on(effect_goal_editor::Column::GoalId))
        .order_by_asc(effect_goal_editor::Column::AccountId)
        .all(db)
        .await?;
    let mut editors = GoalEditors::new();
    for row in rows {
        let of = editors.entry((row.goal_id, row.number)).or_default();
        of.push(AccountId(row.account_id));
    }
    Ok(editors)
}
