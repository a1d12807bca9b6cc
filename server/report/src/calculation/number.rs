//! Amounts between exact decimals and what a spreadsheet keeps, which is binary.

use std::str::FromStr;

use domain::calculation::AmountUnit;
use domain::form::parse_number;
use rust_decimal::{Decimal, RoundingStrategy};
use rust_xlsxwriter::XlsxError;

/// Digits that a spreadsheet's number can hold.
const DIGITS: u32 = 17;

/// What a cell keeps: the nearest binary fraction. By way of its text, which is the one conversion that is exact to
/// the last bit.
pub(super) fn for_cell(exact: Decimal) -> Result<f64, XlsxError> {
    let text = exact.to_string();
    text.parse()
        .map_err(|_| XlsxError::ParameterError(format!("{text} does not fit a cell")))
}

/// The result that is kept beside a formula.
pub(super) fn for_result(exact: Decimal) -> String {
    let shown = exact.round_sf(DIGITS).unwrap_or(exact).normalize();
    // Nothing has no minus.
    if shown.is_zero() {
        "0".to_owned()
    } else {
        shown.to_string()
    }
}

/// The amount that was meant by a cell's number, as somebody types it in Swedish: whole öre, decimal comma. `shortest`
/// is the shortest text that gives this number. None for what no calculation can hold.
pub(super) fn typed_of_number(unit: AmountUnit, shortest: &str) -> Option<String> {
    Some(typed(unit, Decimal::from_str(shortest).ok()?))
}

/// The same of a text in a cell. None for what is no number.
pub(super) fn typed_of_text(unit: AmountUnit, text: &str) -> Option<String> {
    parse_number(text).map(|number| typed(unit, number))
}

fn typed(unit: AmountUnit, number: Decimal) -> String {
    let ore = number
        .round_dp_with_strategy(unit.decimals(), RoundingStrategy::MidpointAwayFromZero)
        .normalize();
    if ore.is_zero() {
        return "0".to_owned();
    }
    ore.to_string().replace('.', ",").replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_becomes_the_decimal_that_was_meant() {
        let sum = "0.1".parse::<f64>().expect("a number").to_string();
        assert_eq!(sum, "0.1");
        for (unit, shortest, typed) in [
            (AmountUnit::Tkr, "1234.56", "1234,56"),
            (AmountUnit::Tkr, "1500", "1500"),
            (AmountUnit::Tkr, "-0.5", "−0,5"),
            (AmountUnit::Tkr, "0.30000000000000004", "0,3"),
            (AmountUnit::Kronor, "0.30000000000000004", "0,3"),
            (AmountUnit::Kronor, "9999999999999.99", "9999999999999,99"),
            (AmountUnit::Kronor, "1.005", "1,01"),
            (AmountUnit::Kronor, "-1.005", "−1,01"),
            (AmountUnit::Kronor, "-0.001", "0"),
            (AmountUnit::Mnkr, "0.00000001", "0,00000001"),
            (AmountUnit::Mnkr, "0.0000000000000000000000000000000001", "0"),
        ] {
            assert_eq!(
                typed_of_number(unit, shortest).as_deref(),
                Some(typed),
                "{shortest}"
            );
        }
        for none in ["NaN", "inf", &f64::MAX.to_string()] {
            assert_eq!(typed_of_number(AmountUnit::Tkr, none), None, "{none}");
        }
    }

    #[test]
    fn a_text_is_read_as_people_write_here() {
        for (text, typed) in [
            ("1 234,5", "1234,5"),
            ("1\u{a0}234,5", "1234,5"),
            ("1\u{202f}234,5", "1234,5"),
            ("−5", "−5"),
            ("-5,00", "−5"),
            ("1,234567", "1,23457"),
        ] {
            assert_eq!(
                typed_of_text(AmountUnit::Tkr, text).as_deref(),
                Some(typed),
                "{text}"
            );
        }
        for none in ["fem", "", "1e3", "=1+1", "1,250.5"] {
            assert_eq!(typed_of_text(AmountUnit::Tkr, none), None, "{none}");
        }
    }

    #[test]
    fn a_result_has_no_more_digits_than_a_cell() {
        let third = Decimal::ONE / Decimal::from(3);
        assert_eq!(for_result(third), "0.33333333333333333");
        assert_eq!(for_result(Decimal::new(-15_000, 3)), "-15");
        assert_eq!(for_result(-Decimal::ZERO), "0");
    }
}
