//! The form of a calculation as a whole: years, rate, prices and what it is held against.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{FieldErrors, NAME_MAX, Problem, TEXT_MAX};
use crate::calculation::case::{BASE_YEARS, HORIZON_MAX};
use crate::calculation::{AmountUnit, Calculation};
use crate::id::InitiativeId;

/// Most decimals of a discount rate in percent.
const RATE_DECIMALS: u32 = 4;

/// A calculation as typed. `id` and `version` are empty for a new one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CalculationForm {
    /// Names this sending, so that one sent twice makes one row.
    pub submission: String,
    /// The calculation that is changed; empty for a new one.
    pub id: String,
    /// The version that was read; empty for a new one.
    pub version: String,
    /// The initiative.
    pub initiative: String,
    /// The year that is not discounted.
    pub base_year: String,
    /// Years.
    pub horizon_years: String,
    /// Discount rate in percent.
    pub discount_rate: String,
    /// Where the rate comes from.
    pub rate_source: String,
    /// The year whose prices amounts are in.
    pub price_level: String,
    /// Code of the unit of amounts.
    pub unit: String,
    /// What happens where nothing is done.
    pub zero_alternative: String,
    /// What it rests on.
    pub assumptions: String,
    /// Which button was pressed; all of them save.
    pub action: String,
}

/// A valid calculation, without its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCalculation {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The year that is not discounted.
    pub base_year: i32,
    /// Years.
    pub horizon_years: u32,
    /// Discount rate in percent.
    pub discount_rate: Option<Decimal>,
    /// Where the rate comes from.
    pub rate_source: Option<String>,
    /// The year whose prices amounts are in.
    pub price_level: Option<i32>,
    /// The unit of amounts.
    pub unit: AmountUnit,
    /// What happens where nothing is done.
    pub zero_alternative: Option<String>,
    /// What it rests on.
    pub assumptions: Option<String>,
}

impl CalculationForm {
    /// The form of a calculation that exists.
    pub fn of(calculation: &Calculation, version: i32) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            submission: String::new(),
            id: calculation.id.to_string(),
            version: version.to_string(),
            initiative: calculation.initiative.to_string(),
            base_year: calculation.base_year.to_string(),
            horizon_years: calculation.horizon_years.to_string(),
            discount_rate: calculation
                .discount_rate
                .map(|rate| rate.to_string().replace('.', ","))
                .unwrap_or_default(),
            rate_source: text(&calculation.rate_source),
            price_level: calculation
                .price_level
                .map(|year| year.to_string())
                .unwrap_or_default(),
            unit: calculation.unit.code().to_owned(),
            zero_alternative: text(&calculation.zero_alternative),
            assumptions: text(&calculation.assumptions),
            action: String::new(),
        }
    }

    /// The valid calculation, or all that is wrong.
    pub fn parse(&self) -> Result<NewCalculation, FieldErrors> {
        let mut errors = FieldErrors::default();
        let initiative = errors.choice("initiative", &self.initiative, |id| id.parse().ok());
        let base_year = required_year(&mut errors, "base_year", &self.base_year);
        let horizon_years = self.horizon(&mut errors);
        let discount_rate = self.rate(&mut errors);
        let rate_source = errors.optional("rate_source", &self.rate_source, NAME_MAX);
        let price_level = errors.year("price_level", &self.price_level);
        let unit = errors
            .optional_choice("unit", &self.unit, AmountUnit::from_code)
            .unwrap_or_default();
        let zero_alternative = errors.optional("zero_alternative", &self.zero_alternative, TEXT_MAX);
        let assumptions = errors.optional("assumptions", &self.assumptions, TEXT_MAX);
        let value = initiative.zip(base_year).zip(horizon_years);
        let value = value.map(|((initiative, base_year), horizon_years)| NewCalculation {
            initiative,
            base_year,
            horizon_years,
            discount_rate,
            rate_source,
            price_level,
            unit,
            zero_alternative,
            assumptions,
        });
        errors.finish(value)
    }

    fn horizon(&self, errors: &mut FieldErrors) -> Option<u32> {
        let field = "horizon_years";
        if self.horizon_years.trim().is_empty() {
            errors.push(field, Problem::Required);
        }
        errors.whole(field, &self.horizon_years, 1..=HORIZON_MAX)
    }

    fn rate(&self, errors: &mut FieldErrors) -> Option<Decimal> {
        let field = "discount_rate";
        let typed = self.discount_rate.trim().trim_end_matches('%');
        let rate = errors.number(field, typed)?;
        let given = self.discount_rate.trim().to_owned();
        if rate < Decimal::ZERO || rate > Decimal::ONE_HUNDRED {
            let (min, max) = ("0".to_owned(), "100".to_owned());
            errors.push(field, Problem::OutOfRange { given, min, max });
            return None;
        }
        if rate.normalize().scale() > RATE_DECIMALS {
            errors.push(
                field,
                Problem::TooFine {
                    given,
                    decimals: RATE_DECIMALS,
                },
            );
            return None;
        }
        Some(rate)
    }
}

