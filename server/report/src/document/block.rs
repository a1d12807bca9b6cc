use super::{Chart, LevelMark, Table, Text};

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

/// The block here is a line between two headings. It stays with the one below: else it would be left at the foot of a page
/// with the heading above, and whatever heads that.
pub fn is_between_headings(blocks: &[Block], at: usize) -> bool {
    const LINE: usize = 90;
    let heads = |at: Option<usize>| matches!(at.and_then(|at| blocks.get(at)), Some(Block::Heading(_)));
    let is_short = match blocks.get(at) {
        Some(Block::Paragraph(text)) => {
            let characters = text.iter().map(|span| span.words().chars().count());
            characters.sum::<usize>() <= LINE
        }
        _ => false,
    };
    is_short && heads(at.checked_sub(1)) && heads(at.checked_add(1))
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
