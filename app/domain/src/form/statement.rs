//! The form that states a realised benefit.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, parse_day, parse_when, typed_when};
use crate::id::{BenefitGroupId, BenefitId, DeliveryId, InitiativeId, UnitId};
use crate::statement::{Finding, Source, SourceKind};
use crate::when::When;

/// A statement as typed. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StatementForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The statement that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The initiative.
    pub initiative: String,
    /// The delivery; empty for none.
    pub delivery: String,
    /// Ticked benefits that it speaks for.
    pub benefits: Vec<String>,
    /// Ticked groups, for one that speaks for no benefit.
    pub groups: Vec<String>,
    /// What was found, in words.
    pub text: String,
    /// Code of the finding.
    pub finding: String,
    /// The date that it concerns.
    pub as_of: String,
    /// When it is to be followed up.
    pub follow_up: String,
    /// The unit that has judged.
    pub assessing_unit: String,
    /// How.
    pub method: String,
    /// A registry number that it rests on.
    pub registry_number: String,
    /// A system that it rests on.
    pub system: String,
    /// What else is to be said.
    pub note: String,
    /// "submit" to send it for approval; anything else keeps a draft.
    pub action: String,
}

/// A valid statement, ready to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStatement {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The delivery.
    pub delivery: Option<DeliveryId>,
    /// The benefits that it speaks for.
    pub benefits: Vec<BenefitId>,
    /// Ticked groups; the service adds those of the benefits.
    pub groups: Vec<BenefitGroupId>,
    /// What was found, in words.
    pub text: String,
    /// What was found.
    pub finding: Finding,
    /// The date that it concerns.
    pub as_of: NaiveDate,
    /// When it is to be followed up.
    pub follow_up: Option<When>,
    /// The unit that has judged.
    pub assessing_unit: Option<UnitId>,
    /// How.
    pub method: Option<String>,
    /// On what.
    pub sources: Vec<Source>,
    /// What else is to be said.
    pub note: Option<String>,
    /// It is sent for approval.
    pub submit: bool,
}

impl StatementForm {
    /// The form of a statement that exists.
    pub fn of(statement: &crate::statement::Statement, version: i32) -> Self {
        let source = |kind: SourceKind| {
            let found = statement.sources.iter().find(|source| source.kind == kind);
            found.map(|source| source.text.clone()).unwrap_or_default()
        };
        Self {
            submission: String::new(),
            id: statement.id.to_string(),
            version: version.to_string(),
            initiative: statement.initiative.to_string(),
            delivery: statement.delivery.map(|id| id.to_string()).unwrap_or_default(),
            benefits: statement.benefits.iter().map(ToString::to_string).collect(),
            groups: statement.groups.iter().map(ToString::to_string).collect(),
            text: statement.text.clone(),
            finding: statement.finding.value.code().to_owned(),
            as_of: statement.as_of.value.to_string(),
            follow_up: statement.follow_up.map(typed_when).unwrap_or_default(),
            assessing_unit: statement
                .assessing_unit
                .map(|id| id.to_string())
                .unwrap_or_default(),
            method: statement.method.clone().unwrap_or_default(),
            registry_number: source(SourceKind::RegistryNumber),
            system: source(SourceKind::System),
            note: statement.note.clone().unwrap_or_default(),
            action: String::new(),
        }
    }

    /// The valid statement, or all that is wrong. `today` is the last day that it can concern.
    pub fn parse(&self, today: NaiveDate) -> Result<NewStatement, FieldErrors> {
        let mut errors = FieldErrors::default();
        let initiative = errors.choice("initiative", &self.initiative, |id| id.parse().ok());
        let delivery = errors.optional_choice("delivery", &self.delivery, |id| id.parse().ok());
        let benefits: Vec<BenefitId> = errors.choices("benefits", &self.benefits, |id| id.parse().ok());
        let groups: Vec<BenefitGroupId> = errors.choices("groups", &self.groups, |id| id.parse().ok());
        if benefits.is_empty() && groups.is_empty() && errors.of("benefits").is_none() {
            errors.push("benefits", Problem::Required);
        }
        let finding = errors.choice("finding", &self.finding, Finding::from_code);
        let text = errors.required("text", &self.text, TEXT_MAX);
        let as_of = self.as_of_day(today, &mut errors);
        let follow_up = self.follow_up_when(finding, &mut errors);
        let assessing_unit =
            errors.optional_choice("assessing_unit", &self.assessing_unit, |id| id.parse().ok());
        let method = errors.optional("method", &self.method, TEXT_MAX);
        let registry_number = errors.optional("registry_number", &self.registry_number, NAME_MAX);
        let system = errors.optional("system", &self.system, NAME_MAX);
        let note = errors.optional("note", &self.note, TEXT_MAX);
        let source = |kind| move |text| Source { kind, text };
        let sources = registry_number
            .map(source(SourceKind::RegistryNumber))
            .into_iter()
            .chain(system.map(source(SourceKind::System)))
            .collect();
        let value = initiative
            .zip(finding)
            .zip(as_of)
            .map(|((initiative, finding), as_of)| NewStatement {
                initiative,
                delivery,
                benefits,
                groups,
                text,
                finding,
                as_of,
                follow_up,
                assessing_unit,
                method,
                sources,
                note,
                submit: self.action == "submit",
            });
        errors.finish(value)
    }

