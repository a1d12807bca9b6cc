//! Signing in as whom the agency's identity provider vouches for.

use domain::account::Account;
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::identity::{Identity, RoleMap};
use domain::second_factor::Stage;
use store::repo::account::{account_insert, account_record_load, account_update};
use store::repo::account_identity::{account_by_identity, account_identity_drop, account_identity_set};
use store::repo::one_time_link::{one_time_link_consume, one_time_link_peek};
use store::repo::session::session_delete_of;
use store::{AuditRecord, ConnectionTrait, Trail, WriteTxn};

use crate::account::sessions_ended;
use crate::error::{Result, ServiceError};
use crate::id::new_id;
use crate::services::Services;
use crate::sign_in::{IDLE, SignedIn, begin_session};
use crate::token::token_hash;

/// How people sign in here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInWays {
    /// By address and password, and by one-time link.
    pub passwords: bool,
    /// A one-time link is enough where an account has no address: the demo's people have no phones.
    pub link_alone: bool,
    /// By the agency's own sign-on: what it is called.
    pub single_sign_on: Option<String>,
    /// Which words of the provider are which roles.
    pub roles: RoleMap,
}

impl Default for SignInWays {
    fn default() -> Self {
        Self {
            passwords: true,
            link_alone: false,
            single_sign_on: None,
            roles: RoleMap::default(),
        }
    }
}

/// Signs in as somebody whom the provider has vouched for: its answer has been verified. Open to everybody. With a
/// one-time link's token the link is used up, and its account is theirs from then on. Whoever has no account gets
/// one where the provider gives them a role here. None where they have no role, or the account is shut.
///
/// # Errors
/// Where the link does not work.
pub async fn identity_sign_in(
    ctx: &Ctx,
    services: &Services,
    identity: &Identity,
    link: Option<&str>,
    before: Option<&str>,
) -> Result<Option<SignedIn>> {
    let txn = services.store.write_txn(ctx).await?;
    let mut trail = Trail::default();
    let known = account_by_identity(ctx, &txn, &identity.issuer, &identity.subject).await?;
    let id = match (link, known) {
        (Some(link), known) => linked(ctx, &txn, identity, link, known, &mut trail).await?,
        (None, Some(known)) => known,
        (None, None) => match newcomer(ctx, &txn, services, identity, &mut trail).await? {
            Some(id) => id,
            None => return refused(ctx, services, txn, None).await,
        },
    };
    let Some(account) = up_to_date(ctx, &txn, services, identity, id, &mut trail).await? else {
        return refused(ctx, services, txn, Some(id)).await;
    };
    if account.grants.is_empty() {
        if link.is_some() {
            // The link stays good for when somebody has given a role.
            return refused(ctx, services, txn, Some(id)).await;
        }
        // What has changed stays; nobody is signed in to nothing.
        trail.push(AuditRecord::new("session.refuse", "account", id));
        txn.commit(trail).await?;
        return Ok(None);
    }
    let signed_in = begin_session(ctx, &txn, account, Stage::Whole, before, &mut trail).await?;
    txn.commit(trail).await?;
    Ok(Some(signed_in))
}

/// Uses a link up; its account is the identity's from now on, and what was signed in there before ends. Whoever has
/// another account is not given a second, unless the other is shut.
async fn linked(
    ctx: &Ctx,
    txn: &WriteTxn<'_>,
    identity: &Identity,
    link: &str,
    known: Option<AccountId>,
    trail: &mut Trail,
) -> Result<AccountId> {
    let hash = token_hash(link);
    let id = one_time_link_peek(ctx, txn, &hash)
        .await?
        .ok_or(ServiceError::NotFound)?;
    if let Some(other) = known.filter(|known| *known != id) {
        let other_one = account_record_load(ctx, txn, other).await?;
        if other_one.is_some_and(|other| !other.disabled) {
            return Err(ServiceError::NotFound);
        }
        account_identity_drop(ctx, txn, other).await?;
        trail.push(AuditRecord::new("identity.unlink", "account", other));
    }
    if !one_time_link_consume(ctx, txn, &hash).await? {
        return Err(ServiceError::NotFound);
    }
    account_identity_set(ctx, txn, id, &identity.issuer, &identity.subject).await?;
    trail.push(AuditRecord::new("identity.link", "account", id));
    let ended = session_delete_of(ctx, txn, id, IDLE).await?;
    if ended > 0 {
        trail.push(sessions_ended(id, ended)?);
    }
    Ok(id)
}

/// Whether an account signs in by the agency's sign-on and no other way: where there is one, and it is somebody's
/// there. What the provider has ended is not to go on by a password.
pub(crate) async fn by_agency_alone(
    ctx: &Ctx,
    services: &Services,
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<bool> {
    if services.ways.single_sign_on.is_none() {
        return Ok(false);
    }
    let found = account_record_load(ctx, db, account).await?;
    Ok(found.is_some_and(|found| found.has_identity))
}

/// An account for somebody who has none, where the provider gives them a role here.
async fn newcomer(
    ctx: &Ctx,
    txn: &WriteTxn<'_>,
    services: &Services,
    identity: &Identity,
    trail: &mut Trail,
) -> Result<Option<AccountId>> {
    let grants = services.ways.roles.grants(&[], &identity.claimed);
    if grants.is_empty() {
        return Ok(None);
    }
    let account = Account {
        id: new_id(ctx),
        email: None,
        name: identity.shown_name(),
        grants,
    };
    account_insert(ctx, txn, &account).await?;
    account_identity_set(ctx, txn, account.id, &identity.issuer, &identity.subject).await?;
    trail.push(AuditRecord::new("account.add", "account", account.id).after(&account)?);
    trail.push(AuditRecord::new("identity.link", "account", account.id));
    Ok(Some(account.id))
}

/// The account with the roles that the provider gives now; where they are others than before, what was signed in
/// with those ends. None where it is shut.
async fn up_to_date(
    ctx: &Ctx,
    txn: &WriteTxn<'_>,
    services: &Services,
    identity: &Identity,
    id: AccountId,
    trail: &mut Trail,
) -> Result<Option<Account>> {
    let found = account_record_load(ctx, txn, id).await?;
    let Some(found) = found.filter(|found| !found.disabled) else {
        return Ok(None);
    };
    let before = found.account;
    let now = Account {
        grants: services.ways.roles.grants(&before.grants, &identity.claimed),
        ..before.clone()
    };
    if now.grants == before.grants {
        return Ok(Some(before));
    }
    account_update(ctx, txn, &now, found.version).await?;
    let changed = AuditRecord::new("account.change", "account", id);
    trail.push(changed.before(&before)?.after(&now)?);
    let ended = session_delete_of(ctx, txn, id, IDLE).await?;
    if ended > 0 {
        trail.push(sessions_ended(id, ended)?);
    }
    Ok(Some(now))
}

/// Leaves the trace of a sign-in that came to nothing, and nothing else of it: what was begun is dropped.
async fn refused(
    ctx: &Ctx,
    services: &Services,
    begun: WriteTxn<'_>,
    account: Option<AccountId>,
) -> Result<Option<SignedIn>> {
    drop(begun);
    // Who the provider knows and Nytta does not is not kept.
    let subject = account.map(|id| id.to_string()).unwrap_or_default();
    let txn = services.store.write_txn(ctx).await?;
    txn.commit(Trail::one(AuditRecord::new("session.refuse", "account", subject)))
        .await?;
    Ok(None)
}
