//! What was sent when a session had ended: kept, and offered again to the same person once they have
//! signed in. Nothing of it is done before they say so.

use chrono::Duration;
use domain::ctx::Ctx;
use domain::form::{Form, ParkedForm};
use domain::id::AccountId;
use domain::policy::Refusal;
use store::ConnectionTrait;
use store::repo::account::account_load_active;
use store::repo::form_draft::{form_draft_drop, form_draft_hand_over, form_draft_list};
use store::repo::form_submission::form_submission_load;
use store::repo::session::session_account;

use crate::error::Result;
use crate::form_flow::keep;
use crate::services::Services;
use crate::sign_in::IDLE;
use crate::token::token_hash;

/// A session that was last seen longer ago keeps nothing: whoever has its cookie is hardly its owner.
const SEEN: Duration = Duration::hours(24);
/// So many forms are kept for one session.
const MOST: usize = 5;

/// Whether something that a cookie is sent with may be kept: it is that of a session that has ended not
/// long ago, of an account that may sign in. So nobody who was never signed in leaves anything here.
pub async fn parked_may_keep(ctx: &Ctx, services: &Services, token: &str) -> Result<bool> {
    let hash = token_hash(token);
    let db = services.store.reader();
    let Some(account) = session_account(ctx, db, &hash, ctx.now - IDLE - SEEN).await? else {
        return Ok(false);
    };
    if account_load_active(ctx, db, account).await?.is_none() {
        return Ok(false);
    }
    let kept = form_draft_list(ctx, db, &hash, ParkedForm::NAME).await?;
    Ok(kept.len() < MOST)
}

/// Keeps what an ended session has sent. False where nothing is kept.
pub async fn parked_keep(
    ctx: &Ctx,
    services: &Services,
    token: &str,
    action: &str,
    body: &str,
) -> Result<bool> {
    if ParkedForm::writes(action).is_none() || !parked_may_keep(ctx, services, token).await? {
        return Ok(false);
    }
    let form = ParkedForm::of(action, body);
    let theirs = Ctx {
        session: Some(token_hash(token)),
        ..ctx.clone()
    };
    keep(&theirs, services, &form).await?;
    Ok(true)
}

/// Hands what was kept for an ended session over to the one that somebody begins now, where both are the
/// same person's: drafts of forms, and what was sent too late. Tells whether there is any of the latter.
pub(crate) async fn parked_hand_over(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    account: AccountId,
    ended: &str,
    session: &str,
) -> Result<bool> {
    let ended = token_hash(ended);
    if session_account(ctx, db, &ended, ctx.now - IDLE - SEEN).await? != Some(account) {
        return Ok(false);
    }
    form_draft_hand_over(ctx, db, &ended, session).await?;
    Ok(!waiting(ctx, db, session).await?.is_empty())
}

/// What a session has sent too late and has not sent again, the newest first.
async fn waiting(ctx: &Ctx, db: &impl ConnectionTrait, session: &str) -> Result<Vec<ParkedForm>> {
    let mut waiting = Vec::new();
    for draft in form_draft_list(ctx, db, session, ParkedForm::NAME).await? {
        let form: ParkedForm = serde_json::from_str(&draft.fields_json)?;
        let name = form.submission.as_str();
        if name.is_empty() || form_submission_load(ctx, db, name).await?.is_none() {
            waiting.push(form);
        }
    }
    Ok(waiting)
}

/// All that the actor has sent too late and not again, the newest first.
pub async fn parked_view(ctx: &Ctx, services: &Services) -> Result<Vec<ParkedForm>> {
    let (Some(_), Some(session)) = (ctx.account_id(), ctx.session.as_deref()) else {
        return Err(Refusal::SignIn.into());
    };
    waiting(ctx, services.store.reader(), session).await
}

/// Lets go what the actor has sent too late: it is sent by now, or is not to be. Answers where to go on.
pub async fn parked_drop(ctx: &Ctx, services: &Services) -> Result<String> {
    let (Some(_), Some(session)) = (ctx.account_id(), ctx.session.as_deref()) else {
        return Err(Refusal::SignIn.into());
    };
    form_draft_drop(ctx, services.store.unaudited(), session, ParkedForm::NAME).await?;
    Ok("/".to_owned())
}
