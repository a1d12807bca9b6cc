//! The form that states a realised benefit.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::row::{cell, row_count, row_field};
use super::{FieldErrors, FigureRows, NAME_MAX, NewFigure, Problem, TEXT_MAX, ticked, typed_when};
use crate::id::{BenefitGroupId, BenefitId, DeliveryId, InitiativeId, StatementId, UnitId};
use crate::reading::Reading;
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
    /// Ticked groups, where it speaks of others than all those of its benefits.
    pub groups: Vec<String>,
    /// What was found, in words.
    pub text: String,
    /// Code of the finding.
    pub finding: String,
    /// "on" where the source does not state the finding outright.
    pub finding_interpreted: String,
    /// The date that it concerns.
    pub as_of: String,
    /// "on" where the source does not state the date outright.
    pub as_of_interpreted: String,
    /// When it is to be followed up.
    pub follow_up: String,
    /// The unit that has judged.
    pub assessing_unit: String,
    /// How.
    pub method: String,
    /// Code of the kind of each source.
    pub source_kind: Vec<String>,
    /// The sources that it rests on.
    pub source_text: Vec<String>,
    /// Figures.
    #[serde(flatten)]
    pub figures: FigureRows,
    /// "on" where the source itself calls the benefit an additional one.
    pub unplanned: String,
    /// What else is to be said.
    pub note: String,
    /// The approved statement whose place it takes; empty for none.
    pub supersedes: String,
    /// "submit" to send it for approval, "add_…" for one more row; anything else keeps a draft.
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
    /// Ticked groups; the service adds those of benefits of which none is ticked.
    pub groups: Vec<BenefitGroupId>,
    /// What was found, in words.
    pub text: String,
    /// What was found.
    pub finding: Reading<Finding>,
    /// The date that it concerns.
    pub as_of: Reading<NaiveDate>,
    /// When it is to be followed up.
    pub follow_up: Option<When>,
    /// The unit that has judged.
    pub assessing_unit: Option<UnitId>,
    /// How.
    pub method: Option<String>,
    /// On what.
    pub sources: Vec<Source>,
    /// Figures.
    pub figures: Vec<NewFigure>,
    /// The source itself calls the benefit an additional one.
    pub unplanned: bool,
    /// What else is to be said.
    pub note: Option<String>,
    /// The approved statement whose place it takes.
    pub supersedes: Option<StatementId>,
    /// It is sent for approval.
    pub submit: bool,
}

