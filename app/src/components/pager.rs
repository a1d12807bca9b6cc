//! From page to page of a long list, newest first.

use leptos::prelude::*;
use text::Lang;

/// Links to older entries and back to the newest; nothing where all stands on one page.
#[component]
pub fn Pager(
    /// Address of the older ones.
    next: Option<String>,
    /// Address of the newest, from a page of older ones.
    newest: Option<String>,
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    if next.is_none() && newest.is_none() {
        return ().into_any();
    }
    let newest = newest.map(|href| view! { <li><a href=href>{lang.t("history-newest")}</a></li> });
    let next = next.map(|href| view! { <li><a href=href rel="next">{lang.t("history-next")}</a></li> });
    view! {
        <nav class="older" aria-label=lang.t("history-pages")>
            <ul>{newest} {next}</ul>
        </nav>
    }
    .into_any()
}
