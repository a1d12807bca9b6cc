//! Appendix F: thresholds' version, and where people decided otherwise than proposed.

use domain::assessment::AssessmentState;
use domain::report_model::Deviation;
use leptos::prelude::*;
use text::{number, report};

use super::super::document::{Doc, caption};
use crate::components::finding::{AssessmentMark, Gap, weak_beside};
use crate::components::level::{LevelChip, LevelKind};
use crate::components::prose::Paragraphs;
use crate::components::scroll::scroll;

/// Thresholds' version, and where people decided otherwise than proposed, with their reason.
pub(super) fn deviations(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let rows: Vec<_> = model
        .deviations()
        .into_iter()
        .filter_map(|deviation| Some((deviation, report::subject(lang, deviation.assessment, standing)?)))
        .map(|(deviation, name)| {
            let Deviation {
                assessment,
                level,
                proposal,
            } = deviation;
            let percent = number::percent(lang, proposal.percent, 1, &standing.scheme);
            let reason = match assessment.deviation_reason.clone() {
                Some(reason) => view! { <Paragraphs text=reason /> }.into_any(),
                None => view! { <Gap text=lang.t("report-no-reason") /> }.into_any(),
            };
            // In a draft nothing is decided yet: who reads it sees where it is going to deviate.
            let kind = match assessment.state {
                AssessmentState::Decided => LevelKind::Decided,
                _ => LevelKind::Proposal,
            };
            let state = (kind == LevelKind::Proposal)
                .then(|| view! { " " <AssessmentMark state=assessment.state lang /> });
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>
                        <LevelChip level lang kind /> {state}
                    </td>
                    <td>
                        <LevelChip level=proposal.level lang kind=LevelKind::Bare />
                        " "
                        {percent}
                        {weak_beside(lang, Some(proposal))}
                    </td>
                    <td>{reason}</td>
                </tr>
            }
        })
        .collect();
    let table = if rows.is_empty() {
        view! { <p>{lang.t("report-no-deviations")}</p> }.into_any()
    } else {
        let table = view! {
            <table class="data">
                <caption>
                    {caption(
                        lang.t_with("report-table", &[("number", "F.1".into())]),
                        lang.t("report-deviations-caption"),
                    )}
                </caption>
                <thead>
                    <tr>
                        <th scope="col">{lang.t("report-subject")}</th>
                        <th scope="col">{lang.t("overview-decision")}</th>
                        <th scope="col">{lang.t("overview-proposal")}</th>
                        <th scope="col">{lang.t("report-reason")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        };
        scroll("kf", "outset", table.into_any())
    };
    let text = report::method_version(lang, model);
    view! {
        <p>
            {text} " " <a href="#k22">{lang.t("report-method-levels")}</a> " "
            <a href="#k23">{lang.t("report-method-scoring")}</a>
        </p>
        {table}
    }
    .into_any()
}
