//! Styles of tables: lines between rows and none between columns; the scale is a row of boxes.

use text::Lang;

use super::super::palette::{LINE, QUIET};
use super::super::table::border;
use super::super::widths::MARGINS;
use super::super::xml::Xml;

pub(super) fn write(xml: &mut Xml, lang: Lang, accent: &str) {
    let plain = [
        ("w:type", "table"),
        ("w:styleId", "TableNormal"),
        ("w:default", "1"),
    ];
    xml.within("w:style", &plain, |xml| {
        xml.val("w:name", "Normal Table");
        xml.number("w:uiPriority", 99);
        xml.within("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
            margins(xml);
        });
    });
    let lists = [
        ("w:type", "numbering"),
        ("w:styleId", "NoList"),
        ("w:default", "1"),
    ];
    xml.within("w:style", &lists, |xml| {
        xml.val("w:name", "No List");
        xml.number("w:uiPriority", 99);
    });
    own(xml, "NyttaTable", &lang.t("report-word-style-table"), |xml| {
        xml.within("w:tblPr", &[], |xml| {
            xml.within("w:tblBorders", &[], |xml| {
                border(xml, "w:bottom", 6, QUIET);
                border(xml, "w:insideH", 4, LINE);
            });
            margins(xml);
        });
        xml.within("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            xml.within("w:tcPr", &[], |xml| {
                xml.within("w:tcBorders", &[], |xml| {
                    border(xml, "w:top", 8, accent);
                    border(xml, "w:bottom", 8, QUIET);
                });
                xml.val("w:vAlign", "bottom");
            });
        });
    });
    own(xml, "NyttaScale", &lang.t("report-word-style-scale"), |xml| {
        xml.within("w:tblPr", &[], |xml| {
            xml.within("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideV"] {
                    border(xml, side, 4, LINE);
                }
            });
            margins(xml);
        });
    });
}

fn own(xml: &mut Xml, id: &str, name: &str, write: impl FnOnce(&mut Xml)) {
    xml.within("w:style", &[("w:type", "table"), ("w:styleId", id)], |xml| {
        xml.val("w:name", name);
        xml.val("w:basedOn", "TableNormal");
        xml.number("w:uiPriority", 20);
        xml.empty("w:qFormat", &[]);
        write(xml);
    });
}

fn margins(xml: &mut Xml) {
    let side = (MARGINS / 2).to_string();
    xml.within("w:tblCellMar", &[], |xml| {
        for (name, width) in [
            ("w:top", "0"),
            ("w:left", &*side),
            ("w:bottom", "0"),
            ("w:right", &*side),
        ] {
            xml.empty(name, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}
