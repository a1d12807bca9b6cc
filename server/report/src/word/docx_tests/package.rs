//! The file as a package: its parts and their kinds, what they lead to, and what it says of itself.

use std::collections::{BTreeMap, BTreeSet};

use text::Lang;

use super::super::reading::{R, first, val};
use super::super::sample::document;
use super::{file, parts};

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
