use domain::ctx::Ctx;
use domain::form::ParkedForm;
use leptos::prelude::*;
use service::SignedIn;

use super::ApiError;
use super::read::lead;
use super::request::{RequestContext, request};
use super::session::SessionCookie;

/// What was sent too late.
pub async fn parked() -> Result<Vec<ParkedForm>, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::parked_view(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The fields that a form sends, in their order; none where they cannot be read.
pub fn parked_fields(form: &ParkedForm) -> Option<Vec<(String, String)>> {
    serde_urlencoded::from_str(&form.body).ok()
}

/// Lets go what was sent too late.
#[server(endpoint = "parked_drop")]
pub async fn parked_drop() -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = service::parked_drop(&request.ctx, &request.services).await;
    lead(&request, Some(answered), "").await;
    Ok(())
}

/// Whether those who have just signed in go on with what they had sent too late.
pub(super) async fn sent_before(request: &RequestContext, signed_in: &SignedIn) -> bool {
    let Some(ended) = use_context::<SessionCookie>().and_then(|cookie| cookie.sent()) else {
        return false;
    };
    let known = service::session_peek(&request.ctx, &request.services, &signed_in.token).await;
    let known = match known {
        Ok(Some(known)) => known,
        Ok(None) => return false,
        Err(error) => {
            error.log(&request.ctx);
            return false;
        }
    };
    let ctx = Ctx {
        actor: known.actor,
        session: Some(known.hash),
        ..request.ctx.clone()
    };
    match service::parked_hand_over(&ctx, &request.services, &ended).await {
        Ok(is_any) => is_any,
        Err(error) => {
            // They are signed in: what was kept stays where it is, and the log says why.
            error.log(&ctx);
            false
        }
    }
}
