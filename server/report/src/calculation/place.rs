use rust_xlsxwriter::utility::row_col_to_cell;

/// A cell: "Poster!E7".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Name of the sheet, as it stands in the file.
    pub sheet: String,
    /// The cell, as the spreadsheet counts.
    pub cell: String,
}

impl Place {
    /// The cell in this row and column, both from 0.
    pub(super) fn new(sheet: &str, row: u32, column: u32) -> Self {
        // A workbook has 16 384 columns.
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        Self {
            sheet: sheet.to_owned(),
            cell: row_col_to_cell(row, column),
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}!{}", self.sheet, self.cell)
    }
}
