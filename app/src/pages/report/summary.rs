//! Chapter 3: the summary.

use domain::report::ChapterKey;
use domain::report::comment::ReportSection;
use domain::report_model::motivated;
use domain::rollup::{Proposal, Tally};
use domain::standing::{AreaStanding, Judged, Standing};
use leptos::prelude::*;
use text::prose::paragraphs;
use text::report::WeakProposals;
use text::scale::no_score;
use text::{Lang, headline, hyphen, name, number, report};

use super::document::{Doc, caption, numbered};
use crate::components::bars::{CoverageLegend, coverage_table};
use crate::components::conflicts::conflict_list;
use crate::components::finding::weak_beside;
use crate::components::icon::{Icon, Symbol};
use crate::components::level::{JudgedChip, LevelChip, LevelKind, LevelSize};
use crate::components::links::{self, Links, area_anchor};
use crate::components::prose::Paragraphs;
use crate::components::scroll::scroll;
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

fn group_table(doc: Doc) -> AnyView {
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

fn group_motivations(doc: Doc) -> Option<AnyView> {
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

fn marks_row(area: &AreaStanding, standing: &Standing, lang: Lang) -> AnyView {
    let marks: Vec<_> = standing
        .groups
        .iter()
        .map(|of| {
            let marked = area.main_groups.contains(&of.group.id).then(|| {
                view! {
                    <Icon symbol=Symbol::Ticked />
                    <span class="vh">{lang.t("common-main-group")}</span>
                }
            });
            view! { <td class="c">{marked}</td> }
        })
        .collect();
    view! {
        <tr>
            <th scope="row">
                <a href=format!("#{}", area_anchor(&area.number))>
                    <span class="no">{area.number.clone()}</span>
                    " "
                    {area.name.clone()}
                </a>
            </th>
            {marks}
            <td>
                <JudgedChip judged=area.assessment.clone() lang />
            </td>
        </tr>
    }
    .into_any()
}

fn marks_table(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let heads: Vec<_> = standing
        .groups
        .iter()
        .map(|of| view! { <th scope="col" class="c">{hyphen::soft(&of.group.short_name)}</th> })
        .collect();
    let rows: Vec<_> = standing
        .areas
        .iter()
        .map(|area| marks_row(area, standing, lang))
        .collect();
    let levels: Vec<_> = standing
        .groups
        .iter()
        .map(|of| {
            view! {
                <td class="c">
                    <JudgedChip judged=of.assessment.clone() lang size=LevelSize::Tiny />
                </td>
            }
        })
        .collect();
    let table = view! {
        <table class="data marks">
            <caption>
                {caption(lang.t_with("report-table", &[("number", "3.2".into())]), lang.t("report-marks-caption"))}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("overview-area")}</th>
                    {heads}
                    <th scope="col">{lang.t("report-fulfilment")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{lang.t("report-group-level")}</th>
                    {levels}
                    <td>
                        <JudgedChip judged=standing.assessment.clone() lang />
                    </td>
                </tr>
            </tfoot>
        </table>
    };
    scroll("k33", "outset", table.into_any())
}

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
fn proposals(doc: Doc) -> Option<AnyView> {
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
