use domain::ctx::Ctx;
use domain::id::FreedTimeId;
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::repo::freed_time::{
    freed_time_delete, freed_time_review as review, freed_time_withdraw as withdraw,
};
use store::{AuditRecord, StoreError, Trail};

use super::{Found, KIND, place};
use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// Approves submitted freed time, or returns it with a note. Nobody reviews what they have written in. Answers where to go
/// on.
pub async fn freed_time_review(
    ctx: &Ctx,
    services: &Services,
    id: FreedTimeId,
    version: i32,
    approve: bool,
    note: &str,
) -> Result<String> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = Found::load(ctx, &txn, id, Operation::EvidenceApprove).await?;
    let before = found.entry().state;
    if before != ApprovalState::Submitted || found.version() != version {
        return Ok(found.place(NOT_FIRST));
    }
    let note = note.trim();
    if !approve && note.is_empty() {
        return Ok(found.place("skriv-skal"));
    }
    let (state, action, notice) = if approve {
        (ApprovalState::Approved, "freed_time.approve", "tid-godkand")
    } else {
        (ApprovalState::Returned, "freed_time.return", "tid-aterlamnad")
    };
    let kept = (!note.is_empty()).then_some(note);
    review(ctx, &txn, id, version, state, kept).await?;
    let mut record = AuditRecord::new(action, KIND, id)
        .before(&before)?
        .after(&state)?;
    if let Some(note) = kept {
        record = record.note(note);
    }
    txn.commit(Trail::one(record)).await?;
    Ok(found.place(notice))
}

/// Takes freed time that was sent in back to a draft, as long as nobody has reviewed it. Only whoever wrote the latest of
/// it does so. Answers where to go on.
///
/// # Errors
/// Where somebody else wrote it.
pub async fn freed_time_withdraw(
    ctx: &Ctx,
    services: &Services,
    id: FreedTimeId,
    version: i32,
) -> Result<String> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = Found::load(ctx, &txn, id, Operation::EvidenceWrite).await?;
    let wrote = found.record.entry.edited_by;
    if wrote.is_none() || wrote != ctx.account_id() {
        return Err(ServiceError::State("only whoever sent it in takes it back"));
    }
    let before = found.entry().state;
    if before != ApprovalState::Submitted || found.version() != version {
        return Ok(found.place(NOT_FIRST));
    }
    match withdraw(ctx, &txn, id, version).await {
        Ok(_) => {}
        Err(StoreError::Stale { .. }) => return Ok(found.place(NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("freed_time.withdraw", KIND, id)
        .before(&before)?
        .after(&ApprovalState::Draft)?;
    txn.commit(Trail::one(record)).await?;
    // To where it is mended and sent in again.
    Ok(format!("/frigjord-tid/{id}/andra?klart=tillbakatagen"))
}

/// Removes what was begun and nobody has approved. What is approved stays: another entry corrects it, to nothing where
/// nothing was freed. Answers where to go on.
pub async fn freed_time_remove(
    ctx: &Ctx,
    services: &Services,
    id: FreedTimeId,
    version: i32,
) -> Result<String> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = Found::load(ctx, &txn, id, Operation::EvidenceWrite).await?;
    if !found.entry().state.is_open() {
        return Ok(found.place(NOT_FIRST));
    }
    match freed_time_delete(ctx, &txn, id, version).await {
        Ok(()) => {}
        Err(StoreError::Stale { .. }) => return Ok(found.place(NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("freed_time.remove", KIND, id).before(found.entry())?;
    txn.commit(Trail::one(record)).await?;
    Ok(place(&found.benefit, "tid-borttagen"))
}
