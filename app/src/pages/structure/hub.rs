//! All that the portfolio is ordered by, with ways to change it.

mod agency;
mod areas;
mod groups;
mod portfolios;
mod units;

use chrono::NaiveDate;
use leptos::prelude::*;
use service::StructureView;
use text::{Lang, date, number};

use crate::api;
use crate::components::form_page::query_part;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::receipt::{Receipt, ReceiptKind};
use crate::components::scroll::scroll;

/// The structure.
#[component]
pub fn StructurePage() -> impl IntoView {
    let lang = api::lang();
    let done = query_part("klart");
    view! { <Loaded load=api::structure() view=move |shown| page(&shown, done.as_deref(), lang) /> }
        .into_any()
}

fn page(shown: &StructureView, done: Option<&str>, lang: Lang) -> AnyView {
    let areas: usize = shown.sets.iter().map(|set| set.areas.len()).sum();
    let existing = shown
        .units
        .iter()
        .filter(|unit| !unit.value.has_ended(shown.today))
        .count();
    let heading = lang.t_with(
        "structure-heading",
        &[
            ("areas", areas.into()),
            ("areas-text", number::len(lang, areas).into()),
            ("groups", shown.groups.len().into()),
            ("groups-text", number::len(lang, shown.groups.len()).into()),
            ("units", existing.into()),
            ("units-text", number::len(lang, existing).into()),
        ],
    );
    let start = (shown.is_unfinished && shown.may_write).then(|| {
        view! {
            <p>{lang.t("start-link-text")} " " <a href=links::START>{lang.t("start-link")}</a></p>
        }
    });
    view! {
        <Title text=lang.t("structure-title") />
        <Crumbs here=lang.t("structure-title") lang />
        {notice(shown, done, lang)}
        <PageHead heading=heading.into_any()>
            <p class="lead">{lang.t("structure-lead")}</p>
            {start}
        </PageHead>
        {agency::agency(shown, lang)}
        <p><a href=links::FACTORS>{lang.t("factor-title")}</a></p>
        {areas::sets(shown, lang)}
        {groups::groups(shown, lang)}
        {units::units(shown, lang)}
        {units::orphans(shown, lang)}
        {portfolios::portfolios(shown, lang)}
    }
    .into_any()
}

fn notice(shown: &StructureView, done: Option<&str>, lang: Lang) -> Option<AnyView> {
    let (kind, heading, next) = match done? {
        "sparat" => (ReceiptKind::Done, "structure-done", "structure-done-next"),
        "borttaget" => (ReceiptKind::Done, "structure-removed", "structure-removed-next"),
        "anvands" => (ReceiptKind::NotDone, "structure-in-use", "structure-in-use-next"),
        "hann-fore" => (
            ReceiptKind::NotDone,
            "structure-not-first",
            "structure-not-first-next",
        ),
        _ => return None,
    };
    let (heading, next, close) = (lang.t(heading), lang.t(next), lang.t("form-receipt-close"));
    let onward = shown
        .is_unfinished
        .then(|| (links::START.to_owned(), lang.t("structure-done-onward")));
    Some(view! { <Receipt kind heading next onward without="/struktur" close /> }.into_any())
}

/// The cell with the link to a form; none where the actor may not use it.
fn change_cell(shown: &StructureView, path: String, what: &str, lang: Lang) -> Option<AnyView> {
    change(shown, path, what, lang).map(|link| view! { <td>{link}</td> }.into_any())
}

/// The link to a form, where the actor may use it.
fn change(shown: &StructureView, path: String, what: &str, lang: Lang) -> Option<AnyView> {
    shown.may_write.then(|| {
        view! {
            <a href=path>
                {lang.t("structure-change")} <span class="vh">" " {what.to_owned()}</span>
            </a>
        }
        .into_any()
    })
}

fn head(id: &'static str, heading: String, add: Option<(String, String)>, shown: &StructureView) -> AnyView {
    let add = add.filter(|_| shown.may_write).map(|(path, text)| {
        view! {
            <div class="actions">
                <a class="btn" href=path>
                    {text}
                </a>
            </div>
        }
    });
    view! {
        <div class="block-head">
            <h2 id=id>{heading}</h2>
            {add}
        </div>
    }
    .into_any()
}

/// A table with a column of links to forms for those who may use them.
fn table(
    shown: &StructureView,
    id: &'static str,
    caption: String,
    heads: &[&str],
    rows: AnyView,
    lang: Lang,
) -> AnyView {
    let heads: Vec<_> = heads
        .iter()
        .map(|key| view! { <th scope="col">{lang.t(key)}</th> })
        .collect();
    let table = view! {
        <table class="data">
            <caption id=id>{caption}</caption>
            <thead>
                <tr>{heads} {change_head(shown, lang)}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll(id, "", table.into_any())
}

/// The head of the column of links.
fn change_head(shown: &StructureView, lang: Lang) -> Option<AnyView> {
    shown.may_write.then(|| {
        view! {
            <th scope="col">
                <span class="vh">{lang.t("structure-change")}</span>
            </th>
        }
        .into_any()
    })
}

/// "från 1 januari 2022 till 31 december 2024", as far as it is known.
fn validity(from: Option<NaiveDate>, to: Option<NaiveDate>, lang: Lang) -> String {
    let day = |day| date::day(lang, day).into();
    match (from, to) {
        (Some(from), Some(to)) => lang.t_with("structure-between", &[("from", day(from)), ("to", day(to))]),
        (Some(from), None) => lang.t_with("structure-from", &[("from", day(from))]),
        (None, Some(to)) => lang.t_with("structure-to", &[("to", day(to))]),
        (None, None) => lang.t("structure-always"),
    }
}
