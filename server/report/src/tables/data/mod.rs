//! Tables with a row for each thing that the report tells of.

mod benefits;
mod deliveries;
mod figures;
mod goals;
mod statements;

use domain::report_model::{AreaSection, BenefitSection, DeliverySection, ReportModel};
use text::Lang;

use crate::document::{Align, Cell, Column, Row, Table, Value};

/// Tables with a row for each delivery, expected benefit, statement, effect goal and figure of the report, in its order.
pub fn data_tables(model: &ReportModel, lang: Lang) -> Vec<Table> {
    vec![
        deliveries::deliveries(model, lang),
        benefits::benefits(model, lang),
        statements::statements(model, lang),
        goals::goals(model, lang),
        figures::figures(model, lang),
    ]
}

/// A table whose columns are all as wide. `heads` are written out already.
fn table(lang: Lang, number: &str, code: &str, caption: String, heads: Vec<String>, rows: Vec<Row>) -> Table {
    let counts = |column: usize| {
        let mut values = rows.iter().filter_map(|row| Some(&row.cells.get(column)?.value));
        values.any(|value| matches!(value, Value::Number(_) | Value::Percent(_) | Value::Money(_)))
    };
    let columns = heads
        .into_iter()
        .enumerate()
        .map(|(column, head)| Column {
            head,
            align: if counts(column) { Align::End } else { Align::Start },
            weight: 1,
        })
        .collect();
    Table {
        label: lang.t_with("report-data-table", &[("number", number.into())]),
        caption,
        code: code.to_owned(),
        columns,
        rows,
        foot: Vec::new(),
    }
}

/// A row.
fn row(cells: Vec<Cell>) -> Row {
    Row { cells }
}

/// What is said; an empty cell where nothing is.
fn said(text: Option<&str>) -> Cell {
    text.filter(|text| !text.is_empty())
        .map_or_else(Cell::empty, Cell::words)
}

fn yes_or_no(lang: Lang, yes: bool) -> Cell {
    Cell::words(lang.t(if yes { "register-yes" } else { "register-no" }))
}

/// The number and name of an area.
fn of_area(section: &AreaSection) -> [Cell; 2] {
    [
        Cell::words(section.area.number.clone()),
        Cell::words(section.area.name.clone()),
    ]
}

/// What a benefit is called.
fn benefit_name(section: &BenefitSection) -> String {
    let benefit = &section.benefit;
    benefit
        .title
        .clone()
        .unwrap_or_else(|| benefit.description.clone())
}

/// Benefits with the delivery that they come from, in the report's order.
fn all_benefits(
    model: &ReportModel,
) -> impl Iterator<Item = (&AreaSection, Option<&DeliverySection>, &BenefitSection)> {
    model.areas.iter().flat_map(|area| {
        let of_deliveries = area
            .deliveries
            .iter()
            .flat_map(move |of| of.benefits.iter().map(move |benefit| (area, Some(of), benefit)));
        let without = area
            .without_delivery
            .iter()
            .map(move |benefit| (area, None, benefit));
        of_deliveries.chain(without)
    })
}

/// A number with its digits; an empty cell where there is none.
fn number(lang: Lang, number: Option<rust_decimal::Decimal>) -> Cell {
    number.map_or_else(Cell::empty, |number| {
        let text = text::number::decimal(lang, number, None);
        Cell::of(vec![crate::document::Span::Plain(text)], Value::Number(number))
    })
}

/// A day as it is sorted.
fn day(day: Option<chrono::NaiveDate>) -> Cell {
    day.map_or_else(Cell::empty, |day| {
        Cell::of(
            vec![crate::document::Span::Plain(day.to_string())],
            Value::Day(day),
        )
    })
}
