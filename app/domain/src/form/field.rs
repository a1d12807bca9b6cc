//! Single fields: what was typed becomes a value, or an error that names the field.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{FieldErrors, Problem, parse_day, parse_when};
use crate::when::When;

impl FieldErrors {
    /// The value, where nothing is wrong; else what is.
    pub(super) fn finish<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self),
        }
    }

    pub(super) fn required(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = tidy(text);
        if text.is_empty() {
            self.push(field, Problem::Required);
        }
        self.limited(field, &text, max)
    }

    pub(super) fn optional(&mut self, field: &str, text: &str, max: usize) -> Option<String> {
        let text = tidy(text);
        (!text.is_empty()).then(|| self.limited(field, &text, max))
    }

    pub(super) fn limited(&mut self, field: &str, text: &str, max: usize) -> String {
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

    pub(super) fn choice<T>(
        &mut self,
        field: &str,
        given: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let given = given.trim();
        if given.is_empty() {
            self.push(field, Problem::Required);
            return None;
        }
        self.optional_choice(field, given, read)
    }

    pub(super) fn optional_choice<T>(
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

    pub(super) fn choices<T>(
        &mut self,
        field: &str,
        given: &[String],
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        given
            .iter()
            .filter_map(|one| self.optional_choice(field, one, &read))
            .collect()
    }

    /// A date of any precision; none where nothing was typed.
    pub(super) fn when(&mut self, field: &str, text: &str) -> Option<When> {
        self.dated(field, text, parse_when)
    }

    /// A day; none where nothing was typed.
    pub(super) fn day(&mut self, field: &str, text: &str) -> Option<NaiveDate> {
        self.dated(field, text, parse_day)
    }

    fn dated<T>(&mut self, field: &str, text: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let given = text.trim();
        if given.is_empty() {
            return None;
        }
        let read = read(given);
        if read.is_none() {
            self.push(
                field,
                Problem::NotADate {
                    given: given.to_owned(),
                },
            );
        }
        read
    }

    /// A first and a last day, in that order; either may be open.
    pub(super) fn days(
        &mut self,
        (from_field, from): (&str, &str),
        (to_field, to): (&str, &str),
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let (from, to) = (self.day(from_field, from), self.day(to_field, to));
        if let (Some(first), Some(last)) = (from, to)
            && last < first
        {
            self.push(
                to_field,
                Problem::EndBeforeStart {
                    given: last.to_string(),
                },
            );
        }
        (from, to)
    }

    /// A year; none where nothing was typed.
    pub(super) fn year(&mut self, field: &str, text: &str) -> Option<i32> {
        let given = text.trim();
        if given.is_empty() {
            return None;
        }
        match parse_when(given) {
            Some(When::Year(year)) => Some(year),
            _ => {
                self.push(
                    field,
                    Problem::NotAYear {
                        given: given.to_owned(),
                    },
                );
                None
            }
        }
    }

    /// An exact number as people write it; none where nothing was typed.
    pub(super) fn number(&mut self, field: &str, text: &str) -> Option<Decimal> {
        let given = text.trim();
        if given.is_empty() {
            return None;
        }
        let number = parse_number(given);
        if number.is_none() {
            self.push(
                field,
                Problem::NotANumber {
                    given: given.to_owned(),
                },
            );
        }
        number
    }

    /// A whole number within limits; none where nothing was typed.
    pub(super) fn whole(&mut self, field: &str, text: &str, limits: RangeInclusive<u32>) -> Option<u32> {
        let given = text.trim();
        if given.is_empty() {
            return None;
        }
        let Some(number) = parse_number(given).filter(Decimal::is_integer) else {
            let given = given.to_owned();
            self.push(field, Problem::NotANumber { given });
            return None;
        };
        let number = number.to_u32().filter(|number| limits.contains(number));
        if number.is_none() {
            let (given, min, max) = (
                given.to_owned(),
                limits.start().to_string(),
                limits.end().to_string(),
            );
            self.push(field, Problem::OutOfRange { given, min, max });
        }
        number
    }
}

/// Largest value that a measure can have, and with a minus the smallest.
pub const LARGEST_VALUE: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);
/// Decimals that are kept of one.
const VALUE_DECIMALS: u32 = 6;

