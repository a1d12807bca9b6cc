use super::super::place::Place;

/// Why a workbook, or a cell of it, is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadProblem {
    /// It is no workbook of the kind that is read.
    #[error("it is no workbook")]
    NotAWorkbook,
    /// Unpacked it is larger than any calculation.
    #[error("it is larger than any calculation")]
    TooLarge,
    /// No sheet has lines.
    #[error("no sheet has the heads of lines")]
    NoLines,
    /// No sheet says what amounts are in.
    #[error("no sheet says what amounts are in")]
    NoUnit,
    /// What amounts are said to be in is no unit.
    #[error("{place}: “{given}” is no unit")]
    UnknownUnit {
        /// Where.
        place: Place,
        /// What was given.
        given: String,
    },
    /// A sheet of lines lacks a column that has to be there.
    #[error("{sheet} has no column {column}")]
    MissingColumn {
        /// The sheet.
        sheet: String,
        /// Code of the column: `name`, `class` or `estimate`.
        column: &'static str,
    },
    /// A column has something in it, and a head that is neither known nor a year, or none at all.
    #[error("{place}: “{given}” is no head")]
    UnknownHead {
        /// Where the head is, or would be.
        place: Place,
        /// What was given; may be empty.
        given: String,
    },
    /// Two columns have the same head.
    #[error("{place}: “{given}” is the head of an earlier column too")]
    HeadTwice {
        /// Where the second is.
        place: Place,
        /// The head.
        given: String,
    },
    /// A sheet has more lines than an alternative.
    #[error("{sheet} has more than {most} lines")]
    TooManyLines {
        /// The sheet.
        sheet: String,
        /// How many are read.
        most: usize,
    },
    /// A formula in a cell has gone wrong.
    #[error("{place}: the formula has come to {given}")]
    BrokenCell {
        /// Where.
        place: Place,
        /// What it has come to, as files write it: "#REF!".
        given: String,
    },
    /// An amount is no number.
    #[error("{place}: “{given}” is no number")]
    NotANumber {
        /// Where.
        place: Place,
        /// What was given.
        given: String,
    },
    /// A class is none of those that lines have.
    #[error("{place}: “{given}” is no class")]
    UnknownClass {
        /// Where.
        place: Place,
        /// What was given.
        given: String,
    },
    /// An estimate is neither low, likely nor high.
    #[error("{place}: “{given}” is no estimate")]
    UnknownEstimate {
        /// Where.
        place: Place,
        /// What was given.
        given: String,
    },
    /// A row has amounts and does not say which estimate they are.
    #[error("{place}: the row has amounts and no estimate")]
    NoEstimate {
        /// Where it would be said.
        place: Place,
    },
    /// A row says something else than the first row of its line.
    #[error("{place}: “{given}” differs from the first row of the line")]
    Differs {
        /// Where.
        place: Place,
        /// What was given.
        given: String,
    },
    /// The rows of a line do not stand together, as where a sheet was sorted.
    #[error("{place}: the row belongs to a line further up")]
    Scattered {
        /// Where the row begins.
        place: Place,
    },
    /// A hidden code has been changed.
    #[error("{place}: “{given}” is no code")]
    UnknownCode {
        /// Where.
        place: Place,
        /// What was given.
        given: String,
    },
}

/// What is wrong, in the order in which it was found.
#[derive(Default)]
pub(super) struct Problems(Vec<ReadProblem>);

impl Problems {
    /// So many are told at once.
    const MOST: usize = 100;

    pub(super) fn push(&mut self, problem: ReadProblem) {
        if self.0.len() < Self::MOST {
            self.0.push(problem);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn into_vec(self) -> Vec<ReadProblem> {
        self.0
    }
}
