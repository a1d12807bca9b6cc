//! The portfolio as a workbook: a sheet for each noun, a row for each thing, names in the place of
//! identities. It is the way in for those who have their portfolio in a spreadsheet today.
//!
//! A row is a form typed in a spreadsheet: it becomes the very form that a page sends
//! ([`Row::parsed`]), and the rules are those of the form. What a cell names is looked up among what there
//! is and what earlier rows bring ([`Names`]). A row whose thing is there already is left alone, so that
//! the same file can be read again with more rows.

mod names;
mod row;
mod sheet;

use std::collections::BTreeMap;

use crate::portfolio::PortfolioKind;

pub use names::{Lookup, Names, Noun, folded};
pub use row::{NoForm, Row, RowProblem, TICKED, parts, statement_identity};
pub use sheet::{Choice, Column, SheetKind, Takes};

/// A workbook as it was read: its rows, in the order in which one refers to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Workbook {
    /// Code of the language that its sheets are named in: what is told of them uses its words.
    pub lang: String,
    /// All rows with something in them.
    pub rows: Vec<Row>,
}

impl Workbook {
    /// Its rows in the order in which one refers to another, whatever order they stand in: sheet by sheet;
    /// a unit after the one that it belongs to; the strategic portfolio before those that it holds.
    pub fn in_order(&self) -> Vec<&Row> {
        let mut units: BTreeMap<String, String> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| row.sheet == SheetKind::Units) {
            let parent = folded(row.cell("parent"));
            units.entry(folded(row.name())).or_insert(parent);
        }
        // No chain is longer than there are units: one that goes on has come round, and is refused later.
        let depth = |row: &Row| {
            let above = std::iter::successors(units.get(&folded(row.name())), |name| units.get(*name));
            above.take(units.len()).count()
        };
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by_cached_key(|row| {
            let within = match row.sheet {
                SheetKind::Units => depth(row),
                SheetKind::Portfolios => usize::from(row.cell("kind") != PortfolioKind::Strategic.code()),
                _ => 0,
            };
            (row.sheet, within)
        });
        rows
    }
}

/// Why a file is not read at all.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum WorkbookFault {
    /// No file was chosen.
    NoFile,
    /// It is no workbook of the kind that is read.
    NotAWorkbook,
    /// Unpacked it is larger than any portfolio.
    TooLarge,
    /// It has more rows than are read at once.
    TooManyRows {
        /// How many are read.
        most: u32,
    },
    /// None of its sheets has the name of one that is known.
    NoKnownSheet,
    /// A column has cells with something in them, and a head that is not known.
    UnknownHead {
        /// The sheet.
        sheet: SheetKind,
        /// The head as it stands.
        head: String,
    },
    /// A column that has to be filled in is not there.
    MissingColumn {
        /// The sheet.
        sheet: SheetKind,
        /// The field.
        field: String,
    },
    /// Two sheets have the name of the same one, perhaps in two languages.
    SheetTwice {
        /// Which.
        sheet: SheetKind,
    },
    /// A formula in a cell has gone wrong.
    BrokenCell {
        /// The sheet.
        sheet: SheetKind,
        /// The row, as the spreadsheet counts.
        row: u32,
    },
    /// Nothing stands below the heads.
    Empty,
}

/// So many rows are read at once: nobody else writes while they are tried (decision 8). A larger portfolio comes
/// in several files.
pub const ROWS_MAX: usize = 500;

/// How many of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SheetCount {
    /// The sheet.
    pub sheet: SheetKind,
    /// What the rows that bring something new are called, in their order.
    pub added: Vec<String>,
    /// Rows whose thing is there already.
    pub there: u32,
}

/// What reading a workbook in does, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Trial {
    /// By sheet, those with rows alone.
    pub counts: Vec<SheetCount>,
    /// What has to be mended first. Nothing is taken in while there is any.
    pub problems: Vec<RowProblem>,
}

impl Trial {
    /// Notes a row that brings something new.
    pub fn added(&mut self, row: &Row) {
        self.of(row.sheet).added.push(row.name().to_owned());
    }

    /// Notes a row whose thing is there already.
    pub fn there(&mut self, row: &Row) {
        let of = self.of(row.sheet);
        of.there = of.there.saturating_add(1);
    }

    fn of(&mut self, sheet: SheetKind) -> &mut SheetCount {
        let place = self.counts.iter().position(|of| of.sheet == sheet);
        let place = place.unwrap_or(self.counts.len());
        if place == self.counts.len() {
            self.counts.push(SheetCount {
                sheet,
                added: Vec::new(),
                there: 0,
            });
        }
        &mut self.counts[place]
    }

    /// How many rows bring something new.
    pub fn all_added(&self) -> usize {
        self.counts.iter().map(|of| of.added.len()).sum()
    }

    /// How many rows are of things that are there already.
    pub fn all_there(&self) -> u32 {
        self.counts.iter().map(|of| of.there).sum()
    }

    /// It can be taken in, and would bring something.
    pub fn may_be_taken(&self) -> bool {
        self.problems.is_empty() && self.all_added() > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(sheet: SheetKind, number: u32, cells: &[(&str, &str)]) -> Row {
        let cells = cells.iter();
        Row {
            sheet,
            number,
            cells: cells
                .map(|(field, cell)| ((*field).to_owned(), (*cell).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn rows_come_after_what_they_refer_to_whatever_order_they_stand_in() {
        let units =
            |number, name, parent| row(SheetKind::Units, number, &[("name", name), ("parent", parent)]);
        let kinds = |number, kind| row(SheetKind::Portfolios, number, &[("name", kind), ("kind", kind)]);
        let workbook = Workbook {
            lang: String::new(),
            rows: vec![
                kinds(2, "tactical"),
                kinds(3, "strategic"),
                units(2, "Grupp", "enhet"),
                units(3, "Enhet", "Avdelning"),
                units(4, "Avdelning", ""),
                units(5, "Rundgång", "rundgång"),
            ],
        };
        let order: Vec<_> = workbook.in_order().into_iter().map(|row| row.number).collect();
        assert_eq!(order[..3], [4, 3, 2]);
        assert_eq!(order[4..], [3, 2]);
    }

    #[test]
    fn a_trial_with_something_to_mend_or_nothing_new_is_not_taken() {
        let mut trial = Trial::default();
        assert!(!trial.may_be_taken());
        let norr = row(SheetKind::Units, 2, &[("name", "Norr")]);
        trial.there(&norr);
        assert!(!trial.may_be_taken());
        trial.added(&norr);
        assert_eq!(
            (trial.all_added(), trial.all_there(), trial.counts.len()),
            (1, 1, 1)
        );
        assert_eq!(trial.counts[0].added, ["Norr"]);
        assert!(trial.may_be_taken());
        trial.problems.push(RowProblem {
            sheet: SheetKind::Units,
            row: 2,
            field: String::new(),
            problem: crate::form::Problem::Required,
            meant: None,
        });
        assert!(!trial.may_be_taken());
    }

    #[test]
    fn rows_of_things_that_are_there_are_counted_over_all_sheets() {
        let mut trial = Trial::default();
        assert_eq!(trial.all_there(), 0);
        for sheet in [SheetKind::Units, SheetKind::Portfolios] {
            trial.there(&row(sheet, 2, &[("name", "Norr")]));
        }
        assert_eq!(trial.all_there(), 2);
    }
}
