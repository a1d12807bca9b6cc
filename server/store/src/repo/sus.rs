//! SUS evaluations of deliveries.

use std::slice;

use domain::ctx::Ctx;
use domain::id::{DeliveryId, InitiativeId, SusEvaluationId};
use domain::sus::{SusEvaluation, SusResult};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};

use crate::entity::sus_evaluation;
use crate::error::Result;
use crate::repo::codec::{Row, WhenColumns, micro};
use crate::repo::delivery;
use crate::repo::rows::{Pick, Stamp, insert_rows, update_row};
use crate::versioned::Versioned;

const TABLE: &str = "sus_evaluation";

/// The evaluation.
pub async fn sus_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: SusEvaluationId,
) -> Result<Option<Versioned<SusEvaluation>>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// All evaluations.
pub async fn sus_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<SusEvaluation>>> {
    find(db, &Pick::All).await
}

/// The evaluations of a delivery.
pub async fn sus_list_of_delivery(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    delivery: DeliveryId,
) -> Result<Vec<Versioned<SusEvaluation>>> {
    let ids = sus_evaluation::Entity::find()
        .select_only()
        .column(sus_evaluation::Column::Id)
        .filter(sus_evaluation::Column::DeliveryId.eq(delivery.0))
        .into_query();
    find(db, &Pick::among(ids)).await
}

/// Adds one.
pub async fn sus_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &SusEvaluation) -> Result<()> {
    sus_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn sus_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[SusEvaluation]) -> Result<()> {
    let rows = new
        .iter()
        .map(|evaluation| row(evaluation, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<sus_evaluation::Entity>(db, rows).await
}

/// Replaces one, unless it has changed since the expected version; gives the new version.
pub async fn sus_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &SusEvaluation,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let (id, version) = (sus_evaluation::Column::Id, sus_evaluation::Column::Version);
    update_row::<sus_evaluation::Entity>(db, row, (id, changed.id.0), (version, expected_version)).await
}

pub(crate) fn ids_of_initiative(initiative: InitiativeId) -> SelectStatement {
    sus_evaluation::Entity::find()
        .select_only()
        .column(sus_evaluation::Column::Id)
        .filter(sus_evaluation::Column::DeliveryId.in_subquery(delivery::ids_of_initiative(initiative)))
        .into_query()
}

/// One statement.
pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<Versioned<SusEvaluation>>> {
    let rows = sus_evaluation::Entity::find()
        .filter(pick.on(sus_evaluation::Column::Id))
        .order_by_asc(sus_evaluation::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

fn row(evaluation: &SusEvaluation, stamp: Stamp) -> Result<sus_evaluation::Model> {
    let place = Row::of(TABLE, evaluation.id.0);
    let when = WhenColumns::from(evaluation.when);
    let (answers, score_micro, level) = match &evaluation.result {
        SusResult::Answers(answers) => (Some(place.json_of(answers)?), None, None),
        SusResult::Score(score) => (None, Some(place.micro_of("score_micro", *score)?), None),
        SusResult::Level(level) => (None, None, Some(place.code_of(level)?)),
    };
    Ok(sus_evaluation::Model {
        id: evaluation.id.0,
        delivery_id: evaluation.delivery.0,
        subject: evaluation.subject.clone(),
        when_text: when.text,
        when_precision: when.precision,
        when_first: when.first,
        when_last: when.last,
        answers,
        score_micro,
        level,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

fn read(row: sus_evaluation::Model) -> Result<Versioned<SusEvaluation>> {
    let place = Row::of(TABLE, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let result = match (row.answers, row.score_micro, row.level) {
        (Some(answers), None, None) => SusResult::Answers(place.json(&answers)?),
        (None, Some(score), None) => SusResult::Score(micro(score)),
        (None, None, Some(level)) => SusResult::Level(place.code(&level)?),
        _ => return Err(place.damaged("not exactly one of answers, score and level is there")),
    };
    Ok(stamp.on(SusEvaluation {
        id: row.id.into(),
        delivery: row.delivery_id.into(),
        subject: row.subject,
        when: place.optional_when(row.when_text.as_deref(), row.when_precision.as_deref())?,
        result,
    }))
}
