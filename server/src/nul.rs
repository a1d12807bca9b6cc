//! NUL, which no text has, on its way in. PostgreSQL refuses it, SQLite does not: here it gets no further than this.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderValue, StatusCode, header};

use crate::router::BODY_MAX;

/// As addresses and forms write it.
const WRITTEN: &[u8] = b"%00";

/// Refuses an address with it, and leaves it out of what a form sends: nobody can have typed it, and all else that was
/// typed is to be kept.
pub(crate) async fn leave_out(request: Request, next: Next) -> Response {
    let asked = request.uri().path_and_query();
    if asked.is_some_and(|asked| asked.as_str().as_bytes().windows(3).any(|three| three == WRITTEN)) {
        let reason = "The address has a NUL (%00) in it, which no text has.\n";
        return (StatusCode::BAD_REQUEST, reason).into_response();
    }
    let is_form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if !is_form {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_MAX).await else {
        return Redirect::to("/fel?kod=413").into_response();
    };
    let clean = without(&body);
    if clean.len() != body.len() {
        parts
            .headers
            .insert(header::CONTENT_LENGTH, HeaderValue::from(clean.len()));
    }
    next.run(Request::from_parts(parts, Body::from(clean))).await
}

/// Without it, also where leaving one out would make another.
fn without(body: &[u8]) -> Vec<u8> {
    let mut clean = Vec::with_capacity(body.len());
    for byte in body.iter().filter(|byte| **byte != 0) {
        clean.push(*byte);
        if clean.ends_with(WRITTEN) {
            clean.truncate(clean.len().saturating_sub(WRITTEN.len()));
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_nul_is_left_out() {
        for (sent, clean) in [
            ("name=Norr%C3%B6+%2500&x=%20", "name=Norr%C3%B6+%2500&x=%20"),
            ("name=No%00rr%00", "name=Norr"),
            ("name=\0a", "name=a"),
            ("%0%000&a=%%0000", "&a="),
            ("", ""),
        ] {
            assert_eq!(without(sent.as_bytes()), clean.as_bytes(), "{sent:?}");
        }
    }
}
