use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::policy::{Operation, Refusal, decide};
use store::repo::account::account_record_load;
use store::repo::second_factor::second_factor_forget;
use store::repo::session::session_delete_of;
use store::{AuditRecord, Trail, WriteTxn};

use crate::account::{Named, account_page, still_manages};
use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::services::Services;
use crate::sign_in::IDLE;

/// Forgets the app of an account, for somebody who has lost it and the codes that were kept: ends their
/// sessions, and with the next password they connect another. Nobody does it to themselves here: who has a
/// code uses it. Answers where to go on.
pub async fn account_app_reset(ctx: &Ctx, services: &Services, id: AccountId) -> Result<String> {
    decide(ctx, Operation::InstallationManage, None)?;
    if ctx.account_id() == Some(id) {
        return Err(Refusal::OwnWork.into());
    }
    let txn = services.store.write_txn(ctx).await?;
    still_manages(ctx, &txn).await?;
    account_record_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let notice = match forgotten(ctx, txn, id).await? {
        true => "app",
        false => NOT_FIRST,
    };
    Ok(account_page(id, notice))
}

/// The same at the command line, also for an account that is shut. False where it has no app.
///
/// # Errors
/// Where there is no such account.
pub async fn account_app_forget(ctx: &Ctx, services: &Services, named: &Named) -> Result<bool> {
    decide(ctx, Operation::InstallationManage, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let id = named.id(ctx, &txn).await?;
    forgotten(ctx, txn, id).await
}

async fn forgotten(ctx: &Ctx, txn: WriteTxn<'_>, id: AccountId) -> Result<bool> {
    if !second_factor_forget(ctx, &txn, id).await? {
        return Ok(false);
    }
    let ended = session_delete_of(ctx, &txn, id, IDLE).await?;
    let record = AuditRecord::new("second_factor.forget", "account", id);
    let record = record.after(&BTreeMap::from([("sessions_ended", ended)]))?;
    txn.commit(Trail::one(record)).await?;
    Ok(true)
}
