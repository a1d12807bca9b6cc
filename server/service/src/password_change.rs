use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::password::{PasswordProblem, check};
use store::repo::account::account_load_active;
use store::repo::account_password::{account_by_email, account_password_set};
use store::repo::session::session_delete_others;
use store::repo::sign_in_attempt::{sign_in_attempt_clear, sign_in_attempt_load, sign_in_attempt_note};
use store::{AuditRecord, Trail};

use crate::error::{Result, ServiceError};
use crate::own_session::owner;
use crate::password_sign_in::has_to_wait;
use crate::services::Services;
use crate::token::token_hash;

/// What became of changing a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It is changed, and the actor's other sessions have ended.
    Done,
    /// The new one cannot be chosen.
    Not(PasswordProblem),
    /// The present one is another, or was guessed at too often.
    Wrong,
}

/// Changes the actor's own password, for whoever knows the present one: a browser that was left open is
/// not enough.
///
/// # Errors
/// Where the actor signs in by link and has none.
pub async fn password_change(
    ctx: &Ctx,
    services: &Services,
    present: &str,
    password: &str,
    again: &str,
) -> Result<Changed> {
    let id = owner(ctx)?;
    let db = services.store.reader();
    let account = account_load_active(ctx, db, id).await?;
    let account = account.ok_or(ServiceError::NotFound)?;
    let email = account.email.clone().ok_or(ServiceError::NotFound)?;
    if let Err(problem) = check(password, again) {
        return Ok(Changed::Not(problem));
    }
    let who = token_hash(&email);
    if has_to_wait(ctx, sign_in_attempt_load(ctx, db, &who).await?) {
        return Ok(Changed::Wrong);
    }
    let hashed = account_by_email(ctx, db, &email)
        .await?
        .and_then(|(_, hashed)| hashed);
    if !services.passwords.verify(present, hashed).await? {
        let txn = services.store.write_txn(ctx).await?;
        let attempts = sign_in_attempt_load(ctx, &txn, &who).await?;
        let failures = attempts.map_or(0, |attempts| attempts.failures);
        sign_in_attempt_note(ctx, &txn, &who, failures.saturating_add(1)).await?;
        txn.commit(Trail::one(AuditRecord::new("session.refuse", "account", id)))
            .await?;
        return Ok(Changed::Wrong);
    }
    if services.passwords.is_common(password, &account).await? {
        return Ok(Changed::Not(PasswordProblem::Common));
    }
    let hashed = services.passwords.hash(password).await?;
    let txn = services.store.write_txn(ctx).await?;
    account_password_set(ctx, &txn, id, &hashed).await?;
    sign_in_attempt_clear(ctx, &txn, &who).await?;
    let this = ctx.session.as_deref().unwrap_or_default();
    let ended = session_delete_others(ctx, &txn, id, this).await?;
    let chosen = AuditRecord::new("password.choose", "account", id)
        .after(&BTreeMap::from([("sessions_ended", ended)]))?;
    txn.commit(Trail::one(chosen)).await?;
    Ok(Changed::Done)
}
