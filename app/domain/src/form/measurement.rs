//! The form that logs a measurement.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::row::{cell, row_count, row_field};
use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, ticked, typed_number};
use crate::id::{MeasureId, MeasurementId};
use crate::measure::{Definition, Period, Split, Value};
use crate::measurement::{Measurement, Proof, ProofKind, SplitValue};

/// A measurement as typed. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeasurementForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The measurement that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The measure.
    pub measure: String,
    /// The period.
    pub period: String,
    /// "on" where the period was not complete.
    pub preliminary: String,
    /// The value, or the numerator of a ratio.
    pub value: String,
    /// The denominator of a ratio; empty for a plain value.
    pub denominator: String,
    /// Key of the part of each further row.
    pub split_key: Vec<String>,
    /// Its value, or numerator.
    pub split_value: Vec<String>,
    /// Its denominator.
    pub split_denominator: Vec<String>,
    /// Where it was taken from.
    pub source: String,
    /// What else is to be said.
    pub comment: String,
    /// Code of the kind of each piece of evidence.
    pub proof_kind: Vec<String>,
    /// Address, number or name of file.
    pub proof_text: Vec<String>,
    /// Hash of the file, of files alone.
    pub proof_hash: Vec<String>,
    /// The approved measurement that it corrects; empty for none.
    pub supersedes: String,
    /// "submit" to send it for approval, "add_proof" for one more row, "file" to keep a draft and go on to its files;
    /// anything else keeps a draft.
    pub action: String,
}

/// A valid measurement. By which definition it was measured is for the service to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMeasurement {
    /// The measure.
    pub measure: MeasureId,
    /// The period.
    pub period: Period,
    /// The period was not complete.
    pub preliminary: bool,
    /// What was measured.
    pub value: Value,
    /// The same by part.
    pub splits: Vec<SplitValue>,
    /// Where it was taken from.
    pub source: String,
    /// What else is to be said.
    pub comment: Option<String>,
    /// What it can be checked against.
    pub proofs: Vec<Proof>,
    /// The approved measurement that it corrects.
    pub supersedes: Option<MeasurementId>,
    /// It is sent for approval.
    pub submit: bool,
}

fn typed_value(value: Value) -> (String, String) {
    match value {
        Value::Plain { value } => (typed_number(value), String::new()),
        Value::Ratio {
            numerator,
            denominator,
        } => (typed_number(numerator), typed_number(denominator)),
    }
}

impl MeasurementForm {
    /// The form of a measurement that exists.
    pub fn of(measurement: &Measurement, version: i32) -> Self {
        let (value, denominator) = typed_value(measurement.value);
        let splits: Vec<(String, String)> = measurement
            .splits
            .iter()
            .map(|one| typed_value(one.value))
            .collect();
        let proofs = &measurement.proofs;
        Self {
            submission: String::new(),
            id: measurement.id.to_string(),
            version: version.to_string(),
            measure: measurement.measure.to_string(),
            period: measurement.period.to_string(),
            preliminary: ticked(measurement.preliminary),
            value,
            denominator,
            split_key: measurement.splits.iter().map(|one| one.split.key()).collect(),
            split_value: splits.iter().map(|(value, _)| value.clone()).collect(),
            split_denominator: splits.into_iter().map(|(_, denominator)| denominator).collect(),
            source: measurement.source.clone(),
            comment: measurement.comment.clone().unwrap_or_default(),
            proof_kind: proofs.iter().map(|one| one.kind.code().to_owned()).collect(),
            proof_text: proofs.iter().map(|one| one.text.clone()).collect(),
            proof_hash: proofs
                .iter()
                .map(|one| one.hash.clone().unwrap_or_default())
                .collect(),
            supersedes: measurement
                .supersedes
                .map(|id| id.to_string())
                .unwrap_or_default(),
            action: String::new(),
        }
    }

    /// The form of a measurement that is to correct an approved one: the period and where it was taken from stand
    /// there, what was measured does not.
    pub fn superseding(measurement: &Measurement) -> Self {
        let before = Self::of(measurement, 0);
        Self {
            measure: before.measure,
            period: before.period,
            source: before.source,
            split_key: before.split_key,
            supersedes: measurement.id.to_string(),
            ..Self::default()
        }
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        (self.action == "add_proof").then(|| {
            self.proof_text.push(String::new());
            self
        })
    }

