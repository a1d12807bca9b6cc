//! The cells of a sheet, within bounds: a file that says that it has something in its last corner does not become as
//! large as it says.

use std::collections::BTreeMap;

use calamine::DataRef;

use super::{Book, ReadProblem};

/// Bytes of text in all cells together: a shared text counts in each cell that it stands in.
const TEXT_MAX: usize = 8 * 1024 * 1024;
/// Cells, the empty ones among them.
const CELLS_MAX: usize = 4_000_000;

/// What may still be read.
pub(super) struct Budget {
    text: usize,
    cells: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            text: TEXT_MAX,
            cells: CELLS_MAX,
        }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// The shortest text that gives its number.
    Number(String),
    Text(String),
    /// What a formula has come to that has gone wrong.
    Broken(String),
}

impl Cell {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Number(text) | Self::Text(text) | Self::Broken(text) => text,
        }
    }
}

/// The cells with something in them, by row and column, both from 0.
#[derive(Default)]
pub(super) struct Cells(BTreeMap<u32, BTreeMap<u32, Cell>>);

impl Cells {
    pub(super) fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        self.0.get(&row)?.get(&column)
    }

    /// The text of a cell, nothing at its ends; empty where there is none.
    pub(super) fn text(&self, row: u32, column: Option<u32>) -> &str {
        let cell = column.and_then(|column| self.get(row, column));
        cell.map_or("", Cell::text).trim()
    }

    /// The rows with something in them.
    pub(super) fn rows(&self) -> impl Iterator<Item = (u32, &BTreeMap<u32, Cell>)> {
        self.0.iter().map(|(row, cells)| (*row, cells))
    }

    /// The cells of a column, by row.
    pub(super) fn column(&self, column: u32) -> impl Iterator<Item = (u32, &Cell)> {
        self.rows()
            .filter_map(move |(row, cells)| Some((row, cells.get(&column)?)))
    }
}

/// Reads a sheet, or so many rows of it.
pub(super) fn read(
    book: &mut Book<'_>,
    name: &str,
    rows: Option<u32>,
    budget: &mut Budget,
) -> Result<Cells, ReadProblem> {
    let mut all = Cells::default();
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A sheet that is a chart has no cells.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(all),
        Err(_) => return Err(ReadProblem::NotAWorkbook),
    };
    while let Some(cell) = cells.next_cell().map_err(|_| ReadProblem::NotAWorkbook)? {
        let (row, column) = cell.get_position();
        if rows.is_some_and(|rows| row >= rows) {
            break;
        }
        budget.cells = budget.cells.checked_sub(1).ok_or(ReadProblem::TooLarge)?;
        let Some(value) = value(cell.get_value()) else {
            continue;
        };
        let left = budget.text.checked_sub(value.text().len());
        budget.text = left.ok_or(ReadProblem::TooLarge)?;
        if !value.text().trim().is_empty() {
            all.0.entry(row).or_default().insert(column, value);
        }
    }
    Ok(all)
}

fn value(value: &DataRef<'_>) -> Option<Cell> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => Cell::Number(number.to_string()),
        DataRef::Float(number) => Cell::Number(number.to_string()),
        DataRef::String(text) => Cell::Text(text.clone()),
        DataRef::SharedString(text) => Cell::Text((*text).to_owned()),
        DataRef::Bool(yes) => Cell::Text(if *yes { "TRUE" } else { "FALSE" }.to_owned()),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Cell::Text(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Text(text.clone()),
        DataRef::Error(error) => Cell::Broken(error.to_string()),
    })
}
