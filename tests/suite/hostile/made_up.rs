//! What properties make up: any bytes, and what is nearly as it should be.

use domain::measurement_sheet::SheetColumn;
use domain::register::encoded_query;
use domain::workbook::SheetKind;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::Value;
use service::ServiceError;
use service::exchange::document_check;
use text::Lang;

use super::odd::{changed, changes, mistyped, texts};
use super::{call, entries};
use crate::support::repository_file;

/// Runs a property so many times: the same ones in each run, so that CI says the same of the same code.
fn held<S: Strategy>(cases: u32, made: &S, property: impl Fn(S::Value)) {
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(27),
        ..ProptestConfig::default()
    };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let outcome = runner.run(made, |value| {
        property(value);
        Ok::<(), TestCaseError>(())
    });
    if let Err(found) = outcome {
        panic!("{found}");
    }
}

#[test]
fn any_bytes_are_read_or_refused() {
    let beginnings = prop_oneof![
        Just(b"".as_slice()),
        Just(b"PK\x03\x04".as_slice()),
        Just(b"\xff\xfe".as_slice()),
        Just(b"{\"format\":".as_slice()),
        Just(b"sok=".as_slice()),
    ];
    let bytes = (beginnings, prop::collection::vec(any::<u8>(), 0..300));
    held(128, &bytes, |(first, rest)| {
        let bytes = [first, &rest].concat();
        for (entry, _) in entries::ENTRIES {
            call(entry, &bytes);
        }
    });
}

#[test]
fn whatever_is_typed_is_read_or_refused() {
    held(2_000, &texts(), |text| {
        call("typed", text.as_bytes());
        call("filters", text.as_bytes());
    });
}

#[test]
fn whatever_a_form_sends_is_read_or_refused_by_field() {
    let mut fields: Vec<String> = entries::fields().into_iter().collect();
    for known in ["name", "benefits[]", "picked[]", "volume_likely", "file"] {
        assert!(fields.iter().any(|field| field == known), "{known}: {fields:?}");
    }
    // And what no form has.
    fields.extend(["x".to_owned(), "x[]".to_owned()]);
    // There are many: of each form something is to be sent now and then.
    let pairs = prop::collection::vec((prop::sample::select(fields), texts()), 0..40);
    held(300, &pairs, |pairs| {
        let sent = encoded_query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        call("forms", sent.as_bytes());
    });
}

/// The documents that are handed out. Each can be taken in by itself, so what is refused is refused for what was changed.
fn documents() -> Vec<Value> {
    let names = ["portfolio-2022-2024", "example", "template", "worked-example"];
    let mut documents = names.map(|name| -> Value {
        let text = repository_file(&format!("server/demo/{name}.json"));
        serde_json::from_str(&text).expect("JSON")
    });
    let [portfolio, .., worked] = &mut documents;
    // It stands on the portfolio.
    for list in ["units", "portfolios", "benefit_groups"] {
        worked[list] = portfolio[list].clone();
    }
    for (name, document) in names.iter().zip(&documents) {
        let checked = document_check(document.to_string().as_bytes());
        assert!(checked.is_ok(), "{name}: {checked:?}");
    }
    documents.to_vec()
}

#[test]
fn a_document_with_something_odd_in_it_is_read_or_refused_with_a_place() {
    let made = (prop::sample::select(documents()), changes());
    held(150, &made, |(document, changes)| {
        call("document", changed(&document, &changes).as_bytes());
    });
}

#[test]
fn a_document_with_a_value_of_a_wrong_type_is_refused_by_its_place() {
    let made = (prop::sample::select(documents()), any::<prop::sample::Index>());
    held(150, &made, |(document, index)| {
        let (text, place) = mistyped(&document, index);
        let Err(ServiceError::Import(error)) = document_check(text.as_bytes()) else {
            panic!("{place} is taken, or refused for something else");
        };
        let [problem] = error.0.as_slice() else {
            panic!("{place}: {error:?}");
        };
        let (_, told) = problem.place.split_once(", ").expect("line and path");
        assert!(told.starts_with(&place), "{place}: {problem:?}");
    });
}

