//! The benefit calculations of all initiatives.

use domain::statement::ApprovalState;
use leptos::prelude::*;
use service::{CalculationItem, CalculationListView};
use text::{Lang, name, number};

use crate::api;
use crate::components::empty::Empty;
use crate::components::finding::ApprovalMark;
use crate::components::form_page::query_part;
use crate::components::icon::{Icon, Symbol};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::scroll::scroll;

/// The page.
#[component]
pub fn CalculationListPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::calculations(query_part("sok"), query_part("lage"));
    view! { <Loaded load view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &CalculationListView, lang: Lang) -> AnyView {
    let heading = lang.t_with(
        "calculation-list-heading",
        &[
            ("all-text", number::len(lang, shown.all).into()),
            ("promised-text", number::len(lang, shown.promised).into()),
        ],
    );
    let none = (shown.all == 0).then(|| {
        let (heading, text) = (
            lang.t("calculation-list-empty"),
            lang.t("calculation-list-empty-text"),
        );
        view! { <Empty heading text page=true /> }
    });
    let found = (shown.all > 0).then(|| view! { {filter(shown, lang)} {table(shown, lang)} });
    view! {
        <Title text=lang.t("calculation-list-title") />
        <Crumbs here=lang.t("calculation-list-title") lang />
        <PageHead heading=heading.into_any()>
            <p class="lead">
                {lang.t("calculation-list-lead")} " " <a href=links::CALIBRATION>{lang.t("calibration-title")}</a>
            </p>
        </PageHead>
        {none}
        {found}
    }
    .into_any()
}

fn filter(shown: &CalculationListView, lang: Lang) -> AnyView {
    let states: Vec<_> = ApprovalState::ALL
        .into_iter()
        .map(|state| {
            let selected = shown.state == Some(state);
            view! {
                <option value=state.code() selected=selected>
                    {name::approval_state(lang, state)}
                </option>
            }
        })
        .collect();
    view! {
        <form
            class="filter"
            method="get"
            action=links::CALCULATIONS
            role="search"
            aria-label=lang.t("calculation-list-filter")
        >
            <div class="field grow">
                <label for="sok">{lang.t("calculation-list-search")}</label>
                <span class="search-field">
                    <Icon symbol=Symbol::Search />
                    <input
                        type="search"
                        id="sok"
                        name="sok"
                        autocomplete="off"
                        maxlength="200"
                        value=shown.search.clone()
                    />
                </span>
            </div>
            <div class="field">
                <label for="lage">{lang.t("calculation-state-head")}</label>
                <select id="lage" name="lage">
                    <option value="">{lang.t("calculation-list-any")}</option>
                    {states}
                </select>
            </div>
            <button class="btn" type="submit">{lang.t("register-filter-submit")}</button>
        </form>
    }
    .into_any()
}

fn table(shown: &CalculationListView, lang: Lang) -> AnyView {
    let told = lang.t_with(
        "calculation-list-count",
        &[
            ("count", shown.fitting.into()),
            ("count-text", number::len(lang, shown.fitting).into()),
        ],
    );
    let more = (shown.items.len() < shown.fitting).then(|| {
        let first = number::len(lang, shown.items.len());
        let more = lang.t_with("calculation-list-more", &[("count-text", first.into())]);
        view! { <p class="note">{more}</p> }
    });
    let told = view! {
        <div class="result-line">
            <p class="count" role="status">{told}</p>
            {more}
        </div>
    };
    if shown.items.is_empty() {
        return told.into_any();
    }
    let rows: Vec<_> = shown.items.iter().map(|item| row(item, lang)).collect();
    let table = view! {
        <table class="data">
            <caption class="vh" id="kalkyler">{lang.t("calculation-list-title")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("history-kind-initiative")}</th>
                    <th scope="col">{lang.t("calculation-version-head")}</th>
                    <th scope="col">{lang.t("calculation-state-head")}</th>
                    <th scope="col">{lang.t("calculation-list-years")}</th>
                    <th scope="col">{lang.t("calculation-promise")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        {told}
        {scroll("kalkyler", "", table.into_any())}
    }
    .into_any()
}

fn row(item: &CalculationItem, lang: Lang) -> AnyView {
    let newest = &item.newest;
    let last = newest
        .base_year
        .saturating_add(newest.horizon_years)
        .saturating_sub(1);
    let version = |number: i32| {
        lang.t_with(
            "calculation-version-name",
            &[("number", number.to_string().into())],
        )
    };
    let promised = match item.promised {
        Some(number) => version(number).into_any(),
        None => view! { <span class="no-value">{lang.t("calculation-list-no-promise")}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=links::calculation(newest.id)>{newest.name.clone()}</a>
            </th>
            <td>{version(newest.number)}</td>
            <td><ApprovalMark state=newest.state lang /></td>
            <td>{format!("{}–{last}", newest.base_year)}</td>
            <td>{promised}</td>
        </tr>
    }
    .into_any()
}
