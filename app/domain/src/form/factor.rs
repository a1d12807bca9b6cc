//! The forms of a factor and of its values.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX};
use crate::factor::{Factor, FactorKind, FactorValue};
use crate::id::FactorId;

/// A factor as typed; a new one with its first value. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FactorForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The factor that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// What it is called.
    pub name: String,
    /// Code of what it is of.
    pub kind: String,
    /// One of what its value is for.
    pub unit: String,
    /// What it covers.
    pub description: String,
    /// The last day on which it is used; only of one that exists.
    pub ended_on: String,
    /// The first day of its first value; only of a new one, as the rest.
    pub from: String,
    /// The value.
    pub value: String,
    /// The year whose prices it is in.
    pub price_level: String,
    /// Where it comes from.
    pub source: String,
    /// Which button was pressed: "submit" sends the value for approval.
    pub action: String,
}

/// A valid factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFactor {
    /// What it is called.
    pub name: String,
    /// What it is of.
    pub kind: FactorKind,
    /// One of what its value is for.
    pub unit: Option<String>,
    /// What it covers.
    pub description: Option<String>,
    /// The last day on which it is used.
    pub ended_on: Option<NaiveDate>,
    /// Its first value; none where it exists.
    pub first: Option<NewFactorValue>,
}

/// A value of a factor as typed. `id` is empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FactorValueForm {
    /// Names this sending.
    pub submission: String,
    /// The value that is changed; empty for a new one.
    pub id: String,
    /// The version of the factor that was read.
    pub version: String,
    /// The factor.
    pub factor: String,
    /// The first day on which it holds.
    pub from: String,
    /// The value.
    pub value: String,
    /// The year whose prices it is in.
    pub price_level: String,
    /// Where it comes from.
    pub source: String,
    /// Which button was pressed: "submit" sends it for approval.
    pub action: String,
}

/// A valid value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFactorValue {
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The value.
    pub value: Decimal,
    /// The year whose prices it is in.
    pub price_level: Option<i32>,
    /// Where it comes from.
    pub source: String,
    /// It is sent for approval.
    pub submit: bool,
}

/// What both forms have of a value.
struct ValueFields<'a> {
    from: &'a str,
    value: &'a str,
    price_level: &'a str,
    source: &'a str,
    submit: bool,
}

impl FactorForm {
    /// The form of a factor that exists.
    pub fn of(factor: &Factor, version: i32) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            id: factor.id.to_string(),
            version: version.to_string(),
            name: factor.name.clone(),
            kind: factor.kind.code().to_owned(),
            unit: text(&factor.unit),
            description: text(&factor.description),
            ended_on: factor.ended_on.map(|day| day.to_string()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The valid factor, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self) -> Result<NewFactor, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.required("name", &self.name, NAME_MAX);
        let kind = errors.choice("kind", &self.kind, FactorKind::from_code);
        let mut unit = errors.optional("unit", &self.unit, NAME_MAX);
        match (kind, &unit) {
            (Some(FactorKind::UnitValue), None) => errors.push("unit", Problem::Required),
            (Some(FactorKind::UnitValue) | None, _) | (_, None) => {}
            // What nothing is done with is not taken in silence.
            (Some(_), Some(given)) => {
                let given = given.clone();
                errors.push("unit", Problem::UnknownChoice { given });
                unit = None;
            }
        }
        let description = errors.optional("description", &self.description, TEXT_MAX);
        let is_new = self.id.trim().is_empty();
        let ended_on = if is_new {
            None
        } else {
            errors.day("ended_on", &self.ended_on)
        };
        let fields = ValueFields {
            from: &self.from,
            value: &self.value,
            price_level: &self.price_level,
            source: &self.source,
            submit: self.action == "submit",
        };
        let first = is_new.then(|| fields.read(kind, &mut errors)).flatten();
        let value = kind.map(|kind| NewFactor {
            name,
            kind,
            unit,
            description,
            ended_on,
            first,
        });
        errors.finish(value)
    }
}

