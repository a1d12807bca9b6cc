//! The five-level scale: proposal and decision side by side, ascending from left to right.

use domain::assessment::AssessmentState;
use domain::level::{FulfilmentLevel, GradingScheme};
use domain::rollup::Proposal;
use domain::standing::Judged;
use leptos::prelude::*;
use text::{Lang, name, number};

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
    let Some(words) = words(judged, proposal, scheme, lang) else {
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

/// What stands on a level: "Beslut och förslag 55,6 %".
fn words(
    judged: Option<AssessmentState>,
    proposal: Option<Proposal>,
    scheme: &GradingScheme,
    lang: Lang,
) -> Option<String> {
    let judgement = judged.map(|state| match state {
        AssessmentState::Decided => lang.t("level-decision"),
        state => name::assessment_state(lang, state),
    });
    let percent = proposal.map(|proposal| number::percent(lang, proposal.percent, 1, scheme));
    match (judgement, percent) {
        (Some(judgement), Some(percent)) => Some(lang.t_with(
            "level-judged-and-proposal",
            &[("judged", judgement.into()), ("percent", percent.into())],
        )),
        (Some(judgement), None) => Some(judgement),
        (None, Some(percent)) => Some(lang.t_with("level-proposal-percent", &[("percent", percent.into())])),
        (None, None) => None,
    }
}

/// Whether decision and proposal agree, as the caption of a scale with one row.
pub fn agreement(judged: Option<&Judged>, proposal: Option<Proposal>, lang: Lang) -> String {
    let decided = judged
        .filter(|judged| judged.state == AssessmentState::Decided)
        .and_then(|judged| judged.level);
    let level = |level: FulfilmentLevel| name::level_in_sentence(lang, level);
    match (decided, proposal) {
        (Some(decided), Some(proposal)) if decided == proposal.level => lang.t_with(
            "level-agreement-same",
            &[
                ("rank", decided.rank().to_string().into()),
                ("level", level(decided).into()),
            ],
        ),
        (Some(decided), Some(proposal)) => lang.t_with(
            if decided < proposal.level {
                "level-agreement-lower"
            } else {
                "level-agreement-higher"
            },
            &[
                ("decided", level(decided).into()),
                ("proposed", level(proposal.level).into()),
            ],
        ),
        (Some(decided), None) => lang.t_with(
            "level-agreement-no-proposal",
            &[("decided", level(decided).into())],
        ),
        (None, Some(proposal)) => lang.t_with(
            "level-agreement-undecided",
            &[("proposed", level(proposal.level).into())],
        ),
        (None, None) => lang.t("level-neither-yet"),
    }
}
