//! What every page stands on: its title, and the wait for what it shows.

use std::future::Future;

use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::api::{ApiError, RequestContext, go_to};
use crate::pages::error::ErrorPage;

/// The document's title. A form that came back says so first.
#[component]
pub fn Title(
    /// What the page is.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <leptos_meta::Title text=text /> }
}

/// Loads what a page shows and then shows it; an error becomes an error page with its status, and
/// without a session the browser is sent to sign in.
///
/// Routes render with `SsrMode::Async`: the document is sent once this is done, so no script is
/// needed for anything to appear, and status and title are right. Nothing is sent a second time as
/// data: the browser's bundle never renders pages.
#[component]
pub fn Loaded<T, L, V>(
    /// Loads it. Reads the request's context before its first await.
    load: L,
    /// Shows it.
    view: V,
) -> impl IntoView
where
    T: 'static,
    L: Future<Output = Result<T, ApiError>> + Send + 'static,
    V: FnOnce(T) -> AnyView + Send + 'static,
{
    let context = use_context::<RequestContext>();
    let response = use_context::<ResponseOptions>();
    // All that is read for a page is tens of kilobytes, and views hand it on by value a dozen times.
    let load = Box::pin(load);
    let shown = Suspend::new(async move {
        match load.await {
            Ok(loaded) => view(loaded),
            Err(error) => failed(&error, context.as_ref(), response.as_ref()),
        }
    });
    view! { <Suspense>{shown}</Suspense> }
}

fn failed(error: &ApiError, context: Option<&RequestContext>, response: Option<&ResponseOptions>) -> AnyView {
    if *error == ApiError::SignIn {
        if context.is_none_or(|context| context.path != "/logga-in") {
            go_to("/logga-in");
        }
        return ().into_any();
    }
    if let (Some(response), Ok(status)) = (response, http::StatusCode::from_u16(error.status())) {
        response.set_status(status);
    }
    view! { <ErrorPage status=error.status() reference=error.reference() /> }.into_any()
}
