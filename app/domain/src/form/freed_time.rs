//! The form of what a benefit freed in a year.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::row::{cell, row_count, row_field};
use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX, typed_number};
use crate::factor::FactorValue;
use crate::freed_time::{
    AMOUNT_DECIMALS, Disposition, DispositionKind, FreedTime, HOURS_MAX, TimeUnit, in_hours,
};
use crate::id::{BenefitId, FreedTimeId};
use crate::sek_value::YEARS;
use crate::statement::ApprovalState;

/// Freed time as typed. `id` and `version` are empty for a new entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FreedTimeForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The entry that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The benefit.
    pub benefit: String,
    /// The year.
    pub year: String,
    /// Code of what the amount is in.
    pub unit: String,
    /// The amount; below nothing where time was added.
    pub amount: String,
    /// Code of what the time was turned into, a row each.
    pub disposition_kind: Vec<String>,
    /// How many hours.
    pub disposition_hours: Vec<String>,
    /// In words.
    pub disposition_text: Vec<String>,
    /// Where it is known from.
    pub note: String,
    /// The approved entry that it corrects; empty for none.
    pub supersedes: String,
    /// "submit" to send it for approval, "add_disposition" for one more row; anything else keeps a draft.
    pub action: String,
}

/// A valid entry, but for what its hours come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFreedTime {
    /// The benefit.
    pub benefit: BenefitId,
    /// The year.
    pub year: i32,
    /// What the amount is in.
    pub unit: TimeUnit,
    /// The amount.
    pub amount: Decimal,
    /// Where it went, each with the row that it was typed in.
    pub dispositions: Vec<(usize, Disposition)>,
    /// Where it is known from.
    pub note: Option<String>,
    /// The approved entry that it corrects.
    pub supersedes: Option<FreedTimeId>,
    /// It is sent for approval.
    pub submit: bool,
}

impl NewFreedTime {
    /// The entry under an identity, its hours by the factor that holds in the year; or what is wrong with those. Where
    /// neither year nor amount has changed, the hours stay what they came to before: in what is changed, or corrected.
    ///
    /// # Errors
    /// Names the field that needs mending.
    pub fn with(
        self,
        id: FreedTimeId,
        year_hours: Option<&FactorValue>,
        before: Option<&FreedTime>,
    ) -> Result<FreedTime, FieldErrors> {
        let mut errors = FieldErrors::default();
        let same =
            |one: &&FreedTime| one.unit == self.unit && one.amount == self.amount && one.year == self.year;
        let (hours, factor_value) = match (before.filter(same), self.unit, year_hours) {
            (Some(before), ..) => (Some(before.hours), before.factor_value),
            (None, TimeUnit::Hours, _) => (Some(self.amount), None),
            (None, TimeUnit::FullTimeYears, Some(value)) => {
                (in_hours(self.amount, value.value), Some(value.id))
            }
            (None, TimeUnit::FullTimeYears, None) => {
                let given = self.year.to_string();
                errors.push("unit", Problem::NoYearHours { given });
                return Err(errors);
            }
        };
        let Some(hours) = hours else {
            errors.push("amount", out_of_range(self.amount, (-HOURS_MAX, HOURS_MAX)));
            return Err(errors);
        };
        let disposed: Decimal = self.dispositions.iter().filter_map(|(_, one)| one.hours).sum();
        if let Some((row, _)) = self.dispositions.first().filter(|_| hours <= Decimal::ZERO) {
            errors.push(&row_field("disposition_kind", *row), Problem::NothingFreed);
        } else if disposed > hours.max(Decimal::ZERO) {
            let last = self.dispositions.iter().rfind(|(_, one)| one.hours.is_some());
            let row = last.map_or(0, |(row, _)| *row);
            let (given, freed) = (
                typed_number(disposed.normalize()),
                typed_number(hours.normalize()),
            );
            let problem = Problem::MoreThanFreed { given, freed };
            errors.push(&row_field("disposition_hours", row), problem);
        }
        let entry = FreedTime {
            id,
            benefit: self.benefit,
            year: self.year,
            unit: self.unit,
            amount: self.amount,
            factor_value,
            hours,
            note: self.note,
            dispositions: self.dispositions.into_iter().map(|(_, one)| one).collect(),
            state: if self.submit {
                ApprovalState::Submitted
            } else {
                ApprovalState::Draft
            },
            supersedes: self.supersedes,
        };
        errors.finish(Some(entry))
    }
}

