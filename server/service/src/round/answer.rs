use domain::ctx::Ctx;
use domain::id::{FollowUpRequestId, FollowUpRoundId, StatementId};
use domain::policy::{Operation, Refusal, decide};
use domain::round::{AnswerKind, AskedAbout, FollowUpRequest, RoundAnswer, RoundState};
use store::repo::follow_up_round::{round_answer as answer_note, round_waiting};
use store::repo::statement_ground::statement_grounds;
use store::{AuditRecord, ConnectionTrait, Trail};

use super::view::may_answer;
use super::{KIND, page, question};
use crate::error::Result;
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// Says that there is nothing new to state, and why. Answers where to go on.
pub async fn round_answer(
    ctx: &Ctx,
    services: &Services,
    id: FollowUpRoundId,
    request: FollowUpRequestId,
    note: &str,
) -> Result<String> {
    if decide(ctx, Operation::EvidenceWrite, None).is_err() {
        decide(ctx, Operation::PortfolioWrite, None)?;
    }
    let txn = services.store.write_txn(ctx).await?;
    let (round, asked) = question(ctx, &txn, id, request).await?;
    let grounds = statement_grounds(ctx, &txn, &[asked.initiative]).await?;
    let ground = grounds.get(&asked.initiative).ok_or(Refusal::NotFound)?;
    may_answer(ctx, ground, &asked)?;
    let goto = |notice: &str| format!("{}?klart={notice}&om={request}#fraga-{request}", page(id));
    if round.state != RoundState::Open || asked.answer.is_some() {
        return Ok(goto(NOT_FIRST));
    }
    let note = note.trim();
    if note.is_empty() {
        return Ok(goto("skriv-varfor"));
    }
    let answer = RoundAnswer {
        kind: AnswerKind::NothingNew,
        at: ctx.now,
        statement: None,
        note: Some(note.to_owned()),
    };
    answer_note(ctx, &txn, &[request], &answer).await?;
    txn.commit(Trail::one(trace(id, &asked, &answer)?)).await?;
    Ok(goto("besvarad"))
}

/// Notes that what was just written answers whatever open rounds ask about it, in the same
/// transaction. Gives how many questions that answers.
pub(crate) async fn answered_by(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    about: &[AskedAbout],
    statement: Option<StatementId>,
    trail: &mut Trail,
) -> Result<usize> {
    let waiting = round_waiting(ctx, db, about).await?;
    let answer = RoundAnswer {
        kind: match statement {
            Some(_) => AnswerKind::Stated,
            None => AnswerKind::Logged,
        },
        at: ctx.now,
        statement,
        note: None,
    };
    for (round, asked) in &waiting {
        answer_note(ctx, db, &[asked.id], &answer).await?;
        trail.push(trace(*round, asked, &answer)?);
    }
    Ok(waiting.len())
}

fn trace(round: FollowUpRoundId, asked: &FollowUpRequest, answer: &RoundAnswer) -> Result<AuditRecord> {
    let after = FollowUpRequest {
        answer: Some(answer.clone()),
        ..asked.clone()
    };
    let record = AuditRecord::new("follow_up_round.answer", KIND, round);
    Ok(record.before(asked)?.after(&after)?)
}
