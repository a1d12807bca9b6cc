use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::id::AccountId;
use domain::policy::{Operation, Refusal, may};
use store::repo::account::account_load_active;
use store::repo::calendar_link::calendar_link_of;
use store::repo::digest::{DigestChoice, digest_choice_of};
use store::repo::recovery_code::recovery_code_left;
use store::repo::second_factor::second_factor_load;
use store::repo::session::{session_delete_others, session_delete_own, session_list_of};
use store::{AuditRecord, Trail};

use crate::error::Result;
use crate::kept_note::NOT_FIRST;
use crate::services::Services;
use crate::sign_in::IDLE;

/// A browser that somebody is signed in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// What it is ended by; it signs nobody in.
    pub key: String,
    /// When it began.
    pub began: DateTime<Utc>,
    /// When it was last seen, at most five minutes late.
    pub seen: DateTime<Utc>,
    /// It is the one that the request came with.
    pub is_this: bool,
}

/// Whose sessions they are: everybody's own. The operator has none.
pub(crate) fn owner(ctx: &Ctx) -> Result<AccountId, Refusal> {
    ctx.account_id().ok_or(Refusal::SignIn)
}

/// One's own account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccount {
    /// Where the actor is signed in, the last seen first.
    pub sessions: Vec<OwnSession>,
    /// The address that they sign in by; none where they do so by link or by the agency's own sign-on.
    pub email: Option<String>,
    /// How many codes they have left for the day when their app is gone; none where they have no app.
    pub recovery_codes_left: Option<usize>,
    /// How they are reminded; none of those for whom nothing waits here.
    pub reminders: Option<OwnReminders>,
}

/// How somebody is reminded of what waits for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnReminders {
    /// Since when the link to their calendar works; none where they have no link.
    pub calendar: Option<DateTime<Utc>>,
    /// The address that digests are sent to; none where none are sent.
    pub mailed_to: Option<String>,
    /// What they have chosen; none where they have not, and get it.
    pub digest: Option<DigestChoice>,
}

/// The actor's own account.
pub async fn own_account_view(ctx: &Ctx, services: &Services) -> Result<OwnAccount> {
    let account = owner(ctx)?;
    let db = services.store.reader();
    let found = session_list_of(ctx, db, account, IDLE).await?;
    let known = account_load_active(ctx, db, account).await?;
    let app = second_factor_load(ctx, db, account).await?;
    let recovery_codes_left = match app.and_then(|app| app.confirmed_at) {
        Some(_) => Some(recovery_code_left(ctx, db, account).await?),
        None => None,
    };
    let email = known.and_then(|known| known.email);
    let reminders = if may(ctx, Operation::PortfolioRead, None) {
        let link = calendar_link_of(ctx, db, account).await?;
        Some(OwnReminders {
            calendar: link.map(|link| link.made_at),
            mailed_to: email.clone().filter(|_| services.mails),
            digest: digest_choice_of(ctx, db, account).await?,
        })
    } else {
        None
    };
    let sessions = found.into_iter().map(|row| OwnSession {
        is_this: ctx.session.as_deref() == Some(row.token_hash.as_str()),
        key: row.token_hash,
        began: row.created_at,
        seen: row.seen_at,
    });
    Ok(OwnAccount {
        sessions: sessions.collect(),
        email: email.filter(|_| services.ways.passwords),
        recovery_codes_left,
        reminders,
    })
}

/// Ends one of the actor's sessions, or all but the one that the request came with where none is named.
/// Answers where to go on.
pub async fn own_session_end(ctx: &Ctx, services: &Services, key: Option<&str>) -> Result<String> {
    let account = owner(ctx)?;
    let goto = |notice: &str| format!("/konto?klart={notice}");
    let txn = services.store.write_txn(ctx).await?;
    let ended = match (key, ctx.session.as_deref()) {
        (Some(key), _) => session_delete_own(ctx, &txn, account, key).await?,
        (None, this) => session_delete_others(ctx, &txn, account, this.unwrap_or_default()).await?,
    };
    if ended == 0 {
        return Ok(goto(NOT_FIRST));
    }
    let record = AuditRecord::new("session.revoke", "account", account)
        .after(&BTreeMap::from([("sessions_ended", ended)]))?;
    txn.commit(Trail::one(record)).await?;
    Ok(goto("avslutad"))
}
