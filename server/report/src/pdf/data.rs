//! The document as the template reads it, and the pictures beside it.

use chrono::Datelike;
use serde_json::{Value, json};
use text::Lang;

use super::width::{self, Layout};
use crate::chart::{chart_svg, scale_svg};
use crate::document::{
    Align, Block, Cell, Column, Document, Fact, Heading, LevelMark, Row, Scale, Span, Standing, Table, Text,
    stays_with_next, stays_with_next_in_cell,
};
use crate::fonts;
use crate::look::{self, Look, level_look};

/// Width of pictures: that of a standing page's text.
const PICTURE_MM: u16 = 166;
/// Words longer than this may break where no dictionary lets them.
const LONG_WORD: usize = 36;
/// Words of so many letters may be hyphenated. They stand apart in what the template is given: a rule of its own that looks
/// for them takes ten times as long as setting the whole report.
const HYPHENATED: usize = 10;
/// Numbers of so many characters at most are kept on one line.
const LONGEST_NUMBER: usize = 24;
/// In so many pieces' length.
const PIECE: usize = 12;
/// Tables of this many characters at most are kept on one page, and rows of as many.
const WHOLE_TABLE: usize = 900;
const WHOLE_ROW: usize = 700;
/// The same of a paragraph among others in a cell: a dozen lines of a narrow column.
const WHOLE_PARAGRAPH: usize = 700;

/// What the template is given.
pub(super) struct Data {
    /// The document.
    pub json: Value,
    /// Pictures by name.
    pub pictures: Vec<(String, String)>,
}

/// The document, which must be clean, for the template.
pub(super) fn data(document: &Document, look: &Look) -> Data {
    let mut writer = Writer {
        look,
        pictures: Vec::new(),
        level: 0,
    };
    let sections = writer.sections(&document.blocks);
    let region = match document.lang {
        Lang::Sv => "SE",
        Lang::En => "GB",
    };
    let description: Vec<&str> = [
        Some(document.subtitle.as_str()),
        document.registry_number.as_deref(),
        document.mark.as_deref(),
    ]
    .into_iter()
    .flatten()
    .filter(|words| !words.trim().is_empty())
    .collect();
    let levels: serde_json::Map<String, Value> = domain::level::FulfilmentLevel::ALL
        .into_iter()
        .map(|level| {
            let colours = level_look(level);
            let colours = json!({ "fill": colours.fill, "on": colours.on, "edge": colours.edge });
            (level.rank().to_string(), colours)
        })
        .collect();
    let json = json!({
        "lang": document.lang.code(),
        "region": region,
        "agency": document.agency.trim(),
        "title": or_dash(&document.title),
        "subtitle": document.subtitle,
        "name": or_dash(&document.name),
        "mark": document.mark.as_deref().filter(|mark| !mark.trim().is_empty()),
        "dated": [document.dated.year(), document.dated.month(), document.dated.day()],
        "keywords": document.registry_number.iter().filter(|words| !words.trim().is_empty()).collect::<Vec<_>>(),
        "description": description.join(". "),
        "facts": document.facts.iter().map(fact).collect::<Vec<_>>(),
        "verdicts": document.verdicts.iter().map(fact).collect::<Vec<_>>(),
        "contents": or_dash(&document.contents),
        "sections": sections,
        "words": {
            "ticked": document.lang.t("report-box-ticked"),
            "unticked": document.lang.t("report-box-unticked"),
        },
        "look": {
            "accent": look.accent.to_string(),
            "ink": look::INK,
            "quiet": look::QUIET,
            "line": look::LINE,
            "sunken": look::SUNKEN,
            "levels": levels,
            "serif": fonts::SERIF,
            "sans": fonts::SANS,
            "mono": fonts::MONO,
        },
    });
    Data {
        json,
        pictures: writer.pictures,
    }
}

/// What has to say something, says at least that it does not.
fn or_dash(text: &str) -> &str {
    if text.trim().is_empty() {
        "–"
    } else {
        text.trim()
    }
}

fn fact(fact: &Fact) -> Value {
    json!({ "label": fact.label, "text": spans(&fact.text) })
}

struct Writer<'a> {
    look: &'a Look,
    pictures: Vec<(String, String)>,
    /// Level of the last heading.
    level: u8,
}

