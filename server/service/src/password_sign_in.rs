use std::collections::BTreeMap;

use domain::account::Account;
use domain::ctx::Ctx;
use domain::password::{PasswordProblem, check};
use store::repo::account::account_load_active;
use store::repo::account_password::account_password_set;
use store::repo::one_time_link::{one_time_link_consume, one_time_link_peek};
use store::repo::session::session_delete_of;
use store::repo::sign_in_attempt::sign_in_attempt_clear;
use store::{AuditRecord, Trail};

use crate::attempt::attempt;
use crate::error::{Result, ServiceError};
use crate::second_factor::begin_halfway;
use crate::services::Services;
use crate::sign_in::{IDLE, SignedIn};
use crate::single_sign_on::by_agency_alone;
use crate::token::token_hash;

/// Signs in by address and password, halfway. Open to everybody. None where it fails, for whatever reason: a
/// wrong password, no such account, one that is disabled or has no password, or too many attempts; whoever
/// tries is not told which, and it takes as long.
pub async fn password_sign_in(
    ctx: &Ctx,
    services: &Services,
    email: &str,
    password: &str,
    before: Option<&str>,
) -> Result<Option<SignedIn>> {
    if !services.ways.passwords {
        return Ok(None);
    }
    let Some((account, txn)) = attempt(ctx, services, email, password).await? else {
        return Ok(None);
    };
    if by_agency_alone(ctx, services, &txn, account.id).await? {
        return Ok(None);
    }
    let mut trail = Trail::default();
    let signed_in = begin_halfway(ctx, services, &txn, account, before, &mut trail).await?;
    txn.commit(trail).await?;
    Ok(Some(signed_in))
}

/// What became of choosing a password.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// It is chosen, and a session has begun, halfway.
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
    before: Option<&str>,
) -> Result<Chosen> {
    if !services.ways.passwords {
        return Err(ServiceError::NotFound);
    }
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
    if by_agency_alone(ctx, services, &txn, account.id).await? {
        return Err(ServiceError::NotFound);
    }
    account_password_set(ctx, &txn, account.id, &hashed).await?;
    let who = token_hash(account.email.as_deref().unwrap_or_default());
    sign_in_attempt_clear(ctx, &txn, &who).await?;
    let ended = session_delete_of(ctx, &txn, account.id, IDLE).await?;
    let chosen = AuditRecord::new("password.choose", "account", account.id)
        .after(&BTreeMap::from([("sessions_ended", ended)]))?;
    let mut trail = Trail::one(chosen);
    let signed_in = begin_halfway(ctx, services, &txn, account, before, &mut trail).await?;
    txn.commit(trail).await?;
    Ok(Chosen::Done(signed_in))
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
