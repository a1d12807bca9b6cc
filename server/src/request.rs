//! What is known of a request before a page or a server function runs.

use std::time::Instant;

use app::api::{RequestContext, SessionCookie, SessionEnds};
use axum::extract::{Extension, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::ctx::{Actor, Ctx};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use service::{Services, Trouble};
use text::Lang;
use tracing::Instrument;
use uuid::Uuid;

use crate::calendar_feed;
use crate::clock::now;
use crate::hinder::hindered;
use crate::limit::Refusals;
use crate::report_outside;

/// What the layer needs to know a request by.
#[derive(Clone)]
pub(crate) struct Identify {
    pub(crate) services: Services,
    pub(crate) cookie: SessionCookie,
    /// Requests that came through a proxy are refused: the demo is for this machine alone.
    pub(crate) refuse_forwarded: bool,
    /// How many refusals of an account are noted.
    pub(crate) refusals: Refusals,
}

/// The header in which an answer says the request's number.
pub(crate) const REQUEST_ID: &str = "x-request-id";

const FORWARDED: [&str; 5] = [
    "forwarded",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
];

/// Tells how long the session still holds, and does not go on with it.
pub(crate) const SESSION: &str = "/session";

/// How many seconds the session holds without another request, and at most: two numbers, 0 where there is
/// none.
pub(crate) async fn session_left(Extension(request): Extension<RequestContext>) -> Response {
    let no_store = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    let (idle, latest) = request.session.map_or((0, 0), |ends| {
        (ends.idle.num_seconds(), ends.latest.num_seconds())
    });
    (no_store, format!("{idle} {latest}\n")).into_response()
}

/// Gives the request its moment, its number and its actor, and writes in the log what came of it. The number stands in every
/// line of the log, in the audit log's events and on the page that tells of an error.
pub(crate) async fn identify(State(identify): State<Identify>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    if identify.refuse_forwarded && FORWARDED.iter().any(|name| headers.contains_key(*name)) {
        return (
            StatusCode::FORBIDDEN,
            "The demo answers this machine only, and no proxy.\n",
        )
            .into_response();
    }
    let ctx = Ctx {
        actor: Actor::Anonymous,
        now: now(),
        request_id: Uuid::now_v7(),
        session: None,
        others: None,
    };
    let id = ctx.request_id;
    let span = tracing::info_span!("request", request = %id, method = %request.method(), path = loggable(request.uri().path()));
    let mut response = logged(answered(identify, ctx, request, next))
        .instrument(span)
        .await;
    if let Ok(id) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// Writes in the log how a request was answered, and after how long; what failed also where little is kept of the log.
async fn logged(answer: impl Future<Output = Response>) -> Response {
    let begun = Instant::now();
    let response = answer.await;
    let status = response.status();
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    if status.is_server_error() {
        tracing::warn!(status = status.as_u16(), milliseconds, "answered");
    } else {
        tracing::info!(status = status.as_u16(), milliseconds, "answered");
    }
    response
}

/// Answers as whoever the cookie stands for.
async fn answered(identify: Identify, mut ctx: Ctx, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let mut session = None;
    if let Some(token) = cookie(headers, identify.cookie.name) {
        let known = match request.uri().path() {
            SESSION => service::session_peek(&ctx, &identify.services, &token).await,
            _ => service::session_resolve(&ctx, &identify.services, &token).await,
        };
        match known {
            Ok(Some(known)) => {
                session = Some(SessionEnds {
                    idle: known.idle_end - ctx.now,
                    latest: known.end - ctx.now,
                });
                (ctx.actor, ctx.session) = (known.actor, Some(known.hash));
                ctx.others = known.others;
            }
            Ok(None) => {}
            Err(error) => {
                error.log(&ctx);
                // Without the database nobody can be known, so nothing can be shown.
                let trouble = error.trouble().unwrap_or(Trouble::Unanswering);
                return hindered(trouble, ctx.request_id.to_string());
            }
        }
    }
    let lang = cookie(headers, "lang")
        .and_then(|code| Lang::from_code(&code))
        .unwrap_or(Lang::Sv);
    let path = request
        .uri()
        .path_and_query()
        .map_or_else(|| "/".to_owned(), ToString::to_string);
    let (asked, method, address) = (
        ctx.clone(),
        request.method().clone(),
        request.uri().path().to_owned(),
    );
    let services = identify.services.clone();
    request.extensions_mut().insert(RequestContext {
        ctx,
        services: identify.services,
        lang,
        path,
        session,
    });
    let response = next.run(request).await;
    // The page that tells of a refusal answers as one: it has been noted where it happened.
    if let Some(account) = asked.account_id()
        && address != REFUSED
        && is_refusal(&response)
        && identify.refusals.may_note(account)
    {
        let noted = service::refusal_note(&asked, &services, method.as_str(), &address).await;
        if let Err(error) = noted {
            // What was refused stays refused, noted or not.
            error.log(&asked);
        }
    }
    response
}

/// The page that a refused form leads to.
const REFUSED: &str = "/fel";

/// The answer says that whoever asked may not: a page at once, a form by the page that it leads to.
fn is_refusal(response: &Response) -> bool {
    let leads_to = response.headers().get(header::LOCATION);
    let by_page = leads_to.is_some_and(|place| place.as_bytes().starts_with(b"/fel?kod=403"));
    let is_its_page = response.status() == StatusCode::FORBIDDEN;
    is_its_page || by_page
}

/// The path as a log may have it: whoever reads the log must not get in by a link that stands in it.
fn loggable(path: &str) -> &str {
    const SECRET: [&str; 3] = ["/logga-in/", calendar_feed::PLACE, report_outside::SHARED];
    let secret = SECRET.into_iter().find(|place| path.starts_with(place));
    secret.unwrap_or(path)
}

/// A cookie that the browser has sent.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_signs_in_is_not_logged() {
        assert_eq!(loggable("/logga-in/636fdfa17a4e80d2"), "/logga-in/");
        assert_eq!(loggable("/logga-in"), "/logga-in");
        assert_eq!(loggable("/kalender/636fdfa17a4e80d2.ics"), "/kalender/");
        assert_eq!(loggable("/delad/636fdfa17a4e80d2/fil/pdf"), "/delad/");
        assert_eq!(loggable("/initiativ/0195165a"), "/initiativ/0195165a");
    }
}
