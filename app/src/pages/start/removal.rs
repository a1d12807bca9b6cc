//! Removing the example: what goes, what stays, what stands in the way.

use domain::example::{InTheWay, Obstacle, Removal};
use leptos::prelude::*;
use service::ExampleView;
use text::{Lang, headline, history, name, number};

use crate::api;
use crate::components::empty::Quiet;
use crate::components::form_page::query_part;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;

/// Confirms that the example is to go.
#[component]
pub fn ExamplePage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    view! { <Loaded load=api::example() view=move |shown| page(&shown, done.as_deref(), lang) /> }.into_any()
}

fn page(shown: &ExampleView, done: Option<&str>, lang: Lang) -> AnyView {
    let (heading, lead, content) = match &shown.removal {
        None => (
            "start-example-not-there",
            "start-example-not-there-next",
            view! { <p class="actions"><a class="btn" href=links::START>{lang.t("start-link")}</a></p> }
                .into_any(),
        ),
        Some(removal) if removal.in_the_way.is_empty() => (
            "start-removal-heading",
            "start-removal-lead",
            what_goes(removal, &shown.seen, lang),
        ),
        Some(removal) => (
            "start-removal-stopped",
            "start-removal-stopped-lead",
            in_the_way(&removal.in_the_way, lang),
        ),
    };
    let total = shown.removal.as_ref().map_or(0, Removal::total);
    let args = [
        ("count", total.into()),
        ("text", number::count(lang, total).into()),
    ];
    let crumbs = vec![(links::START.to_owned(), lang.t("start-title"))];
    view! {
        <Title text=lang.t("start-removal-title") />
        <Crumbs steps=crumbs here=lang.t("start-removal-title") lang />
        {notice(done, lang)}
        <PageHead heading=lang.t_with(heading, &args).into_any()>
            <p class="lead">{lang.t(lead)}</p>
        </PageHead>
        {content}
    }
    .into_any()
}

fn notice(done: Option<&str>, lang: Lang) -> Option<AnyView> {
    let (heading, next) = match done? {
        "annat" => ("start-removal-changed", "start-removal-changed-next"),
        "anvands" => ("start-removal-used", "start-removal-used-next"),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    let kind = ReceiptKind::NotDone;
    Some(view! { <Receipt kind heading next without=links::EXAMPLE close /> }.into_any())
}

fn what_goes(removal: &Removal, seen: &str, lang: Lang) -> AnyView {
    let rows: Vec<_> = removal
        .going
        .iter()
        .map(|(kind, of)| {
            let n = |count: u32| match count {
                0 => "–".to_owned(),
                count => number::count(lang, count),
            };
            view! {
                <tr>
                    <th scope="row">{history::kind(lang, *kind)}</th>
                    <td class="n">{n(of.brought)}</td>
                    <td class="n">{n(of.added)}</td>
                </tr>
            }
        })
        .collect();
    let table = view! {
        <table class="data example-goes">
            <caption id="h-tas-bort">{lang.t("start-removal-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("start-removal-kind")}</th>
                    <th scope="col" class="n">{lang.t("start-removal-brought")}</th>
                    <th scope="col" class="n">{lang.t("start-removal-added")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    let stays = (!removal.stays.is_empty()).then(|| {
        let stays = removal.stays.iter();
        let names: Vec<String> = stays.map(|named| history::subject(lang, named)).collect();
        let names = headline::list(lang, &names);
        view! {
            <Quiet
                heading=lang.t("start-removal-stays")
                text=lang.t_with("start-removal-stays-text", &[("names", names.into())])
                page=true
            />
        }
    });
    let left = (!removal.left.is_empty()).then(|| {
        let left = removal.left.iter();
        let names: Vec<String> = left.map(|named| history::subject(lang, named)).collect();
        let names = headline::list(lang, &names);
        view! {
            <Quiet
                heading=lang.t("start-removal-left")
                text=lang.t_with("start-removal-left-text", &[("names", names.into())])
                page=true
            />
        }
    });
    let seen = seen.to_owned();
    view! {
        {scroll("h-tas-bort", "", table.into_any())}
        {stays}
        {left}
        <form class="actions start-actions" method="post" action="/api/example_remove">
            <input type="hidden" name="seen" value=seen />
            <button class="btn primary" type="submit">
                {lang.t("start-removal-submit")}
            </button>
            <a class="btn quiet" href=links::START>
                {lang.t("start-removal-back")}
            </a>
        </form>
        <p class="note">{lang.t("start-removal-note")}</p>
    }
    .into_any()
}

fn in_the_way(obstacles: &[Obstacle], lang: Lang) -> AnyView {
    let rows: Vec<_> = obstacles
        .iter()
        .map(|of| {
            let why = lang.t(match of.why {
                InTheWay::Area => "start-removal-in-area",
                InTheWay::Unit => "start-removal-with-unit",
                InTheWay::Portfolio => "start-removal-in-portfolio",
                InTheWay::Initiative => "start-removal-depends",
                InTheWay::AreaSet => "start-removal-by-areas",
                InTheWay::Delivery => "start-removal-in-scope",
                InTheWay::Decided => "start-removal-decided",
            });
            let kind = history::kind(lang, of.named.kind);
            let named = history::subject(lang, &of.named);
            let shown = match links::subject(&of.named, &of.id.to_string()) {
                Some(path) => view! { <a href=path>{named}</a> }.into_any(),
                None => view! { <b>{named}</b> }.into_any(),
            };
            view! { <li>{kind} " " {shown} " " {name::lower_first(&why)}</li> }
        })
        .collect();
    view! {
        <ul class="bullets prose">{rows}</ul>
        <p class="actions start-actions">
            <a class="btn" href=links::START>
                {lang.t("start-removal-back")}
            </a>
        </p>
    }
    .into_any()
}
