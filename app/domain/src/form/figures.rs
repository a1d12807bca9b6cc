//! Rows of figures, in the form of whatever they hang on.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::row::{cell, row_count, row_field};
use super::{FieldErrors, NAME_MAX, Problem, typed_number};
use crate::figure::{Figure, FigureRole};
use crate::id::FigureId;
use crate::reading::Reading;

/// Figures as typed, one list a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FigureRows {
    /// Identity of each figure that exists; empty for a new one.
    pub figure_id: Vec<String>,
    /// What it counts or measures.
    pub figure_what: Vec<String>,
    /// "about" where the source says about; anything else is exact.
    pub figure_about: Vec<String>,
    /// The value.
    pub figure_value: Vec<String>,
    /// Upper end of a span.
    pub figure_value_to: Vec<String>,
    /// Unit.
    pub figure_unit: Vec<String>,
    /// Period, as the source writes it.
    pub figure_period: Vec<String>,
    /// Code of the role.
    pub figure_role: Vec<String>,
    /// "interpreted" where the source does not state the role outright.
    pub figure_reading: Vec<String>,
}

/// A valid figure; one that exists keeps its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFigure {
    /// Which, where it exists.
    pub id: Option<FigureId>,
    /// What it counts or measures.
    pub what: String,
    /// The value.
    pub value: Decimal,
    /// Upper end of a span.
    pub value_to: Option<Decimal>,
    /// Unit.
    pub unit: String,
    /// The source says "about".
    pub approximate: bool,
    /// Period.
    pub period: Option<String>,
    /// What it is in its story.
    pub role: Reading<FigureRole>,
}

impl NewFigure {
    /// The figure under the identity that it has, or under the one that it is given.
    pub fn with(self, new_id: impl FnOnce() -> FigureId) -> Figure {
        Figure {
            id: self.id.unwrap_or_else(new_id),
            what: self.what,
            value: self.value,
            value_to: self.value_to,
            unit: self.unit,
            approximate: self.approximate,
            period: self.period,
            role: self.role,
        }
    }
}

impl FigureRows {
    /// The rows of figures that exist.
    pub fn of(figures: &[Figure]) -> Self {
        let column = |cell: &dyn Fn(&Figure) -> String| figures.iter().map(cell).collect();
        Self {
            figure_id: column(&|figure| figure.id.to_string()),
            figure_what: column(&|figure| figure.what.clone()),
            figure_about: column(&|figure| if figure.approximate { "about" } else { "" }.to_owned()),
            figure_value: column(&|figure| typed_number(figure.value)),
            figure_value_to: column(&|figure| figure.value_to.map(typed_number).unwrap_or_default()),
            figure_unit: column(&|figure| figure.unit.clone()),
            figure_period: column(&|figure| figure.period.clone().unwrap_or_default()),
            figure_role: column(&|figure| figure.role.value.code().to_owned()),
            figure_reading: column(&|figure| {
                if figure.role.interpreted {
                    "interpreted"
                } else {
                    ""
                }
                .to_owned()
            }),
        }
    }

    /// One more row with nothing in it.
    pub(super) fn push_empty(&mut self) {
        // Every row has to have this cell, so that a new one does not slide up into an old one.
        let rows = self.rows();
        self.figure_what.resize(rows + 1, String::new());
    }

    /// How many rows there are, empty ones too.
    pub fn rows(&self) -> usize {
        row_count(&[&self.figure_what, &self.figure_value, &self.figure_unit])
    }

    /// The valid figures; rows with nothing typed in them are passed over.
    pub(super) fn parse(&self, errors: &mut FieldErrors) -> Vec<NewFigure> {
        (0..self.rows())
            .filter_map(|row| self.figure(row, errors))
            .collect()
    }

    fn figure(&self, row: usize, errors: &mut FieldErrors) -> Option<NewFigure> {
        let typed = [
            &self.figure_what,
            &self.figure_value,
            &self.figure_value_to,
            &self.figure_unit,
            &self.figure_period,
        ];
        if typed.iter().all(|column| cell(column, row).trim().is_empty()) {
            return None;
        }
        let at = |column: &str| row_field(column, row);
        let what = errors.required(&at("figure_what"), cell(&self.figure_what, row), NAME_MAX);
        let (about, given) = about(cell(&self.figure_value, row));
        if given.trim().is_empty() {
            errors.push(&at("figure_value"), Problem::Required);
        }
        let value = errors.number(&at("figure_value"), given);
        let value_to = errors.number(&at("figure_value_to"), cell(&self.figure_value_to, row));
        if let (Some(from), Some(to)) = (value, value_to)
            && to < from
        {
            let given = cell(&self.figure_value_to, row).trim().to_owned();
            errors.push(&at("figure_value_to"), Problem::EndBeforeStart { given });
        }
        let unit = errors.required(&at("figure_unit"), cell(&self.figure_unit, row), NAME_MAX);
        let period = errors.optional(&at("figure_period"), cell(&self.figure_period, row), NAME_MAX);
        let role = cell(&self.figure_role, row);
        let role = errors
            .optional_choice(&at("figure_role"), role, FigureRole::from_code)
            .unwrap_or(FigureRole::NotStated);
        Some(NewFigure {
            id: cell(&self.figure_id, row).trim().parse().ok(),
            what,
            value: value?,
            value_to,
            unit,
            approximate: about || cell(&self.figure_about, row) == "about",
            period,
            role: Reading {
                value: role,
                interpreted: cell(&self.figure_reading, row) == "interpreted",
            },
        })
    }
}

