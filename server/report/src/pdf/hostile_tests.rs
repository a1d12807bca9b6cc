//! Whatever people type, the report is set.

use chrono::NaiveDate;
use domain::level::FulfilmentLevel;
use proptest::prelude::*;
use rust_decimal::Decimal;
use text::Lang;

use super::super::{clean, pdf};
use crate::document::{
    Align, Bar, BarPart, Block, Cell, Chart, Column, Document, Fact, Fill, Heading, LevelMark, Matrix,
    MatrixRow, Plot, Row, Scale, Span, Standing, Table, Term, Text, Tick, Value,
};
use crate::look::Look;

/// A document of every kind of block in which each text is the next of these, round and round.
fn document(texts: &[String]) -> Document {
    let mut texts = texts.iter().cycle();
    let mut next = || texts.next().cloned().unwrap_or_default();
    let mark = |words: String, standing| LevelMark {
        level: FulfilmentLevel::God,
        standing,
        words,
    };
    let mut text = || -> Text {
        vec![
            Span::Plain(next()),
            Span::Strong(next()),
            Span::Small(next()),
            Span::Gap(next()),
            Span::Code(next()),
            Span::Level(mark(next(), Standing::Decided)),
            Span::Level(mark(next(), Standing::Proposed)),
            Span::Level(mark(next(), Standing::Bare)),
        ]
    };
    let of_text = |text: &Text, at: usize| text.get(at).map_or("", Span::words).to_owned();
    let table = {
        let cell = |heads, text| Cell {
            heads,
            span: 1,
            text: vec![text],
            value: Value::Words,
        };
        let rows = (0..2).map(|_| Row {
            cells: vec![cell(true, text()), cell(false, text()), cell(false, text())],
        });
        let rows = rows.collect();
        let foot = vec![Row {
            cells: vec![cell(true, text()), cell(false, text())],
        }];
        let head = text();
        let columns = [Align::Start, Align::Middle, Align::End].into_iter().enumerate();
        Table {
            label: of_text(&head, 0),
            caption: of_text(&head, 1),
            code: "table".to_owned(),
            columns: columns
                .map(|(at, align)| Column {
                    head: of_text(&head, at + 2),
                    align,
                    weight: 2,
                })
                .collect(),
            rows,
            foot,
        }
    };
    let words = text();
    let word = |at| of_text(&words, at);
    let level = || mark(word(3), Standing::Decided);
    let matrix = Chart {
        label: word(0),
        caption: word(1),
        alt: word(2),
        plot: Plot::Matrix(Matrix {
            columns: vec![word(3), word(4)],
            rows: vec![MatrixRow {
                label: word(5),
                cells: vec![Some(level()), None],
                whole: Some(level()),
            }],
            legend: vec![(FulfilmentLevel::Viss, word(6))],
            void: Some(word(7)),
        }),
    };
    let bars = Chart {
        label: word(1),
        caption: word(2),
        alt: word(0),
        plot: Plot::Bars {
            bars: vec![Bar {
                label: word(4),
                parts: vec![BarPart {
                    share: Decimal::from(50),
                    fill: Fill::Dotted,
                }],
                says: word(5),
            }],
            legend: vec![(Fill::Hatched, word(6))],
        },
    };
    let scale = Scale {
        label: word(0),
        steps: (1..6).map(|at| (word(at), word(at + 1))).collect(),
        judged: Some(level()),
        proposed: Some(mark(word(4), Standing::Proposed)),
        says: word(7),
    };
    let heading = |level, at| {
        Block::Heading(Heading {
            level,
            number: Some(word(at + 1)),
            text: word(at),
            anchor: Some(word(at)),
            new_page: false,
        })
    };
    let fact = |label: String, text: Text| Fact { label, text };
    Document {
        lang: Lang::Sv,
        agency: word(0),
        title: word(1),
        subtitle: word(2),
        name: word(3),
        mark: Some(word(4)),
        dated: NaiveDate::from_ymd_opt(2025, 2, 18).expect("a day"),
        registry_number: Some(word(5)),
        facts: vec![fact(word(6), text())],
        verdicts: vec![fact(word(7), text())],
        contents: word(0),
        blocks: vec![
            heading(1, 0),
            heading(2, 1),
            heading(3, 2),
            heading(4, 3),
            Block::Paragraph(text()),
            Block::Note(text()),
            Block::Bullets(vec![text(), text()]),
            Block::Terms(vec![Term {
                term: word(0),
                means: vec![text()],
            }]),
            Block::Verdict(text()),
            Block::Ticks {
                label: word(1),
                boxes: vec![Tick {
                    label: word(2),
                    ticked: true,
                }],
            },
            Block::Scale(scale),
            Block::Table(table),
            Block::Chart(matrix),
            Block::Chart(bars),
        ],
    }
}

