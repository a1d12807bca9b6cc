//! The form that grades an area, a group or the whole.

use serde::{Deserialize, Serialize};

use super::{FieldErrors, Problem, TEXT_MAX};
use crate::assessment::Components;
use crate::level::FulfilmentLevel;
use crate::rollup::Proposal;

/// An assessment as typed. `version` is empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssessmentForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The assessment that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The report.
    pub report: String,
    /// The area's number.
    pub area: String,
    /// Code of the combined level.
    pub level: String,
    /// Code of the component delivery.
    pub delivery: String,
    /// Code of the component expected benefit.
    pub expected: String,
    /// Code of the component realised benefit.
    pub realised: String,
    /// Why.
    pub motivation: String,
    /// Why the level differs from the proposal.
    pub deviation_reason: String,
    /// "submit" to send it in; anything else keeps a draft.
    pub action: String,
}

/// What the system proposes as the form is sent, to hold the level against.
pub type ProposalAtHand = Option<Proposal>;

/// A valid assessment, ready to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAssessment {
    /// The combined level; a draft may leave it open.
    pub level: Option<FulfilmentLevel>,
    /// The components.
    pub components: Components,
    /// Why.
    pub motivation: String,
    /// Why the level differs from the proposal.
    pub deviation_reason: Option<String>,
    /// It is sent in, to be decided with the report.
    pub submit: bool,
}

impl AssessmentForm {
    /// The valid assessment, or all that is wrong. A draft may have gaps; what is sent in is whole,
    /// and a level other than the proposal's says why.
    pub fn parse(&self, proposal: ProposalAtHand) -> Result<NewAssessment, FieldErrors> {
        let mut errors = FieldErrors::default();
        let submit = self.action == "submit";
        let mut level_of = |field: &str, code: &str| {
            if submit {
                errors.choice(field, code, FulfilmentLevel::from_code)
            } else {
                errors.optional_choice(field, code, FulfilmentLevel::from_code)
            }
        };
        let level = level_of("level", &self.level);
        let components = Components {
            delivery: level_of("delivery", &self.delivery),
            expected: level_of("expected", &self.expected),
            realised: level_of("realised", &self.realised),
        };
        let motivation = if submit {
            errors.required("motivation", &self.motivation, TEXT_MAX)
        } else {
            errors
                .optional("motivation", &self.motivation, TEXT_MAX)
                .unwrap_or_default()
        };
        let deviation_reason = errors.optional("deviation_reason", &self.deviation_reason, TEXT_MAX);
        let deviates = level
            .zip(proposal)
            .is_some_and(|(level, proposal)| level != proposal.level);
        if submit && deviates && deviation_reason.is_none() {
            errors.push("deviation_reason", Problem::DeviationWithoutReason);
        }
        let deviation_reason = deviation_reason.filter(|_| deviates);
        errors.finish(Some(NewAssessment {
            level,
            components,
            motivation,
            deviation_reason,
            submit,
        }))
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::percent::Percent;

    fn proposal(level: FulfilmentLevel) -> ProposalAtHand {
        Some(Proposal {
            percent: Percent::new(Decimal::new(50, 0)),
            level,
            weak_evidence: true,
            value_weighted: None,
            value_weighted_level: None,
        })
    }

    fn form() -> AssessmentForm {
        AssessmentForm {
            level: "viss".to_owned(),
            delivery: "god".to_owned(),
            expected: "godkand".to_owned(),
            realised: "viss".to_owned(),
            motivation: "Mycket återstår.".to_owned(),
            action: "submit".to_owned(),
            ..AssessmentForm::default()
        }
    }

    #[test]
    fn a_level_other_than_the_proposal_says_why() {
        let same = form()
            .parse(proposal(FulfilmentLevel::Viss))
            .expect("agrees with the proposal");
        assert_eq!(same.deviation_reason, None);
        let errors = form()
            .parse(proposal(FulfilmentLevel::Godkand))
            .expect_err("no reason");
        assert_eq!(
            errors.of("deviation_reason"),
            Some(&Problem::DeviationWithoutReason)
        );
        let reasoned = AssessmentForm {
            deviation_reason: "Svagt underlag.".to_owned(),
            ..form()
        };
        let assessment = reasoned
            .parse(proposal(FulfilmentLevel::Godkand))
            .expect("a reason");
        assert_eq!(assessment.deviation_reason.as_deref(), Some("Svagt underlag."));
        assert!(
            form().parse(None).is_ok(),
            "without a proposal there is nothing to differ from"
        );
    }

    #[test]
    fn a_draft_may_have_gaps_and_what_is_sent_in_may_not() {
        let empty = AssessmentForm::default();
        assert!(empty.parse(proposal(FulfilmentLevel::Viss)).is_ok());
        let sent = AssessmentForm {
            action: "submit".to_owned(),
            ..empty
        };
        let errors = sent
            .parse(proposal(FulfilmentLevel::Viss))
            .expect_err("nothing given");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(
            fields,
            ["level", "delivery", "expected", "realised", "motivation"]
        );
    }
}
