//! Chapter 4: the areas.

use domain::assessment::Assessment;
use domain::report::comment::ReportSection;
use domain::report_model::AreaSection;
use domain::standing::AreaStanding;
use leptos::prelude::*;
use text::scale::agreement;
use text::section::group_names;
use text::{headline, number, report};

use super::document::{Doc, caption, numbered};
use crate::components::finding::Gap;
use crate::components::links::area_anchor;
use crate::components::main_groups::main_groups;
use crate::components::pair::{Pairing, expected_item, measured_item, pair_table};
use crate::components::prose::Paragraphs;
use crate::components::scale::{ScaleRow, level_scale};
use crate::components::scroll::scroll;

/// The chapter.
pub(super) fn areas(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let sections: Vec<_> = model
        .areas
        .iter()
        .filter_map(|section| area_section(doc, section))
        .collect();
    let content = if sections.is_empty() {
        doc.gap("report-no-areas")
    } else {
        view! {
            {doc.corrected(&ReportSection::Scope)}
            {intro(doc)}
            {budget_table(doc)}
            {sections}
        }
        .into_any()
    };
    view! {
        <section class="new-page" aria-labelledby="k4">
            <h2 id="k4">{numbered("4", lang.t("report-areas"))}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn intro(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    view! { <p>{report::areas_intro(lang, &model.standing.totals)}</p> }.into_any()
}

fn budget_table(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let n = |count: u32| view! { <td class="n">{number::count(lang, count)}</td> };
    let rows: Vec<_> = standing
        .areas
        .iter()
        .map(|area| {
            let budget = match area.budget {
                Some(budget) => number::tkr(lang, budget).into_any(),
                None => view! { <Gap text=lang.t("overview-no-budget") /> }.into_any(),
            };
            let share = area
                .budget
                .and_then(|budget| headline::money_share(budget, standing.whole_budget()))
                .map_or_else(|| "–".to_owned(), |share| number::share(lang, share, 1));
            view! {
                <tr>
                    <th scope="row">
                        <span class="no">{area.number.clone()}</span>
                        " "
                        {area.name.clone()}
                    </th>
                    <td class="n">{budget}</td>
                    <td class="n">{share}</td>
                    {n(area.deliveries)}
                    {n(area.development_objects)}
                </tr>
            }
        })
        .collect();
    let totals = &standing.totals;
    let total = totals
        .budget
        .map_or_else(|| "–".to_owned(), |budget| number::tkr(lang, budget));
    let sum = report::budget_sum(lang, standing);
    let share =
        report::budget_share(standing).map_or_else(|| "–".to_owned(), |share| number::share(lang, share, 1));
    let text = lang.t_with(
        "report-budget-caption",
        &[("period", model.report.period().into())],
    );
    let finding = standing
        .totals
        .budget
        .map(|_| view! { <p>{headline::budget(lang, standing)} "."</p> });
    let table = view! {
        <table class="data">
            <caption>{caption(lang.t_with("report-table", &[("number", "4.1".into())]), text)}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("overview-area")}</th>
                    <th scope="col" class="n">{lang.t("overview-budget")}</th>
                    <th scope="col" class="n">{lang.t("overview-share")}</th>
                    <th scope="col" class="n">{lang.t("overview-deliveries")}</th>
                    <th scope="col" class="n">{lang.t("report-objects")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{sum}</th>
                    <td class="n">{total}</td>
                    <td class="n">{share}</td>
                    {n(totals.deliveries)}
                    {n(totals.development_objects)}
                </tr>
            </tfoot>
        </table>
    };
    view! {
        {finding}
        {scroll("k4", "outset", table.into_any())}
    }
    .into_any()
}

fn area_section(doc: Doc, section: &AreaSection) -> Option<AnyView> {
    let Doc { model, lang, .. } = doc;
    let area = &section.area;
    let of = model.standing.areas.iter().find(|of| of.id == area.id)?;
    let anchor = area_anchor(&area.number);
    let head = |index: u8, key: &str| numbered(&format!("{}.{index}", area.number), lang.t(key));
    Some(
        view! {
            <section class="area-section" aria-labelledby=anchor.clone()>
                <h3 id=anchor.clone()>{numbered(&area.number, area.name.clone())}</h3>
                {doc.corrected(&ReportSection::Area(area.number.clone()))}
                <h4>{head(1, "area-budget")}</h4>
                {budget(doc, of)}
                <h4>{head(2, "area-purpose")}</h4>
                {text_or_gap(doc, &area.purpose)}
                <h4>{head(3, "area-effects")}</h4>
                {text_or_gap(doc, &area.expected_effects)}
                <h4 id=format!("{anchor}-4")>{head(4, "area-summary")}</h4>
                {judgement(doc, section, of)}
                <h4 id=format!("{anchor}-5")>{head(5, "area-deliveries")}</h4>
                {deliveries(doc, section)}
            </section>
        }
        .into_any(),
    )
}

fn budget(doc: Doc, of: &AreaStanding) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let period = model.report.period();
    let text = match of.budget {
        Some(budget) => report::budget(lang, budget, &period).into_any(),
        None => view! { <Gap text=lang.t_with("area-no-budget", &[("period", period.into())]) /> }.into_any(),
    };
    view! { <p>{text}</p> }.into_any()
}

fn text_or_gap(doc: Doc, text: &str) -> AnyView {
    if text.trim().is_empty() {
        doc.gap("common-not-stated")
    } else {
        view! { <Paragraphs text=text.to_owned() /> }.into_any()
    }
}

fn judgement(doc: Doc, section: &AreaSection, of: &AreaStanding) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let row = ScaleRow {
        head: lang.t("area-fulfilment").into_any(),
        judged: of.assessment.clone(),
        proposal: of.proposal,
    };
    let caption = agreement(lang, of.assessment.as_ref(), of.proposal).into_any();
    let written = match &section.assessment {
        Some(assessment) => written(doc, assessment),
        None => doc.gap("area-not-judged"),
    };
    view! {
        <div class="outset">
            {main_groups(&section.area, standing, lang, 5)}
            {level_scale(vec![row], &standing.scheme, lang, caption, None)}
        </div>
        {written}
    }
    .into_any()
}

