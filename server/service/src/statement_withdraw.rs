use domain::ctx::Ctx;
use domain::id::StatementId;
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::repo::initiative_bundle::initiative_portfolio_load;
use store::repo::statement::{statement_load, statement_withdraw as withdraw};
use store::{AuditRecord, StoreError, Trail};

use crate::error::{Result, ServiceError};
use crate::initiative::belongs_each;
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// Takes a statement that was sent in back to a draft, as long as nobody has reviewed it. Only whoever
/// wrote the latest of it does so. Answers where to go on.
///
/// # Errors
/// Where somebody else wrote it.
pub async fn statement_withdraw(
    ctx: &Ctx,
    services: &Services,
    id: StatementId,
    version: i32,
) -> Result<String> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = statement_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?
        .statement;
    let initiative = found.value.initiative;
    let bundle = initiative_portfolio_load(ctx, &txn, initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    for belongs in belongs_each(&bundle, &found.value.benefits) {
        decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
    }
    if found.edited_by.is_none() || found.edited_by != ctx.account_id() {
        return Err(ServiceError::State("only whoever sent it in takes it back"));
    }
    let goto = |notice: &str| format!("/initiativ/{initiative}?klart={notice}#konstaterad-{id}");
    if found.value.state != ApprovalState::Submitted || found.version != version {
        return Ok(goto(NOT_FIRST));
    }
    match withdraw(ctx, &txn, id, version).await {
        Ok(_) => {}
        Err(StoreError::Stale { .. }) => return Ok(goto(NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("statement.withdraw", "statement", id)
        .before(&found.value.state)?
        .after(&ApprovalState::Draft)?;
    txn.commit(Trail::one(record)).await?;
    // To where it is mended and sent in again.
    Ok(format!(
        "/initiativ/{initiative}/konstaterad/{id}?klart=tillbakatagen"
    ))
}
