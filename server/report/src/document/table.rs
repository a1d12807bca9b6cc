use chrono::NaiveDate;
use domain::level::FulfilmentLevel;
use domain::money::Money;
use rust_decimal::Decimal;

use super::{Span, Text};

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// "Tabell 3.1", "Tabell B.2".
    pub label: String,
    /// What it shows.
    pub caption: String,
    /// Names the table in files of tables: letters, digits and hyphens, unique in the document, the same in every language.
    pub code: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows, as many cells each as there are columns, spans counted.
    pub rows: Vec<Row>,
    /// Sums under the rows.
    pub foot: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// How its cells stand.
    pub align: Align,
    /// How much of the width it takes, against the others.
    pub weight: u8,
}

/// How cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Start,
    /// Marks.
    Middle,
    /// Numbers.
    End,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Heads its row.
    pub heads: bool,
    /// Columns that it takes: 1 or more.
    pub span: u8,
    /// Paragraphs as they are printed.
    pub text: Vec<Text>,
    /// The same for a machine.
    pub value: Value,
}

/// What a cell holds for a machine.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing is known or said.
    Nothing,
    /// Its words.
    Words,
    /// A number with all digits that it has.
    Number(Decimal),
    /// A percentage: 71.4 stands for 71.4 %, unrounded.
    Percent(Decimal),
    /// Kronor.
    Money(Money),
    /// A day.
    Day(NaiveDate),
    /// A level.
    Level(FulfilmentLevel),
}

impl Cell {
    /// A cell of words.
    pub fn words(text: impl Into<String>) -> Self {
        Self::of(vec![Span::Plain(text.into())], Value::Words)
    }

    /// A cell of one paragraph.
    pub fn of(text: Text, value: Value) -> Self {
        Self {
            heads: false,
            span: 1,
            text: vec![text],
            value,
        }
    }

    /// The head of a row.
    pub fn head(text: impl Into<String>) -> Self {
        Self {
            heads: true,
            ..Self::words(text)
        }
    }

    /// An empty cell.
    pub fn empty() -> Self {
        Self {
            heads: false,
            span: 1,
            text: Vec::new(),
            value: Value::Nothing,
        }
    }

    /// Its words, a line a paragraph.
    pub fn plain(&self) -> String {
        let lines = self.text.iter();
        let lines: Vec<String> = lines
            .map(|text| text.iter().map(Span::words).collect::<String>())
            .collect();
        lines.join("\n")
    }
}
