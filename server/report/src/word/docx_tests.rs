use std::collections::{BTreeMap, BTreeSet};

use domain::level::FulfilmentLevel;
use proptest::prelude::*;
use roxmltree::Node;
use text::Lang;

use super::reading::{Parts, R, all, attribute, first, val, words};
use super::sample::{LONG, SVG, chart, column, document, mark, picture, table};
use super::xml::is_legal;
use super::{PictureFonts, WordPicture, docx};
use crate::document::{
    Align, Block, Cell, Document, Fact, Heading, Row, Scale, Span, Standing, Table, Term, Text, Tick, plain,
    stays_with_next,
};

const ACCENT: &str = "#37408f";

pub(super) fn file(document: &Document) -> Vec<u8> {
    docx(document, ACCENT, picture).expect("a file")
}

fn parts(document: &Document) -> Parts {
    Parts::of(&file(document))
}

/// Paragraphs of the body with the style of each, "" where it has none.
fn paragraphs(body: Node<'_, '_>) -> Vec<(String, String)> {
    let style = |paragraph| {
        let properties = first(paragraph, "pPr")?;
        val(properties, "pStyle")
    };
    all(body, "p")
        .map(|paragraph| (style(paragraph).unwrap_or_default().to_owned(), words(paragraph)))
        .collect()
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(file(&document(true)), file(&document(true)));
    assert_ne!(file(&document(true)), file(&document(false)));
}

#[test]
fn every_part_is_well_formed_and_known_by_its_kind() {
    let parts = parts(&document(true));
    let types = parts.tree("[Content_Types].xml");
    let named: BTreeSet<&str> = types
        .descendants()
        .filter_map(|node| node.attribute("PartName"))
        .collect();
    let by_extension: BTreeSet<&str> = types
        .descendants()
        .filter_map(|node| node.attribute("Extension"))
        .collect();
    for name in parts.xml() {
        parts.tree(name);
        let known = name.ends_with(".rels") || name == "[Content_Types].xml";
        assert!(
            known || named.contains(format!("/{name}").as_str()),
            "{name} is of no kind"
        );
    }
    for name in parts.0.keys() {
        let (_, extension) = name.rsplit_once('.').expect("an extension");
        assert!(by_extension.contains(extension), "{name}");
    }
    for name in named {
        assert!(
            parts.0.contains_key(name.trim_start_matches('/')),
            "{name} is not there"
        );
    }
}

#[test]
fn everything_that_is_led_to_is_there_and_nothing_lies_outside() {
    let parts = parts(&document(true));
    for (relations, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        for relation in parts.tree(relations).root_element().children() {
            let target = relation.attribute("Target").expect("a target");
            assert!(parts.0.contains_key(&format!("{folder}{target}")), "{target}");
            assert_eq!(relation.attribute("TargetMode"), None, "{target}");
        }
    }
    let relations = parts.tree("word/_rels/document.xml.rels");
    let known: BTreeSet<&str> = relations
        .descendants()
        .filter_map(|node| node.attribute("Id"))
        .collect();
    let main = parts.tree("word/document.xml");
    let used: Vec<&str> = main
        .descendants()
        .flat_map(|node| {
            ["id", "embed"]
                .into_iter()
                .filter_map(move |name| node.attribute((R, name)))
        })
        .collect();
    assert!(used.len() > 8, "heads, feet and pictures");
    for id in used {
        assert!(known.contains(id), "{id}");
    }
}

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

