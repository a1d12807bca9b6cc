//! The list of contents: Word's own, with what it comes to but for the pages.

use super::inline::{field_begin, field_end, run};
use super::xml::Xml;
use crate::document::{Document, Heading};

/// Headings down to this level are listed.
const DEEPEST: u8 = 2;

pub(super) fn write(xml: &mut Xml, document: &Document) {
    xml.within("w:sdt", &[], |xml| {
        // So that Word offers to bring the list up to date.
        xml.within("w:sdtPr", &[], |xml| {
            xml.within("w:docPartObj", &[], |xml| {
                xml.val("w:docPartGallery", "Table of Contents");
                xml.empty("w:docPartUnique", &[]);
            });
        });
        xml.within("w:sdtContent", &[], |xml| {
            xml.within("w:p", &[], |xml| {
                xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "TOCHeading"));
                run(xml, None, &document.contents);
            });
            entries(xml, document);
        });
    });
}

fn entries(xml: &mut Xml, document: &Document) {
    let listed: Vec<(usize, &Heading)> = document
        .headings()
        .enumerate()
        .filter(|(_, heading)| heading.level <= DEEPEST)
        .collect();
    let last = listed.len().saturating_sub(1);
    let field = format!("TOC \\o \"1-{DEEPEST}\" \\h \\z \\u");
    if listed.is_empty() {
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "TOC1"));
            field_begin(xml, &field);
            field_end(xml);
        });
    }
    for (place, (at, heading)) in listed.into_iter().enumerate() {
        xml.within("w:p", &[], |xml| {
            let style = format!("TOC{}", heading.level.max(1));
            xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", &style));
            if place == 0 {
                field_begin(xml, &field);
            }
            let link = [("w:anchor", bookmark(at)), ("w:history", "1".to_owned())];
            let link = link.each_ref().map(|(name, value)| (*name, value.as_str()));
            xml.within("w:hyperlink", &link, |xml| run(xml, None, &heading.whole()));
            if place == last {
                field_end(xml);
            }
        });
    }
}

/// The name of the place of a heading, counted from 0: as Word names those that a list of contents leads to.
pub(super) fn bookmark(at: usize) -> String {
    format!("_Toc{at:09}")
}
