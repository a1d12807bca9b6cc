//! The list of contents.

use domain::report::ChapterKey;
use leptos::prelude::*;

use super::appendix::{APPENDICES, lettered};
use super::document::{Doc, numbered};
use crate::components::links::area_anchor;

fn entry(id: &str, number: &str, text: String, below: Option<AnyView>) -> AnyView {
    let below = below.map(|below| view! { <ol>{below}</ol> });
    view! {
        <li>
            <a href=format!("#{id}")>{numbered(number, text)}</a>
            {below}
        </li>
    }
    .into_any()
}

/// The list of contents, with links.
pub(super) fn contents(doc: Doc, has_audit: bool) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let below = |entries: &[(&str, &str, &str)]| {
        let entries: Vec<_> = entries
            .iter()
            .map(|(id, number, key)| entry(id, number, lang.t(key), None))
            .collect();
        Some(entries.into_any())
    };
    let areas: Vec<_> = model
        .areas
        .iter()
        .map(|section| {
            let area = &section.area;
            entry(&area_anchor(&area.number), &area.number, area.name.clone(), None)
        })
        .collect();
    let foreword = doc
        .written(ChapterKey::Foreword)
        .is_some()
        .then(|| view! { <li><a href="#k0">{lang.t("report-foreword")}</a></li> });
    let appendices: Vec<_> = APPENDICES
        .into_iter()
        .filter(|(id, _, _)| *id != "kh" || has_audit)
        .map(|(id, letter, key)| entry(id, &lettered(lang, letter), lang.t(key), None))
        .collect();
    view! {
        <nav class="contents" aria-labelledby="h-inneh">
            <h2 id="h-inneh">{lang.t("report-contents")}</h2>
            <ol class="toc">
                {foreword}
                {entry("k1", "1", lang.t("report-background"), None)}
                {entry(
                    "k2",
                    "2",
                    lang.t("report-method"),
                    below(
                        &[
                            ("k21", "2.1", "report-groups"),
                            ("k22", "2.2", "report-levels"),
                            ("k23", "2.3", "report-scoring"),
                            ("k24", "2.4", "report-materials"),
                            ("k25", "2.5", "report-requirements"),
                        ],
                    ),
                )}
                {entry(
                    "k3",
                    "3",
                    lang.t("report-summary"),
                    below(
                        &[
                            ("k31", "3.1", "report-overall-judgement"),
                            ("k32", "3.2", "report-groups-levels"),
                            ("k33", "3.3", "report-areas-groups"),
                            ("k34", "3.4", "report-ongoing"),
                        ],
                    ),
                )}
                {entry("k4", "4", lang.t("report-areas"), Some(areas.into_any()))}
                {appendices}
            </ol>
        </nav>
    }
    .into_any()
}
