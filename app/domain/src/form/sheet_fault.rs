//! What is wrong with a file that a form is filled in from.

use serde::{Deserialize, Serialize};

/// What is wrong with a workbook of lines, or a cell of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetFault {
    /// It is no workbook.
    NotAWorkbook,
    /// It is larger than any calculation.
    TooLarge,
    /// There is no file.
    NoFile,
    /// No sheet has lines.
    NoLines,
    /// No sheet says what amounts are in.
    NoUnit,
    /// No sheet belongs to the alternative that is looked at.
    OtherAlternative,
    /// No unit.
    UnknownUnit,
    /// A column is lacking.
    MissingColumn,
    /// No head that is known.
    UnknownHead,
    /// A head that an earlier column has.
    HeadTwice,
    /// More lines than an alternative has.
    TooManyLines,
    /// A formula that has gone wrong.
    BrokenCell,
    /// No number.
    NotANumber,
    /// No class of lines.
    UnknownClass,
    /// Neither low, likely nor high.
    UnknownEstimate,
    /// Amounts without an estimate.
    NoEstimate,
    /// Something else than the first row of the line says.
    Differs,
    /// A row apart from its line.
    Scattered,
    /// A hidden code that was changed.
    UnknownCode,
}
