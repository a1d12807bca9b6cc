use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use domain::account::Account;
use domain::ctx::{Actor, Ctx};
use domain::id::AccountId;
use domain::policy::{Operation, decide};
use domain::role::{Grant, Holder, Role};
use domain::second_factor::Stage;
use store::repo::account::{account_holders_besides, account_load_active};
use store::repo::one_time_link::{one_time_link_consume, one_time_link_insert, one_time_link_peek};
use store::repo::session::{session_delete, session_insert, session_load, session_touch};
use store::{AuditRecord, ConnectionTrait, Trail, WriteTxn};

use crate::error::{Result, ServiceError};
use crate::parked::parked_hand_over;
use crate::second_factor::{begin_halfway, stage_alone};
use crate::services::Services;
use crate::single_sign_on::by_agency_alone;
use crate::token::{new_token, token_hash};

/// A session ends after this long without a request.
pub(crate) const IDLE: Duration = Duration::hours(2);
/// A session ends after this long, whatever happens.
const ABSOLUTE: Duration = Duration::hours(12);
/// Somebody who is halfway has this long to go on.
const HALFWAY: Duration = Duration::minutes(30);
/// A session's last sight is noted at most this often.
const TOUCH: Duration = Duration::minutes(5);
/// A one-time link works for this long.
const LINK_LIFE: Duration = Duration::hours(24);

/// A fresh session. The token goes into the cookie and is not stored.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The cookie's value.
    pub token: String,
    /// Who.
    pub account: Account,
    /// How far they have come: before the last step they are nobody.
    pub stage: Stage,
    /// Something that they had sent too late waits for them.
    pub has_parked: bool,
}

