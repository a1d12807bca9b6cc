//! Everything that the document says is in the file, whatever it says.

use domain::level::FulfilmentLevel;
use proptest::prelude::*;

use super::super::docx;
use super::super::reading::{Parts, words};
use super::super::sample::{chart, column, document, mark, table};
use super::super::xml::is_legal;
use super::{ACCENT, parts};
use crate::document::{
    Align, Block, Cell, Document, Fact, Heading, Row, Scale, Span, Standing, Term, Text, Tick,
};

/// Everything that the document says, piece by piece.
fn said(document: &Document) -> Vec<String> {
    let mut said = vec![
        document.agency.clone(),
        document.title.clone(),
        document.subtitle.clone(),
        document.contents.clone(),
    ];
    said.extend(document.mark.clone());
    let spans = |text: &Text| {
        text.iter()
            .map(|span| span.words().to_owned())
            .collect::<Vec<_>>()
    };
    for fact in document.facts.iter().chain(&document.verdicts) {
        said.push(fact.label.clone());
        said.extend(spans(&fact.text));
    }
    for block in &document.blocks {
        match block {
            Block::Heading(heading) => said.push(heading.whole()),
            Block::Paragraph(text) | Block::Note(text) | Block::Verdict(text) => said.extend(spans(text)),
            Block::Bullets(points) => said.extend(points.iter().flat_map(spans)),
            Block::Terms(terms) => {
                for term in terms {
                    said.push(term.term.clone());
                    said.extend(term.means.iter().flat_map(spans));
                }
            }
            Block::Ticks { label, boxes } => {
                said.push(label.clone());
                said.extend(boxes.iter().map(|tick| {
                    let sign = if tick.ticked { '☒' } else { '☐' };
                    format!("{sign} {}", tick.label).replace(' ', "\u{a0}")
                }));
            }
            Block::Scale(scale) => {
                said.extend([scale.label.clone(), scale.says.clone()]);
                said.extend(
                    scale
                        .steps
                        .iter()
                        .flat_map(|(name, range)| [name.clone(), range.clone()]),
                );
                said.extend(
                    [&scale.judged, &scale.proposed]
                        .into_iter()
                        .flatten()
                        // What is boxed stands on one line, and what is said beside on its own.
                        .flat_map(|mark| match mark.words.split_once(", ") {
                            Some((boxed, beside)) => {
                                vec![format!("{}\n{beside}", boxed.replace(' ', "\u{a0}"))]
                            }
                            None => vec![mark.words.replace(' ', "\u{a0}")],
                        }),
                );
            }
            Block::Table(table) => {
                said.extend([table.label.clone(), table.caption.clone()]);
                said.extend(table.columns.iter().map(|column| column.head.clone()));
                let cells = table.rows.iter().chain(&table.foot).flat_map(|row| &row.cells);
                said.extend(cells.flat_map(|cell| &cell.text).flat_map(spans));
            }
            Block::Chart(chart) => said.extend([chart.label.clone(), chart.caption.clone()]),
        }
    }
    said
}

#[test]
fn everything_that_the_document_says_is_in_the_file() {
    for decided in [true, false] {
        let document = document(decided);
        let parts = parts(&document);
        let main = parts.tree("word/document.xml");
        let read = words(main.root_element());
        let mut rest = read.as_str();
        // In the same order, but for the list of contents, which says headings before their time.
        for said in said(&document) {
            assert!(read.contains(&said), "{said:?}");
        }
        for heading in document.headings() {
            let (_, after) = rest.split_once(&heading.whole()).expect("the heading");
            rest = after;
        }
    }
}

/// The text in every place that takes one.
fn hostile(words: &str) -> Document {
    let text = || -> Text {
        vec![
            Span::Plain(words.to_owned()),
            Span::Strong(words.to_owned()),
            Span::Gap(words.to_owned()),
            Span::Code(words.to_owned()),
            Span::Level(mark(FulfilmentLevel::Viss, Standing::Proposed, words)),
        ]
    };
    let fact = || Fact {
        label: words.to_owned(),
        text: text(),
    };
    let mut chart = chart();
    (chart.label, chart.caption, chart.alt) = (words.to_owned(), words.to_owned(), words.to_owned());
    let cells = || vec![Cell::head(words), Cell::of(text(), crate::document::Value::Words)];
    let mut table = table(
        "hostile",
        words,
        words,
        vec![column(words, Align::Start, 0), column(words, Align::End, 255)],
        vec![Row { cells: cells() }],
    );
    table.foot = vec![Row { cells: cells() }];
    Document {
        agency: words.to_owned(),
        title: words.to_owned(),
        subtitle: words.to_owned(),
        name: words.to_owned(),
        mark: Some(words.to_owned()),
        registry_number: Some(words.to_owned()),
        facts: vec![fact()],
        verdicts: vec![fact()],
        contents: words.to_owned(),
        blocks: vec![
            Block::Heading(Heading {
                level: 9,
                number: Some(words.to_owned()),
                text: words.to_owned(),
                anchor: Some(words.to_owned()),
                new_page: true,
            }),
            Block::Verdict(text()),
            Block::Bullets(vec![text()]),
            Block::Terms(vec![Term {
                term: words.to_owned(),
                means: vec![text()],
            }]),
            Block::Ticks {
                label: words.to_owned(),
                boxes: vec![Tick {
                    label: words.to_owned(),
                    ticked: true,
                }],
            },
            Block::Scale(Scale {
                label: words.to_owned(),
                steps: vec![(words.to_owned(), words.to_owned()); 5],
                judged: None,
                proposed: Some(mark(FulfilmentLevel::God, Standing::Proposed, words)),
                says: words.to_owned(),
            }),
            Block::Chart(chart),
            Block::Table(table),
        ],
        ..document(true)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_people_write_is_read_as_they_wrote_it(text in "(?s).{0,12}|[<>&\"'\\]\u{0}-\u{1f}\u{ad}\u{2011}\u{fffe}a-c]{0,20}") {
        let document = hostile(&text);
        let written = docx(&document, ACCENT, |_| None).expect("a file");
        let parts = Parts::of(&written);
        let line = |character| match character {
            '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            character => character,
        };
        let legal: String = text.chars().filter(|character| is_legal(*character)).map(line).collect();
        for name in parts.xml() {
            parts.tree(name);
        }
        let main = parts.tree("word/document.xml");
        let read = words(main.root_element());
        prop_assert!(read.matches(&legal).count() >= 40 || legal.is_empty(), "{:?} in {:?}", legal, read);
        let core = parts.tree("docProps/core.xml");
        let title = core.descendants().find(|node| node.tag_name().name() == "title").expect("a title");
        let as_is: String = text.chars().filter(|character| is_legal(*character)).collect();
        prop_assert_eq!(title.text().unwrap_or_default(), as_is);
    }
}
