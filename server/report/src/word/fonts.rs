//! The fonts, and what stands in for each where it is not there. None is in the file.

use super::xml::{NAMESPACES, Xml};

/// Text: on every machine, or a twin of the same widths.
pub(super) const SANS: &str = "Arial";
/// Hashes.
pub(super) const MONO: &str = "Courier New";
/// Balls and boxes, which the others lack.
pub(super) const SIGNS: &str = "Segoe UI Symbol";

pub(super) fn part() -> Xml {
    let mut xml = Xml::new();
    xml.within("w:fonts", NAMESPACES, |xml| {
        for (name, instead, family, pitch) in [
            (
                SANS,
                "Liberation Sans, Helvetica, DejaVu Sans",
                "swiss",
                "variable",
            ),
            (MONO, "Liberation Mono, DejaVu Sans Mono", "modern", "fixed"),
            (
                SIGNS,
                "Apple Symbols, DejaVu Sans, Noto Sans Symbols2",
                "auto",
                "variable",
            ),
        ] {
            xml.within("w:font", &[("w:name", name)], |xml| {
                xml.val("w:altName", instead);
                xml.val("w:charset", "00");
                xml.val("w:family", family);
                xml.val("w:pitch", pitch);
            });
        }
    });
    xml
}
