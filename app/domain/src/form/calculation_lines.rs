//! The lines of an alternative, as a table that behaves like a spreadsheet.
//!
//! A browser sends a table as one list a column. What belongs to a line has one place a line; amounts have one a line
//! and year, line by line, so that a cell's place is `line · years + year`.

use serde::{Deserialize, Serialize};

use super::row::{cell, row_count, row_field};
use super::{FieldErrors, NAME_MAX, Problem, parse_number};
use crate::calculation::case::{AMOUNT_MAX, BASE_YEARS, HORIZON_MAX};
use crate::calculation::{Alternative, AmountUnit, Calculation, LineClass, YearAmount};
use crate::id::{AlternativeId, BenefitId, CalculationId, CalculationLineId};
use crate::money::Money;

/// Most lines of an alternative.
pub const LINES_MAX: usize = 300;

/// What a button inside a line sends in the list of identities, right after the line's own: a browser sends the fields
/// and the button that was pressed in the order of the page, so its place says which line it is, also where a script has
/// moved, added or taken away lines.
const BUILD: &str = "build";

/// The lines of an alternative as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CalculationLinesForm {
    /// Names this sending.
    pub submission: String,
    /// The calculation.
    pub id: String,
    /// The version that was read.
    pub version: String,
    /// The alternative.
    pub alternative: String,
    /// Code of the unit in which amounts are typed.
    pub unit: String,
    /// The years of the columns.
    pub year: Vec<String>,
    /// Identity of each line that exists; empty for a new one.
    pub line_id: Vec<String>,
    /// What each line is.
    pub line_name: Vec<String>,
    /// Code of its class.
    pub line_class: Vec<String>,
    /// The benefit that it values.
    pub line_benefit: Vec<String>,
    /// How its amounts were found.
    pub line_note: Vec<String>,
    /// Low, by line and year.
    pub low: Vec<String>,
    /// Likely, by line and year.
    pub likely: Vec<String>,
    /// High, by line and year.
    pub high: Vec<String>,
    /// Which button was pressed: see [`CalculationLinesForm::pressed`]; anything else saves.
    pub action: String,
}

/// A valid line; one that exists keeps its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLine {
    /// Which, where it exists.
    pub id: Option<CalculationLineId>,
    /// What it is.
    pub name: String,
    /// Cost or benefit.
    pub class: LineClass,
    /// The benefit that it values.
    pub benefit: Option<BenefitId>,
    /// How its amounts were found.
    pub note: Option<String>,
    /// Amounts by year.
    pub amounts: Vec<YearAmount>,
    /// Its place in the form.
    pub row: usize,
}

/// Valid lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLines {
    /// The calculation.
    pub calculation: CalculationId,
    /// The alternative.
    pub alternative: AlternativeId,
    /// The base year.
    pub base_year: i32,
    /// Years.
    pub horizon_years: u32,
    /// The lines, those with nothing in them left out.
    pub lines: Vec<NewLine>,
    /// They are sent for approval.
    pub submit: bool,
    /// The place in the form of a line whose amounts are to be built next.
    pub build: Option<usize>,
}

/// The three estimates, by the name of their column.
pub const ESTIMATES: [&str; 3] = ["low", "likely", "high"];

impl CalculationLinesForm {
    /// The form of an alternative that exists.
    pub fn of(calculation: &Calculation, alternative: &Alternative, version: i32) -> Self {
        let mut form = Self {
            id: calculation.id.to_string(),
            version: version.to_string(),
            alternative: alternative.id.to_string(),
            unit: calculation.unit.code().to_owned(),
            year: calculation.years().map(|year| year.to_string()).collect(),
            ..Self::default()
        };
        for line in &alternative.lines {
            form.line_id.push(line.id.to_string());
            form.line_name.push(line.name.clone());
            form.line_class.push(line.class.code().to_owned());
            form.line_benefit
                .push(line.benefit.map(|id| id.to_string()).unwrap_or_default());
            form.line_note.push(line.note.clone().unwrap_or_default());
            for year in calculation.years() {
                let estimate = line.in_year(year);
                let typed = |pick: fn(crate::calculation::Estimate<Money>) -> Money| {
                    let amount = estimate.map(pick);
                    amount
                        .map(|amount| calculation.unit.typed(amount))
                        .unwrap_or_default()
                };
                form.low.push(typed(|estimate| estimate.low));
                form.likely.push(typed(|estimate| estimate.likely));
                form.high.push(typed(|estimate| estimate.high));
            }
        }
        form
    }