impl StatementForm {
    /// The form of a statement that exists.
    pub fn of(statement: &crate::statement::Statement, version: i32) -> Self {
        let sources = &statement.sources;
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
            finding_interpreted: ticked(statement.finding.interpreted),
            as_of: statement.as_of.value.to_string(),
            as_of_interpreted: ticked(statement.as_of.interpreted),
            follow_up: statement.follow_up.map(typed_when).unwrap_or_default(),
            assessing_unit: statement
                .assessing_unit
                .map(|id| id.to_string())
                .unwrap_or_default(),
            method: statement.method.clone().unwrap_or_default(),
            source_kind: sources
                .iter()
                .map(|source| source.kind.code().to_owned())
                .collect(),
            source_text: sources.iter().map(|source| source.text.clone()).collect(),
            figures: FigureRows::of(&statement.figures),
            unplanned: ticked(statement.unplanned),
            note: statement.note.clone().unwrap_or_default(),
            supersedes: statement.supersedes.map(|id| id.to_string()).unwrap_or_default(),
            action: String::new(),
        }
    }

    /// The form of a statement that is to take the place of an approved one: what it speaks for and how it
    /// was judged stands there. What was found does not: the page shows what was said before, and whoever
    /// writes has something else to say.
    pub fn superseding(statement: &crate::statement::Statement) -> Self {
        let before = Self::of(statement, 0);
        Self {
            initiative: before.initiative,
            delivery: before.delivery,
            benefits: before.benefits,
            groups: before.groups,
            assessing_unit: before.assessing_unit,
            method: before.method,
            unplanned: before.unplanned,
            supersedes: statement.id.to_string(),
            ..Self::default()
        }
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        match self.action.as_str() {
            "add_source" => self.source_text.push(String::new()),
            "add_figure" => self.figures.push_empty(),
            _ => return None,
        }
        Some(self)
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
        // A day that is a reading may well be later than what the source says of the future.
        if let (Some(as_of), Some(when)) = (as_of, follow_up)
            && self.as_of_interpreted.is_empty()
            && when.passed(as_of)
        {
            let given = self.follow_up.trim().to_owned();
            errors.push("follow_up", Problem::EndBeforeStart { given });
        }
        let assessing_unit =
            errors.optional_choice("assessing_unit", &self.assessing_unit, |id| id.parse().ok());
        let method = errors.optional("method", &self.method, TEXT_MAX);
        let sources = self.sources(&mut errors);
        let figures = self.figures.parse(&mut errors);
        let note = errors.optional("note", &self.note, TEXT_MAX);
        let supersedes = errors.optional_choice("supersedes", &self.supersedes, |id| id.parse().ok());
        let reading = |interpreted: &str| !interpreted.is_empty();
        let value = initiative
            .zip(finding)
            .zip(as_of)
            .map(|((initiative, finding), as_of)| NewStatement {
                initiative,
                delivery,
                benefits,
                groups,
                text,
                finding: Reading {
                    value: finding,
                    interpreted: reading(&self.finding_interpreted),
                },
                as_of: Reading {
                    value: as_of,
                    interpreted: reading(&self.as_of_interpreted),
                },
                follow_up,
                assessing_unit,
                method,
                sources,
                figures,
                unplanned: !self.unplanned.is_empty(),
                note,
                supersedes,
                submit: self.action == "submit",
            });
        errors.finish(value)
    }

    /// A source of no kind that is told counts as another than those that have one.
    fn sources(&self, errors: &mut FieldErrors) -> Vec<Source> {
        (0..row_count(&[&self.source_text]))
            .filter_map(|row| {
                let text = errors.optional(
                    &row_field("source_text", row),
                    cell(&self.source_text, row),
                    NAME_MAX,
                )?;
                let kind = cell(&self.source_kind, row);
                let kind =
                    errors.optional_choice(&row_field("source_kind", row), kind, SourceKind::from_code);
                Some(Source {
                    kind: kind.unwrap_or(SourceKind::Other),
                    text,
                })
            })
            .collect()
    }

    fn as_of_day(&self, today: NaiveDate, errors: &mut FieldErrors) -> Option<NaiveDate> {
        if self.as_of.trim().is_empty() {
            errors.push("as_of", Problem::Required);
            return None;
        }
        let day = errors.day("as_of", &self.as_of)?;
        if day > today {
            let given = day.to_string();
            errors.push("as_of", Problem::InTheFuture { given });
            return None;
        }
        Some(day)
    }

    /// A follow-up date belongs to findings that say later; for others the field is not looked at.
    fn follow_up_when(&self, finding: Option<Finding>, errors: &mut FieldErrors) -> Option<When> {
        finding
            .is_some_and(Finding::is_later)
            .then(|| errors.when("follow_up", &self.follow_up))
            .flatten()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::statement::{ApprovalState, Statement};

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
            source_kind: vec!["registry_number".to_owned(), String::new()],
            source_text: vec!["D-2025/17".to_owned(), " ".to_owned()],
            ..StatementForm::default()
        }
    }

    #[test]
    fn a_whole_form_becomes_a_statement() {
        let statement = form().parse(today()).expect("valid");
        assert_eq!(statement.finding, Reading::stated(Finding::Confirmed));
        let source = Source {
            kind: SourceKind::RegistryNumber,
            text: "D-2025/17".to_owned(),
        };
        assert_eq!(statement.sources, [source]);
        assert!(!statement.submit && !statement.unplanned);
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

    #[test]
    fn nobody_comes_back_before_the_day_that_is_spoken_of() {
        let later = |follow_up: &str| StatementForm {
            finding: "planned_followup".to_owned(),
            follow_up: follow_up.to_owned(),
            ..form()
        };
        let given = "hösten 2020".to_owned();
        let errors = later(&given).parse(today()).expect_err("five years before");
        assert_eq!(errors.of("follow_up"), Some(&Problem::EndBeforeStart { given }));
        for ahead in ["2025-10-01", "2025", "hösten 2025", ""] {
            assert!(later(ahead).parse(today()).is_ok(), "{ahead}");
        }
        let read = StatementForm {
            as_of_interpreted: "on".to_owned(),
            ..later("hösten 2020")
        };
        assert!(read.parse(today()).is_ok());
    }

    fn approved(finding: Finding, follow_up: Option<When>) -> Statement {
        Statement {
            id: StatementId(Uuid::nil()),
            initiative: InitiativeId(Uuid::nil()),
            delivery: None,
            ordinal: 1,
            groups: Vec::new(),
            benefits: Vec::new(),
            text: "Det som var känt.".to_owned(),
            as_of: Reading::stated(NaiveDate::from_ymd_opt(2025, 1, 31).expect("a day")),
            finding: Reading::stated(finding),
            follow_up,
            unplanned: false,
            assessing_unit: None,
            method: None,
            sources: Vec::new(),
            figures: Vec::new(),
            note: None,
            state: ApprovalState::Approved,
            imported: false,
            supersedes: None,
        }
    }

    #[test]
    fn what_takes_the_place_of_another_speaks_for_the_same_and_says_it_anew() {
        for finding in Finding::ALL {
            let before = approved(finding, Some(When::Year(2025)));
            let form = StatementForm::superseding(&before);
            let stored = StatementForm::of(&before, 0);
            assert_eq!(form.supersedes, before.id.to_string());
            assert_eq!((form.benefits, form.groups), (stored.benefits, stored.groups));
            let said = [form.text, form.finding, form.follow_up, form.as_of, form.id];
            assert_eq!(said, [const { String::new() }; 5], "{finding:?}");
        }
    }
}
