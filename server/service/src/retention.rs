//! Thinning out (gallring), and the erasing of a name. Both are the operator's, at the command line: who was named in
//! the record is not for those who stand in it to change.

use domain::account::known_as;
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::policy::{Operation, decide};
use domain::retention::Thinned;
use store::repo::account::account_record_load;
use store::repo::account_erase::{account_erase, account_id_by_email};
use store::repo::retention::{retention_apply, retention_due};
use store::{AuditRecord, ConnectionTrait, Trail, name_erase};

use crate::error::{Result, ServiceError};
use crate::services::Services;
use crate::sign_in::IDLE;

/// What would be thinned out now. Nothing is changed.
pub async fn retention_preview(ctx: &Ctx, services: &Services) -> Result<Thinned> {
    decide(ctx, Operation::RecordsThin, None)?;
    Ok(retention_due(ctx, services.store.reader(), IDLE).await?)
}

/// Thins out what has had its time; that it was done leaves its trace, also where there was nothing.
pub async fn retention_thin(ctx: &Ctx, services: &Services) -> Result<Thinned> {
    decide(ctx, Operation::RecordsThin, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let thinned = retention_apply(ctx, &txn, IDLE).await?;
    let record = AuditRecord::new("retention.thin", "installation", "").after(&thinned)?;
    txn.commit(Trail::one(record)).await?;
    Ok(thinned)
}

/// Whose name is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// The account with this e-mail address.
    Email(String),
    /// This account.
    Account(AccountId),
}

impl Named {
    /// The account, disabled or not.
    pub(crate) async fn id(&self, ctx: &Ctx, db: &impl ConnectionTrait) -> Result<AccountId> {
        let none = || ServiceError::State("there is no such account");
        let id = match self {
            Self::Account(id) => *id,
            Self::Email(email) => account_id_by_email(ctx, db, &known_as(email))
                .await?
                .ok_or_else(none)?,
        };
        let found = account_record_load(ctx, db, id).await?;
        Ok(found.ok_or_else(none)?.account.id)
    }
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
    decide(ctx, Operation::RecordsThin, None)?;
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
