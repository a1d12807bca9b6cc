//! All factors, with the values that hold today.

use leptos::prelude::*;
use service::{FactorItem, FactorListView};
use text::{Lang, date, name, number};

use crate::api;
use crate::components::empty::Empty;
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::scroll::scroll;

/// The page.
#[component]
pub fn FactorListPage() -> impl IntoView {
    let lang = api::lang();
    view! { <Loaded load=api::factors() view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &FactorListView, lang: Lang) -> AnyView {
    let in_force = shown
        .factors
        .iter()
        .filter(|item| item.in_force.is_some())
        .count();
    let heading = if in_force == 0 && !shown.factors.is_empty() {
        lang.t("factor-heading-none")
    } else {
        let args = [
            ("count", in_force.into()),
            ("count-text", number::len(lang, in_force).into()),
        ];
        lang.t_with("factor-heading", &args)
    };
    let add = shown.may_write.then(|| {
        view! { <a class="btn primary" href=links::FACTOR_NEW>{lang.t("factor-new")}</a> }.into_any()
    });
    let content = if shown.factors.is_empty() {
        let text = if shown.may_write {
            lang.t("factor-empty-text")
        } else {
            lang.t("factor-empty-text-read")
        };
        view! { <Empty heading=lang.t("factor-empty") text page=true /> }.into_any()
    } else {
        table(shown, lang)
    };
    view! {
        <Title text=lang.t("factor-title") />
        <Crumbs here=lang.t("factor-title") lang />
        <PageHead heading=heading.into_any() actions=add>
            <p class="lead">{lang.t("factor-lead")}</p>
        </PageHead>
        {content}
    }
    .into_any()
}

fn table(shown: &FactorListView, lang: Lang) -> AnyView {
    let rows: Vec<_> = shown.factors.iter().map(|item| row(item, lang)).collect();
    let caption = lang.t_with(
        "factor-list-caption",
        &[("day", date::day(lang, shown.today).into())],
    );
    let table = view! {
        <table class="data">
            <caption id="faktorer">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("factor-name-head")}</th>
                    <th scope="col">{lang.t("factor-kind-head")}</th>
                    <th scope="col">{lang.t("factor-value-head")}</th>
                    <th scope="col">{lang.t("factor-from-head")}</th>
                    <th scope="col">{lang.t("factor-price-head")}</th>
                    <th scope="col">{lang.t("factor-source-head")}</th>
                    <th scope="col">{lang.t("factor-waiting-head")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll("faktorer", "", table.into_any())
}

fn row(item: &FactorItem, lang: Lang) -> AnyView {
    let factor = &item.factor;
    let held = match &item.in_force {
        Some(value) => {
            let price = value.price_level.map_or_else(
                || lang.t("factor-no-price"),
                |year| lang.t_with("factor-price-of", &[("year", year.to_string().into())]),
            );
            view! {
                <td>{name::factor_value(lang, factor, value.value)}</td>
                <td>{date::day(lang, value.from)}</td>
                <td>{price}</td>
                <td>{value.source.clone()}</td>
            }
            .into_any()
        }
        None => view! {
            <td><span class="no-value">{lang.t("factor-no-value")}</span></td>
            <td></td>
            <td></td>
            <td></td>
        }
        .into_any(),
    };
    let ended = factor.ended_on.map(|day| {
        let said = lang.t_with("factor-ended", &[("day", date::day(lang, day).into())]);
        view! { <br /><small>{said}</small> }
    });
    let count = |key: &str, count: usize| {
        let args = [
            ("count", count.into()),
            ("count-text", number::len(lang, count).into()),
        ];
        (count > 0).then(|| lang.t_with(key, &args))
    };
    let waiting: Vec<String> = [
        count("factor-submitted-count", item.submitted),
        count("factor-open-count", item.open),
    ]
    .into_iter()
    .flatten()
    .collect();
    view! {
        <tr>
            <th scope="row">
                <a href=links::factor(factor.id)>{factor.name.clone()}</a>
                {ended}
            </th>
            <td>{name::factor_kind(lang, factor.kind)}</td>
            {held}
            <td>{waiting.join(", ")}</td>
        </tr>
    }
    .into_any()
}
