use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{FieldErrors, Problem, TEXT_MAX};
use crate::round::{FollowUpRound, RoundPart, Selection};

/// A follow-up round as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FollowUpRoundForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The round that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The year that it is about.
    pub year: String,
    /// The part of it.
    pub part: String,
    /// By when answers are wanted.
    pub due: String,
    /// What those who are asked are told.
    pub message: String,
    /// Rules that choose what is asked; of a round that exists, what is asked beside.
    pub rules: Vec<String>,
}

/// A valid round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFollowUpRound {
    /// The year that it is about.
    pub year: i32,
    /// The part of it.
    pub part: RoundPart,
    /// By when answers are wanted.
    pub due: NaiveDate,
    /// What those who are asked are told.
    pub message: Option<String>,
    /// Rules that choose what is asked.
    pub rules: Vec<Selection>,
}

impl FollowUpRoundForm {
    /// The form of a round that exists.
    pub fn of(round: &FollowUpRound, version: i32) -> Self {
        Self {
            submission: String::new(),
            id: round.id.to_string(),
            version: version.to_string(),
            year: round.year.to_string(),
            part: round.part.code().to_owned(),
            due: round.due.to_string(),
            message: round.message.clone().unwrap_or_default(),
            rules: Vec::new(),
        }
    }

    /// The valid round, or all that is wrong. A new round needs something to ask about and time to
    /// answer in.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, today: NaiveDate) -> Result<NewFollowUpRound, FieldErrors> {
        let mut errors = FieldErrors::default();
        for (field, typed) in [("year", &self.year), ("due", &self.due)] {
            if typed.trim().is_empty() {
                errors.push(field, Problem::Required);
            }
        }
        let year = errors.year("year", &self.year);
        let part = errors.choice("part", &self.part, RoundPart::from_code);
        let due = errors.day("due", &self.due);
        let is_new = self.id.trim().is_empty();
        if let Some(past) = due.filter(|due| is_new && *due < today) {
            let given = past.to_string();
            errors.push("due", Problem::InThePast { given });
        }
        let message = errors.optional("message", &self.message, TEXT_MAX);
        let rules = errors.choices("rules", &self.rules, Selection::from_code);
        if self.rules.is_empty() && is_new {
            errors.push("rules", Problem::Required);
        }
        let value = year
            .zip(part)
            .zip(due)
            .map(|((year, part), due)| NewFollowUpRound {
                year,
                part,
                due,
                message,
                rules,
            });
        errors.finish(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2025-05-15".parse().expect("a day")
    }

    fn form() -> FollowUpRoundForm {
        FollowUpRoundForm {
            year: "2025".to_owned(),
            part: "tertial1".to_owned(),
            due: "2025-05-15".to_owned(),
            rules: vec!["missing".to_owned(), "deliveries".to_owned()],
            ..FollowUpRoundForm::default()
        }
    }

    #[test]
    fn a_round_says_when_and_what() {
        let round = form().parse(today()).expect("valid");
        assert_eq!((round.year, round.part), (2025, RoundPart::Tertial1));
        assert_eq!(round.rules, [Selection::Missing, Selection::Deliveries]);
        assert_eq!(round.message, None);
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once() {
        let wrong = FollowUpRoundForm {
            year: "i år".to_owned(),
            part: "fjärde".to_owned(),
            due: String::new(),
            rules: vec!["allt".to_owned()],
            ..form()
        };
        let errors = wrong.parse(today()).expect_err("nothing is right");
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["due", "year", "part", "rules"]);
    }

    #[test]
    fn a_new_round_leaves_time_to_answer() {
        let late = FollowUpRoundForm {
            due: "2025-05-14".to_owned(),
            ..form()
        };
        let errors = late.parse(today()).expect_err("that was yesterday");
        assert!(matches!(errors.of("due"), Some(Problem::InThePast { .. })));
        let existing = FollowUpRoundForm {
            id: "ett id".to_owned(),
            ..late
        };
        assert!(existing.parse(today()).is_ok(), "its day may have passed");
    }

    #[test]
    fn only_a_new_round_has_to_ask_something() {
        let nothing = FollowUpRoundForm {
            rules: Vec::new(),
            ..form()
        };
        let errors = nothing.parse(today()).expect_err("asks nothing");
        assert_eq!(errors.of("rules"), Some(&Problem::Required));
        let existing = FollowUpRoundForm {
            id: "ett id".to_owned(),
            ..nothing
        };
        assert_eq!(existing.parse(today()).expect("valid").rules, []);
    }
}
