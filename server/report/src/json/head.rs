//! What the report says of itself: assignment, decision, chapters, what it rests on, how it grades.

use domain::level::GradingScheme;
use domain::report::{Assignment, Chapter, Decision, Material, Reference, Report, Requirement};
use domain::report_model::ReportModel;
use domain::standing::Standing;
use serde::Serialize;

use super::codes;

#[derive(Serialize)]
pub(super) struct Head<'a> {
    assignment: Option<&'a Assignment>,
    decision: Option<&'a Decision>,
    registry_number: Option<&'a str>,
    presenters: &'a [String],
    chapters: &'a [Chapter],
    requirements: &'a [Requirement],
    materials: &'a [Material],
    references: &'a [Reference],
    conflicts: Vec<Conflict<'a>>,
    grading_scheme: Scheme<'a>,
    gaps: Vec<Gap<'a>>,
}

#[derive(Serialize)]
struct Conflict<'a> {
    groups: Vec<&'a str>,
    text: &'a str,
}

#[derive(Serialize)]
struct Scheme<'a> {
    name: &'a str,
    full_from: String,
    god_above: String,
    godkand_from: String,
    viss_above: String,
    score_confirmed: String,
    score_partly: String,
    score_none: String,
    score_negative: String,
    weak_below: String,
}

#[derive(Serialize)]
struct Gap<'a> {
    kind: domain::standing::GapKind,
    count: u32,
    out_of: Option<u32>,
    names: &'a [String],
}

pub(super) fn head(model: &ReportModel) -> Head<'_> {
    let report: &Report = &model.report;
    Head {
        assignment: report.assignment.as_ref(),
        decision: report.decision.as_ref(),
        registry_number: report.registry_number.as_deref(),
        presenters: &report.presenters,
        chapters: &report.chapters,
        requirements: &report.requirements,
        materials: &report.materials,
        references: &report.references,
        conflicts: model
            .standing
            .conflicts
            .iter()
            .map(|conflict| Conflict {
                groups: codes(model, conflict.groups.iter().copied()),
                text: &conflict.text,
            })
            .collect(),
        grading_scheme: scheme(&model.standing.scheme),
        gaps: gaps(&model.standing),
    }
}

fn scheme(scheme: &GradingScheme) -> Scheme<'_> {
    let percent = |value: rust_decimal::Decimal| value.normalize().to_string();
    Scheme {
        name: &scheme.name,
        full_from: percent(scheme.full_from),
        god_above: percent(scheme.god_above),
        godkand_from: percent(scheme.godkand_from),
        viss_above: percent(scheme.viss_above),
        score_confirmed: percent(scheme.score_confirmed),
        score_partly: percent(scheme.score_partly),
        score_none: percent(scheme.score_none),
        score_negative: percent(scheme.score_negative),
        weak_below: percent(scheme.weak_below),
    }
}

fn gaps(standing: &Standing) -> Vec<Gap<'_>> {
    standing
        .gaps
        .iter()
        .map(|gap| Gap {
            kind: gap.kind,
            count: gap.count,
            out_of: gap.kind.out_of(standing),
            names: &gap.names,
        })
        .collect()
}
