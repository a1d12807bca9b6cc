//! What stands in a Word file, a PDF, a workbook and a page: rows of cells, and text.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use uuid::Uuid;

use super::{Rows, reduced};
use crate::facts::page::{list, string, text};
use crate::support::repository;

/// Rows and whole text of a Word file.
pub(super) fn word_file(bytes: &[u8]) -> (Rows, String) {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut xml = String::new();
    let mut part = zip.by_name("word/document.xml").expect("the document");
    part.read_to_string(&mut xml).expect("text");
    let (mut rows, mut whole, mut in_cell): (Rows, String, bool) = (Vec::new(), String::new(), false);
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        match tag.split([' ', '/']).next().unwrap_or_default() {
            "w:tr" => rows.push(Vec::new()),
            "w:tc" => {
                in_cell = true;
                rows.last_mut().expect("a row").push(String::new());
            }
            "w:t" if !tag.ends_with('/') => {
                // A level's ball is drawn by a letter, before its number.
                let text = unescaped(text).replace(['○', '◔', '◑', '◕', '●'], "");
                whole.push_str(&text);
                if in_cell && let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.push_str(&text);
                }
            }
            "" if tag == "/w:tc" => in_cell = false,
            _ => {}
        }
    }
    let rows = rows
        .into_iter()
        .map(|row| row.iter().map(|cell| reduced(cell)).collect());
    (rows.collect(), reduced(&whole))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// Rows and whole text of a PDF, by its own structure: what a screen reader is told, wherever pages break.
pub(super) fn pdf(bytes: &[u8]) -> (Rows, String) {
    let python = std::env::var("NYTTA_TEST_PDF_PYTHON")
        .expect("NYTTA_TEST_PDF_PYTHON says where a Python with pikepdf is: run cargo xtask test");
    let file = std::env::temp_dir().join(format!("nytta-{}.pdf", Uuid::now_v7().simple()));
    std::fs::write(&file, bytes).expect("a file");
    let script = repository().join("tests/python/structure.py");
    let output = Command::new(python)
        .arg(script)
        .arg(&file)
        .output()
        .expect("Python starts");
    std::fs::remove_file(&file).expect("the file goes");
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complained}");
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = list(&told["rows"]).into_iter().map(|row| {
        let cells = list(&row);
        cells.iter().map(|cell| reduced(&string(cell))).collect()
    });
    (rows.collect(), reduced(&string(&told["whole"])))
}

/// The sheets of a workbook by name, as text.
pub(super) fn workbook(bytes: &[u8]) -> BTreeMap<String, Rows> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).expect("a workbook");
    let names = book.sheet_names();
    let mut sheets = BTreeMap::new();
    for name in names {
        let range = book.worksheet_range(&name).expect("a sheet");
        let rows = range.rows().map(|row| row.iter().map(cell_text).collect());
        sheets.insert(name, rows.collect());
    }
    sheets
}

/// A number is written as the CSV file writes it, with the decimals that both hold.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Float(number) => format!("{number:.6}"),
        Data::Int(number) => format!("{number:.6}"),
        other => reduced(&other.to_string()),
    }
}

fn all<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    within
        .select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

/// A table of the page by its caption, without columns that only draw.
pub(super) fn page_table(page: &Html, caption: &str) -> Option<Vec<Vec<[String; 2]>>> {
    let tables = all(page.root_element(), "table");
    let table = tables.into_iter().find(|table| {
        let said = all(*table, "caption").into_iter().next();
        said.is_some_and(|said| reduced(&said.text().collect::<String>()) == caption)
    })?;
    let rows = all(table, "tbody > tr, tfoot > tr").into_iter().map(|row| {
        let cells = all(row, "th, td").into_iter();
        let cells = cells.filter(|cell| cell.value().attr("class") != Some("plot"));
        cells.map(page_cell).collect()
    });
    Some(rows.collect())
}

/// What stands in a cell: as it is seen, and with what is only heard. A tick is what the other files write as a cross.
fn page_cell(cell: ElementRef) -> [String; 2] {
    let seen = reduced(&text(cell));
    let heard = reduced(&cell.text().collect::<String>());
    let ticked = seen.is_empty() && !heard.is_empty();
    [if ticked { "×".to_owned() } else { seen }, heard]
}
