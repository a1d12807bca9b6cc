//! What people wrote, as the fonts can set it. PDF/A forbids signs that no font has, private ones and some that steer:
//! what is left out here would make a whole report fail.

use unicode_normalization::char::compose;

use crate::document::{
    Block, Cell, Chart, Column, Document, Fact, Heading, LevelMark, MatrixRow, Plot, Row, Scale, Span, Table,
    Term, Text, Tick,
};
use crate::fonts;

/// What stands for a sign that no font has: seen, so that nobody believes that nothing was there.
const UNKNOWN: char = '\u{fffd}';

/// Signs that the sans family lacks and every face of the fixed one has: balls, blocks, hyphens that do not break.
fn borrowed(character: char) -> bool {
    matches!(character, '\u{2010}'..='\u{2011}' | '\u{2190}'..='\u{2199}' | '\u{2500}'..='\u{25ff}')
}

/// Signs that nobody sees: they steer direction, joining or form.
fn unseen(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Signs that stand on the one before them.
fn combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// The text as it can be set.
pub(super) fn text(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push(' '),
            character if unseen(character) => {}
            // One sign with what it carries, or none: a picture's letters are not placed on each other.
            character if combining(character) => {
                let whole = clean
                    .chars()
                    .last()
                    .and_then(|carrier| compose(carrier, character));
                match whole.filter(|whole| fonts::sans_has(*whole)) {
                    Some(whole) => {
                        clean.pop();
                        clean.push(whole);
                    }
                    None => clean.push(UNKNOWN),
                }
            }
            character if fonts::sans_has(character) && !is_private(character) => clean.push(character),
            character => clean.push(if borrowed(character) { character } else { UNKNOWN }),
        }
    }
    clean
}

