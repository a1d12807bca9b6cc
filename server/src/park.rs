//! What is sent when the session has ended is kept until its writer has signed in again.

use app::api::{RequestContext, SessionCookie};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ctx::Actor;
use domain::form::ParkedForm;
use http::Method;

use crate::form_body::{again, is_form, read};
use crate::register_file::refused;
use crate::request::cookie;

/// Keeps a form that an ended session sends, and leads to signing in; lets all else through.
pub(crate) async fn park(State(name): State<SessionCookie>, request: Request, next: Next) -> Response {
    let Some(context) = request.extensions().get::<RequestContext>().cloned() else {
        return next.run(request).await;
    };
    let action = request.uri().path().to_owned();
    let is_late = context.ctx.actor == Actor::Anonymous
        && request.method() == Method::POST
        && ParkedForm::writes(&action).is_some()
        && is_form(&request);
    let token = cookie(request.headers(), name.name).filter(|_| is_late);
    let Some(token) = token else {
        return next.run(request).await;
    };
    match service::parked_may_keep(&context.ctx, &context.services, &token).await {
        Ok(true) => {}
        Ok(false) => return next.run(request).await,
        Err(error) => return refused(&context.ctx, &error),
    }
    let (parts, body) = match read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let text = String::from_utf8_lossy(&body);
    match service::parked_keep(&context.ctx, &context.services, &token, &action, &text).await {
        Ok(true) => Redirect::to("/logga-in?klart=sparat").into_response(),
        Ok(false) => next.run(again(parts, body)).await,
        Err(error) => refused(&context.ctx, &error),
    }
}
