//! A report laid out as a document, before anything is said of paper: headings, text, tables, scales and charts, in one
//! language. The PDF, the Word file and the tables are all made from it, so that none of them says what another does not.

mod appendix;
mod area;
mod block;
mod build;
mod cells;
mod chart;
mod charts;
mod corrections;
mod cover;
mod method;
mod pair;
#[cfg(test)]
pub(crate) mod sample;
mod span;
mod summary;
mod table;
mod writer;

pub use block::{Block, Fact, Heading, Scale, Term, Tick, stays_with_next, stays_with_next_in_cell};
pub use build::document;
pub use chart::{Bar, BarPart, Chart, Fill, Matrix, MatrixRow, Plot};
pub use corrections::corrections;
pub use span::{LevelMark, Span, Standing, Text, plain};
pub use table::{Align, Cell, Column, Row, Table, Value};

use chrono::NaiveDate;
use text::Lang;

/// A report as a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The language that everything is written in.
    pub lang: Lang,
    /// The agency's name, over the title and in page heads.
    pub agency: String,
    /// The report's title.
    pub title: String,
    /// What it reports on, with its years.
    pub subtitle: String,
    /// The title with the period: the file's own title, and the heads of pages.
    pub name: String,
    /// That it is not decided yet, on the cover and every page; none on a decided report.
    pub mark: Option<String>,
    /// The day that the file is dated by: of the decision, else the cut-off. Never of the clock, so that a report gives the
    /// same bytes whenever it is rendered.
    pub dated: NaiveDate,
    /// The registry number, for the file's properties.
    pub registry_number: Option<String>,
    /// What the cover says of assignment, decision and presenters.
    pub facts: Vec<Fact>,
    /// The levels on the cover: of the whole, then of each area.
    pub verdicts: Vec<Fact>,
    /// Heading of the list of contents.
    pub contents: String,
    /// All that follows the list of contents, in order.
    pub blocks: Vec<Block>,
}

impl Document {
    /// All tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// All headings, in order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            _ => None,
        })
    }
}
