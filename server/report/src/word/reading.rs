//! Reads a Word file as another program would.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document as Tree, Node};
use zip::ZipArchive;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts by name.
pub(super) struct Parts(pub(super) BTreeMap<String, Vec<u8>>);

impl Parts {
    pub(super) fn of(file: &[u8]) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(file)).expect("a zip file");
        let mut parts = BTreeMap::new();
        for at in 0..zip.len() {
            let mut part = zip.by_index(at).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("its bytes");
            assert!(
                parts.insert(name.clone(), bytes).is_none(),
                "{name} is there twice"
            );
        }
        Self(parts)
    }

    pub(super) fn text(&self, name: &str) -> &str {
        let bytes = self.0.get(name).unwrap_or_else(|| panic!("no part {name}"));
        std::str::from_utf8(bytes).expect("UTF-8")
    }

    pub(super) fn tree(&self, name: &str) -> Tree<'_> {
        Tree::parse(self.text(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names of all parts that are XML.
    pub(super) fn xml(&self) -> impl Iterator<Item = &str> {
        let names = self.0.keys().map(String::as_str);
        names.filter(|name| name.ends_with(".xml") || name.ends_with(".rels"))
    }
}

/// All elements with this name of WordprocessingML, in order.
pub(super) fn all<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.descendants()
        .filter(move |node| node.has_tag_name((W, name)))
}

pub(super) fn first<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'a str) -> Option<Node<'a, 'i>> {
    all(node, name).next()
}

/// What the first element with this name says.
pub(super) fn val<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.descendants()
        .find(|node| node.has_tag_name((W, name)))
        .and_then(|node| node.attribute((W, "val")))
}

pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name))
}

/// What is read in a paragraph or anything larger, paragraphs on lines of their own.
pub(super) fn words(node: Node<'_, '_>) -> String {
    let mut words = String::new();
    for node in node
        .descendants()
        .filter(|node| node.tag_name().namespace() == Some(W))
    {
        match node.tag_name().name() {
            "t" => words.push_str(node.text().unwrap_or_default()),
            "p" if !words.is_empty() => words.push('\n'),
            "br" => words.push('\n'),
            "tab" if node.parent().is_some_and(|parent| parent.has_tag_name((W, "r"))) => words.push('\t'),
            "softHyphen" => words.push('\u{ad}'),
            "noBreakHyphen" => words.push('\u{2011}'),
            _ => {}
        }
    }
    words
}
