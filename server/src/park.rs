//! What is sent when the session has ended is kept until its writer has signed in again.

use app::api::{RequestContext, SessionCookie};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ctx::Actor;
use domain::form::ParkedForm;
use http::{Method, StatusCode, header};

use crate::register_file::refused;
use crate::request::cookie;
use crate::router::BODY_MAX;

/// Keeps a form that an ended session sends, and leads to signing in; lets all else through.
pub(crate) async fn park(State(name): State<SessionCookie>, request: Request, next: Next) -> Response {
    let Some(context) = request.extensions().get::<RequestContext>().cloned() else {
        return next.run(request).await;
    };
    let action = request.uri().path().to_owned();
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    let is_late = context.ctx.actor == Actor::Anonymous
        && request.method() == Method::POST
        && ParkedForm::writes(&action).is_some()
        && is_form;
    let token = cookie(request.headers(), name.name).filter(|_| is_late);
    let Some(token) = token else {
        return next.run(request).await;
    };
    match service::parked_may_keep(&context.ctx, &context.services, &token).await {
        Ok(true) => {}
        Ok(false) => return next.run(request).await,
        Err(error) => return refused(&context.ctx, &error),
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let text = String::from_utf8_lossy(&body);
    match service::parked_keep(&context.ctx, &context.services, &token, &action, &text).await {
        Ok(true) => Redirect::to("/logga-in?klart=sparat").into_response(),
        Ok(false) => next.run(Request::from_parts(parts, Body::from(body))).await,
        Err(error) => refused(&context.ctx, &error),
    }
}
