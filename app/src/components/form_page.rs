//! What the pages with a form share.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use text::Lang;

use super::page::Title;

/// A part of the path, such as an identity; empty where the route has none.
pub fn path_part(name: &str) -> Option<String> {
    use_params_map()
        .read_untracked()
        .get(name)
        .filter(|value| !value.is_empty())
}

/// A value of the query, where it has one that is not empty.
pub fn query_part(name: &str) -> Option<String> {
    use_query_map()
        .read_untracked()
        .get(name)
        .filter(|value| !value.is_empty())
}

/// The title of a page with a form. One that came back says so first.
#[component]
pub fn FormTitle(
    /// What the page is.
    #[prop(into)]
    text: String,
    /// The form came back.
    came_back: bool,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    let text = if came_back {
        lang.t_with("form-title-error", &[("title", text.into())])
    } else {
        text
    };
    view! { <Title text /> }
}