fn out_of_range(given: Decimal, (min, max): (Decimal, Decimal)) -> Problem {
    Problem::OutOfRange {
        given: typed_number(given),
        min: typed_number(min),
        max: typed_number(max),
    }
}

impl FreedTimeForm {
    /// The form of an entry that exists.
    pub fn of(entry: &FreedTime, version: i32) -> Self {
        let column = |cell: &dyn Fn(&Disposition) -> String| entry.dispositions.iter().map(cell).collect();
        Self {
            submission: String::new(),
            id: entry.id.to_string(),
            version: version.to_string(),
            benefit: entry.benefit.to_string(),
            year: entry.year.to_string(),
            unit: entry.unit.code().to_owned(),
            amount: typed_number(entry.amount),
            disposition_kind: column(&|one| one.kind.code().to_owned()),
            disposition_hours: column(&|one| one.hours.map(typed_number).unwrap_or_default()),
            disposition_text: column(&|one| one.text.clone().unwrap_or_default()),
            note: entry.note.clone().unwrap_or_default(),
            supersedes: entry.supersedes.map(|id| id.to_string()).unwrap_or_default(),
            action: String::new(),
        }
    }

    /// The form of an entry that is to correct an approved one: what that says stands there, to be mended.
    pub fn superseding(entry: &FreedTime) -> Self {
        Self {
            id: String::new(),
            version: String::new(),
            supersedes: entry.id.to_string(),
            ..Self::of(entry, 0)
        }
    }

    /// The same form with one more row, where that is what was asked for.
    pub fn with_row(mut self) -> Option<Self> {
        if self.action != "add_disposition" {
            return None;
        }
        let rows = self.rows().saturating_add(1);
        self.disposition_kind.resize(rows, String::new());
        Some(self)
    }

    fn rows(&self) -> usize {
        row_count(&[
            &self.disposition_kind,
            &self.disposition_hours,
            &self.disposition_text,
        ])
    }

    /// The valid entry, or all that is wrong. `today` is in the last year that can have freed anything.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, today: NaiveDate) -> Result<NewFreedTime, FieldErrors> {
        let mut errors = FieldErrors::default();
        let benefit = errors.choice("benefit", &self.benefit, |id| id.parse().ok());
        let year = errors.year("year", &self.year);
        let given = || self.year.trim().to_owned();
        match year {
            None if self.year.trim().is_empty() => errors.push("year", Problem::Required),
            Some(year) if year > today.year() => errors.push("year", Problem::InTheFuture { given: given() }),
            Some(year) if !YEARS.contains(&year) => errors.push("year", Problem::NotAYear { given: given() }),
            _ => {}
        }
        let unit = errors.choice("unit", &self.unit, TimeUnit::from_code);
        let amount = errors.hours("amount", &self.amount, (-HOURS_MAX, HOURS_MAX));
        if self.amount.trim().is_empty() {
            errors.push("amount", Problem::Required);
        }
        let dispositions = (0..self.rows())
            .filter_map(|row| self.disposition(row, &mut errors).map(|one| (row, one)))
            .collect();
        let note = errors.optional("note", &self.note, TEXT_MAX);
        let supersedes = errors.optional_choice("supersedes", &self.supersedes, |id| id.parse().ok());
        let value = benefit.zip(year).zip(unit).zip(amount);
        let value = value.map(|(((benefit, year), unit), amount)| NewFreedTime {
            benefit,
            year,
            unit,
            amount,
            dispositions,
            note,
            supersedes,
            submit: self.action == "submit",
        });
        errors.finish(value)
    }

    /// Where some of it went; a row with nothing typed in it is passed over.
    fn disposition(&self, row: usize, errors: &mut FieldErrors) -> Option<Disposition> {
        let (kind, hours, text) = (
            cell(&self.disposition_kind, row),
            cell(&self.disposition_hours, row),
            cell(&self.disposition_text, row),
        );
        if [kind, hours, text].iter().all(|typed| typed.trim().is_empty()) {
            return None;
        }
        let at = |column: &str| row_field(column, row);
        let kind = errors.choice(&at("disposition_kind"), kind, DispositionKind::from_code);
        let least = Decimal::new(1, AMOUNT_DECIMALS);
        let hours = errors.hours(&at("disposition_hours"), hours, (least, HOURS_MAX));
        let text = errors.optional(&at("disposition_text"), text, NAME_MAX);
        let typed = !cell(&self.disposition_hours, row).trim().is_empty();
        if text.is_none() && (!typed || kind == Some(DispositionKind::Other)) {
            errors.push(&at("disposition_text"), Problem::Required);
        }
        Some(Disposition {
            kind: kind?,
            hours,
            text,
        })
    }
}

