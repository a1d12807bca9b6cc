//! What a form sends, read before anything is done with it: by those who keep it, give it back or leave something out of it.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::response::{IntoResponse, Redirect, Response};
use http::header;
use http::request::Parts;

use crate::router::BODY_MAX;

/// Where to find out what to do about a form that is too large.
const TOO_LARGE: &str = "/fel?kod=413";

/// Whether a request says that it has a form of text. Types are written in small letters or large ones.
pub(crate) fn is_form(request: &Request) -> bool {
    const KIND: &[u8] = b"application/x-www-form-urlencoded";
    let said = request.headers().get(header::CONTENT_TYPE);
    let said = said.and_then(|said| said.as_bytes().get(..KIND.len()));
    said.is_some_and(|said| said.eq_ignore_ascii_case(KIND))
}

/// Whether a request does not say itself that it is larger than any form.
pub(crate) fn fits(request: &Request) -> bool {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    length.is_none_or(|length| length <= BODY_MAX)
}

/// The body whole, and all else of the request.
///
/// # Errors
/// The answer to one that is too large, or does not come through.
pub(crate) async fn read(request: Request) -> Result<(Parts, Bytes), Response> {
    let (parts, body) = request.into_parts();
    match to_bytes(body, BODY_MAX).await {
        Ok(body) => Ok((parts, body)),
        Err(_) => Err(too_large()),
    }
}

/// Says that a form is too large, and what to do.
pub(crate) fn too_large() -> Response {
    Redirect::to(TOO_LARGE).into_response()
}

/// The request with this body.
pub(crate) fn again(parts: Parts, body: impl Into<Body>) -> Request {
    Request::from_parts(parts, body.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(name: &str, value: &str) -> Request {
        let asked = Request::builder().header(name, value);
        asked.body(Body::empty()).expect("a request")
    }

    #[test]
    fn a_form_is_known_by_its_type_in_any_letters() {
        for (kind, known) in [
            ("application/x-www-form-urlencoded", true),
            ("Application/X-WWW-Form-Urlencoded; charset=utf-8", true),
            ("text/plain", false),
            ("multipart/form-data; boundary=x", false),
            ("", false),
        ] {
            assert_eq!(is_form(&asked("content-type", kind)), known, "{kind}");
        }
    }

    #[test]
    fn only_what_says_that_it_is_too_large_does_not_fit() {
        for (length, fitting) in [("1048576", true), ("1048577", false), ("x", true)] {
            assert_eq!(fits(&asked("content-length", length)), fitting, "{length}");
        }
    }
}
