//! Where people judge otherwise than the system proposes.

use super::ReportModel;
use crate::assessment::{Assessment, AssessmentSubject};
use crate::level::FulfilmentLevel;
use crate::rollup::Proposal;

/// An assessment whose level is not the one that the system proposes.
#[derive(Clone, Copy, Debug)]
pub struct Deviation<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// Its level.
    pub level: FulfilmentLevel,
    /// What the system proposes.
    pub proposal: Proposal,
}

impl ReportModel {
    /// Where people judge otherwise than the system proposes: areas, then groups, then the whole.
    pub fn deviations(&self) -> Vec<Deviation<'_>> {
        self.areas
            .iter()
            .filter_map(|section| section.assessment.as_ref())
            .chain(&self.group_assessments)
            .chain(&self.overall)
            .filter_map(|assessment| {
                let (level, proposal) = (assessment.level?, self.proposal(assessment.subject)?);
                (level != proposal.level).then_some(Deviation {
                    assessment,
                    level,
                    proposal,
                })
            })
            .collect()
    }

    fn proposal(&self, subject: AssessmentSubject) -> Option<Proposal> {
        let standing = &self.standing;
        match subject {
            AssessmentSubject::Area(id) => standing.areas.iter().find(|area| area.id == id)?.proposal,
            AssessmentSubject::Group(id) => standing.groups.iter().find(|of| of.group.id == id)?.proposal,
            AssessmentSubject::Whole => standing.proposal,
        }
    }
}
