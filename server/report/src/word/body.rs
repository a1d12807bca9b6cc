//! What follows the list of contents.

use service::RenderError;

use super::contents::bookmark;
use super::inline::{run, runs, sign};
use super::orientation;
use super::page::{Frames, Orientation, section, section_end};
use super::picture::Pictures;
use super::relations::Relations;
use super::xml::Xml;
use super::{scale, table};
use crate::document::{Block, Document, Heading, Term, Text, Tick, stays_with_next};

/// Space above text that follows a table: tables cannot keep any below them.
const BELOW_TABLE: &str = "220";

pub(super) fn write(
    xml: &mut Xml,
    document: &Document,
    frames: &Frames,
    relations: &mut Relations,
    pictures: &mut Pictures<'_>,
) -> Result<(), RenderError> {
    let lies = orientation::of(&document.blocks);
    let mut body = Body {
        lang: document.lang,
        begins_page: true,
        follows_table: false,
        keeps_next: false,
        headings: 0,
    };
    let mut before = lies.first().copied().unwrap_or(Orientation::Portrait);
    for (at, (block, now)) in document.blocks.iter().zip(lies).enumerate() {
        if now != before {
            section_end(xml, frames, before, false);
            body.begins_page = true;
            body.follows_table = false;
        }
        before = now;
        body.keeps_next = stays_with_next(&document.blocks, at);
        match block {
            Block::Chart(chart) => pictures.write(xml, chart, relations, now),
            block => body.block(xml, block, now)?,
        }
        body.begins_page = false;
        body.follows_table = matches!(block, Block::Table(_));
    }
    if body.follows_table {
        // A document ends with a paragraph.
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "SectionEnd"));
        });
    }
    section(xml, frames, before, false);
    Ok(())
}

struct Body {
    lang: text::Lang,
    /// Nothing stands on the page yet.
    begins_page: bool,
    follows_table: bool,
    /// The paragraph stays with what follows; so does the last but one of points and terms: none stands alone on a page.
    keeps_next: bool,
    /// How many there have been.
    headings: usize,
}

impl Body {
    fn block(&mut self, xml: &mut Xml, block: &Block, on: Orientation) -> Result<(), RenderError> {
        match block {
            Block::Heading(heading) => self.heading(xml, heading),
            Block::Paragraph(text) => self.paragraph(xml, None, text),
            Block::Note(text) => self.paragraph(xml, Some("Note"), text),
            Block::Verdict(text) => self.paragraph(xml, Some("Verdict"), text),
            Block::Bullets(points) => {
                for (at, point) in points.iter().enumerate() {
                    self.keeps_next = at + 2 == points.len();
                    self.paragraph(xml, Some("ListBullet"), point);
                }
            }
            Block::Terms(terms) => {
                for (at, term) in terms.iter().enumerate() {
                    self.keeps_next = at + 2 == terms.len();
                    self.term(xml, term);
                }
            }
            Block::Ticks { label, boxes } => self.ticks(xml, label, boxes),
            Block::Scale(scale) => scale::write(xml, scale, on),
            Block::Table(table) => table::write(xml, table, self.lang)?,
            // Charts need more than this has.
            Block::Chart(_) => {}
        }
        Ok(())
    }

    fn heading(&mut self, xml: &mut Xml, heading: &Heading) {
        let style = format!("Heading{}", heading.level.clamp(1, 4));
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.val("w:pStyle", &style);
                if heading.new_page && !self.begins_page {
                    xml.empty("w:pageBreakBefore", &[]);
                }
            });
            let id = self.headings.to_string();
            let name = bookmark(self.headings);
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            run(xml, None, &heading.whole());
            xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
        self.headings += 1;
    }

    fn paragraph(&mut self, xml: &mut Xml, style: Option<&str>, text: &Text) {
        self.written(xml, style, |xml| runs(xml, text));
    }

    fn written(&mut self, xml: &mut Xml, style: Option<&str>, write: impl FnOnce(&mut Xml)) {
        // Notes belong to what they follow and keep their own distance.
        let apart = self.follows_table && style != Some("Note");
        self.follows_table = false;
        xml.within("w:p", &[], |xml| {
            if style.is_some() || apart || self.keeps_next {
                xml.within("w:pPr", &[], |xml| {
                    if let Some(style) = style {
                        xml.val("w:pStyle", style);
                    }
                    if self.keeps_next {
                        xml.empty("w:keepNext", &[]);
                    }
                    if apart {
                        xml.empty("w:spacing", &[("w:before", BELOW_TABLE)]);
                    }
                });
            }
            write(xml);
        });
    }

    fn term(&mut self, xml: &mut Xml, term: &Term) {
        self.written(xml, Some("Term"), |xml| run(xml, None, &term.term));
        for text in &term.means {
            self.paragraph(xml, Some("Means"), text);
        }
    }

    fn ticks(&mut self, xml: &mut Xml, label: &str, boxes: &[Tick]) {
        self.written(xml, Some("Term"), |xml| run(xml, None, label));
        self.written(xml, Some("Ticks"), |xml| {
            for (at, tick) in boxes.iter().enumerate() {
                if at > 0 {
                    run(xml, None, "\u{2003} ");
                }
                sign(xml, None, if tick.ticked { "☒" } else { "☐" }, None);
                // A box and its name are one: a line does not end within them.
                let name = format!(" {}", tick.label).replace(' ', "\u{a0}");
                run(xml, tick.ticked.then_some("Strong"), &name);
            }
        });
    }
}
