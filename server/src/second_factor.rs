//! Codes for the day when the app is gone are made and shown in one request: so they stand in no address,
//! no cookie and no table.

use app::api::{NewRecoveryCodes, RequestContext, SessionCookie, TOO_LATE, now_as, onward};
use axum::extract::{Form, FromRequest, Request};
use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderValue;
use serde::Deserialize;
use service::ServiceError;

use crate::register_file::refused;
use crate::request::cookie;

/// What both forms send.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    code: String,
}

/// The code that was typed; the request without its body.
async fn typed(request: Request) -> (Typed, Request) {
    let (parts, body) = request.into_parts();
    let read = Form::<Typed>::from_request(Request::from_parts(parts.clone(), body), &()).await;
    // What cannot be read holds no code, and is answered as a wrong one.
    let typed = read.map_or_else(|_| Typed { code: String::new() }, |Form(typed)| typed);
    (typed, Request::from_parts(parts, axum::body::Body::empty()))
}

/// Whoever asks, and what they are shown.
pub(crate) struct Made {
    /// The codes.
    pub(crate) codes: NewRecoveryCodes,
    /// What the browser sends from now on, where that is new.
    pub(crate) cookie: Option<HeaderValue>,
    /// The request that the page answers, as who has just signed in.
    pub(crate) request: Request,
}

/// Connects an app by its first code, and signs in.
pub(crate) async fn enrolled(
    context: &RequestContext,
    name: &SessionCookie,
    request: Request,
) -> Result<Made, Response> {
    let (typed, mut request) = typed(request).await;
    let token = cookie(request.headers(), name.name).unwrap_or_default();
    let enrolled = service::second_factor_enrol(&context.ctx, &context.services, &token, &typed.code).await;
    let enrolled = match enrolled {
        Ok(Some(enrolled)) => enrolled,
        Ok(None) => return Err(Redirect::to("/kod?fel=ja#kod").into_response()),
        Err(ServiceError::NotFound) => return Err(Redirect::to(TOO_LATE).into_response()),
        Err(error) => return Err(refused(&context.ctx, &error)),
    };
    let signed_in = enrolled.signed_in;
    let codes = NewRecoveryCodes {
        codes: enrolled.recovery_codes,
        onward: onward(context, &signed_in),
    };
    request.extensions_mut().insert(RequestContext {
        ctx: now_as(&context.ctx, &signed_in),
        ..context.clone()
    });
    Ok(Made {
        codes,
        cookie: name.header(&signed_in.token),
        request,
    })
}

/// Makes new codes for whoever has a code now.
pub(crate) async fn renewed(context: &RequestContext, request: Request) -> Result<Made, Response> {
    let (typed, request) = typed(request).await;
    let renewed = service::recovery_code_renew(&context.ctx, &context.services, &typed.code).await;
    match renewed {
        Ok(Some(codes)) => Ok(Made {
            codes: NewRecoveryCodes {
                codes,
                onward: "/konto".to_owned(),
            },
            cookie: None,
            request,
        }),
        Ok(None) => Err(Redirect::to("/konto?fel=kod#kod").into_response()),
        Err(error) => Err(refused(&context.ctx, &error)),
    }
}
