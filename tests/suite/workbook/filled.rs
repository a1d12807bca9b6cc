//! Workbooks as people fill them in.

use std::io::{Read, Write};

use domain::workbook::{Choice, SheetKind, Takes};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use text::{Lang, workbook as words};
use zip::write::SimpleFileOptions;

/// A sheet with its rows; in each row fields with what stands there, choices by their code.
pub type Sheets = Vec<(SheetKind, Vec<Vec<(&'static str, &'static str)>>)>;

/// A workbook in a language: its own heads and words.
pub fn book(lang: Lang, sheets: &Sheets) -> Vec<u8> {
    let mut book = Workbook::new();
    for (sheet, rows) in sheets {
        let page = book.add_worksheet();
        page.set_name(words::sheet(lang, *sheet)).expect("a name");
        let mut fields: Vec<&str> = Vec::new();
        for (field, _) in rows.iter().flatten() {
            if !fields.contains(field) {
                fields.push(field);
            }
        }
        for (at, field) in (0_u16..).zip(&fields) {
            let head = match sheet.column(field) {
                Some(column) => words::marked_head(lang, column),
                None => (*field).to_owned(),
            };
            page.write_string(0, at, head).expect("a head");
        }
        for (number, cells) in (1_u32..).zip(rows) {
            for (field, cell) in cells {
                let at = fields.iter().position(|of| of == field).expect("a column");
                let at = u16::try_from(at).expect("few columns");
                page.write_string(number, at, shown(lang, *sheet, field, cell))
                    .expect("a cell");
            }
        }
    }
    // People keep sheets of their own beside.
    let own = book.add_worksheet();
    own.set_name("Egna anteckningar").expect("a name");
    own.write_string(0, 0, "Ring om budgeten").expect("a cell");
    book.save_to_buffer().expect("a file")
}

/// A cell as a person fills it in: words in the place of codes.
fn shown(lang: Lang, sheet: SheetKind, field: &str, cell: &str) -> String {
    let word = |choice: Choice, code: &str| {
        let at = choice.codes().iter().position(|of| *of == code);
        at.map_or_else(
            || code.to_owned(),
            |at| words::words(lang, choice)[at].to_uppercase(),
        )
    };
    match sheet.column(field).map(|column| column.takes) {
        Some(Takes::Choice(choice)) => word(choice, cell),
        Some(Takes::Choices(choice)) => {
            let all: Vec<String> = cell.split(';').map(|code| word(choice, code.trim())).collect();
            all.join(" ; ")
        }
        _ => cell.to_owned(),
    }
}

/// What the steering unit fills in.
pub fn portfolio() -> Sheets {
    vec![
        (
            SheetKind::Units,
            vec![
                vec![("name", "Sektionen"), ("parent", "avdelningen")],
                vec![
                    ("name", "Avdelningen"),
                    ("kind", "Avdelning"),
                    ("valid_from", "2020-01-01"),
                ],
                vec![("name", "Kontoret")],
            ],
        ),
        (
            SheetKind::Portfolios,
            vec![
                vec![("name", "Taktisk"), ("kind", "tactical")],
                vec![("name", "Strategisk"), ("kind", "strategic")],
            ],
        ),
        (
            SheetKind::AreaSets,
            vec![vec![("name", "Områden 2024–2026"), ("valid_from", "2024-01-01")]],
        ),
        (
            SheetKind::Areas,
            vec![
                vec![
                    ("area_set", "Områden 2024–2026"),
                    ("number", "4.10"),
                    ("name", "Ärenden"),
                    ("purpose", "Kortare tider."),
                    ("main_groups", "Tidsbesparing; Kostnadsbesparingar"),
                    ("budget_from", "2024; 2027"),
                    ("budget_to", "2026"),
                    ("budget_tkr", "330,0005; 1"),
                ],
                vec![
                    ("area_set", "Områden 2024–2026"),
                    ("number", "4.2"),
                    ("name", "Möten"),
                ],
            ],
        ),
        (
            SheetKind::Initiatives,
            vec![
                vec![
                    ("name", "Nytt ärendestöd"),
                    ("summary", "Ett stöd."),
                    ("status", "ongoing"),
                    ("development_object", "Ja"),
                    ("development_object_since", "2024-05-01"),
                    ("size", "not_stated"),
                    ("area", "4.10"),
                    ("portfolios", "Taktisk; Strategisk"),
                    ("owner", "Avdelningen"),
                    ("statutory_on", "2026-01-01"),
                    ("started_year", "2024"),
                    ("focus_area", "Digitalisering"),
                    ("label", "Program A"),
                ],
                vec![
                    ("name", "Kortare köer"),
                    ("status", "proposed"),
                    ("development_object", "No"),
                    ("area", "4.2 Möten"),
                ],
            ],
        ),
        (
            SheetKind::Deliveries,
            vec![
                vec![
                    ("initiative", "Nytt ärendestöd"),
                    ("name", "Första etappen"),
                    ("description", "Stödet tas i bruk."),
                    ("status", "partly_delivered"),
                    ("launch_what", "Första kontoren; Alla kontor"),
                    ("planned", "kvartal 4 2024; 2025-03-01"),
                    ("actual", "februari 2025"),
                    ("upcoming_what", "Telefonen"),
                    ("upcoming_when", "hösten 2026"),
                ],
                vec![
                    ("initiative", "Kortare köer"),
                    ("name", "Tidsbokning"),
                    ("description", "Boka tid."),
                    ("area", "Möten"),
                    ("status", "planned"),
                ],
            ],
        ),
        (
            SheetKind::Benefits,
            vec![
                vec![
                    ("initiative", "Nytt ärendestöd"),
                    ("delivery", "första etappen"),
                    ("title", "Kortare handläggning"),
                    ("description", "Ärenden tar kortare tid för handläggaren."),
                    ("groups", "Tidsbesparing"),
                    ("value_class", "redistribution"),
                    ("owner", "Avdelningen"),
                    ("recipient", "Sektionen"),
                    ("expected_from", "2025-03-01"),
                    ("unplanned", "x"),
                ],
                vec![
                    ("initiative", "Kortare köer"),
                    ("title", "Kortare kö"),
                    ("description", "Besökare väntar kortare."),
                    ("groups", "tidsbesparing"),
                ],
            ],
        ),
    ]
}

