//! Follow-up rounds with their questions and answers.

use std::collections::BTreeMap;
use std::slice;

use domain::ctx::Ctx;
use domain::id::{AccountId, FollowUpRequestId, FollowUpRoundId};
use domain::round::{AskedAbout, FollowUpRequest, FollowUpRound, RoundAnswer, RoundState};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};
use uuid::Uuid;

use crate::entity::{follow_up_request, follow_up_round};
use crate::error::Result;
use crate::moment::micros;
use crate::repo::codec::Row;
use crate::repo::rows::{Pick, Stamp, children, delete_children, insert_rows, update_row};
use crate::versioned::Versioned;

const ROUND: &str = "follow_up_round";
const REQUEST: &str = "follow_up_request";

/// A round with who answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundRecord {
    /// The round.
    pub round: Versioned<FollowUpRound>,
    /// Who answered; nobody for what came by an import.
    pub answered_by: BTreeMap<FollowUpRequestId, AccountId>,
}

/// The round. Two statements.
pub async fn round_load(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: FollowUpRoundId,
) -> Result<Option<RoundRecord>> {
    Ok(find(db, &Pick::One(id.0)).await?.pop())
}

/// The rounds with these identities, in their order. Two statements, or none where none is named.
pub async fn round_list_named(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    ids: &[FollowUpRoundId],
) -> Result<Vec<FollowUpRound>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let pick = Pick::These(ids.iter().map(|id| id.0).collect());
    let found = find(db, &pick).await?.into_iter();
    Ok(found.map(|record| record.round.value).collect())
}

/// All rounds, the newest first. Two statements.
pub async fn round_list(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Vec<Versioned<FollowUpRound>>> {
    let mut all: Vec<Versioned<FollowUpRound>> = find(db, &Pick::All)
        .await?
        .into_iter()
        .map(|record| record.round)
        .collect();
    all.sort_by_key(|round| std::cmp::Reverse((round.value.due, round.value.id)));
    Ok(all)
}

/// Adds one with its questions.
pub async fn round_insert(ctx: &Ctx, db: &impl ConnectionTrait, new: &FollowUpRound) -> Result<()> {
    round_insert_many(ctx, db, slice::from_ref(new)).await
}

/// Adds several.
pub async fn round_insert_many(ctx: &Ctx, db: &impl ConnectionTrait, new: &[FollowUpRound]) -> Result<()> {
    let rows = new
        .iter()
        .map(|round| row(round, Stamp::first(ctx)))
        .collect::<Result<_>>()?;
    insert_rows::<follow_up_round::Entity>(db, rows).await?;
    for round in new {
        round_ask(ctx, db, round.id, &round.requests, 0).await?;
    }
    Ok(())
}

/// Replaces one with its questions, unless it has changed since the expected version; gives the new
/// version.
pub async fn round_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &FollowUpRound,
    expected_version: i32,
) -> Result<i32> {
    let version = round_head_update(ctx, db, changed, expected_version).await?;
    delete_children::<follow_up_request::Entity>(db, follow_up_request::Column::RoundId, changed.id.0)
        .await?;
    round_ask(ctx, db, changed.id, &changed.requests, 0).await?;
    Ok(version)
}

/// Replaces what a round says of itself, and leaves its questions alone.
pub async fn round_head_update(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    changed: &FollowUpRound,
    expected_version: i32,
) -> Result<i32> {
    let row = row(changed, Stamp::after(ctx, expected_version))?.into_active_model();
    let (id, version) = (follow_up_round::Column::Id, follow_up_round::Column::Version);
    update_row::<follow_up_round::Entity>(db, row, (id, changed.id.0), (version, expected_version)).await
}

/// Adds questions to a round, from a place on.
pub async fn round_ask(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    round: FollowUpRoundId,
    requests: &[FollowUpRequest],
    first: i32,
) -> Result<()> {
    let rows = (first..)
        .zip(requests)
        .map(|(ordinal, request)| request_row(round, ordinal, request))
        .collect::<Result<_>>()?;
    insert_rows::<follow_up_request::Entity>(db, rows).await
}

