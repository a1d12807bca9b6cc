use std::collections::BTreeMap;

use domain::ctx::{Actor, Ctx};
use domain::id::AccountId;
use domain::policy::{Operation, Refusal, decide};
use store::repo::account::{account_disable as disable, account_load_active, account_record_load};
use store::repo::calendar_link::calendar_link_drop;
use store::repo::one_time_link::one_time_link_void_of;
use store::repo::session::session_delete_of;
use store::{AuditRecord, ConnectionTrait, Trail};

use super::PAGE;
use crate::error::{Result, ServiceError};
use crate::form_flow::was_first;
use crate::kept_note::NOT_FIRST;
use crate::services::Services;
use crate::sign_in::{IDLE, link_in};

/// Whoever manages accounts still may, now that nobody else writes: two administrators who shut each other
/// out at the same moment do not both succeed.
pub(crate) async fn still_manages(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<()> {
    let Actor::Account { id, .. } = &ctx.actor else {
        return Ok(());
    };
    let own = account_load_active(ctx, db, *id).await?;
    let own = own.ok_or(Refusal::Role)?;
    let actor = Actor::Account {
        id: own.id,
        name: own.name,
        grants: own.grants,
    };
    let now = Ctx { actor, ..ctx.clone() };
    Ok(decide(&now, Operation::InstallationManage, None)?)
}

/// The account's page, with what has come of something.
pub(crate) fn account_page(id: AccountId, notice: &str) -> String {
    format!("{PAGE}/konto/{id}?klart={notice}")
}

/// The trace of sessions that somebody else has ended.
pub(crate) fn sessions_ended(id: AccountId, ended: u64) -> Result<AuditRecord> {
    let record = AuditRecord::new("session.end_all", "account", id);
    Ok(record.after(&BTreeMap::from([("sessions_ended", ended)]))?)
}

/// Lets an account sign in no more, ends its sessions and takes its unused links out of use; or lets it
/// in again. Nobody does it to themselves. Answers where to go on.
pub async fn account_disable(
    ctx: &Ctx,
    services: &Services,
    id: AccountId,
    version: i32,
    disabled: bool,
) -> Result<String> {
    decide(ctx, Operation::InstallationManage, None)?;
    if ctx.account_id() == Some(id) {
        return Err(Refusal::OwnWork.into());
    }
    let txn = services.store.write_txn(ctx).await?;
    still_manages(ctx, &txn).await?;
    let found = account_record_load(ctx, &txn, id).await?;
    let found = found.ok_or(ServiceError::NotFound)?;
    if found.disabled == disabled || !was_first(disable(ctx, &txn, id, disabled, version).await)? {
        return Ok(account_page(id, NOT_FIRST));
    }
    let action = if disabled {
        "account.disable"
    } else {
        "account.enable"
    };
    let mut trail = Trail::one(AuditRecord::new(action, "account", id));
    if disabled {
        one_time_link_void_of(ctx, &txn, id).await?;
        // Let in again, they make another: nobody knows who has had the one before.
        if calendar_link_drop(ctx, &txn, id).await? {
            trail.push(AuditRecord::new("calendar_link.stop", "account", id));
        }
        let ended = session_delete_of(ctx, &txn, id, IDLE).await?;
        if ended > 0 {
            trail.push(sessions_ended(id, ended)?);
        }
    }
    txn.commit(trail).await?;
    Ok(account_page(id, if disabled { "avstangt" } else { "oppnat" }))
}

/// Ends all sessions of an account. Answers where to go on.
pub async fn account_sessions_end(ctx: &Ctx, services: &Services, id: AccountId) -> Result<String> {
    decide(ctx, Operation::InstallationManage, None)?;
    let txn = services.store.write_txn(ctx).await?;
    still_manages(ctx, &txn).await?;
    account_record_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let ended = session_delete_of(ctx, &txn, id, IDLE).await?;
    if ended == 0 {
        return Ok(account_page(id, NOT_FIRST));
    }
    txn.commit(Trail::one(sessions_ended(id, ended)?)).await?;
    Ok(account_page(id, "utloggad"))
}

/// Makes a one-time link for an account, in the place of those that are unused; answers its token, which
/// is shown once and not stored.
///
/// # Errors
/// Not found where there is no such account or it is disabled: the link would let nobody in.
pub async fn account_link_renew(ctx: &Ctx, services: &Services, id: AccountId) -> Result<String> {
    decide(ctx, Operation::InstallationManage, None)?;
    let txn = services.store.write_txn(ctx).await?;
    still_manages(ctx, &txn).await?;
    let found = account_record_load(ctx, &txn, id).await?;
    found
        .filter(|found| !found.disabled)
        .ok_or(ServiceError::NotFound)?;
    one_time_link_void_of(ctx, &txn, id).await?;
    let (token, issued) = link_in(ctx, &txn, id, "account").await?;
    txn.commit(Trail::one(issued)).await?;
    Ok(token)
}
