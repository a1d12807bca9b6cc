//! The matrix area × benefit group: proposals in the cells, proposal and decision in the margins.

use domain::benefit_group::GroupKind;
use domain::rollup::{Proposal, Tally};
use domain::standing::{AreaStanding, CellStanding, GroupStanding, Standing};
use leptos::prelude::*;
use text::scale::no_score;
use text::{Lang, hyphen, name, number};

use super::conflicts::conflict_mark;
use super::icon::{Icon, Symbol};
use super::level::{JudgedChip, LevelChip, LevelKind, LevelSize};
use super::links::{self, Links};
use super::scroll::scroll;

/// The matrix. `labelled_by` is the id of the heading that it stands under.
pub fn matrix(standing: &Standing, lang: Lang, links: Links, labelled_by: &str) -> AnyView {
    let kinds = kinds(&standing.groups);
    let columns: Vec<_> = kinds
        .iter()
        .map(|(_, span)| view! { <colgroup span=span.to_string()></colgroup> })
        .collect();
    let areas: Vec<_> = standing
        .areas
        .iter()
        .map(|area| area_row(area, standing, lang, links))
        .collect();
    let table = view! {
        <table class="matrix">
            <caption class="vh">{lang.t("overview-matrix-caption")}</caption>
            <colgroup>
                <col class="area" />
            </colgroup>
            {columns}
            <colgroup>
                <col />
                <col class="decided" />
            </colgroup>
            {head(&kinds, standing, lang)}
            <tbody>{areas}</tbody>
            {foot(standing, lang)}
        </table>
    };
    scroll(labelled_by, "", table.into_any())
}

/// Runs of groups of one kind, in order.
fn kinds(groups: &[GroupStanding]) -> Vec<(GroupKind, usize)> {
    groups
        .chunk_by(|a, b| a.group.kind == b.group.kind)
        .filter_map(|run| run.first().map(|first| (first.group.kind, run.len())))
        .collect()
}

fn head(kinds: &[(GroupKind, usize)], standing: &Standing, lang: Lang) -> AnyView {
    let kinds: Vec<_> = kinds
        .iter()
        .map(|(kind, span)| {
            view! { <th scope="colgroup" colspan=span.to_string()>{name::group_kind(lang, *kind)}</th> }
        })
        .collect();
    let groups: Vec<_> = standing
        .groups
        .iter()
        .map(|of| {
            let mark = conflict_mark(of.group.id, standing, lang);
            view! { <th scope="col">{hyphen::soft(&of.group.short_name)} " " {mark}</th> }
        })
        .collect();
    view! {
        <thead>
            <tr>
                <th scope="col" rowspan="2">{lang.t("overview-area")}</th>
                {kinds}
                <th scope="colgroup" colspan="2" class="sum">{lang.t("overview-matrix-area-total")}</th>
            </tr>
            <tr>
                {groups}
                <th scope="col" class="sum">{lang.t("overview-proposal")}</th>
                <th scope="col">{lang.t("overview-decision")}</th>
            </tr>
        </thead>
    }
    .into_any()
}

fn area_row(area: &AreaStanding, standing: &Standing, lang: Lang, links: Links) -> AnyView {
    let cells: Vec<_> = standing
        .groups
        .iter()
        .map(|group| {
            let cell = area.cells.iter().find(|cell| cell.group == group.group.id);
            let main = area.main_groups.contains(&group.group.id);
            match cell {
                Some(cell) => {
                    let href = links.cell(&area.number, &group.group.code);
                    full_cell(cell, main, standing, lang, href)
                }
                None => empty_cell(main, lang),
            }
        })
        .collect();
    view! {
        <tr>
            <th scope="row">
                <a href=links.area(&area.number)>
                    <span class="no">{area.number.clone()}</span>
                    " "
                    {area.name.clone()}
                </a>
            </th>
            {cells}
            <td class="sum">{proposal(area.proposal, &area.tally, standing, lang)}</td>
            <td class="dec">
                <JudgedChip judged=area.assessment.clone() lang />
            </td>
        </tr>
    }
    .into_any()
}

fn main_mark(lang: Lang) -> AnyView {
    view! {
        <span class="main-group">
            <Icon symbol=Symbol::Ticked />
            <span class="vh">{lang.t("common-main-group")} ", "</span>
        </span>
    }
    .into_any()
}