fn written(doc: Doc, assessment: &Assessment) -> AnyView {
    let standing = &doc.model.standing;
    let groups: Vec<_> = assessment
        .group_texts
        .iter()
        .map(|text| {
            view! {
                <h5>{group_names(text.groups.iter().copied(), standing)}</h5>
                <Paragraphs text=text.text.clone() />
            }
        })
        .collect();
    let motivation = if assessment.motivation.trim().is_empty() {
        doc.gap("report-no-motivation")
    } else {
        view! { <Paragraphs text=assessment.motivation.clone() /> }.into_any()
    };
    view! {
        {motivation}
        {groups}
    }
    .into_any()
}

fn deliveries(doc: Doc, section: &AreaSection) -> AnyView {
    let Doc {
        model,
        lang,
        numbers,
        linked,
        ..
    } = doc;
    let pairing = Pairing {
        standing: &model.standing,
        lang,
        numbers: Some(numbers),
        linked,
    };
    let table = if section.deliveries.is_empty() {
        let gap = lang.t_with("area-no-deliveries", &[("period", model.report.period().into())]);
        view! {
            <p>
                <Gap text=gap />
            </p>
        }
        .into_any()
    } else {
        let number = report::deliveries_table(model, section);
        let caption = caption(
            lang.t_with("report-table", &[("number", number.into())]),
            lang.t_with(
                "report-deliveries-caption",
                &[("area", (&section.area.name).into())],
            ),
        );
        view! { <div class="outset">{pair_table(&section.deliveries, caption, pairing)}</div> }.into_any()
    };
    let without = (!section.without_delivery.is_empty()).then(|| {
        let items: Vec<_> = section
            .without_delivery
            .iter()
            .flat_map(|benefit| {
                [
                    Some(expected_item(benefit, pairing)),
                    measured_item(benefit, pairing),
                ]
            })
            .flatten()
            .collect();
        view! {
            <h5>{lang.t("area-without-delivery")}</h5>
            <ul class="stack">{items}</ul>
        }
    });
    view! {
        {table}
        {without}
    }
    .into_any()
}