/// What a portfolio manager fills in.
pub fn statements() -> Sheets {
    vec![(
        SheetKind::Statements,
        vec![
            vec![
                ("initiative", "Nytt ärendestöd"),
                ("delivery", "Första etappen"),
                ("benefits", "Kortare handläggning"),
                ("finding", "partly"),
                ("text", "Handläggningen tar halva tiden."),
                ("as_of", "2025-09-01"),
                ("assessing_unit", "Sektionen"),
                ("method", "Mätning"),
                ("source_kind", "registry_number; system"),
                ("source_text", "2025/17; Ärendesystemet"),
            ],
            vec![
                ("initiative", "Kortare köer"),
                ("groups", "Tidsbesparing"),
                ("finding", "too_early"),
                ("text", "För tidigt att säga."),
                ("as_of", "2025-09-01"),
                ("follow_up", "hösten 2026"),
            ],
        ],
    )]
}

/// A small file that becomes a large one.
pub fn bomb() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive
        .start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default())
        .expect("a part");
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..65 {
        archive.write_all(&zeros).expect("packs");
    }
    let bytes = archive.finish().expect("a file").into_inner();
    assert!(bytes.len() < 1024 * 1024, "{}", bytes.len());
    bytes
}

/// Cells that a spreadsheet keeps as numbers, days and truths.
pub fn typed_cells() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let page = book.add_worksheet();
    page.set_name("Initiatives").expect("a name");
    let heads = [
        "Name",
        "Status",
        "Year begun",
        "Required by law on",
        "Development object (UO)",
    ];
    for (at, head) in (0_u16..).zip(heads) {
        page.write_string(0, at, head).expect("a head");
    }
    page.write_string(1, 0, "Ett").expect("a cell");
    page.write_string(1, 1, "Ongoing").expect("a cell");
    page.write_number(1, 2, 2024.0).expect("a cell");
    let date = ExcelDateTime::from_ymd(2026, 1, 31).expect("a day");
    page.write_datetime_with_format(1, 3, &date, &day)
        .expect("a cell");
    page.write_boolean(1, 4, true).expect("a cell");
    let page = book.add_worksheet();
    page.set_name("Areas").expect("a name");
    for (at, head) in (0_u16..).zip(["Set of areas", "Number", "Name", "Budget, SEK thousand"]) {
        page.write_string(0, at, head).expect("a head");
    }
    for (row, name) in [(1, "A"), (2, "B")] {
        for column in 0..3 {
            page.write_string(row, column, name).expect("a cell");
        }
    }
    page.write_number(1, 3, 330.1).expect("a cell");
    page.write_string(2, 3, "1,250; 7").expect("a cell");
    book.save_to_buffer().expect("a file")
}

/// A workbook with its parts changed.
fn changed(file: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("an archive");
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut part = from.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        to.start_file(&name, SimpleFileOptions::default())
            .expect("a part");
        to.write_all(change(&name, text).as_bytes()).expect("packs");
    }
    to.finish().expect("a file").into_inner()
}

fn one_unit() -> Vec<u8> {
    book(Lang::Sv, &vec![(SheetKind::Units, vec![vec![("name", "Norr")]])])
}

/// One that says that it has more texts than there is room for in any machine.
pub fn pretending() -> Vec<u8> {
    changed(&one_unit(), |name, text| {
        if !name.ends_with("sharedStrings.xml") {
            return text;
        }
        let (before, after) = text.split_once("uniqueCount=\"").expect("says how many");
        let (_, after) = after.split_once('"').expect("an end");
        format!("{before}uniqueCount=\"100000000000000\"{after}")
    })
}

/// One with a long text that stands in very many cells.
pub fn repeating() -> Vec<u8> {
    let long = "x".repeat(100_000);
    changed(&one_unit(), move |name, text| {
        if name.ends_with("sharedStrings.xml") {
            return text.replace("Norr", &long);
        }
        if !name.ends_with("sheet1.xml") {
            return text;
        }
        let cell = |row: u32, column: char| format!("<c r=\"{column}{row}\" t=\"s\"><v>1</v></c>");
        let row = |row: u32| {
            let cells: String = ('A'..='Z').map(|column| cell(row, column)).collect();
            format!("<row r=\"{row}\">{cells}</row>")
        };
        let rows: String = (3..900).map(row).collect();
        text.replace("</sheetData>", &format!("{rows}</sheetData>"))
    })
}

/// One with a formula that has gone wrong.
pub fn broken_formula() -> Vec<u8> {
    changed(&one_unit(), |name, text| {
        if !name.ends_with("sheet1.xml") {
            return text;
        }
        text.replace(
            "</row></sheetData>",
            "<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>",
        )
    })
}

/// One with a sheet of another name.
pub fn renamed(sheets: &Sheets, from: &str, to: &str) -> Vec<u8> {
    changed(&book(Lang::Sv, sheets), |name, text| {
        if name.ends_with("workbook.xml") {
            text.replace(from, to)
        } else {
            text
        }
    })
}
