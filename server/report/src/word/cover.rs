//! The cover.

use super::inline::{run, runs};
use super::xml::Xml;
use crate::document::{Document, Fact};

pub(super) fn write(xml: &mut Xml, document: &Document) {
    line(xml, "CoverAgency", &document.agency);
    if let Some(mark) = &document.mark {
        line(xml, "CoverMark", mark);
    }
    line(xml, "Title", &document.title);
    line(xml, "Subtitle", &document.subtitle);
    facts(xml, ["CoverFactFirst", "CoverFact"], &document.facts);
    facts(xml, ["CoverLevelFirst", "CoverLevel"], &document.verdicts);
}

/// Labels in a column of their own, by a tab: a table would have no heads.
fn facts(xml: &mut Xml, [first, later]: [&str; 2], facts: &[Fact]) {
    for (at, fact) in facts.iter().enumerate() {
        let style = if at == 0 { first } else { later };
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", style));
            run(xml, Some("Strong"), &fact.label);
            xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
            runs(xml, &fact.text);
        });
    }
}

fn line(xml: &mut Xml, style: &str, words: &str) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", style));
        run(xml, None, words);
    });
}
