//! What the list of areas shows of a standing.

use domain::standing::{AreaStanding, ReportHead, Standing};
use leptos::prelude::*;
use text::scale::no_score;
use text::{Lang, headline, number};

use crate::components::empty::Empty;
use crate::components::finding::Gap;
use crate::components::level::{JudgedChip, LevelChip, LevelKind};
use crate::components::links::Links;
use crate::components::page_head::{Crumbs, PageHead};
use crate::components::scroll::scroll;
use crate::components::switch::report_switch;

/// The whole page.
pub fn area_list(reports: &[ReportHead], standing: &Standing, lang: Lang) -> AnyView {
    let links = Links {
        year: standing.report.to_year,
    };
    let heading = headline::agreement(lang, standing).into_any();
    let kicker = report_switch(reports, &standing.report, lang, Links::areas);
    let content = if standing.areas.is_empty() {
        view! { <Empty heading=lang.t("area-list-empty") text=lang.t("area-list-empty-text") page=true /> }
            .into_any()
    } else {
        table(standing, lang, links)
    };
    view! {
        <Crumbs home=links.overview() here=lang.t("area-list-title") lang />
        <PageHead heading kicker=Some(kicker) />
        {content}
        <p class="do">
            <a href=links.realised()>{lang.t("realised-link")}</a>
        </p>
    }
    .into_any()
}

fn table(standing: &Standing, lang: Lang, links: Links) -> AnyView {
    let rows: Vec<_> = standing
        .areas
        .iter()
        .map(|area| row(area, standing, lang, links))
        .collect();
    let table = view! {
        <table class="data areas">
            <caption id="h-omraden">
                {lang.t_with("area-list-caption", &[("period", standing.report.period().into())])}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("overview-area")}</th>
                    <th scope="col" class="n">{lang.t("area-list-budget")}</th>
                    <th scope="col" class="n">{lang.t("overview-deliveries")}</th>
                    <th scope="col" class="n">{lang.t("area-list-objects")}</th>
                    <th scope="col" class="n">{lang.t("area-list-due")}</th>
                    <th scope="col" class="n">{lang.t("overview-measured")}</th>
                    <th scope="col">{lang.t("overview-proposal")}</th>
                    <th scope="col">{lang.t("overview-decision")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll("h-omraden", "", table.into_any())
}

fn row(area: &AreaStanding, standing: &Standing, lang: Lang, links: Links) -> AnyView {
    let n = |count: u32| view! { <td class="n">{number::count(lang, count)}</td> };
    let budget = match area.budget {
        Some(budget) => number::tkr(lang, budget).into_any(),
        None => view! { <Gap text=lang.t("overview-no-budget") /> }.into_any(),
    };
    let proposal = match area.proposal {
        Some(proposal) => view! {
            <LevelChip level=proposal.level lang kind=LevelKind::Bare />
            " "
            {number::percent(lang, proposal.percent, 1, &standing.scheme)}
        }
        .into_any(),
        None => view! { <Gap text=no_score(lang, &area.tally) /> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=links.area(&area.number)>
                    <span class="no">{area.number.clone()}</span>
                    " "
                    {area.name.clone()}
                </a>
            </th>
            <td class="n">{budget}</td>
            {n(area.deliveries)}
            {n(area.development_objects)}
            {n(area.tally.due())}
            {n(area.tally.measured)}
            <td class="nb">{proposal}</td>
            <td>
                <JudgedChip judged=area.assessment.clone() lang />
            </td>
        </tr>
    }
    .into_any()
}
