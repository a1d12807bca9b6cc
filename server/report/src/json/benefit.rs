//! Expected benefits.

use domain::benefit::Benefit;
use domain::report_model::{BenefitSection, FigureNumbers, ReportModel};
use serde::Serialize;

use super::figure::{FigureOut, figures};
use super::{Result, codes, goals};

#[derive(Serialize)]
pub(super) struct Expected<'a> {
    groups: Vec<&'a str>,
    title: Option<&'a str>,
    summary: &'a str,
    value_class: &'static str,
    unplanned: bool,
    evidence: domain::evidence::EvidenceState,
    undated: bool,
    score: Option<String>,
    figures: Vec<FigureOut<'a>>,
    goals: Vec<goals::Goal<'a>>,
}

pub(super) fn expected<'a>(
    model: &'a ReportModel,
    numbers: &FigureNumbers,
    found: &'a BenefitSection,
) -> Result<Expected<'a>> {
    let benefit: &Benefit = &found.benefit;
    Ok(Expected {
        groups: codes(model, benefit.groups.iter().map(|share| share.group)),
        title: benefit.title.as_deref(),
        summary: &benefit.description,
        value_class: benefit.value_class.code(),
        unplanned: benefit.unplanned,
        evidence: found.evidence.state,
        undated: found.evidence.undated,
        score: found.evidence.score.map(|score| score.to_string()),
        figures: figures(numbers, &benefit.figures)?,
        goals: goals::goals(&found.goals)?,
    })
}
