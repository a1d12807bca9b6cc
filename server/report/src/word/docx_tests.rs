//! The file as another program reads it: what it is made of, and that it holds what the document says.

mod headings;
mod looks;
mod package;
mod pages;
mod pictures;
mod said;
mod tables;

use roxmltree::Node;

use super::docx;
use super::reading::{Parts, all, first, val, words};
use super::sample::picture;
use crate::document::Document;

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