impl Writer<'_> {
    /// Runs of blocks on pages that stand or lie. Headings go with the table that they head.
    fn sections(&mut self, blocks: &[Block]) -> Vec<Value> {
        let mut sections: Vec<(bool, Vec<Value>)> = Vec::new();
        let mut place = |landscape: bool, blocks: Vec<Value>| match sections.last_mut() {
            Some((lies, last)) if *lies == landscape => last.extend(blocks),
            _ => sections.push((landscape, blocks)),
        };
        let mut heads = Vec::new();
        let mut lies = false;
        for (at, block) in blocks.iter().enumerate() {
            let layout = match block {
                Block::Table(table) => Some(width::layout(table)),
                _ => None,
            };
            let Some(mut value) = self.block(block, layout.as_ref()) else {
                continue;
            };
            if stays_with_next(blocks, at) {
                value["sticky"] = json!(true);
            }
            match block {
                Block::Heading(_) => heads.push(value),
                Block::Note(_) if heads.is_empty() => place(lies, vec![value]),
                _ => {
                    lies = layout.is_some_and(|layout| layout.landscape);
                    heads.push(value);
                    place(lies, std::mem::take(&mut heads));
                }
            }
        }
        if !heads.is_empty() {
            place(false, heads);
        }
        let sections = sections.into_iter();
        sections
            .map(|(landscape, blocks)| json!({ "landscape": landscape, "blocks": together(blocks) }))
            .collect()
    }

    fn block(&mut self, block: &Block, layout: Option<&Layout>) -> Option<Value> {
        Some(match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => json!({ "kind": "paragraph", "text": said(text)? }),
            Block::Note(text) => json!({ "kind": "note", "text": said(text)? }),
            Block::Verdict(text) => json!({ "kind": "verdict", "text": said(text)? }),
            Block::Bullets(points) => {
                let points: Vec<Value> = points.iter().filter_map(said).collect();
                if points.is_empty() {
                    return None;
                }
                json!({ "kind": "bullets", "points": points })
            }
            Block::Terms(terms) => {
                let terms: Vec<Value> = terms
                    .iter()
                    .map(|term| json!({ "term": pieces(&term.term), "means": term.means.iter().map(spans).collect::<Vec<_>>() }))
                    .collect();
                if terms.is_empty() {
                    return None;
                }
                json!({ "kind": "terms", "terms": terms })
            }
            Block::Ticks { label, boxes } => json!({
                "kind": "ticks",
                "label": pieces(label),
                "boxes": boxes.iter().map(|tick| json!({ "label": pieces(&tick.label), "ticked": tick.ticked })).collect::<Vec<_>>(),
            }),
            Block::Scale(scale) => self.scale(scale),
            Block::Table(table) => table_value(table, layout?)?,
            Block::Chart(chart) => {
                let picture = self.picture(chart_svg(chart, self.look, PICTURE_MM));
                let alt = [&chart.alt, &chart.caption, &chart.label];
                let alt = alt.into_iter().find(|alt| !alt.trim().is_empty());
                json!({
                    "kind": "chart",
                    "label": pieces(&chart.label),
                    "caption": pieces(&chart.caption),
                    "alt": alt.map_or("–", |alt| alt.trim()),
                    "picture": picture,
                })
            }
        })
    }

    /// A heading is one level below the last at most, whoever built the document: readers' tools count on it.
    fn heading(&mut self, heading: &Heading) -> Value {
        let level = heading.level.clamp(1, 4).min(self.level + 1);
        self.level = level;
        json!({
            "kind": "heading",
            "level": level,
            "number": heading.number.as_deref().map(str::trim).filter(|number| !number.is_empty()),
            "text": pieces(or_dash(&heading.text)),
            "new_page": heading.new_page,
        })
    }

    fn scale(&mut self, scale: &Scale) -> Value {
        let picture = self.picture(scale_svg(scale, PICTURE_MM));
        json!({ "kind": "scale", "label": pieces(&scale.label), "says": pieces(&scale.says), "alt": or_dash(&scale.says), "picture": picture })
    }

    fn picture(&mut self, svg: String) -> String {
        let name = format!("picture-{}.svg", self.pictures.len());
        self.pictures.push((name.clone(), svg));
        name
    }
}

