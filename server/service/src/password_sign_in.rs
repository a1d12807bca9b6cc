use std::collections::BTreeMap;

use domain::account::{Account, known_as};
use domain::ctx::Ctx;
use domain::password::{PasswordProblem, check, wait_after};
use store::repo::account::account_load_active;
use store::repo::account_password::{account_by_email, account_password_set};
use store::repo::one_time_link::{one_time_link_consume, one_time_link_peek};
use store::repo::session::session_delete_of;
use store::repo::sign_in_attempt::{
    Attempts, sign_in_attempt_clear, sign_in_attempt_load, sign_in_attempt_note,
};
use store::{AuditRecord, Trail};

use crate::error::{Result, ServiceError};
use crate::services::Services;
use crate::sign_in::{SignedIn, begin_session};
use crate::token::token_hash;

/// Signs in by address and password. Open to everybody. None where it fails, for whatever reason: a
/// wrong password, no such account, one that is disabled or has no password, or too many attempts; whoever
/// tries is not told which, and it takes as long.
pub async fn password_sign_in(
    ctx: &Ctx,
    services: &Services,
    email: &str,
    password: &str,
) -> Result<Option<SignedIn>> {
    let email = known_as(email);
    let who = token_hash(&email);
    let db = services.store.reader();
    if has_to_wait(ctx, sign_in_attempt_load(ctx, db, &who).await?) {
        return Ok(None);
    }
    let found = account_by_email(ctx, db, &email).await?;
    let (account, hashed) = found.map_or((None, None), |(account, hashed)| (Some(account), hashed));
    let right = services.passwords.verify(password, hashed).await?;
    let txn = services.store.write_txn(ctx).await?;
    // Others may have tried while this one was checked: many at once get no more guesses than one by one.
    let attempts = sign_in_attempt_load(ctx, &txn, &who).await?;
    if has_to_wait(ctx, attempts) {
        return Ok(None);
    }
    match account {
        Some(account) if right => {
            sign_in_attempt_clear(ctx, &txn, &who).await?;
            let (token, begun) = begin_session(ctx, &txn, account.id).await?;
            txn.commit(Trail::one(begun)).await?;
            Ok(Some(SignedIn { token, account }))
        }
        refused => {
            let failures = attempts.map_or(0, |attempts| attempts.failures);
            sign_in_attempt_note(ctx, &txn, &who, failures.saturating_add(1)).await?;
            // An address that is no account's is not kept: it may be a password in the wrong field.
            let subject = refused.map(|account| account.id.to_string()).unwrap_or_default();
            let record = AuditRecord::new("session.refuse", "account", subject);
            txn.commit(Trail::one(record)).await?;
            Ok(None)
        }
    }
}

/// Too many wrong ones came before, too short a time ago.
pub(crate) fn has_to_wait(ctx: &Ctx, attempts: Option<Attempts>) -> bool {
    attempts.is_some_and(|before| ctx.now < before.last_at + wait_after(before.failures))
}

/// What became of choosing a password.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// It is chosen, and a session has begun.
    Done(SignedIn),
    /// It is not, and the link still works.
    Not(PasswordProblem),
}

/// Chooses the password of the account that a one-time link is for, uses the link up, ends the account's
/// other sessions and begins one. Open to everybody who holds the link.
///
/// # Errors
/// Where the link does not work, or the account has no address to sign in by.
pub async fn password_choose(
    ctx: &Ctx,
    services: &Services,
    token: &str,
    password: &str,
    again: &str,
) -> Result<Chosen> {
    let link = token_hash(token);
    let account = chooser(ctx, services, &link).await?;
    if let Err(problem) = check(password, again) {
        return Ok(Chosen::Not(problem));
    }
    if services.passwords.is_common(password, &account).await? {
        return Ok(Chosen::Not(PasswordProblem::Common));
    }
    let hashed = services.passwords.hash(password).await?;
    let txn = services.store.write_txn(ctx).await?;
    if !one_time_link_consume(ctx, &txn, &link).await? {
        return Err(ServiceError::NotFound);
    }
    account_password_set(ctx, &txn, account.id, &hashed).await?;
    let ended = session_delete_of(ctx, &txn, account.id).await?;
    sign_in_attempt_clear(
        ctx,
        &txn,
        &token_hash(account.email.as_deref().unwrap_or_default()),
    )
    .await?;
    let (token, begun) = begin_session(ctx, &txn, account.id).await?;
    let chosen = AuditRecord::new("password.choose", "account", account.id)
        .after(&BTreeMap::from([("sessions_ended", ended)]))?;
    let mut trail = Trail::one(chosen);
    trail.push(begun);
    txn.commit(trail).await?;
    Ok(Chosen::Done(SignedIn { token, account }))
}

/// The account that a link is for, which signs in by address and password.
async fn chooser(ctx: &Ctx, services: &Services, link: &str) -> Result<Account> {
    let db = services.store.reader();
    let id = one_time_link_peek(ctx, db, link)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let account = account_load_active(ctx, db, id).await?;
    account
        .filter(|account| account.email.is_some())
        .ok_or(ServiceError::NotFound)
}
