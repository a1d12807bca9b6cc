use domain::report::ChapterKey;
use domain::report_model::{FigureNumbers, ReportModel};
use text::Lang;
use text::prose::paragraphs;

use super::{Block, Heading, Span, Table, Text, plain};

/// What every chapter is written with, and what is written of the report so far.
pub(super) struct Writer<'a> {
    pub(super) model: &'a ReportModel,
    pub(super) lang: Lang,
    /// The numbers of figures.
    pub(super) numbers: FigureNumbers,
    blocks: Vec<Block>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(model: &'a ReportModel, lang: Lang) -> Self {
        Self {
            model,
            lang,
            numbers: FigureNumbers::of(model),
            blocks: Vec::new(),
        }
    }

    pub(super) fn blocks(self) -> Vec<Block> {
        self.blocks
    }

    pub(super) fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// A heading with an anchor.
    pub(super) fn heading(&mut self, level: u8, number: &str, text: String, anchor: &str) {
        self.push(Block::Heading(Heading {
            level,
            number: (!number.is_empty()).then(|| number.to_owned()),
            text,
            anchor: Some(anchor.to_owned()),
            new_page: false,
        }));
    }

    /// A heading of a chapter or an appendix that begins a page.
    pub(super) fn heading_on_new_page(&mut self, number: &str, text: String, anchor: &str) {
        self.push(Block::Heading(Heading {
            level: 1,
            number: Some(number.to_owned()),
            text,
            anchor: Some(anchor.to_owned()),
            new_page: true,
        }));
    }

    /// A heading within a section, without number.
    pub(super) fn subheading(&mut self, text: String) {
        self.push(Block::Heading(Heading {
            level: 4,
            number: None,
            text,
            anchor: None,
            new_page: false,
        }));
    }

    /// A paragraph.
    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.push(Block::Paragraph(plain(words)));
    }

    /// A paragraph that says what is missing.
    pub(super) fn gap(&mut self, words: String) {
        self.push(Block::Paragraph(vec![Span::Gap(words)]));
    }

    /// A paragraph that explains what stands above it.
    pub(super) fn note(&mut self, words: String) {
        self.push(Block::Note(plain(words)));
    }

    /// Points of plain words.
    pub(super) fn points(&mut self, points: impl IntoIterator<Item = String>) {
        self.push(Block::Bullets(points.into_iter().map(plain).collect()));
    }

    /// Plain text with paragraphs.
    pub(super) fn prose(&mut self, text: &str) {
        for paragraph in paragraphs(text) {
            self.say(paragraph);
        }
    }

    /// The same, or that it is missing.
    pub(super) fn prose_or_gap(&mut self, text: &str, missing: String) {
        if text.trim().is_empty() {
            self.gap(missing);
        } else {
            self.prose(text);
        }
    }

    pub(super) fn table(&mut self, table: Table) {
        self.push(Block::Table(table));
    }

    /// A written chapter's text.
    pub(super) fn written(&self, key: ChapterKey) -> Option<&'a str> {
        self.model
            .report
            .chapter(key)
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }

    /// A written chapter, or that it is not written.
    pub(super) fn chapter(&mut self, key: ChapterKey) {
        match self.written(key) {
            Some(text) => self.prose(text),
            None => self.gap(self.lang.t("report-not-written")),
        }
    }

    /// "Tabell 3.1".
    pub(super) fn table_label(&self, number: &str) -> String {
        self.lang.t_with("report-table", &[("number", number.into())])
    }

    /// "Figur 3.1".
    pub(super) fn chart_label(&self, number: &str) -> String {
        self.lang.t_with("report-chart", &[("number", number.into())])
    }

    /// "Bilaga B".
    pub(super) fn appendix_label(&self, letter: &str) -> String {
        self.lang.t_with("report-appendix", &[("letter", letter.into())])
    }
}

/// Paragraphs of plain text.
pub(super) fn prose(text: &str) -> impl Iterator<Item = Text> {
    paragraphs(text).map(plain)
}