#[test]
fn headings_are_words_own_and_skip_no_level() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let found: Vec<(u8, String)> = paragraphs(main.root_element())
        .into_iter()
        .filter_map(|(style, words)| Some((style.strip_prefix("Heading")?.parse().ok()?, words)))
        .collect();
    let meant: Vec<(u8, String)> = document
        .headings()
        .map(|heading| (heading.level, heading.whole()))
        .collect();
    assert_eq!(found, meant);
    let mut above = 0;
    for (level, words) in found {
        assert!(level <= above + 1, "{words}");
        above = level;
    }
    let styles = parts.tree("word/styles.xml");
    for level in 1..=4 {
        let id = format!("Heading{level}");
        let style =
            all(styles.root_element(), "style").find(|style| attribute(*style, "styleId") == Some(&id));
        let style = style.expect("the style");
        assert_eq!(val(style, "name"), Some(format!("heading {level}").as_str()));
        assert_eq!(val(style, "outlineLvl"), Some((level - 1).to_string().as_str()));
    }
}

#[test]
fn the_list_of_contents_leads_to_the_headings() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let places: BTreeMap<&str, String> = all(main.root_element(), "bookmarkStart")
        .map(|place| {
            let heading = place.parent().expect("its paragraph");
            (attribute(place, "name").expect("a name"), words(heading))
        })
        .collect();
    let links: Vec<(String, String)> = all(main.root_element(), "hyperlink")
        .map(|link| {
            (
                words(link),
                places[attribute(link, "anchor").expect("a place")].clone(),
            )
        })
        .collect();
    let meant = document.headings().filter(|heading| heading.level <= 2);
    let meant: Vec<_> = meant.map(|heading| (heading.whole(), heading.whole())).collect();
    assert_eq!(links, meant);
    let fields: Vec<_> = all(main.root_element(), "fldChar")
        .filter_map(|mark| attribute(mark, "fldCharType"))
        .collect();
    assert_eq!(fields, ["begin", "separate", "end"]);
    let settings = parts.tree("word/settings.xml");
    assert_eq!(val(settings.root_element(), "updateFields"), Some("true"));
}

#[test]
fn a_document_without_headings_has_a_list_of_contents_all_the_same() {
    let mut document = document(true);
    document.blocks = vec![Block::Paragraph(plain("Bara detta."))];
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    assert_eq!(all(main.root_element(), "fldChar").count(), 3);
}

#[test]
fn every_table_has_heads_a_description_and_whole_rows() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let tables: Vec<_> = all(main.root_element(), "tbl").collect();
    let groups = |row: &Row| row.cells.len() == 1 && row.cells[0].heads;
    let count = |table: &Table| {
        let groups = table.rows.iter().skip(1).filter(|row| groups(row)).count();
        1 + groups
    };
    assert_eq!(
        tables.len(),
        document.tables().map(count).sum::<usize>() + 1,
        "the tables, one for each of their groups, and the scale"
    );
    let mut grouped = 0;
    for table in tables {
        let rows: Vec<_> = all(table, "tr").collect();
        let is_head = |row: &Node<'_, '_>| first(*row, "tblHeader").is_some();
        assert!(is_head(&rows[0]), "the first row is one of heads");
        // The name of a group as well, so that it stands on each page that the group reaches into.
        let heads = rows.iter().take_while(|row| is_head(row)).count();
        assert_eq!(rows.iter().filter(|row| is_head(row)).count(), heads);
        assert_eq!(heads == 2, heads > 1 && all(rows[1], "tc").count() == 1);
        grouped += usize::from(heads == 2);
        assert!(!words(rows[0]).trim().is_empty());
        for said in ["tblCaption", "tblDescription"] {
            assert!(val(table, said).is_some_and(|said| said.len() > 10), "{said}");
        }
        let columns = all(table, "gridCol").count();
        for row in rows {
            let span = |cell| val(cell, "gridSpan").map_or(1, |span| span.parse::<usize>().expect("a span"));
            assert_eq!(all(row, "tc").map(span).sum::<usize>(), columns);
            for cell in all(row, "tc") {
                let last = cell.last_element_child().expect("a paragraph");
                assert_eq!(last.tag_name().name(), "p");
            }
        }
    }
    assert!(grouped > 1, "{grouped}");
}

