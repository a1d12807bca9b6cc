//! Benefit calculations, as they are written, reviewed and promised.

use std::slice;

use domain::calculation::Calculation;
use domain::ctx::Ctx;
use domain::id::CalculationId;
use domain::statement::ApprovalState;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ActiveValue, ConnectionTrait, EntityTrait, IntoActiveModel};

use super::LINES;
use super::row::row;
use crate::entity::{
    calculation, calculation_alternative, calculation_amount, calculation_editor, calculation_line,
};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::rows::{Stamp, delete_children, insert_rows, update_row};

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
