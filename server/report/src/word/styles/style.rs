//! A style, and the order in which Word wants what it says.

use super::super::xml::Xml;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Character,
}

/// How paragraphs stand. Lengths in twentieths of a point.
#[derive(Clone, Default)]
pub(super) struct Paragraphs {
    pub keep_next: Option<bool>,
    pub keep_lines: bool,
    pub page_break_before: bool,
    /// The list that it is a point of.
    pub list: Option<i64>,
    /// Colour of a line below, or of one to the left.
    pub line_below: Option<String>,
    pub line_left: Option<String>,
    /// Where a tab leads: to the right edge with a row of dots, or to a column.
    pub tab: Option<(&'static str, &'static str, u32)>,
    pub no_hyphens: bool,
    pub before: Option<u32>,
    pub after: Option<u32>,
    /// 240 is one line; "exact" otherwise.
    pub line: Option<(u32, &'static str)>,
    pub left: u32,
    pub hanging: u32,
    pub align: Option<&'static str>,
    /// From 0.
    pub outline: Option<u8>,
}

/// How letters look. Sizes in halves of a point.
#[derive(Clone, Default)]
pub(super) struct Characters {
    pub font: Option<&'static str>,
    pub bold: bool,
    pub italic: bool,
    pub no_proof: bool,
    pub color: Option<String>,
    pub size: Option<u32>,
    /// Kind and colour of an outline.
    pub outline: Option<(&'static str, &'static str)>,
    /// Ground.
    pub ground: Option<&'static str>,
    /// Kind of a line beneath.
    pub underline: Option<&'static str>,
}

pub(super) struct Style {
    pub kind: Kind,
    pub id: &'static str,
    pub name: String,
    pub based_on: Option<&'static str>,
    pub next: Option<&'static str>,
    /// Where Word lists it.
    pub priority: i64,
    pub is_default: bool,
    pub paragraphs: Paragraphs,
    pub characters: Characters,
}

impl Style {
    pub(super) fn write(&self, xml: &mut Xml) {
        let kind = match self.kind {
            Kind::Paragraph => "paragraph",
            Kind::Character => "character",
        };
        let mut attributes = vec![("w:type", kind), ("w:styleId", self.id)];
        if self.is_default {
            attributes.push(("w:default", "1"));
        }
        xml.within("w:style", &attributes, |xml| {
            xml.val("w:name", &self.name);
            if let Some(based_on) = self.based_on {
                xml.val("w:basedOn", based_on);
            }
            if let Some(next) = self.next {
                xml.val("w:next", next);
            }
            xml.number("w:uiPriority", self.priority);
            xml.empty("w:qFormat", &[]);
            if self.kind == Kind::Paragraph {
                xml.within("w:pPr", &[], |xml| self.paragraphs.write(xml));
            }
            xml.within("w:rPr", &[], |xml| self.characters.write(xml));
        });
    }
}

impl Paragraphs {
    fn write(&self, xml: &mut Xml) {
        if let Some(keep_next) = self.keep_next {
            xml.val("w:keepNext", if keep_next { "1" } else { "0" });
        }
        let flag = |xml: &mut Xml, name: &str, is: bool| {
            if is {
                xml.empty(name, &[]);
            }
        };
        flag(xml, "w:keepLines", self.keep_lines);
        flag(xml, "w:pageBreakBefore", self.page_break_before);
        if let Some(list) = self.list {
            xml.within("w:numPr", &[], |xml| xml.number("w:numId", list));
        }
        if self.line_below.is_some() || self.line_left.is_some() {
            xml.within("w:pBdr", &[], |xml| {
                let line = |xml: &mut Xml, side: &str, width: &str, space: &str, color: &str| {
                    let line = [
                        ("w:val", "single"),
                        ("w:sz", width),
                        ("w:space", space),
                        ("w:color", color),
                    ];
                    xml.empty(side, &line);
                };
                if let Some(color) = &self.line_left {
                    line(xml, "w:left", "24", "10", color);
                }
                if let Some(color) = &self.line_below {
                    line(xml, "w:bottom", "6", "6", color);
                }
            });
        }
        if let Some((kind, leader, at)) = self.tab {
            xml.within("w:tabs", &[], |xml| {
                let at = at.to_string();
                xml.empty("w:tab", &[("w:val", kind), ("w:leader", leader), ("w:pos", &at)]);
            });
        }
        flag(xml, "w:suppressAutoHyphens", self.no_hyphens);
        self.spacing(xml);
        if self.left > 0 || self.hanging > 0 {
            let (left, hanging) = (self.left.to_string(), self.hanging.to_string());
            xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
        }
        if let Some(align) = self.align {
            xml.val("w:jc", align);
        }
        if let Some(outline) = self.outline {
            xml.number("w:outlineLvl", outline.into());
        }
    }

    fn spacing(&self, xml: &mut Xml) {
        let number = |number: Option<u32>| number.map(|number| number.to_string());
        let (before, after) = (number(self.before), number(self.after));
        let line = number(self.line.map(|(line, _)| line));
        let mut spacing = Vec::new();
        for (name, value) in [("w:before", &before), ("w:after", &after), ("w:line", &line)] {
            if let Some(value) = value {
                spacing.push((name, value.as_str()));
            }
        }
        if let Some((_, rule)) = self.line {
            spacing.push(("w:lineRule", rule));
        }
        if !spacing.is_empty() {
            xml.empty("w:spacing", &spacing);
        }
    }
}

impl Characters {
    pub(super) fn write(&self, xml: &mut Xml) {
        if let Some(font) = self.font {
            let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|part| (part, font));
            xml.empty("w:rFonts", &fonts);
        }
        if self.bold {
            xml.empty("w:b", &[]);
            xml.empty("w:bCs", &[]);
        }
        if self.italic {
            xml.empty("w:i", &[]);
            xml.empty("w:iCs", &[]);
        }
        if self.no_proof {
            xml.empty("w:noProof", &[]);
        }
        if let Some(color) = &self.color {
            xml.val("w:color", color);
        }
        if let Some(size) = self.size {
            xml.number("w:sz", size.into());
            xml.number("w:szCs", size.into());
        }
        if let Some(underline) = self.underline {
            xml.val("w:u", underline);
        }
        if let Some((kind, color)) = self.outline {
            let outline = [
                ("w:val", kind),
                ("w:sz", "4"),
                ("w:space", "0"),
                ("w:color", color),
            ];
            xml.empty("w:bdr", &outline);
        }
        if let Some(ground) = self.ground {
            let ground = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)];
            xml.empty("w:shd", &ground);
        }
    }
}