    /// The same form with its rows of parts in the order in which a page asks for them; what no part answers to is left
    /// out.
    #[must_use]
    pub fn in_order_of(mut self, parts: &[Split]) -> Self {
        let at = |part: &Split| self.split_key.iter().position(|key| *key == part.key());
        let column = |typed: &[String]| -> Vec<String> {
            let of = |part| {
                at(part)
                    .and_then(|row| typed.get(row))
                    .cloned()
                    .unwrap_or_default()
            };
            parts.iter().map(of).collect()
        };
        let (values, below) = (column(&self.split_value), column(&self.split_denominator));
        self.split_key = parts.iter().map(Split::key).collect();
        (self.split_value, self.split_denominator) = (values, below);
        self
    }

    /// What of a valid measurement does not fit how its measure is put together by the definition that holds.
    pub fn misfits(&self, new: &NewMeasurement, now: &Definition) -> FieldErrors {
        let mut errors = FieldErrors::default();
        if let Some(problem) = misfit(now, new.value) {
            errors.push("denominator", problem);
        }
        for part in &new.splits {
            let key = part.split.key();
            let row = self.split_key.iter().position(|typed| *typed == key);
            if let Some(problem) = misfit(now, part.value) {
                errors.push(&row_field("split_denominator", row.unwrap_or(0)), problem);
            }
        }
        errors
    }

    /// The valid measurement, or all that is wrong. `today` is the last day that a complete period can end on.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, today: NaiveDate) -> Result<NewMeasurement, FieldErrors> {
        let mut errors = FieldErrors::default();
        let measure = errors.choice("measure", &self.measure, |id| id.parse().ok());
        let preliminary = !self.preliminary.is_empty();
        let period = self.period(today, preliminary, &mut errors);
        let value = value(
            &mut errors,
            ("value", &self.value),
            ("denominator", &self.denominator),
        );
        if self.value.trim().is_empty() {
            errors.push("value", Problem::Required);
        }
        let splits = self.splits(&mut errors);
        let source = errors.required("source", &self.source, NAME_MAX);
        let comment = errors.optional("comment", &self.comment, TEXT_MAX);
        let proofs = self.proofs(&mut errors);
        let supersedes = errors.optional_choice("supersedes", &self.supersedes, |id| id.parse().ok());
        let value = measure
            .zip(period)
            .zip(value)
            .map(|((measure, period), value)| NewMeasurement {
                measure,
                period,
                preliminary,
                value,
                splits,
                source,
                comment,
                proofs,
                supersedes,
                submit: self.action == "submit",
            });
        errors.finish(value)
    }

    fn period(&self, today: NaiveDate, preliminary: bool, errors: &mut FieldErrors) -> Option<Period> {
        let given = self.period.trim().to_owned();
        if given.is_empty() {
            errors.push("period", Problem::Required);
            return None;
        }
        let Some(period) = Period::parse(&given) else {
            errors.push("period", Problem::NotADate { given });
            return None;
        };
        // What has not begun cannot have been measured; what is not over can, as preliminary.
        if period.first > today || (!preliminary && period.last > today) {
            errors.push("period", Problem::InTheFuture { given });
        }
        Some(period)
    }

    fn splits(&self, errors: &mut FieldErrors) -> Vec<SplitValue> {
        let rows = row_count(&[&self.split_key, &self.split_value, &self.split_denominator]);
        (0..rows)
            .filter_map(|row| {
                let at = |column: &str| row_field(column, row);
                let key = cell(&self.split_key, row);
                let (value_at, below_at) = (at("split_value"), at("split_denominator"));
                let (above, below) = (cell(&self.split_value, row), cell(&self.split_denominator, row));
                let value = value(errors, (&value_at, above), (&below_at, below))?;
                let split = Split::from_key(key).filter(|split| !split.is_whole());
                if split.is_none() {
                    let given = key.to_owned();
                    errors.push(&value_at, Problem::UnknownChoice { given });
                }
                Some(SplitValue { split: split?, value })
            })
            .collect()
    }

    fn proofs(&self, errors: &mut FieldErrors) -> Vec<Proof> {
        (0..row_count(&[&self.proof_text]))
            .filter_map(|row| {
                let at = row_field("proof_text", row);
                let text = errors.optional(&at, cell(&self.proof_text, row), TEXT_MAX)?;
                let hash =
                    Some(cell(&self.proof_hash, row).trim().to_owned()).filter(|hash| !hash.is_empty());
                let kind = match ProofKind::from_code(cell(&self.proof_kind, row)) {
                    Some(ProofKind::File) if hash.is_none() => ProofKind::RegistryNumber,
                    Some(kind) => kind,
                    None => ProofKind::RegistryNumber,
                };
                if kind == ProofKind::Link && !is_address(&text) {
                    let given = text.clone();
                    errors.push(&at, Problem::UnknownChoice { given });
                }
                let hash = hash.filter(|_| kind == ProofKind::File);
                Some(Proof { kind, text, hash })
            })
            .collect()
    }
}

