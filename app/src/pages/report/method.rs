//! Chapter 2: the development work and the method.

use domain::level::FulfilmentLevel;
use domain::report::comment::ReportSection;
use domain::report::{ChapterKey, Material, Requirement};
use leptos::prelude::*;
use text::{date, name, report};

use super::document::{Doc, caption, numbered};
use crate::components::finding::Gap;
use crate::components::level::LevelChip;
use crate::components::scroll::scroll;

/// The chapter.
pub(super) fn method(doc: Doc) -> AnyView {
    let lang = doc.lang;
    view! {
        <section aria-labelledby="k2">
            <h2 id="k2">{numbered("2", lang.t("report-method"))}</h2>
            {doc.corrected(&ReportSection::Chapter(ChapterKey::Method))}
            {doc.chapter(ChapterKey::Method)}
            <h3 id="k21">{numbered("2.1", lang.t("report-groups"))}</h3>
            {groups(doc)}
            <h3 id="k22">{numbered("2.2", lang.t("report-levels"))}</h3>
            {levels(doc)}
            <h3 id="k23">{numbered("2.3", lang.t("report-scoring"))}</h3>
            {scoring(doc)}
            <h3 id="k24">{numbered("2.4", lang.t("report-materials"))}</h3>
            {doc.corrected(&ReportSection::Sources)}
            {materials(doc)}
            <h3 id="k25">{numbered("2.5", lang.t("report-requirements"))}</h3>
            {requirements(doc)}
        </section>
    }
    .into_any()
}

fn groups(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let kinds: Vec<_> = model
        .standing
        .groups
        .chunk_by(|a, b| a.group.kind == b.group.kind)
        .filter_map(|run| {
            let names: Vec<String> = run.iter().map(|standing| standing.group.name.clone()).collect();
            let kind = name::group_kind(lang, run.first()?.group.kind);
            Some(view! {
                <div>
                    <dt>{kind}</dt>
                    <dd>{names.join(", ")}</dd>
                </div>
            })
        })
        .collect();
    if kinds.is_empty() {
        return doc.gap("report-no-groups");
    }
    view! {
        <p>{lang.t_with("report-groups-text", &[("n", name::number_word(lang, model.standing.groups.len()).into())])}</p>
        <dl class="terms">{kinds}</dl>
    }
    .into_any()
}

fn levels(doc: Doc) -> AnyView {
    let lang = doc.lang;
    let rows: Vec<_> = FulfilmentLevel::ALL
        .into_iter()
        .rev()
        .map(|level| {
            view! {
                <tr>
                    <td>
                        <LevelChip level lang />
                    </td>
                    <th scope="row">{name::level_long(lang, level)}</th>
                    <td class="n">{name::level_rule(lang, level, &doc.model.standing.scheme)}</td>
                </tr>
            }
        })
        .collect();
    let table = view! {
        <table class="data">
            <caption>
                {caption(lang.t_with("report-table", &[("number", "2.1".into())]), lang.t("report-levels-caption"))}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("report-level")}</th>
                    <th scope="col">{lang.t("report-name")}</th>
                    <th scope="col" class="n">{lang.t("report-fulfilment")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll("k22", "outset", table.into_any())
}

fn scoring(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let scheme = &model.standing.scheme;
    view! {
        <p>{lang.t("report-scoring-people")}</p>
        <p>{report::scores(lang, scheme)}</p>
        <p>{report::weak(lang, scheme)}</p>
        {model.shows_readings().then(|| view! { <p>{lang.t("report-readings-page")}</p> })}
    }
    .into_any()
}

fn materials(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let materials = &model.report.materials;
    if materials.is_empty() {
        return doc.gap("report-no-materials");
    }
    let rows: Vec<_> = materials
        .iter()
        .map(|material| material_row(doc, material))
        .collect();
    let table = view! {
        <table class="data">
            <caption>
                {caption(
                    lang.t_with("report-table", &[("number", "2.2".into())]),
                    lang.t("report-materials-caption"),
                )}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("report-material")}</th>
                    <th scope="col">{lang.t("report-units")}</th>
                    <th scope="col">{lang.t("report-systems")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll("k24", "outset", table.into_any())
}

fn material_row(doc: Doc, material: &Material) -> AnyView {
    let lang = doc.lang;
    let list = |items: &[String]| {
        if items.is_empty() {
            view! { <Gap text=lang.t("common-not-stated") /> }.into_any()
        } else {
            items.join(", ").into_any()
        }
    };
    let remark = report::material_remark(lang, material).map(|remark| view! { " " <small>{remark}</small> });
    view! {
        <tr>
            <th scope="row">{material.name.clone()} {remark}</th>
            <td>{list(&material.units)}</td>
            <td>{list(&material.systems)}</td>
        </tr>
    }
    .into_any()
}

fn requirements(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let requirements = &model.report.requirements;
    if requirements.is_empty() {
        return doc.gap("report-no-requirements");
    }
    let rows: Vec<_> = requirements
        .iter()
        .map(
            |Requirement {
                 from,
                 applies_to,
                 what,
             }| {
                let from = match from {
                    Some(from) => date::period(lang, from).into_any(),
                    None => view! { <Gap text=lang.t("common-not-stated") /> }.into_any(),
                };
                view! {
                    <tr>
                        <td>{from}</td>
                        <th scope="row">{name::upper_first(applies_to)}</th>
                        <td>{name::upper_first(what)}</td>
                    </tr>
                }
            },
        )
        .collect();
    let table = view! {
        <table class="data">
            <caption>
                {caption(
                    lang.t_with("report-table", &[("number", "2.3".into())]),
                    lang.t("report-requirements-caption"),
                )}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("report-from")}</th>
                    <th scope="col">{lang.t("report-applies-to")}</th>
                    <th scope="col">{lang.t("report-requirement")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll("k25", "outset", table.into_any())
}