impl FactorValueForm {
    /// The form of a new value: what the one in force says is what is written on.
    pub fn after(factor: &Factor, version: i32, today: NaiveDate) -> Self {
        let last = factor.in_force(today).or(factor.values.last());
        Self {
            version: version.to_string(),
            factor: factor.id.to_string(),
            from: today.to_string(),
            source: last.map(|value| value.source.clone()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The form of a value that exists.
    pub fn of(factor: FactorId, value: &FactorValue, version: i32) -> Self {
        Self {
            submission: String::new(),
            id: value.id.to_string(),
            version: version.to_string(),
            factor: factor.to_string(),
            from: value.from.to_string(),
            value: value.value.to_string().replace('.', ","),
            price_level: value.price_level.map(|year| year.to_string()).unwrap_or_default(),
            source: value.source.clone(),
            action: String::new(),
        }
    }

    /// The valid value of a factor of a kind, or all that is wrong.
    ///
    /// # Errors
    /// Names every field that needs mending.
    pub fn parse(&self, kind: FactorKind) -> Result<NewFactorValue, FieldErrors> {
        let mut errors = FieldErrors::default();
        let fields = ValueFields {
            from: &self.from,
            value: &self.value,
            price_level: &self.price_level,
            source: &self.source,
            submit: self.action == "submit",
        };
        let value = fields.read(Some(kind), &mut errors);
        errors.finish(value)
    }
}

impl ValueFields<'_> {
    /// Without a kind what depends on it is not looked at: the kind is asked for.
    fn read(&self, kind: Option<FactorKind>, errors: &mut FieldErrors) -> Option<NewFactorValue> {
        if self.from.trim().is_empty() {
            errors.push("from", Problem::Required);
        }
        let from = errors.day("from", self.from);
        let value = self.number(kind, errors);
        let price_level = errors.year("price_level", self.price_level);
        let given = self.price_level.trim();
        match kind {
            Some(kind) if kind.is_money() && given.is_empty() => {
                errors.push("price_level", Problem::Required);
            }
            Some(kind) if !kind.has_price_level() && !given.is_empty() => {
                let given = given.to_owned();
                errors.push("price_level", Problem::UnknownChoice { given });
            }
            _ => {}
        }
        let source = errors.required("source", self.source, NAME_MAX);
        Some(NewFactorValue {
            from: from?,
            value: value?,
            price_level,
            source,
            submit: self.submit,
        })
    }

    fn number(&self, kind: Option<FactorKind>, errors: &mut FieldErrors) -> Option<Decimal> {
        let field = "value";
        let typed = self.value.trim().trim_end_matches('%');
        if typed.trim().is_empty() {
            errors.push(field, Problem::Required);
        }
        let value = errors.number(field, typed)?;
        let Some(kind) = kind else { return Some(value) };
        let given = self.value.trim().to_owned();
        let (least, most) = kind.limits();
        if !(least..=most).contains(&value) {
            let said = |limit: Decimal| limit.to_string().replace('.', ",").replace('-', "−");
            let (min, max) = (said(least), said(most));
            errors.push(field, Problem::OutOfRange { given, min, max });
            return None;
        }
        let decimals = kind.decimals();
        if value.normalize().scale() > decimals {
            errors.push(field, Problem::TooFine { given, decimals });
            return None;
        }
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> FactorForm {
        let text = str::to_owned;
        FactorForm {
            name: text("Handläggare"),
            kind: text("hourly_cost"),
            from: text("2025-01-01"),
            value: text("450,50"),
            price_level: text("2025"),
            source: text("Ekonomiavdelningen"),
            ..FactorForm::default()
        }
    }

    fn wrong(form: &FactorForm, field: &str) -> Problem {
        let errors = form.parse().expect_err("something is wrong");
        errors.of(field).cloned().unwrap_or_else(|| panic!("{errors:?}"))
    }

    fn with(change: impl FnOnce(&mut FactorForm)) -> FactorForm {
        let mut form = form();
        change(&mut form);
        form
    }

    #[test]
    fn a_new_factor_has_its_first_value() {
        let new = form().parse().expect("valid");
        let first = new.first.expect("a value");
        assert_eq!(first.value.to_string(), "450.50");
        assert_eq!((first.price_level, first.submit), (Some(2025), false));
        assert!(
            with(|form| form.action = "submit".to_owned())
                .parse()
                .expect("valid")
                .first
                .expect("a value")
                .submit
        );
        for field in ["name", "kind", "from", "value", "source", "price_level"] {
            let empty = with(|form| match field {
                "name" => form.name.clear(),
                "kind" => form.kind.clear(),
                "from" => form.from.clear(),
                "value" => form.value.clear(),
                "source" => form.source.clear(),
                _ => form.price_level.clear(),
            });
            assert_eq!(wrong(&empty, field), Problem::Required, "{field}");
        }
    }

    #[test]
    fn the_kind_says_what_else_is_asked_for() {
        let unit = with(|form| form.kind = "unit_value".to_owned());
        assert_eq!(wrong(&unit, "unit"), Problem::Required);
        let cost = with(|form| form.unit = "sida".to_owned());
        assert!(matches!(wrong(&cost, "unit"), Problem::UnknownChoice { given } if given == "sida"));
        let hours = with(|form| {
            form.kind = "full_time_year_hours".to_owned();
            form.value = "1 700".to_owned();
        });
        assert!(matches!(wrong(&hours, "price_level"), Problem::UnknownChoice { given } if given == "2025"));
        let hours = FactorForm {
            price_level: String::new(),
            ..hours
        };
        assert!(hours.parse().is_ok());
        // A rate says which year's prices new calculations are in, where that is known.
        let rate = with(|form| {
            form.kind = "discount_rate".to_owned();
            form.value = "3,5 %".to_owned();
            form.price_level.clear();
        });
        assert_eq!(
            rate.parse()
                .expect("valid")
                .first
                .expect("a value")
                .value
                .to_string(),
            "3.5"
        );
    }

    #[test]
    fn values_keep_to_the_limits_of_their_kind() {
        let typed = |value: &str| with(|form| form.value = value.to_owned());
        assert!(matches!(wrong(&typed("0"), "value"), Problem::OutOfRange { min, .. } if min == "0,01"));
        assert!(matches!(
            wrong(&typed("450,505"), "value"),
            Problem::TooFine { decimals: 2, .. }
        ));
        assert!(typed("450,55").parse().is_ok(), "to the öre");
        assert!(matches!(
            wrong(&typed("mycket"), "value"),
            Problem::NotANumber { .. }
        ));
    }

    #[test]
    fn what_exists_is_read_back_as_it_was_written() {
        let new = form().parse().expect("valid");
        let first = new.first.expect("a value");
        let value = FactorValue {
            id: uuid::Uuid::from_u128(2).into(),
            from: first.from,
            value: first.value,
            price_level: first.price_level,
            source: first.source.clone(),
            state: crate::statement::ApprovalState::Draft,
        };
        let factor = Factor {
            id: uuid::Uuid::from_u128(1).into(),
            name: new.name,
            kind: new.kind,
            unit: None,
            description: None,
            ended_on: Some("2026-12-31".parse().expect("a day")),
            values: vec![value.clone()],
        };
        let head = FactorForm::of(&factor, 3).parse().expect("valid");
        assert_eq!((head.first, head.ended_on), (None, factor.ended_on));
        let again = FactorValueForm::of(factor.id, &value, 3).parse(factor.kind);
        assert_eq!(again.expect("valid"), first);
        let next = FactorValueForm::after(&factor, 3, "2026-01-01".parse().expect("a day"));
        assert_eq!(
            (next.from.as_str(), next.source.as_str()),
            ("2026-01-01", "Ekonomiavdelningen")
        );
    }
}
