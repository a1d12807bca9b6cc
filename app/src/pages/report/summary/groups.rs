//! The levels of the groups and of the whole.

use domain::report_model::motivated;
use domain::rollup::{Proposal, Tally};
use domain::standing::{Judged, Standing};
use leptos::prelude::*;
use text::scale::no_score;
use text::{Lang, name, number};

use super::super::document::{Doc, caption};
use crate::components::finding::weak_beside;
use crate::components::level::{JudgedChip, LevelChip, LevelKind};
use crate::components::links;
use crate::components::prose::Paragraphs;
use crate::components::scroll::scroll;

fn level_row(
    head: AnyView,
    judged: Option<Judged>,
    proposal: Option<Proposal>,
    tally: &Tally,
    standing: &Standing,
    lang: Lang,
) -> AnyView {
    let n = |count: u32| view! { <td class="n">{number::count(lang, count)}</td> };
    let (level, percent) = match proposal {
        Some(proposal) => (
            view! {
                <LevelChip level=proposal.level lang kind=LevelKind::Bare />
                {weak_beside(lang, Some(proposal))}
            }
            .into_any(),
            number::percent(lang, proposal.percent, 1, &standing.scheme),
        ),
        None => (
            view! { <small>{name::lower_first(&no_score(lang, tally))}</small> }.into_any(),
            "–".to_owned(),
        ),
    };
    view! {
        <tr>
            <th scope="row">{head}</th>
            <td>
                <JudgedChip judged lang />
            </td>
            <td>{level}</td>
            <td class="n">{percent}</td>
            {n(tally.due())}
            {n(tally.measured)}
            {n(tally.stated)}
            {n(tally.too_early + tally.not_due)}
        </tr>
    }
    .into_any()
}

pub(super) fn group_table(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let rows: Vec<_> = standing
        .groups
        .iter()
        .map(|of| {
            let name = of.group.name.clone();
            let head = if doc.linked && of.tally.benefits() > 0 {
                view! { <a href=links::benefits_of(of.group.id)>{name}</a> }.into_any()
            } else {
                name.into_any()
            };
            level_row(
                head,
                of.assessment.clone(),
                of.proposal,
                &of.tally,
                standing,
                lang,
            )
        })
        .collect();
    let whole = level_row(
        lang.t("report-overall").into_any(),
        standing.assessment.clone(),
        standing.proposal,
        &standing.tally,
        standing,
        lang,
    );
    let table = view! {
        <table class="data mid-table">
            <caption>
                {caption(
                    lang.t_with("report-table", &[("number", "3.1".into())]),
                    lang.t("report-groups-caption"),
                )}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("report-group")}</th>
                    <th scope="col">{lang.t("overview-decision")}</th>
                    <th scope="col" colspan="2">{lang.t("overview-proposal")}</th>
                    <th scope="col" class="n">{lang.t("area-list-due")}</th>
                    <th scope="col" class="n">{lang.t("overview-measured")}</th>
                    <th scope="col" class="n">{lang.t("overview-stated")}</th>
                    <th scope="col" class="n">{lang.t("overview-too-early")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>{whole}</tfoot>
        </table>
    };
    view! {
        {scroll("k32", "outset", table.into_any())}
        <p class="note">{lang.t("report-groups-note")}</p>
    }
    .into_any()
}

pub(super) fn group_motivations(doc: Doc) -> Option<AnyView> {
    let written = motivated(&doc.model.group_assessments, &doc.model.standing.groups);
    if written.is_empty() {
        return None;
    }
    let items: Vec<_> = written
        .into_iter()
        .map(|(of, assessment)| {
            view! {
                <div>
                    <dt>{of.group.name.clone()}</dt>
                    <dd>
                        <Paragraphs text=assessment.motivation.clone() />
                    </dd>
                </div>
            }
        })
        .collect();
    Some(view! { <dl class="terms">{items}</dl> }.into_any())
}
