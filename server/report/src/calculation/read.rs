//! The lines of a workbook that comes in.

mod cells;
mod heads;
mod lines;
mod problem;
mod row;

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader, Xlsx};
use domain::calculation::{AmountUnit, Estimate, LineClass};
use domain::id::{AlternativeId, BenefitId, CalculationLineId};
use domain::workbook::{WorkbookFault, folded};
use text::Lang;

use self::cells::{Budget, Cells};
use self::heads::Heads;
use self::problem::Problems;
pub use self::problem::ReadProblem;
use self::row::{Known, Row};
use super::place::Place;
use super::words::{is_word, unit_of};
use crate::workbook::measured;

/// Most sheets: more than ten alternatives need, with some of people's own. Each may be as large as the whole file.
const SHEETS_MAX: usize = 32;
/// Rows in which heads, and what holds for the whole, are looked for.
const HEAD_ROWS: u32 = 60;

/// An alternative as a sheet of lines has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAlternative {
    /// Name of the sheet.
    pub sheet: String,
    /// Which alternative it was written from. None for a sheet that somebody made, a copy of another one among them.
    pub id: Option<AlternativeId>,
    /// What it is called: what stands above its lines, else the sheet's name.
    pub name: String,
    /// What its amounts are in.
    pub unit: AmountUnit,
    /// The years of its columns, in their order.
    pub years: Vec<i32>,
    /// Its lines, those with nothing in them left out.
    pub lines: Vec<ReadLine>,
}

/// A line as it stands in a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadLine {
    /// Its first cell.
    pub place: Place,
    /// Which line it was written from. None for a new one, a copy of another one among them.
    pub id: Option<CalculationLineId>,
    /// What it is; may be empty.
    pub name: String,
    /// What kind of line; none where nobody has said.
    pub class: Option<LineClass>,
    /// The benefit that it values, where its name is that of exactly one in the file.
    pub benefit: Option<BenefitId>,
    /// The name of the benefit, where there is one.
    pub benefit_name: Option<String>,
    /// How its amounts were found.
    pub note: Option<String>,
    /// One for each of the years: amounts as people type them in Swedish, in whole öre of the unit; empty where there
    /// is none.
    pub amounts: Vec<Estimate<String>>,
}

/// The alternatives of a workbook, each with its lines, in the order of its sheets. Sheets of lines are known by their
/// heads, in either language. Where a word has been changed it is the word that counts, not the hidden code beside it;
/// the code counts where the cell of the word is empty.
///
/// # Errors
/// All that is wrong, by sheet and cell, at most a hundred things.
pub fn calculation_read(bytes: &[u8]) -> Result<Vec<ReadAlternative>, Vec<ReadProblem>> {
    let mut problems = Problems::default();
    let read = book(bytes, &mut problems);
    match read {
        Err(fatal) => Err(vec![fatal]),
        Ok(_) if !problems.is_empty() => Err(problems.into_vec()),
        Ok(alternatives) => Ok(alternatives),
    }
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn book(bytes: &[u8], problems: &mut Problems) -> Result<Vec<ReadAlternative>, ReadProblem> {
    let refused = |fault: WorkbookFault| match fault {
        WorkbookFault::TooLarge => ReadProblem::TooLarge,
        _ => ReadProblem::NotAWorkbook,
    };
    let size = measured(bytes).map_err(refused)?;
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| ReadProblem::NotAWorkbook)?;
    let names = book.sheet_names();
    if names.len() > SHEETS_MAX {
        return Err(ReadProblem::TooLarge);
    }
    // Heads first, then lines.
    size.allows(names.len().saturating_mul(2)).map_err(refused)?;
    let mut budget = Budget::default();
    let (mut lines, mut unit, mut known) = (Vec::new(), None, Known::default());
    for name in names {
        let top = cells::read(&mut book, &name, Some(HEAD_ROWS), &mut budget)?;
        // What can be chosen stands below heads that lines have too.
        if is_word(&name, |lang| lang.t("calculation-file-sheet-lists")) {
            known = Known::of(&cells::read(&mut book, &name, None, &mut budget)?);
        } else if let Some(heads) = Heads::find(&name, &top, problems) {
            lines.push((name, heads));
        } else if unit.is_none() {
            unit = unit_in(&name, &top, problems);
        }
    }
    if lines.is_empty() {
        return if problems.is_empty() {
            Err(ReadProblem::NoLines)
        } else {
            Ok(Vec::new())
        };
    }
    let Some(unit) = unit else {
        return if problems.is_empty() {
            Err(ReadProblem::NoUnit)
        } else {
            Ok(Vec::new())
        };
    };
    let (mut alternatives, mut seen) = (Vec::new(), Seen::default());
    for (sheet, heads) in lines {
        let all = cells::read(&mut book, &sheet, None, &mut budget)?;
        let (name, id) = title(&sheet, &all, &heads, problems);
        let years = heads.years().map(|(_, year)| year).collect();
        heads.unread(&sheet, &all, problems);
        let rows = all.rows().filter(|(row, _)| *row > heads.row);
        let rows =
            rows.filter_map(|(row, _)| Row::read((&sheet, &all), (&heads, row), unit, &known, problems));
        let rows: Vec<Row> = rows.collect();
        let lines = lines::read((&sheet, &heads), rows, &mut seen.lines, problems)?;
        alternatives.push(ReadAlternative {
            id: id.filter(|id| seen.alternatives.insert(*id)),
            name: name.unwrap_or_else(|| sheet.clone()),
            sheet,
            unit,
            years,
            lines,
        });
    }
    Ok(alternatives)
}

/// What has been read of things that have an identity: what comes later with the same one is a copy.
#[derive(Default)]
struct Seen {
    alternatives: BTreeSet<AlternativeId>,
    lines: BTreeSet<CalculationLineId>,
}

/// What amounts are in, where a sheet says so: beside the words for it in its first column.
fn unit_in(sheet: &str, cells: &Cells, problems: &mut Problems) -> Option<AmountUnit> {
    let (row, _) = cells
        .column(0)
        .find(|(_, cell)| is_word(cell.text(), |lang: Lang| lang.t("calculation-file-unit")))?;
    let given = cells.get(row, 1).map(|cell| cell.text().trim().to_owned());
    let given = given.unwrap_or_default();
    let unit = unit_of(&given);
    if unit.is_none() {
        let place = Place::new(sheet, row, 1);
        problems.push(ReadProblem::UnknownUnit { place, given });
    }
    unit
}

/// Name and identity of the alternative, which stand above the heads.
fn title(
    sheet: &str,
    cells: &Cells,
    heads: &Heads,
    problems: &mut Problems,
) -> (Option<String>, Option<AlternativeId>) {
    let label = |text: &str| is_word(text, |lang| lang.t("calculation-file-alternative"));
    let rows = cells.column(0).take_while(|(row, _)| *row < heads.row);
    let Some((row, _)) = rows.into_iter().find(|(_, cell)| label(cell.text())) else {
        return (None, None);
    };
    let name = cells.get(row, 1).map(|cell| cell.text().trim().to_owned());
    let name = name.filter(|name| !folded(name).is_empty());
    let id = heads
        .line_id
        .and_then(|column| row::identity((sheet, cells), (row, column), problems));
    (name, id)
}