impl FieldErrors {
    /// A value of a measure: within what is kept, to six decimals; none where nothing was typed.
    pub(super) fn fine_number(&mut self, field: &str, text: &str) -> Option<Decimal> {
        let number = self.number(field, text)?.normalize();
        let given = || text.trim().to_owned();
        if number.abs() > LARGEST_VALUE {
            let largest = typed_number(LARGEST_VALUE);
            self.push(
                field,
                Problem::OutOfRange {
                    given: given(),
                    min: format!("−{largest}"),
                    max: largest,
                },
            );
        } else if number.scale() > VALUE_DECIMALS {
            self.push(
                field,
                Problem::TooFine {
                    given: given(),
                    decimals: VALUE_DECIMALS,
                },
            );
        }
        Some(number)
    }
}

/// The text that a field shows for a number, and that is read back to the same.
pub fn typed_number(number: Decimal) -> String {
    number.to_string().replace('.', ",").replace('-', "−")
}

/// Line ends as one character, no space at either end, and none of what nobody can have typed: a database may refuse a
/// text with it, and cells of a file can hold it.
fn tidy(text: &str) -> String {
    text.replace('\0', "").replace("\r\n", "\n").trim().to_owned()
}

/// A number as people write it in English, as [`parse_number`] reads it: commas between thousands are left
/// out. A comma that cannot be one of those is left where it is.
pub fn without_english_commas(text: &str) -> String {
    let (whole, rest) = match text.find('.') {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let mut parts = whole.split(',');
    let first = parts.next().unwrap_or_default();
    let leading = first.trim_start_matches(|c: char| !c.is_ascii_digit());
    let three = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit());
    let leads = (1..=3).contains(&leading.len())
        && leading.bytes().all(|b| b.is_ascii_digit())
        && !leading.starts_with('0');
    if leads && parts.all(|part| three(part.trim_end())) {
        format!("{}{rest}", whole.replace(',', ""))
    } else {
        text.to_owned()
    }
}

