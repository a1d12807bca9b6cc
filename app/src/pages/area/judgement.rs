//! What is judged of an area: main groups, the five-level scale, and what people have written.

use domain::assessment::{Assessment, AssessmentState};
use domain::report_model::AreaSection;
use domain::standing::{AreaStanding, Standing};
use leptos::prelude::*;
use text::scale::agreement;
use text::section::group_names;
use text::{Lang, number};

use super::body::{numbered, text_or_gap};
use crate::components::empty::Empty;
use crate::components::finding::AssessmentMark;
use crate::components::help::{Help, HelpWord};
use crate::components::main_groups::main_groups;
use crate::components::prose::Prose;
use crate::components::scale::{ScaleRow, level_scale};

/// The section.
pub(super) fn judgement(
    section: &AreaSection,
    of: &AreaStanding,
    standing: &Standing,
    lang: Lang,
) -> AnyView {
    let row = ScaleRow {
        head: lang.t("area-fulfilment").into_any(),
        judged: of.assessment.clone(),
        proposal: of.proposal,
    };
    let caption = agreement(lang, of.assessment.as_ref(), of.proposal).into_any();
    let how = of.proposal.map(|proposal| {
        let percent = number::percent(lang, proposal.percent, 1, &standing.scheme);
        view! {
            <p class="how">
                <a href="#underlag">{lang.t_with("area-how", &[("percent", percent.into())])}</a>
            </p>
        }
    });
    let written = match &section.assessment {
        Some(assessment) => written(assessment, standing, lang),
        None => view! {
            <Empty heading=lang.t("area-not-judged") text=lang.t("area-not-judged-text") />
        }
        .into_any(),
    };
    let note = section
        .area
        .note
        .clone()
        .map(|note| view! { <p class="note">{note}</p> });
    view! {
        <section aria-labelledby="s4">
            <h2 id="s4">{numbered(&section.area.number, 4, lang.t("area-summary"))}</h2>
            <h3>{lang.t("area-main-groups")}</h3>
            <Help word=HelpWord::MainGroup lang />
            {main_groups(&section.area, standing, lang, 4)}
            {note}
            <h3>{lang.t("area-fulfilment-of-expected")}</h3>
            <Help word=HelpWord::Fulfilment lang />
            {level_scale(vec![row], &standing.scheme, lang, caption, None)}
            {how}
            {written}
        </section>
    }
    .into_any()
}

/// What people have written: motivation, texts per set of groups, and why the level deviates.
fn written(assessment: &Assessment, standing: &Standing, lang: Lang) -> AnyView {
    let state = (assessment.state != AssessmentState::Decided)
        .then(|| view! { " " <AssessmentMark state=assessment.state lang /> });
    let motivation = if assessment.motivation.trim().is_empty() {
        text_or_gap("", lang)
    } else {
        view! {
            <div class="motive">
                <Prose text=assessment.motivation.clone() />
            </div>
        }
        .into_any()
    };
    let groups: Vec<_> = assessment
        .group_texts
        .iter()
        .map(|text| {
            view! {
                <h4>{group_names(text.groups.iter().copied(), standing)}</h4>
                <Prose text=text.text.clone() />
            }
        })
        .collect();
    let deviation = assessment.deviation_reason.clone().map(|reason| {
        view! {
            <h3>{lang.t("area-deviation")}</h3>
            <Prose text=reason />
        }
    });
    view! {
        <h3>{lang.t("area-motivation")} {state}</h3>
        {motivation}
        <div class="group-texts">{groups}</div>
        {deviation}
    }
    .into_any()
}
