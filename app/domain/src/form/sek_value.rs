//! The form of a value in kronor.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calculation_lines::amount;
use super::{FieldErrors, NAME_MAX, Problem, ticked};
use crate::benefit::ValueClass;
use crate::calculation::AmountUnit;
use crate::id::{BenefitId, SekValueId};
use crate::money::Money;
use crate::sek_value::{SekFrequency, SekGround, SekKind, SekValue, YEARS};

/// A value in kronor as typed. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SekValueForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The value that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The benefit.
    pub benefit: String,
    /// What it hangs on ([`SekGround::key`]).
    pub ground: String,
    /// The amount.
    pub amount: String,
    /// Code of what the amount is in.
    pub unit: String,
    /// Code of how often it comes.
    pub frequency: String,
    /// The first year.
    pub from_year: String,
    /// The last year; empty where it is the same.
    pub to_year: String,
    /// Code of the class that it is counted in.
    pub class: String,
    /// Code of how sure it is.
    pub kind: String,
    /// Compared with what.
    pub compared_with: String,
    /// "on" where it is counted in sums.
    pub counts_in_sum: String,
}

/// A valid value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSekValue {
    /// The benefit.
    pub benefit: BenefitId,
    /// What it hangs on.
    pub ground: SekGround,
    /// The amount.
    pub amount: Money,
    /// How often it comes.
    pub frequency: SekFrequency,
    /// The first and the last year.
    pub years: (i32, i32),
    /// The class that it is counted in.
    pub class: ValueClass,
    /// How sure it is.
    pub kind: SekKind,
    /// Compared with what.
    pub compared_with: Option<String>,
    /// It is counted in sums.
    pub counts_in_sum: bool,
}

impl NewSekValue {
    /// The value under an identity.
    pub fn with(self, id: SekValueId) -> SekValue {
        SekValue {
            id,
            benefit: self.benefit,
            ground: self.ground,
            amount: self.amount,
            frequency: self.frequency,
            from_year: self.years.0,
            to_year: self.years.1,
            class: self.class,
            kind: self.kind,
            compared_with: self.compared_with,
            counts_in_sum: self.counts_in_sum,
        }
    }
}

impl SekValueForm {
    /// The form of a value that exists.
    pub fn of(value: &SekValue, version: i32) -> Self {
        let unit = AmountUnit::Tkr;
        Self {
            submission: String::new(),
            id: value.id.to_string(),
            version: version.to_string(),
            benefit: value.benefit.to_string(),
            ground: value.ground.key(),
            amount: unit.typed(value.amount),
            unit: unit.code().to_owned(),
            frequency: value.frequency.code().to_owned(),
            from_year: value.from_year.to_string(),
            to_year: value.to_year.to_string(),
            class: value.class.code().to_owned(),
            kind: value.kind.code().to_owned(),
            compared_with: value.compared_with.clone().unwrap_or_default(),
            counts_in_sum: ticked(value.counts_in_sum),
        }
    }

