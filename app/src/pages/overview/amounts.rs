use domain::standing::Standing;
use leptos::prelude::*;
use text::Lang;

use super::beside::beside;
use crate::api;
use crate::components::amounts::{amount_table, no_amounts};
use crate::components::links::Links;
use crate::components::page::Loaded;
use crate::components::pager::{Cut, asked_page, numbered_pages};
use crate::components::switch::asked_year;

/// Amounts on a page.
const ON_PAGE: usize = 100;

/// All amounts that statements mention.
#[component]
pub fn AmountsPage() -> impl IntoView {
    let lang = api::lang();
    let page = asked_page();
    let view = move |view| {
        beside(&view, lang, Links::amounts, |standing| {
            shown(standing, page, lang)
        })
    };
    view! { <Loaded load=api::overview(asked_year()) view /> }.into_any()
}

/// The heading, and what stands below it.
fn shown(standing: &Standing, page: Option<usize>, lang: Lang) -> (String, AnyView) {
    let heading = lang.t("overview-amounts-title");
    if standing.amounts.is_empty() {
        return (heading, no_amounts(true, lang));
    }
    let links = super::links(standing);
    let Cut { page, pages, range } = Cut::of(standing.amounts.len(), ON_PAGE, page);
    let address = |page: usize| format!("{}&sida={page}", links.amounts());
    let amounts = standing.amounts.get(range).unwrap_or_default();
    let content = view! {
        {amount_table(amounts, lang)}
        {numbered_pages((page, pages), lang.t("overview-amounts-pages"), address, lang)}
    };
    (heading, content.into_any())
}
