//! The points of lists.

use super::fonts::SANS;
use super::xml::{NAMESPACES, Xml};

/// The list that all points are of.
pub(super) const POINTS: i64 = 1;

pub(super) fn part() -> Xml {
    let mut xml = Xml::new();
    xml.within("w:numbering", NAMESPACES, |xml| {
        xml.within("w:abstractNum", &[("w:abstractNumId", "0")], |xml| {
            xml.val("w:multiLevelType", "singleLevel");
            xml.within("w:lvl", &[("w:ilvl", "0")], |xml| {
                xml.number("w:start", 1);
                xml.val("w:numFmt", "bullet");
                xml.val("w:pStyle", "ListBullet");
                xml.val("w:lvlText", "•");
                xml.val("w:lvlJc", "left");
                xml.within("w:pPr", &[], |xml| {
                    xml.empty("w:ind", &[("w:left", "397"), ("w:hanging", "284")]);
                });
                xml.within("w:rPr", &[], |xml| {
                    xml.empty(
                        "w:rFonts",
                        &[("w:ascii", SANS), ("w:hAnsi", SANS), ("w:cs", SANS)],
                    );
                });
            });
        });
        xml.within("w:num", &[("w:numId", &POINTS.to_string())], |xml| {
            xml.number("w:abstractNumId", 0);
        });
    });
    xml
}