#[test]
fn a_calculation_with_something_odd_in_it_is_worked_out_or_refused() {
    let text = repository_file("app/domain/src/calculation/examples.json");
    let examples: Value = serde_json::from_str(&text).expect("JSON");
    let mut case = examples["calculations"][0].clone();
    let example = case.as_object_mut().expect("an object");
    example.remove("expected").expect("what it comes to");
    assert!(service::case_file_evaluate(case.to_string().as_bytes()).is_ok());
    held(300, &changes(), |changes| {
        call("case", changed(&case, &changes).as_bytes());
    });
}

fn column(at: usize) -> char {
    char::from(b'A' + u8::try_from(at % 26).unwrap_or_default())
}

/// Place, kind, style and what stands in it.
type Cell = (String, &'static str, &'static str, String);

/// The parts of a workbook with one sheet: all of its heads, and these cells.
fn book(sheet: SheetKind, cells: &[Cell]) -> String {
    let name = text::workbook::sheet(Lang::Sv, sheet);
    let heads = sheet.columns().iter().enumerate().map(|(at, of)| {
        let head = text::workbook::head(Lang::Sv, of.field);
        format!(r#"<c r="{}1" t="str"><v>{head}</v></c>"#, column(at))
    });
    let heads: String = heads.collect();
    let cells: String = cells
        .iter()
        .map(|(place, kind, style, value)| {
            let value = value.replace('&', "&amp;").replace('<', "&lt;");
            format!(r#"<row><c r="{place}" t="{kind}" s="{style}"><v>{value}</v><is><t>{value}</t></is></c></row>"#)
        })
        .collect();
    let sheet = format!(r#"<worksheet><sheetData><row r="1">{heads}</row>{cells}</sheetData></worksheet>"#);
    let book =
        format!(r#"<workbook><sheets><sheet name="{name}" sheetId="1" r:id="a"/></sheets></workbook>"#);
    [&sheet, "", "", &book].join("\n=====\n")
}

#[test]
fn a_sheet_with_anything_in_its_cells_is_read_or_refused() {
    let places = prop_oneof![
        "[A-F][1-9]",
        "[A-Z]{1,9}[0-9]{1,12}",
        Just("XFD1048576".to_owned()),
        "\\PC{0,5}",
    ];
    let kinds = prop::sample::select(vec!["", "n", "s", "b", "e", "d", "str", "inlineStr", "x"]);
    let styles = prop::sample::select(vec!["0", "1", "99", "18446744073709551616", "-1"]);
    let numbers = prop_oneof![
        texts(),
        "-?[0-9]{1,8}(\\.[0-9]{1,8})?(E[+-]?[0-9]{1,4})?",
        "(NaN|inf|-inf)",
    ];
    let cells = prop::collection::vec((places, kinds, styles, numbers), 0..8);
    let sheets = [SheetKind::Units, SheetKind::Initiatives];
    // With a name in the first column it is read: what is refused is refused for its cells.
    for sheet in sheets {
        let named = ("A2".to_owned(), "str", "0", "Ett namn".to_owned());
        let file = entries::packed(&book(sheet, &[named])).expect("an archive");
        let read = report::workbook::read(&file).expect("a workbook");
        assert_eq!(read.rows[0].cells["name"], "Ett namn", "{sheet:?}");
    }
    held(300, &cells, |cells| {
        for sheet in sheets {
            call("sheet", book(sheet, &cells).as_bytes());
        }
    });
}

/// A table as text: all heads, and these rows.
fn table(between: &str, rows: &[Vec<String>]) -> String {
    let heads = SheetColumn::ALL.map(|of| text::measurement_sheet::head(Lang::Sv, of));
    let rows = rows.iter().map(|cells| cells.join(between));
    let table: Vec<String> = std::iter::once(heads.join(between)).chain(rows).collect();
    table.join("\n")
}

#[test]
fn a_table_with_anything_in_its_cells_is_read_or_refused() {
    let betweens = vec![";", ",", "\t"];
    // With a measure, a period and a value it is read: what is refused is refused for its cells.
    for between in &betweens {
        let line = ["Handläggningstid", "2025-Q2", "15"].map(str::to_owned);
        let lines = report::measurement_sheet::read(table(between, &[line.to_vec()]).as_bytes());
        let lines = lines.expect("a table");
        assert_eq!(lines[0].cell(SheetColumn::Value), "15", "{between:?}");
    }
    let between = prop::sample::select(betweens);
    let cells = prop::collection::vec(prop::collection::vec(texts(), 0..10), 0..6);
    held(300, &(between, cells), |(between, cells)| {
        call("table", table(between, &cells).as_bytes());
    });
}
