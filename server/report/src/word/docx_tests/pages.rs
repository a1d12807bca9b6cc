//! Pages: what stands on each of them, how they lie, and what stays together on one.

use text::Lang;

use super::super::reading::{all, attribute, first, words};
use super::super::sample::document;
use super::{paragraphs, parts};
use crate::document::{Block, Document, Heading, Term, plain, stays_with_next};

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
