//! Chapter 3: the summary.

mod groups;
mod marks;
mod proposals;

use domain::report::ChapterKey;
use domain::report::comment::ReportSection;
use domain::standing::Standing;
use leptos::prelude::*;
use text::prose::paragraphs;
use text::{Lang, headline, name, number, report};

use self::groups::{group_motivations, group_table};
use self::marks::marks_table;
use self::proposals::proposals;
use super::document::{Doc, caption, numbered};
use crate::components::bars::{CoverageLegend, coverage_table};
use crate::components::conflicts::conflict_list;
use crate::components::finding::weak_beside;
use crate::components::level::{JudgedChip, LevelChip, LevelKind};
use crate::components::links::Links;
use crate::components::prose::Paragraphs;
use crate::components::sentence::{filled, slot};

/// The chapter.
pub(super) fn summary(doc: Doc) -> AnyView {
    let lang = doc.lang;
    view! {
        <section class="new-page" aria-labelledby="k3">
            <h2 id="k3">{numbered("3", lang.t("report-summary"))}</h2>
            <h3 id="k31">{numbered("3.1", lang.t("report-overall-judgement"))}</h3>
            {doc.corrected(&ReportSection::Chapter(ChapterKey::Summary))}
            {verdict(doc)}
            {doc.corrected(&ReportSection::Chapter(ChapterKey::Observations))}
            {observations(doc)}
            {proposal_sentence(&doc.model.standing, lang)}
            <h3 id="k32">{numbered("3.2", lang.t("report-groups-levels"))}</h3>
            {doc.written(ChapterKey::Summary).map(|text| view! { <Paragraphs text=text.to_owned() /> })}
            {group_table(doc)}
            {group_motivations(doc)}
            {conflict_list(&doc.model.standing, lang)}
            <h3 id="k33">{numbered("3.3", lang.t("report-areas-groups"))}</h3>
            {marks_table(doc)}
            {proposals(doc)}
            {coverage(doc)}
            <h3 id="k34">{numbered("3.4", lang.t("report-ongoing"))}</h3>
            {ongoing(doc)}
        </section>
    }
    .into_any()
}

/// The level of the whole, with its motivation.
fn verdict(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let judged = model.standing.assessment.clone();
    let motivation = model
        .overall
        .as_ref()
        .map(|overall| overall.motivation.trim())
        .unwrap_or_default();
    let motivation = if motivation.is_empty() {
        doc.gap("report-no-motivation")
    } else {
        view! { <Paragraphs text=motivation.to_owned() /> }.into_any()
    };
    view! {
        <div class="verdict">
            <p>
                <JudgedChip judged lang long=true />
                {weak_beside(lang, model.standing.proposal)}
            </p>
            {motivation}
        </div>
    }
    .into_any()
}

fn observations(doc: Doc) -> Option<AnyView> {
    let items: Vec<_> = paragraphs(doc.written(ChapterKey::Observations)?)
        .map(|observation| view! { <li>{observation}</li> })
        .collect();
    Some(view! { <ul class="bullets">{items}</ul> }.into_any())
}

/// What the system proposes for the whole, and what that rests on.
fn proposal_sentence(standing: &Standing, lang: Lang) -> AnyView {
    let proposal = match standing.proposal {
        Some(proposal) => {
            let percent = number::percent(lang, proposal.percent, 1, &standing.scheme);
            filled(
                &lang.t_with(
                    "overview-lead-proposal",
                    &[("level", slot(0)), ("percent", percent.into())],
                ),
                [view! { <LevelChip level=proposal.level lang kind=LevelKind::Proposal /> }.into_any()],
            )
        }
        None => lang.t("overview-lead-no-proposal").into_any(),
    };
    view! { <p>{proposal} " " {report::evidence(lang, standing)}</p> }.into_any()
}

/// What decisions rest on, by area: bars, with their numbers.
fn coverage(doc: Doc) -> Option<AnyView> {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    if standing.areas.iter().all(|area| area.tally.benefits() == 0) {
        return None;
    }
    let caption = caption(
        lang.t_with("report-table", &[("number", "3.4".into())]),
        lang.t("overview-coverage-caption"),
    );
    let links = doc.linked.then_some(Links {
        year: model.report.to_year,
    });
    Some(
        view! {
            <p>{headline::coverage(lang, &standing.tally)} "."</p>
            <CoverageLegend lang />
            {coverage_table(standing, caption, lang, links, "k33")}
        }
        .into_any(),
    )
}

fn ongoing(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    if model.ongoing.is_empty() {
        return view! { <p>{lang.t("report-ongoing-none")}</p> }.into_any();
    }
    let items: Vec<_> = model
        .ongoing
        .iter()
        .map(|initiative| {
            let summary = if initiative.summary.trim().is_empty() {
                lang.t("common-not-stated")
            } else {
                initiative.summary.clone()
            };
            view! {
                <div>
                    <dt>{initiative.name.clone()}</dt>
                    <dd>{summary}</dd>
                </div>
            }
        })
        .collect();
    let count = model.ongoing.len();
    view! {
        <p>
            {lang
                .t_with(
                    "report-ongoing-text",
                    &[("count", count.into()), ("n", name::upper_first(&name::number_word(lang, count)).into())],
                )}
        </p>
        <dl class="terms">{items}</dl>
    }
    .into_any()
}
