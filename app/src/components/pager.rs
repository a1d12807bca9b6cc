//! From page to page of a long list.

use leptos::prelude::*;
use text::{Lang, number};

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

/// From page to page of a list that is cut by number, from 1 on; nothing where all stands on one page.
pub fn numbered_pages(
    (page, pages): (usize, usize),
    label: String,
    address: impl Fn(usize) -> String,
    lang: Lang,
) -> Option<AnyView> {
    if pages < 2 {
        return None;
    }
    let to = |page: usize, key: &'static str, rel: &'static str| {
        view! { <li><a href=address(page) rel=rel>{lang.t(key)}</a></li> }
    };
    let before = (page > 1).then(|| to(page - 1, "common-page-before", "prev"));
    let next = (page < pages).then(|| to(page + 1, "common-page-next", "next"));
    let told = lang.t_with(
        "common-page-of",
        &[
            ("page", number::len(lang, page).into()),
            ("pages", number::len(lang, pages).into()),
        ],
    );
    Some(
        view! {
            <nav class="older" aria-label=label>
                <ul>{before} {next} <li class="muted">{told}</li></ul>
            </nav>
        }
        .into_any(),
    )
}
