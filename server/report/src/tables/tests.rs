use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use text::Lang;

use super::{csv, data_tables, xlsx};
use crate::document::{Cell, Document, Table, Value, document};
use crate::test_models::{decided, open};

fn both(lang: Lang) -> [(Document, Vec<Table>); 2] {
    [decided(), open()].map(|model| (document(&model, lang, None), data_tables(&model, lang)))
}

fn sheets(bytes: Vec<u8>) -> Vec<(String, calamine::Range<Data>)> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).expect("a sheet");
            (name, range)
        })
        .collect()
}

#[test]
fn each_table_has_a_sheet_with_cells_of_their_kind() {
    for lang in Lang::ALL {
        for (document, data) in both(lang) {
            let sheets = sheets(xlsx(&document, &data).expect("a workbook"));
            let tables: Vec<&Table> = document.tables().chain(&data).collect();
            assert_eq!(sheets.len(), tables.len() + 1);
            assert_eq!(sheets[0].0, document.contents);
            for ((name, sheet), table) in sheets[1..].iter().zip(tables) {
                assert_eq!(*name, table.label);
                let heads: Vec<String> = (0..table.columns.len())
                    .map(|at| sheet[(0, at)].to_string())
                    .collect();
                let expected: Vec<_> = table.columns.iter().map(|column| column.head.clone()).collect();
                assert_eq!(heads, expected);
                for (at, row) in (1_u32..).zip(table.rows.iter().chain(&table.foot)) {
                    let mut column = 0;
                    for cell in &row.cells {
                        let read = sheet.get_value((at, column));
                        assert_cell(read.unwrap_or(&Data::Empty), cell, &table.code);
                        column += u32::from(cell.span);
                    }
                }
            }
        }
    }
}

/// What is read is what the cell holds: a number is one, and comes back to nine decimals.
fn assert_cell(read: &Data, cell: &Cell, table: &str) {
    let same = |number: rust_decimal::Decimal| {
        let expected: f64 = number.to_string().parse().expect("a number");
        let Data::Float(read) = read else {
            panic!("{table}: {read:?} is no number")
        };
        assert_eq!(format!("{read:.9}"), format!("{expected:.9}"), "{table}");
    };
    match &cell.value {
        Value::Number(number) => same(*number),
        Value::Percent(percent) => same(*percent / rust_decimal::Decimal::ONE_HUNDRED),
        Value::Money(amount) => same(amount.tkr()),
        Value::Day(_) => assert!(matches!(read, Data::DateTime(_)), "{table}: {read:?}"),
        Value::Level(level) => {
            let name = text::name::level(Lang::Sv, *level);
            let english = text::name::level(Lang::En, *level);
            let read = read.to_string();
            assert!(read.contains(&name) || read.contains(&english), "{table}: {read}");
        }
        Value::Nothing | Value::Words => {
            let words = cell.plain();
            let read = read.to_string();
            // A sheet has no carriage returns of its own, and a formula is none.
            assert_eq!(
                read.trim_start_matches('\''),
                words.trim_start_matches('\''),
                "{table}"
            );
        }
    }
}

