//! What a workbook takes to read, found before anything of it is read: what an archive says of itself is not to be
//! trusted, and neither is what its parts say of themselves.

use std::io::{BufReader, Cursor, Read, copy, sink};

use domain::workbook::WorkbookFault;
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::read::ZipFile;

/// Unpacked, a workbook with as many rows as are read is far below this.
const UNPACKED_MAX: u64 = 64 * 1024 * 1024;
/// Parts of an archive: many times what a workbook with pictures on every sheet has.
const PARTS_MAX: usize = 2_048;
/// Bytes that are read of sheets in all. Several sheets can be one and the same part.
const SHEETS_MAX: u64 = 4 * UNPACKED_MAX;
/// The shortest that a text can be written: `<si/>`.
const TEXT_MIN: u64 = 5;
/// Bytes that the looks of cells may come to: workbooks that have grown for decades stay below it.
const STYLES_MAX: u64 = 128 * 1024 * 1024;
/// Bytes of one look, without its texts.
const STYLE: u64 = 512;

/// What a workbook was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Measured {
    /// Bytes of its largest part, unpacked.
    largest: u64,
}

impl Measured {
    /// Refuses to read so many sheets where each may be the largest part.
    ///
    /// # Errors
    /// Where that would be too much.
    pub(crate) fn allows(self, sheets: usize) -> Result<(), WorkbookFault> {
        let sheets = u64::try_from(sheets).unwrap_or(u64::MAX);
        if self.largest.saturating_mul(sheets) > SHEETS_MAX {
            return Err(WorkbookFault::TooLarge);
        }
        Ok(())
    }
}

/// A part that the reader keeps in memory, apart from sheets, which it goes through cell by cell.
#[derive(Clone, Copy)]
enum Kept {
    Texts,
    Styles,
}

impl Kept {
    /// The reader finds parts whatever the case of their letters, in a folder that the archive names.
    fn of<R: Read>(part: &ZipFile<'_, R>) -> Option<Self> {
        let decoded = part.name().unwrap_or_default();
        let is_called = |end: &str| {
            let ends = |name: &[u8]| {
                let at = name.len().checked_sub(end.len());
                let last = at.and_then(|at| name.get(at..));
                last.is_some_and(|last| last.eq_ignore_ascii_case(end.as_bytes()))
            };
            ends(part.name_raw()) || ends(decoded.as_bytes())
        };
        if is_called("sharedStrings.xml") {
            Some(Self::Texts)
        } else if is_called("styles.xml") {
            Some(Self::Styles)
        } else {
            None
        }
    }
}

/// Refuses what grows beyond all measure once it is unpacked, by unpacking it into nothing, and what would make the
/// reader take far more room than that.
///
/// # Errors
/// Where it is too large, or no archive.
pub(crate) fn measured(bytes: &[u8]) -> Result<Measured, WorkbookFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::NotAWorkbook)?;
    if archive.len() > PARTS_MAX {
        return Err(WorkbookFault::TooLarge);
    }
    let (mut left, mut largest, mut kept) = (UNPACKED_MAX, 0, Vec::new());
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| WorkbookFault::NotAWorkbook)?;
        let kind = Kept::of(&part);
        let size = copy(&mut part.take(left.saturating_add(1)), &mut sink());
        let size = size.map_err(|_| WorkbookFault::NotAWorkbook)?;
        left = left.checked_sub(size).ok_or(WorkbookFault::TooLarge)?;
        largest = size.max(largest);
        kept.extend(kind.map(|kind| (place, size, kind)));
    }
    for (place, size, kind) in kept {
        let part = archive.by_index(place).map_err(|_| WorkbookFault::NotAWorkbook)?;
        match kind {
            Kept::Texts => texts(part, size)?,
            Kept::Styles => styles(part)?,
        }
    }
    Ok(Measured { largest })
}

/// As the reader of workbooks has it, so that both see the same in what is not written as it should be.
fn xml<R: Read>(part: R) -> Reader<BufReader<R>> {
    let mut xml = Reader::from_reader(BufReader::new(part));
    let config = xml.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    config.trim_text(false);
    xml
}

/// The reader makes room for as many texts as the part says that it has, before it has seen one. What cannot be read
/// is for the reader to tell of: it makes no room for it either.
fn texts(part: impl Read, size: u64) -> Result<(), WorkbookFault> {
    let (mut xml, mut buffer) = (xml(part), Vec::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == "sst" => {
                let announced = announced(tag.attributes_raw());
                let is_true = announced.is_none_or(|texts| texts <= size / TEXT_MIN);
                return if is_true {
                    Ok(())
                } else {
                    Err(WorkbookFault::NotAWorkbook)
                };
            }
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

/// The most texts that are spoken of.
fn announced(attributes: &str) -> Option<u64> {
    let spoken = attributes.split("uniqueCount").skip(1);
    let numbers = spoken.filter_map(|after| {
        let from = after.find(|c: char| c.is_ascii_digit())?;
        let digits = after.get(from..).unwrap_or_default();
        let digits = digits.split(|c: char| !c.is_ascii_digit()).next()?;
        // More digits than fit are more texts than there can be.
        Some(digits.parse().unwrap_or(u64::MAX))
    });
    numbers.max()
}

/// The reader gives every kind of cell the name of its font and its format for numbers, each time anew: a long name and
/// many kinds multiply.
fn styles(part: impl Read) -> Result<(), WorkbookFault> {
    let (mut xml, mut buffer) = (xml(part), Vec::new());
    let (mut kinds, mut longest) = (0_u64, 0);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                if tag.local_name().as_ref() == "xf" {
                    kinds = kinds.saturating_add(1);
                }
                longest = tag.attributes_raw().len().max(longest);
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    // A font's name and a format.
    let each = u64::try_from(longest)
        .unwrap_or(u64::MAX)
        .saturating_mul(2)
        .saturating_add(STYLE);
    if kinds.saturating_mul(each) > STYLES_MAX {
        return Err(WorkbookFault::TooLarge);
    }
    Ok(())
}
