//! A report beside another: what has changed, in words and numbers.

mod tables;

use domain::id::ReportId;
use domain::report_comparison::Comparison;
use leptos::prelude::*;
use service::ComparisonView;
use text::{Lang, comparison};

use self::tables::{coverage_table, level_table, pair_table, year_table};
use crate::api;
use crate::components::empty::Empty;
use crate::components::form_page::{path_part, query_part};
use crate::components::links;
use crate::components::page::{Loaded, Title};
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::switch::switch_name;

/// A report beside another.
#[component]
pub fn ReportComparisonPage() -> impl IntoView {
    let lang = api::lang();
    let load = api::report_comparison(path_part("id").unwrap_or_default(), query_part("med"));
    view! { <Loaded load view=move |shown| page(&shown, lang) /> }.into_any()
}

fn page(shown: &ComparisonView, lang: Lang) -> AnyView {
    let this = &shown.this;
    let crumbs = vec![
        ("/rapporter".to_owned(), lang.t("report-list-title")),
        (links::report(this.id), this.name()),
    ];
    let title = lang.t("comparison-title");
    let heading = match &shown.comparison {
        Some(compared) => comparison::heading(lang, compared),
        None => title.clone(),
    };
    let actions = shown.comparison.as_ref().zip(shown.with).map(|(_, with)| {
        view! {
            <a class="btn" href=links::report_comparison_file(this.id, with) download="">
                {lang.t("comparison-csv")}
            </a>
        }
        .into_any()
    });
    let kicker = Some(view! { <p class="kicker">{kicker(shown, lang)}</p> }.into_any());
    let lead = shown
        .comparison
        .as_ref()
        .map(|compared| comparison::areas(lang, compared));
    let lead = view! { {lead.map(|lead| view! { <p class="lead">{lead}</p> })} };
    let body = match &shown.comparison {
        Some(compared) => body(compared, lang),
        None => nothing(shown, lang),
    };
    let choose = choose(shown, lang);
    view! {
        <Title text=title.clone() />
        <Crumbs steps=crumbs here=title lang />
        <PageHead heading=heading.into_any() kicker actions>
            {lead}
        </PageHead>
        {choose}
        {body}
    }
    .into_any()
}

fn kicker(shown: &ComparisonView, lang: Lang) -> String {
    match &shown.comparison {
        Some(compared) => {
            let (before, now) = comparison::periods(compared);
            lang.t_with(
                "comparison-against",
                &[("before", before.into()), ("now", now.into())],
            )
        }
        None => shown.this.name(),
    }
}

fn nothing(shown: &ComparisonView, lang: Lang) -> AnyView {
    let (heading, text) = match shown.others.is_empty() {
        true => ("comparison-none", "comparison-none-text"),
        false => ("comparison-none-earlier", "comparison-none-earlier-text"),
    };
    view! { <Empty heading=lang.t(heading) text=lang.t(text) page=true /> }.into_any()
}

/// The choice of what it is compared with; nothing where there is no choice.
fn choose(shown: &ComparisonView, lang: Lang) -> Option<AnyView> {
    if shown.others.is_empty() {
        return None;
    }
    let option = |id: ReportId, text: String| {
        let selected = shown.with == Some(id);
        view! { <option value=id.to_string() selected=selected>{text}</option> }
    };
    let options: Vec<_> = shown
        .others
        .iter()
        .map(|head| option(head.id, switch_name(head, lang)))
        .collect();
    Some(
        view! {
            <form class="filter" method="get" action=links::report_comparison(shown.this.id)>
                <div class="field">
                    <label for="med">{lang.t("comparison-choose")}</label>
                    <select id="med" name="med">{options}</select>
                </div>
                <button class="btn" type="submit">
                    {lang.t("comparison-choose-submit")}
                </button>
            </form>
        }
        .into_any(),
    )
}

fn body(compared: &Comparison, lang: Lang) -> AnyView {
    let cautions: Vec<_> = comparison::cautions(lang, compared)
        .into_iter()
        .map(|said| view! { <li>{said}</li> })
        .collect();
    let caution = (!cautions.is_empty()).then(|| view! { <ul class="bullets">{cautions}</ul> });
    let (before, now) = comparison::periods(compared);
    let periods = [("before", before.into()), ("now", now.into())];
    let areas = level_table(
        compared,
        &compared.areas,
        Some(&compared.whole),
        "comparison-areas-caption",
        "h-nivaer",
        lang,
    );
    let groups = level_table(
        compared,
        &compared.groups,
        None,
        "comparison-groups-caption",
        "h-grupper",
        lang,
    );
    let deliveries = pair_table(
        compared,
        "comparison-deliveries-caption",
        |facts| facts.deliveries.map(|count| text::number::count(lang, count)),
        |row| comparison::count_change(lang, compared.deliveries(row)),
        lang,
    );
    let expected = pair_table(
        compared,
        "comparison-expected-caption",
        |facts| facts.expected().map(|money| text::number::tkr(lang, money)),
        |row| comparison::money_change(lang, compared.expected(row)),
        lang,
    );
    let outcome = pair_table(
        compared,
        "comparison-outcome-caption",
        |facts| {
            let outcome = facts.realised.outcome;
            outcome.map(|money| text::number::tkr(lang, money))
        },
        |row| comparison::money_change(lang, compared.outcome(row)),
        lang,
    );
    view! {
        {caution}
        <section class="block" aria-labelledby="h-nivaer">
            <h2 id="h-nivaer">{lang.t("comparison-levels")}</h2>
            <p class="note">{lang.t_with("comparison-track", &periods)} " " {lang.t("comparison-absent-note")}</p>
            {areas}
        </section>
        <section class="block" aria-labelledby="h-grupper">
            <h2 id="h-grupper">{lang.t("comparison-groups")}</h2>
            {groups}
        </section>
        <section class="block" aria-labelledby="h-tackning">
            <h2 id="h-tackning">{lang.t("comparison-coverage")}</h2>
            <p class="note">{lang.t_with("comparison-coverage-bars", &periods)}</p>
            {coverage_table(compared, "h-tackning", lang)}
        </section>
        <section class="block" aria-labelledby="h-antal">
            <h2 id="h-antal">{lang.t("comparison-numbers")}</h2>
            {deliveries}
            {expected}
            {outcome}
        </section>
        <section class="block" aria-labelledby="h-ar">
            <h2 id="h-ar">{lang.t("comparison-years")}</h2>
            {year_table(compared, "h-ar", lang)}
            <p class="note">{lang.t("comparison-years-note")}</p>
        </section>
    }
    .into_any()
}
