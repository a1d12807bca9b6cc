//! Styles: those that are used are there, and look as they should.

use std::collections::BTreeSet;

use super::super::reading::{all, attribute, first, val};
use super::super::sample::document;
use super::parts;

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
