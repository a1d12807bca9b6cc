//! The five-level scale: proposal and decision side by side, ascending from left to right.

use domain::assessment::AssessmentState;
use domain::level::{FulfilmentLevel, GradingScheme};
use domain::rollup::Proposal;
use domain::standing::Judged;
use leptos::prelude::*;
use text::scale::words;
use text::{Lang, name};

use super::finding::Gap;
use super::level::{LevelChip, LevelKind};

/// A row of the scale.
pub struct ScaleRow {
    /// What the row is about.
    pub head: AnyView,
    /// What people have judged.
    pub judged: Option<Judged>,
    /// What the system proposes.
    pub proposal: Option<Proposal>,
}

/// The scale. `corner` names the first column where the reader sees it; else it is only said.
pub fn level_scale(
    rows: Vec<ScaleRow>,
    scheme: &GradingScheme,
    lang: Lang,
    caption: AnyView,
    corner: Option<String>,
) -> AnyView {
    let levels: Vec<_> = FulfilmentLevel::ALL
        .into_iter()
        .map(|level| {
            view! {
                <th scope="col" class="lv">
                    <b>{level.rank()} " " {name::level(lang, level)}</b>
                    " "
                    <small>{name::level_range(lang, level, scheme)}</small>
                </th>
            }
        })
        .collect();
    let corner = match corner {
        Some(corner) => view! { <th scope="col">{corner}</th> }.into_any(),
        None => view! {
            <th scope="col">
                <span class="vh">{lang.t("level-scale-subject")}</span>
            </th>
        }
        .into_any(),
    };
    let rows: Vec<_> = rows.into_iter().map(|row| scale_row(row, scheme, lang)).collect();
    view! {
        <table class="scale">
            <caption>{caption}</caption>
            <thead>
                <tr>{corner} {levels}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn scale_row(row: ScaleRow, scheme: &GradingScheme, lang: Lang) -> AnyView {
    let judged = row
        .judged
        .and_then(|judged| judged.level.map(|level| (level, judged.state)));
    let cells = if judged.is_none() && row.proposal.is_none() {
        view! {
            <td colspan="5" class="hit nothing">
                <Gap text=lang.t("level-neither") />
            </td>
        }
        .into_any()
    } else {
        FulfilmentLevel::ALL
            .into_iter()
            .map(|level| cell(level, judged, row.proposal, scheme, lang))
            .collect_view()
            .into_any()
    };
    view! {
        <tr>
            <th scope="row">{row.head}</th>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(
    level: FulfilmentLevel,
    judged: Option<(FulfilmentLevel, AssessmentState)>,
    proposal: Option<Proposal>,
    scheme: &GradingScheme,
    lang: Lang,
) -> AnyView {
    let judged = judged
        .filter(|(judged, _)| *judged == level)
        .map(|(_, state)| state);
    let proposal = proposal.filter(|proposal| proposal.level == level);
    let Some(words) = words(lang, judged, proposal, scheme) else {
        return view! { <td class="void"></td> }.into_any();
    };
    let kind = match judged {
        Some(AssessmentState::Decided) => LevelKind::Decided,
        _ => LevelKind::Proposal,
    };
    view! {
        <td class="hit">
            <LevelChip level lang kind />
            " "
            <small>{words}</small>
        </td>
    }
    .into_any()
}
