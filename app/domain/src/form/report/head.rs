use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::lines;
use crate::form::{FieldErrors, NAME_MAX, Problem, TEXT_MAX};
use crate::id::AreaSetId;
use crate::report::{Assignment, Report};

/// Longest span of years that a report comprises.
const MOST_YEARS: i32 = 10;

/// What a report is, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The report that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// Title.
    pub title: String,
    /// First year.
    pub from_year: String,
    /// Last year.
    pub to_year: String,
    /// The areas that it is written by.
    pub area_set: String,
    /// The day as of which everything is judged; the last of the last year where none is given.
    pub cut_off: String,
    /// The assignment's letter.
    pub letter: String,
    /// The assignment's number in the letter.
    pub number: String,
    /// What the assignment is called.
    pub name: String,
    /// When it is due.
    pub due: String,
    /// To whom.
    pub recipient: String,
    /// The report's own registry number.
    pub registry_number: String,
    /// Those who present it, one a line.
    pub presenters: String,
}

/// What a report is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// Title.
    pub title: String,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// The areas that it is written by.
    pub area_set: AreaSetId,
    /// The day as of which everything is judged.
    pub cut_off: NaiveDate,
    /// The assignment.
    pub assignment: Option<Assignment>,
    /// The report's own registry number.
    pub registry_number: Option<String>,
    /// Those who present it.
    pub presenters: Vec<String>,
}

impl ReportForm {
    /// The form of a report that exists.
    pub fn of(report: &Report, version: i32) -> Self {
        let assignment = report.assignment.as_ref();
        let text = |of: Option<&String>| of.cloned().unwrap_or_default();
        Self {
            submission: String::new(),
            id: report.id.to_string(),
            version: version.to_string(),
            title: report.title.clone(),
            from_year: report.from_year.to_string(),
            to_year: report.to_year.to_string(),
            area_set: report.area_set.to_string(),
            // The usual day is left out, so that it follows the years when they change.
            cut_off: Some(report.cut_off)
                .filter(|day| NaiveDate::from_ymd_opt(report.to_year, 12, 31) != Some(*day))
                .map(|day| day.to_string())
                .unwrap_or_default(),
            letter: text(assignment.map(|assignment| &assignment.letter)),
            number: text(assignment.and_then(|assignment| assignment.number.as_ref())),
            name: text(assignment.and_then(|assignment| assignment.name.as_ref())),
            due: assignment
                .and_then(|assignment| assignment.due)
                .map(|day| day.to_string())
                .unwrap_or_default(),
            recipient: text(assignment.and_then(|assignment| assignment.recipient.as_ref())),
            registry_number: text(report.registry_number.as_ref()),
            presenters: report.presenters.join("\n"),
        }
    }

