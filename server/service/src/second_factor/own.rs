use std::collections::BTreeMap;

use domain::account::Account;
use domain::ctx::Ctx;
use domain::second_factor::Stage;
use store::AuditRecord;
use store::repo::account::account_load_active;
use store::repo::second_factor::{second_factor_forget, second_factor_load};
use store::repo::session::session_delete_of;

use super::code::{code_attempt, new_recovery_codes};
use crate::error::{Result, ServiceError};
use crate::own_session::owner;
use crate::services::Services;
use crate::sign_in::IDLE;

/// The actor's own account, which has an app that is connected.
async fn own(ctx: &Ctx, services: &Services) -> Result<Account> {
    let id = owner(ctx)?;
    let db = services.store.reader();
    let app = second_factor_load(ctx, db, id).await?;
    app.filter(|app| app.confirmed_at.is_some())
        .ok_or(ServiceError::NotFound)?;
    let account = account_load_active(ctx, db, id).await?;
    account.ok_or(ServiceError::NotFound)
}

/// Makes new codes for the day when the app is gone, for whoever has a code now: those before no longer
/// hold. They are shown once. None where the code is wrong.
///
/// # Errors
/// Not found where the actor has no app.
pub async fn recovery_code_renew(ctx: &Ctx, services: &Services, typed: &str) -> Result<Option<Vec<String>>> {
    let account = own(ctx, services).await?;
    let Some((txn, mut trail)) = code_attempt(ctx, services, &account, typed, Stage::Code).await? else {
        return Ok(None);
    };
    let codes = new_recovery_codes(ctx, &txn, account.id).await?;
    trail.push(AuditRecord::new("recovery_code.renew", "account", account.id));
    txn.commit(trail).await?;
    Ok(Some(codes))
}

/// Forgets the actor's app, for whoever has a code now, and ends their sessions: with the next password
/// they connect another. False where the code is wrong.
///
/// # Errors
/// Not found where the actor has no app.
pub async fn second_factor_replace(ctx: &Ctx, services: &Services, typed: &str) -> Result<bool> {
    let account = own(ctx, services).await?;
    let Some((txn, mut trail)) = code_attempt(ctx, services, &account, typed, Stage::Code).await? else {
        return Ok(false);
    };
    second_factor_forget(ctx, &txn, account.id).await?;
    let ended = session_delete_of(ctx, &txn, account.id, IDLE).await?;
    let forgotten = AuditRecord::new("second_factor.forget", "account", account.id);
    trail.push(forgotten.after(&BTreeMap::from([("sessions_ended", ended)]))?);
    txn.commit(trail).await?;
    Ok(true)
}
