//! The form that logs what many measures came to in one period.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::measurement::{is_address, value};
use super::row::{cell, row_count, row_field};
use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, typed_number};
use crate::id::{MeasureId, MeasurementId};
use crate::measure::{Period, Value};
use crate::measurement::{Proof, ProofKind};

/// A period's values as typed, a row a measure. A row without a value says nothing, and is left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MeasurementsForm {
    /// Names this sending, so that one sent twice makes one row a measure.
    pub submission: String,
    /// Always empty: nothing single is changed.
    pub id: String,
    /// Always empty.
    pub version: String,
    /// The period.
    pub period: String,
    /// What the measures were searched for by, to come back to.
    pub search: String,
    /// Where all values were taken from; empty where each is taken from where the one before was.
    pub source: String,
    /// Code of the kind of evidence that holds for all.
    pub proof_kind: String,
    /// Its address or number; empty for none.
    pub proof_text: String,
    /// The measure of each row.
    pub row_measure: Vec<String>,
    /// The draft that the row changes; empty for a new one.
    pub row_id: Vec<String>,
    /// The version of it that was read.
    pub row_version: Vec<String>,
    /// The value, or the numerator of a ratio.
    pub value: Vec<String>,
    /// The denominator of a ratio; empty for a plain value.
    pub denominator: Vec<String>,
    /// What else is to be said.
    pub comment: Vec<String>,
    /// "submit" to send all for approval; anything else keeps drafts.
    pub action: String,
}

/// A row with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMeasurementRow {
    /// Which row it was, from 0.
    pub row: usize,
    /// The measure.
    pub measure: MeasureId,
    /// The draft that is changed, in the version that was read.
    pub draft: Option<(MeasurementId, i32)>,
    /// What was measured.
    pub value: Value,
    /// What else is to be said.
    pub comment: Option<String>,
}

/// Valid measurements of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMeasurements {
    /// The period.
    pub period: Period,
    /// Where all were taken from; none where each is taken from where the one before was.
    pub source: Option<String>,
    /// What all can be checked against.
    pub proof: Option<Proof>,
    /// The rows with a value.
    pub rows: Vec<NewMeasurementRow>,
    /// They are sent for approval.
    pub submit: bool,
}

impl MeasurementsForm {
    /// The form with one more row: of a measure that has not been measured, or of a draft.
    pub fn push_row(&mut self, measure: MeasureId, draft: Option<(MeasurementId, i32, Value, &str)>) {
        self.row_measure.push(measure.to_string());
        let (id, version, value, comment) = match draft {
            Some((id, version, value, comment)) => {
                (id.to_string(), version.to_string(), Some(value), comment)
            }
            None => (String::new(), String::new(), None, ""),
        };
        let (above, below) = match value {
            Some(Value::Plain { value }) => (typed_number(value), String::new()),
            Some(Value::Ratio {
                numerator,
                denominator,
            }) => (typed_number(numerator), typed_number(denominator)),
            None => (String::new(), String::new()),
        };
        self.row_id.push(id);
        self.row_version.push(version);
        self.value.push(above);
        self.denominator.push(below);
        self.comment.push(comment.to_owned());
    }