/// Notes the answer of questions, by whoever acts.
pub async fn round_answer(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    requests: &[FollowUpRequestId],
    answer: &RoundAnswer,
) -> Result<()> {
    for id in requests {
        let place = Row::of(REQUEST, id.0);
        follow_up_request::Entity::update_many()
            .col_expr(
                follow_up_request::Column::Answer,
                Expr::value(place.code_of(&answer.kind)?),
            )
            .col_expr(
                follow_up_request::Column::AnsweredAt,
                Expr::value(micros(answer.at)),
            )
            .col_expr(
                follow_up_request::Column::AnsweredBy,
                Expr::value(ctx.account_id().map(|id| id.0)),
            )
            .col_expr(
                follow_up_request::Column::StatementId,
                Expr::value(answer.statement.map(|id| id.0)),
            )
            .col_expr(follow_up_request::Column::Note, Expr::value(answer.note.clone()))
            .filter(follow_up_request::Column::Id.eq(id.0))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Takes a question out of a round that nobody has seen.
pub async fn round_request_delete(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    request: FollowUpRequestId,
) -> Result<()> {
    follow_up_request::Entity::delete_by_id(request.0)
        .exec(db)
        .await?;
    Ok(())
}

/// The questions of open rounds that wait for an answer about one of these, with their round. One
/// statement.
pub async fn round_waiting(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    about: &[AskedAbout],
) -> Result<Vec<(FollowUpRoundId, FollowUpRequest)>> {
    let open = follow_up_round::Entity::find()
        .select_only()
        .column(follow_up_round::Column::Id)
        .filter(follow_up_round::Column::State.eq(RoundState::Open.code()))
        .into_query();
    let asked = about.iter().fold(Condition::any(), |any, one| match one {
        AskedAbout::Benefit(id) => any.add(follow_up_request::Column::BenefitId.eq(id.0)),
        AskedAbout::Delivery(id) => any.add(follow_up_request::Column::DeliveryId.eq(id.0)),
    });
    if about.is_empty() {
        return Ok(Vec::new());
    }
    let rows = follow_up_request::Entity::find()
        .filter(follow_up_request::Column::RoundId.in_subquery(open))
        .filter(follow_up_request::Column::Answer.is_null())
        .filter(asked)
        .order_by_asc(follow_up_request::Column::Id)
        .all(db)
        .await?;
    rows.iter()
        .map(|row| Ok((row.round_id.into(), read_request(row)?)))
        .collect()
}

pub(crate) async fn find(db: &impl ConnectionTrait, pick: &Pick) -> Result<Vec<RoundRecord>> {
    let rows = follow_up_round::Entity::find()
        .filter(pick.on(follow_up_round::Column::Id))
        .order_by_asc(follow_up_round::Column::Id)
        .all(db)
        .await?;
    let (parent, order) = (
        follow_up_request::Column::RoundId,
        follow_up_request::Column::Ordinal,
    );
    let mut requests =
        children::<follow_up_request::Entity>(db, pick, parent, order, |request| request.round_id).await?;
    rows.into_iter()
        .map(|round| {
            let asked = requests.remove(&round.id).unwrap_or_default();
            read(round, &asked)
        })
        .collect()
}

fn row(round: &FollowUpRound, stamp: Stamp) -> Result<follow_up_round::Model> {
    let place = Row::of(ROUND, round.id.0);
    Ok(follow_up_round::Model {
        id: round.id.0,
        year: round.year,
        part: place.code_of(&round.part)?,
        due: round.due,
        message: round.message.clone(),
        state: place.code_of(&round.state)?,
        opened_on: round.opened_on,
        closed_on: round.closed_on,
        version: stamp.version,
        edited_by: stamp.edited_by,
    })
}

fn request_row(
    round: FollowUpRoundId,
    ordinal: i32,
    request: &FollowUpRequest,
) -> Result<follow_up_request::Model> {
    let place = Row::of(REQUEST, request.id.0);
    let (benefit, delivery) = match request.about {
        AskedAbout::Benefit(id) => (Some(id.0), None),
        AskedAbout::Delivery(id) => (None, Some(id.0)),
    };
    let answer = request.answer.as_ref();
    Ok(follow_up_request::Model {
        id: request.id.0,
        round_id: round.0,
        ordinal,
        initiative_id: request.initiative.0,
        benefit_id: benefit,
        delivery_id: delivery,
        unit_id: request.unit.map(|id| id.0),
        rule: request.rule.map(|rule| rule.code().to_owned()),
        answer: answer.map(|answer| place.code_of(&answer.kind)).transpose()?,
        answered_at: answer.map(|answer| micros(answer.at)),
        answered_by: None,
        statement_id: answer.and_then(|answer| answer.statement).map(|id| id.0),
        note: answer.and_then(|answer| answer.note.clone()),
    })
}

fn read(row: follow_up_round::Model, asked: &[follow_up_request::Model]) -> Result<RoundRecord> {
    let place = Row::of(ROUND, row.id);
    let stamp = Stamp {
        version: row.version,
        edited_by: row.edited_by,
    };
    let answered_by = asked
        .iter()
        .filter_map(|request| Some((request.id.into(), AccountId(request.answered_by?))))
        .collect();
    Ok(RoundRecord {
        round: stamp.on(FollowUpRound {
            id: row.id.into(),
            year: row.year,
            part: place.code(&row.part)?,
            due: row.due,
            message: row.message,
            state: place.code(&row.state)?,
            opened_on: row.opened_on,
            closed_on: row.closed_on,
            requests: asked.iter().map(read_request).collect::<Result<_>>()?,
        }),
        answered_by,
    })
}

fn read_request(row: &follow_up_request::Model) -> Result<FollowUpRequest> {
    let place = Row::of(REQUEST, row.id);
    let about = match (row.benefit_id, row.delivery_id) {
        (Some(id), None) => AskedAbout::Benefit(id.into()),
        (None, Some(id)) => AskedAbout::Delivery(id.into()),
        _ => return Err(place.damaged("not exactly one of benefit and delivery is there")),
    };
    let answer = match (&row.answer, row.answered_at) {
        (None, None) => None,
        (Some(code), Some(at)) => Some(RoundAnswer {
            kind: place.code(code)?,
            at: place.moment(at)?,
            statement: row.statement_id.map(Uuid::into),
            note: row.note.clone(),
        }),
        _ => return Err(place.damaged("an answer has a kind and a moment")),
    };
    Ok(FollowUpRequest {
        id: row.id.into(),
        initiative: row.initiative_id.into(),
        about,
        unit: row.unit_id.map(Uuid::into),
        rule: place.optional_code(row.rule.as_deref())?,
        answer,
    })
}
