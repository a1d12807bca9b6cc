//! Measurements as a table in a file: one that was filled in, and one to fill in.

mod csv;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use domain::attachment::text_of;
use domain::measure::{Aggregation, Period};
use domain::measurement_sheet::{LINES_MAX, SheetColumn, SheetFileFault as Fault, SheetLine};
use domain::workbook::{WorkbookFault, folded};
use rust_xlsxwriter::{DocProperties, Format, Workbook, XlsxError};
use service::{MeasurementRow, RenderError};
use text::{Lang, measurement_sheet as words};

use crate::workbook::{measured, typed};

/// Columns that are looked at.
const COLUMNS_MAX: u32 = 64;
/// Bytes of text in all cells together.
const TEXT_MAX: usize = 4 * 1024 * 1024;

/// Rows by their number from 0, and in each the cells with something in them.
type Grid = BTreeMap<u32, BTreeMap<u32, String>>;

/// The lines of a file: of the first sheet of a workbook, or of a text with semicolons, commas or tabs between cells.
/// Heads are known in both languages.
///
/// # Errors
/// Where it is no such file, or does not have what a line needs.
pub fn read(bytes: &[u8]) -> Result<Vec<SheetLine>, Fault> {
    let mut grid = if bytes.starts_with(b"PK") {
        workbook(bytes)?
    } else {
        let text = text_of(bytes).ok_or(Fault::NotASheet)?;
        if text.len() > TEXT_MAX {
            return Err(Fault::TooLarge);
        }
        csv::grid(&text)
    };
    let Some((_, heads)) = grid.pop_first() else {
        return Err(Fault::Empty);
    };
    let columns = columns(&heads, &grid)?;
    let mut lines = Vec::new();
    for (row, cells) in grid {
        let cells: BTreeMap<SheetColumn, String> = columns
            .iter()
            .filter_map(|(at, column)| Some((*column, cells.get(at)?.trim().to_owned())))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        if cells.is_empty() {
            continue;
        }
        if lines.len() >= LINES_MAX {
            return Err(too_many());
        }
        let row = row.saturating_add(1);
        lines.push(SheetLine { row, cells });
    }
    if lines.is_empty() {
        return Err(Fault::Empty);
    }
    Ok(lines)
}

fn too_many() -> Fault {
    Fault::TooManyLines {
        most: u32::try_from(LINES_MAX).unwrap_or(u32::MAX),
    }
}

/// Which column stands where.
fn columns(heads: &BTreeMap<u32, String>, grid: &Grid) -> Result<BTreeMap<u32, SheetColumn>, Fault> {
    let (mut columns, mut seen) = (BTreeMap::new(), BTreeSet::new());
    for (at, head) in heads {
        let plain = folded(head.trim().trim_end_matches('*'));
        let found = SheetColumn::ALL.into_iter().find(|column| {
            let is_called = |lang| folded(&words::head(lang, *column)) == plain;
            Lang::ALL.into_iter().any(is_called)
        });
        let head = || head.trim().to_owned();
        match found {
            Some(column) if !seen.insert(column) => return Err(Fault::HeadTwice { head: head() }),
            Some(column) => {
                columns.insert(*at, column);
            }
            None if grid.values().any(|cells| cells.contains_key(at)) => {
                return Err(Fault::UnknownHead { head: head() });
            }
            None => {}
        }
    }
    // A value is one of two columns: without either no line has one.
    let needed = [
        (SheetColumn::Measure, SheetColumn::Measure),
        (SheetColumn::Period, SheetColumn::Period),
        (SheetColumn::Value, SheetColumn::Numerator),
    ];
    let missing = needed
        .into_iter()
        .find(|(one, other)| !seen.contains(one) && !seen.contains(other));
    match missing {
        Some((column, _)) => Err(Fault::MissingColumn { column }),
        None => Ok(columns),
    }
}

/// The cells of the first sheet.
fn workbook(bytes: &[u8]) -> Result<Grid, Fault> {
    measured(bytes).map_err(|fault| match fault {
        WorkbookFault::TooLarge => Fault::TooLarge,
        _ => Fault::NotASheet,
    })?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Fault::NotASheet)?;
    let name = book.sheet_names().into_iter().next().ok_or(Fault::Empty)?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| Fault::NotASheet)?;
    let (mut grid, mut left) = (Grid::new(), TEXT_MAX);
    while let Some(cell) = cells.next_cell().map_err(|_| Fault::NotASheet)? {
        let (row, column) = cell.get_position();
        if column >= COLUMNS_MAX {
            continue;
        }
        if let DataRef::Error(_) = cell.get_value() {
            let row = row.saturating_add(1);
            return Err(Fault::BrokenCell { row });
        }
        let text = typed(cell.get_value());
        left = left.checked_sub(text.len()).ok_or(Fault::TooLarge)?;
        if !text.trim().is_empty() {
            grid.entry(row).or_default().insert(column, text);
        }
        if grid.len() > LINES_MAX.saturating_add(2) {
            return Err(too_many());
        }
    }
    Ok(grid)
}

/// A file to fill in, with the measures that are due for a period.
///
/// # Errors
/// Where the file cannot be written.
pub fn template(lang: Lang, period: Option<Period>, rows: &[MeasurementRow]) -> Result<Vec<u8>, RenderError> {
    written(lang, period, rows).map_err(|error| RenderError::Model(error.to_string()))
}

fn written(lang: Lang, period: Option<Period>, rows: &[MeasurementRow]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title("Nytta"));
    let sheet = book.add_worksheet();
    sheet.set_name(lang.t("measurements-file-sheet"))?;
    let bold = Format::new().set_bold();
    for (at, column) in (0_u16..).zip(SheetColumn::ALL) {
        sheet.write_string_with_format(0, at, words::head(lang, column), &bold)?;
        let is_wide = matches!(
            column,
            SheetColumn::Measure | SheetColumn::Source | SheetColumn::Comment
        );
        sheet.set_column_width(at, if is_wide { 44.0 } else { 18.0 })?;
    }
    sheet.set_freeze_panes(1, 1)?;
    let period = period.map(|period| period.to_string()).unwrap_or_default();
    // Two measures may be called the same: then only their identities tell them apart.
    let same = |name: &str| rows.iter().filter(|of| of.measure.name == name).count() > 1;
    for (row, of) in (1_u32..).zip(rows) {
        let name = &of.measure.name;
        let measure = if same(name) {
            of.measure.id.to_string()
        } else {
            name.clone()
        };
        sheet.write_string(row, 0, measure)?;
        sheet.write_string(row, 1, &period)?;
        if let Some(source) = &of.source {
            sheet.write_string(row, 5, source)?;
        }
        let now = of.measure.current();
        if now.is_none_or(|now| now.aggregation != Aggregation::Ratio) {
            continue;
        }
        let unit = of.measure.unit();
        let note = lang.t_with("measurements-file-ratio-note", &[("unit", unit.into())]);
        sheet.insert_note(row, 3, &rust_xlsxwriter::Note::new(note))?;
    }
    book.save_to_buffer()
}

#[cfg(test)]
#[path = "measurement_sheet/read_tests.rs"]
mod tests;