/// Boxes and the scale that follows them are one picture: they stay on one page, below their heading.
fn together(blocks: Vec<Value>) -> Vec<Value> {
    let joins = |block: &Value| matches!(block["kind"].as_str(), Some("ticks" | "scale"));
    let mut all: Vec<Value> = Vec::with_capacity(blocks.len());
    let mut run: Vec<Value> = Vec::new();
    for block in blocks {
        if joins(&block) {
            run.push(block);
            continue;
        }
        all.extend(joined(std::mem::take(&mut run)));
        all.push(block);
    }
    all.extend(joined(run));
    all
}

fn joined(run: Vec<Value>) -> Option<Value> {
    match run.len() {
        0 => None,
        1 => run.into_iter().next(),
        _ => Some(json!({ "kind": "together", "blocks": run })),
    }
}

/// Paragraphs of a cell, with which of them stay with the next and which are not broken over pages.
fn cell_text(paragraphs: &[Text]) -> Vec<Value> {
    let said: Vec<(&Text, Value)> = paragraphs
        .iter()
        .filter_map(|text| Some((text, said(text)?)))
        .collect();
    let texts: Vec<&Text> = said.iter().map(|(text, _)| *text).collect();
    let stays: Vec<bool> = (0..texts.len())
        .map(|at| stays_with_next_in_cell(&texts, at))
        .collect();
    said.into_iter()
        .zip(stays)
        .map(|((text, spans), stays)| {
            json!({ "spans": spans, "stays": stays, "whole": length(text) <= WHOLE_PARAGRAPH })
        })
        .collect()
}

/// How many characters a text has.
fn length(text: &Text) -> usize {
    text.iter().map(|span| span.words().chars().count()).sum()
}

/// A text that says something.
fn said(text: &Text) -> Option<Value> {
    text.iter()
        .any(|span| !span.words().trim().is_empty())
        .then(|| spans(text))
}

fn spans(text: &Text) -> Value {
    text.iter()
        .filter(|span| !span.words().is_empty())
        .map(span)
        .collect()
}

fn span(span: &Span) -> Value {
    match span {
        Span::Plain(words) => worded("plain", words),
        Span::Strong(words) => worded("strong", words),
        Span::Small(words) => worded("small", words),
        Span::Gap(words) => {
            let (first, rest) = led(words, 1);
            json!({ "kind": "gap", "first": pieces(first), "rest": pieces(rest) })
        }
        Span::Code(words) => json!({ "kind": "code", "text": parts(words, 8) }),
        Span::Level(mark) => {
            let (first, rest) = level_words(mark);
            json!({
                "kind": "level",
                "rank": mark.level.rank(),
                "standing": match mark.standing {
                    Standing::Decided => "decided",
                    Standing::Proposed => "proposed",
                    Standing::Bare => "bare",
                },
                "first": pieces(first),
                "rest": pieces(rest),
            })
        }
    }
}

/// The words of a level that stand in its mark, on one line, and those after it.
pub(super) fn level_words(mark: &LevelMark) -> (&str, &str) {
    const LONGEST: usize = 16;
    let (first, rest) = led(&mark.words, 2);
    if first.chars().count() > LONGEST {
        led(&mark.words, 1)
    } else {
        (first, rest)
    }
}

fn worded(kind: &str, words: &str) -> Value {
    json!({ "kind": kind, "text": runs(words), "whole": width::is_amount(words) })
}

/// The text in pieces, and each in runs: words that may be hyphenated stand apart.
fn runs(text: &str) -> Vec<Vec<Value>> {
    pieces(text).iter().map(|piece| piece_runs(piece)).collect()
}

/// What is between words that may be hyphenated: numbers that a line would break, "2021–2023" and "0011 2751", stand apart.
fn push_between(all: &mut Vec<Value>, between: &str) {
    let mut plain = String::new();
    let mut rest = between;
    while let Some(at) = rest.find(|character: char| character.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let (number, after) = from.split_at(number_length(from));
        plain.push_str(before);
        if number.contains([' ', '–']) && number.chars().count() <= LONGEST_NUMBER {
            // What stands close before it is of it: a line may break before what is apart.
            let close = plain.rfind(' ').map_or(0, |at| at + 1);
            let number = format!("{}{number}", plain.split_off(close));
            if !plain.is_empty() {
                all.push(json!(std::mem::take(&mut plain)));
            }
            all.push(json!({ "whole": number }));
        } else {
            plain.push_str(number);
        }
        rest = after;
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        all.push(json!(plain));
    }
}

