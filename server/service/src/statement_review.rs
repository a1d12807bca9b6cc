use domain::ctx::Ctx;
use domain::id::StatementId;
use domain::policy::{Belongs, Operation, decide};
use domain::statement::ApprovalState;
use store::repo::initiative_bundle::initiative_portfolio_load;
use store::repo::statement::{statement_load, statement_review as review};
use store::{AuditRecord, Trail};

use crate::error::{Result, ServiceError};
use crate::initiative::belongs_each;
use crate::kept_note::NOT_FIRST;
use crate::services::Services;
use crate::statement::open_cut_off;

/// Approves a submitted statement, or returns it with a note. Nobody reviews what they have written in.
/// Answers where to go on.
pub async fn statement_review(
    ctx: &Ctx,
    services: &Services,
    id: StatementId,
    version: i32,
    approve: bool,
    note: &str,
) -> Result<String> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = statement_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let initiative = found.statement.value.initiative;
    let bundle = initiative_portfolio_load(ctx, &txn, initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    for belongs in belongs_each(&bundle, &found.statement.value.benefits) {
        let belongs = Belongs {
            editors: found.editors.clone(),
            ..belongs
        };
        decide(ctx, Operation::EvidenceApprove, Some(&belongs))?;
    }
    let goto = |notice: &str| format!("/initiativ/{initiative}?klart={notice}#konstaterad-{id}");
    let note = note.trim();
    if found.statement.value.state != ApprovalState::Submitted || found.statement.version != version {
        return Ok(goto(NOT_FIRST));
    }
    if !approve && note.is_empty() {
        return Ok(goto("skriv-skal"));
    }
    let state = if approve {
        ApprovalState::Approved
    } else {
        ApprovalState::Returned
    };
    let kept = (!note.is_empty()).then_some(note);
    review(ctx, &txn, id, version, state, kept).await?;
    let cut_off = open_cut_off(ctx, &txn).await?;
    let after = cut_off.is_some_and(|last| found.statement.value.as_of.value > last);
    let (action, notice) = if approve {
        let notice = if after { "godkand-efter" } else { "godkand" };
        ("statement.approve", notice)
    } else {
        ("statement.return", "aterlamnad")
    };
    let mut record = AuditRecord::new(action, "statement", id).before(&found.statement.value.state)?;
    record = record.after(&state)?;
    if let Some(note) = kept {
        record = record.note(note);
    }
    txn.commit(Trail::one(record)).await?;
    Ok(goto(notice))
}