fn full_cell(cell: &CellStanding, main: bool, standing: &Standing, lang: Lang, href: String) -> AnyView {
    let mark = main.then(|| main_mark(lang));
    let count = lang.t_with(
        "overview-cell-count",
        &[("n", number::count(lang, cell.tally.benefits()).into())],
    );
    let content = match cell.proposal {
        Some(proposal) => {
            let percent = number::percent(lang, proposal.percent, 0, &standing.scheme);
            view! {
                <LevelChip level=proposal.level lang kind=LevelKind::Bare />
                " "
                <small>{mark} {percent} ", " {count}</small>
            }
            .into_any()
        }
        None => view! {
            <span class="no-score">{no_score(lang, &cell.tally)}</span>
            " "
            <small>{mark} {count}</small>
        }
        .into_any(),
    };
    view! {
        <td class=main.then_some("main")>
            <a href=href class="cell">{content}</a>
        </td>
    }
    .into_any()
}

fn empty_cell(main: bool, lang: Lang) -> AnyView {
    let mark = main.then(|| view! { <small>{main_mark(lang)}</small> });
    view! {
        <td class="none">
            {mark}
            <span aria-hidden="true">"–"</span>
            <span class="vh">{lang.t("overview-no-benefits")}</span>
        </td>
    }
    .into_any()
}

/// A proposal in the margin: level and percentage, or why there is none.
fn proposal(proposal: Option<Proposal>, tally: &Tally, standing: &Standing, lang: Lang) -> AnyView {
    match proposal {
        Some(proposal) => view! {
            <LevelChip level=proposal.level lang kind=LevelKind::Bare />
            " "
            <small>{number::percent(lang, proposal.percent, 1, &standing.scheme)}</small>
        }
        .into_any(),
        None => view! { <small>{no_score(lang, tally)}</small> }.into_any(),
    }
}

fn foot(standing: &Standing, lang: Lang) -> AnyView {
    let proposals: Vec<_> = standing
        .groups
        .iter()
        .map(|group| {
            let class = group.proposal.is_none().then_some("none");
            let content = proposal(group.proposal, &group.tally, standing, lang);
            let content = if group.tally.benefits() > 0 {
                let href = links::benefits_of(group.group.id);
                view! { <a href=href class="cell">{content}</a> }.into_any()
            } else {
                content
            };
            view! { <td class=class>{content}</td> }
        })
        .collect();
    let decisions: Vec<_> = standing
        .groups
        .iter()
        .map(|group| {
            view! {
                <td>
                    <JudgedChip judged=group.assessment.clone() lang size=LevelSize::Small />
                </td>
            }
        })
        .collect();
    view! {
        <tfoot>
            <tr>
                <th scope="row">{lang.t("overview-matrix-group-proposal")}</th>
                {proposals}
                <td class="sum">{proposal(standing.proposal, &standing.tally, standing, lang)}</td>
                <td></td>
            </tr>
            <tr class="dec">
                <th scope="row">{lang.t("overview-matrix-group-decision")}</th>
                {decisions}
                <td class="sum"></td>
                <td class="total">
                    <JudgedChip judged=standing.assessment.clone() lang />
                </td>
            </tr>
        </tfoot>
    }
    .into_any()
}

/// What the marks of the matrix mean. `decided`: something in it is decided.
pub fn matrix_legend(standing: &Standing, lang: Lang) -> AnyView {
    let example = standing
        .proposal
        .map(|proposal| proposal.level)
        .unwrap_or(domain::level::FulfilmentLevel::Godkand);
    view! {
        <ul class="legend">
            <li>
                <LevelChip level=example lang />
                " "
                {lang.t("overview-legend-decided")}
            </li>
            <li>
                <LevelChip level=example lang kind=LevelKind::Proposal />
                " "
                {lang.t("overview-legend-undecided")}
            </li>
            <li>
                <LevelChip level=example lang kind=LevelKind::Bare />
                " "
                {lang.t("overview-legend-proposal")}
            </li>
            <li>
                <span class="main-group">
                    <Icon symbol=Symbol::Ticked />
                </span>
                " "
                {lang.t("overview-legend-main")}
            </li>
            <li>
                <super::finding::Gap text=lang.t("level-not-set") />
                " "
                {lang.t("overview-legend-missing")}
            </li>
        </ul>
    }
    .into_any()
}
