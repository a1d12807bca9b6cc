//! The form that grades an area, a group or the whole.

use serde::{Deserialize, Serialize};

use super::row::{cell, row_count, row_field};
use super::{FieldErrors, Problem, TEXT_MAX};
use crate::assessment::{Assessment, Components, GroupText, SubjectKey};
use crate::id::ReportId;
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
    /// What is judged, as a [`SubjectKey`].
    pub subject: String,
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
    /// Which groups the texts concern, each "row:group".
    pub text_groups: Vec<String>,
    /// The texts that concern some groups together.
    pub group_text: Vec<String>,
    /// Why the level differs from the proposal.
    pub deviation_reason: String,
    /// "submit" to send it in, "add_text" for one more row; anything else keeps a draft.
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
    /// Texts per set of groups.
    pub group_texts: Vec<GroupText>,
    /// Why the level differs from the proposal.
    pub deviation_reason: Option<String>,
    /// It is sent in, to be decided with the report.
    pub submit: bool,
}

impl AssessmentForm {
    /// The form of a subject that nobody has judged.
    pub fn empty(report: ReportId, subject: &SubjectKey) -> Self {
        Self {
            report: report.to_string(),
            subject: subject.to_string(),
            ..Self::default()
        }
    }

    /// The form of an assessment that exists.
    pub fn of(assessment: &Assessment, version: i32, subject: &SubjectKey) -> Self {
        let code = |level: Option<FulfilmentLevel>| level.map(|l| l.code().to_owned()).unwrap_or_default();
        let texts = &assessment.group_texts;
        let text_groups = texts.iter().enumerate().flat_map(|(row, text)| {
            let groups = text.groups.iter();
            groups.map(move |group| format!("{row}:{group}"))
        });
        Self {
            id: assessment.id.to_string(),
            version: version.to_string(),
            level: code(assessment.level),
            delivery: code(assessment.components.delivery),
            expected: code(assessment.components.expected),
            realised: code(assessment.components.realised),
            motivation: assessment.motivation.clone(),
            text_groups: text_groups.collect(),
            group_text: texts.iter().map(|text| text.text.clone()).collect(),
            deviation_reason: assessment.deviation_reason.clone().unwrap_or_default(),
            ..Self::empty(assessment.report, subject)
        }
    }

    /// What is judged.
    pub fn subject(&self) -> SubjectKey {
        let Ok(subject) = self.subject.parse();
        subject
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        if self.action != "add_text" {
            return None;
        }
        self.group_text.push(String::new());
        Some(self)
    }

    /// The groups ticked in a row, as typed.
    pub fn groups_of(&self, row: usize) -> impl Iterator<Item = &str> {
        let ticked = self
            .text_groups
            .iter()
            .filter_map(|ticked| ticked.split_once(':'));
        ticked
            .filter(move |(of, _)| of.parse() == Ok(row))
            .map(|(_, group)| group)
    }

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
        let components = if self.subject().has_components() {
            Components {
                delivery: level_of("delivery", &self.delivery),
                expected: level_of("expected", &self.expected),
                realised: level_of("realised", &self.realised),
            }
        } else {
            Components::default()
        };
        let motivation = if submit {
            errors.required("motivation", &self.motivation, TEXT_MAX)
        } else {
            errors
                .optional("motivation", &self.motivation, TEXT_MAX)
                .unwrap_or_default()
        };
        let group_texts = (0..row_count(&[&self.group_text]))
            .filter_map(|row| self.group_text(row, &mut errors))
            .collect();
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
            group_texts,
            deviation_reason,
            submit,
        }))
    }

    /// A text concerns a group at least; a row with neither is no row.
    fn group_text(&self, row: usize, errors: &mut FieldErrors) -> Option<GroupText> {
        let text = cell(&self.group_text, row);
        let ticked: Vec<&str> = self.groups_of(row).collect();
        if text.trim().is_empty() && ticked.is_empty() {
            return None;
        }
        let field = row_field("text_groups", row);
        let groups: Option<Vec<_>> = ticked
            .iter()
            .map(|id| errors.choice(&field, id, |id| id.parse().ok()))
            .collect();
        if ticked.is_empty() {
            errors.push(&field, Problem::Required);
        }
        let text = errors.required(&row_field("group_text", row), text, TEXT_MAX);
        Some(GroupText {
            groups: groups?,
            text,
        })
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::assessment::{AssessmentState, AssessmentSubject};
    use crate::id::{AssessmentId, BenefitGroupId};
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
    fn a_group_and_the_whole_are_judged_without_components() {
        for subject in [SubjectKey::Group("kund".to_owned()), SubjectKey::Whole] {
            let form = AssessmentForm {
                subject: subject.to_string(),
                delivery: String::new(),
                expected: String::new(),
                ..form()
            };
            assert_eq!(form.subject(), subject);
            let new = form.parse(None).expect("whole without components");
            assert_eq!(new.components, Components::default());
        }
        let area = SubjectKey::Area("4.2".to_owned());
        assert_eq!(area.to_string().parse(), Ok(area));
    }

    #[test]
    fn a_text_concerns_a_group_and_says_something() {
        const GROUP: &str = "019a0000-0000-7000-8000-000000000001";
        let texts = |ticked: &[&str], texts: &[&str]| {
            let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
            let form = AssessmentForm {
                text_groups: owned(ticked),
                group_text: owned(texts),
                ..form()
            };
            form.parse(None).map(|new| new.group_texts)
        };
        let ticked = format!("1:{GROUP}");
        let kept = texts(&[&ticked], &["", "Färre besök."]).expect("one text");
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].groups[0].to_string(), GROUP);
        let problem =
            |found: Result<Vec<GroupText>, FieldErrors>| found.expect_err("a gap").0[0].field.clone();
        assert_eq!(problem(texts(&[], &["Färre besök."])), "text_groups-0");
        assert_eq!(problem(texts(&[&ticked], &["", ""])), "group_text-1");
        assert_eq!(problem(texts(&["0:x"], &["Text"])), "text_groups-0");
    }

    #[test]
    fn what_is_stored_comes_back_as_it_was() {
        let assessment = Assessment {
            id: AssessmentId(uuid::Uuid::nil()),
            report: ReportId(uuid::Uuid::nil()),
            subject: AssessmentSubject::Whole,
            level: Some(FulfilmentLevel::God),
            components: Components::default(),
            motivation: "Därför.".to_owned(),
            group_texts: vec![GroupText {
                groups: vec![
                    BenefitGroupId(uuid::Uuid::nil()),
                    BenefitGroupId(uuid::Uuid::max()),
                ],
                text: "Tillsammans.".to_owned(),
            }],
            deviation_reason: None,
            state: AssessmentState::Draft,
        };
        let form = AssessmentForm::of(&assessment, 3, &SubjectKey::Whole);
        assert_eq!(form.version, "3");
        let new = form.parse(None).expect("as it was");
        assert_eq!(new.group_texts, assessment.group_texts);
        assert_eq!(new.level, assessment.level);
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
