//! A document as a Word file that people can go on writing in: WordprocessingML, the transitional kind, which Word and
//! LibreOffice open alike.
//!
//! Headings are headings, tables have heads that repeat and descriptions, pictures have alternative texts, and every look
//! is a style, so that an agency can lay its own template on. The file says its language and carries no macro, no
//! reference to anything outside it, and no protection.
//!
//! The list of contents is written out with links, and Word is asked to lay it out again when the file is opened
//! (`w:updateFields`), which it asks the reader about, once: it forgets it when the file is saved. Only Word knows which
//! page a heading falls on, and a list without page numbers, or with wrong ones, is seen only when the report has been
//! sent. Whoever says no has a list of links, and no row of dots that leads to nothing.

mod body;
mod contents;
mod cover;
mod file;
mod fonts;
mod inline;
mod numbering;
mod orientation;
mod package;
mod page;
mod palette;
mod picture;
mod properties;
mod relations;
mod running;
mod scale;
mod settings;
mod styles;
mod table;
mod widths;
pub(crate) mod xml;

pub use file::word_file;
pub use picture::{PictureFonts, WordPicture};

use service::RenderError;

use self::package::{Kind, Package};
use self::page::Orientation;
use self::picture::Pictures;
use self::relations::Relations;
use self::xml::Xml;
use crate::document::{Chart, Document};

/// The document as a Word file. `charts` draws a chart; where it gives none, the chart is told in words. Accent is the
/// agency's colour, "#rrggbb".
///
/// # Errors
/// Where a table's rows are not as wide as its heads.
pub fn docx(
    document: &Document,
    accent: &str,
    charts: impl Fn(&Chart) -> Option<WordPicture>,
) -> Result<Vec<u8>, RenderError> {
    let mut relations = Relations::default();
    relations.add("styles", "styles.xml");
    relations.add("numbering", "numbering.xml");
    relations.add("settings", "settings.xml");
    relations.add("fontTable", "fontTable.xml");
    let frames = page::Frames::related(&mut relations);
    let mut pictures = Pictures::new(&charts);
    let main = main(document, &frames, &mut relations, &mut pictures)?;

    let mut package = Package::new(document.dated);
    package.xml("word/document.xml", Kind::Main, main);
    package.xml(
        "word/styles.xml",
        Kind::Styles,
        styles::part(document.lang, accent),
    );
    package.xml("word/numbering.xml", Kind::Numbering, numbering::part());
    package.xml("word/settings.xml", Kind::Settings, settings::part(document.lang));
    package.xml("word/fontTable.xml", Kind::Fonts, fonts::part());
    package.xml("word/header-cover.xml", Kind::Header, running::cover_head());
    package.xml("word/footer-cover.xml", Kind::Footer, running::cover_foot());
    for orientation in Orientation::ALL {
        let name = orientation.name();
        package.xml(
            &format!("word/header-{name}.xml"),
            Kind::Header,
            running::head(document, orientation),
        );
    }
    package.xml("word/footer.xml", Kind::Footer, running::foot(document.lang));
    package.xml("docProps/core.xml", Kind::Core, properties::core(document));
    package.xml("docProps/app.xml", Kind::App, properties::app(document));
    package.relations("word/_rels/document.xml.rels", relations);
    for (name, bytes) in pictures.into_files() {
        package.file(&format!("word/{name}"), bytes);
    }
    package.finish()
}

fn main(
    document: &Document,
    frames: &page::Frames,
    relations: &mut Relations,
    pictures: &mut Pictures<'_>,
) -> Result<Xml, RenderError> {
    let mut xml = Xml::new();
    xml.open("w:document", xml::NAMESPACES);
    xml.open("w:body", &[]);
    cover::write(&mut xml, document);
    contents::write(&mut xml, document);
    page::section_end(&mut xml, frames, Orientation::Portrait, true);
    body::write(&mut xml, document, frames, relations, pictures)?;
    xml.close("w:body");
    xml.close("w:document");
    Ok(xml)
}

#[cfg(test)]
mod docx_tests;
#[cfg(test)]
mod libreoffice_tests;
#[cfg(test)]
mod order_tests;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod sample;
