//! One row of a sheet of lines.

use std::str::FromStr;

use domain::calculation::{AmountUnit, LineClass};
use domain::id::{BenefitId, CalculationLineId};
use domain::workbook::folded;

use super::super::number::{typed_of_number, typed_of_text};
use super::super::place::Place;
use super::super::words::{Column, Reckoned, class_of};
use super::cells::{Cell, Cells};
use super::heads::Heads;
use super::{Problems, ReadProblem};

/// What words were when the file was written, by the sheet of what can be chosen.
#[derive(Default)]
pub(super) struct Known {
    classes: Vec<(String, LineClass)>,
    estimates: Vec<(String, Reckoned)>,
    benefits: Vec<(String, BenefitId)>,
}

impl Known {
    pub(super) fn of(cells: &Cells) -> Self {
        Self {
            classes: list(cells, Column::Class, LineClass::from_code),
            estimates: list(cells, Column::Estimate, Reckoned::from_code),
            benefits: list(cells, Column::Benefit, |id| id.parse().ok()),
        }
    }

    fn class(&self, word: &str) -> Option<LineClass> {
        class_of(word).or_else(|| find(&self.classes, word))
    }

    fn estimate(&self, word: &str) -> Option<Reckoned> {
        Reckoned::from_word(word).or_else(|| find(&self.estimates, word))
    }

    /// The benefit that a name means: the one that was written beside it, where that is still its name, else the only
    /// one with this name.
    fn benefit(&self, name: &str, written: Option<BenefitId>) -> Option<BenefitId> {
        let name = folded(name);
        if name.is_empty() {
            return None;
        }
        let mut called = self.benefits.iter().filter(|(of, _)| folded(of) == name);
        if let Some(id) = written.filter(|id| called.clone().any(|(_, of)| of == id)) {
            return Some(id);
        }
        let (_, only) = called.next()?;
        called.next().is_none().then_some(*only)
    }
}

/// The words below a head, with the codes beside them.
fn list<T>(cells: &Cells, column: Column, read: impl Fn(&str) -> Option<T>) -> Vec<(String, T)> {
    let head = cells.rows().find_map(|(row, cells)| {
        let (at, _) = cells
            .iter()
            .find(|(_, cell)| Column::of(cell.text()) == Some(column))?;
        Some((row, *at))
    });
    let Some((row, at)) = head else {
        return Vec::new();
    };
    let below = cells.column(at).filter(|(of, _)| *of > row);
    below
        .filter_map(|(of, word)| {
            let code = cells.text(of, at.checked_add(1));
            Some((word.text().to_owned(), read(code)?))
        })
        .collect()
}

fn find<T: Copy>(list: &[(String, T)], word: &str) -> Option<T> {
    let word = folded(word);
    let (_, found) = list.iter().find(|(known, _)| folded(known) == word)?;
    Some(*found)
}

/// What a row says of a line.
pub(super) struct Row {
    /// From 0.
    pub(super) number: u32,
    pub(super) id: Option<CalculationLineId>,
    pub(super) name: String,
    pub(super) class: Option<LineClass>,
    pub(super) class_word: String,
    pub(super) benefit: Option<BenefitId>,
    pub(super) benefit_name: String,
    pub(super) note: String,
    pub(super) estimate: Option<Reckoned>,
    /// One for each year; empty where there is none.
    pub(super) amounts: Vec<String>,
}

