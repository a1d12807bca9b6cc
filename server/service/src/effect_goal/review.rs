use domain::ctx::Ctx;
use domain::effect_goal::is_locked;
use domain::id::EffectGoalId;
use domain::policy::{Belongs, Operation, decide};
use domain::statement::ApprovalState;
use serde_json::json;
use store::repo::effect_goal::{effect_goal_delete, effect_goal_review as review};
use store::{AuditRecord, Trail};

use super::goal_of_benefit;
use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// Approves what is proposed for a goal after the decision, or returns it with a note. Nobody reviews what they have written in.
/// Answers where to go on.
pub async fn effect_goal_review(
    ctx: &Ctx,
    services: &Services,
    id: EffectGoalId,
    version: i32,
    approve: bool,
    note: &str,
) -> Result<String> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let (record, of) = goal_of_benefit(ctx, &txn, id).await?;
    let proposed = record.goal.value.proposed();
    let editors = proposed.and_then(|proposed| {
        let mut reviews = record.reviews.iter();
        Some(reviews.find(|one| one.number == proposed.number)?.editors.clone())
    });
    let belongs = Belongs {
        editors: editors.unwrap_or_default(),
        ..of.belongs()?
    };
    decide(ctx, Operation::EvidenceApprove, Some(&belongs))?;
    let waits = proposed.filter(|one| one.state == ApprovalState::Submitted);
    let Some(proposed) = waits.filter(|_| record.goal.version == version) else {
        return Ok(of.place(NOT_FIRST));
    };
    let note = note.trim();
    if !approve && note.is_empty() {
        return Ok(of.place("skriv-skal"));
    }
    let (state, action, notice) = if approve {
        (
            ApprovalState::Approved,
            "effect_goal.approve",
            "effektmal-godkant",
        )
    } else {
        (
            ApprovalState::Returned,
            "effect_goal.return",
            "effektmal-aterlamnat",
        )
    };
    let kept = (!note.is_empty()).then_some(note);
    review(ctx, &txn, id, version, proposed.number, state, kept).await?;
    let mut record = AuditRecord::new(action, "effect_goal", id)
        .before(&json!({ "number": proposed.number, "state": proposed.state }))?
        .after(&json!({ "number": proposed.number, "state": state }))?;
    if let Some(note) = kept {
        record = record.note(note);
    }
    txn.commit(Trail::one(record)).await?;
    Ok(of.place(notice))
}

/// Takes a goal away: before the initiative is decided, or as long as nobody has approved any of it. Answers where to
/// go on.
///
/// # Errors
/// Where it is locked.
pub async fn effect_goal_remove(
    ctx: &Ctx,
    services: &Services,
    id: EffectGoalId,
    version: i32,
) -> Result<String> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let (record, of) = goal_of_benefit(ctx, &txn, id).await?;
    decide(ctx, Operation::PortfolioWrite, Some(&of.belongs()?))?;
    let goal = &record.goal.value;
    if is_locked(of.bundle.initiative.value.status.value) && goal.current().is_some() {
        return Err(ServiceError::State("what was agreed before the decision stays"));
    }
    if record.goal.version != version {
        return Ok(of.place(NOT_FIRST));
    }
    effect_goal_delete(ctx, &txn, id, version).await?;
    let record = AuditRecord::new("effect_goal.remove", "effect_goal", id).before(goal)?;
    txn.commit(Trail::one(record)).await?;
    Ok(of.place("effektmal-borttaget"))
}
