//! A register as a table for other programs.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number with decimals.
    Decimal(Decimal),
    /// A day.
    Day(NaiveDate),
}

impl Cell {
    /// A text, where there is one.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.into()))
    }

    /// A day, where there is one.
    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// A table: a row of heads, then rows of as many cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What it is called.
    pub title: String,
    /// The heads.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A text that no spreadsheet takes for a formula: one that begins as a formula does gets an
/// apostrophe before it. Only texts go this way; numbers stay numbers, minus and all.
pub fn plain_text(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_begins_as_a_formula_is_a_text() {
        for text in ["=1+1", "+46", "-", "@SUM(A1)", "\t=1"] {
            assert_eq!(plain_text(text), format!("'{text}"));
        }
        for text in ["", "Ökad nytta", " =1", "'=1", "4.1"] {
            assert_eq!(plain_text(text), text);
        }
    }

    proptest! {
        #[test]
        fn nothing_begins_as_a_formula(text in "\\PC*|[=+@\t-].*") {
            let plain = plain_text(&text);
            prop_assert!(!plain.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert!(plain.ends_with(&text));
        }
    }
}
