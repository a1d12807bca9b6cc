//! The parts in a zip file. Every part is dated by the document, so that the same document gives the same bytes.

use std::io::{Cursor, Write};

use chrono::{Datelike, NaiveDate};
use service::RenderError;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::relations::Relations;
use super::xml::Xml;

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// What a part is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Main,
    Styles,
    Numbering,
    Settings,
    Fonts,
    Header,
    Footer,
    Core,
    App,
}

impl Kind {
    fn content_type(self) -> String {
        let word = match self {
            Self::Main => "document.main+xml",
            Self::Styles => "styles+xml",
            Self::Numbering => "numbering+xml",
            Self::Settings => "settings+xml",
            Self::Fonts => "fontTable+xml",
            Self::Header => "header+xml",
            Self::Footer => "footer+xml",
            Self::Core => return "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
            Self::App => {
                return "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned();
            }
        };
        format!("{WORD}{word}")
    }
}

/// The parts of a file.
pub(super) struct Package {
    dated: NaiveDate,
    types: Vec<(String, Kind)>,
    parts: Vec<(String, Vec<u8>)>,
}

impl Package {
    pub(super) fn new(dated: NaiveDate) -> Self {
        Self {
            dated,
            types: Vec::new(),
            parts: Vec::new(),
        }
    }

    pub(super) fn xml(&mut self, name: &str, kind: Kind, xml: Xml) {
        self.types.push((format!("/{name}"), kind));
        self.file(name, xml.into_bytes());
    }

    pub(super) fn relations(&mut self, name: &str, relations: Relations) {
        self.file(name, relations.part().into_bytes());
    }

    pub(super) fn file(&mut self, name: &str, bytes: Vec<u8>) {
        self.parts.push((name.to_owned(), bytes));
    }

    pub(super) fn finish(self) -> Result<Vec<u8>, RenderError> {
        self.zip().map_err(|error| RenderError::Model(error.to_string()))
    }

    fn zip(self) -> Result<Vec<u8>, ZipError> {
        let mut file = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().last_modified_time(midnight(self.dated));
        // Programs that look at the beginning alone find out here what the file is.
        let first = [
            (
                "[Content_Types].xml".to_owned(),
                self.content_types().into_bytes(),
            ),
            ("_rels/.rels".to_owned(), outer_relations().part().into_bytes()),
        ];
        for (name, bytes) in first.into_iter().chain(self.parts) {
            file.start_file(name, options)?;
            file.write_all(&bytes)?;
        }
        Ok(file.finish()?.into_inner())
    }

    fn content_types(&self) -> Xml {
        let mut xml = Xml::new();
        let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
        xml.within("Types", &[("xmlns", namespace)], |xml| {
            for (extension, kind) in [
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
                ("png", "image/png"),
                ("svg", "image/svg+xml"),
            ] {
                xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
            }
            for (name, kind) in &self.types {
                let kind = kind.content_type();
                xml.empty("Override", &[("PartName", name), ("ContentType", &kind)]);
            }
        });
        xml
    }
}

fn outer_relations() -> Relations {
    let mut relations = Relations::default();
    relations.add("officeDocument", "word/document.xml");
    relations.add(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    );
    relations.add("extended-properties", "docProps/app.xml");
    relations
}

/// A zip file has no years before 1980; none is as good as any.
fn midnight(day: NaiveDate) -> DateTime {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or_default();
    DateTime::from_date_and_time(year, part(day.month()), part(day.day()), 0, 0, 0).unwrap_or_default()
}