#[test]
fn a_table_says_what_its_columns_are_and_which_cells_head_rows() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let budget = first(main.root_element(), "tbl").expect("a table");
    assert_eq!(
        val(budget, "tblDescription"),
        Some("Tabell med 4 rader. Kolumner: Område; 2022; 2023; 2024; Summa, tkr.")
    );
    let look =
        |table| attribute(first(table, "tblLook").expect("its look"), "firstColumn").map(str::to_owned);
    assert_eq!(look(budget).as_deref(), Some("1"));
    let deliveries = all(main.root_element(), "tbl")
        .nth(3)
        .expect("the table of deliveries");
    assert!(words(deliveries).contains(LONG));
    assert_eq!(look(deliveries).as_deref(), Some("0"));
    // Numbers stand to the right, heads over them as well.
    let right = |row| {
        all(row, "jc")
            .filter(|jc| attribute(*jc, "val") == Some("right"))
            .count()
    };
    assert!(all(budget, "tr").all(|row| right(row) == 4));
}

#[test]
fn long_rows_may_break_and_short_ones_not() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let (whole, broken): (Vec<_>, Vec<_>) =
        all(main.root_element(), "tr").partition(|row| first(*row, "cantSplit").is_some());
    assert!(whole.iter().all(|row| words(*row).chars().count() < 2_000));
    assert!(!broken.is_empty() && broken.iter().all(|row| words(*row).chars().count() > 800));
}

#[test]
fn every_picture_has_an_alternative_text_and_stands_both_as_lines_and_as_points() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let named = |name: &str| {
        let nodes = main.descendants().filter(|node| node.tag_name().name() == name);
        nodes
            .filter_map(|node| node.attribute("descr"))
            .collect::<Vec<_>>()
    };
    let alt = chart().alt;
    assert_eq!(named("docPr"), [alt.as_str()]);
    assert_eq!(named("cNvPr"), [alt.as_str()]);
    assert_eq!(
        main.descendants()
            .filter(|node| node.tag_name().name() == "svgBlip")
            .count(),
        1
    );
    assert_eq!(parts.text("word/media/chart1.svg"), SVG);
    assert!(parts.0["word/media/chart1.png"].starts_with(b"\x89PNG"));
}

#[test]
fn a_chart_that_cannot_be_drawn_is_told() {
    let written = docx(&document(true), ACCENT, |_| None).expect("a file");
    let parts = Parts::of(&written);
    let main = parts.tree("word/document.xml");
    assert!(words(main.root_element()).contains(&chart().alt));
    assert!(!parts.0.keys().any(|name| name.starts_with("word/media")));
}

#[test]
fn a_drawing_becomes_points_of_its_shape() {
    let picture = picture(&chart()).expect("a picture");
    assert_eq!((picture.width_mm, picture.height_mm), (160, 40));
    let header = &picture.png[16..24];
    assert_eq!(header, [0, 0, 6, 64, 0, 0, 1, 144], "1600 by 400");
    let wrong = WordPicture::of_svg("<svg".to_owned(), 160, &PictureFonts::of([])).expect_err("no drawing");
    assert!(wrong.to_string().contains("chart"), "{wrong}");
}

#[test]
fn the_file_says_its_language_title_and_number() {
    let mut document = document(false);
    for (lang, code) in [(Lang::Sv, "sv-SE"), (Lang::En, "en-GB")] {
        document.lang = lang;
        let parts = parts(&document);
        let styles = parts.tree("word/styles.xml");
        let defaults = first(styles.root_element(), "docDefaults").expect("defaults");
        assert_eq!(val(defaults, "lang"), Some(code));
        let settings = parts.tree("word/settings.xml");
        assert_eq!(val(settings.root_element(), "themeFontLang"), Some(code));
        assert!(first(settings.root_element(), "documentProtection").is_none());
        let core = parts.tree("docProps/core.xml");
        let said: BTreeMap<_, _> = core
            .root_element()
            .children()
            .map(|node| (node.tag_name().name(), node.text().unwrap_or_default()))
            .collect();
        let meant = [
            ("title", document.name.as_str()),
            ("subject", document.subtitle.as_str()),
            ("creator", document.agency.as_str()),
            ("lastModifiedBy", document.agency.as_str()),
            ("keywords", "VER 2025/77"),
            ("contentStatus", "Utkast, inte beslutat"),
            ("language", code),
            ("created", "2025-02-18T00:00:00Z"),
            ("modified", "2025-02-18T00:00:00Z"),
        ];
        assert_eq!(said, BTreeMap::from(meant));
    }
}

