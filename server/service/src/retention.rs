//! Disposal (gallring), and the erasing of a name. Both are the operator's, at the command line: who was named in
//! the record is not for those who stand in it to change.

use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::policy::{Operation, decide};
use domain::retention::Disposed;
use store::repo::account::account_record_load;
use store::repo::account_erase::account_erase;
use store::repo::retention::{retention_apply, retention_due};
use store::{AuditRecord, Trail, name_erase};

use crate::account::Named;
use crate::error::{Result, ServiceError};
use crate::services::Services;
use crate::sign_in::IDLE;

/// What would be disposed of now. Nothing is changed.
pub async fn retention_preview(ctx: &Ctx, services: &Services) -> Result<Disposed> {
    decide(ctx, Operation::RecordsDispose, None)?;
    Ok(retention_due(ctx, services.store.reader(), IDLE).await?)
}

/// Disposes of what has had its time; that it was done leaves its trace, also where there was nothing.
pub async fn retention_dispose(ctx: &Ctx, services: &Services) -> Result<Disposed> {
    decide(ctx, Operation::RecordsDispose, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let disposed = retention_apply(ctx, &txn, IDLE).await?;
    let record = AuditRecord::new("retention.dispose", "installation", "").after(&disposed)?;
    txn.commit(Trail::one(record)).await?;
    Ok(disposed)
}

/// Erases the name and the address of somebody from their account and from the audit log, whose chain still holds.
/// The account can sign in no more; what it did stays, by `left`, which says no name. Answers the account.
///
/// # Errors
/// Where there is no such account, or somebody may still sign in with it: it is shut first, by an administrator who
/// knows why.
pub async fn name_erase_of(
    ctx: &Ctx,
    services: &Services,
    named: &Named,
    left: impl FnOnce(AccountId) -> String,
) -> Result<AccountId> {
    decide(ctx, Operation::RecordsDispose, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let id = named.id(ctx, &txn).await?;
    let found = account_record_load(ctx, &txn, id).await?;
    let found = found.ok_or(ServiceError::NotFound)?;
    if !found.disabled {
        return Err(ServiceError::State(
            "the account can still sign in: an administrator disables it first",
        ));
    }
    let erased = name_erase(ctx, &txn, id).await?;
    account_erase(ctx, &txn, id, &left(id)).await?;
    txn.commit(Trail::one(erased)).await?;
    Ok(id)
}
