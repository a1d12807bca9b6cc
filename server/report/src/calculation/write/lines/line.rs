//! The three rows of a line.

use domain::calculation::{Line, LineClass};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};
use text::name;

use super::super::Shown;
use super::super::layout::LinesGrid;
use super::super::style::{fit_height, write_text};
use super::width;
use crate::calculation::number::for_cell;
use crate::calculation::words::{Column, Reckoned};

/// Writes a line from this row on, or one that is prepared, with its estimates and nothing else.
pub(super) fn write(
    page: &mut Worksheet,
    shown: &Shown<'_>,
    grid: &LinesGrid,
    first: u32,
    line: Option<&Line>,
) -> Result<(), XlsxError> {
    let style = &shown.style;
    let (words, codes) = (words(shown, line), codes(line));
    let note = line.and_then(|line| line.note.as_deref()).unwrap_or_default();
    for (row, reckoned) in (first..).zip(Reckoned::ALL) {
        let mut texts: Vec<(&str, u16)> = Vec::new();
        for (column, word) in &words {
            texts.push((word, width(*column)));
            let at = grid.column(*column);
            if row == first || !can_be_result(word) {
                write_text(page, row, at, word, &style.text)?;
            } else {
                // What is changed on the first row changes on all three.
                let repeat = Formula::new(format!("={}&\"\"", row_col_to_cell(first, at)));
                page.write_formula_with_format(row, at, repeat.set_result(word), &style.repeated)?;
            }
        }
        if row == first {
            texts.push((note, width(Column::Note)));
            write_text(page, row, grid.column(Column::Note), note, &style.note)?;
        }
        let estimate = grid.column(Column::Estimate);
        write_text(page, row, estimate, &reckoned.word(shown.lang), &style.text)?;
        for (column, code) in &codes {
            write_text(page, row, grid.column(*column), code, &style.text)?;
        }
        let code = grid.column(Column::EstimateCode);
        write_text(page, row, code, reckoned.code(), &style.text)?;
        if let Some(line) = line {
            amounts(page, shown, grid, row, (line, reckoned))?;
        }
        fit_height(page, row, &texts)?;
    }
    Ok(())
}

fn words(shown: &Shown<'_>, line: Option<&Line>) -> [(Column, String); 3] {
    let name = line.map(|line| line.name.clone());
    let class = line.map(|line| name::line_class(shown.lang, line.class));
    let benefit = line.and_then(|line| line.benefit);
    let benefit = benefit.and_then(|id| shown.benefit(id)).map(str::to_owned);
    [
        (Column::Name, name.unwrap_or_default()),
        (Column::Class, class.unwrap_or_default()),
        (Column::Benefit, benefit.unwrap_or_default()),
    ]
}

fn codes(line: Option<&Line>) -> [(Column, String); 3] {
    let id = line.map(|line| line.id.to_string());
    let class = line.map(|line| line.class).map(LineClass::code);
    let benefit = line.and_then(|line| line.benefit);
    [
        (Column::LineId, id.unwrap_or_default()),
        (Column::ClassCode, class.unwrap_or_default().to_owned()),
        (
            Column::BenefitId,
            benefit.map(|id| id.to_string()).unwrap_or_default(),
        ),
    ]
}

fn amounts(
    page: &mut Worksheet,
    shown: &Shown<'_>,
    grid: &LinesGrid,
    row: u32,
    (line, reckoned): (&Line, Reckoned),
) -> Result<(), XlsxError> {
    let unit = shown.calculation.unit;
    for (place, year) in (0..grid.years).zip(shown.calculation.years()) {
        if let Some(estimate) = line.in_year(year) {
            let exact = unit.of(reckoned.of(estimate));
            let format = shown.style.amount(unit, exact);
            page.write_number_with_format(row, grid.year(place), for_cell(exact)?, &format)?;
        }
    }
    Ok(())
}

/// Whether a text can stand as the result of a formula. One that reads as something else than a text would become
/// that, and one with characters that are escaped in texts would stay escaped.
fn can_be_result(text: &str) -> bool {
    text.parse::<f64>().is_err()
        && !text.starts_with('#')
        && !matches!(text, "TRUE" | "FALSE")
        && !text.contains(char::is_control)
        && !text.contains("_x")
}
