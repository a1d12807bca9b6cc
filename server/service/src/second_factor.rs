//! The second thing that somebody signs in by: connected after the first password, asked for after every
//! later one. Whoever has come halfway is nobody yet.

mod code;
mod own;
mod step;

use domain::account::Account;
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::second_factor::Stage;
use store::repo::account::account_load_active;
use store::repo::second_factor::second_factor_load;
use store::repo::session::{Session, session_load};
use store::{AuditRecord, ConnectionTrait, Trail, WriteTxn};

use crate::error::{Result, ServiceError};
use crate::services::Services;
use crate::sign_in::{IDLE, SignedIn, begin_session};
use crate::token::token_hash;

use code::{App, code_attempt, enrol_prepare, new_recovery_codes};

pub use own::{recovery_code_renew, second_factor_replace};
pub use step::{account_app_forget, account_app_reset};

/// The place that an account's secret is sealed for.
pub(crate) fn bound_to(account: AccountId) -> String {
    format!("second factor of {account}")
}

/// How far an account comes with its password or a link alone.
pub(crate) async fn stage_alone(ctx: &Ctx, db: &impl ConnectionTrait, account: AccountId) -> Result<Stage> {
    let app = second_factor_load(ctx, db, account).await?;
    let connected = app.is_some_and(|app| app.confirmed_at.is_some());
    Ok(if connected { Stage::Code } else { Stage::Enrol })
}

/// What a password or a link alone begins: the code of an app comes after it, or the connecting of one.
pub(crate) async fn begin_halfway(
    ctx: &Ctx,
    services: &Services,
    txn: &WriteTxn<'_>,
    account: Account,
    before: Option<&str>,
    trail: &mut Trail,
) -> Result<SignedIn> {
    let stage = stage_alone(ctx, txn, account.id).await?;
    if stage == Stage::Enrol {
        enrol_prepare(ctx, services, txn, account.id, before).await?;
    }
    begin_session(ctx, txn, account, stage, before, trail).await
}

/// What somebody who is halfway has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Halfway {
    /// Type a code of their app.
    Code(Account),
    /// Connect an app: this is what it needs.
    Enrol(Account, AppSecret),
}

/// What an app makes its codes of, for whoever connects it.
#[derive(Clone, PartialEq, Eq)]
pub struct AppSecret {
    /// As an address, for a picture that the app reads.
    pub url: String,
    /// In letters and digits, for whoever types it.
    pub letters: String,
}

// What codes are made of has no business in a log.
impl std::fmt::Debug for AppSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppSecret").finish_non_exhaustive()
    }
}

/// Whose a session is that is halfway.
async fn halfway(ctx: &Ctx, db: &impl ConnectionTrait, token: &str) -> Result<(Session, Account)> {
    let session = session_load(ctx, db, &token_hash(token), IDLE).await?;
    let session = session
        .filter(|session| session.stage != Stage::Whole)
        .ok_or(ServiceError::NotFound)?;
    let account = account_load_active(ctx, db, session.account).await?;
    Ok((session, account.ok_or(ServiceError::NotFound)?))
}

/// What somebody who is halfway has to do. Open to everybody who holds the session's token.
///
/// # Errors
/// Not found where the token is no such session's, or it has ended.
pub async fn second_factor_view(ctx: &Ctx, services: &Services, token: &str) -> Result<Halfway> {
    let db = services.store.reader();
    let (session, account) = halfway(ctx, db, token).await?;
    if session.stage == Stage::Code {
        return Ok(Halfway::Code(account));
    }
    let app = second_factor_load(ctx, db, account.id).await?;
    let app = app
        .filter(|app| app.confirmed_at.is_none())
        .ok_or(ServiceError::NotFound)?;
    let shown = App::open(&services.secrets, &account, &app.sealed)?.shown()?;
    Ok(Halfway::Enrol(account, shown))
}

/// Goes all the way: ends the half session and begins a whole one, under a new token.
async fn go_all_the_way(
    ctx: &Ctx,
    txn: WriteTxn<'_>,
    account: Account,
    half: &str,
    mut trail: Trail,
) -> Result<SignedIn> {
    // It may have ended while the writer was waited for; then the code is not taken either.
    halfway(ctx, &txn, half).await?;
    let signed_in = begin_session(ctx, &txn, account, Stage::Whole, Some(half), &mut trail).await?;
    txn.commit(trail).await?;
    Ok(signed_in)
}

/// Signs in by a code, for whoever is halfway and has an app. Open to everybody who holds the session's
/// token. None where the code is wrong, was used before, or too many wrong ones came before it.
pub async fn second_factor_check(
    ctx: &Ctx,
    services: &Services,
    token: &str,
    typed: &str,
) -> Result<Option<SignedIn>> {
    let (session, account) = halfway(ctx, services.store.reader(), token).await?;
    if session.stage != Stage::Code {
        return Err(ServiceError::NotFound);
    }
    let Some((txn, trail)) = code_attempt(ctx, services, &account, typed, Stage::Code).await? else {
        return Ok(None);
    };
    go_all_the_way(ctx, txn, account, token, trail).await.map(Some)
}

/// What became of connecting an app.
#[derive(Clone, Debug)]
pub struct Enrolled {
    /// The session that has begun.
    pub signed_in: SignedIn,
    /// Codes for the day when the app is gone: shown once, and not stored.
    pub recovery_codes: Vec<String>,
}

/// Connects the app whose first code this is, and signs in. Open to everybody who holds the session's
/// token. None where the code is wrong, or too many wrong ones came before it.
pub async fn second_factor_enrol(
    ctx: &Ctx,
    services: &Services,
    token: &str,
    typed: &str,
) -> Result<Option<Enrolled>> {
    let (session, account) = halfway(ctx, services.store.reader(), token).await?;
    if session.stage != Stage::Enrol {
        return Err(ServiceError::NotFound);
    }
    let Some((txn, mut trail)) = code_attempt(ctx, services, &account, typed, Stage::Enrol).await? else {
        return Ok(None);
    };
    let recovery_codes = new_recovery_codes(ctx, &txn, account.id).await?;
    trail.push(AuditRecord::new("second_factor.enrol", "account", account.id));
    let signed_in = go_all_the_way(ctx, txn, account, token, trail).await?;
    Ok(Some(Enrolled {
        signed_in,
        recovery_codes,
    }))
}