    /// The same with what a button inside a line asks for as an action: "build_" and the line's place.
    pub fn settled(mut self) -> Self {
        if let Some(at) = self.line_id.iter().position(|id| id == BUILD) {
            self.line_id.remove(at);
            self.action = format!("{BUILD}_{}", at.saturating_sub(1));
        }
        self
    }

    /// How many lines there are, empty ones too.
    pub fn rows(&self) -> usize {
        row_count(&[&self.line_name, &self.line_class])
    }

    /// The place of a line's year among amounts.
    pub fn place(&self, row: usize, column: usize) -> usize {
        row.saturating_mul(self.year.len()).saturating_add(column)
    }

    /// The line and year of an amount's place.
    pub fn line_and_column(&self, place: usize) -> Option<(usize, usize)> {
        let columns = self.year.len();
        (columns > 0).then(|| (place / columns, place % columns))
    }

    /// Whatever a button other than saving asks for, done: a new line ("add_" and its class), one more year
    /// ("add_year"), a line taken away ("remove_" and its place from 0), or the likely amount put in place of a low
    /// or high one that is left out ("fill"). None where the button saves.
    pub fn pressed(mut self) -> Option<Self> {
        let action = self.action.clone();
        if action == "add_year" {
            self.add_year();
        } else if action == "fill" {
            self.fill();
        } else if let Some(row) = action.strip_prefix("remove_") {
            self.remove(row.parse().ok()?);
        } else {
            self.add_line(LineClass::from_code(action.strip_prefix("add_")?)?);
        }
        Some(self)
    }

    /// One more line with nothing in it.
    pub fn add_line(&mut self, class: LineClass) {
        let (rows, columns) = (self.rows(), self.year.len());
        if rows >= LINES_MAX {
            return;
        }
        for column in [
            &mut self.line_id,
            &mut self.line_name,
            &mut self.line_class,
            &mut self.line_benefit,
            &mut self.line_note,
        ] {
            column.resize(rows.saturating_add(1), String::new());
        }
        if let Some(last) = self.line_class.last_mut() {
            class.code().clone_into(last);
        }
        for column in [&mut self.low, &mut self.likely, &mut self.high] {
            column.resize(rows.saturating_add(1).saturating_mul(columns), String::new());
        }
    }

    fn add_year(&mut self) {
        let (rows, columns) = (self.rows(), self.year.len());
        let Some(last) = self.year.last().and_then(|year| year.trim().parse::<i32>().ok()) else {
            return;
        };
        if columns >= usize::try_from(HORIZON_MAX).unwrap_or(usize::MAX) {
            return;
        }
        self.year.push(last.saturating_add(1).to_string());
        for column in [&mut self.low, &mut self.likely, &mut self.high] {
            column.resize(rows.saturating_mul(columns), String::new());
            *column = if columns == 0 {
                vec![String::new(); rows]
            } else {
                let wider = column
                    .chunks(columns)
                    .flat_map(|line| line.iter().cloned().chain([String::new()]));
                wider.collect()
            };
        }
    }

    fn remove(&mut self, row: usize) {
        let (rows, columns) = (self.rows(), self.year.len());
        if row >= rows {
            return;
        }
        for column in [
            &mut self.line_id,
            &mut self.line_name,
            &mut self.line_class,
            &mut self.line_benefit,
            &mut self.line_note,
        ] {
            column.resize(rows, String::new());
            column.remove(row);
        }
        let first = row.saturating_mul(columns);
        for column in [&mut self.low, &mut self.likely, &mut self.high] {
            column.resize(rows.saturating_mul(columns), String::new());
            column.drain(first..first.saturating_add(columns));
        }
    }

