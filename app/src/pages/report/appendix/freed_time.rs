//! Freed time and where it went, and outcomes in kronor: by area, by group and whole.

use domain::freed_time::TimeTally;
use domain::parted::fold;
use domain::sek_value::SekTally;
use leptos::prelude::*;
use service::Realised;
use text::{realised, report};

use crate::components::finding::Gap;
use crate::components::realised::{
    Part, Row, area_rows, group_rows, kind_table, sek_table, time_legend, time_table,
};
use crate::pages::report::document::Doc;

/// Rows of a document lead nowhere: it is read on paper.
fn plain<T>(mut rows: Vec<Row<T>>) -> Vec<Row<T>> {
    for row in &mut rows {
        row.href = None;
    }
    rows
}

/// The appendix.
pub(super) fn freed_time(doc: Doc) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let missing = model.freed_time.is_empty().then(|| {
        let text = report::freed_time_missing(lang, &model.standing.totals);
        view! { <p><Gap text /></p> }
    });
    let areas = model.areas.iter().map(|section| &section.area);
    let groups = model.standing.groups.iter().map(|standing| &standing.group);
    let named = Realised {
        areas: areas
            .map(|area| (area.id, area.number.clone(), area.name.clone()))
            .collect(),
        groups: groups
            .map(|group| (group.id, group.code.clone(), group.name.clone()))
            .collect(),
        ..Realised::default()
    };
    let period = model.standing.report.period();
    let time = fold(&model.freed_time);
    let freed = missing.is_none().then(|| {
        let by_area: Part<TimeTally> = Part {
            id: "kc-omraden",
            sub: true,
            heading: lang.t("realised-by-area"),
            what: lang.t("realised-area"),
            rows: plain(area_rows(&time, &named, |_, _| String::new(), lang)),
            whole: Some(&time.whole),
        };
        let by_group: Part<TimeTally> = Part {
            id: "kc-grupper",
            sub: true,
            heading: lang.t("realised-by-group"),
            what: lang.t("realised-group"),
            rows: plain(group_rows(&time, &named, |_, _| String::new(), lang)),
            whole: Some(&time.whole),
        };
        view! {
            <p>{realised::heading(lang, &time.whole, &period)} "."</p>
            {time_legend(lang)}
            {time_table(by_area, lang)}
            {time_table(by_group, lang)}
            {kind_table(("kc-omsatt", true), &time.whole, None, lang)}
        }
    });
    let sek = fold(&model.sek_outcome);
    let by_area: Part<SekTally> = Part {
        id: "kc-kronor",
        sub: true,
        heading: lang.t("realised-sek-by-area"),
        what: lang.t("realised-area"),
        rows: plain(area_rows(&sek, &named, |_, _| String::new(), lang)),
        whole: Some(&sek.whole),
    };
    let none = sek.whole.is_empty().then(|| {
        let said = lang.t_with("report-sek-none", &[("period", period.clone().into())]);
        view! { <p>{said}</p> }
    });
    let quoted = (missing.is_some() || none.is_some())
        .then(|| report::quoted(lang, &model.standing))
        .flatten()
        .map(|quoted| view! { <p>{quoted}</p> });
    view! {
        <p>{lang.t("report-freed-time-text")}</p>
        {missing}
        {freed}
        {sek_table(by_area, lang)}
        {none}
        {quoted}
    }
    .into_any()
}