#[test]
fn the_first_sheet_tells_of_the_report_and_of_every_table() {
    for (document, data) in both(Lang::Sv) {
        let sheets = sheets(xlsx(&document, &data).expect("a workbook"));
        let words: Vec<String> = sheets[0].1.cells().map(|(_, _, cell)| cell.to_string()).collect();
        let says = |text: &str| assert!(words.iter().any(|word| word == text), "{text} is missing");
        for fact in document.facts.iter().chain(&document.verdicts) {
            says(&fact.label);
        }
        for table in document.tables().chain(&data) {
            says(&table.label);
            says(&table.caption);
        }
        says(&document.name);
        if let Some(mark) = &document.mark {
            says(mark);
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for (document, data) in both(Lang::Sv) {
        let written = || xlsx(&document, &data).expect("a workbook");
        assert_eq!(written(), written());
        assert_eq!(csv(&document, &data), csv(&document, &data));
    }
    // The day in the file is the report's, not that of the clock.
    let (document, data) = &both(Lang::Sv)[0];
    let mut zip =
        zip::ZipArchive::new(Cursor::new(xlsx(document, data).expect("a workbook"))).expect("a zip");
    let core = std::io::read_to_string(zip.by_name("docProps/core.xml").expect("properties")).expect("text");
    assert_eq!(core.matches(&document.dated.to_string()).count(), 2, "{core}");
    assert!(
        core.contains(&document.name) && core.contains(&document.agency),
        "{core}"
    );
}

/// Reads what is written, as a spreadsheet does.
fn read(file: &[u8]) -> Vec<Vec<String>> {
    let file = std::str::from_utf8(file).expect("UTF-8");
    let file = file.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = file.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (';', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) if letters.peek() == Some(&'\n') => {
                letters.next();
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (letter, _) => cell.push(letter),
        }
    }
    rows
}

#[test]
fn one_file_carries_every_cell_of_every_table() {
    for lang in Lang::ALL {
        for (document, data) in both(lang) {
            let mut rows = read(&csv(&document, &data)).into_iter();
            assert_eq!(rows.next().expect("heads").len(), 9);
            for table in document.tables().chain(&data) {
                for row in table.rows.iter().chain(&table.foot) {
                    for cell in &row.cells {
                        let read = rows.next().expect("a row for each cell");
                        let [code, name, _, _, _, _, text, value, unit] = read.as_slice() else {
                            panic!("{read:?}")
                        };
                        assert_eq!(*code, table.code);
                        assert!(name.contains(&table.caption), "{name}");
                        assert_eq!(
                            text.trim_start_matches('\''),
                            cell.plain().trim_start_matches('\'')
                        );
                        assert_value(cell, value, unit);
                    }
                }
            }
            assert_eq!(rows.next(), None);
        }
    }
}

fn assert_value(cell: &Cell, value: &str, unit: &str) {
    let exact = |number: rust_decimal::Decimal| assert_eq!(value, number.to_string().replace('.', ","));
    match &cell.value {
        Value::Nothing | Value::Words => assert_eq!((value, unit), ("", "")),
        Value::Number(number) => exact(*number),
        Value::Percent(percent) => {
            exact(*percent);
            assert_eq!(unit, "%");
        }
        Value::Money(amount) => {
            exact(amount.tkr().normalize());
            assert_eq!(unit, "tkr");
        }
        Value::Day(day) => assert_eq!(value, day.to_string()),
        Value::Level(level) => assert_eq!(value, level.rank().to_string()),
    }
}

/// Under the head of a delivery its rows are told by it.
#[test]
fn rows_without_a_head_have_that_of_the_delivery_above() {
    let model = decided();
    let (document, data) = &both(Lang::Sv)[0];
    let mut heads: BTreeMap<String, usize> = BTreeMap::new();
    for row in read(&csv(document, data)) {
        if row[0].starts_with("deliveries-") {
            *heads.entry(row[4].clone()).or_default() += 1;
        }
    }
    for of in model.areas.iter().flat_map(|section| &section.deliveries) {
        assert!(
            heads.get(&of.delivery.name).is_some_and(|rows| *rows >= 3),
            "{}",
            of.delivery.name
        );
    }
}

#[test]
fn there_is_a_row_for_each_thing() {
    for (model, lang) in [(decided(), Lang::Sv), (open(), Lang::En)] {
        let totals = &model.standing.totals;
        let rows: Vec<usize> = data_tables(&model, lang)
            .iter()
            .map(|table| table.rows.len())
            .collect();
        let [deliveries, benefits, statements, _, figures] = rows.as_slice() else {
            panic!("{rows:?}")
        };
        let counts =
            [deliveries, benefits, statements, figures].map(|count| u32::try_from(*count).expect("few"));
        assert_eq!(
            counts,
            [
                totals.deliveries,
                totals.expected_benefits,
                totals.realised_statements,
                totals.figures
            ]
        );
        for table in data_tables(&model, lang) {
            for row in &table.rows {
                assert_eq!(row.cells.len(), table.columns.len(), "{}", table.code);
                let missing = |cell: &Cell| cell.plain().contains('⟦');
                assert!(!row.cells.iter().any(missing), "{row:?}");
            }
            assert!(!table.caption.contains('⟦'));
            assert!(
                table.columns.iter().all(|column| !column.head.contains('⟦')),
                "{:?}",
                table.columns
            );
        }
    }
    assert!(
        !data_tables(&open(), Lang::Sv)[3].rows.is_empty(),
        "the invented goals are there"
    );
}

/// What begins as a formula is a text, wherever it comes from.
#[test]
fn nothing_is_taken_for_a_formula() {
    let mut model = decided();
    "=1+1".clone_into(&mut model.areas[0].deliveries[0].delivery.name);
    "@SUM(A1)".clone_into(&mut model.areas[0].area.name);
    let document = document(&model, Lang::Sv, None);
    let data = data_tables(&model, Lang::Sv);
    let begins = |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    for row in read(&csv(&document, &data)) {
        for (at, cell) in row.iter().enumerate().filter(|(at, _)| *at != 7) {
            assert!(!begins(cell), "{at}: {cell}");
        }
    }
    let mut escaped = 0;
    for (_, sheet) in sheets(xlsx(&document, &data).expect("a workbook")) {
        for (_, _, cell) in sheet.cells() {
            if let Data::String(text) = cell {
                assert!(!begins(text), "{text}");
                escaped += usize::from(text.starts_with("'=") || text.starts_with("'@"));
            }
        }
    }
    assert!(escaped > 1, "only {escaped}");
}