    fn fill(&mut self) {
        let cells = self.rows().saturating_mul(self.year.len());
        for column in [&mut self.low, &mut self.high] {
            column.resize(cells, String::new());
            for (cell, likely) in column.iter_mut().zip(&self.likely) {
                if cell.trim().is_empty() {
                    cell.clone_from(likely);
                }
            }
        }
    }

    /// The valid lines, or all that is wrong.
    pub fn parse(&self) -> Result<NewLines, FieldErrors> {
        let mut errors = FieldErrors::default();
        let calculation = errors.choice("id", &self.id, |id| id.parse().ok());
        let alternative = errors.choice("alternative", &self.alternative, |id| id.parse().ok());
        let unit = errors
            .optional_choice("unit", &self.unit, AmountUnit::from_code)
            .unwrap_or_default();
        let years = self.years(&mut errors);
        let rows = self.rows();
        if rows > LINES_MAX {
            let (given, min, max) = (rows.to_string(), "0".to_owned(), LINES_MAX.to_string());
            errors.push("line_name", Problem::OutOfRange { given, min, max });
            return Err(errors);
        }
        let build = self
            .action
            .strip_prefix("build_")
            .and_then(|row| row.parse().ok());
        let lines: Vec<NewLine> = (0..rows)
            .filter_map(|row| self.line(row, &years, unit, &mut errors))
            .collect();
        if let Some(row) = build {
            can_be_built(row, &lines, &mut errors);
        }
        let first = years.first().copied();
        let value = calculation.zip(alternative).zip(first);
        let value = value.map(|((calculation, alternative), base_year)| NewLines {
            calculation,
            alternative,
            base_year,
            horizon_years: u32::try_from(years.len()).unwrap_or(u32::MAX),
            lines,
            submit: self.action == "submit",
            build,
        });
        errors.finish(value)
    }

    /// The years of the columns: they follow each other.
    fn years(&self, errors: &mut FieldErrors) -> Vec<i32> {
        let years: Vec<i32> = self
            .year
            .iter()
            .filter_map(|year| errors.optional_choice("year", year, |year| year.parse().ok()))
            .collect();
        let follow = years
            .windows(2)
            .all(|pair| pair[0].checked_add(1) == Some(pair[1]));
        let within = years
            .first()
            .is_some_and(|first| (BASE_YEARS.0..=BASE_YEARS.1).contains(first))
            && u32::try_from(years.len()).is_ok_and(|count| count <= HORIZON_MAX);
        if (!follow || !within || years.len() != self.year.len()) && errors.of("year").is_none() {
            let given = self.year.join(" ");
            errors.push("year", Problem::UnknownChoice { given });
        }
        years
    }

    fn line(&self, row: usize, years: &[i32], unit: AmountUnit, errors: &mut FieldErrors) -> Option<NewLine> {
        let at = |column: &str| row_field(column, row);
        let amounts: Vec<YearAmount> = years
            .iter()
            .enumerate()
            .filter_map(|(column, year)| self.amount(self.place(row, column), *year, unit, errors))
            .collect();
        let typed_amount = (0..years.len()).any(|column| {
            let place = self.place(row, column);
            [&self.low, &self.likely, &self.high]
                .iter()
                .any(|all| !cell(all, place).trim().is_empty())
        });
        let words = [&self.line_name, &self.line_note, &self.line_benefit];
        if !typed_amount && words.iter().all(|column| cell(column, row).trim().is_empty()) {
            return None;
        }
        let name = errors.required(&at("line_name"), cell(&self.line_name, row), NAME_MAX);
        let class = errors.choice(
            &at("line_class"),
            cell(&self.line_class, row),
            LineClass::from_code,
        );
        let benefit = errors.optional_choice(&at("line_benefit"), cell(&self.line_benefit, row), |id| {
            id.parse().ok()
        });
        let note = errors.optional(&at("line_note"), cell(&self.line_note, row), NAME_MAX);
        let id = errors.optional_choice("line_id", cell(&self.line_id, row), |id| id.parse().ok());
        let class = class?;
        if typed_amount && !class.is_monetary() {
            errors.push(&at("line_class"), Problem::CarriesNoMoney);
        }
        if class.is_cost() {
            for amount in amounts.iter().filter(|amount| amount.low < Money::ZERO) {
                let column = years
                    .iter()
                    .position(|year| *year == amount.year)
                    .unwrap_or_default();
                let place = self.place(row, column);
                let given = cell(&self.low, place).trim().to_owned();
                errors.push(&row_field("low", place), Problem::NegativeCost { given });
            }
        }
        Some(NewLine {
            id,
            name,
            class,
            benefit: benefit.filter(|_| !class.is_cost()),
            note,
            amounts,
            row,
        })
    }

