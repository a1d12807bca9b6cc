//! What an initiative depends on: found by a search, added and taken away one by one.

use leptos::prelude::*;
use service::{DependencyView, InitiativeName};
use text::{Lang, number};

use crate::api;
use crate::components::empty::Empty;
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};

/// The dependencies of an initiative.
#[component]
pub fn DependencyPage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    let load = api::dependencies(path_part("id").unwrap_or_default(), query_part("sok"));
    view! { <Loaded load view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &DependencyView, done: Option<&str>, lang: Lang) -> AnyView {
    let back = links::initiative(shown.initiative.id);
    let heading = lang.t_with(
        "initiative-depends-heading",
        &[
            ("count", shown.depends_on.len().into()),
            ("text", number::len(lang, shown.depends_on.len()).into()),
        ],
    );
    let crumbs = vec![
        ("/initiativ".to_owned(), lang.t("initiative-list-title")),
        (back.clone(), shown.initiative.name.clone()),
    ];
    let kicker = Some(view! { <p class="kicker">{shown.initiative.name.clone()}</p> }.into_any());
    let now: Vec<_> = shown
        .depends_on
        .iter()
        .map(|one| row(shown, one, false, lang))
        .collect();
    let now = if now.is_empty() {
        view! { <Empty heading=lang.t("initiative-depends-none") text=lang.t("initiative-depends-none-text") /> }
            .into_any()
    } else {
        view! { <ul class="stack">{now}</ul> }.into_any()
    };
    view! {
        <Title text=lang.t("initiative-depends-title") />
        <Crumbs steps=crumbs here=lang.t("initiative-depends-title") lang />
        {notice(done, shown, lang)}
        <PageHead heading=heading.into_any() kicker>
            <p class="lead">{lang.t("initiative-depends-lead")}</p>
        </PageHead>
        <section class="block" aria-labelledby="h-nu">
            <h2 id="h-nu">{lang.t("initiative-depends-now")}</h2>
            {now}
        </section>
        <section class="block" aria-labelledby="h-fler">
            <h2 id="h-fler">{lang.t("initiative-depends-more")}</h2>
            <form class="filter" method="get" role="search" aria-labelledby="h-fler">
                <div class="field grow">
                    <label for="sok">{lang.t("initiative-depends-search")}</label>
                    <input type="search" id="sok" name="sok" value=shown.search.clone() autocomplete="off" />
                </div>
                <button class="btn" type="submit">
                    {lang.t("initiative-depends-search-submit")}
                </button>
            </form>
            {found(shown, lang)}
        </section>
        <p><a href=back>{lang.t("initiative-depends-back")}</a></p>
    }
    .into_any()
}

fn found(shown: &DependencyView, lang: Lang) -> Option<AnyView> {
    if shown.search.is_empty() {
        return None;
    }
    if shown.found.is_empty() {
        return Some(
            view! {
                <Empty heading=lang.t("initiative-no-match") text=lang.t("initiative-depends-no-match-text") />
            }
            .into_any(),
        );
    }
    let rows: Vec<_> = shown
        .found
        .iter()
        .map(|one| row(shown, one, true, lang))
        .collect();
    let more = shown
        .more
        .then(|| view! { <p class="note">{lang.t("initiative-depends-too-many")}</p> });
    Some(view! { <ul class="stack">{rows}</ul> {more} }.into_any())
}

fn row(shown: &DependencyView, one: &InitiativeName, add: bool, lang: Lang) -> AnyView {
    let (depends, text) = if add {
        ("yes", lang.t("initiative-depends-add"))
    } else {
        ("no", lang.t("initiative-depends-remove"))
    };
    let name = one.name.clone();
    view! {
        <li>
            <form class="in-line" method="post" action="/api/initiative_depend">
                <input type="hidden" name="id" value=shown.initiative.id.to_string() />
                <input type="hidden" name="version" value=shown.version.to_string() />
                <input type="hidden" name="on" value=one.id.to_string() />
                <a href=links::initiative(one.id)>{name.clone()}</a>
                " "
                <button class="btn quiet" type="submit" name="depends" value=depends>
                    {text} <span class="vh">": " {name}</span>
                </button>
            </form>
        </li>
    }
    .into_any()
}

fn notice(done: Option<&str>, shown: &DependencyView, lang: Lang) -> Option<AnyView> {
    let (kind, heading, next) = match done? {
        "beroende" => (
            ReceiptKind::Done,
            "initiative-depends-done",
            "initiative-depends-done-next",
        ),
        "krets" => (
            ReceiptKind::NotDone,
            "initiative-depends-circle",
            "initiative-depends-circle-next",
        ),
        "hann-fore" => (
            ReceiptKind::NotDone,
            "initiative-not-first",
            "initiative-not-first-next",
        ),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    let without = format!("{}/beroenden", links::initiative(shown.initiative.id));
    Some(view! { <Receipt kind heading next without close /> }.into_any())
}
