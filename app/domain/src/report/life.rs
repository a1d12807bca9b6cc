//! A report's life: which step can be taken when, what stands in the way of a decision, and what a decision freezes.

use serde::{Deserialize, Serialize};

use super::{Decision, ReportState};
use crate::assessment::{AssessmentState, SubjectKey};
use crate::report_model::{self, ReportMaterial, ReportModel};
use crate::standing::Standing;

/// A step in a report's life. There is no way back from a decision: what turns out wrong is corrected beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportStep {
    /// Sent for review.
    Review,
    /// Sent back for change, with the reason.
    Return,
    /// Decided, and with it all its submitted assessments.
    Decide,
    /// Made public.
    Publish,
}

impl ReportStep {
    /// All steps.
    pub const ALL: [Self; 4] = [Self::Review, Self::Return, Self::Decide, Self::Publish];

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Return => "return",
            Self::Decide => "decide",
            Self::Publish => "publish",
        }
    }

    /// The only state that it can be taken in.
    pub fn from(self) -> ReportState {
        match self {
            Self::Review => ReportState::Draft,
            Self::Return | Self::Decide => ReportState::UnderReview,
            Self::Publish => ReportState::Decided,
        }
    }

    /// The state that it leads to.
    pub fn to(self) -> ReportState {
        match self {
            Self::Review => ReportState::UnderReview,
            Self::Return => ReportState::Draft,
            Self::Decide => ReportState::Decided,
            Self::Publish => ReportState::Published,
        }
    }
}

impl ReportState {
    /// Where a step leads; none where it cannot be taken now.
    pub fn after(self, step: ReportStep) -> Option<Self> {
        (step.from() == self).then(|| step.to())
    }
}

/// Something that stands in the way of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// Nobody has sent it for review.
    NotUnderReview,
    /// Comments that nobody has resolved.
    OpenComments(u32),
    /// Nobody has sent in an assessment of it.
    NotSubmitted(SubjectKey),
}

/// What stands in the way of deciding a report that is not decided. The whole has to be judged, and every area that something is expected
/// of; groups may be left out, as the source leaves some out.
pub fn hindrances(standing: &Standing, open_comments: u32) -> Vec<Hindrance> {
    let unsent = (standing.report.state == ReportState::Draft).then_some(Hindrance::NotUnderReview);
    let comments = (open_comments > 0).then_some(Hindrance::OpenComments(open_comments));
    let lacking = standing.subjects().into_iter().filter(|one| {
        let needed = match &one.key {
            SubjectKey::Whole => true,
            SubjectKey::Area(_) => one.tally.benefits() > 0,
            SubjectKey::Group(_) => false,
        };
        let judged = one.assessment.as_ref();
        needed && !judged.is_some_and(|judged| goes_along(judged.state))
    });
    let lacking = lacking.map(|one| Hindrance::NotSubmitted(one.key));
    unsent.into_iter().chain(comments).chain(lacking).collect()
}

/// Whether an assessment is decided with its report.
pub fn goes_along(state: AssessmentState) -> bool {
    matches!(state, AssessmentState::Submitted | AssessmentState::Decided)
}

/// What a decision freezes: the report as decided, with the assessments that were sent in. Drafts stay outside.
pub fn decided(mut material: ReportMaterial, decision: Decision) -> ReportModel {
    material.report.state = ReportState::Decided;
    material.report.decision = Some(decision);
    material.assessments.retain(|one| goes_along(one.state));
    for assessment in material.assessments.iter_mut() {
        assessment.state = AssessmentState::Decided;
    }
    report_model::compile(material)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::report_model::tests::{assessment, material};
    use crate::testing::{all, id, read};

    #[test]
    fn a_decision_waits_for_review_comments_the_whole_and_every_area_that_something_is_expected_of() {
        use Hindrance as H;
        let mut material = material();
        let in_the_way =
            |material: &ReportMaterial, comments| hindrances(&report_model::standing(material), comments);
        let area = |number: &str| H::NotSubmitted(SubjectKey::Area(number.to_owned()));
        let whole = H::NotSubmitted(SubjectKey::Whole);
        let bare = [
            H::NotUnderReview,
            H::OpenComments(2),
            area("4.9"),
            area("4.10"),
            whole.clone(),
        ];
        assert_eq!(in_the_way(&material, 2), bare);
        material.report.state = ReportState::UnderReview;
        material.benefits.pop();
        assert_eq!(
            in_the_way(&material, 0),
            [area("4.9"), whole],
            "of the other nothing is expected"
        );
        material.assessments = all(vec![
            assessment(1, json!("whole"), "god", "submitted"),
            assessment(2, json!({ "area": id(1) }), "god", "submitted"),
        ]);
        assert_eq!(in_the_way(&material, 0), []);
        material.assessments[1].state = AssessmentState::Returned;
        assert_eq!(in_the_way(&material, 0), [area("4.9")]);
    }

    #[test]
    fn a_decision_freezes_what_was_sent_in_and_leaves_drafts_outside() {
        let mut material = material();
        material.report.state = ReportState::UnderReview;
        material.assessments = all(vec![
            assessment(1, json!("whole"), "god", "submitted"),
            assessment(2, json!({ "area": id(1) }), "god", "draft"),
        ]);
        let decision: Decision = read(json!({ "on": "2026-02-10", "decider_title": "Generaldirektör" }));
        let model = decided(material, decision.clone());
        assert_eq!(
            (model.report.state, model.report.decision),
            (ReportState::Decided, Some(decision))
        );
        assert_eq!(model.overall.map(|one| one.state), Some(AssessmentState::Decided));
        assert!(model.areas.iter().all(|section| section.assessment.is_none()));
    }

    #[test]
    fn a_report_goes_from_draft_to_published_and_back_from_review_alone() {
        use ReportState as S;
        use ReportStep as T;
        let allowed = [
            (S::Draft, T::Review, S::UnderReview),
            (S::UnderReview, T::Return, S::Draft),
            (S::UnderReview, T::Decide, S::Decided),
            (S::Decided, T::Publish, S::Published),
        ];
        for state in [S::Draft, S::UnderReview, S::Decided, S::Published] {
            for step in T::ALL {
                let to = allowed
                    .iter()
                    .find(|(from, by, _)| (*from, *by) == (state, step))
                    .map(|(_, _, to)| *to);
                assert_eq!(state.after(step), to, "{step:?} of what is {state:?}");
            }
        }
    }

    #[test]
    fn only_what_was_sent_in_is_decided_along() {
        for (state, along) in [
            (AssessmentState::Draft, false),
            (AssessmentState::Returned, false),
            (AssessmentState::Submitted, true),
            (AssessmentState::Decided, true),
        ] {
            assert_eq!(goes_along(state), along, "{state:?}");
        }
    }
}
