//! Forms: what a person typed, and the valid values that it becomes.
//!
//! Each form is a struct of strings with flat field names, just as the browser sends it. `parse`
//! turns it into a value that the rules accept, or into [`FieldErrors`] that name every field that
//! needs mending. Nothing typed is lost: the raw form is kept as a draft by the service.

mod assessment;
mod benefit;
mod delivery;
mod statement;
mod when_text;

use serde::{Deserialize, Serialize};

pub use assessment::{AssessmentForm, NewAssessment, ProposalAtHand};
pub use benefit::{BenefitForm, NewBenefit};
pub use delivery::{DeliveryForm, NewDelivery};
pub use statement::{NewStatement, StatementForm};
pub use when_text::{parse_day, parse_when, typed_when};

/// Longest name.
pub const NAME_MAX: usize = 200;
/// Longest text.
pub const TEXT_MAX: usize = 10_000;

/// What is wrong with a field. The page says it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was given.
    #[error("is required")]
    Required,
    /// Too long.
    #[error("has {length} characters; at most {max} fit")]
    TooLong {
        /// Characters given.
        length: u32,
        /// Characters that fit.
        max: u32,
    },
    /// None of the choices.
    #[error("“{given}” is none of the choices")]
    UnknownChoice {
        /// What was given.
        given: String,
    },
    /// No date that can be read.
    #[error("“{given}” is no date")]
    NotADate {
        /// What was given.
        given: String,
    },
    /// A day that lies after today.
    #[error("{given} lies in the future")]
    InTheFuture {
        /// What was given.
        given: String,
    },
    /// The end lies before the beginning.
    #[error("{given} lies before the beginning")]
    EndBeforeStart {
        /// What was given.
        given: String,
    },
    /// The level differs from the proposal without a reason.
    #[error("the level differs from the proposal")]
    DeviationWithoutReason,
    /// A launch has to say when it happened for the status given.
    #[error("a delivered delivery has a launch date")]
    LaunchMissing,
    /// The choice has ended or been taken away while the form was open.
    #[error("“{given}” is no longer there")]
    Gone {
        /// What was given.
        given: String,
    },
}

/// A field and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// The field's name, as in the page.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// All that is wrong with a form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(pub Vec<FieldError>);

impl FieldErrors {
    /// Notes what is wrong with a field.
    pub fn push(&mut self, field: &str, problem: Problem) {
        self.0.push(FieldError {
            field: field.to_owned(),
            problem,
        });
    }

    /// Nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with a field.
    pub fn of(&self, field: &str) -> Option<&Problem> {
        self.0
            .iter()
            .find(|error| error.field == field)
            .map(|error| &error.problem)
    }

    /// The value, where nothing is wrong; else what is.
    fn finish<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self),
        }
    }

    fn required(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = tidy(text);
        if text.is_empty() {
            self.push(field, Problem::Required);
        }
        self.limited(field, &text, max)
    }

    fn optional(&mut self, field: &str, text: &str, max: usize) -> Option<String> {
        let text = tidy(text);
        (!text.is_empty()).then(|| self.limited(field, &text, max))
    }

    fn limited(&mut self, field: &str, text: &str, max: usize) -> String {
        let length = text.chars().count();
        if length > max {
            let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            self.push(
                field,
                Problem::TooLong {
                    length: cut(length),
                    max: cut(max),
                },
            );
        }
        text.to_owned()
    }

    fn choice<T>(&mut self, field: &str, given: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let given = given.trim();
        if given.is_empty() {
            self.push(field, Problem::Required);
            return None;
        }
        self.optional_choice(field, given, read)
    }

    fn optional_choice<T>(
        &mut self,
        field: &str,
        given: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let given = given.trim();
        if given.is_empty() {
            return None;
        }
        let value = read(given);
        if value.is_none() {
            self.push(
                field,
                Problem::UnknownChoice {
                    given: given.to_owned(),
                },
            );
        }
        value
    }

    fn choices<T>(&mut self, field: &str, given: &[String], read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        given
            .iter()
            .filter_map(|one| self.optional_choice(field, one, &read))
            .collect()
    }
}

/// Line ends as one character, no space at either end.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}
