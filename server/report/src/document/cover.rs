//! The cover: what the report answers, who decided it, and the levels.

use domain::report_model::ReportModel;
use domain::rollup::Proposal;
use domain::standing::Judged;
use text::{Lang, date, report as said};

use super::cells::{Width, judged, weak};
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

/// The levels: of the whole, then of each area. Where too little is measured it is said beside them: whoever reads no
/// further has to know.
pub(super) fn verdicts(model: &ReportModel, lang: Lang) -> Vec<Fact> {
    let standing = &model.standing;
    let of = |label: String, assessment: Option<&Judged>, proposal: Option<Proposal>| {
        let mut text = judged(lang, assessment, Width::Short);
        text.extend(weak(lang, proposal));
        Fact { label, text }
    };
    let whole = of(
        lang.t("report-overall"),
        standing.assessment.as_ref(),
        standing.proposal,
    );
    let areas = standing.areas.iter().map(|area| {
        let label = format!("{} {}", area.number, area.name);
        of(label, area.assessment.as_ref(), area.proposal)
    });
    std::iter::once(whole).chain(areas).collect()
}