/// A number as people write it here: decimal comma or point, spaces of any kind between thousands,
/// "−" or "-". Its decimals are kept as they are written. `None` for what is no such number, and for
/// one that is longer than 28 digits.
pub fn parse_number(text: &str) -> Option<Decimal> {
    let plain: String = text
        .trim()
        .chars()
        .map(|c| match c {
            '−' | '–' => '-',
            ',' => '.',
            other => other,
        })
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
        .collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let written = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit());
    written.then(|| Decimal::from_str_exact(&plain).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn english_thousands_lose_their_commas_and_nothing_else_does() {
        for (typed, read) in [
            ("1,250", "1250"),
            ("1,250.5", "1250.5"),
            ("about 12,345,678", "about 12345678"),
            ("1,25", "1,25"),
            ("0,125", "0,125"),
            ("1234,567", "1234,567"),
            ("1,250,5", "1,250,5"),
            ("7.25", "7.25"),
            ("2.5,000", "2.5,000"),
            ("", ""),
            (",", ","),
        ] {
            assert_eq!(without_english_commas(typed), read, "{typed}");
        }
    }

    #[test]
    fn a_value_is_kept_to_six_decimals_and_fifteen_digits() {
        let one_more = LARGEST_VALUE + Decimal::ONE;
        assert_eq!(LARGEST_VALUE.to_string(), format!("1{}", "0".repeat(15)));
        for (typed, problems) in [
            ("1,123456", 0),
            ("1,1234560", 0),
            ("1,1234567", 1),
            (typed_number(-LARGEST_VALUE).as_str(), 0),
            (typed_number(one_more).as_str(), 1),
            ("", 0),
        ] {
            let mut errors = FieldErrors::default();
            errors.fine_number("x", typed);
            assert_eq!(errors.0.len(), problems, "{typed}");
        }
    }

    #[test]
    fn a_text_may_be_as_long_as_the_most_and_no_longer() {
        for (typed, problem) in [
            ("å".repeat(4), None),
            ("å".repeat(5), Some(Problem::TooLong { length: 5, max: 4 })),
            ("å".repeat(9), Some(Problem::TooLong { length: 9, max: 4 })),
        ] {
            let mut errors = FieldErrors::default();
            assert_eq!(errors.limited("x", &typed, 4), typed);
            assert_eq!(errors.of("x"), problem.as_ref(), "{typed}");
        }
    }

    #[test]
    fn a_last_day_is_not_before_the_first_and_either_may_be_open() {
        for (from, to, valid) in [
            ("2025-03-01", "2025-03-01", true),
            ("2025-03-01", "2025-03-02", true),
            ("2025-03-02", "2025-03-01", false),
            ("2025-03-02", "", true),
            ("", "2025-03-01", true),
        ] {
            let mut errors = FieldErrors::default();
            let (first, last) = errors.days(("from", from), ("to", to));
            assert_eq!(
                (first.is_some(), last.is_some()),
                (!from.is_empty(), !to.is_empty())
            );
            assert_eq!(errors.is_empty(), valid, "{from}–{to}");
            assert!(valid || errors.of("to").is_some());
        }
    }

    #[test]
    fn a_year_is_a_year_and_nothing_finer() {
        let read = |typed: &str| {
            let mut errors = FieldErrors::default();
            (errors.year("x", typed), errors.is_empty())
        };
        assert_eq!(read(" 2025 "), (Some(2025), true));
        assert_eq!(read(""), (None, true));
        assert_eq!(read("2025-03"), (None, false));
        assert_eq!(read("i fjol"), (None, false));
    }

    #[test]
    fn of_several_choices_each_is_read_and_those_unknown_are_named() {
        let mut errors = FieldErrors::default();
        let given = ["1", "", "x", "3"].map(str::to_owned);
        assert_eq!(errors.choices("x", &given, |one| one.parse::<u8>().ok()), [1, 3]);
        assert_eq!(
            errors.of("x"),
            Some(&Problem::UnknownChoice {
                given: "x".to_owned()
            })
        );
    }

    #[test]
    fn what_nobody_can_have_typed_is_left_out() {
        let mut errors = FieldErrors::default();
        assert_eq!(errors.required("x", "\0 Nor\0r \0", 10), "Norr");
        assert_eq!(errors.optional("x", " \0\0 ", 10), None);
        assert!(errors.is_empty(), "{errors:?}");
        errors.required("x", "\0", 10);
        assert_eq!(errors.of("x"), Some(&Problem::Required));
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, read) in [
            ("1 110 000", "1110000"),
            ("1\u{a0}110\u{202f}000", "1110000"),
            ("−3,50", "-3.50"),
            ("-3.50", "-3.50"),
            ("0", "0"),
            (" 7,250 ", "7.250"),
        ] {
            assert_eq!(
                parse_number(typed).map(|number| number.to_string()).as_deref(),
                Some(read),
                "{typed}"
            );
        }
        for wrong in [
            "",
            "-",
            "1,",
            ",5",
            "1,2,3",
            "12 kr",
            "1e3",
            "--1",
            "９",
            &"9".repeat(40),
        ] {
            assert_eq!(parse_number(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_was_written(mantissa in -10_000_000_i64..10_000_000, scale in 0_u32..6) {
            let number = Decimal::new(mantissa, scale);
            let written = number.to_string().replace('.', ",").replace('-', "−");
            prop_assert_eq!(parse_number(&written), Some(number));
        }

        #[test]
        fn nothing_typed_panics(text in "\\PC{0,40}") {
            let mut errors = FieldErrors::default();
            let read = errors.number("x", &text);
            prop_assert!(read.is_some() || !errors.is_empty() || text.trim().is_empty());
        }
    }
}