/// An address that a page may link to: on the web, and nothing that a browser would run.
pub fn is_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace)
}

/// What is wrong with the denominator of a value, as a measure is put together by a definition: it lacks, or there is one
/// too many.
pub fn misfit(now: &Definition, value: Value) -> Option<Problem> {
    match value {
        _ if now.takes(value) => None,
        Value::Plain { .. } => Some(Problem::Required),
        Value::Ratio { denominator, .. } => {
            let given = typed_number(denominator);
            Some(Problem::NoRatio { given })
        }
    }
}

/// A plain value, or a ratio where a denominator was typed; none where nothing was.
pub(super) fn value(
    errors: &mut FieldErrors,
    (above_at, above): (&str, &str),
    (below_at, below): (&str, &str),
) -> Option<Value> {
    let numerator = errors.fine_number(above_at, above);
    if below.trim().is_empty() {
        return numerator.map(|value| Value::Plain { value });
    }
    if above.trim().is_empty() && above_at != "value" {
        errors.push(above_at, Problem::Required);
    }
    let denominator = errors.fine_number(below_at, below)?;
    if denominator <= Decimal::ZERO {
        let (given, min, max) = (
            below.trim().to_owned(),
            "0,000001".to_owned(),
            typed_number(super::LARGEST_VALUE),
        );
        errors.push(below_at, Problem::OutOfRange { given, min, max });
        return None;
    }
    numerator.map(|numerator| Value::Ratio {
        numerator,
        denominator,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Aggregation;
    use crate::measurement::tests::measured;

    fn today() -> NaiveDate {
        "2026-01-15".parse().expect("a day")
    }

    fn form() -> MeasurementForm {
        MeasurementForm::of(&measured(1, "2025-Q4", 15), 1)
    }

    #[test]
    fn what_is_stored_reads_the_same_from_its_form() {
        let mut stored = measured(1, "2025-Q4", 15);
        stored.splits = vec![SplitValue {
            split: Split::from_key("women").expect("a part"),
            value: Value::Ratio {
                numerator: Decimal::from(3),
                denominator: Decimal::from(20),
            },
        }];
        stored.proofs = vec![
            Proof {
                kind: ProofKind::Link,
                text: "https://exempel.se/rapport".to_owned(),
                hash: None,
            },
            Proof {
                kind: ProofKind::File,
                text: "svar.xlsx".to_owned(),
                hash: Some("ab".to_owned()),
            },
        ];
        let new = MeasurementForm::of(&stored, 1).parse(today()).expect("valid");
        assert_eq!(
            (new.value, &new.splits, &new.proofs),
            (stored.value, &stored.splits, &stored.proofs)
        );
        assert_eq!((new.period, new.source), (stored.period, stored.source));
    }

    #[test]
    fn a_period_that_is_not_over_can_be_preliminary_and_no_more() {
        for (period, preliminary, valid) in [
            ("2025", "", true),
            ("2026-01-15", "", true),
            ("2026-01", "", false),
            ("2026-01", "on", true),
            ("2026-02", "on", false),
        ] {
            let form = MeasurementForm {
                period: period.to_owned(),
                preliminary: preliminary.to_owned(),
                ..form()
            };
            assert_eq!(form.parse(today()).is_ok(), valid, "{period} {preliminary}");
        }
    }

    #[test]
    fn a_ratio_is_of_something() {
        let of = |value: &str, denominator: &str| {
            MeasurementForm {
                value: value.to_owned(),
                denominator: denominator.to_owned(),
                ..form()
            }
            .parse(today())
        };
        let ratio = Value::Ratio {
            numerator: Decimal::from(3),
            denominator: Decimal::from(20),
        };
        assert_eq!(of("3", "20").expect("valid").value, ratio);
        assert!(of("3", "0").expect_err("of nothing").of("denominator").is_some());
        assert!(of("3", "−1").expect_err("of less").of("denominator").is_some());
        assert_eq!(of("", "20").expect_err("nothing").0.len(), 1);
        assert_eq!(
            of("", "").expect_err("nothing").of("value"),
            Some(&Problem::Required)
        );
    }

    #[test]
    fn both_numbers_of_a_ratio_are_given_and_of_nothing_else() {
        let mut now = crate::measure::tests::definition();
        let one = |value: &str, below: &str, part: (&str, &str)| MeasurementForm {
            value: value.to_owned(),
            denominator: below.to_owned(),
            split_key: vec!["men".to_owned(), "women".to_owned()],
            split_value: vec![String::new(), part.0.to_owned()],
            split_denominator: vec![String::new(), part.1.to_owned()],
            ..form()
        };
        let told = |form: MeasurementForm, now: &Definition| -> Vec<(String, Problem)> {
            let new = form.parse(today()).expect("valid by itself");
            let errors = form.misfits(&new, now).0.into_iter();
            errors.map(|error| (error.field, error.problem)).collect()
        };
        let at = |field: &str, problem| (field.to_owned(), problem);
        let surplus = |given: &str| Problem::NoRatio {
            given: given.to_owned(),
        };
        assert_eq!(told(one("15", "", ("7", "")), &now), []);
        assert_eq!(
            told(one("3", "20", ("1", "8")), &now),
            [
                at("denominator", surplus("20")),
                at("split_denominator-1", surplus("8"))
            ]
        );
        now.aggregation = Aggregation::Ratio;
        assert_eq!(told(one("3", "20", ("1", "8")), &now), []);
        assert_eq!(
            told(one("15", "", ("7", "")), &now),
            [
                at("denominator", Problem::Required),
                at("split_denominator-1", Problem::Required)
            ]
        );
    }

    #[test]
    fn it_is_sent_in_or_has_one_more_proof_where_that_is_asked_for() {
        let asked = |action: &str| MeasurementForm {
            action: action.to_owned(),
            ..form()
        };
        for (action, submit) in [("submit", true), ("", false), ("save", false)] {
            assert_eq!(
                asked(action).parse(today()).map(|new| new.submit),
                Ok(submit),
                "{action}"
            );
            assert_eq!(asked(action).with_row(), None, "{action}");
        }
        let wider = asked("add_proof").with_row().expect("one more");
        assert_eq!(wider.proof_text, [String::new()]);
    }

    #[test]
    fn a_part_has_what_it_is_of_so_many_of() {
        let of = MeasurementForm {
            split_key: vec!["women".to_owned()],
            split_value: vec![String::new()],
            split_denominator: vec!["8".to_owned()],
            ..form()
        };
        let errors = of.parse(today()).expect_err("nothing above");
        assert_eq!(errors.of("split_value-0"), Some(&Problem::Required));
    }

    #[test]
    fn what_no_file_came_with_is_a_number_of_the_registry() {
        let proof = |hash: &str| {
            let form = MeasurementForm {
                proof_kind: vec!["file".to_owned()],
                proof_text: vec!["2026/17".to_owned()],
                proof_hash: vec![hash.to_owned()],
                ..form()
            };
            form.parse(today()).expect("valid").proofs.remove(0)
        };
        assert_eq!(
            (proof("").kind, proof("").hash),
            (ProofKind::RegistryNumber, None)
        );
        assert_eq!(
            (proof("ab").kind, proof("ab").hash),
            (ProofKind::File, Some("ab".to_owned()))
        );
    }

    #[test]
    fn a_link_is_an_address_and_only_that() {
        for (text, valid) in [
            ("https://exempel.se/a", true),
            ("javascript:alert(1)", false),
            ("https://exempel.se/a b", false),
            ("exempel.se", false),
        ] {
            let form = MeasurementForm {
                proof_kind: vec!["link".to_owned()],
                proof_text: vec![text.to_owned()],
                ..form()
            };
            assert_eq!(form.parse(today()).is_ok(), valid, "{text}");
        }
    }

    #[test]
    fn parts_stand_in_the_order_in_which_they_are_asked_for() {
        let part = |key: &str| Split::from_key(key).expect("a part");
        let form = MeasurementForm {
            split_key: vec!["men".to_owned(), "channel:Gone".to_owned()],
            split_value: vec!["7".to_owned(), "9".to_owned()],
            ..form()
        };
        let form = form.in_order_of(&[part("women"), part("men")]);
        assert_eq!(form.split_key, ["women", "men"]);
        assert_eq!(form.split_value, ["", "7"]);
        assert_eq!(form.split_denominator, ["", ""]);
    }

    #[test]
    fn a_correction_says_anew_what_was_measured() {
        let correction = MeasurementForm::superseding(&measured(1, "2025-Q4", 15));
        assert_eq!(
            (correction.value.as_str(), correction.period.as_str()),
            ("", "2025-Q4")
        );
        assert!(!correction.supersedes.is_empty() && correction.id.is_empty());
        let mut stored = measured(1, "2025-Q4", 15);
        stored.splits = vec![SplitValue {
            split: Split::from_key("women").expect("a part"),
            value: stored.value,
        }];
        let correction = MeasurementForm::superseding(&stored);
        assert_eq!(correction.measure, stored.measure.to_string());
        assert_eq!(correction.source, stored.source);
        assert_eq!(
            (correction.split_key.as_slice(), correction.split_value.len()),
            (&["women".to_owned()][..], 0)
        );
    }
}