/// How long a number is that begins here, with all that is joined to it by a dash or one space.
fn number_length(text: &str) -> usize {
    let mut length = 0;
    let mut joint = false;
    for (at, character) in text.char_indices() {
        if character.is_ascii_digit() {
            length = at + 1;
            joint = false;
        } else if !joint && matches!(character, ' ' | '\u{a0}' | '\u{202f}' | '–' | '/') {
            joint = true;
        } else {
            break;
        }
    }
    length
}

fn piece_runs(piece: &str) -> Vec<Value> {
    let mut all = Vec::new();
    let mut between = String::new();
    let mut word = String::new();
    // The end closes the last word.
    for character in piece.chars().map(Some).chain([None]) {
        if let Some(letter) = character.filter(|character| character.is_alphabetic()) {
            word.push(letter);
            continue;
        }
        if word.chars().count() >= HYPHENATED {
            push_between(&mut all, &std::mem::take(&mut between));
            all.push(json!({ "long": std::mem::take(&mut word) }));
        } else {
            between.push_str(&std::mem::take(&mut word));
        }
        between.extend(character);
    }
    push_between(&mut all, &between);
    if all.is_empty() {
        all.push(json!(""));
    }
    all
}

/// The first words, which stay beside their mark, and the rest.
fn led(words: &str, count: usize) -> (&str, &str) {
    let at = words
        .match_indices(' ')
        .nth(count - 1)
        .map_or(words.len(), |(at, _)| at);
    let first = words.get(..at).unwrap_or(words);
    words.split_at(first.trim_end_matches([',', ';', ':']).len())
}

/// The text in pieces between which a line may break: one, but for words that are longer than any line.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for (at, word) in text.split(' ').enumerate() {
        let mut word_pieces = if word.chars().count() > LONG_WORD {
            parts(word, PIECE)
        } else {
            vec![word.to_owned()]
        };
        if let Some(last) = pieces.last_mut() {
            if at > 0 {
                last.push(' ');
            }
            last.push_str(&word_pieces.remove(0));
        }
        pieces.append(&mut word_pieces);
    }
    pieces
}

/// Parts of this many characters; what stands on a character stays with it.
fn parts(text: &str, length: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut count = 0;
    for character in text.chars() {
        if count >= length && character.is_alphanumeric() {
            parts.push(String::new());
            count = 0;
        }
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
        count += 1;
    }
    parts
}

fn table_value(table: &Table, layout: &Layout) -> Option<Value> {
    if table.columns.is_empty() {
        return None;
    }
    let count = |rows: &[Row]| {
        rows.iter()
            .flat_map(|row| &row.cells)
            .map(characters)
            .sum::<usize>()
    };
    let characters = count(&table.rows) + count(&table.foot);
    let columns = table.columns.iter();
    Some(json!({
        "kind": "table",
        "label": pieces(&table.label),
        "caption": pieces(&table.caption),
        "size": layout.size,
        "widths": layout.widths,
        "inset": width::INSET,
        "columns": columns.map(|column| json!({ "head": head(layout, column), "align": align(column.align) })).collect::<Vec<_>>(),
        "whole_heads": layout.whole_heads,
        "rows": table.rows.iter().map(|row| row_value(row, table)).collect::<Vec<_>>(),
        "foot": table.foot.iter().map(|row| row_value(row, table)).collect::<Vec<_>>(),
        "whole": table.rows.len() <= 12 && characters <= WHOLE_TABLE,
    }))
}

fn head(layout: &Layout, column: &Column) -> Value {
    let head = layout.head(column);
    if layout.whole_heads {
        json!(pieces(&head))
    } else {
        json!(runs(&head))
    }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Start => "start",
        Align::Middle => "center",
        Align::End => "end",
    }
}

fn characters(cell: &Cell) -> usize {
    cell.text.iter().map(length).sum()
}

