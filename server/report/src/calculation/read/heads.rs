//! Which column of a sheet is what.

use std::collections::BTreeSet;

use domain::calculation::case::{BASE_YEARS, HORIZON_MAX};
use text::Lang;

use super::super::place::Place;
use super::super::words::Column;
use super::cells::{Cell, Cells};
use super::{Problems, ReadProblem};

/// The heads of a sheet of lines. Rows and columns from 0.
#[derive(Debug)]
pub(super) struct Heads {
    pub(super) row: u32,
    pub(super) name: u32,
    pub(super) class: u32,
    pub(super) estimate: u32,
    pub(super) benefit: Option<u32>,
    pub(super) note: Option<u32>,
    pub(super) line_id: Option<u32>,
    pub(super) class_code: Option<u32>,
    pub(super) benefit_id: Option<u32>,
    pub(super) estimate_code: Option<u32>,
    years: Vec<(u32, i32)>,
}

impl Heads {
    /// The heads of a sheet, where it is one of lines: by the heads themselves, or by its name, which then lacks some.
    pub(super) fn find(sheet: &str, cells: &Cells, problems: &mut Problems) -> Option<Self> {
        let known = |cell: &Cell| Column::of(cell.text());
        let row = cells.rows().find(|(_, row)| {
            let columns: BTreeSet<Column> = row.values().filter_map(known).collect();
            // One of these words alone can stand anywhere.
            columns.len() > 2 && columns.contains(&Column::Estimate)
        });
        let Some((row, heads)) = row else {
            if is_named_as_lines(sheet) {
                missing(sheet, Column::Estimate, problems);
            }
            return None;
        };
        let (mut columns, mut years) = (Vec::new(), Vec::new());
        for (&at, head) in heads {
            let place = || Place::new(sheet, row, at);
            let given = || head.text().trim().to_owned();
            if let Some(column) = known(head) {
                if columns.iter().any(|(of, _)| *of == column) {
                    problems.push(ReadProblem::HeadTwice {
                        place: place(),
                        given: given(),
                    });
                }
                columns.push((column, at));
            } else if let Some(year) = year(head.text()) {
                if years.iter().any(|(_, of)| *of == year) {
                    problems.push(ReadProblem::HeadTwice {
                        place: place(),
                        given: given(),
                    });
                }
                years.push((at, year));
            }
        }
        let at = |column: Column| {
            let (_, at) = columns.iter().find(|(of, _)| *of == column)?;
            Some(*at)
        };
        let mut needed = |column: Column| {
            let at = at(column);
            if at.is_none() {
                missing(sheet, column, problems);
            }
            at
        };
        let (name, class, estimate) = (
            needed(Column::Name),
            needed(Column::Class),
            needed(Column::Estimate),
        );
        Some(Self {
            row,
            name: name?,
            class: class?,
            estimate: estimate?,
            benefit: at(Column::Benefit),
            note: at(Column::Note),
            line_id: at(Column::LineId),
            class_code: at(Column::ClassCode),
            benefit_id: at(Column::BenefitId),
            estimate_code: at(Column::EstimateCode),
            years,
        })
    }

    /// The columns of years, each with its year.
    pub(super) fn years(&self) -> impl Iterator<Item = (u32, i32)> {
        self.years.iter().copied()
    }

    /// The columns that something is read from.
    pub(super) fn all(&self) -> impl Iterator<Item = u32> {
        let others = [
            self.benefit,
            self.note,
            self.line_id,
            self.class_code,
            self.benefit_id,
            self.estimate_code,
        ];
        [self.name, self.class, self.estimate]
            .into_iter()
            .chain(others.into_iter().flatten())
            .chain(self.years().map(|(column, _)| column))
    }

    /// Tells of columns with something in them that nothing is read from: amounts there would be lost unseen.
    pub(super) fn unread(&self, sheet: &str, cells: &Cells, problems: &mut Problems) {
        let read: BTreeSet<u32> = self.all().collect();
        let below = cells.rows().filter(|(row, _)| *row > self.row);
        let columns: BTreeSet<u32> = below
            .flat_map(|(_, cells)| cells.keys().copied())
            .filter(|column| !read.contains(column))
            .collect();
        for column in columns {
            problems.push(ReadProblem::UnknownHead {
                place: Place::new(sheet, self.row, column),
                given: cells.text(self.row, Some(column)).to_owned(),
            });
        }
    }
}

/// A sheet with the name that sheets of lines get, so that one whose heads are gone is told of.
fn is_named_as_lines(sheet: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| {
        let name = lang.t("calculation-file-sheet-lines").to_lowercase();
        let sheet = sheet.to_lowercase();
        let rest = sheet.strip_prefix(&name);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

fn missing(sheet: &str, column: Column, problems: &mut Problems) {
    problems.push(ReadProblem::MissingColumn {
        sheet: sheet.to_owned(),
        column: column.code(),
    });
}

/// A year that a calculation can have.
fn year(head: &str) -> Option<i32> {
    let year: i32 = head.trim().parse().ok()?;
    let last = BASE_YEARS.1.saturating_add_unsigned(HORIZON_MAX);
    (BASE_YEARS.0..=last).contains(&year).then_some(year)
}