    fn as_of_day(&self, today: NaiveDate, errors: &mut FieldErrors) -> Option<NaiveDate> {
        let given = self.as_of.trim();
        if given.is_empty() {
            errors.push("as_of", Problem::Required);
            return None;
        }
        match parse_day(given) {
            Some(day) if day > today => {
                errors.push(
                    "as_of",
                    Problem::InTheFuture {
                        given: day.to_string(),
                    },
                );
                None
            }
            Some(day) => Some(day),
            None => {
                errors.push(
                    "as_of",
                    Problem::NotADate {
                        given: given.to_owned(),
                    },
                );
                None
            }
        }
    }

    /// A follow-up date belongs to findings that say later; for others the field is not looked at.
    fn follow_up_when(&self, finding: Option<Finding>, errors: &mut FieldErrors) -> Option<When> {
        let given = self.follow_up.trim();
        if given.is_empty() || !finding.is_some_and(Finding::is_later) {
            return None;
        }
        let when = parse_when(given);
        if when.is_none() {
            errors.push(
                "follow_up",
                Problem::NotADate {
                    given: given.to_owned(),
                },
            );
        }
        when
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "019a0000-0000-7000-8000-000000000001";

    fn today() -> NaiveDate {
        "2025-10-01".parse().expect("a day")
    }

    fn form() -> StatementForm {
        StatementForm {
            initiative: ID.to_owned(),
            benefits: vec![ID.to_owned()],
            text: "Väntan är kortare.".to_owned(),
            finding: "confirmed".to_owned(),
            as_of: "2025-10-01".to_owned(),
            registry_number: "D-2025/17".to_owned(),
            ..StatementForm::default()
        }
    }

    #[test]
    fn a_whole_form_becomes_a_statement() {
        let statement = form().parse(today()).expect("valid");
        assert_eq!(statement.finding, Finding::Confirmed);
        assert_eq!(statement.sources.len(), 1);
        assert!(!statement.submit);
        let sent = StatementForm {
            action: "submit".to_owned(),
            ..form()
        };
        assert!(sent.parse(today()).expect("valid").submit);
    }

    #[test]
    fn it_concerns_no_day_to_come() {
        let tomorrow = StatementForm {
            as_of: "2025-10-02".to_owned(),
            ..form()
        };
        let errors = tomorrow.parse(today()).expect_err("the future");
        let given = "2025-10-02".to_owned();
        assert_eq!(errors.of("as_of"), Some(&Problem::InTheFuture { given }));
    }

    #[test]
    fn it_speaks_for_a_benefit_or_at_least_of_a_group() {
        let nothing = StatementForm {
            benefits: Vec::new(),
            ..form()
        };
        assert_eq!(
            nothing.parse(today()).expect_err("empty").of("benefits"),
            Some(&Problem::Required)
        );
        let unexpected = StatementForm {
            groups: vec![ID.to_owned()],
            ..nothing
        };
        assert!(unexpected.parse(today()).is_ok());
    }

    #[test]
    fn a_follow_up_date_is_read_for_findings_that_say_later() {
        let later = StatementForm {
            finding: "planned_followup".to_owned(),
            follow_up: "hösten 2026".to_owned(),
            ..form()
        };
        assert!(later.parse(today()).expect("valid").follow_up.is_some());
        let now = StatementForm {
            finding: "confirmed".to_owned(),
            ..later.clone()
        };
        assert_eq!(now.parse(today()).expect("valid").follow_up, None);
        let wrong = StatementForm {
            follow_up: "sedan".to_owned(),
            ..later
        };
        assert!(
            wrong
                .parse(today())
                .expect_err("no date")
                .of("follow_up")
                .is_some()
        );
    }
}
