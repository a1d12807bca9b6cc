//! What went wrong, and what to do.

use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::api::{self, RequestContext};
use crate::components::form_page::query_part;
use crate::components::page::Title;
use crate::components::page_head::PageHead;
use crate::shell::home;

/// What went wrong, by the status of the answer, with the number that the log has it under. The
/// status itself is set by who shows the page.
#[component]
pub fn ErrorPage(
    /// Status of the answer.
    status: u16,
    /// The number in the log, where there is one.
    reference: Option<String>,
) -> impl IntoView {
    let lang = api::lang();
    let context = use_context::<RequestContext>();
    // Only a link that signs in can be used up.
    let by_link = context
        .as_ref()
        .is_some_and(|context| context.path.starts_with("/logga-in"));
    let (title, text, advice) = match status {
        404 if by_link => (
            "error-not-found-title",
            "error-not-found-link",
            "error-not-found-link-do",
        ),
        404 => ("error-not-found-title", "error-not-found", "error-not-found-do"),
        403 => ("error-forbidden-title", "error-forbidden", "error-forbidden-do"),
        413 => ("error-too-large-title", "error-too-large", "error-too-large-do"),
        503 => (
            "error-hinder-page-title",
            "error-hinder-unanswering",
            "error-hinder-do",
        ),
        507 => ("error-hinder-page-title", "error-hinder-full", "error-hinder-do"),
        409 => ("error-conflict-title", "error-conflict", "error-conflict-do"),
        _ => ("error-failed-title", "error-failed", "error-failed-do"),
    };
    let start = context.map_or("/", |context| home(&context.ctx));
    let reference = reference
        .filter(|reference| !reference.is_empty())
        .map(|reference| {
            view! {
                <p>
                    {lang.t("error-reference")} ": " <code class="reference">{reference}</code>
                </p>
            }
        });
    view! {
        <Title text=lang.t(title) />
        <PageHead heading=lang.t(title).into_any()>
            <p class="lead">{lang.t(text)}</p>
        </PageHead>
        <div class="error-page">
            <p>{lang.t(advice)}</p>
            {reference}
            <p>
                <a href=start>{lang.t("error-start")}</a>
            </p>
        </div>
    }
}

/// Sets the status of the answer.
fn answer_with(status: u16) {
    if let (Some(response), Ok(status)) = (
        use_context::<ResponseOptions>(),
        http::StatusCode::from_u16(status),
    ) {
        response.set_status(status);
    }
}

/// An address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    answer_with(404);
    view! { <ErrorPage status=404 reference=None /> }.into_any()
}

/// Whether it can be a number of the log: the address that it stands in may come from anywhere.
pub(crate) fn is_number_of_ours(reference: &str) -> bool {
    reference.len() <= 40 && reference.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
}

/// Where a form that could not be taken leads: `?kod=` is the status, `?ref=` the number in the log.
#[component]
pub fn FailedFormPage() -> impl IntoView {
    let status = query_part("kod")
        .and_then(|code| code.parse().ok())
        .unwrap_or(500);
    let status = if matches!(status, 403 | 404 | 409 | 413 | 503 | 507) {
        status
    } else {
        500
    };
    answer_with(status);
    let reference = query_part("ref").filter(|reference| is_number_of_ours(reference));
    view! { <ErrorPage status reference /> }.into_any()
}
