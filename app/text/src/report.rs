//! Sentences of the report that all its renderings share.

mod areas;
mod evidence;
mod figures;
mod gaps;
mod method;
mod sources;

use domain::assessment::{Assessment, AssessmentSubject};
use domain::report::comment::ReportSection;
use domain::report::correction::ReportCorrection;
use domain::report::{Assignment, ChapterKey, Decision};
use domain::report_model::ReportModel;
use domain::standing::Standing;

use crate::{Lang, date, name};

pub use areas::{areas_intro, budget, budget_share, budget_sum, deliveries_table};
pub use evidence::{WeakProposals, evidence, matrix_caption, matrix_weak, quoted, weak_proposals};
pub use figures::{figure_sources, figures_text, has_sources};
pub use gaps::{freed_time_missing, gap_count, gap_listed, lacks, valued};
pub use method::{AUDIT_COMMAND, audit, audit_check, method_version, scores, weak};
pub use sources::{material_remark, notes, reference};

/// "Regleringsbrev 2024, uppdrag 3.14 Investeringar".
pub fn assignment(lang: Lang, assignment: &Assignment) -> String {
    match (&assignment.number, &assignment.name) {
        (Some(number), Some(name)) => lang.t_with(
            "report-assignment-full",
            &[
                ("letter", (&assignment.letter).into()),
                ("number", number.into()),
                ("name", name.into()),
            ],
        ),
        (Some(part), None) | (None, Some(part)) => format!("{}, {part}", assignment.letter),
        (None, None) => assignment.letter.clone(),
    }
}

/// The mark that a rendering bears which is not what is decided: that it is open, that it is judged as of another day
/// than its own, or both. None on a decided report.
pub fn mark(lang: Lang, model: &ReportModel) -> Option<String> {
    let state = model.report.state;
    let open = (!state.is_decided()).then(|| name::report_state(lang, state));
    let as_of = model.own_cut_off.map(|_| {
        let day = date::day(lang, model.report.cut_off);
        lang.t_with("as-of-mark", &[("day", day.into())])
    });
    match (open, as_of) {
        (Some(open), Some(as_of)) => Some(format!("{open}, {}", name::lower_first(&as_of))),
        (open, as_of) => open.or(as_of),
    }
}

/// The day as of which a report is judged. Where that is not its own day, both are said.
pub fn cut_off(lang: Lang, model: &ReportModel) -> String {
    let day = date::day(lang, model.report.cut_off);
    match model.own_cut_off {
        None => day,
        Some(own) => {
            let own = date::day(lang, own);
            lang.t_with("as-of-cut-off", &[("day", day.into()), ("own", own.into())])
        }
    }
}

/// "18 februari 2025, Överdirektör, GD-föredragning".
pub fn decision(lang: Lang, decision: &Decision) -> String {
    let registry = decision
        .registry_number
        .as_ref()
        .map(|number| lang.t_with("report-registry", &[("number", number.into())]));
    [
        Some(date::day(lang, decision.on)),
        Some(decision.decider_title.clone()),
        decision.forum.clone(),
        registry,
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

/// What a chapter is called.
pub fn chapter(lang: Lang, key: ChapterKey) -> String {
    lang.t(match key {
        ChapterKey::Foreword => "report-foreword",
        ChapterKey::Background => "report-background",
        ChapterKey::Method => "report-method",
        ChapterKey::Summary => "report-summary",
        ChapterKey::Observations => "life-observations",
    })
}

/// What a section is called; an area by number and, where it is given, name.
pub fn section(lang: Lang, section: &ReportSection, area: Option<&str>) -> String {
    match section {
        ReportSection::Whole => lang.t("life-section-whole"),
        ReportSection::Chapter(key) => chapter(lang, *key),
        ReportSection::Area(number) => match area {
            Some(name) => format!("{number} {name}"),
            None => number.clone(),
        },
        ReportSection::Sources => lang.t("report-sources-heading"),
        ReportSection::Scope => lang.t("report-scope-title"),
        ReportSection::Appendices => lang.t("life-section-appendices"),
    }
}

/// "Rättelse 2".
pub fn correction_name(lang: Lang, number: i32) -> String {
    lang.t_with("correction-name", &[("number", number.to_string().into())])
}

/// That a correction takes the place of an earlier one, and that a later one has taken its own.
pub fn correction_place(lang: Lang, correction: &ReportCorrection, replaced_by: Option<i32>) -> Vec<String> {
    let said = |key: &str, number: i32| lang.t_with(key, &[("number", number.to_string().into())]);
    let replaces = correction
        .replaces
        .map(|number| said("correction-replaces", number));
    let replaced = replaced_by.map(|number| said("correction-replaced", number));
    replaces.into_iter().chain(replaced).collect()
}

/// Whom an assessment concerns, by name.
pub fn subject(lang: Lang, assessment: &Assessment, standing: &Standing) -> Option<String> {
    match assessment.subject {
        AssessmentSubject::Area(id) => standing
            .areas
            .iter()
            .find(|area| area.id == id)
            .map(|area| format!("{} {}", area.number, area.name)),
        AssessmentSubject::Group(id) => standing.group(id).map(|group| group.name.clone()),
        AssessmentSubject::Whole => Some(lang.t("report-overall")),
    }
}
