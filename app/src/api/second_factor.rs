use domain::ctx::{Actor, Ctx};
use leptos::prelude::*;
use service::{Halfway, ServiceError};

use super::ApiError;
use super::read::{lead, refused};
use super::request::{RequestContext, go_to, request};
use super::session::{SessionCookie, go_on};

/// Codes for the day when the app is gone that were just made. They are in the context of the one page that
/// shows them, and nowhere else.
#[derive(Clone)]
pub struct NewRecoveryCodes {
    /// The codes.
    pub codes: Vec<String>,
    /// Where to go on once they are kept.
    pub onward: String,
}

/// What somebody who is halfway has to do.
pub async fn halfway() -> Result<Halfway, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let token = use_context::<SessionCookie>()
        .and_then(|cookie| cookie.sent())
        .unwrap_or_default();
    match service::second_factor_view(&ctx, &services, &token).await {
        // Whoever waited for too long begins again.
        Err(ServiceError::NotFound) => Err(ApiError::SignIn),
        answered => answered.map_err(|error| ApiError::of(&ctx, &error)),
    }
}

/// Where those begin again who waited for too long.
pub const TOO_LATE: &str = "/logga-in?klart=for-lange";

/// Signs in by a code.
#[server(endpoint = "second_factor_check")]
pub async fn second_factor_check(#[server(default)] code: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let cookie = expect_context::<SessionCookie>();
    let token = cookie.sent().unwrap_or_default();
    match service::second_factor_check(&request.ctx, &request.services, &token, &code).await {
        Ok(Some(signed_in)) => go_on(request, &cookie, signed_in),
        Ok(None) => go_to("/kod?fel=ja#kod"),
        Err(ServiceError::NotFound) => go_to(TOO_LATE),
        Err(error) => go_to(&refused(&ApiError::of(&request.ctx, &error))),
    }
    Ok(())
}

/// Forgets one's own app, to connect another.
#[server(endpoint = "second_factor_replace")]
pub async fn second_factor_replace(#[server(default)] code: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let replaced = service::second_factor_replace(&request.ctx, &request.services, &code).await;
    let answered = replaced.map(|replaced| {
        let to = if replaced {
            "/logga-in?klart=app"
        } else {
            "/konto?fel=kod#kod"
        };
        to.to_owned()
    });
    lead(&request, Some(answered), "").await;
    Ok(())
}

/// Who somebody is now that they have signed in, for the rest of the request.
pub fn now_as(ctx: &Ctx, signed_in: &service::SignedIn) -> Ctx {
    let account = &signed_in.account;
    Ctx {
        actor: Actor::Account {
            id: account.id,
            name: account.name.clone(),
            grants: account.grants.clone(),
        },
        ..ctx.clone()
    }
}
