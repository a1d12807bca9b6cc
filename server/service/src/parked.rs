//! What was sent when a session had ended: kept, and offered again to the same person once they have
//! signed in. Nothing of it is done before they say so.

use domain::ctx::Ctx;
use domain::form::{Form, ParkedForm};
use domain::policy::Refusal;
use store::repo::account::account_load_active;
use store::repo::form_draft::{form_draft_hand_over, form_draft_newest_key};
use store::repo::session::session_account;

use crate::error::Result;
use crate::form_flow::{draft, keep};
use crate::services::Services;
use crate::token::token_hash;

/// Keeps what was sent by a session that has ended. False where nothing is kept: no such session has been,
/// or its account may not sign in any more. So nobody who was never signed in leaves anything here.
pub async fn parked_keep(
    ctx: &Ctx,
    services: &Services,
    token: &str,
    action: &str,
    body: &str,
) -> Result<bool> {
    let hash = token_hash(token);
    let db = services.store.reader();
    let Some((account, _)) = session_account(ctx, db, &hash).await? else {
        return Ok(false);
    };
    if account_load_active(ctx, db, account).await?.is_none() {
        return Ok(false);
    }
    let form = ParkedForm {
        action: action.to_owned(),
        body: body.to_owned(),
        ..ParkedForm::default()
    };
    let theirs = Ctx {
        session: Some(hash),
        ..ctx.clone()
    };
    keep(&theirs, services, &form).await?;
    Ok(true)
}

/// Hands what was kept for an ended session over to the one that the actor has begun now, where both are
/// the same person's: drafts of forms, and what was sent too late. Gives the key of the latter, once.
pub async fn parked_hand_over(ctx: &Ctx, services: &Services, ended: &str) -> Result<Option<String>> {
    let (Some(account), Some(session)) = (ctx.account_id(), ctx.session.as_deref()) else {
        return Err(Refusal::SignIn.into());
    };
    let ended = token_hash(ended);
    let db = services.store.unaudited();
    let since = match session_account(ctx, db, &ended).await? {
        Some((of, since)) if of == account && ended != session => since,
        _ => return Ok(None),
    };
    // What was handed to that session itself has been offered before.
    let parked = form_draft_newest_key(ctx, db, &ended, ParkedForm::NAME, since).await?;
    form_draft_hand_over(ctx, db, &ended, session).await?;
    Ok(parked)
}

/// What was sent too late, under its key; none where its time is over, or it is somebody else's.
pub async fn parked_view(ctx: &Ctx, services: &Services, key: &str) -> Result<Option<ParkedForm>> {
    if ctx.account_id().is_none() {
        return Err(Refusal::SignIn.into());
    }
    let found = draft::<ParkedForm>(ctx, services, Some(key)).await?;
    Ok(found.map(|state| state.form))
}