/// A year that a calculation can begin with.
fn required_year(errors: &mut FieldErrors, field: &str, typed: &str) -> Option<i32> {
    if typed.trim().is_empty() {
        errors.push(field, Problem::Required);
    }
    let year = errors.year(field, typed)?;
    let (first, last) = BASE_YEARS;
    if (first..=last).contains(&year) {
        return Some(year);
    }
    let given = typed.trim().to_owned();
    let (min, max) = (first.to_string(), last.to_string());
    errors.push(field, Problem::OutOfRange { given, min, max });
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> CalculationForm {
        CalculationForm {
            initiative: "019a0000-0000-7000-8000-000000000001".to_owned(),
            base_year: "2025".to_owned(),
            horizon_years: "5".to_owned(),
            ..CalculationForm::default()
        }
    }

    fn wrong(form: &CalculationForm, field: &str) -> Problem {
        let errors = form.parse().expect_err("something is wrong");
        errors.of(field).cloned().expect("the field is named")
    }

    #[test]
    fn what_nobody_knows_yet_may_be_left_out() {
        let new = form().parse().expect("valid");
        assert_eq!((new.base_year, new.horizon_years), (2025, 5));
        assert_eq!((new.discount_rate, new.price_level), (None, None));
        assert_eq!(new.unit, AmountUnit::Tkr);
    }

    #[test]
    fn what_is_stored_reads_the_same_from_its_form() {
        let stored = Calculation {
            discount_rate: Some(Decimal::new(35, 1)),
            price_level: Some(2024),
            ..crate::calculation::difference::tests::calculation(Vec::new())
        };
        let form = CalculationForm::of(&stored, 3);
        assert_eq!(
            (form.id.as_str(), form.version.as_str()),
            (stored.id.to_string().as_str(), "3")
        );
        let new = form.parse().expect("valid");
        assert_eq!(new.initiative, stored.initiative);
        assert_eq!(
            (new.base_year, new.horizon_years),
            (stored.base_year, stored.horizon_years)
        );
        assert_eq!(
            (new.discount_rate, new.price_level),
            (stored.discount_rate, stored.price_level)
        );
        assert_eq!(new.unit, stored.unit);
    }

    #[test]
    fn limits_are_those_of_the_engine() {
        for (years, valid) in [
            ("0", false),
            ("1", true),
            ("50", true),
            ("51", false),
            ("fem", false),
            ("", false),
        ] {
            let form = CalculationForm {
                horizon_years: years.to_owned(),
                ..form()
            };
            assert_eq!(form.parse().is_ok(), valid, "{years}");
        }
        for (year, valid) in [
            ("1899", false),
            ("1900", true),
            ("2200", true),
            ("2201", false),
            ("", false),
        ] {
            let form = CalculationForm {
                base_year: year.to_owned(),
                ..form()
            };
            assert_eq!(form.parse().is_ok(), valid, "{year}");
        }
        for (rate, read) in [
            ("3,5", Some("3.5")),
            ("3,5 %", Some("3.5")),
            ("3,5001", Some("3.5001")),
            ("0", Some("0")),
            ("100", Some("100")),
        ] {
            let form = CalculationForm {
                discount_rate: rate.to_owned(),
                ..form()
            };
            assert_eq!(
                form.parse().expect("valid").discount_rate,
                read.map(|r| r.parse().expect("a rate"))
            );
        }
        let years = |typed: &str| {
            wrong(
                &CalculationForm {
                    horizon_years: typed.to_owned(),
                    ..form()
                },
                "horizon_years",
            )
        };
        for text in ["många", "5,5", "5 år"] {
            assert!(matches!(years(text), Problem::NotANumber { given } if given == text));
        }
        for far in ["51", "−1", "99999999999"] {
            assert!(matches!(years(far), Problem::OutOfRange { max, .. } if max == "50"));
        }
        let rate = |typed: &str| {
            wrong(
                &CalculationForm {
                    discount_rate: typed.to_owned(),
                    ..form()
                },
                "discount_rate",
            )
        };
        assert!(matches!(rate("-1"), Problem::OutOfRange { given, .. } if given == "-1"));
        assert!(matches!(rate("100,1"), Problem::OutOfRange { .. }));
        assert!(matches!(rate("3,50001"), Problem::TooFine { decimals: 4, .. }));
        assert!(matches!(rate("tre"), Problem::NotANumber { .. }));
    }
}