/// Words before a value that say that it is not exact.
const ABOUT: [&str; 7] = ["circa", "cirka", "ca.", "ca", "c:a", "about", "~"];

/// Whether a value was typed as about so much, and the value itself.
fn about(typed: &str) -> (bool, &str) {
    let typed = typed.trim();
    let start = ABOUT.into_iter().find_map(|word| {
        let said = typed.get(..word.len())?;
        said.eq_ignore_ascii_case(word).then(|| typed.get(word.len()..))?
    });
    match start {
        Some(value) => (true, value),
        None => (false, typed),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn rows() -> FigureRows {
        let one = |text: &str| vec![text.to_owned()];
        FigureRows {
            figure_what: one("minuter per ärende"),
            figure_value: one("−1 040,50"),
            figure_value_to: one("12"),
            figure_unit: one("min"),
            figure_about: one("about"),
            figure_role: one("outcome"),
            figure_reading: one("interpreted"),
            ..FigureRows::default()
        }
    }

    #[test]
    fn a_row_becomes_a_figure_with_the_digits_that_were_typed() {
        let mut errors = FieldErrors::default();
        let figures = rows().parse(&mut errors);
        assert!(errors.is_empty(), "{errors:?}");
        let [figure] = figures.as_slice() else {
            panic!("one figure: {figures:?}");
        };
        assert_eq!(figure.value.to_string(), "-1040.50");
        assert_eq!(figure.role, Reading::interpreted(FigureRole::Outcome));
        assert!(figure.approximate);
        let id = FigureId(Uuid::from_u128(7));
        let kept = figure.clone().with(|| id);
        let again = FigureRows::of(std::slice::from_ref(&kept)).parse(&mut errors);
        assert_eq!(again.into_iter().next().map(|f| f.with(|| id)), Some(kept));
    }

    #[test]
    fn about_may_be_typed_with_the_value() {
        for typed in [
            "ca 1 200",
            "Ca. 1 200",
            "c:a 1 200",
            "cirka 1 200",
            "~1 200",
            "about 1,200",
        ] {
            let (said, value) = about(typed);
            assert!(said, "{typed}");
            assert!(value.trim().starts_with('1'), "{typed}: {value}");
        }
        assert_eq!(about(" 1 200 "), (false, "1 200"));
        let mut errors = FieldErrors::default();
        let typed = FigureRows {
            figure_value: vec!["ca 1 200".to_owned()],
            figure_about: Vec::new(),
            figure_value_to: Vec::new(),
            ..rows()
        };
        let figures = typed.parse(&mut errors);
        assert!(errors.is_empty(), "{errors:?}");
        assert_eq!(
            (figures[0].value.to_string(), figures[0].approximate),
            ("1200".to_owned(), true)
        );
    }

    #[test]
    fn a_row_with_gaps_names_each_and_an_empty_one_is_passed_over() {
        let one = |text: &str| vec![String::new(), text.to_owned()];
        let gaps = FigureRows {
            figure_period: one("2024"),
            figure_role: vec!["outcome".to_owned()],
            figure_what: one(""),
            ..FigureRows::default()
        };
        let mut errors = FieldErrors::default();
        assert_eq!(gaps.parse(&mut errors), []);
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["figure_what-1", "figure_value-1", "figure_unit-1"]);
        let backwards = FigureRows {
            figure_value_to: vec!["−2 000".to_owned()],
            ..rows()
        };
        let mut errors = FieldErrors::default();
        backwards.parse(&mut errors);
        assert!(errors.of("figure_value_to-0").is_some());
        let no_span = FigureRows {
            figure_value_to: vec!["−1 040,5".to_owned()],
            ..rows()
        };
        let mut errors = FieldErrors::default();
        no_span.parse(&mut errors);
        assert!(errors.is_empty(), "a span may end where it begins");
        let words = FigureRows {
            figure_value: vec!["många".to_owned()],
            ..rows()
        };
        let mut errors = FieldErrors::default();
        words.parse(&mut errors);
        let given = "många".to_owned();
        assert_eq!(errors.of("figure_value-0"), Some(&Problem::NotANumber { given }));
    }
}