    /// What the report is, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewReport, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.required("title", &self.title, NAME_MAX);
        let years = self.years(&mut errors);
        let area_set = errors.choice("area_set", &self.area_set, |id| id.parse().ok());
        let typed = errors.day("cut_off", &self.cut_off);
        let last = years.and_then(|(_, to)| NaiveDate::from_ymd_opt(to, 12, 31));
        let cut_off = typed.or(last.filter(|_| self.cut_off.trim().is_empty()));
        let assignment = self.assignment(&mut errors);
        let registry_number = errors.optional("registry_number", &self.registry_number, NAME_MAX);
        let presenters = errors.optional("presenters", &self.presenters, TEXT_MAX);
        let value = years
            .zip(area_set)
            .zip(cut_off)
            .map(|(((from_year, to_year), area_set), cut_off)| NewReport {
                title,
                from_year,
                to_year,
                area_set,
                cut_off,
                assignment,
                registry_number,
                presenters: lines(&presenters.unwrap_or_default()),
            });
        errors.finish(value)
    }

    fn years(&self, errors: &mut FieldErrors) -> Option<(i32, i32)> {
        for (field, typed) in [("from_year", &self.from_year), ("to_year", &self.to_year)] {
            if typed.trim().is_empty() {
                errors.push(field, Problem::Required);
            }
        }
        let from = errors.year("from_year", &self.from_year);
        let to = errors.year("to_year", &self.to_year);
        let (from, to) = (from?, to?);
        if to < from {
            let given = to.to_string();
            errors.push("to_year", Problem::EndBeforeStart { given });
            return None;
        }
        let latest = from.saturating_add(MOST_YEARS - 1);
        if to > latest {
            errors.push(
                "to_year",
                Problem::OutOfRange {
                    given: to.to_string(),
                    min: from.to_string(),
                    max: latest.to_string(),
                },
            );
            return None;
        }
        Some((from, to))
    }

    /// An assignment has a letter; its other facts have nothing to stand on without one.
    fn assignment(&self, errors: &mut FieldErrors) -> Option<Assignment> {
        let number = errors.optional("number", &self.number, NAME_MAX);
        let name = errors.optional("name", &self.name, NAME_MAX);
        let due = errors.day("due", &self.due);
        let recipient = errors.optional("recipient", &self.recipient, NAME_MAX);
        let letter = errors.optional("letter", &self.letter, NAME_MAX);
        let others = number.is_some() || name.is_some() || due.is_some() || recipient.is_some();
        if letter.is_none() && others {
            errors.push("letter", Problem::Required);
        }
        letter.map(|letter| Assignment {
            letter,
            number,
            name,
            due,
            recipient,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> ReportForm {
        ReportForm {
            title: "Investeringar".to_owned(),
            from_year: "2023".to_owned(),
            to_year: "2025".to_owned(),
            area_set: "019a0000-0000-7000-8000-000000000001".to_owned(),
            presenters: " Enheten \n\n Avdelningen".to_owned(),
            ..ReportForm::default()
        }
    }

    #[test]
    fn the_cut_off_is_the_last_day_of_the_last_year() {
        let report = form().parse().expect("valid");
        assert_eq!(report.cut_off.to_string(), "2025-12-31");
        assert_eq!(report.presenters, ["Enheten", "Avdelningen"]);
        let earlier = ReportForm {
            cut_off: "2025-10-31".to_owned(),
            ..form()
        };
        assert_eq!(earlier.parse().expect("valid").cut_off.to_string(), "2025-10-31");
        let wrong = ReportForm {
            cut_off: "hösten".to_owned(),
            ..form()
        };
        assert!(wrong.parse().expect_err("no day").of("cut_off").is_some());
    }

    #[test]
    fn years_go_forward_and_not_on_for_ever() {
        for (to, ok) in [("2022", false), ("2023", true), ("2032", true), ("2033", false)] {
            let form = ReportForm {
                to_year: to.to_owned(),
                ..form()
            };
            let parsed = form.parse();
            assert_eq!(parsed.is_ok(), ok, "{to}");
            assert!(ok || parsed.is_err_and(|errors| errors.of("to_year").is_some()));
        }
    }

    #[test]
    fn an_assignment_has_a_letter() {
        type Fact = fn(&mut ReportForm) -> &mut String;
        let facts: [(Fact, &str); 4] = [
            (|form| &mut form.number, "3.14"),
            (|form| &mut form.name, "Nyttan av investeringar"),
            (|form| &mut form.due, "2026-02-20"),
            (|form| &mut form.recipient, "Regeringen"),
        ];
        for (fact, said) in facts {
            let mut alone = form();
            said.clone_into(fact(&mut alone));
            let errors = alone.parse().expect_err("no letter");
            assert_eq!(errors.of("letter"), Some(&Problem::Required), "{said}");
            "Regleringsbrev".clone_into(&mut alone.letter);
            let assignment = alone.parse().expect("valid").assignment;
            assert!(assignment.is_some_and(|assignment| assignment.letter == "Regleringsbrev"));
        }
        assert_eq!(form().parse().expect("valid").assignment, None);
    }
}
