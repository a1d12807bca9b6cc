//! The document of a report, against what it is made from.

mod figures;
mod said;
mod tables;
mod weak;

use domain::report_model::ReportModel;
use rust_decimal::Decimal;
use text::Lang;

use super::super::{Document, Span, Table, Text, Value};
use super::document;
use crate::test_models::{decided, open};

fn models() -> [ReportModel; 2] {
    [decided(), open()]
}

fn each(check: impl Fn(&ReportModel, &Document)) {
    for model in models() {
        for lang in Lang::ALL {
            check(&model, &document(&model, lang, Some("c0ffee")));
        }
    }
}

fn words(text: &Text) -> String {
    text.iter().map(Span::words).collect()
}

fn table<'a>(document: &'a Document, code: &str) -> &'a Table {
    document
        .tables()
        .find(|table| table.code == code)
        .unwrap_or_else(|| panic!("no table {code}"))
}

/// The values in a column of a table, its foot last.
fn column(table: &Table, at: usize) -> Vec<&Value> {
    let rows = table.rows.iter().chain(&table.foot);
    rows.map(|row| &row.cells[at].value).collect()
}

fn number(value: &Value) -> Decimal {
    match value {
        Value::Number(number) => *number,
        Value::Money(amount) => amount.tkr(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_same_model_gives_the_same_document() {
    each(|model, shown| assert_eq!(*shown, document(model, shown.lang, Some("c0ffee"))));
}
