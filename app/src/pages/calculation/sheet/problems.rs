//! What is wrong with the lines, and which line each of it is about.

use std::collections::BTreeMap;

use domain::form::{CalculationLinesForm, ESTIMATES, Problem};
use text::name;

use super::super::words::estimates;
use super::short::cut;
use crate::components::form::FormView;

/// What is wrong with the lines, each with the line and year that it is about, in the order of the table.
pub(in crate::pages::calculation) fn messages(
    form: &CalculationLinesForm,
    view: &FormView,
) -> Vec<(String, String)> {
    let lang = view.lang;
    let names = estimates(lang);
    let line = |row: usize| {
        let named = form
            .line_name
            .get(row)
            .map(|name| name.trim())
            .filter(|name| !name.is_empty());
        named.map_or_else(
            || lang.t_with("calculation-sheet-row", &[("row", (row + 1).to_string().into())]),
            |name| cut(name, 40),
        )
    };
    view.problems()
        .into_iter()
        .map(|(field, problem)| {
            let (column, place) = field.rsplit_once('-').unwrap_or((field.as_str(), ""));
            let place: Option<usize> = place.parse().ok();
            let estimate = ESTIMATES.iter().position(|name| *name == column);
            let label = match (estimate, place) {
                (Some(estimate), Some(place)) => match form.line_and_column(place) {
                    Some((row, year)) => {
                        let year = form.year.get(year).cloned().unwrap_or_default();
                        let estimate = names.get(estimate).map(|name| name.to_lowercase());
                        match estimate.filter(|_| problem != Problem::NotAllThree) {
                            Some(estimate) => format!("{}, {estimate} {year}", line(row)),
                            // It is about all of them.
                            None => format!("{}, {year}", line(row)),
                        }
                    }
                    None => view.label(column),
                },
                (None, Some(row)) => format!("{}, {}", line(row), view.label(column).to_lowercase()),
                _ => view.label(&field),
            };
            let said = name::problem(lang, "calculation", column, &label, &problem);
            (field, said)
        })
        .collect()
}

/// What is said of each line; of what is said of a field more than once, the first.
pub(super) fn by_line<'a>(
    form: &CalculationLinesForm,
    messages: &'a [(String, String)],
) -> BTreeMap<usize, Vec<(&'a str, &'a str)>> {
    let mut by_line: BTreeMap<usize, Vec<(&str, &str)>> = BTreeMap::new();
    for (field, said) in messages {
        let Some(line) = line_of(form, field) else {
            continue;
        };
        let line = by_line.entry(line).or_default();
        if line.iter().all(|(before, _)| before != field) {
            line.push((field.as_str(), said.as_str()));
        }
    }
    by_line
}

/// The line that a field belongs to.
fn line_of(form: &CalculationLinesForm, field: &str) -> Option<usize> {
    let (column, place) = field.rsplit_once('-')?;
    let place = place.parse().ok()?;
    if ESTIMATES.contains(&column) {
        return Some(form.line_and_column(place)?.0);
    }
    Some(place)
}
