use super::{Chart, LevelMark, Span, Table, Text};

/// A part of the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Text),
    /// A paragraph that explains what stands above it: small.
    Note(Text),
    /// Points.
    Bullets(Vec<Text>),
    /// Words with what they mean.
    Terms(Vec<Term>),
    /// The level of the whole, large, before its motivation.
    Verdict(Text),
    /// Boxes, ticked or not, in a row.
    Ticks {
        /// What they are.
        label: String,
        /// The boxes.
        boxes: Vec<Tick>,
    },
    /// The five-level scale with its marks.
    Scale(Scale),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
}

/// The paragraph here stays with what is below. A line between two headings does: else it would be left at the foot of a
/// page with the heading above, and whatever heads that. So do a few words that lead points or terms.
pub fn stays_with_next(blocks: &[Block], at: usize) -> bool {
    const LINE: usize = 90;
    const LINES: usize = 2 * LINE;
    let Some(Block::Paragraph(text)) = blocks.get(at) else {
        return false;
    };
    let characters: usize = text.iter().map(|span| span.words().chars().count()).sum();
    let heads = |at: Option<usize>| matches!(at.and_then(|at| blocks.get(at)), Some(Block::Heading(_)));
    match blocks.get(at + 1) {
        Some(Block::Heading(_)) => characters <= LINE && heads(at.checked_sub(1)),
        Some(Block::Bullets(_) | Block::Terms(_)) => characters <= LINES,
        _ => false,
    }
}

/// The paragraph here stays with the next one of its cell: a line of strong words with what it leads, what was found with the
/// first of its figures, which begin with strong words as well, and the last but one of them with the last.
pub fn stays_with_next_in_cell(paragraphs: &[&Text], at: usize) -> bool {
    let strong = |at: usize| {
        matches!(
            paragraphs.get(at).and_then(|text| text.first()),
            Some(Span::Strong(_))
        )
    };
    let there = |at: usize| at < paragraphs.len();
    // Small words below a figure are of the figure; what a line leads is said in words of the usual size.
    let small = |at: usize| {
        matches!(
            paragraphs.get(at).and_then(|text| text.first()),
            Some(Span::Small(_))
        )
    };
    let leads = |at: usize| strong(at) && there(at + 1) && !strong(at + 1) && !small(at + 1);
    let figure = |at: usize| strong(at) && !leads(at);
    if strong(at) {
        there(at + 1) && (!strong(at + 1) || figure(at + 1) && !figure(at + 2))
    } else {
        small(at + 1) || figure(at + 1)
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 for a chapter or an appendix, up to 4.
    pub level: u8,
    /// "4.2"; "Bilaga A" of an appendix; none for the foreword.
    pub number: Option<String>,
    /// The words.
    pub text: String,
    /// Anchor, unique in the document where it is given: letters, digits and hyphens.
    pub anchor: Option<String>,
    /// Begins a page.
    pub new_page: bool,
}

impl Heading {
    /// Number and words.
    pub fn whole(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.text),
            None => self.text.clone(),
        }
    }
}

/// Something said of the report under a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What is said.
    pub text: Text,
}

/// A word with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word.
    pub term: String,
    /// Paragraphs.
    pub means: Vec<Text>,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// What it stands for.
    pub label: String,
    /// Ticked.
    pub ticked: bool,
}

/// The five-level scale, ascending from left to right: proposal and decision in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What is judged.
    pub label: String,
    /// Short name of each level with its range, ascending: five of them.
    pub steps: Vec<(String, String)>,
    /// What people have judged, with the words that say so.
    pub judged: Option<LevelMark>,
    /// What the system proposes, with the words that say so, the percentage among them.
    pub proposed: Option<LevelMark>,
    /// What the picture says, in a sentence: caption and alternative text.
    pub says: String,
}
