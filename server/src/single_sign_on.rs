//! Signing in by the agency's identity provider: out to it, and back with its answer.

use std::sync::Arc;

use app::api::{RequestContext, SessionCookie, onward};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use domain::identity::{RoleMap, RoleMapError};
use http::{HeaderMap, HeaderValue, header};
use identity::{Kept, Provider, Settings, SignOnError};
use serde::{Deserialize, Serialize};
use service::{ServiceError, SignInWays};

use crate::config::SignOnConfig;
use crate::register_file::refused;
use crate::request::cookie;

/// Where the browser leaves for the provider.
pub(crate) const BEGIN: &str = "/sso/borja";
/// Where the provider sends it back to.
pub(crate) const BACK: &str = "/sso/klar";
/// The browser has this long to come back.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);
/// What the carried cookie is sealed for.
const PLACE: &str = "single sign-on";

/// Why the settings of a sign-on cannot be used, in one line that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum SignOnConfigError {
    /// People have to be sent back somewhere.
    #[error(
        "NYTTA_PUBLIC_URL is needed beside NYTTA_OIDC_ISSUER: it is where the identity provider sends people back to"
    )]
    PublicUrl,
    /// One without the other.
    #[error("NYTTA_OIDC_ISSUER and NYTTA_OIDC_CLIENT_ID belong together: set both, or neither")]
    Pair,
    /// Nobody could sign in.
    #[error("without passwords nobody could sign in: set NYTTA_OIDC_ISSUER, or leave NYTTA_PASSWORDS on")]
    NoWay,
    /// The roles cannot be read.
    #[error("NYTTA_OIDC_ROLES cannot be read: {0}")]
    Roles(#[from] RoleMapError),
    /// The provider cannot be used.
    #[error(transparent)]
    Provider(#[from] SignOnError),
}

/// How people sign in, and the provider where there is one.
pub(crate) fn ways(
    config: &SignOnConfig,
    public_url: Option<&str>,
) -> Result<(SignInWays, Option<Arc<Provider>>), SignOnConfigError> {
    if config.oidc_issuer.is_some() != config.oidc_client_id.is_some() {
        return Err(SignOnConfigError::Pair);
    }
    let roles = RoleMap::parse(config.oidc_roles.iter().map(String::as_str))?;
    let (Some(issuer), Some(client_id)) = (&config.oidc_issuer, &config.oidc_client_id) else {
        if !config.passwords {
            return Err(SignOnConfigError::NoWay);
        }
        return Ok((SignInWays::default(), None));
    };
    let base = public_url
        .ok_or(SignOnConfigError::PublicUrl)?
        .trim_end_matches('/');
    let provider = Provider::new(Settings {
        issuer: issuer.clone(),
        client_id: client_id.clone(),
        client_secret: config.oidc_client_secret.clone(),
        redirect: format!("{base}{BACK}"),
        role_claim: config.oidc_role_claim.clone(),
        acr: levels(&config.oidc_acr),
    })?;
    let ways = SignInWays {
        passwords: config.passwords,
        link_alone: false,
        single_sign_on: Some(config.oidc_name.clone().unwrap_or_default()),
        roles,
    };
    Ok((ways, Some(Arc::new(provider))))
}

/// Levels as they are compared: without the spaces that people write around commas.
fn levels(typed: &[String]) -> Vec<String> {
    let levels = typed.iter().map(|level| level.trim().to_owned());
    levels.filter(|level| !level.is_empty()).collect()
}

/// What the browser carries from the one request to the other.
#[derive(Serialize, Deserialize)]
struct Carried {
    kept: Kept,
    link: Option<String>,
    until: DateTime<Utc>,
}

/// The cookie that it is carried in.
fn carrier(session: &SessionCookie) -> String {
    format!("{}-sso", session.name)
}

fn set(session: &SessionCookie, value: &str, age: i64) -> Option<HeaderValue> {
    let text = format!(
        "{}={value}; {}; Max-Age={age}",
        carrier(session),
        session.attributes
    );
    HeaderValue::from_str(&text).ok()
}

/// What the way out is asked with.
#[derive(Deserialize)]
pub(crate) struct Asked {
    /// A one-time link's token, whose account is to be theirs.
    lank: Option<String>,
}

/// Sends the browser to the provider.
pub(crate) async fn begin(
    context: &RequestContext,
    session: &SessionCookie,
    provider: Option<&Provider>,
    headers: &HeaderMap,
    Query(asked): Query<Asked>,
) -> Response {
    // Nobody is led from elsewhere into signing in, or into making somebody else's account their own.
    let from = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    let is_led = from.is_some_and(|from| from != b"same-origin" && (asked.lank.is_some() || from != b"none"));
    let Some(provider) = provider.filter(|_| !is_led) else {
        return refused(&context.ctx, &ServiceError::NotFound);
    };
    let (url, kept) = match provider.begin().await {
        Ok(begun) => begun,
        Err(error) => return failed(context, &error),
    };
    let carried = Carried {
        kept,
        link: asked.lank,
        until: context.ctx.now + PATIENCE,
    };
    let sealed = serde_json::to_vec(&carried).map_err(ServiceError::from);
    let sealed = sealed.and_then(|bytes| context.services.secrets.seal(&bytes, PLACE));
    match sealed {
        Ok(sealed) => {
            let mut response = Redirect::to(&url).into_response();
            if let Some(cookie) = set(session, &sealed, PATIENCE.num_seconds()) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            response
        }
        Err(error) => refused(&context.ctx, &error),
    }
}

/// What the provider sends the browser back with.
#[derive(Deserialize)]
pub(crate) struct Answer {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    iss: Option<String>,
    error: Option<String>,
}

/// Signs in whom the provider vouches for.
pub(crate) async fn back(
    context: &RequestContext,
    session: &SessionCookie,
    provider: Option<&Provider>,
    headers: &HeaderMap,
    Query(answer): Query<Answer>,
) -> Response {
    let Some(provider) = provider else {
        return refused(&context.ctx, &ServiceError::NotFound);
    };
    let mut response = match signed_in(context, session, provider, headers, &answer).await {
        Ok(response) => response,
        Err(error) => failed(context, &error),
    };
    // Whatever came of it: an answer is taken once.
    if let Some(cookie) = set(session, "", 0) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn signed_in(
    context: &RequestContext,
    session: &SessionCookie,
    provider: &Provider,
    headers: &HeaderMap,
    answer: &Answer,
) -> Result<Response, SignOnError> {
    let (ctx, services) = (&context.ctx, &context.services);
    let carried = cookie(headers, &carrier(session))
        .and_then(|sealed| services.secrets.open(&sealed, PLACE).ok())
        .and_then(|bytes| serde_json::from_slice::<Carried>(&bytes).ok())
        .filter(|carried| ctx.now < carried.until);
    let carried = carried
        .ok_or_else(|| SignOnError::Answer("this browser has asked nothing, or long ago".to_owned()))?;
    if let Some(error) = &answer.error {
        return Err(SignOnError::Denied(error.clone()));
    }
    let identity = provider
        .finish(&carried.kept, &answer.code, &answer.state, answer.iss.as_deref())
        .await?;
    let before = cookie(headers, session.name);
    let link = carried.link.as_deref();
    Ok(
        match service::identity_sign_in(ctx, services, &identity, link, before.as_deref()).await {
            Ok(Some(signed_in)) => {
                let mut response = Redirect::to(&onward(context, &signed_in)).into_response();
                if let Some(cookie) = session.header(&signed_in.token) {
                    response.headers_mut().append(header::SET_COOKIE, cookie);
                }
                response
            }
            Ok(None) => Redirect::to("/logga-in?fel=okand#fel").into_response(),
            Err(ServiceError::NotFound) => Redirect::to("/logga-in?fel=lank#fel").into_response(),
            Err(error) => refused(ctx, &error),
        },
    )
}

/// Back to signing in, with a number for whoever looks into the log.
fn failed(context: &RequestContext, error: &SignOnError) -> Response {
    let number = context.ctx.request_id;
    tracing::warn!(request = %number, error = %error, "single sign-on failed");
    let code = match error {
        SignOnError::Provider(_) => "borta",
        SignOnError::Denied(_) | SignOnError::Answer(_) => "sso",
    };
    Redirect::to(&format!("/logga-in?fel={code}&ref={number}#fel")).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> SignOnConfig {
        SignOnConfig {
            oidc_issuer: Some("https://id.example.se".to_owned()),
            oidc_client_id: Some("nytta".to_owned()),
            oidc_client_secret: None,
            oidc_name: None,
            oidc_role_claim: "groups".to_owned(),
            oidc_roles: vec!["drift=admin".to_owned()],
            oidc_acr: Vec::new(),
            passwords: false,
        }
    }

    fn told(config: &SignOnConfig, public_url: Option<&str>) -> String {
        match ways(config, public_url) {
            Ok(_) => panic!("it can be used"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn what_cannot_be_used_is_told_with_what_to_do() {
        let public = Some("https://nytta.example.se/");
        assert!(ways(&config(), public).is_ok());
        assert!(told(&config(), None).contains("NYTTA_PUBLIC_URL"));
        let half = SignOnConfig {
            oidc_issuer: None,
            ..config()
        };
        assert!(told(&half, public).contains("NYTTA_OIDC_ISSUER and NYTTA_OIDC_CLIENT_ID"));
        let nobody = SignOnConfig {
            oidc_issuer: None,
            oidc_client_id: None,
            ..config()
        };
        assert!(told(&nobody, public).contains("NYTTA_PASSWORDS"));
        let roles = SignOnConfig {
            oidc_roles: vec!["drift=chef".to_owned()],
            ..config()
        };
        assert!(told(&roles, public).contains("chef"));
        let open = SignOnConfig {
            oidc_issuer: Some("http://id.example.se".to_owned()),
            ..config()
        };
        assert!(told(&open, public).contains("https://"));
    }

    #[test]
    fn levels_have_no_spaces_and_none_is_none() {
        let typed = |text: &str| -> Vec<String> { text.split(',').map(str::to_owned).collect() };
        assert_eq!(levels(&typed("loa3, loa4 ,")), ["loa3", "loa4"]);
        assert!(levels(&typed("")).is_empty());
    }

    #[test]
    fn a_secret_is_not_shown() {
        let config = SignOnConfig {
            oidc_client_secret: Some("hemligt".to_owned()),
            ..config()
        };
        assert!(!format!("{config:?}").contains("hemligt"));
    }
}