    /// The valid value, or all that is wrong. `today` is in the last year that can have an outcome.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, today: NaiveDate) -> Result<NewSekValue, FieldErrors> {
        let mut errors = FieldErrors::default();
        let benefit = errors.choice("benefit", &self.benefit, |id| id.parse().ok());
        let ground = errors.choice("ground", &self.ground, SekGround::from_key);
        let unit = errors.optional_choice("unit", &self.unit, AmountUnit::from_code);
        let amount = amount(
            "amount",
            self.amount.trim(),
            unit.unwrap_or_default(),
            &mut errors,
        );
        let kind = errors.choice("kind", &self.kind, SekKind::from_code);
        let frequency = errors.choice("frequency", &self.frequency, SekFrequency::from_code);
        let years = self.years(frequency, &mut errors);
        if let Some((_, last)) = years
            && kind == Some(SekKind::Outcome)
            && last > today.year()
        {
            let given = last.to_string();
            let field = if self.to_year.trim().is_empty() {
                "from_year"
            } else {
                "to_year"
            };
            errors.push(field, Problem::InTheFuture { given });
        }
        let class = errors.choice("class", &self.class, ValueClass::from_code);
        if class == Some(ValueClass::Qualitative) {
            errors.push("class", Problem::CarriesNoMoney);
        }
        let compared_with = errors.optional("compared_with", &self.compared_with, NAME_MAX);
        let counts_in_sum = !self.counts_in_sum.trim().is_empty();
        if counts_in_sum && kind.is_some_and(|kind| kind != SekKind::Outcome) {
            errors.push("counts_in_sum", Problem::OnlyOutcomes);
        }
        let chosen = benefit.zip(ground).zip(amount).zip(frequency.zip(years));
        let value = chosen.zip(class.zip(kind));
        let value = value.map(
            |((((benefit, ground), amount), (frequency, years)), (class, kind))| NewSekValue {
                benefit,
                ground,
                amount,
                frequency,
                years,
                class,
                kind,
                compared_with,
                counts_in_sum,
            },
        );
        errors.finish(value)
    }

    /// The years; what comes once has one.
    fn years(&self, frequency: Option<SekFrequency>, errors: &mut FieldErrors) -> Option<(i32, i32)> {
        let from = errors.year("from_year", &self.from_year);
        if self.from_year.trim().is_empty() {
            errors.push("from_year", Problem::Required);
        }
        let to = errors.year("to_year", &self.to_year);
        for (field, year) in [("from_year", from), ("to_year", to)] {
            if let Some(year) = year.filter(|year| !YEARS.contains(year)) {
                let given = year.to_string();
                errors.push(field, Problem::NotAYear { given });
            }
        }
        let from = from?;
        let to = to.or(self.to_year.trim().is_empty().then_some(from))?;
        let given = to.to_string();
        if to < from {
            errors.push("to_year", Problem::EndBeforeStart { given });
        } else if frequency == Some(SekFrequency::OneOff) && to != from {
            let (min, max) = (from.to_string(), from.to_string());
            errors.push("to_year", Problem::OutOfRange { given, min, max });
        }
        Some((from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "019a0000-0000-7000-8000-000000000001";

    fn today() -> NaiveDate {
        "2025-10-01".parse().expect("a day")
    }

    fn form() -> SekValueForm {
        SekValueForm {
            benefit: ID.to_owned(),
            ground: format!("statement:{ID}"),
            amount: "1 250,5".to_owned(),
            unit: "tkr".to_owned(),
            frequency: "yearly".to_owned(),
            from_year: "2024".to_owned(),
            to_year: "2025".to_owned(),
            class: "financial".to_owned(),
            kind: "outcome".to_owned(),
            compared_with: "2022".to_owned(),
            counts_in_sum: "on".to_owned(),
            ..SekValueForm::default()
        }
    }

    fn fields(wrong: &SekValueForm) -> Vec<String> {
        let errors = wrong.parse(today()).expect_err("something is wrong");
        errors.0.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn what_is_typed_comes_back_as_it_was() {
        let id = ID.parse().expect("an id");
        let read = form().parse(today()).expect("valid").with(id);
        assert_eq!((read.amount, read.fault()), (Money(125_050_000), None));
        let again = SekValueForm::of(&read, 2);
        assert_eq!(again.parse(today()).expect("valid").with(id), read);
    }

    #[test]
    fn what_comes_once_has_one_year_and_an_outcome_has_come() {
        let mut one = form();
        one.frequency = "one_off".to_owned();
        assert_eq!(fields(&one), ["to_year"]);
        one.to_year = String::new();
        assert_eq!(one.parse(today()).expect("valid").years, (2024, 2024));
        one.from_year = "2026".to_owned();
        assert_eq!(fields(&one), ["from_year"]);
        one.kind = "forecast".to_owned();
        assert_eq!(fields(&one), ["counts_in_sum"]);
        one.counts_in_sum = String::new();
        assert!(one.parse(today()).is_ok());
    }

    #[test]
    fn a_year_is_one_that_values_are_kept_for() {
        let (first, last) = (YEARS.start(), YEARS.end());
        for (from, to, wrong) in [
            (*first, first + 1, None),
            (first - 1, *first, Some("from_year")),
            (last - 1, *last, None),
            (*last, last + 1, Some("to_year")),
        ] {
            let form = SekValueForm {
                from_year: from.to_string(),
                to_year: to.to_string(),
                kind: "forecast".to_owned(),
                counts_in_sum: String::new(),
                ..form()
            };
            let errors = form.parse(today()).err().unwrap_or_default();
            let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
            assert_eq!(fields, Vec::from_iter(wrong), "{from}–{to}");
        }
    }

    #[test]
    fn everything_wrong_is_named_at_once() {
        let wrong = SekValueForm {
            ground: "memory".to_owned(),
            amount: "mycket".to_owned(),
            to_year: "2023".to_owned(),
            class: "qualitative".to_owned(),
            kind: "estimate".to_owned(),
            ..form()
        };
        assert_eq!(
            fields(&wrong),
            ["ground", "amount", "to_year", "class", "counts_in_sum"]
        );
        assert_eq!(
            fields(&SekValueForm::default()),
            [
                "benefit",
                "ground",
                "amount",
                "kind",
                "frequency",
                "from_year",
                "class"
            ]
        );
    }
}
