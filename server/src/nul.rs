//! NUL, which no text has, on its way in. PostgreSQL refuses it, SQLite does not: here it gets no further than this.

use axum::extract::Request;
use axum::extract::multipart::Field;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

use crate::form_body::{again, is_form, read};

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
    // A server function reads whatever it is sent as a form, and asks for no type.
    if !is_form(&request) && !request.uri().path().starts_with("/api/") {
        return next.run(request).await;
    }
    let (mut parts, body) = match read(request).await {
        Ok(read) => read,
        Err(answer) => return answer,
    };
    let clean = without(&body);
    if clean.len() != body.len() {
        parts
            .headers
            .insert(header::CONTENT_LENGTH, HeaderValue::from(clean.len()));
    }
    next.run(again(parts, clean)).await
}

/// What was typed into a field that is sent beside a file, without it; nothing where it does not come through.
pub(crate) async fn typed(field: Field<'_>) -> String {
    field.text().await.unwrap_or_default().replace('\0', "")
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
