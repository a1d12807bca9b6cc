use domain::form::ParkedForm;
use leptos::prelude::*;
use service::SignedIn;

use super::ApiError;
use super::request::{RequestContext, request};
use super::session::SessionCookie;

/// What was sent too late, under its key.
pub async fn parked(key: String) -> Result<Option<ParkedForm>, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::parked_view(&ctx, &services, &key)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Its fields, in their order; none where it was sent nowhere that a form is sent.
pub fn parked_fields(form: &ParkedForm) -> Option<Vec<(String, String)>> {
    let name = form.action.strip_prefix("/api/")?;
    let is_function = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    is_function.then(|| serde_urlencoded::from_str(&form.body).ok())?
}

/// Where those who have just signed in go on with what they had sent too late; none where there is nothing.
pub(super) async fn sent_before(request: &RequestContext, signed_in: &SignedIn) -> Option<String> {
    let ended = use_context::<SessionCookie>()?.sent()?;
    let ctx = service::session_peek(&request.ctx, &request.services, &signed_in.token).await;
    let known = ctx.ok().flatten()?;
    let ctx = domain::ctx::Ctx {
        actor: known.actor,
        session: Some(known.hash),
        ..request.ctx.clone()
    };
    match service::parked_hand_over(&ctx, &request.services, &ended).await {
        Ok(key) => key.map(|key| format!("/fortsatt?draft={key}")),
        Err(error) => {
            // They are signed in: what was kept stays where it is, and the log says why.
            error.log(&ctx);
            None
        }
    }
}
