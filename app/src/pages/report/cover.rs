//! The cover: what the report answers, who decided it, and the levels.

use leptos::prelude::*;
use text::{Lang, date, report};

use super::correction::at_the_top;
use super::document::Doc;
use crate::components::finding::{AsOfMark, Gap, ReportMark, weak_beside};
use crate::components::level::JudgedChip;
use crate::components::strip::{Fact, Meta};

/// The cover.
pub(super) fn cover(doc: Doc, actions: Option<AnyView>) -> AnyView {
    let Doc { model, lang, .. } = doc;
    let report = &model.report;
    let mark = match model.own_cut_off.and(report::mark(lang, model)) {
        Some(text) => Some(view! { <AsOfMark text lang /> }.into_any()),
        None => {
            (!report.state.is_decided()).then(|| view! { <ReportMark state=report.state lang /> }.into_any())
        }
    };
    let state = mark.map(|mark| view! { <p class="meta-line">{mark}</p> });
    let actions = actions.map(|actions| view! { <div class="actions">{actions}</div> });
    view! {
        <header class="cover">
            <p class="kicker">{model.agency.name.clone()}</p>
            <h1>{report.title.clone()}</h1>
            <p class="lead">{lang.t_with("report-subtitle", &[("period", report.period().into())])}</p>
            {state}
            <div class="cover-facts">
                <Meta facts=facts(doc) />
                <Meta facts=verdicts(doc) class="verdicts" />
            </div>
            {actions}
            {at_the_top(doc)}
        </header>
    }
    .into_any()
}

fn or_gap(value: Option<String>, lang: Lang) -> AnyView {
    match value {
        Some(value) => value.into_any(),
        None => view! { <Gap text=lang.t("report-missing") /> }.into_any(),
    }
}

fn facts(doc: Doc) -> Vec<Fact> {
    let Doc { model, lang, .. } = doc;
    let report = &model.report;
    let given = report.assignment.as_ref();
    let decided = match &report.decision {
        Some(made) => report::decision(lang, made).into_any(),
        None => view! { <Gap text=lang.t("report-undecided") /> }.into_any(),
    };
    let presenters = (!report.presenters.is_empty()).then(|| report.presenters.join(", "));
    let due = given
        .and_then(|assignment| assignment.due)
        .map(|due| date::day(lang, due));
    let recipient = given.and_then(|assignment| assignment.recipient.clone());
    vec![
        Fact::new(
            lang.t("report-assignment"),
            or_gap(given.map(|given| report::assignment(lang, given)), lang),
        ),
        Fact::new(lang.t("report-recipient"), or_gap(recipient, lang)),
        Fact::new(lang.t("report-due"), or_gap(due, lang)),
        Fact::new(lang.t("report-decided"), decided),
        Fact::new(lang.t("report-presenters"), or_gap(presenters, lang)),
        Fact::new(
            lang.t("report-registry-number"),
            or_gap(report.registry_number.clone(), lang),
        ),
        Fact::new(lang.t("report-cut-off"), report::cut_off(lang, model)),
    ]
}

fn verdicts(doc: Doc) -> Vec<Fact> {
    let Doc { model, lang, .. } = doc;
    let standing = &model.standing;
    let whole = Fact::new(
        lang.t("report-overall"),
        view! {
            <JudgedChip judged=standing.assessment.clone() lang />
            {weak_beside(lang, standing.proposal)}
        },
    );
    let areas = standing.areas.iter().map(|area| {
        Fact::new(
            format!("{} {}", area.number, area.name),
            view! {
                <JudgedChip judged=area.assessment.clone() lang />
                {weak_beside(lang, area.proposal)}
            },
        )
    });
    std::iter::once(whole).chain(areas).collect()
}
