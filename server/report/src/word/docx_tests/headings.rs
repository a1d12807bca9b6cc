//! Headings, and the list of contents that leads to them.

use std::collections::BTreeMap;

use super::super::reading::{all, attribute, val, words};
use super::super::sample::document;
use super::{paragraphs, parts};
use crate::document::{Block, plain};

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
