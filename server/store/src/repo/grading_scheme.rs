//! Versions of thresholds and scores.

use std::slice;

use domain::ctx::Ctx;
use domain::id::GradingSchemeId;
use domain::level::GradingScheme;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::entity::grading_scheme;
use crate::error::Result;
use crate::repo::codec::{Row, micro};
use crate::repo::rows::{Pick, Stamp, insert_rows, update_row};
use crate::versioned::Versioned;

/// One version. What a decided report was graded with is frozen with the report.
pub async fn grading_scheme_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: GradingSchemeId,
) -> Result<Option<Versioned<GradingScheme>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All versions.
pub async fn grading_scheme_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
) -> Result<Vec<Versioned<GradingScheme>>> {
    find(db, &Pick::All).await
}

/// The newest version, by which what is open is graded.
pub async fn grading_scheme_newest(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
) -> Result<Option<Versioned<GradingScheme>>> {
    let newest = grading_scheme::Entity::find().order_by_desc(grading_scheme::Column::Id);
    Ok(newest.one(db).await?.map(read))
}

/// Adds one.
pub async fn grading_scheme_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &GradingScheme) -> Result<()> {
    grading_scheme_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn grading_scheme_insert_many(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    new: &[GradingScheme],
) -> Result<()> {
    let rows = new
        .iter()
        .map(|one| row(one, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<grading_scheme::Entity>(db, rows).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn grading_scheme_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &GradingScheme,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let (id, version) = (grading_scheme::Column::Id, grading_scheme::Column::Version);
    update_row::<grading_scheme::Entity>(db, row, (id, changed.id.0), (version, expected_version)).await
}

pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<GradingScheme>>> {
    let rows = grading_scheme::Entity::find()
        .filter(pick.on(grading_scheme::Column::Id))
        .order_by_asc(grading_scheme::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

fn row(one: &GradingScheme, stamp: Stamp) -> Result<grading_scheme::Model> {
    let place = Row::of("grading_scheme", one.id.0);
    Ok(grading_scheme::Model {
        id: one.id.0,
        name: one.name.clone(),
        full_from_micro: place.micro_of("full_from_micro", one.full_from)?,
        god_above_micro: place.micro_of("god_above_micro", one.god_above)?,
        godkand_from_micro: place.micro_of("godkand_from_micro", one.godkand_from)?,
        viss_above_micro: place.micro_of("viss_above_micro", one.viss_above)?,
        score_confirmed_micro: place.micro_of("score_confirmed_micro", one.score_confirmed)?,
        score_partly_micro: place.micro_of("score_partly_micro", one.score_partly)?,
        score_none_micro: place.micro_of("score_none_micro", one.score_none)?,
        score_negative_micro: place.micro_of("score_negative_micro", one.score_negative)?,
        weak_below_micro: place.micro_of("weak_below_micro", one.weak_below)?,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

fn read(row: grading_scheme::Model) -> Versioned<GradingScheme> {
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    stamp.on(GradingScheme {
        id: row.id.into(),
        name: row.name,
        full_from: micro(row.full_from_micro),
        god_above: micro(row.god_above_micro),
        godkand_from: micro(row.godkand_from_micro),
        viss_above: micro(row.viss_above_micro),
        score_confirmed: micro(row.score_confirmed_micro),
        score_partly: micro(row.score_partly_micro),
        score_none: micro(row.score_none_micro),
        score_negative: micro(row.score_negative_micro),
        weak_below: micro(row.weak_below_micro),
    })
}
