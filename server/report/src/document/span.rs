use domain::level::FulfilmentLevel;

/// A line or paragraph: pieces that follow each other without anything between them.
pub type Text = Vec<Span>;

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// As it is.
    Plain(String),
    /// Emphasised.
    Strong(String),
    /// Said beside: small.
    Small(String),
    /// Says that something is missing.
    Gap(String),
    /// A level: ball, number and word.
    Level(LevelMark),
    /// Characters of a fixed width, such as a hash.
    Code(String),
}

impl Span {
    /// What a reader who sees no marks reads.
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(text)
            | Self::Strong(text)
            | Self::Small(text)
            | Self::Gap(text)
            | Self::Code(text) => text,
            Self::Level(mark) => &mark.words,
        }
    }
}

/// A paragraph of plain words.
pub fn plain(words: impl Into<String>) -> Text {
    vec![Span::Plain(words.into())]
}

/// Who stands behind a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Decided by people: filled.
    Decided,
    /// Proposed by the system, or not decided yet: outlined.
    Proposed,
    /// In a table where outlines would crowd: ball and words.
    Bare,
}

/// A level as it stands in running text or a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelMark {
    /// The level.
    pub level: FulfilmentLevel,
    /// Who stands behind it.
    pub standing: Standing,
    /// Number and word, "3 Godkänd", and what has to be said of its state where it is not decided.
    pub words: String,
}
