//! What holds for the whole calculation, and how the file is used.

use rust_decimal::Decimal;
use rust_xlsxwriter::utility::{quote_sheet_name, row_col_to_cell_absolute};
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use text::name;

use super::Shown;
use super::style::{fit_height, write_text};
use crate::calculation::number::for_cell;

/// Columns of names and of what they name.
const LABEL: u16 = 0;
const VALUE: u16 = 1;
/// Widths, in characters.
const LABEL_WIDTH: u16 = 30;
const VALUE_WIDTH: u16 = 90;

/// What stands beside a name.
enum Value<'a> {
    Text(&'a str),
    Whole(i64),
    /// In per cent; none is an empty cell, which formulas take for nothing.
    Rate(Option<Decimal>),
}

/// Writes the sheet, and gives names to the cells that formulas use.
pub(super) fn write(book: &mut Workbook, shown: &Shown<'_>) -> Result<(), XlsxError> {
    let (lang, of) = (shown.lang, shown.calculation);
    let page = book.add_worksheet();
    page.set_name(&shown.names.head)?;
    page.set_column_width(LABEL, LABEL_WIDTH)?;
    page.set_column_width(VALUE, VALUE_WIDTH)?;
    page.set_landscape().set_print_fit_to_pages(1, 0);
    write_text(page, 0, LABEL, shown.title, &shown.style.title)?;
    let unit = name::amount_unit(lang, of.unit);
    let preferred = of.preferred().map(|one| one.name.as_str());
    let values = [
        ("calculation-file-version", Value::Whole(of.number.into())),
        ("calculation-file-base-year", Value::Whole(of.base_year.into())),
        ("calculation-file-horizon", Value::Whole(of.horizon_years.into())),
        ("calculation-file-rate", Value::Rate(of.discount_rate)),
        ("calculation-file-rate-source", text(of.rate_source.as_deref())),
        (
            "calculation-file-price-level",
            of.price_level
                .map_or(Value::Text(""), |year| Value::Whole(year.into())),
        ),
        ("calculation-file-unit", Value::Text(&unit)),
        (
            "calculation-file-zero-alternative",
            text(of.zero_alternative.as_deref()),
        ),
        ("calculation-file-assumptions", text(of.assumptions.as_deref())),
        (
            "calculation-file-preferred",
            Value::Text(preferred.unwrap_or_default()),
        ),
    ];
    let mut row = 2;
    let (mut rate, mut base_year) = (None, None);
    for (key, value) in values {
        match key {
            "calculation-file-rate" => rate = Some(row),
            "calculation-file-base-year" => base_year = Some(row),
            _ => {}
        }
        write_text(page, row, LABEL, &lang.t(key), &shown.style.bold)?;
        write_value(page, row, value, shown)?;
        row += 1;
    }
    let row = alternatives(page, row + 1, shown)?;
    how(page, row + 1, shown, &unit)?;
    for (name, row) in [
        ("calculation-file-cell-rate", rate),
        ("calculation-file-cell-base-year", base_year),
    ] {
        if let Some(row) = row {
            let cell = row_col_to_cell_absolute(row, VALUE);
            let sheet = quote_sheet_name(&shown.names.head);
            book.define_name(lang.t(name), &format!("={sheet}!{cell}"))?;
        }
    }
    Ok(())
}

fn text(text: Option<&str>) -> Value<'_> {
    Value::Text(text.unwrap_or_default())
}

fn write_value(page: &mut Worksheet, row: u32, value: Value<'_>, shown: &Shown<'_>) -> Result<(), XlsxError> {
    let style = &shown.style;
    match value {
        Value::Text(text) => {
            write_text(page, row, VALUE, text, &style.wrapped)?;
            fit_height(page, row, &[(text, VALUE_WIDTH)])?;
        }
        Value::Whole(number) => {
            page.write_number_with_format(row, VALUE, for_cell(number.into())?, &style.plain_left)?;
        }
        Value::Rate(None) => {
            page.write_blank(row, VALUE, &style.rate)?;
        }
        Value::Rate(Some(percent)) => {
            let share = percent.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default();
            page.write_number_with_format(row, VALUE, for_cell(share)?, &style.rate)?;
        }
    }
    Ok(())
}

/// The alternatives with what they mean; gives the row after them.
fn alternatives(page: &mut Worksheet, from: u32, shown: &Shown<'_>) -> Result<u32, XlsxError> {
    let (lang, style) = (shown.lang, &shown.style);
    write_text(
        page,
        from,
        LABEL,
        &lang.t("calculation-file-alternative"),
        &style.head,
    )?;
    write_text(
        page,
        from,
        VALUE,
        &lang.t("calculation-file-description"),
        &style.head,
    )?;
    let mut row = from;
    for alternative in &shown.calculation.alternatives {
        row += 1;
        let description = alternative.description.as_deref().unwrap_or_default();
        write_text(page, row, LABEL, &alternative.name, &style.text)?;
        write_text(page, row, VALUE, description, &style.wrapped)?;
        let texts = [
            (alternative.name.as_str(), LABEL_WIDTH),
            (description, VALUE_WIDTH),
        ];
        fit_height(page, row, &texts)?;
    }
    Ok(row + 1)
}

fn how(page: &mut Worksheet, from: u32, shown: &Shown<'_>, unit: &str) -> Result<(), XlsxError> {
    let (lang, style) = (shown.lang, &shown.style);
    write_text(page, from, LABEL, &lang.t("calculation-file-how"), &style.bold)?;
    let rules = [
        lang.t("calculation-file-how-lines"),
        lang.t_with("calculation-file-how-amounts", &[("unit", unit.into())]),
        lang.t("calculation-file-how-results"),
        lang.t("calculation-file-how-read"),
        lang.t("calculation-file-how-codes"),
    ];
    for (row, rule) in (from..).zip(rules) {
        write_text(page, row, VALUE, &rule, &style.wrapped)?;
        fit_height(page, row, &[(&rule, VALUE_WIDTH)])?;
    }
    Ok(())
}
