use domain::level::FulfilmentLevel;
use rust_decimal::Decimal;

use super::LevelMark;

/// A chart. What it shows stands in a table as well.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// "Figur 3.1".
    pub label: String,
    /// What it shows, as a finding.
    pub caption: String,
    /// What somebody who does not see it is told.
    pub alt: String,
    /// What is drawn.
    pub plot: Plot,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Plot {
    /// Areas by benefit groups.
    Matrix(Matrix),
    /// Lying bars, one under the other.
    Bars {
        /// The bars.
        bars: Vec<Bar>,
        /// What fills mean.
        legend: Vec<(Fill, String)>,
    },
}

/// Levels by area and benefit group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Short names of the groups.
    pub columns: Vec<String>,
    /// The areas.
    pub rows: Vec<MatrixRow>,
    /// What the balls mean: each level with its number and word, ascending.
    pub legend: Vec<(FulfilmentLevel, String)>,
    /// What a cell without a level means; none where there is no such cell.
    pub void: Option<String>,
}

/// An area's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// Number and name of the area.
    pub label: String,
    /// One a column; none where nothing is expected.
    pub cells: Vec<Option<LevelMark>>,
    /// The area's own level.
    pub whole: Option<LevelMark>,
}

/// A lying bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// Its parts, from left to right.
    pub parts: Vec<BarPart>,
    /// What stands after it.
    pub says: String,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarPart {
    /// How long: of the widest bar, 0 to 100.
    pub share: Decimal,
    /// How it is filled.
    pub fill: Fill,
}

/// How a part is filled: told apart in black and white.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Full: measured, outcome, budget.
    Solid,
    /// Hatched: stated, added time.
    Hatched,
    /// A dashed edge: missing, unknown, promise.
    Dashed,
    /// Dotted: does not count yet, forecast.
    Dotted,
}