fn rendered(texts: &[String]) -> Result<(), String> {
    match pdf(&document(texts), &Look::default()) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn each_sign_that_is_kept_can_be_set_alone_and_with_a_mark_on_it() {
    let kept: Vec<char> = ('\u{0}'..=char::MAX)
        .filter(|character| {
            clean::text(&character.to_string()) == character.to_string() && *character != '\u{fffd}'
        })
        .collect();
    assert!(kept.len() > 2000, "{}", kept.len());
    let alone: Vec<String> = kept.iter().map(char::to_string).collect();
    let marked = kept.iter().map(|character| format!("{character}\u{301}"));
    let all: Vec<String> = alone.into_iter().chain(marked).collect();
    let texts: Vec<String> = all.chunks(400).map(|chunk| chunk.join(" ")).collect();
    assert_eq!(rendered(&texts), Ok(()));
    // Side by side, where they may join or stand on each other.
    let together: Vec<String> = kept.chunks(50).map(|chunk| chunk.iter().collect()).collect();
    assert_eq!(rendered(&together), Ok(()));
}

#[test]
fn words_of_any_length_are_set() {
    let long = [
        "å".repeat(300),
        "8".repeat(120),
        "x-".repeat(90),
        "W/".repeat(90),
        " ".repeat(300),
    ];
    assert_eq!(rendered(&long), Ok(()));
}

#[test]
fn markup_is_no_markup() {
    let texts = [
        r##"#panic("ran") #eval("1") #include "x.typ" #read("/etc/passwd") #image("a.png")"##,
        "= Rubrik\n- punkt\n+ ett\n/ term: text // rad /* ruta */",
        "</text><script>alert(1)</script> & &amp; &#0; ]]> <!-- -->",
        "\\u{0} $x^2$ *fet* _kursiv_ `kod` ```rust kod``` @ref <etikett> https://example.com ~ -- --- ...",
    ];
    assert_eq!(rendered(&texts.map(str::to_owned)), Ok(()));
}

/// What people may type, and what programs may send: letters, all of Unicode, signs that steer, marks, nothing.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => any::<String>(),
        2 => "[a-zåäö]{0,12}[\u{0}-\u{20}\u{7f}-\u{9f}\u{ad}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fffe}]{0,6}[a-zåäö#$*<>@\"']{0,12}",
        2 => "[a-z\u{300}-\u{36f}\u{5d0}-\u{5ea}\u{600}-\u{6ff}\u{900}-\u{97f}\u{e000}-\u{f8ff}\u{1f300}-\u{1f6ff} ]{0,30}",
        1 => "[\u{370}-\u{3ff}\u{400}-\u{52f}\u{1e00}-\u{1eff}\u{2000}-\u{2bff}\u{300}-\u{36f}]{0,40}",
        1 => "[a-zåäö]{30,90}",
        1 => Just(String::new()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_set(texts in prop::collection::vec(typed(), 1..40)) {
        prop_assert_eq!(rendered(&texts), Ok(()));
    }
}
