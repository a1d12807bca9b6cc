//! Archives that are small and pretend to be little, or make much of it.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::ops::Range;

use domain::workbook::SheetKind;
use text::Lang;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::entries::packed;

/// A megabyte of nothing.
static MEGABYTE: [u8; 1024 * 1024] = [b' '; 1024 * 1024];

/// A workbook with these parts, in the order of `packed`; empty ones are as usual.
fn with(parts: &[&str]) -> Vec<u8> {
    packed(&parts.join("\n=====\n")).expect("an archive")
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

fn u16_at(bytes: &[u8], at: usize) -> usize {
    u16::from_le_bytes(bytes[at..at + 2].try_into().expect("two bytes")).into()
}

/// The archive's directory: where it begins, and where it ends.
fn directory(archive: &[u8]) -> (usize, usize) {
    let end = archive.len() - 22;
    assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
    (u32_at(archive, end + 16) as usize, end)
}

/// Where the directory has the part of this name.
fn entry(archive: &[u8], name: &str) -> Range<usize> {
    let (mut at, end) = directory(archive);
    while at < end {
        let named = u16_at(archive, at + 28);
        let next = at + 46 + named + u16_at(archive, at + 30) + u16_at(archive, at + 32);
        if &archive[at + 46..at + 46 + named] == name.as_bytes() {
            return at..next;
        }
        at = next;
    }
    panic!("there is no {name}");
}

/// A workbook as usual, and one compressed part under so many names beside it: a few bytes each. Gives also what all of those
/// unpack to.
pub fn overlapping(bytes: usize, times: u16) -> (Vec<u8>, u64) {
    let mut zip = ZipWriter::new_append(Cursor::new(with(&[]))).expect("an archive");
    let best = SimpleFileOptions::default().compression_level(Some(9));
    zip.start_file("xl/00000.xml", best).expect("a part");
    for at in (0..bytes).step_by(MEGABYTE.len()) {
        let some = MEGABYTE.len().min(bytes - at);
        zip.write_all(&MEGABYTE[..some]).expect("its content");
    }
    let archive = zip.finish().expect("an archive").into_inner();
    let (from, to) = directory(&archive);
    let part = entry(&archive, "xl/00000.xml");
    assert_eq!(part.end, to, "it is the last");
    let mut whole = archive[..to].to_vec();
    for number in 1..times {
        let mut again = archive[part.clone()].to_vec();
        // The name follows on 46 bytes of other things.
        again[49..54].copy_from_slice(format!("{number:05}").as_bytes());
        whole.extend(again);
    }
    let size = u32::try_from(whole.len() - from).expect("small");
    let mut end = archive[to..].to_vec();
    let parts = u16::try_from(u16_at(&end, 10)).expect("few") + times - 1;
    end[8..10].copy_from_slice(&parts.to_le_bytes());
    end[10..12].copy_from_slice(&parts.to_le_bytes());
    end[12..16].copy_from_slice(&size.to_le_bytes());
    whole.extend(end);
    (whole, u64::from(times) * bytes as u64)
}

/// A workbook as usual but for blanks behind its texts: those are so many bytes in all.
pub fn swollen(bytes: usize) -> Vec<u8> {
    let mut texts = br#"<sst uniqueCount="1"><si><t>Namn</t></si></sst>"#.to_vec();
    texts.resize(bytes, b' ');
    replaced(&with(&[]), "xl/sharedStrings.xml", &texts)
}

/// The same workbook, which says that its texts unpack to ten bytes.
pub fn lying(bytes: usize) -> Vec<u8> {
    let mut archive = swollen(bytes);
    let at = entry(&archive, "xl/sharedStrings.xml").start;
    let part = u32_at(&archive, at + 42) as usize;
    for at in [at + 24, part + 22] {
        assert_eq!(u32_at(&archive, at) as usize, bytes, "its size stands elsewhere");
        archive[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    archive
}

/// A workbook as usual, and so many parts with nothing in them.
pub fn crowded(parts: u32) -> Vec<u8> {
    let mut zip = ZipWriter::new_append(Cursor::new(with(&[]))).expect("an archive");
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for number in 0..parts {
        zip.start_file(format!("x{number}"), stored).expect("a part");
    }
    zip.finish().expect("an archive").into_inner()
}

/// Texts of a few bytes that say that they are more than any memory holds, where nobody looks at first sight.
pub fn announcing() -> Vec<Vec<u8>> {
    let far = " ".repeat(100_000);
    let texts = [
        r#"<sst uniqueCount="500000000000"><si><t>x</t></si></sst>"#.to_owned(),
        r#"<!-- uniqueCount="1" --><sst uniqueCount="500000000000"></sst>"#.to_owned(),
        format!(r#"<!--{far}--><sst uniqueCount="500000000000"></sst>"#),
        format!(r#"<a/><x:sst count="1"{far}uniqueCount{far}={far}'500000000000'/>"#),
        "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><sst uniqueC\u{1b}(Bount=\"500000000000\"/>"
            .to_owned(),
        format!(r#"{far}<sst uniqueCount="1000000"><si/></sst>"#),
    ];
    let utf16 = texts[0].encode_utf16().flat_map(u16::to_le_bytes);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16).collect();
    let mut all: Vec<Vec<u8>> = texts.iter().map(|texts| with(&["", texts])).collect();
    all.push(replaced(&with(&["", "TEXTS"]), "xl/SharedStrings.XML", &utf16));
    all
}

/// The archive with texts of other bytes, under this name.
fn replaced(archive: &[u8], name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(archive)).expect("an archive");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..old.len() {
        let part = old.by_index_raw(place).expect("a part");
        if part.name_raw() == b"xl/sharedStrings.xml" {
            drop(part);
            zip.start_file(name, SimpleFileOptions::default())
                .expect("a part");
            zip.write_all(bytes).expect("its content");
        } else {
            zip.raw_copy_file(part).expect("a part");
        }
    }
    zip.finish().expect("an archive").into_inner()
}

/// A long name of a font, or a long format, and a great many kinds of cells that have it.
pub fn multiplying() -> [Vec<u8>; 2] {
    let long = "x".repeat(500_000);
    let font = format!(r#"<fonts><font><name val="{long}"/></font></fonts>"#);
    let format = format!(r#"<numFmts><numFmt numFmtId="200" formatCode="{long}"/></numFmts>"#);
    [(font, r#"<xf fontId="0"/>"#), (format, r#"<xf numFmtId="200"/>"#)].map(|(long, kind)| {
        let kinds = kind.repeat(20_000);
        with(&[
            "",
            "",
            &format!("<styleSheet>{long}<cellXfs>{kinds}</cellXfs></styleSheet>"),
        ])
    })
}

/// Entities within entities, ten to the tenth at last.
pub fn entities() -> Vec<u8> {
    let mut kind = r#"<!DOCTYPE worksheet [<!ENTITY e0 "lol">"#.to_owned();
    for at in 1..=10 {
        let ten = format!("&e{};", at - 1).repeat(10);
        write!(kind, r#"<!ENTITY e{at} "{ten}">"#).expect("a text takes it");
    }
    kind.push_str("]>");
    let sheet = format!(
        r#"{kind}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&e10;</v></c></row></sheetData></worksheet>"#
    );
    with(&[&sheet, &format!("{kind}<sst><si><t>&e10;</t></si></sst>")])
}

/// A sheet with one head and one cell that says this, in a document of this kind; the texts stand in cells and nowhere else.
pub fn saying(kind: &str, cell: &str) -> Vec<u8> {
    let rows = [("A1", "Namn"), ("A2", cell)]
        .map(|(place, cell)| format!(r#"<row><c r="{place}" t="str"><v>{cell}</v></c></row>"#));
    let rows = rows.concat();
    with(&[&format!(
        "<?xml version=\"1.0\"?>{kind}<worksheet><sheetData>{rows}</sheetData></worksheet>"
    )])
}

/// Elements within elements.
pub fn nested() -> Vec<u8> {
    let deep = "<a>".repeat(500_000);
    with(&[
        &format!("<worksheet>{deep}<sheetData>{deep}"),
        &format!("<sst>{deep}"),
        &format!("<styleSheet>{deep}"),
    ])
}

/// Many sheets that are all one and the same large part.
pub fn repeating() -> Vec<u8> {
    let rows = format!(r#"<row a="{}"/>"#, "x".repeat(1_000)).repeat(45_000);
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let known = SheetKind::ALL.map(|sheet| text::workbook::sheet(Lang::Sv, sheet));
    let lines = (0..20).map(|at| format!("Poster {at}"));
    let sheets: String = known
        .into_iter()
        .chain(lines)
        .map(|name| format!(r#"<sheet name="{name}" sheetId="1" r:id="a"/>"#))
        .collect();
    with(&[
        &sheet,
        "",
        "",
        &format!("<workbook><sheets>{sheets}</sheets></workbook>"),
    ])
}

/// A cell in the last corner that there is, and beyond.
pub fn cornered() -> Vec<u8> {
    let cells = ["XFD1048576", "ZZZZZZ99999999", "A4294967296", "ZZZZZZZZZ1"]
        .map(|place| format!(r#"<row r="4294967295"><c r="{place}" t="str"><v>x</v></c></row>"#))
        .concat();
    with(&[&format!(
        r#"<worksheet><dimension ref="B2:A1"/><sheetData>{cells}</sheetData></worksheet>"#
    )])
}
