//! The cover: what the report answers, who decided it, and the levels.

use domain::report_model::ReportModel;
use text::{Lang, date, report as said};

use super::cells::{Width, judged};
use super::{Fact, Span, Text, plain};

/// What is said of assignment, decision and presenters.
pub(super) fn facts(model: &ReportModel, lang: Lang) -> Vec<Fact> {
    let report = &model.report;
    let given = report.assignment.as_ref();
    let or_gap = |value: Option<String>| -> Text {
        match value {
            Some(value) => plain(value),
            None => vec![Span::Gap(lang.t("report-missing"))],
        }
    };
    let fact = |label: String, text: Text| Fact { label, text };
    let decided = match &report.decision {
        Some(made) => plain(said::decision(lang, made)),
        None => vec![Span::Gap(lang.t("report-undecided"))],
    };
    let presenters = (!report.presenters.is_empty()).then(|| report.presenters.join(", "));
    let due = given.and_then(|given| given.due).map(|due| date::day(lang, due));
    let recipient = given.and_then(|given| given.recipient.clone());
    vec![
        fact(
            lang.t("report-assignment"),
            or_gap(given.map(|given| said::assignment(lang, given))),
        ),
        fact(lang.t("report-recipient"), or_gap(recipient)),
        fact(lang.t("report-due"), or_gap(due)),
        fact(lang.t("report-decided"), decided),
        fact(lang.t("report-presenters"), or_gap(presenters)),
        fact(
            lang.t("report-registry-number"),
            or_gap(report.registry_number.clone()),
        ),
        fact(lang.t("report-cut-off"), plain(said::cut_off(lang, model))),
    ]
}

/// The levels: of the whole, then of each area.
pub(super) fn verdicts(model: &ReportModel, lang: Lang) -> Vec<Fact> {
    let standing = &model.standing;
    let whole = Fact {
        label: lang.t("report-overall"),
        text: judged(lang, standing.assessment.as_ref(), Width::Short),
    };
    let areas = standing.areas.iter().map(|area| Fact {
        label: format!("{} {}", area.number, area.name),
        text: judged(lang, area.assessment.as_ref(), Width::Short),
    });
    std::iter::once(whole).chain(areas).collect()
}
