//! The lines of an alternative: one column a year, and at the far right the codes by which Nytta knows them again.

mod line;

use domain::calculation::Alternative;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ConditionalFormatFormula, Format, Worksheet, XlsxError};
use text::name;

use super::Shown;
use super::layout::LinesGrid;
use super::lists::Lists;
use super::style::{quoted, write_text};
use crate::calculation::number::for_cell;
use crate::calculation::words::{Column, Reckoned};

/// Width of a column of a year, in characters.
const YEAR_WIDTH: u16 = 14;
/// Widths of columns of words.
const WIDTHS: [(Column, u16); 5] = [
    (Column::Name, 32),
    (Column::Class, 20),
    (Column::Benefit, 28),
    (Column::Estimate, 13),
    (Column::Note, 60),
];

/// Writes the sheet.
pub(super) fn write(
    page: &mut Worksheet,
    shown: &Shown<'_>,
    alternative: &Alternative,
    grid: &LinesGrid,
    lists: &Lists,
) -> Result<(), XlsxError> {
    page.set_name(grid.name())?;
    // What repeats an empty cell is empty.
    page.set_formula_result_default("");
    columns(page, shown, grid)?;
    heads(page, shown, alternative, grid)?;
    for (place, line) in alternative.lines.iter().map(Some).enumerate() {
        line::write(page, shown, grid, grid.row(place), line)?;
    }
    for place in alternative.lines.len()..grid.places() {
        line::write(page, shown, grid, grid.row(place), None)?;
    }
    for column in [Column::Class, Column::Benefit, Column::Estimate] {
        if let Some(offer) = lists.offer(column) {
            let at = grid.column(column);
            page.add_data_validation(grid.row(0), at, grid.last_prepared(), at, &offer)?;
        }
    }
    // A line above each line, also above those that somebody adds.
    let estimate = row_col_to_cell(grid.row(0), grid.column(Column::Estimate));
    let low = quoted(&Reckoned::Low.word(shown.lang));
    let first = ConditionalFormatFormula::new()
        .set_rule(format!("=${estimate}={low}").as_str())
        .set_format(&shown.style.line_above);
    let last = grid.column(Column::Note);
    page.add_conditional_format(grid.row(0), 0, grid.last(), last, &first)?;
    // Names stay in sight beside the years, and heads above the lines.
    page.set_freeze_panes(grid.row(0), grid.year(0))?;
    page.set_repeat_rows(LinesGrid::HEADS, LinesGrid::HEADS)?;
    page.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Width of a column of words, in characters.
fn width(column: Column) -> u16 {
    WIDTHS
        .iter()
        .find(|(of, _)| *of == column)
        .map_or(YEAR_WIDTH, |(_, width)| *width)
}

fn columns(page: &mut Worksheet, shown: &Shown<'_>, grid: &LinesGrid) -> Result<(), XlsxError> {
    for (column, width) in WIDTHS {
        let at = grid.column(column);
        page.set_column_width(at, width)?;
        page.set_column_format(at, text_style(shown, column))?;
    }
    for place in 0..grid.years {
        page.set_column_width(grid.year(place), YEAR_WIDTH)?;
        page.set_column_format(grid.year(place), &shown.style.money)?;
    }
    for column in Column::HIDDEN {
        page.set_column_format(grid.column(column), &shown.style.text)?;
        page.set_column_hidden(grid.column(column))?;
    }
    Ok(())
}

/// What the alternative is called, what amounts are in, and the heads.
fn heads(
    page: &mut Worksheet,
    shown: &Shown<'_>,
    alternative: &Alternative,
    grid: &LinesGrid,
) -> Result<(), XlsxError> {
    let (lang, style) = (shown.lang, &shown.style);
    let label = lang.t("calculation-file-alternative");
    write_text(page, LinesGrid::NAME, 0, &label, &style.bold)?;
    write_text(page, LinesGrid::NAME, 1, &alternative.name, &style.title)?;
    let id = grid.column(Column::LineId);
    write_text(
        page,
        LinesGrid::NAME,
        id,
        &alternative.id.to_string(),
        &style.text,
    )?;
    let unit = name::amount_unit(lang, shown.calculation.unit);
    let about = lang.t_with("calculation-file-lines-about", &[("unit", unit.into())]);
    write_text(page, LinesGrid::ABOUT, 0, &about, &style.unwrapped)?;
    for column in Column::FIRST
        .into_iter()
        .chain([Column::Note])
        .chain(Column::HIDDEN)
    {
        let at = grid.column(column);
        let format = if column == Column::Note {
            &style.note_head
        } else {
            &style.head
        };
        write_text(page, LinesGrid::HEADS, at, &column.head(lang), format)?;
    }
    for (place, year) in (0..grid.years).zip(shown.calculation.years()) {
        let year = for_cell(year.into())?;
        page.write_number_with_format(LinesGrid::HEADS, grid.year(place), year, &style.year)?;
    }
    Ok(())
}

/// How words of a column look.
fn text_style<'a>(shown: &'a Shown<'_>, column: Column) -> &'a Format {
    if column == Column::Note {
        &shown.style.note
    } else {
        &shown.style.text
    }
}
