//! Heads and feet of pages.

use text::Lang;

use super::inline::{field, run};
use super::page::Orientation;
use super::xml::{NAMESPACES, Xml};
use crate::document::Document;

/// Stand where Word writes the numbers.
const PAGE: &str = "\u{e000}";
const PAGES: &str = "\u{e001}";

/// The cover says it all itself.
pub(super) fn cover_head() -> Xml {
    frame("w:hdr", "Footer", |_| ())
}

pub(super) fn cover_foot() -> Xml {
    frame("w:ftr", "Footer", |_| ())
}

/// The agency, that the report is not decided, and below them the report's name.
pub(super) fn head(document: &Document, orientation: Orientation) -> Xml {
    let mut xml = Xml::new();
    xml.within("w:hdr", NAMESPACES, |xml| {
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.val("w:pStyle", "Header");
                xml.within("w:pBdr", &[], |xml| {
                    xml.empty("w:bottom", &[("w:val", "nil")]);
                });
                xml.within("w:tabs", &[], |xml| {
                    let width = orientation.text_width().to_string();
                    xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &width)]);
                });
            });
            run(xml, None, &document.agency);
            if let Some(mark) = &document.mark {
                xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
                run(xml, Some("Strong"), mark);
            }
        });
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "Header"));
            run(xml, None, &document.name);
        });
    });
    xml
}

/// "Sida 3 av 42".
pub(super) fn foot(lang: Lang) -> Xml {
    let words = lang.t_with(
        "report-word-page",
        &[("page", PAGE.into()), ("pages", PAGES.into())],
    );
    frame("w:ftr", "Footer", |xml| {
        for piece in pieces(&words) {
            match piece {
                PAGE => field(xml, "PAGE", "1"),
                PAGES => field(xml, "NUMPAGES", "1"),
                words => run(xml, None, words),
            }
        }
    })
}

fn pieces(words: &str) -> impl Iterator<Item = &str> {
    let is_place = |character: char| [PAGE, PAGES].iter().any(|place| place.starts_with(character));
    words.split_inclusive(is_place).flat_map(move |piece| {
        let at = piece.find(is_place).unwrap_or(piece.len());
        let (words, place) = piece.split_at(at);
        [words, place].into_iter().filter(|piece| !piece.is_empty())
    })
}

fn frame(name: &str, style: &str, write: impl FnOnce(&mut Xml)) -> Xml {
    let mut xml = Xml::new();
    xml.within(name, NAMESPACES, |xml| {
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", style));
            write(xml);
        });
    });
    xml
}