#[test]
fn what_is_not_decided_says_so_on_every_page() {
    let mark = "Utkast, inte beslutat";
    for decided in [true, false] {
        let document = document(decided);
        let parts = parts(&document);
        for head in ["word/header-portrait.xml", "word/header-landscape.xml"] {
            let head = words(parts.tree(head).root_element());
            assert!(head.contains(&document.name) && head.contains(&document.agency));
            assert_eq!(head.contains(mark), !decided);
        }
        let main = parts.tree("word/document.xml");
        let cover = paragraphs(main.root_element());
        let marks = cover.iter().filter(|(style, _)| style == "CoverMark").count();
        assert_eq!(marks, usize::from(!decided));
    }
}

#[test]
fn pages_are_numbered_in_the_language() {
    let mut document = document(true);
    for (lang, pieces) in [(Lang::Sv, ["Sida ", " av "]), (Lang::En, ["Page ", " of "])] {
        document.lang = lang;
        let parts = parts(&document);
        let foot = parts.tree("word/footer.xml");
        let read = words(foot.root_element());
        assert_eq!(read, format!("{}1{}1", pieces[0], pieces[1]));
        let fields: Vec<_> = all(foot.root_element(), "instrText")
            .filter_map(|field| field.text())
            .collect();
        assert_eq!(fields, [" PAGE ", " NUMPAGES "]);
    }
}

#[test]
fn a_wide_table_lies_together_with_what_introduces_it() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let body = first(main.root_element(), "body").expect("a body");
    let (mut lies, mut section) = (Vec::new(), String::new());
    for node in body.children() {
        section.push_str(&words(node));
        section.push('\n');
        if let Some(size) = first(node, "pgSz") {
            lies.push((
                attribute(size, "orient").map(str::to_owned),
                std::mem::take(&mut section),
            ));
        }
    }
    let landscape =
        |(orientation, _): &&(Option<String>, String)| orientation.as_deref() == Some("landscape");
    let lying: Vec<_> = lies.iter().filter(landscape).collect();
    assert_eq!(lying.len(), 1);
    let words = lying[0].1.trim();
    assert!(words.starts_with("3.2 Områden och nyttogrupper"), "{words}");
    assert!(
        words.ends_with("Tomma celler betyder att ingen nytta väntas."),
        "{words}"
    );
    assert_eq!(lies.len(), 4, "cover and contents, before, lying, after");
}

#[test]
fn every_style_that_is_used_is_there() {
    let document = document(false);
    let parts = parts(&document);
    let styles = parts.tree("word/styles.xml");
    let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
    for style in all(styles.root_element(), "style") {
        assert!(ids.insert(attribute(style, "styleId").expect("an id")));
        let name = val(style, "name").expect("a name");
        assert!(names.insert(name.to_lowercase()), "two are called {name}");
        assert!(!name.contains([',', ';', '⟦']), "{name}");
    }
    let mut used = BTreeSet::new();
    for name in parts.xml() {
        let tree = parts.tree(name);
        for kind in ["pStyle", "rStyle", "tblStyle", "basedOn", "next"] {
            let found = all(tree.root_element(), kind).filter_map(|node| attribute(node, "val"));
            used.extend(found.map(str::to_owned));
        }
    }
    assert!(used.len() > 30, "{used:?}");
    for id in used {
        assert!(ids.contains(id.as_str()), "{id}");
    }
}

