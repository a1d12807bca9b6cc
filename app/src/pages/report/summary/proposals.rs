//! What the system proposes, by area and group.

use domain::rollup::{Proposal, Tally};
use domain::standing::Standing;
use leptos::prelude::*;
use text::report::WeakProposals;
use text::scale::no_score;
use text::{Lang, headline, hyphen, name, number, report};

use super::super::document::{Doc, caption};
use crate::components::finding::weak_beside;
use crate::components::level::{LevelChip, LevelKind, LevelSize};
use crate::components::scroll::scroll;

/// A proposal in a narrow cell: level and percentage, or why there is none.
fn proposed_cell(proposal: Option<Proposal>, tally: &Tally, standing: &Standing, lang: Lang) -> AnyView {
    match proposal {
        Some(proposal) => {
            let percent = number::percent(lang, proposal.percent, 1, &standing.scheme);
            // Where it holds of all, the caption says so.
            let weak = match report::weak_proposals(standing) {
                WeakProposals::Some => weak_beside(lang, Some(proposal)),
                WeakProposals::All | WeakProposals::None => None,
            };
            view! {
                <td class="c">
                    <LevelChip level=proposal.level lang kind=LevelKind::Bare size=LevelSize::Tiny />
                    " "
                    <small>{percent}</small>
                    {weak}
                </td>
            }
            .into_any()
        }
        None => {
            view! { <td class="c"><small>{name::lower_first(&no_score(lang, tally))}</small></td> }.into_any()
        }
    }
}

/// What the system proposes by area and group.
pub(super) fn proposals(doc: Doc) -> Option<AnyView> {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    if standing.areas.is_empty() || standing.groups.is_empty() {
        return None;
    }
    let heads: Vec<_> = standing
        .groups
        .iter()
        .map(|of| view! { <th scope="col" class="c">{hyphen::soft(&of.group.short_name)}</th> })
        .collect();
    let rows: Vec<_> = standing
        .areas
        .iter()
        .map(|area| {
            let cells: Vec<_> = standing
                .groups
                .iter()
                .map(
                    |of| match area.cells.iter().find(|cell| cell.group == of.group.id) {
                        Some(cell) => proposed_cell(cell.proposal, &cell.tally, standing, lang),
                        None => view! { <td class="c">"–"</td> }.into_any(),
                    },
                )
                .collect();
            view! {
                <tr>
                    <th scope="row">
                        <span class="no">{area.number.clone()}</span>
                        " "
                        {area.name.clone()}
                    </th>
                    {cells}
                    {proposed_cell(area.proposal, &area.tally, standing, lang)}
                </tr>
            }
        })
        .collect();
    let groups: Vec<_> = standing
        .groups
        .iter()
        .map(|of| proposed_cell(of.proposal, &of.tally, standing, lang))
        .collect();
    let table = view! {
        <table class="data marks">
            <caption>
                {caption(lang.t_with("report-table", &[("number", "3.3".into())]), report::matrix_caption(lang, standing))}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("overview-area")}</th>
                    {heads}
                    <th scope="col" class="c">{lang.t("overview-matrix-area-total")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{lang.t("overview-matrix-group-proposal")}</th>
                    {groups}
                    {proposed_cell(standing.proposal, &standing.tally, standing, lang)}
                </tr>
            </tfoot>
        </table>
    };
    Some(
        view! {
            <p>{headline::groups(lang, standing)} "."</p>
            {scroll("k33", "outset", table.into_any())}
        }
        .into_any(),
    )
}
