//! The workbook that goes out.

mod flows;
mod head;
mod layout;
mod lines;
mod lists;
mod results;
mod rows;
mod sheets;
mod style;

use std::collections::BTreeMap;

use domain::calculation::case::CaseError;
use domain::calculation::{Calculation, evaluate::evaluate};
use domain::id::BenefitId;
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};
use service::RenderError;
use text::Lang;

use self::flows::Flows;
use self::layout::LinesGrid;
use self::sheets::SheetNames;
use self::style::Style;

/// The calculation as a workbook: what holds for the whole, and for each alternative its lines and what they come to,
/// worked out by formulas that carry the results of [`evaluate`]. `title` is the initiative's name; `benefits` are
/// the benefits that a line may value, with their names. One that a line names and that has none here is written as its
/// identity. Amounts are numbers in the calculation's unit.
///
/// # Errors
/// Where the calculation cannot be worked out, has no alternative, or a text is longer than a cell takes.
pub fn calculation_workbook(
    lang: Lang,
    title: &str,
    calculation: &Calculation,
    benefits: &BTreeMap<BenefitId, String>,
) -> Result<Vec<u8>, RenderError> {
    let shown = Shown::new(lang, title, calculation, benefits);
    written(&shown).map_err(|error| RenderError::Model(error.to_string()))
}

/// Why it cannot be written.
#[derive(Debug, thiserror::Error)]
enum WriteError {
    #[error(transparent)]
    Case(#[from] CaseError),
    #[error(transparent)]
    File(#[from] XlsxError),
}

/// What is written, and in which words.
struct Shown<'a> {
    lang: Lang,
    title: &'a str,
    calculation: &'a Calculation,
    /// What can be chosen, by name.
    benefits: Vec<(BenefitId, String)>,
    names: SheetNames,
    style: Style,
}

impl<'a> Shown<'a> {
    fn new(
        lang: Lang,
        title: &'a str,
        calculation: &'a Calculation,
        known: &BTreeMap<BenefitId, String>,
    ) -> Self {
        let lines = calculation.alternatives.iter().flat_map(|one| &one.lines);
        let mut all: BTreeMap<BenefitId, String> = lines
            .filter_map(|line| line.benefit)
            .map(|id| (id, id.to_string()))
            .collect();
        let named = known.iter().filter(|(_, name)| !name.trim().is_empty());
        all.extend(named.map(|(id, name)| (*id, name.clone())));
        let mut benefits: Vec<_> = all.into_iter().collect();
        benefits.sort_by_cached_key(|(_, name)| name.to_lowercase());
        Self {
            lang,
            title,
            calculation,
            benefits,
            names: SheetNames::of(lang, calculation),
            style: Style::new(lang, calculation.unit),
        }
    }

    fn benefit(&self, id: BenefitId) -> Option<&str> {
        let (_, name) = self.benefits.iter().find(|(one, _)| *one == id)?;
        Some(name)
    }
}

fn written(shown: &Shown<'_>) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(shown.title));
    head::write(&mut book, shown)?;
    let lists = lists::Lists::new(shown);
    let alternatives = shown.calculation.alternatives.iter();
    for (alternative, names) in alternatives.zip(&shown.names.alternatives) {
        let grid = LinesGrid::new(&names.lines, shown.calculation, alternative.lines.len());
        lines::write(book.add_worksheet(), shown, alternative, &grid, &lists)?;
        let evaluation = evaluate(&shown.calculation.case(alternative)?)?;
        let flows = Flows::new(shown.calculation, alternative)?;
        results::write(
            book.add_worksheet(),
            shown,
            (&names.results, alternative),
            &grid,
            &evaluation,
            &flows,
        )?;
    }
    lists.write(book.add_worksheet(), shown)?;
    Ok(book.save_to_buffer()?)
}