impl FieldErrors {
    /// A number of hours or full-time years within limits; none where nothing was typed.
    fn hours(&mut self, field: &str, text: &str, (least, most): (Decimal, Decimal)) -> Option<Decimal> {
        let number = self.number(field, text)?;
        let given = text.trim().to_owned();
        if number.normalize().scale() > AMOUNT_DECIMALS {
            let decimals = AMOUNT_DECIMALS;
            self.push(field, Problem::TooFine { given, decimals });
        } else if !(least..=most).contains(&number) {
            self.push(field, out_of_range(number, (least, most)));
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "019a0000-0000-7000-8000-000000000001";

    fn today() -> NaiveDate {
        "2025-10-01".parse().expect("a day")
    }

    fn texts(all: &[&str]) -> Vec<String> {
        all.iter().map(|text| (*text).to_owned()).collect()
    }

    fn form() -> FreedTimeForm {
        FreedTimeForm {
            benefit: ID.to_owned(),
            year: "2025".to_owned(),
            unit: "hours".to_owned(),
            amount: "1 200,5".to_owned(),
            disposition_kind: texts(&["budget_cut", "", "more_volume"]),
            disposition_hours: texts(&["1 000", "", ""]),
            disposition_text: texts(&["", "", "Fler besök"]),
            note: "Tidsmätning".to_owned(),
            ..FreedTimeForm::default()
        }
    }

    fn value(hours: i64) -> FactorValue {
        FactorValue {
            id: ID.parse().expect("an id"),
            from: today(),
            value: Decimal::from(hours),
            price_level: None,
            source: "Personalenheten".to_owned(),
            state: ApprovalState::Approved,
        }
    }

    fn entry(form: &FreedTimeForm) -> Result<FreedTime, FieldErrors> {
        form.parse(today())?
            .with(ID.parse().expect("an id"), Some(&value(1_620)), None)
    }

    fn fields(wrong: &FreedTimeForm) -> Vec<String> {
        let errors = entry(wrong).expect_err("something is wrong");
        errors.0.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn what_is_typed_comes_back_as_it_was() {
        let read = entry(&form()).expect("valid");
        assert_eq!(read.fault(), None);
        assert_eq!(
            (read.dispositions.len(), read.unknown().to_string().as_str()),
            (2, "200.5")
        );
        let again = FreedTimeForm::of(&read, 3);
        assert_eq!((again.version.as_str(), again.amount.as_str()), ("3", "1200,5"));
        assert_eq!(entry(&again).expect("valid"), read);
    }

    #[test]
    fn it_is_sent_in_where_that_is_asked_for_and_a_correction_begins_with_what_it_corrects() {
        assert_eq!(entry(&form()).expect("valid").state, ApprovalState::Draft);
        let sent = FreedTimeForm {
            action: "submit".to_owned(),
            ..form()
        };
        let stored = entry(&sent).expect("valid");
        assert_eq!(
            (stored.state, stored.supersedes),
            (ApprovalState::Submitted, None)
        );
        let correction = FreedTimeForm::superseding(&stored);
        assert_eq!((correction.id.as_str(), correction.version.as_str()), ("", ""));
        assert_eq!(
            (&correction.amount, &correction.year),
            (&"1200,5".to_owned(), &form().year)
        );
        let read = entry(&correction).expect("valid");
        assert_eq!(
            (read.supersedes, read.state),
            (Some(stored.id), ApprovalState::Draft)
        );
        assert_eq!(FreedTimeForm::of(&read, 1).supersedes, stored.id.to_string());
        let odd = FreedTimeForm {
            supersedes: "all".to_owned(),
            ..form()
        };
        assert_eq!(fields(&odd), ["supersedes"]);
    }

    #[test]
    fn a_correction_keeps_the_hours_where_the_amount_is_the_same() {
        let years = FreedTimeForm {
            unit: "full_time_years".to_owned(),
            amount: "2".to_owned(),
            disposition_hours: texts(&["100", "", ""]),
            ..form()
        };
        let before = entry(&years).expect("valid");
        let newer = value(1_700);
        let corrected = |form: &FreedTimeForm| {
            let new = form.parse(today()).expect("valid");
            new.with(before.id, Some(&newer), Some(&before))
                .expect("valid")
                .hours
        };
        let mut correction = FreedTimeForm::superseding(&before);
        assert_eq!(corrected(&correction), Decimal::from(3_240));
        correction.amount = "1".to_owned();
        assert_eq!(corrected(&correction), Decimal::from(1_700));
    }

    #[test]
    fn full_time_years_are_hours_by_the_factor_of_the_year() {
        let years = FreedTimeForm {
            unit: "full_time_years".to_owned(),
            amount: "−1,5".to_owned(),
            disposition_kind: Vec::new(),
            disposition_hours: Vec::new(),
            disposition_text: Vec::new(),
            ..form()
        };
        let read = entry(&years).expect("valid");
        assert_eq!((read.hours, read.is_added()), (Decimal::from(-2_430), true));
        assert_eq!(read.factor_value, Some(value(1).id));
        let without = years.parse(today()).expect("valid").with(read.id, None, None);
        let given = "2025".to_owned();
        assert_eq!(
            without.expect_err("no factor").of("unit"),
            Some(&Problem::NoYearHours { given })
        );
    }

    #[test]
    fn no_more_goes_somewhere_than_was_freed() {
        let mut wrong = form();
        wrong.disposition_hours[0] = "1200,5001".to_owned();
        assert_eq!(fields(&wrong), ["disposition_hours-0"]);
        wrong.disposition_hours[0] = "1200,5".to_owned();
        assert!(entry(&wrong).is_ok());
        for amount in ["0", "−7"] {
            wrong.amount = amount.to_owned();
            assert_eq!(fields(&wrong), ["disposition_kind-0"], "{amount}");
        }
    }

    #[test]
    fn everything_wrong_is_named_at_once() {
        let wrong = FreedTimeForm {
            year: "2026".to_owned(),
            unit: "days".to_owned(),
            amount: "1,00001".to_owned(),
            disposition_kind: texts(&["other", "", "holiday", "budget_cut"]),
            disposition_hours: texts(&["1", "2", "0", ""]),
            disposition_text: texts(&["", "Mer", "x", ""]),
            ..form()
        };
        assert_eq!(
            fields(&wrong),
            [
                "year",
                "unit",
                "amount",
                "disposition_text-0",
                "disposition_kind-1",
                "disposition_kind-2",
                "disposition_hours-2",
                "disposition_text-3"
            ]
        );
        let empty = FreedTimeForm::default();
        assert_eq!(fields(&empty), ["benefit", "year", "unit", "amount"]);
        for (year, problem) in [
            (
                "1989",
                Problem::NotAYear {
                    given: "1989".to_owned(),
                },
            ),
            (
                "2026",
                Problem::InTheFuture {
                    given: "2026".to_owned(),
                },
            ),
        ] {
            let other = FreedTimeForm {
                year: year.to_owned(),
                ..form()
            };
            assert_eq!(entry(&other).expect_err(year).of("year"), Some(&problem));
        }
        let unread = FreedTimeForm {
            year: "i fjol".to_owned(),
            ..form()
        };
        assert_eq!(fields(&unread), ["year"], "what is wrong is told once");
        let much = FreedTimeForm {
            unit: "full_time_years".to_owned(),
            amount: "−1 000 000 000".to_owned(),
            disposition_kind: Vec::new(),
            disposition_hours: Vec::new(),
            disposition_text: Vec::new(),
            ..form()
        };
        let errors = entry(&much).expect_err("more than is kept");
        assert!(matches!(errors.of("amount"), Some(Problem::OutOfRange { min, .. }) if min == "−1000000000"));
    }

    #[test]
    fn a_row_is_added_after_all_that_are_there() {
        let mut asked = form();
        assert_eq!(asked.clone().with_row(), None);
        asked.action = "add_disposition".to_owned();
        assert_eq!(asked.with_row().expect("a row").disposition_kind.len(), 4);
    }

    #[test]
    fn hours_have_as_many_decimals_as_are_kept() {
        let mut typed = form();
        typed.disposition_hours[0] = "999,1234".to_owned();
        assert!(entry(&typed).is_ok());
        typed.disposition_hours[0] = "999,12345".to_owned();
        assert_eq!(fields(&typed), ["disposition_hours-0"]);
    }
}