/// The text as it can be set in a picture: there, a sign that another family lends would bring its neighbours along.
fn drawn(text: &str) -> String {
    let drawn = |character: char| match character {
        '\u{2010}' | '\u{2011}' => '-',
        character if fonts::sans_has(character) => character,
        _ => UNKNOWN,
    };
    self::text(text).chars().map(drawn).collect()
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// The document with all its texts as they can be set.
pub(super) fn document(document: &Document) -> Document {
    let Document {
        lang,
        agency,
        title,
        subtitle,
        name,
        mark,
        dated,
        registry_number,
        facts,
        verdicts,
        contents,
        blocks,
    } = document;
    Document {
        lang: *lang,
        agency: text(agency),
        title: text(title),
        subtitle: text(subtitle),
        name: text(name),
        mark: mark.as_deref().map(text),
        dated: *dated,
        registry_number: registry_number.as_deref().map(text),
        facts: facts.iter().map(fact).collect(),
        verdicts: verdicts.iter().map(fact).collect(),
        contents: text(contents),
        blocks: blocks.iter().map(block).collect(),
    }
}

fn fact(fact: &Fact) -> Fact {
    Fact {
        label: text(&fact.label),
        text: spans(&fact.text),
    }
}

fn mark(mark: &LevelMark) -> LevelMark {
    LevelMark {
        words: text(&mark.words),
        ..*mark
    }
}

fn drawn_mark(mark: &LevelMark) -> LevelMark {
    LevelMark {
        words: drawn(&mark.words),
        ..*mark
    }
}

fn spans(spans: &Text) -> Text {
    let span = |span: &Span| match span {
        Span::Plain(words) => Span::Plain(text(words)),
        Span::Strong(words) => Span::Strong(text(words)),
        Span::Small(words) => Span::Small(text(words)),
        Span::Gap(words) => Span::Gap(text(words)),
        Span::Code(words) => Span::Code(text(words)),
        Span::Level(level) => Span::Level(mark(level)),
    };
    spans.iter().map(span).collect()
}

fn block(block: &Block) -> Block {
    match block {
        Block::Heading(heading) => Block::Heading(Heading {
            level: heading.level,
            number: heading.number.as_deref().map(text),
            text: text(&heading.text),
            anchor: heading.anchor.clone(),
            new_page: heading.new_page,
        }),
        Block::Paragraph(paragraph) => Block::Paragraph(spans(paragraph)),
        Block::Note(note) => Block::Note(spans(note)),
        Block::Verdict(verdict) => Block::Verdict(spans(verdict)),
        Block::Bullets(points) => Block::Bullets(points.iter().map(spans).collect()),
        Block::Terms(terms) => Block::Terms(terms.iter().map(term).collect()),
        Block::Ticks { label, boxes } => Block::Ticks {
            label: text(label),
            boxes: boxes.iter().map(tick).collect(),
        },
        Block::Scale(of) => Block::Scale(scale(of)),
        Block::Table(of) => Block::Table(table(of)),
        Block::Chart(of) => Block::Chart(chart(of)),
    }
}

fn term(term: &Term) -> Term {
    Term {
        term: text(&term.term),
        means: term.means.iter().map(spans).collect(),
    }
}

fn tick(tick: &Tick) -> Tick {
    Tick {
        label: text(&tick.label),
        ticked: tick.ticked,
    }
}

fn scale(scale: &Scale) -> Scale {
    let step = |(name, range): &(String, String)| (drawn(name), drawn(range));
    Scale {
        label: text(&scale.label),
        steps: scale.steps.iter().map(step).collect(),
        judged: scale.judged.as_ref().map(drawn_mark),
        proposed: scale.proposed.as_ref().map(drawn_mark),
        says: text(&scale.says),
    }
}

fn table(table: &Table) -> Table {
    let cell = |cell: &Cell| Cell {
        text: cell.text.iter().map(spans).collect(),
        ..cell.clone()
    };
    let row = |row: &Row| Row {
        cells: row.cells.iter().map(cell).collect(),
    };
    let column = |column: &Column| Column {
        head: text(&column.head),
        ..column.clone()
    };
    Table {
        label: text(&table.label),
        caption: text(&table.caption),
        code: table.code.clone(),
        columns: table.columns.iter().map(column).collect(),
        rows: table.rows.iter().map(row).collect(),
        foot: table.foot.iter().map(row).collect(),
    }
}

fn chart(chart: &Chart) -> Chart {
    let mut clean = chart.clone();
    clean.label = text(&chart.label);
    clean.caption = text(&chart.caption);
    clean.alt = text(&chart.alt);
    match &mut clean.plot {
        Plot::Matrix(matrix) => {
            for name in &mut matrix.columns {
                *name = drawn(name);
            }
            for MatrixRow { label, cells, whole } in &mut matrix.rows {
                *label = drawn(label);
                for mark in cells.iter_mut().chain([whole]).flatten() {
                    mark.words = drawn(&mark.words);
                }
            }
            for (_, words) in &mut matrix.legend {
                *words = drawn(words);
            }
            matrix.void = matrix.void.as_deref().map(drawn);
        }
        Plot::Bars { bars, legend } => {
            for bar in bars {
                bar.label = drawn(&bar.label);
                bar.says = drawn(&bar.says);
            }
            for (_, words) in legend {
                *words = drawn(words);
            }
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::{drawn, text};

    #[test]
    fn what_a_font_has_stays() {
        for kept in [
            "Användarnytta – 1\u{a0}110\u{a0}tkr, 50–75 % ≥ 3 × ”så” ’ja’ µ ½ €",
            r##"# * $ [ ] < > @ " ' ` \ // ="##,
            "Ελληνικά и кириллица, Tiếng Việt",
            "Kostnads\u{ad}besparing, GD\u{2011}föredragning ◐ → ■",
        ] {
            assert_eq!(text(kept), kept);
        }
    }

    #[test]
    fn pictures_borrow_nothing() {
        assert_eq!(drawn("GD\u{2011}möte ┃ Ṏ →"), "GD-möte � Ṏ →");
    }

    #[test]
    fn a_letter_and_what_it_carries_are_one_sign() {
        assert_eq!(text("A\u{30a}ngstro\u{308}m"), "Ångström");
        assert_eq!(text("Vie\u{323}\u{302}t"), "Việt");
    }

    #[test]
    fn what_no_font_has_is_seen_to_be_missing() {
        assert_eq!(text("漢字 😀 \u{e000} שלום"), "�� � � ����");
        assert_eq!(text("☒ ✓"), "� �", "no bold face has them");
        assert_eq!(text("1\u{20dd} x\u{32f} \u{301}"), "1� x� �", "not one sign");
    }

    #[test]
    fn what_nobody_sees_goes() {
        assert_eq!(
            text("a\u{202e}b\u{200f}c\u{0}d\u{feff}e\u{fe0f}f\u{7f}"),
            "abcdef"
        );
        assert_eq!(text("a\tb\nc\u{2028}d"), "a b c d");
    }
}