    /// The valid measurements, or all that is wrong. `today` is the last day that a period can end on.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, today: NaiveDate) -> Result<NewMeasurements, FieldErrors> {
        let mut errors = FieldErrors::default();
        let period = self.period(today, &mut errors);
        let source = errors.optional("source", &self.source, NAME_MAX);
        let proof = self.proof(&mut errors);
        let rows = self.rows(&mut errors);
        if rows.is_empty() && errors.is_empty() {
            errors.push(&row_field("value", 0), Problem::FindsNothing);
        }
        let submit = self.action == "submit";
        let new = period.map(|period| NewMeasurements {
            period,
            source,
            proof,
            rows,
            submit,
        });
        errors.finish(new)
    }

    fn period(&self, today: NaiveDate, errors: &mut FieldErrors) -> Option<Period> {
        let given = self.period.trim().to_owned();
        match Period::parse(&given) {
            Some(period) if period.is_over(today) => return Some(period),
            Some(_) => errors.push("period", Problem::InTheFuture { given }),
            None if given.is_empty() => errors.push("period", Problem::Required),
            None => errors.push("period", Problem::NotADate { given }),
        }
        None
    }

    fn proof(&self, errors: &mut FieldErrors) -> Option<Proof> {
        let text = errors.optional("proof_text", &self.proof_text, TEXT_MAX)?;
        let kind = match ProofKind::from_code(&self.proof_kind) {
            Some(ProofKind::Link) => ProofKind::Link,
            _ => ProofKind::RegistryNumber,
        };
        if kind == ProofKind::Link && !is_address(&text) {
            let given = text.clone();
            errors.push("proof_text", Problem::UnknownChoice { given });
        }
        Some(Proof {
            kind,
            text,
            hash: None,
        })
    }

    fn rows(&self, errors: &mut FieldErrors) -> Vec<NewMeasurementRow> {
        let count = row_count(&[&self.row_measure]);
        (0..count)
            .filter_map(|row| {
                let (value_at, below_at) = (row_field("value", row), row_field("denominator", row));
                let (above, below) = (cell(&self.value, row), cell(&self.denominator, row));
                let comment_at = row_field("comment", row);
                let comment = errors.optional(&comment_at, cell(&self.comment, row), TEXT_MAX);
                if above.trim().is_empty() {
                    // Something stands there, and not what it is said of. A draft keeps the value that it has.
                    let is_new = cell(&self.row_id, row).is_empty();
                    if !below.trim().is_empty() || (comment.is_some() && is_new) {
                        errors.push(&value_at, Problem::Required);
                    }
                    return None;
                }
                let value = value(errors, (&value_at, above), (&below_at, below))?;
                // Written by the page: what nobody can read was not written there.
                let measure = cell(&self.row_measure, row).parse().ok()?;
                let draft = cell(&self.row_id, row).trim().parse().ok();
                let version = cell(&self.row_version, row).trim().parse().unwrap_or(0);
                Some(NewMeasurementRow {
                    row,
                    measure,
                    draft: draft.map(|id| (id, version)),
                    value,
                    comment,
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;
    use uuid::Uuid;

    use super::*;

    fn today() -> NaiveDate {
        "2026-01-15".parse().expect("a day")
    }

    fn form(values: &[(&str, &str)]) -> MeasurementsForm {
        let mut form = MeasurementsForm {
            period: "2025 kv 4".to_owned(),
            ..MeasurementsForm::default()
        };
        for (n, (value, denominator)) in (1..).zip(values) {
            form.push_row(MeasureId(Uuid::from_u128(n)), None);
            *form.value.last_mut().expect("a row") = (*value).to_owned();
            *form.denominator.last_mut().expect("a row") = (*denominator).to_owned();
        }
        form
    }

    #[test]
    fn rows_without_a_value_say_nothing() {
        let new = form(&[("15", ""), ("", ""), ("3", "20")])
            .parse(today())
            .expect("valid");
        let rows: Vec<usize> = new.rows.iter().map(|row| row.row).collect();
        assert_eq!(rows, [0, 2]);
        assert_eq!(new.period.to_string(), "2025-Q4");
        let ratio = Value::Ratio {
            numerator: Decimal::from(3),
            denominator: Decimal::from(20),
        };
        assert_eq!(new.rows[1].value, ratio);
        assert!(!new.submit && new.source.is_none() && new.proof.is_none());
        let nothing = form(&[("", ""), (" ", "")]).parse(today()).expect_err("nothing");
        assert_eq!(nothing.of("value-0"), Some(&Problem::FindsNothing));
    }

    #[test]
    fn numbers_are_read_as_they_are_pasted() {
        let new = form(&[("1\u{a0}234,5", ""), ("−2", ""), ("1\u{202f}000", "")]);
        let new = new.parse(today()).expect("valid");
        let values: Vec<Value> = new.rows.iter().map(|row| row.value).collect();
        let plain = |mantissa, scale| Value::Plain {
            value: Decimal::new(mantissa, scale),
        };
        assert_eq!(values, [plain(12_345, 1), plain(-2, 0), plain(1_000, 0)]);
    }

    #[test]
    fn each_row_that_is_wrong_is_told() {
        let mut wrong = form(&[("x", ""), ("", "20"), ("3", "0"), ("4", ""), ("", "")]);
        wrong.comment[4] = "Saknas".to_owned();
        let errors = wrong.parse(today()).expect_err("wrong");
        let fields: Vec<&str> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["value-0", "value-1", "denominator-2", "value-4"]);
    }

    #[test]
    fn a_draft_comes_back_as_it_is_stored() {
        let (measure, draft) = (MeasureId(Uuid::from_u128(1)), MeasurementId(Uuid::from_u128(2)));
        let value = Value::Plain {
            value: Decimal::new(-15, 1),
        };
        let mut typed = form(&[]);
        typed.push_row(measure, Some((draft, 3, value, "Preliminärt")));
        let new = typed.parse(today()).expect("valid");
        let row = NewMeasurementRow {
            row: 0,
            measure,
            draft: Some((draft, 3)),
            value,
            comment: Some("Preliminärt".to_owned()),
        };
        assert_eq!(new.rows, [row]);
    }

    #[test]
    fn what_holds_for_all_is_checked_once() {
        let mut typed = form(&[("1", "")]);
        typed.proof_kind = "link".to_owned();
        typed.proof_text = "javascript:alert(1)".to_owned();
        for (period, problem) in [
            ("", Problem::Required),
            (
                "i fjol",
                Problem::NotADate {
                    given: "i fjol".to_owned(),
                },
            ),
            (
                "2026-Q1",
                Problem::InTheFuture {
                    given: "2026-Q1".to_owned(),
                },
            ),
        ] {
            typed.period = period.to_owned();
            let errors = typed.parse(today()).expect_err("wrong");
            assert_eq!(errors.of("period"), Some(&problem));
            assert!(errors.of("proof_text").is_some());
        }
    }

    #[test]
    fn what_proves_it_is_a_registry_number_unless_it_is_a_link() {
        for (kind, text, read) in [
            ("registry_number", "2025/17", ProofKind::RegistryNumber),
            ("", "2025/17", ProofKind::RegistryNumber),
            ("link", "https://example.se/uttag", ProofKind::Link),
        ] {
            let typed = MeasurementsForm {
                proof_kind: kind.to_owned(),
                proof_text: text.to_owned(),
                ..form(&[("1", "")])
            };
            let proof = typed.parse(today()).expect("valid").proof.expect("a proof");
            assert_eq!((proof.kind, proof.text.as_str()), (read, text));
        }
    }
}
