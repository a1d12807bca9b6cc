//! The measures of the agency.

use domain::policy::Operation;
use domain::register::encoded_query;
use leptos::prelude::*;
use service::{MeasureItem, MeasureListView};
use text::{Lang, measure, name, number};

use crate::api;
use crate::components::empty::Empty;
use crate::components::form_page::query_part;
use crate::components::icon::{Icon, Symbol};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::pager::numbered_pages;
use crate::components::scroll::scroll;

/// The page.
#[component]
pub fn MeasureListPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::measures(query_part("sok"), query_part("sida"));
    view! { <Loaded load view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &MeasureListView, lang: Lang) -> AnyView {
    let heading = lang.t_with(
        "measure-list-heading",
        &[
            ("all", shown.all.into()),
            ("all-text", number::len(lang, shown.all).into()),
        ],
    );
    let add = shown.may_add.then(|| {
        view! { <a class="btn primary" href=format!("{}/nytt", links::MEASURES)>{lang.t("measure-add")}</a> }
    });
    let (log, review) = (
        api::may(Operation::EvidenceWrite),
        api::may(Operation::EvidenceApprove),
    );
    let actions = (shown.may_add || log || review).then(|| {
        let log = log.then(|| {
            view! { <a class="btn quiet" href=links::MEASUREMENTS>{lang.t("measurements-link")}</a> }
        });
        let review = review.then(|| {
            view! { <a class="btn quiet" href=links::MEASUREMENTS_REVIEW>{lang.t("measurements-review-link")}</a> }
        });
        view! { {add} {log} {review} }.into_any()
    });
    let body = if shown.all == 0 {
        let (heading, text) = (lang.t("measure-list-empty"), lang.t("measure-list-empty-text"));
        view! { <Empty heading text page=true /> }.into_any()
    } else {
        view! { {search(shown, lang)} {table(shown, lang)} }.into_any()
    };
    view! {
        <Title text=lang.t("measure-title") />
        <Crumbs here=lang.t("measure-title") lang />
        <PageHead heading=heading.into_any() actions>
            <p class="lead">{lang.t("measure-list-lead")}</p>
        </PageHead>
        {body}
    }
    .into_any()
}

fn search(shown: &MeasureListView, lang: Lang) -> AnyView {
    view! {
        <form class="filter" method="get" action=links::MEASURES role="search" aria-label=lang.t("measure-list-filter")>
            <div class="field grow">
                <label for="sok">{lang.t("measure-list-search")}</label>
                <span class="search-field">
                    <Icon symbol=Symbol::Search />
                    <input type="search" id="sok" name="sok" autocomplete="off" maxlength="200" value=shown.search.clone() />
                </span>
            </div>
            <button class="btn" type="submit">{lang.t("register-filter-submit")}</button>
        </form>
    }
    .into_any()
}

fn table(shown: &MeasureListView, lang: Lang) -> AnyView {
    let told = lang.t_with(
        "measure-list-found",
        &[
            ("found-text", number::len(lang, shown.found).into()),
            ("all-text", number::len(lang, shown.all).into()),
        ],
    );
    let told = view! {
        <div class="result-line">
            <p class="count" role="status">{told}</p>
        </div>
    };
    if shown.measures.is_empty() {
        return told.into_any();
    }
    let rows: Vec<_> = shown.measures.iter().map(|item| row(item, lang)).collect();
    let table = view! {
        <table class="data stacked">
            <caption class="vh" id="matt">{lang.t("measure-title")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("measure-name")}</th>
                    <th scope="col">{lang.t("measure-unit-head")}</th>
                    <th scope="col">{lang.t("measure-direction-head")}</th>
                    <th scope="col">{lang.t("measure-frequency-head")}</th>
                    <th scope="col" class="n">{lang.t("measure-goals-head")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    view! {
        {told}
        {scroll("matt", "", table.into_any())}
        {pages(shown, lang)}
    }
    .into_any()
}

/// The ways to other pages, where there are any.
fn pages(shown: &MeasureListView, lang: Lang) -> Option<AnyView> {
    let address = |page: usize| {
        let query = encoded_query([("sok", shown.search.as_str()), ("sida", &page.to_string())]);
        format!("{}?{query}", links::MEASURES)
    };
    numbered_pages(
        (shown.page, shown.pages),
        lang.t("measure-list-pages"),
        address,
        lang,
    )
}

fn row(item: &MeasureItem, lang: Lang) -> AnyView {
    let now = item.measure.current();
    let not_stated = || view! { <span class="no-value">{lang.t("measure-not-stated")}</span> }.into_any();
    let unit = now
        .and_then(|now| now.unit.clone())
        .map_or_else(not_stated, IntoAny::into_any);
    let frequency = now.and_then(|now| now.frequency);
    let frequency = frequency.map_or_else(not_stated, |often| measure::cadence(lang, often).into_any());
    let direction = now
        .map(|now| measure::direction(lang, now.direction))
        .unwrap_or_default();
    let [of_unit, of_direction, of_frequency, of_goals] = [
        "measure-unit-head",
        "measure-direction-head",
        "measure-frequency-head",
        "measure-goals-head",
    ]
    .map(|key| lang.t(key));
    view! {
        <tr>
            <th scope="row">
                <a href=links::measure(item.measure.id)>{item.measure.name.clone()}</a>
            </th>
            <td data-label=of_unit>{unit}</td>
            <td data-label=of_direction>{name::upper_first(&direction)}</td>
            <td data-label=of_frequency>{frequency}</td>
            <td class="n" data-label=of_goals>{number::count(lang, item.goals)}</td>
        </tr>
    }
    .into_any()
}