/// As many columns as the table has, whoever built the row.
fn row_value(row: &Row, table: &Table) -> Value {
    let columns = table.columns.len();
    let mut cells = Vec::new();
    let mut at = 0;
    for cell in &row.cells {
        if at >= columns {
            break;
        }
        let span = usize::from(cell.span.max(1)).min(columns - at);
        let align = table
            .columns
            .get(at)
            .map_or("start", |column| align(column.align));
        cells.push(json!({
            "heads": cell.heads,
            "span": span,
            "align": align,
            "text": cell_text(&cell.text),
        }));
        at += span;
    }
    for _ in at..columns {
        cells.push(json!({ "heads": false, "span": 1, "align": "start", "text": [] }));
    }
    let longest = row.cells.iter().map(characters).max().unwrap_or_default();
    json!({ "cells": cells, "whole": longest <= WHOLE_ROW })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_alone_may_be_hyphenated() {
        assert_eq!(
            runs("inte nivå, handläggningstid (tolkning) Arbetsförmedlingen"),
            [[
                json!("inte nivå, "),
                json!({ "long": "handläggningstid" }),
                json!(" (tolkning) "),
                json!({ "long": "Arbetsförmedlingen" }),
            ]]
        );
        assert_eq!(runs(""), [[json!("")]]);
        assert_eq!(runs("kort"), [[json!("kort")]]);
    }

    #[test]
    fn years_and_numbers_with_spaces_stay_on_a_line() {
        assert_eq!(
            runs("planeringen (2021–2023), dnr Af-12/0034 5678. Steg 2 av"),
            [[
                json!({ "long": "planeringen" }),
                json!(" "),
                json!({ "whole": "(2021–2023" }),
                json!("), dnr "),
                json!({ "whole": "Af-12/0034 5678" }),
                json!(". Steg 2 av"),
            ]]
        );
        let many = "1 2 3 4 5 6 7 8 9 10 11 12 13";
        assert_eq!(runs(many), [[json!(many)]], "more than a number");
        let years = "1\u{202f}234\u{202f}567–2\u{202f}345\u{202f}678";
        assert!(
            years.len() > LONGEST_NUMBER,
            "its characters count, and not their bytes"
        );
        assert_eq!(
            runs(&format!("från {years} kr")),
            [[json!("från "), json!({ "whole": years }), json!(" kr")]]
        );
    }

    #[test]
    fn boxes_and_their_scale_are_one() {
        let of = |kind: &str| json!({ "kind": kind });
        let all = together(
            ["heading", "ticks", "ticks", "scale", "paragraph", "scale"]
                .map(of)
                .into(),
        );
        let kinds: Vec<_> = all.iter().filter_map(|block| block["kind"].as_str()).collect();
        assert_eq!(kinds, ["heading", "together", "paragraph", "scale"]);
        assert_eq!(all[1]["blocks"], json!(["ticks", "ticks", "scale"].map(of)));
    }

    #[test]
    fn paragraphs_of_a_cell_say_what_they_stay_with() {
        let strong = |text: &str| vec![Span::Strong(text.to_owned())];
        let plain = crate::document::plain;
        let cell = [
            strong("Grupp"),
            plain("Text"),
            strong("Belopp"),
            strong("Belopp"),
            strong("Belopp"),
            vec![Span::Small("Anmärkning".to_owned())],
            strong("Grupp"),
            plain("Text"),
            strong("Grupp"),
            vec![Span::Plain("ord ".repeat(200))],
        ];
        let told = cell_text(&cell);
        let of = |key: &str| -> Vec<bool> { told.iter().map(|paragraph| paragraph[key] == true).collect() };
        assert_eq!(
            of("stays"),
            [true, true, false, true, true, false, true, false, true, false],
            "a line stays with its text, a text with its first figure, the last two, a figure with what is said of it"
        );
        assert_eq!(
            of("whole").iter().filter(|whole| !**whole).count(),
            1,
            "the long text"
        );
        let whole = |length| cell_text(&[crate::document::plain("å".repeat(length))])[0]["whole"] == true;
        assert!(
            whole(WHOLE_PARAGRAPH),
            "its characters count, and not their bytes"
        );
        assert!(!whole(WHOLE_PARAGRAPH + 1));
    }
}
