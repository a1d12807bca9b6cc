use std::collections::BTreeMap;

use domain::account::known_as;
use domain::ctx::Ctx;
use domain::password::{PasswordProblem, check};
use store::repo::account::account_load_active;
use store::repo::account_password::account_password_set;
use store::repo::session::session_delete_others;
use store::repo::sign_in_attempt::sign_in_attempt_load;
use store::{AuditRecord, Trail};

use crate::attempt::{attempt, has_to_wait};
use crate::error::{Result, ServiceError};
use crate::own_session::owner;
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
    if !services.ways.passwords {
        return Err(ServiceError::NotFound);
    }
    let db = services.store.reader();
    let account = account_load_active(ctx, db, id).await?;
    let account = account.ok_or(ServiceError::NotFound)?;
    let email = account.email.clone().ok_or(ServiceError::NotFound)?;
    // Hashing holds others up: who has to wait begins none.
    if has_to_wait(
        ctx,
        sign_in_attempt_load(ctx, db, &token_hash(&known_as(&email))).await?,
    ) {
        return Ok(Changed::Wrong);
    }
    if let Err(problem) = check(password, again) {
        return Ok(Changed::Not(problem));
    }
    if services.passwords.is_common(password, &account).await? {
        return Ok(Changed::Not(PasswordProblem::Common));
    }
    // Before the writer's lock, which nobody is to wait for while a password is hashed.
    let hashed = services.passwords.hash(password).await?;
    let Some((_, txn)) = attempt(ctx, services, &email, present).await? else {
        return Ok(Changed::Wrong);
    };
    account_password_set(ctx, &txn, id, &hashed).await?;
    let this = ctx.session.as_deref().unwrap_or_default();
    let ended = session_delete_others(ctx, &txn, id, this).await?;
    let chosen = AuditRecord::new("password.choose", "account", id)
        .after(&BTreeMap::from([("sessions_ended", ended)]))?;
    txn.commit(Trail::one(chosen)).await?;
    Ok(Changed::Done)
}
