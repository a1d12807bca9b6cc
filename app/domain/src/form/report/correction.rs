use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::DecisionForm;
use crate::form::{FieldErrors, Problem, TEXT_MAX};
use crate::report::comment::ReportSection;
use crate::report::correction::ReportCorrection;
use crate::report::{Decision, DecisionRecord};

/// A proposed correction of a decided report, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CorrectionForm {
    /// Names this sending, so that one sent twice makes one proposal.
    pub submission: String,
    /// The proposal; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The report.
    pub report: String,
    /// The section that it concerns.
    pub section: String,
    /// What stands there.
    pub wrong: String,
    /// What should stand there.
    pub correct: String,
    /// Why.
    pub reason: String,
    /// The number of the earlier correction that it takes the place of; empty where it stands beside all.
    pub replaces: String,
}

/// What a correction says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCorrection {
    /// The section that it concerns.
    pub section: ReportSection,
    /// What stands there.
    pub wrong: String,
    /// What should stand there.
    pub correct: String,
    /// Why.
    pub reason: String,
    /// The number of the earlier correction that it takes the place of.
    pub replaces: Option<i32>,
}

impl CorrectionForm {
    /// The form of a proposal.
    pub fn of(correction: &ReportCorrection, version: i32) -> Self {
        Self {
            submission: String::new(),
            id: correction.id.to_string(),
            version: version.to_string(),
            report: correction.report.to_string(),
            section: correction.section.to_string(),
            wrong: correction.wrong.clone(),
            correct: correction.correct.clone(),
            reason: correction.reason.clone(),
            replaces: correction
                .replaces
                .map(|number| number.to_string())
                .unwrap_or_default(),
        }
    }

    /// What it says, or all that is wrong. `sections` are those that the report has, `in_force` the numbers of the
    /// corrections whose place it can take.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, sections: &[ReportSection], in_force: &[i32]) -> Result<NewCorrection, FieldErrors> {
        let mut errors = FieldErrors::default();
        let section = errors.choice("section", &self.section, |typed| {
            sections
                .iter()
                .find(|section| section.to_string() == typed)
                .cloned()
        });
        let wrong = errors.required("wrong", &self.wrong, TEXT_MAX);
        let correct = errors.required("correct", &self.correct, TEXT_MAX);
        if !wrong.is_empty() && wrong == correct {
            // It would set nothing right.
            errors.push(
                "correct",
                Problem::Taken {
                    given: correct.clone(),
                },
            );
        }
        let reason = errors.required("reason", &self.reason, TEXT_MAX);
        let replaces = errors.optional_choice("replaces", &self.replaces, |typed| {
            typed.parse().ok().filter(|number| in_force.contains(number))
        });
        errors.finish(section.map(|section| NewCorrection {
            section,
            wrong,
            correct,
            reason,
            replaces,
        }))
    }
}

/// The decision that makes a correction, as typed: made here by leadership, or made elsewhere and recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CorrectionDecisionForm {
    /// Names this sending, so that one sent twice is one decision.
    pub submission: String,
    /// The proposal.
    pub id: String,
    /// The version that was read: the decision is on that.
    pub version: String,
    /// The report: part of the page's address.
    pub report: String,
    /// The day of the decision.
    pub on: String,
    /// The decider's title.
    pub decider_title: String,
    /// Where it was made.
    pub forum: String,
    /// Its registry number.
    pub registry_number: String,
    /// The decider has read the correction.
    pub checked: String,
}

impl CorrectionDecisionForm {
    /// The decision, or all that is wrong, by the rules of the report's own decision. None comes before that one.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(
        &self,
        today: NaiveDate,
        decided_on: Option<NaiveDate>,
        record: DecisionRecord,
    ) -> Result<Decision, FieldErrors> {
        let form = DecisionForm {
            on: self.on.clone(),
            decider_title: self.decider_title.clone(),
            forum: self.forum.clone(),
            registry_number: self.registry_number.clone(),
            checked: self.checked.clone(),
            ..DecisionForm::default()
        };
        let decision = form.parse(today, record)?;
        if decided_on.is_some_and(|day| decision.on < day) {
            let mut errors = FieldErrors::default();
            let given = decision.on.to_string();
            errors.push("on", Problem::EndBeforeStart { given });
            return Err(errors);
        }
        Ok(decision)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::Role;

    fn form() -> CorrectionForm {
        CorrectionForm {
            section: "4.1".to_owned(),
            wrong: "Tiden blev kortare.".to_owned(),
            correct: "Tiden blev längre.".to_owned(),
            reason: "Tecknet var omkastat.".to_owned(),
            ..CorrectionForm::default()
        }
    }

    #[test]
    fn a_correction_says_where_what_and_why() {
        let sections = ReportSection::all(["4.1"]);
        let said = form().parse(&sections, &[]).expect("valid");
        assert_eq!(
            (said.section, said.replaces),
            (ReportSection::Area("4.1".to_owned()), None)
        );
        let errors = CorrectionForm::default()
            .parse(&sections, &[])
            .expect_err("says nothing");
        for field in ["section", "wrong", "correct", "reason"] {
            assert_eq!(errors.of(field), Some(&Problem::Required), "{field}");
        }
        let same = CorrectionForm {
            correct: form().wrong,
            ..form()
        };
        let errors = same.parse(&sections, &[]).expect_err("sets nothing right");
        assert!(errors.of("correct").is_some());
    }

    #[test]
    fn it_takes_the_place_of_one_that_holds() {
        let sections = ReportSection::all(["4.1"]);
        let of = |number: &str| CorrectionForm {
            replaces: number.to_owned(),
            ..form()
        };
        assert_eq!(of("2").parse(&sections, &[2]).expect("valid").replaces, Some(2));
        for wrong in ["1", "x"] {
            let errors = of(wrong).parse(&sections, &[2]).expect_err("no such");
            assert!(errors.of("replaces").is_some(), "{wrong}");
        }
    }

    #[test]
    fn it_is_not_decided_before_the_report() {
        let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
        let record = DecisionRecord {
            role: Role::Leadership,
            at: "2026-04-01T09:00:00Z".parse().expect("a moment"),
            elsewhere: false,
        };
        let form = CorrectionDecisionForm {
            on: "2026-03-01".to_owned(),
            decider_title: "Generaldirektör".to_owned(),
            forum: "GD-föredragning".to_owned(),
            registry_number: "2026/18".to_owned(),
            checked: "on".to_owned(),
            ..CorrectionDecisionForm::default()
        };
        let parse = |decided: &str| form.parse(day("2026-04-01"), Some(day(decided)), record);
        let decision = parse("2026-03-01").expect("on the same day");
        let said = [decision.forum, decision.registry_number].map(Option::unwrap_or_default);
        assert_eq!(said, ["GD-föredragning", "2026/18"]);
        let errors = parse("2026-03-02").expect_err("before the report");
        assert!(matches!(errors.of("on"), Some(Problem::EndBeforeStart { .. })));
    }
}
