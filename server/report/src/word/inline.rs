//! Text within a paragraph.

use domain::level::FulfilmentLevel;

use super::fonts::SIGNS;
use super::palette;
use super::xml::{Xml, is_legal};
use crate::document::{LevelMark, Span, Standing, Text};

/// Writes the pieces of a text.
pub(super) fn runs(xml: &mut Xml, text: &Text) {
    for span in text {
        match span {
            Span::Plain(words) => run(xml, None, words),
            Span::Strong(words) => run(xml, Some("Strong"), words),
            Span::Small(words) => run(xml, Some("Small"), words),
            Span::Gap(words) => run(xml, Some("Gap"), words),
            Span::Code(words) => run(xml, Some("Code"), words),
            Span::Level(mark) => level(xml, mark),
        }
    }
}

/// A level: ball and words, filled where people have decided it, outlined where not.
pub(super) fn level(xml: &mut Xml, mark: &LevelMark) {
    let style = match mark.standing {
        Standing::Decided => Some("LevelDecided"),
        Standing::Proposed => Some("LevelProposed"),
        Standing::Bare => None,
    };
    let (_, _, edge) = palette::level(mark.level);
    sign(xml, style, ball(mark.level), Some(edge));
    run(xml, style, &format!("\u{a0}{}", mark.words));
}

/// The ball of a level: empty, a quarter, half, three quarters, full.
pub(super) fn ball(level: FulfilmentLevel) -> &'static str {
    match level {
        FulfilmentLevel::Ingen => "○",
        FulfilmentLevel::Viss => "◔",
        FulfilmentLevel::Godkand => "◑",
        FulfilmentLevel::God => "◕",
        FulfilmentLevel::Full => "●",
    }
}

/// A sign that fonts of text lack.
pub(super) fn sign(xml: &mut Xml, style: Option<&str>, sign: &str, color: Option<&str>) {
    xml.within("w:r", &[], |xml| {
        xml.within("w:rPr", &[], |xml| {
            if let Some(style) = style {
                xml.val("w:rStyle", style);
            }
            let fonts = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|part| (part, SIGNS));
            xml.empty("w:rFonts", &fonts);
            if let Some(color) = color {
                xml.val("w:color", color);
            }
        });
        content(xml, sign);
    });
}

/// Words, in a style for characters.
pub(super) fn run(xml: &mut Xml, style: Option<&str>, words: &str) {
    if words.is_empty() {
        return;
    }
    xml.within("w:r", &[], |xml| {
        if let Some(style) = style {
            xml.within("w:rPr", &[], |xml| xml.val("w:rStyle", style));
        }
        content(xml, words);
    });
}

/// What Word works out, with what it last came to.
pub(super) fn field(xml: &mut Xml, instruction: &str, last: &str) {
    field_begin(xml, instruction);
    run(xml, None, last);
    field_end(xml);
}

pub(super) fn field_begin(xml: &mut Xml, instruction: &str) {
    field_mark(xml, "begin");
    xml.within("w:r", &[], |xml| {
        let space = [("xml:space", "preserve")];
        xml.words("w:instrText", &space, &format!(" {instruction} "));
    });
    field_mark(xml, "separate");
}

pub(super) fn field_end(xml: &mut Xml) {
    field_mark(xml, "end");
}

fn field_mark(xml: &mut Xml, which: &str) {
    xml.within("w:r", &[], |xml| {
        xml.empty("w:fldChar", &[("w:fldCharType", which)])
    });
}

/// Lines, tabs and hyphens are elements of their own.
fn content(xml: &mut Xml, words: &str) {
    let mut plain = String::new();
    for character in words.chars().filter(|character| is_legal(*character)) {
        let own = match character {
            '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => "w:br",
            '\t' => "w:tab",
            '\u{ad}' => "w:softHyphen",
            '\u{2011}' => "w:noBreakHyphen",
            _ => {
                plain.push(character);
                continue;
            }
        };
        flush(xml, &mut plain);
        xml.empty(own, &[]);
    }
    flush(xml, &mut plain);
}

fn flush(xml: &mut Xml, plain: &mut String) {
    if !plain.is_empty() {
        xml.words("w:t", &[("xml:space", "preserve")], plain);
        plain.clear();
    }
}
