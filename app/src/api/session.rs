use domain::second_factor::Stage;
use http::{HeaderValue, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use service::{Changed, Chosen, OwnAccount, SignInWays, SignedIn};

use super::ApiError;
use super::read::{lead, refused};
use super::request::{RequestContext, go_to, request};
use super::second_factor::now_as;
use crate::components::links;
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
    /// What the browser has sent, whether or not it still stands for anybody.
    pub(super) fn sent(&self) -> Option<String> {
        sent_cookie(self.name)
    }

    /// The header that gives the browser a value to send.
    pub fn header(&self, value: &str) -> Option<HeaderValue> {
        HeaderValue::from_str(&format!("{}={value}; {}", self.name, self.attributes)).ok()
    }

    fn set(&self, value: &str) {
        if let (Some(response), Some(cookie)) = (use_context::<ResponseOptions>(), self.header(value)) {
            response.append_header(header::SET_COOKIE, cookie);
        }
    }

    fn forget(&self) {
        self.set("; Max-Age=0");
    }
}

/// How people sign in here.
pub fn sign_in_ways() -> SignInWays {
    use_context::<RequestContext>().map_or_else(SignInWays::default, |request| request.services.ways)
}

/// Uses a one-time link up and signs in.
#[server(endpoint = "link_consume")]
pub async fn link_consume(#[server(default)] token: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let cookie = expect_context::<SessionCookie>();
    let before = cookie.sent();
    match service::link_consume(&request.ctx, &request.services, token.trim(), before.as_deref()).await {
        Ok(signed_in) => go_on(request, &cookie, signed_in),
        Err(error) => go_to(&refused(&ApiError::of(&request.ctx, &error))),
    }
    Ok(())
}

/// The address that was typed in vain, kept for the next try; never the password.
const TYPED: &str = "nytta-typed";

impl SessionCookie {
    /// Keeps the address for ten minutes, for the sign-in page alone; none forgets it.
    fn keep_typed(&self, email: Option<&str>) {
        let secure = if self.attributes.contains("Secure") {
            "; Secure"
        } else {
            ""
        };
        let (value, age) = match email {
            Some(email) => (encoded_value(email), 600),
            None => (String::new(), 0),
        };
        let cookie =
            format!("{TYPED}={value}; Path=/logga-in; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
        if let (Some(response), Ok(cookie)) =
            (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie))
        {
            response.append_header(header::SET_COOKIE, cookie);
        }
    }
}

/// A cookie that the browser has sent.
fn sent_cookie(name: &str) -> Option<String> {
    let parts = use_context::<http::request::Parts>()?;
    let cookies = parts.headers.get_all(header::COOKIE).iter();
    cookies
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value.to_owned())
}

/// The address that was typed in vain.
pub fn typed_email() -> Option<String> {
    let value = sent_cookie(TYPED)?;
    let bytes: Option<Vec<u8>> = (0..value.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(value.get(at..at + 2)?, 16).ok())
        .collect();
    String::from_utf8(bytes?).ok().filter(|email| !email.is_empty())
}

/// Bytes as hexadecimal digits: a cookie takes no others than a few.
fn encoded_value(text: &str) -> String {
    text.bytes().take(200).map(|byte| format!("{byte:02x}")).collect()
}

/// Goes on as who has just signed in, or on to the second step.
pub(super) fn go_on(request: RequestContext, cookie: &SessionCookie, signed_in: SignedIn) {
    cookie.set(&signed_in.token);
    cookie.keep_typed(None);
    go_to(&onward(&request, &signed_in));
}

/// Where those go on who have just signed in.
pub fn onward(request: &RequestContext, signed_in: &SignedIn) -> String {
    if signed_in.stage != Stage::Whole {
        return links::SECOND_FACTOR.to_owned();
    }
    if signed_in.has_parked {
        return links::PARKED.to_owned();
    }
    start_page(&now_as(&request.ctx, signed_in)).to_owned()
}

/// Signs in by address and password.
#[server(endpoint = "password_sign_in")]
pub async fn password_sign_in(
    #[server(default)] email: String,
    #[server(default)] password: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let cookie = expect_context::<SessionCookie>();
    let (ctx, services, before) = (&request.ctx, &request.services, cookie.sent());
    match service::password_sign_in(ctx, services, &email, &password, before.as_deref()).await {
        Ok(Some(signed_in)) => go_on(request, &cookie, signed_in),
        Ok(None) => {
            cookie.keep_typed(Some(email.trim()));
            go_to("/logga-in?fel=ja#fel");
        }
        Err(error) => go_to(&refused(&ApiError::of(&request.ctx, &error))),
    }
    Ok(())
}

/// Chooses the password of the account that a one-time link is for, and signs in.
#[server(endpoint = "password_choose")]
pub async fn password_choose(
    #[server(default)] token: String,
    #[server(default)] password: String,
    #[server(default)] again: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let cookie = expect_context::<SessionCookie>();
    let token = token.trim();
    let (ctx, services, before) = (&request.ctx, &request.services, cookie.sent());
    match service::password_choose(ctx, services, token, &password, &again, before.as_deref()).await {
        Ok(Chosen::Done(signed_in)) => go_on(request, &cookie, signed_in),
        Ok(Chosen::Not(problem)) => go_to(&format!("/logga-in/{token}?fel={}#password", problem.code())),
        Err(error) => go_to(&refused(&ApiError::of(&request.ctx, &error))),
    }
    Ok(())
}

/// One's own account.
pub async fn own_account() -> Result<OwnAccount, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::own_account_view(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Changes one's own password.
#[server(endpoint = "password_change")]
pub async fn password_change(
    #[server(default)] present: String,
    #[server(default)] password: String,
    #[server(default)] again: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let changed =
        service::password_change(&request.ctx, &request.services, &present, &password, &again).await;
    let answered = changed.map(|changed| match changed {
        Changed::Done => "/konto?klart=losenord".to_owned(),
        Changed::Wrong => "/konto?fel=nuvarande#present".to_owned(),
        Changed::Not(problem) => format!("/konto?fel={}#password", problem.code()),
    });
    lead(&request, Some(answered), "").await;
    Ok(())
}

/// Ends one of one's own sessions, or all others where none is named.
#[server(endpoint = "session_revoke")]
pub async fn session_revoke(#[server(default)] key: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let key = Some(key.trim()).filter(|key| !key.is_empty());
    let answered = service::own_session_end(&request.ctx, &request.services, key).await;
    lead(&request, Some(answered), "").await;
    Ok(())
}

/// Ends the session.
#[server(endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let cookie = expect_context::<SessionCookie>();
    match service::session_end(&request.ctx, &request.services).await {
        Ok(()) => {
            cookie.forget();
            go_to("/logga-in?klart=utloggad");
        }
        Err(error) => go_to(&refused(&ApiError::of(&request.ctx, &error))),
    }
    Ok(())
}