impl Row {
    /// The row, where it has something in it that somebody wrote: a prepared one has not.
    pub(super) fn read(
        (sheet, cells): (&str, &Cells),
        (heads, number): (&Heads, u32),
        unit: AmountUnit,
        known: &Known,
        problems: &mut Problems,
    ) -> Option<Self> {
        let text = |column: Option<u32>| cells.text(number, column);
        let (name, note) = (text(Some(heads.name)), text(heads.note));
        let benefit_name = text(heads.benefit);
        let has_amounts = heads
            .years()
            .any(|(column, _)| cells.get(number, column).is_some());
        if !has_amounts && [name, note, benefit_name].iter().all(|text| text.is_empty()) {
            return None;
        }
        let mut page = Page {
            sheet,
            cells,
            number,
            problems,
        };
        if page.is_broken(heads) {
            return None;
        }
        let class = page.coded(
            (heads.class, heads.class_code),
            (|word| known.class(word), LineClass::from_code),
            |place, given| ReadProblem::UnknownClass { place, given },
        );
        let estimate = page.coded(
            (heads.estimate, heads.estimate_code),
            (|word| known.estimate(word), Reckoned::from_code),
            |place, given| ReadProblem::UnknownEstimate { place, given },
        );
        if has_amounts && estimate.is_none() && text(Some(heads.estimate)).is_empty() {
            let place = page.place(heads.estimate);
            page.problems.push(ReadProblem::NoEstimate { place });
        }
        let benefit_id = heads.benefit_id.and_then(|column| page.identity(column));
        Some(Self {
            number,
            id: heads.line_id.and_then(|column| page.identity(column)),
            name: name.to_owned(),
            class,
            class_word: text(Some(heads.class)).to_owned(),
            benefit: known.benefit(benefit_name, benefit_id),
            benefit_name: benefit_name.to_owned(),
            note: note.to_owned(),
            estimate,
            amounts: heads
                .years()
                .map(|(column, _)| page.amount(column, unit))
                .collect(),
        })
    }
}

/// A row while it is read.
struct Page<'a> {
    sheet: &'a str,
    cells: &'a Cells,
    number: u32,
    problems: &'a mut Problems,
}

impl Page<'_> {
    fn place(&self, column: u32) -> Place {
        Place::new(self.sheet, self.number, column)
    }

    /// Tells of formulas that have gone wrong, where something is read from them.
    fn is_broken(&mut self, heads: &Heads) -> bool {
        let mut is_broken = false;
        for column in heads.all() {
            if let Some(Cell::Broken(given)) = self.cells.get(self.number, column) {
                let (place, given) = (self.place(column), given.clone());
                self.problems.push(ReadProblem::BrokenCell { place, given });
                is_broken = true;
            }
        }
        is_broken
    }

    /// What a word means, or the code beside it where there is no word.
    fn coded<T>(
        &mut self,
        (word, code): (u32, Option<u32>),
        (of_word, of_code): (impl Fn(&str) -> Option<T>, impl Fn(&str) -> Option<T>),
        unknown: impl Fn(Place, String) -> ReadProblem,
    ) -> Option<T> {
        let given = self.cells.text(self.number, Some(word));
        if given.is_empty() {
            return of_code(self.cells.text(self.number, code));
        }
        let meant = of_word(given);
        if meant.is_none() {
            let problem = unknown(self.place(word), given.to_owned());
            self.problems.push(problem);
        }
        meant
    }

    fn identity<T: FromStr>(&mut self, column: u32) -> Option<T> {
        identity((self.sheet, self.cells), (self.number, column), self.problems)
    }

    /// An amount as people type it; empty where there is none, or no number.
    fn amount(&mut self, column: u32, unit: AmountUnit) -> String {
        let typed = match self.cells.get(self.number, column) {
            None => return String::new(),
            Some(Cell::Number(shortest)) => typed_of_number(unit, shortest),
            Some(Cell::Text(text) | Cell::Broken(text)) => typed_of_text(unit, text),
        };
        typed.unwrap_or_else(|| {
            let given = self.cells.text(self.number, Some(column)).to_owned();
            let place = self.place(column);
            self.problems.push(ReadProblem::NotANumber { place, given });
            String::new()
        })
    }
}

/// An identity in a hidden cell; none where it is empty.
pub(super) fn identity<T: FromStr>(
    (sheet, cells): (&str, &Cells),
    (row, column): (u32, u32),
    problems: &mut Problems,
) -> Option<T> {
    let given = cells.text(row, Some(column));
    if given.is_empty() {
        return None;
    }
    let id = given.parse().ok();
    if id.is_none() {
        problems.push(ReadProblem::UnknownCode {
            place: Place::new(sheet, row, column),
            given: given.to_owned(),
        });
    }
    id
}
