//! Where things stand on a sheet of lines.

use domain::calculation::Calculation;
use domain::form::LINES_MAX;
use rust_xlsxwriter::utility::{column_number_to_name, quote_sheet_name};

use crate::calculation::words::Column;

/// Lines with nothing in them that are prepared after the last.
const PREPARED: usize = 10;
/// Rows of a line: one for each estimate.
pub(super) const ROWS_PER_LINE: usize = 3;

/// Where lines, years and codes stand on a sheet of lines.
pub(super) struct LinesGrid {
    name: String,
    /// Years of the horizon.
    pub(super) years: u16,
    /// Lines that there are.
    lines: usize,
}

impl LinesGrid {
    /// Row of the alternative's name.
    pub(super) const NAME: u32 = 0;
    /// Row of what the amounts are in.
    pub(super) const ABOUT: u32 = 1;
    /// Row of the heads.
    pub(super) const HEADS: u32 = 2;
    /// First row of the first line.
    const FIRST: u32 = 3;

    pub(super) fn new(name: &str, calculation: &Calculation, lines: usize) -> Self {
        Self {
            name: name.to_owned(),
            years: u16::try_from(calculation.horizon_years).unwrap_or(u16::MAX),
            lines,
        }
    }

    /// The sheet's name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// First row of the line in this place; the places after the last line are prepared ones.
    pub(super) fn row(&self, place: usize) -> u32 {
        let rows = u32::try_from(place.saturating_mul(ROWS_PER_LINE)).unwrap_or(u32::MAX);
        Self::FIRST.saturating_add(rows)
    }

    /// Places with lines and prepared ones.
    pub(super) fn places(&self) -> usize {
        self.lines.saturating_add(PREPARED).min(LINES_MAX.max(self.lines))
    }

    /// Last row with a line or a prepared one.
    pub(super) fn last_prepared(&self) -> u32 {
        self.row(self.places()).saturating_sub(1)
    }

    /// The column of a year, by its place from 0.
    pub(super) fn year(&self, place: u16) -> u16 {
        self.first_year().saturating_add(place)
    }

    /// The column of what is no year.
    pub(super) fn column(&self, column: Column) -> u16 {
        let place = |among: &[Column]| among.iter().position(|one| *one == column);
        let number = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
        let note = self.year(self.years);
        if let Some(place) = place(&Column::FIRST) {
            number(place)
        } else if let Some(place) = place(&Column::HIDDEN) {
            note.saturating_add(1).saturating_add(number(place))
        } else {
            note
        }
    }

    fn first_year(&self) -> u16 {
        u16::try_from(Column::FIRST.len()).unwrap_or(u16::MAX)
    }

    /// Every row that a line can stand in, of a column that stays where it is: `Poster!$B$4:$B$903`.
    pub(super) fn all_of(&self, column: Column) -> String {
        self.all(&format!("${}", column_number_to_name(self.column(column))))
    }

    /// The same of a year, by its place from 0: `Poster!E$4:E$903`.
    pub(super) fn all_of_year(&self, place: u16) -> String {
        self.all(&column_number_to_name(self.year(place)))
    }

    /// The cell with the year.
    pub(super) fn year_cell(&self, place: u16) -> String {
        let column = column_number_to_name(self.year(place));
        let sheet = quote_sheet_name(&self.name);
        format!("{sheet}!{column}${}", Self::HEADS.saturating_add(1))
    }

    /// Last row that a line can stand in: what is added below the prepared ones is counted as well.
    pub(super) fn last(&self) -> u32 {
        self.row(LINES_MAX.max(self.lines)).saturating_sub(1)
    }

    fn all(&self, column: &str) -> String {
        let (first, last) = (Self::FIRST.saturating_add(1), self.last().saturating_add(1));
        let sheet = quote_sheet_name(&self.name);
        format!("{sheet}!{column}${first}:{column}${last}")
    }
}
