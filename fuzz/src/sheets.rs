//! Workbooks, and tables as text.

use std::io::{Cursor, Write};

use report::{calculation, measurement_sheet, workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Reads a file as each of the three that people fill in.
pub fn workbook(bytes: &[u8]) {
    let _ = workbook::read(bytes);
    if let Err(problems) = calculation::calculation_read(bytes) {
        assert!(!problems.is_empty(), "refused without a reason");
        assert!(problems.iter().all(|one| !one.to_string().is_empty()));
    }
    table(bytes);
}

/// Reads measurements, of a workbook or a text.
pub fn table(bytes: &[u8]) {
    if let Ok(lines) = measurement_sheet::read(bytes) {
        assert!(!lines.is_empty() && lines.len() <= domain::measurement_sheet::LINES_MAX);
    }
}

/// The parts that whoever writes a workbook decides on, with a line of this between them.
const BETWEEN: &str = "\n=====\n";

/// Packs sheet, texts, styles and the list of sheets into a workbook, those that are not given as they usually are, and
/// reads that: what is packed cannot be changed bit by bit.
pub fn sheet(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    workbook(&packed(&text).expect("memory takes an archive"));
}

/// The parts of a text as a workbook.
pub fn packed(text: &str) -> std::io::Result<Vec<u8>> {
    let mut parts = text.split(BETWEEN);
    let mut part = |usual: &'static str| {
        let given = parts.next().filter(|given| !given.is_empty());
        given.unwrap_or(usual).to_owned()
    };
    let all = [
        ("xl/worksheets/sheet1.xml", part(SHEET)),
        ("xl/sharedStrings.xml", part(TEXTS)),
        ("xl/styles.xml", part(STYLES)),
        ("xl/workbook.xml", part(BOOK)),
        ("xl/_rels/workbook.xml.rels", part(PARTS)),
        ("_rels/.rels", part(ROOT)),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in all {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

const SHEET: &str =
    r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
const TEXTS: &str = r#"<sst uniqueCount="1"><si><t>Namn</t></si></sst>"#;
const STYLES: &str = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="Enheter" sheetId="1" r:id="a"/><sheet name="Poster" sheetId="2" r:id="a"/></sheets></workbook>"#;
const PARTS: &str = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const ROOT: &str = r#"<Relationships><Relationship Id="r" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
