//! Appendices: every figure with its place, what is missing, references, method, contradictions.

use domain::realisation::{sum_of, whole_by_year};
use domain::report::comment::ReportSection;
use leptos::prelude::*;
use text::{Lang, headline, report};

mod deviations;
mod figures;
mod freed_time;
mod gaps;

use super::document::{Doc, caption, numbered};
use crate::components::finding::Gap;
use crate::components::links::Links;
use crate::components::realisation::{RealisedTable, area_rows, group_rows, realised_table, year_table};
use crate::components::sentence::filled;

/// Anchor, letter and key of each appendix. The last is there only where the head of the audit chain
/// is given.
pub(super) const APPENDICES: [(&str, &str, &str); 8] = [
    ("ka", "A", "report-appendix-figures"),
    ("kb", "B", "report-appendix-calculations"),
    ("kc", "C", "report-appendix-freed-time"),
    ("kd", "D", "report-appendix-gaps"),
    ("ke", "E", "report-appendix-references"),
    ("kf", "F", "report-appendix-method"),
    ("kg", "G", "report-appendix-notes"),
    ("kh", "H", "report-appendix-audit"),
];

/// All appendices.
pub(super) fn appendices(doc: Doc, audit_head: Option<String>) -> AnyView {
    APPENDICES
        .into_iter()
        .filter_map(|(id, letter, key)| {
            let content = match id {
                "ka" => figures::figures(doc),
                "kb" => calculations(doc),
                "kc" => freed_time::freed_time(doc),
                "kd" => gaps::gaps(doc),
                "ke" => references(doc),
                "kf" => deviations::deviations(doc),
                "kg" => notes(doc),
                _ => audit(doc, audit_head.as_deref()?),
            };
            Some(view! {
                <section class=if id == "ka" { "appendix new-page" } else { "appendix" } aria-labelledby=id>
                    <h2 id=id>{numbered(&lettered(doc.lang, letter), doc.lang.t(key))}</h2>
                    {(id == "ka").then(|| doc.corrected(&ReportSection::Appendices))}
                    {content}
                </section>
            })
        })
        .collect_view()
        .into_any()
}

/// "Bilaga A".
pub(super) fn lettered(lang: Lang, letter: &str) -> String {
    lang.t_with("report-appendix", &[("letter", letter.into())])
}

fn names(names: &[String]) -> AnyView {
    let items: Vec<_> = names
        .iter()
        .map(|name| view! { <li>{name.clone()}</li> })
        .collect();
    view! { <ul class="bullets">{items}</ul> }.into_any()
}

fn calculations(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let lacks: Vec<_> = report::lacks(lang, &model.standing)
        .into_iter()
        .map(|(text, of)| {
            view! {
                <p>
                    <Gap text />
                </p>
                {names(of)}
            }
        })
        .collect();
    let valued = report::valued(lang, &model.standing);
    let there = lacks
        .is_empty()
        .then(|| view! { <p>{lang.t("report-calculations-not-required")}</p> });
    view! {
        <p>{lang.t("report-calculations-text")} " " {valued}</p>
        {lacks}
        {there}
        {realised(doc)}
    }
    .into_any()
}

/// Promise, forecast and outcome in kronor: by year, by area and by group.
fn realised(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let years = whole_by_year(&standing.realisation);
    if years.is_empty() {
        let quoted = report::quoted(lang, standing).map(|quoted| view! { <p>{quoted}</p> });
        return view! {
            {doc.gap("realisation-none")}
            {quoted}
        }
        .into_any();
    }
    let links = doc.linked.then_some(Links {
        year: model.report.to_year,
    });
    let label = |part: &str| lang.t_with("report-table", &[("number", format!("B.{part}").into())]);
    let of_years = caption(label("1"), lang.t("realisation-years-caption"));
    let areas = RealisedTable {
        caption: caption(label("2"), lang.t("realisation-areas-caption")),
        of: lang.t("overview-area"),
        rows: area_rows(standing, None),
        sum: None,
    };
    let groups = RealisedTable {
        caption: caption(label("3"), lang.t("realisation-groups-caption")),
        of: lang.t("report-group"),
        rows: group_rows(standing, links),
        sum: None,
    };
    view! {
        <h3>{headline::realisation(lang, sum_of(&years))}</h3>
        {year_table(&years, of_years, links, lang, "kb")}
        {realised_table(areas, lang, "kb")}
        {realised_table(groups, lang, "kb")}
        <p class="note">{lang.t("realisation-note")}</p>
    }
    .into_any()
}

fn references(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    if model.report.references.is_empty() {
        return doc.gap("report-no-references");
    }
    let items: Vec<_> = model
        .report
        .references
        .iter()
        .map(|reference| view! { <li>{report::reference(lang, reference)}</li> })
        .collect();
    view! { <ul class="bullets">{items}</ul> }.into_any()
}

fn notes(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let notes = report::notes(model);
    if notes.is_empty() {
        return view! { <p>{lang.t("report-no-notes")}</p> }.into_any();
    }
    view! {
        <p>{lang.t("report-notes-text")}</p>
        {names(&notes)}
    }
    .into_any()
}

fn audit(doc: Doc, head: &str) -> AnyView {
    let command = view! { <code>{report::AUDIT_COMMAND}</code> }.into_any();
    view! {
        <p>{report::audit(doc.lang, doc.model)}</p>
        <p>
            <code>{head.to_owned()}</code>
        </p>
        <p class="note">{filled(&report::audit_check(doc.lang), [command])}</p>
    }
    .into_any()
}
