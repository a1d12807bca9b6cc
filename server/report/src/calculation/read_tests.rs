//! What people do to a workbook, and what is told of what cannot be read.

mod identity;
mod size;
mod unread;

use domain::calculation::{Estimate, LineClass};
use rust_xlsxwriter::{Workbook, Worksheet};

use super::test_calculations::id;
use super::{ReadAlternative, ReadLine, calculation_read};

const HEADS: [&str; 10] = [
    "Post",
    "Slag",
    "Nytta",
    "Uppskattning",
    "2024",
    "2025",
    "Så är beloppen framtagna",
    "Postens kod",
    "Slagets kod",
    "Nyttans kod",
];

/// A workbook as somebody makes one by hand: a head sheet with the unit, and a sheet of lines with heads in its first
/// row. A text that reads as a number is a number.
fn book(unit: &str, rows: &[&[&str]]) -> Vec<u8> {
    with_sheets(unit, &[("Poster", rows)])
}

fn with_sheets(unit: &str, sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    let head = book.add_worksheet().set_name("Kalkyl").expect("a name");
    write_rows(head, &[&["Basår", "2024"], &["Belopp i", unit]]);
    for (name, rows) in sheets {
        let page = book.add_worksheet().set_name(*name).expect("a name");
        write_rows(page, rows);
    }
    book.save_to_buffer().expect("a workbook")
}

fn write_rows(page: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            match cell.parse::<f64>() {
                Ok(number) => page.write_number(row, column, number).expect("a number"),
                Err(_) => page.write_string(row, column, *cell).expect("a text"),
            };
        }
    }
}

fn read(unit: &str, rows: &[&[&str]]) -> Vec<ReadLine> {
    let read = calculation_read(&book(unit, rows)).expect("readable");
    let [ReadAlternative { lines, .. }] = &read[..] else {
        panic!("one alternative: {read:?}");
    };
    lines.clone()
}

/// What is told, in words for developers: they name the place.
fn told(workbook: &[u8]) -> Vec<String> {
    let problems = calculation_read(workbook).expect_err("something is wrong");
    problems.iter().map(ToString::to_string).collect()
}

fn wrong(rows: &[&[&str]]) -> Vec<String> {
    told(&book("tkr", rows))
}

fn typed(low: &str, likely: &str, high: &str) -> Estimate<String> {
    Estimate {
        low: low.to_owned(),
        likely: likely.to_owned(),
        high: high.to_owned(),
    }
}

fn code(number: u64) -> String {
    id::<domain::id::CalculationLineId>(number).to_string()
}

#[test]
fn lines_that_somebody_typed_are_read_by_their_words() {
    let lines = read(
        "tkr",
        &[
            &HEADS,
            &["Licenser", "drift", "", "låg", "1 234,5", "1234.56"],
            &["", "", "", "TROLIG", "1\u{a0}500", "−5"],
            &["", "", "", "Hög", "2000", "0,000004"],
            &[
                "Nöjdare användare",
                "Kvalitativ nytta",
                "Enklare ansökan",
                "",
                "",
                "",
                "Enkät",
            ],
            &["Sparad tid", "Redistribution benefit", "", "Low", "1"],
            &[
                "Sparad tid",
                "Redistribution benefit",
                "",
                "Likely",
                "2",
                "",
                "Tidmätning",
            ],
            &[
                "Sparad tid",
                "Redistribution benefit",
                "",
                "High",
                "3",
                "",
                "på två kontor",
            ],
            &["", "", "", "låg"],
            &["", "", "", "trolig"],
        ],
    );
    let [licences, users, time] = &lines[..] else {
        panic!("three lines: {lines:?}");
    };
    assert_eq!(licences.place.to_string(), "Poster!A2");
    assert_eq!(
        (licences.name.as_str(), licences.class),
        ("Licenser", Some(LineClass::Operation))
    );
    assert_eq!(
        licences.amounts,
        [typed("1234,5", "1500", "2000"), typed("1234,56", "−5", "0")]
    );
    assert_eq!(users.class, Some(LineClass::Qualitative));
    assert_eq!(
        (users.benefit, users.benefit_name.as_deref()),
        (None, Some("Enklare ansökan"))
    );
    assert_eq!(users.note.as_deref(), Some("Enkät"));
    assert_eq!(users.amounts, [typed("", "", ""), typed("", "", "")]);
    assert_eq!(time.place.to_string(), "Poster!A6");
    assert_eq!(time.class, Some(LineClass::Redistribution));
    assert_eq!(time.note.as_deref(), Some("Tidmätning\npå två kontor"));
    assert_eq!(time.amounts[0], typed("1", "2", "3"));
    assert!(lines.iter().all(|line| line.id.is_none()));
}

#[test]
fn an_estimate_that_is_left_out_is_empty() {
    let lines = read(
        "mnkr",
        &[
            &HEADS,
            &["Utbildning", "Införande", "", "trolig", "1.5"],
            &["Flytt", "Införande", "", "trolig", "2"],
        ],
    );
    let amounts: Vec<_> = lines.iter().map(|line| line.amounts[0].clone()).collect();
    assert_eq!(amounts, [typed("", "1,5", ""), typed("", "2", "")]);
}
