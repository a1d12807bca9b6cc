//! Benefit groups.

use domain::assessment::AssessmentSubject;
use domain::id::BenefitGroupId;
use domain::level::FulfilmentLevel;
use domain::report_model::ReportModel;
use serde::Serialize;

use super::judged::{Coverage, ProposalOut, coverage, proposal, reason};

#[derive(Serialize)]
pub(super) struct Group<'a> {
    group: &'a str,
    name: &'a str,
    level: Option<FulfilmentLevel>,
    motivation: &'a str,
    deviation_reason: Option<&'a str>,
    proposal: Option<ProposalOut>,
    coverage: Coverage,
}

pub(super) fn groups(model: &ReportModel) -> Vec<Group<'_>> {
    let written = |id: BenefitGroupId| {
        let mut all = model.group_assessments.iter();
        all.find(|assessment| assessment.subject == AssessmentSubject::Group(id))
    };
    model
        .standing
        .groups
        .iter()
        .map(|standing| Group {
            group: &standing.group.code,
            name: &standing.group.name,
            level: standing.assessment.as_ref().and_then(|judged| judged.level),
            motivation: written(standing.group.id).map_or("", |assessment| &assessment.motivation),
            deviation_reason: written(standing.group.id).and_then(reason),
            proposal: standing.proposal.as_ref().map(proposal),
            coverage: coverage(&standing.tally),
        })
        .collect()
}
