//! Rows put together to lines.
//!
//! The rows of a line stand together, one for each estimate. A new line begins where the identity is another, where an
//! estimate comes again, or where a row without identity has another name. A line that somebody copied has the
//! identity of its model: the first that has it keeps it.

use std::collections::BTreeSet;

use domain::calculation::Estimate;
use domain::form::LINES_MAX;
use domain::id::CalculationLineId;
use domain::workbook::folded;

use super::super::place::Place;
use super::super::words::Reckoned;
use super::heads::Heads;
use super::row::Row;
use super::{Problems, ReadLine, ReadProblem};

/// A line while it is put together.
struct Gathered {
    first: Row,
    note: Vec<String>,
    /// The estimates that have come.
    come: BTreeSet<Reckoned>,
    amounts: Vec<Estimate<String>>,
}

/// The lines of a sheet. `seen` has the identities of lines that have come, and gets those of this sheet.
pub(super) fn read(
    (sheet, heads): (&str, &Heads),
    rows: Vec<Row>,
    seen: &mut BTreeSet<CalculationLineId>,
    problems: &mut Problems,
) -> Result<Vec<ReadLine>, ReadProblem> {
    let mut lines: Vec<Gathered> = Vec::new();
    for row in rows {
        match lines.last_mut() {
            Some(line) if line.goes_on_with(&row) => line.take((sheet, heads), row, problems),
            _ => {
                if lines.iter().any(|line| line.lacks(&row)) {
                    let place = Place::new(sheet, row.number, heads.name);
                    problems.push(ReadProblem::Scattered { place });
                }
                if lines.len() >= LINES_MAX {
                    let sheet = sheet.to_owned();
                    let most = LINES_MAX;
                    return Err(ReadProblem::TooManyLines { sheet, most });
                }
                lines.push(Gathered::begin(row));
            }
        }
    }
    Ok(lines
        .into_iter()
        .map(|line| line.finish((sheet, heads), seen))
        .collect())
}

impl Gathered {
    fn begin(row: Row) -> Self {
        let mut line = Self {
            note: Vec::new(),
            come: BTreeSet::new(),
            amounts: vec![Estimate::default(); row.amounts.len()],
            first: row,
        };
        let note = std::mem::take(&mut line.first.note);
        let amounts = std::mem::take(&mut line.first.amounts);
        line.add(note, line.first.estimate, amounts);
        line
    }

    /// The row below belongs to it as well.
    fn goes_on_with(&self, row: &Row) -> bool {
        let comes_again = row.estimate.is_some_and(|estimate| self.come.contains(&estimate));
        if comes_again || self.come.len() == Reckoned::ALL.len() {
            return false;
        }
        match (self.first.id, row.id) {
            (Some(one), Some(other)) => one == other,
            _ => row.name.is_empty() || same(&row.name, &self.first.name),
        }
    }

    /// It has the identity of the row, and not its estimate.
    fn lacks(&self, row: &Row) -> bool {
        let is_same = row.id.is_some() && row.id == self.first.id;
        is_same
            && row
                .estimate
                .is_some_and(|estimate| !self.come.contains(&estimate))
    }

    /// Takes in a row that goes on with it; tells where the row says something else.
    fn take(&mut self, (sheet, heads): (&str, &Heads), row: Row, problems: &mut Problems) {
        let mut differs = |column: u32, given: &str| {
            problems.push(ReadProblem::Differs {
                place: Place::new(sheet, row.number, column),
                given: given.to_owned(),
            });
        };
        let first = &mut self.first;
        if first.name.is_empty() {
            first.name.clone_from(&row.name);
        } else if !row.name.is_empty() && !same(&row.name, &first.name) {
            differs(heads.name, &row.name);
        }
        if first.class.is_none() {
            first.class = row.class;
        } else if row.class.is_some() && row.class != first.class {
            differs(heads.class, &row.class_word);
        }
        if first.benefit_name.is_empty() {
            first.benefit_name.clone_from(&row.benefit_name);
            first.benefit = row.benefit;
        } else if !row.benefit_name.is_empty() && !same(&row.benefit_name, &first.benefit_name) {
            differs(heads.benefit.unwrap_or(heads.name), &row.benefit_name);
        }
        self.add(row.note, row.estimate, row.amounts);
    }

    fn add(&mut self, note: String, estimate: Option<Reckoned>, amounts: Vec<String>) {
        self.note.extend(Some(note).filter(|note| !note.is_empty()));
        let Some(estimate) = estimate else { return };
        self.come.insert(estimate);
        for (year, amount) in self.amounts.iter_mut().zip(amounts) {
            let at = match estimate {
                Reckoned::Low => &mut year.low,
                Reckoned::Likely => &mut year.likely,
                Reckoned::High => &mut year.high,
            };
            *at = amount;
        }
    }

    fn finish(self, (sheet, heads): (&str, &Heads), seen: &mut BTreeSet<CalculationLineId>) -> ReadLine {
        let first = self.first;
        ReadLine {
            place: Place::new(sheet, first.number, heads.name),
            id: first.id.filter(|id| seen.insert(*id)),
            name: first.name,
            class: first.class,
            benefit: first.benefit,
            benefit_name: Some(first.benefit_name).filter(|name| !name.is_empty()),
            note: (!self.note.is_empty()).then(|| self.note.join("\n")),
            amounts: self.amounts,
        }
    }
}

fn same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}