#[test]
fn a_row_that_is_not_as_wide_as_the_heads_is_refused() {
    let columns = || vec![column("A", Align::Start, 1), column("B", Align::End, 1)];
    let broken = |cells: Vec<Cell>, columns| {
        let mut document = document(true);
        let table = table("broken", "Tabell 1", "Trasig", columns, vec![Row { cells }]);
        document.blocks = vec![Block::Table(table)];
        docx(&document, ACCENT, picture).map(|_| ())
    };
    let wide = |span| Cell {
        span,
        ..Cell::words("x")
    };
    assert!(broken(vec![wide(2)], columns()).is_ok());
    for cells in [vec![wide(1)], vec![wide(3)], vec![wide(2), wide(0)], Vec::new()] {
        let error = broken(cells, columns()).expect_err("refused").to_string();
        assert!(error.contains("broken"), "{error}");
    }
    assert!(broken(Vec::new(), Vec::new()).is_err());
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

/// Boxes are of the scale below them, and a line between two headings of the second: neither ends a page alone.
#[test]
fn what_belongs_to_the_next_stays_with_it() {
    let heading = |text: &str| {
        Block::Heading(Heading {
            level: 2,
            number: None,
            text: text.to_owned(),
            anchor: None,
            new_page: false,
        })
    };
    let line = |text: &str| Block::Paragraph(plain(text));
    let blocks = [
        heading("Budget"),
        line("30 000 tkr."),
        heading("Syfte"),
        line("Mer."),
        line("Mest."),
        line("Punkterna:"),
        Block::Bullets(vec![plain("en"), plain("två"), plain("tre")]),
        line(&"ord ".repeat(60)),
        Block::Terms(
            ["A", "B"]
                .map(|term| Term {
                    term: term.to_owned(),
                    means: vec![plain(format!("{term} är"))],
                })
                .into(),
        ),
    ];
    let kept: Vec<usize> = (0..=blocks.len())
        .filter(|at| stays_with_next(&blocks, *at))
        .collect();
    assert_eq!(kept, [1, 5], "a line between headings, and one that leads points");
    let long = [heading("Budget"), line(&"ord ".repeat(40)), heading("Syfte")];
    assert!(!stays_with_next(&long, 1), "more than a line");
    let document = Document {
        blocks: blocks.to_vec(),
        ..document(false)
    };
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let keeps = |text: &str| {
        let found = all(main.root_element(), "p").find(|paragraph| words(*paragraph).trim() == text);
        first(found.expect(text), "keepNext").is_some()
    };
    assert!(keeps("30 000 tkr.") && !keeps("Mest."));
    // The last of some does not stand alone on a page.
    assert!(!keeps("en") && keeps("två") && !keeps("tre"));
    assert!(keeps("A är") && !keeps("B är"));
    let styles = parts.tree("word/styles.xml");
    let style = |id: &str| {
        let found =
            all(styles.root_element(), "style").find(|style| attribute(*style, "styleId") == Some(id));
        found.expect(id)
    };
    assert!(first(style("Ticks"), "keepNext").is_some());
}

/// Small text stands in tables: it is no larger than theirs. What is missing does not look like a link.
#[test]
fn small_text_and_gaps_look_as_they_should() {
    let parts = parts(&document(false));
    let styles = parts.tree("word/styles.xml");
    let style = |id: &str| {
        let found =
            all(styles.root_element(), "style").find(|style| attribute(*style, "styleId") == Some(id));
        found.expect(id)
    };
    let size = |id: &str| -> u32 {
        let size = val(style(id), "sz").expect("a size");
        size.parse().expect("a number")
    };
    assert!(size("Small") <= size("TableTextSmall"));
    let gap = style("Gap");
    assert!(first(gap, "i").is_some());
    assert!(first(gap, "u").is_none() && first(gap, "color").is_none());
}
