//! The five levels beside each other, with what is proposed and what is judged beneath its own.

use domain::level::FulfilmentLevel;

use super::inline::{ball, level, run, sign};
use super::page::Orientation;
use super::palette;
use super::table::{About, begin, border, ground, row_begin};
use super::xml::Xml;
use crate::document::{LevelMark, Scale};

pub(super) fn write(xml: &mut Xml, scale: &Scale, on: Orientation) {
    paragraph(xml, "Caption", |xml| run(xml, Some("Strong"), &scale.label));
    let columns = u32::try_from(scale.steps.len()).unwrap_or(1).max(1);
    let widths = vec![on.text_width() / columns; scale.steps.len()];
    if !widths.is_empty() {
        xml.within("w:tbl", &[], |xml| {
            let about = About {
                style: "NyttaScale",
                title: &scale.label,
                description: &scale.says,
                first_column: false,
            };
            begin(xml, &about, &widths);
            rows(xml, scale, &widths);
        });
    }
    paragraph(xml, "Note", |xml| run(xml, None, &scale.says));
}

fn rows(xml: &mut Xml, scale: &Scale, widths: &[u32]) {
    let steps = || scale.steps.iter().zip(FulfilmentLevel::ALL).zip(widths);
    xml.within("w:tr", &[], |xml| {
        row_begin(xml, true, true);
        for (((name, _), level), width) in steps() {
            cell(xml, scale, level, *width, |xml| {
                paragraph(xml, "ScaleHead", |xml| {
                    let (_, _, edge) = palette::level(level);
                    sign(xml, None, ball(level), Some(edge));
                    run(xml, None, &format!("\u{a0}{name}"));
                });
            });
        }
    });
    xml.within("w:tr", &[], |xml| {
        row_begin(xml, true, false);
        for (((_, range), level), width) in steps() {
            cell(xml, scale, level, *width, |xml| {
                paragraph(xml, "ScaleText", |xml| run(xml, None, range));
            });
        }
    });
    let marks = [&scale.judged, &scale.proposed];
    let marks: Vec<&LevelMark> = marks.into_iter().flatten().collect();
    if marks.is_empty() {
        return;
    }
    xml.within("w:tr", &[], |xml| {
        row_begin(xml, true, false);
        for ((_, step), width) in steps() {
            cell(xml, scale, step, *width, |xml| {
                let here: Vec<_> = marks.iter().filter(|mark| mark.level == step).collect();
                for mark in &here {
                    // What is said beside does not fit in the box of the mark: a box on two lines is two.
                    let (words, beside) = mark.words.split_once(", ").unwrap_or((&mark.words, ""));
                    let mark = LevelMark {
                        words: one_line(words),
                        ..(**mark).clone()
                    };
                    paragraph(xml, "ScaleText", |xml| level(xml, &mark));
                    if !beside.is_empty() {
                        paragraph(xml, "ScaleText", |xml| run(xml, None, beside));
                    }
                }
                if here.is_empty() {
                    paragraph(xml, "ScaleText", |_| ());
                }
            });
        }
    });
}

/// The words on one line, where it holds them.
fn one_line(words: &str) -> String {
    const LINE: usize = 18;
    if words.chars().count() > LINE {
        return words.to_owned();
    }
    words.replace(' ', "\u{a0}")
}

/// Ground and outline say again what the words beneath say.
fn cell(xml: &mut Xml, scale: &Scale, level: FulfilmentLevel, width: u32, write: impl FnOnce(&mut Xml)) {
    let is = |mark: &Option<LevelMark>| mark.as_ref().is_some_and(|mark| mark.level == level);
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if is(&scale.proposed) {
                let (_, _, edge) = palette::level(level);
                xml.within("w:tcBorders", &[], |xml| {
                    border(xml, "w:left", 12, edge);
                    border(xml, "w:right", 12, edge);
                });
            }
            if is(&scale.judged) {
                ground(xml);
            }
        });
        write(xml);
    });
}

fn paragraph(xml: &mut Xml, style: &str, write: impl FnOnce(&mut Xml)) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", style));
        write(xml);
    });
}
