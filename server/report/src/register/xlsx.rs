//! A table as a workbook: cells of their kind, a row of heads that stays in sight, a filter.

use chrono::{Datelike, NaiveDate};
use domain::register::{Cell, Sheet, plain_text};
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use service::RenderError;

/// Longest text that a cell takes.
const TEXT_MAX: usize = 32_767;
/// Widest column, in characters.
const WIDEST: u16 = 60;

/// The table as a file.
///
/// # Errors
/// Where there are more rows than a worksheet takes.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, RenderError> {
    written(sheet).map_err(|error| RenderError::Model(error.to_string()))
}

fn written(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&sheet.title));
    let bold = Format::new().set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let page = book.add_worksheet();
    page.set_name(&sheet.title)?;
    let last_column = (0_u16..).zip(&sheet.heads).map(|(at, _)| at).last().unwrap_or(0);
    for (column, head) in (0_u16..).zip(&sheet.heads) {
        page.write_string_with_format(0, column, plain_text(head), &bold)?;
        page.set_column_width(column, width(sheet, column, head))?;
    }
    let mut last_row = 0;
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write(page, row, column, cell, &day)?;
        }
        last_row = row;
    }
    page.autofilter(0, 0, last_row, last_column)?;
    page.set_freeze_panes(1, 0)?;
    page.set_repeat_rows(0, 0)?;
    book.save_to_buffer()
}

fn write(page: &mut Worksheet, row: u32, column: u16, cell: &Cell, format: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            let text: String = plain_text(text).chars().take(TEXT_MAX).collect();
            page.write_string(row, column, text)?;
        }
        // Figures of a register are far below what such a cell holds exactly.
        Cell::Whole(number) => {
            page.write_number(row, column, number.to_f64().unwrap_or_default())?;
        }
        Cell::Decimal(number) => {
            page.write_number(row, column, number.to_f64().unwrap_or_default())?;
        }
        Cell::Day(day) => {
            page.write_datetime_with_format(row, column, &moment(*day)?, format)?;
        }
    }
    Ok(())
}

fn moment(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}

/// As wide as what stands in the column, within reason.
fn width(sheet: &Sheet, column: u16, head: &str) -> u16 {
    let texts = sheet
        .rows
        .iter()
        .filter_map(|row| match row.get(usize::from(column)) {
            Some(Cell::Text(text)) => Some(text.chars().count()),
            Some(Cell::Day(_)) => Some(10),
            _ => None,
        });
    let longest = texts.chain([head.chars().count()]).max().unwrap_or(0);
    u16::try_from(longest)
        .unwrap_or(WIDEST)
        .saturating_add(3)
        .min(WIDEST)
}