    /// The amounts of a line and year; none where nothing is typed.
    fn amount(
        &self,
        place: usize,
        year: i32,
        unit: AmountUnit,
        errors: &mut FieldErrors,
    ) -> Option<YearAmount> {
        let typed = [&self.low, &self.likely, &self.high].map(|column| cell(column, place).trim());
        if typed.iter().all(|typed| typed.is_empty()) {
            return None;
        }
        let mut read = [None; 3];
        let mut lacking = None;
        let mut legible = true;
        for ((name, typed), read) in ESTIMATES.into_iter().zip(typed).zip(&mut read) {
            let field = row_field(name, place);
            if typed.is_empty() {
                lacking = lacking.or(Some(field));
                continue;
            }
            *read = amount(&field, typed, unit, errors);
            legible &= read.is_some();
        }
        // Where one of them cannot be read, that is what is wrong: the others may lack because it was begun with.
        if let Some(field) = lacking.filter(|_| legible) {
            errors.push(&field, Problem::NotAllThree);
        }
        let [low, likely, high] = read;
        let (low, likely, high) = (low?, likely?, high?);
        let field = if low > likely {
            "low"
        } else if likely > high {
            "high"
        } else {
            return Some(YearAmount {
                year,
                low,
                likely,
                high,
            });
        };
        let given = typed.join(" – ");
        errors.push(&row_field(field, place), Problem::NotRising { given });
        None
    }
}

/// A line is built once it is called something, and only where it carries money.
fn can_be_built(row: usize, lines: &[NewLine], errors: &mut FieldErrors) {
    let name = row_field("line_name", row);
    match lines.iter().find(|line| line.row == row) {
        // One with nothing in it is not kept.
        None if errors.of(&name).is_none() => errors.push(&name, Problem::Required),
        Some(line) if !line.class.is_monetary() => {
            errors.push(&row_field("line_class", row), Problem::CarriesNoMoney);
        }
        _ => {}
    }
}

/// One amount, that has to be there since another estimate of it is.
pub(super) fn amount(field: &str, typed: &str, unit: AmountUnit, errors: &mut FieldErrors) -> Option<Money> {
    let given = typed.to_owned();
    let problem = if typed.is_empty() {
        Problem::Required
    } else if let Some(number) = parse_number(typed) {
        match unit.money(number) {
            Some(money) if money.kronor().abs() <= AMOUNT_MAX => return Some(money),
            None if number.normalize().scale() > unit.decimals() => Problem::TooFine {
                given,
                decimals: unit.decimals(),
            },
            _ => {
                let most = unit.of_kronor(AMOUNT_MAX).normalize();
                let (min, max) = (format!("−{most}"), most.to_string());
                Problem::OutOfRange { given, min, max }
            }
        }
    } else {
        Problem::NotANumber { given }
    };
    errors.push(field, problem);
    None
}

#[cfg(test)]
#[path = "calculation_lines_tests.rs"]
mod tests;
