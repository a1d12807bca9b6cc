//! One sheet a table: cells of their kind, a row of heads that stays in sight, a filter; before them a sheet with the
//! report's facts and where each table stands.

mod contents;
mod sheet;
mod style;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use service::RenderError;

use self::style::Style;
use crate::document::{Document, Table};

/// Longest name that a sheet takes.
const NAME_MAX: usize = 31;

/// The tables as a workbook. `data` are those that are made for machines.
///
/// # Errors
/// Where a table has more than a worksheet takes.
pub fn xlsx(document: &Document, data: &[Table]) -> Result<Vec<u8>, RenderError> {
    written(document, data).map_err(|error| RenderError::Model(error.to_string()))
}

fn written(document: &Document, data: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let tables: Vec<&Table> = document.tables().chain(data).collect();
    let mut names = vec![name(&document.contents)];
    for table in &tables {
        let label = name(&table.label);
        let taken = names.iter().any(|name| name.eq_ignore_ascii_case(&label));
        names.push(if taken { name(&table.code) } else { label });
    }
    let mut book = Workbook::new();
    book.set_properties(&properties(document)?);
    let style = Style::new(document.lang);
    let mut names = names.into_iter();
    let first = names.next().unwrap_or_default();
    let sheets: Vec<(&Table, String)> = tables.into_iter().zip(names).collect();
    contents::write(book.add_worksheet(), &first, document, &sheets, &style)?;
    for (table, name) in &sheets {
        sheet::write(book.add_worksheet(), name, document, table, &style)?;
    }
    book.save_to_buffer()
}

/// What a sheet may be called.
fn name(label: &str) -> String {
    let allowed = label
        .chars()
        .filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\''));
    allowed.take(NAME_MAX).collect()
}

fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let properties = DocProperties::new()
        .set_title(&document.name)
        .set_subject(&document.subtitle)
        .set_author(&document.agency)
        .set_company(&document.agency)
        .set_creation_datetime(&moment(document.dated)?);
    Ok(match &document.registry_number {
        Some(number) => properties.set_keywords(number),
        None => properties,
    })
}

/// A day as a workbook has it.
fn moment(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}