/// Makes a link that signs an account in once, and answers its token.
pub async fn link_issue(ctx: &Ctx, services: &Services, account: AccountId, purpose: &str) -> Result<String> {
    decide(ctx, Operation::InstallationManage, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let (token, issued) = link_in(ctx, &txn, account, purpose).await?;
    txn.commit(Trail::one(issued)).await?;
    Ok(token)
}

/// Makes a link within a transaction: its token, and its trace.
pub(crate) async fn link_in(
    ctx: &Ctx,
    txn: &WriteTxn<'_>,
    account: AccountId,
    purpose: &str,
) -> Result<(String, AuditRecord)> {
    let token = new_token()?;
    let hash = token_hash(&token);
    one_time_link_insert(ctx, txn, &hash, account, purpose, ctx.now + LINK_LIFE).await?;
    let issued = AuditRecord::new("link.issue", "account", account).note(purpose);
    Ok((token, issued))
}

/// Whom a link would sign in; the link stays unused. Open to everybody who holds the link.
pub async fn link_peek(ctx: &Ctx, services: &Services, token: &str) -> Result<Account> {
    let db = services.store.reader();
    let id = one_time_link_peek(ctx, db, &token_hash(token))
        .await?
        .ok_or(ServiceError::NotFound)?;
    account_load_active(ctx, db, id)
        .await?
        .ok_or(ServiceError::NotFound)
}

/// Uses a link up and begins a session, halfway as after a password. Open to everybody who holds the link. `before` is the token that the
/// browser had, here as wherever somebody signs in: what its session had sent too late goes on with them.
pub async fn link_consume(
    ctx: &Ctx,
    services: &Services,
    token: &str,
    before: Option<&str>,
) -> Result<SignedIn> {
    if !services.ways.passwords {
        return Err(ServiceError::NotFound);
    }
    let hash = token_hash(token);
    let txn = services.store.write_txn(ctx).await?;
    let id = one_time_link_peek(ctx, &txn, &hash)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let account = account_load_active(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    // Whoever has an address chooses a password with the link instead.
    if account.email.is_some() {
        return Err(ServiceError::NotFound);
    }
    if !one_time_link_consume(ctx, &txn, &hash).await? {
        return Err(ServiceError::NotFound);
    }
    if by_agency_alone(ctx, services, &txn, id).await? {
        return Err(ServiceError::NotFound);
    }
    let mut trail = Trail::default();
    let is_enough = services.ways.link_alone && stage_alone(ctx, &txn, id).await? == Stage::Enrol;
    let signed_in = if is_enough {
        begin_session(ctx, &txn, account, Stage::Whole, before, &mut trail).await?
    } else {
        begin_halfway(ctx, services, &txn, account, before, &mut trail).await?
    };
    txn.commit(trail).await?;
    Ok(signed_in)
}

/// Begins a session within a transaction, and hands over to it what was sent too late; `before` is the token that the
/// browser had.
pub(crate) async fn begin_session(
    ctx: &Ctx,
    txn: &WriteTxn<'_>,
    account: Account,
    stage: Stage,
    before: Option<&str>,
    trail: &mut Trail,
) -> Result<SignedIn> {
    let token = new_token()?;
    let hash = token_hash(&token);
    let (action, life) = match stage {
        Stage::Whole => ("session.begin", ABSOLUTE),
        Stage::Code | Stage::Enrol => ("session.halfway", HALFWAY),
    };
    session_insert(ctx, txn, &hash, account.id, stage, ctx.now + life).await?;
    let has_parked = match before {
        Some(before) => {
            let parked = parked_hand_over(ctx, txn, account.id, before, &hash).await?;
            // What the browser was signed in with would go on where nobody sees it.
            let before = token_hash(before);
            let whose = session_load(ctx, txn, &before, IDLE).await?;
            session_delete(ctx, txn, &before).await?;
            if let Some(other) = whose.filter(|other| other.account != account.id) {
                trail.push(AuditRecord::new("session.end", "account", other.account));
            }
            parked
        }
        None => false,
    };
    trail.push(AuditRecord::new(action, "account", account.id));
    Ok(SignedIn {
        token,
        account,
        stage,
        has_parked,
    })
}

/// Who a session stands for, and until when.
#[derive(Clone, Debug)]
pub struct KnownSession {
    /// Who.
    pub actor: Actor,
    /// Everybody else who holds a role, where they are leadership: they stand in where no one else may approve.
    pub others: Option<Arc<[Holder]>>,
    /// The hash that the session is known by.
    pub hash: String,
    /// It ends now unless there is another request before.
    pub idle_end: DateTime<Utc>,
    /// It ends now whatever happens.
    pub end: DateTime<Utc>,
}

/// Who a session's cookie stands for: the beginning of every request. Nobody where it has ended, or where
/// the account is disabled. The session goes on from here.
pub async fn session_resolve(ctx: &Ctx, services: &Services, token: &str) -> Result<Option<KnownSession>> {
    let Some(mut known) = session_peek(ctx, services, token).await? else {
        return Ok(None);
    };
    if ctx.now + IDLE - known.idle_end > TOUCH {
        match session_touch(ctx, services.store.unaudited(), &known.hash).await {
            Ok(()) => known.idle_end = ctx.now + IDLE,
            Err(error) => not_noted(ctx, error.into())?,
        }
    }
    if let Actor::Account { id, grants, .. } = &known.actor {
        known.others = others(ctx, services.store.reader(), *id, grants).await?;
    }
    Ok(Some(known))
}

/// Whoever only reads goes on reading while nothing can be noted, until the session ends as it was noted last: where the database
/// does not answer at all, the next question says so.
fn not_noted(ctx: &Ctx, error: ServiceError) -> Result<()> {
    if error.trouble().is_none() {
        return Err(error);
    }
    error.log(ctx);
    Ok(())
}

/// Everybody else who holds a role, where somebody with these grants is leadership today.
pub(crate) async fn others(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    id: AccountId,
    grants: &[Grant],
) -> Result<Option<Arc<[Holder]>>> {
    let leads = |grant: &Grant| grant.role == Role::Leadership && grant.holds(ctx.today());
    if !grants.iter().any(leads) {
        return Ok(None);
    }
    Ok(Some(account_holders_besides(ctx, db, id).await?.into()))
}

/// The same, without going on with the session and without others: looking at the clock is no work.
pub async fn session_peek(ctx: &Ctx, services: &Services, token: &str) -> Result<Option<KnownSession>> {
    let hash = token_hash(token);
    let db = services.store.reader();
    let session = session_load(ctx, db, &hash, IDLE).await?;
    // Whoever is halfway is nobody yet.
    let Some(session) = session.filter(|session| session.stage == Stage::Whole) else {
        return Ok(None);
    };
    let Some(account) = account_load_active(ctx, db, session.account).await? else {
        return Ok(None);
    };
    Ok(Some(KnownSession {
        actor: Actor::Account {
            id: account.id,
            name: account.name,
            grants: account.grants,
        },
        others: None,
        hash,
        idle_end: session.seen_at + IDLE,
        end: session.expires_at,
    }))
}

/// Ends the session that the request came with.
pub async fn session_end(ctx: &Ctx, services: &Services) -> Result<()> {
    let Some(hash) = &ctx.session else { return Ok(()) };
    let txn = services.store.write_txn(ctx).await?;
    session_delete(ctx, &txn, hash).await?;
    let subject = ctx.account_id().map(|id| id.to_string()).unwrap_or_default();
    txn.commit(Trail::one(AuditRecord::new("session.end", "account", subject)))
        .await?;
    Ok(())
}
