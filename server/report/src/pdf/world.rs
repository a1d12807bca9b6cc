//! What the typesetter may see: the template, what it is given, and the fonts. No disk, no network, no clock.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::fonts;

/// The template's parts, the first of them the main one.
const TEMPLATE: [(&str, &str); 3] = [
    ("report.typ", include_str!("template/report.typ")),
    ("marks.typ", include_str!("template/marks.typ")),
    ("blocks.typ", include_str!("template/blocks.typ")),
];

/// Row heads and artifacts are said to the reader's tools by functions that typst still calls an extra.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    fonts::files()
        .filter_map(|file| Font::new(Bytes::new(file), 0))
        .filter(|font| [fonts::SERIF, fonts::SANS, fonts::MONO].contains(&font.info().family.as_str()))
        .collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// A report's files.
pub(super) struct ReportWorld {
    main: FileId,
    sources: BTreeMap<&'static str, Source>,
    files: BTreeMap<String, Bytes>,
    dated: NaiveDate,
}

impl ReportWorld {
    /// With these files beside the template.
    pub(super) fn new(files: BTreeMap<String, Bytes>, dated: NaiveDate) -> FileResult<Self> {
        let mut sources = BTreeMap::new();
        for (name, text) in TEMPLATE {
            sources.insert(name, Source::new(id(name)?, text.to_owned()));
        }
        Ok(Self {
            main: id(TEMPLATE[0].0)?,
            sources,
            files,
            dated,
        })
    }
}

fn id(name: &str) -> FileResult<FileId> {
    let path = VirtualPath::new(name).map_err(|_| FileError::NotFound(name.into()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn name(id: FileId) -> &'static str {
    id.get().vpath().get_without_slash()
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.sources.get(name(id)).cloned();
        source.ok_or_else(|| FileError::NotFound(name(id).into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.files.get(name(id)).cloned();
        file.ok_or_else(|| FileError::NotFound(name(id).into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        let part = |number: u32| u8::try_from(number).ok();
        Datetime::from_ymd(
            self.dated.year(),
            part(self.dated.month())?,
            part(self.dated.day())?,
        )
    }
}
