//! The file as LibreOffice opens it.

use std::process::Command;

use super::docx_tests::file;
use super::sample::{LONG, chart, document};
use crate::document::{Document, Row, Table};
use crate::libreoffice::{Conversion, Folder, said};

const PDF: &str = r#"pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}"#;

fn converted(name: &str, to: &str, document: &Document) -> Vec<u8> {
    let conversion = Conversion {
        name,
        from: "docx",
        to,
        settings: None,
        package: "libreoffice-writer",
    };
    conversion.run(&[file(document)]).remove(0)
}

/// What one of poppler's programs says of a PDF.
fn poppler(pdf: &std::path::Path, program: &str, before: &[&str], after: &[&str]) -> String {
    let mut command = Command::new(program);
    command.args(before).arg(pdf).args(after);
    String::from_utf8(said(command, "poppler-utils")).expect("text")
}

/// Lines break where the page does.
fn flowing(text: &str) -> String {
    let text = text.replace(['\u{ad}', '\u{a0}', '\u{202f}'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Of a table: one for each column, and where groups have names these and the columns' once more for each.
fn heads(table: &Table) -> usize {
    let named = |row: &&Row| row.cells.len() == 1 && row.cells[0].heads;
    let groups = table.rows.iter().filter(named).count();
    let later = table.rows.iter().skip(1).filter(named).count();
    table.columns.len() * (1 + later) + groups
}

#[test]
fn libreoffice_finds_headings_tables_and_pictures() {
    let document = document(false);
    let folder = Folder::new("docx-pdf-read");
    let pdf = folder.path("report.pdf");
    std::fs::write(&pdf, converted("docx-pdf", PDF, &document)).expect("a file");

    let outline = poppler(&pdf, "pdftohtml", &["-xml", "-i", "-stdout"], &[]);
    let (_, outline) = outline.split_once("<outline>").expect("bookmarks");
    let unescaped = outline.replace("&amp;", "&");
    for heading in document.headings() {
        assert!(
            unescaped.contains(&format!(">{}</item>", heading.whole())),
            "{}",
            heading.whole()
        );
    }

    let about = poppler(&pdf, "pdfinfo", &[], &[]);
    for line in [&document.name, &document.agency, &document.subtitle] {
        assert!(about.contains(line), "{line} in {about}");
    }
    assert!(about.contains("Tagged:          yes"), "{about}");

    let tags = poppler(&pdf, "pdfinfo", &["-struct"], &[]);
    let is = |line: &str, tag: &str| {
        let first = line.trim().split([' ', ':']).next();
        first == Some(tag)
    };
    for tag in [
        "H1", "H2", "H3", "H4", "Table", "TH", "TD", "Figure", "LI", "TOCI",
    ] {
        assert!(tags.lines().any(|line| is(line, tag)), "{tag}");
    }
    let heads: usize = document.tables().map(heads).sum();
    let found = tags.lines().filter(|line| is(line, "TH")).count();
    assert_eq!(found, heads + 5, "the heads of the tables and of the scale");

    // The alternative text, as PDFs write what is beyond Latin.
    let alt: String = chart()
        .alt
        .encode_utf16()
        .map(|unit| format!("{unit:04X}"))
        .collect();
    let bytes = std::fs::read(&pdf).expect("the file");
    let wanted = format!("/Alt<FEFF{alt}>");
    assert!(
        bytes
            .windows(wanted.len())
            .any(|bytes| bytes == wanted.as_bytes()),
        "the alternative text"
    );

    let words = flowing(&poppler(&pdf, "pdftotext", &["-raw"], &["-"]));
    assert!(words.contains("Sida 2 av "), "pages are numbered");
    assert!(words.contains("☒ Medborgarnytta"), "boxes are ticked");
    assert!(words.contains("Utkast, inte beslutat"), "the mark");
}

#[test]
fn libreoffice_reads_every_word() {
    let document = document(true);
    let text = converted("docx-txt", "txt:Text (encoded):UTF8", &document);
    let read = flowing(&String::from_utf8(text).expect("text"));
    for heading in document.headings() {
        assert!(read.contains(&flowing(&heading.whole())), "{}", heading.whole());
    }
    for table in document.tables() {
        for cell in table.rows.iter().chain(&table.foot).flat_map(|row| &row.cells) {
            for line in cell.plain().lines() {
                assert!(read.contains(&flowing(line)), "{line}");
            }
        }
        for column in &table.columns {
            assert!(read.contains(&flowing(&column.head)), "{}", column.head);
        }
    }
    assert!(read.contains(&flowing(LONG)));
}
