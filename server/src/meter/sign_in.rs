use axum::extract::Request;
use axum::response::Response;
use http::{Method, StatusCode, header};
use metrics::counter;

use super::SIGN_INS;
use crate::single_sign_on;

/// By what way a request is an attempt to sign in; none where it is not.
pub(super) fn way(request: &Request) -> Option<&'static str> {
    match (request.method(), request.uri().path()) {
        (&Method::POST, "/api/password_sign_in") => Some("password"),
        (&Method::POST, "/api/second_factor_check") => Some("code"),
        (&Method::POST, "/api/link_consume") => Some("link"),
        (&Method::GET, single_sign_on::BACK) => Some("single_sign_on"),
        _ => None,
    }
}

/// Counts an attempt by what came of it.
pub(super) fn note(way: &'static str, session: &str, response: &Response) {
    if let Some(outcome) = outcome(session, response) {
        counter!(SIGN_INS, "way" => way, "outcome" => outcome).increment(1);
    }
}

/// Whoever has come further has a session, if only halfway. Nothing is said of an attempt that nobody looked at, because
/// there were too many or it came from elsewhere, nor of one that the database failed at.
fn outcome(session: &str, response: &Response) -> Option<&'static str> {
    if response.status() != StatusCode::SEE_OTHER {
        return None;
    }
    let headers = response.headers();
    let begins = |cookie: &[u8]| {
        let value = cookie
            .strip_prefix(session.as_bytes())
            .and_then(|rest| rest.strip_prefix(b"="));
        value.is_some_and(|value| !value.is_empty() && !value.starts_with(b";"))
    };
    let has_session = headers
        .get_all(header::SET_COOKIE)
        .iter()
        .any(|cookie| begins(cookie.as_bytes()));
    if has_session {
        return Some("further");
    }
    let leads_to = headers.get(header::LOCATION);
    let has_failed = leads_to.is_some_and(|place| place.as_bytes().starts_with(b"/fel?kod=5"));
    (!has_failed).then_some("refused")
}

#[cfg(test)]
mod tests {
    use axum::response::{IntoResponse, Redirect};

    use super::*;

    fn told(to: &str, cookies: &[&str]) -> Option<&'static str> {
        let mut response = Redirect::to(to).into_response();
        for cookie in cookies {
            let cookie = cookie.parse().expect("a header");
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        outcome("nytta", &response)
    }

    #[test]
    fn whoever_has_a_session_has_come_further() {
        assert_eq!(told("/kod", &["nytta=636fdfa1; Path=/"]), Some("further"));
        assert_eq!(
            told("/logga-in?fel=ja#fel", &["nytta-typed=6140; Path=/logga-in"]),
            Some("refused")
        );
        assert_eq!(told("/logga-in", &["nytta=; Max-Age=0"]), Some("refused"));
        assert_eq!(told("/fel?kod=404", &[]), Some("refused"));
    }

    #[test]
    fn what_nobody_looked_at_is_neither() {
        assert_eq!(told("/fel?kod=500&ref=0195165a", &[]), None);
        let too_many = StatusCode::TOO_MANY_REQUESTS.into_response();
        assert_eq!(outcome("nytta", &too_many), None);
    }
}
