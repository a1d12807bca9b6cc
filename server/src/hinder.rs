//! What the database stands in the way of: whoever sent a form gets it back with all that they typed, in the answer itself.
//! Nothing can be kept for them in a database that takes nothing.

use std::time::Duration;

use app::api::{hindered_status, trouble_of_code};
use app::pages::hindered::{Asked, hindered_html};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::form::ParkedForm;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use service::Trouble;
use text::Lang;

use crate::form_body::{again, fits, is_form, read};
use crate::request::{REQUEST_ID, cookie};

/// What the document needs, and how long a form may take to come.
#[derive(Clone)]
pub(crate) struct Look {
    pub(crate) stylesheet: String,
    pub(crate) patience: Duration,
}

/// What stood in the way, on its way out to [`tell`].
#[derive(Clone)]
struct Hinder {
    trouble: Trouble,
    reference: Option<String>,
}

/// An answer that says what stands in the way; [`tell`] gives it its words.
pub(crate) fn hindered(trouble: Trouble, reference: String) -> Response {
    let mut response = status(trouble).into_response();
    response.extensions_mut().insert(Hinder {
        trouble,
        reference: Some(reference),
    });
    response
}

fn status(trouble: Trouble) -> StatusCode {
    StatusCode::from_u16(hindered_status(trouble)).unwrap_or(StatusCode::SERVICE_UNAVAILABLE)
}

/// Tells whoever asks what stands in the way of an answer, and gives back what they sent.
pub(crate) async fn tell(State(look): State<Look>, request: Request, next: Next) -> Response {
    let lang = cookie(request.headers(), "lang");
    let lang = lang.and_then(|code| Lang::from_code(&code)).unwrap_or(Lang::Sv);
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let (request, asked) = if reads {
        (request, Asked::Page)
    } else if may_be_shown_again(&request) {
        let action = request.uri().path().to_owned();
        let (parts, body) = match tokio::time::timeout(look.patience, read(request)).await {
            Ok(Ok(read)) => read,
            Ok(Err(answer)) => return answer,
            Err(_) => return StatusCode::GATEWAY_TIMEOUT.into_response(),
        };
        let form = ParkedForm::of(&action, &String::from_utf8_lossy(&body));
        (again(parts, body), Asked::Form(form))
    } else {
        (request, Asked::Sent)
    };
    let response = next.run(request).await;
    let Some((status, hinder)) = met(&response, reads) else {
        return response;
    };
    let reference = hinder.reference.as_deref();
    let page = hindered_html(lang, &look.stylesheet, hinder.trouble, &asked, reference);
    let mut told = (status, page).into_response();
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    told.headers_mut().insert(header::CONTENT_TYPE, html);
    if let Some(id) = response.headers().get(REQUEST_ID) {
        told.headers_mut().insert(REQUEST_ID, id.clone());
    }
    told
}

/// A form of text, with a page of its own and nothing secret in it, that does not say itself that it is too large.
fn may_be_shown_again(request: &Request) -> bool {
    is_form(request) && fits(request) && ParkedForm::writes(request.uri().path()).is_some()
}

/// What stood in the way of an answer, and the status that says so.
fn met(response: &Response, reads: bool) -> Option<(StatusCode, Hinder)> {
    if let Some(hinder) = response.extensions().get::<Hinder>() {
        return Some((response.status(), hinder.clone()));
    }
    // Given up on in the middle of it: whoever changes something cannot know how far that came.
    if response.status() == StatusCode::GATEWAY_TIMEOUT {
        let trouble = if reads {
            Trouble::Unanswering
        } else {
            Trouble::Unsure
        };
        let id = response.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok());
        let reference = id.map(ToOwned::to_owned);
        return Some((response.status(), Hinder { trouble, reference }));
    }
    let hinder = led_to(response.headers())?;
    Some((status(hinder.trouble), hinder))
}

/// What stood in the way of a form, by the page that its answer leads to.
fn led_to(headers: &HeaderMap) -> Option<Hinder> {
    let place = headers.get(header::LOCATION)?.to_str().ok()?;
    let query = place.strip_prefix("/fel?")?;
    let part = |name: &str| {
        let mut parts = query.split('&').filter_map(|part| part.split_once('='));
        parts.find(|(found, _)| *found == name).map(|(_, value)| value)
    };
    let code = part("hinder")?;
    Some(Hinder {
        trouble: trouble_of_code(code)?,
        reference: part("ref").map(ToOwned::to_owned),
    })
}
