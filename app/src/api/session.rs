use domain::ctx::{Actor, Ctx};
use http::{HeaderValue, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use super::ApiError;
use super::read::refused;
use super::request::{go_to, request};
use crate::shell::start_page;

/// How the session's cookie is called and guarded. The server decides by its public address.
#[derive(Clone, Debug)]
pub struct SessionCookie {
    /// Name.
    pub name: &'static str,
    /// Attributes, `Secure` among them behind TLS.
    pub attributes: &'static str,
}

impl SessionCookie {
    fn set(&self, value: &str, more: &str) {
        let cookie = format!("{}={value}; {}{more}", self.name, self.attributes);
        if let (Some(response), Ok(cookie)) =
            (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie))
        {
            response.append_header(header::SET_COOKIE, cookie);
        }
    }
}

/// Uses a one-time link up and signs in.
#[server(endpoint = "link_consume")]
pub async fn link_consume(#[server(default)] token: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let cookie = expect_context::<SessionCookie>();
    match service::link_consume(&request.ctx, &request.services, token.trim()).await {
        Ok(signed_in) => {
            cookie.set(&signed_in.token, "");
            let account = signed_in.account;
            let actor = Actor::Account {
                id: account.id,
                name: account.name,
                grants: account.grants,
            };
            go_to(start_page(&Ctx { actor, ..request.ctx }));
        }
        Err(error) => go_to(&refused(&ApiError::of(&request.ctx, &error))),
    }
    Ok(())
}

/// Ends the session.
#[server(endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let cookie = expect_context::<SessionCookie>();
    match service::session_end(&request.ctx, &request.services).await {
        Ok(()) => {
            cookie.set("", "; Max-Age=0");
            go_to("/logga-in?klart=utloggad");
        }
        Err(error) => go_to(&refused(&ApiError::of(&request.ctx, &error))),
    }
    Ok(())
}
