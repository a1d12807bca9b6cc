//! From page to page of a long list.

use std::ops::Range;

use leptos::prelude::*;
use text::{Lang, number};

use super::form_page::query_part;

/// The page of a long list that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Which page it is, from 1 on.
    pub page: usize,
    /// How many pages there are; one at least.
    pub pages: usize,
    /// What of the list stands on it.
    pub range: Range<usize>,
}

impl Cut {
    /// The page that is asked for of a list so long, with so many on each page, or the first; the last where there are not so many.
    pub fn of(all: usize, on_page: usize, asked: Option<usize>) -> Self {
        let pages = all.div_ceil(on_page).max(1);
        let page = asked.unwrap_or(1).clamp(1, pages);
        let from = (page - 1) * on_page;
        Self {
            page,
            pages,
            range: from..all.min(from + on_page),
        }
    }
}

/// The number of the page that the address asks for (`?sida=2`).
pub fn asked_page() -> Option<usize> {
    query_part("sida").and_then(|page| page.parse().ok())
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_its_share_and_the_last_the_rest() {
        for (all, asked, page, pages, range) in [
            (0, None, 1, 1, 0..0),
            (25, None, 1, 1, 0..25),
            (26, None, 1, 2, 0..25),
            (26, Some(2), 2, 2, 25..26),
            (50, Some(2), 2, 2, 25..50),
            (50, Some(3), 2, 2, 25..50),
            (50, Some(0), 1, 2, 0..25),
        ] {
            let cut = Cut::of(all, 25, asked);
            assert_eq!(cut, Cut { page, pages, range }, "page {asked:?} of {all}");
        }
    }
}
