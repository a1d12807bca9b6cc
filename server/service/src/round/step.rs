use domain::ctx::Ctx;
use domain::id::{FollowUpRequestId, FollowUpRoundId};
use domain::policy::{Operation, decide};
use domain::round::{AnswerKind, FollowUpRound, RoundAnswer, RoundState};
use store::repo::follow_up_round::{round_answer, round_head_update, round_load, round_request_delete};
use store::{AuditRecord, StoreError, Trail};

use super::{KIND, page, question};
use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// Sends a round out, closes it, or opens it again: the one step that there is from where it stood
/// (`from`) when the actor looked. Answers where to go on.
pub async fn round_move(
    ctx: &Ctx,
    services: &Services,
    id: FollowUpRoundId,
    version: i32,
    from: RoundState,
) -> Result<String> {
    decide(ctx, Operation::RoundWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let record = round_load(ctx, &txn, id).await?.ok_or(ServiceError::NotFound)?;
    let before = record.round;
    let goto = |notice: &str| format!("{}?klart={notice}", page(id));
    if before.value.state != from {
        return Ok(goto(NOT_FIRST));
    }
    if from == RoundState::Prepared && before.value.tally().open() == 0 {
        return Ok(goto("inget-att-fraga"));
    }
    let (state, today) = (from.next(), ctx.today());
    let round = FollowUpRound {
        state,
        opened_on: before.value.opened_on.or(Some(today)),
        closed_on: (state == RoundState::Closed).then_some(today),
        ..before.value.clone()
    };
    match round_head_update(ctx, &txn, &round, version).await {
        Err(StoreError::Stale { .. }) => return Ok(goto(NOT_FIRST)),
        other => other?,
    };
    let (action, notice) = match state {
        RoundState::Closed => ("follow_up_round.close", "stangd"),
        _ if from == RoundState::Closed => ("follow_up_round.reopen", "oppnad"),
        _ => ("follow_up_round.open", "utskickad"),
    };
    let record = AuditRecord::new(action, KIND, id)
        .before(&before.value.state)?
        .after(&state)?;
    txn.commit(Trail::one(record)).await?;
    Ok(goto(notice))
}

/// Takes a question back: out of a round that nobody has seen; in an open one it stays, marked as
/// withdrawn. Answers where to go on.
pub async fn round_withdraw(
    ctx: &Ctx,
    services: &Services,
    id: FollowUpRoundId,
    request: FollowUpRequestId,
) -> Result<String> {
    decide(ctx, Operation::RoundWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let (round, asked) = question(ctx, &txn, id, request).await?;
    if round.state == RoundState::Closed || asked.answer.is_some() {
        return Ok(format!("{}?klart=hann-fore", page(id)));
    }
    let trail = AuditRecord::new("follow_up_round.withdraw", KIND, id).before(&asked)?;
    let notice = if round.state == RoundState::Prepared {
        round_request_delete(ctx, &txn, request).await?;
        "borttagen"
    } else {
        let answer = RoundAnswer {
            kind: AnswerKind::Withdrawn,
            at: ctx.now,
            statement: None,
            note: None,
        };
        round_answer(ctx, &txn, &[request], &answer).await?;
        "tillbakatagen"
    };
    txn.commit(Trail::one(trail)).await?;
    Ok(format!("{}?klart={notice}", page(id)))
}
