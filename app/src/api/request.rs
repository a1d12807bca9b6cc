use chrono::TimeDelta;
use domain::ctx::{Actor, Ctx};
use domain::form::{FigureRows, without_english_commas};
use domain::policy::{self, Operation};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use service::Services;
use text::Lang;

use super::ApiError;

/// What the server knows of a request before a page or a server function runs.
#[derive(Clone)]
pub struct RequestContext {
    /// Who asks, and when.
    pub ctx: Ctx,
    /// The use cases.
    pub services: Services,
    /// The language to answer in.
    pub lang: Lang,
    /// Path and query, to come back to.
    pub path: String,
    /// How long the session still holds; none where nobody is signed in.
    pub session: Option<SessionEnds>,
}

/// How long a session still holds.
#[derive(Clone, Copy, Debug)]
pub struct SessionEnds {
    /// Without another request.
    pub idle: TimeDelta,
    /// At most, whatever happens.
    pub latest: TimeDelta,
}

/// The request that is being answered. Read it before the first await.
pub(crate) fn request() -> Result<RequestContext, ApiError> {
    use_context::<RequestContext>().ok_or_else(|| ApiError::Failed {
        reference: String::new(),
    })
}

/// The language to answer in.
pub fn lang() -> Lang {
    use_context::<RequestContext>().map_or(Lang::Sv, |request| request.lang)
}

/// Numbers as forms read them: in English a comma may stand between thousands.
pub(super) fn numbers<'a>(lang: Lang, typed: impl IntoIterator<Item = &'a mut String>) {
    if lang == Lang::En {
        for text in typed {
            *text = without_english_commas(text);
        }
    }
}

/// The same for the values of figures.
pub(super) fn figure_numbers(lang: Lang, figures: &mut FigureRows) {
    let values = figures.figure_value.iter_mut();
    numbers(lang, values.chain(&mut figures.figure_value_to));
}

/// Who asks.
pub fn actor() -> Actor {
    use_context::<RequestContext>().map_or(Actor::Anonymous, |request| request.ctx.actor)
}

/// Sends the browser on to a path of this site, by GET.
pub fn go_to(path: &str) {
    let Some(response) = use_context::<ResponseOptions>() else {
        return;
    };
    let Ok(location) = HeaderValue::from_str(&encoded(path)) else {
        return;
    };
    response.insert_header(header::LOCATION, location);
    response.set_status(StatusCode::SEE_OTHER);
}

/// A header takes ASCII only.
fn encoded(path: &str) -> String {
    path.bytes()
        .fold(String::with_capacity(path.len()), |mut encoded, byte| {
            match byte {
                b'!'..=b'~' => encoded.push(char::from(byte)),
                _ => encoded.push_str(&format!("%{byte:02X}")),
            }
            encoded
        })
}

/// Whether whoever asks may do something at all; for pages that show or hide a button.
pub fn may(operation: Operation) -> bool {
    use_context::<RequestContext>().is_some_and(|request| policy::may(&request.ctx, operation, None))
}
