use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{Method, StatusCode};
use leptos::server_fn::axum::server_fn_paths;
use metrics::{counter, gauge, histogram};

use super::{DURATION, IN_FLIGHT, REQUESTS, sign_in};

/// What no route is there for.
const NOWHERE: &str = "none";
/// The route of all server functions, which the program knows by name.
const FUNCTIONS: &str = "/api/{*function}";

/// Counts a request and takes its time, until the answer begins; how long somebody reads it is their own affair.
/// `session` is what the cookie of a session is called.
pub(crate) async fn count(State(session): State<&'static str>, request: Request, next: Next) -> Response {
    let route = route(&request);
    let method = method(request.method());
    let way = sign_in::way(&request);
    let begun = Instant::now();
    let flight = InFlight::begun();
    let response = next.run(request).await;
    drop(flight);
    histogram!(DURATION, "method" => method, "route" => route.clone()).record(begun.elapsed());
    let status = class(response.status());
    counter!(REQUESTS, "method" => method, "route" => route, "status" => status).increment(1);
    if let Some(way) = way {
        sign_in::note(way, session, &response);
    }
    response
}

/// The pattern that the path has matched, never the path: that is anybody's to choose. Server functions share a pattern,
/// and are told apart by those of their names that there are.
fn route(request: &Request) -> String {
    let Some(matched) = request.extensions().get::<MatchedPath>() else {
        return NOWHERE.to_owned();
    };
    let path = request.uri().path();
    if matched.as_str() == FUNCTIONS && server_fn_paths().any(|(known, _)| known == path) {
        return path.to_owned();
    }
    matched.as_str().to_owned()
}

/// Methods are anybody's to choose too.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() {
        0..=199 => "1xx",
        200..=299 => "2xx",
        300..=399 => "3xx",
        400..=499 => "4xx",
        _ => "5xx",
    }
}

/// A request that is being answered, until it is or whoever asked has gone.
struct InFlight;

impl InFlight {
    fn begun() -> Self {
        gauge!(IN_FLIGHT).increment(1);
        Self
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        gauge!(IN_FLIGHT).decrement(1);
    }
}
