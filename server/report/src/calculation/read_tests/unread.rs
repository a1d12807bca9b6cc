//! What cannot be read, told by its place.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::{HEADS, code, told, with_sheets, write_rows, wrong};
use crate::calculation::{ReadProblem, calculation_read};

#[test]
fn what_is_no_amount_is_told_by_its_cell() {
    let rows: &[&[&str]] = &[
        &HEADS,
        &["Drift", "Drift", "", "Låg", "ungefär 5", "1e40"],
        &["", "", "", "Trolig", "5", "1.234,5"],
        &["", "", "", "Medel", "5"],
        &["", "", "", "", "5"],
        &["Lokaler", "Hyra", "", "", "", "", "Avtalet"],
    ];
    assert_eq!(
        wrong(rows),
        [
            "Poster!E2: “ungefär 5” is no number",
            &format!("Poster!F2: “1{}” is no number", "0".repeat(40)),
            "Poster!F3: “1.234,5” is no number",
            "Poster!D4: “Medel” is no estimate",
            "Poster!D5: the row has amounts and no estimate",
            "Poster!B6: “Hyra” is no class",
        ]
    );
}

#[test]
fn formulas_count_with_what_they_have_come_to() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    write_rows(page, &[&["Belopp i", "kronor"]]);
    let page = book.add_worksheet().set_name("Mina siffror").expect("a name");
    write_rows(
        page,
        &[&HEADS, &["Drift", "Drift", "", "Låg"], &["", "", "", "Trolig"]],
    );
    let sum = Formula::new("=0.1+0.2").set_result("0.30000000000000004");
    page.write_formula(1, 4, sum).expect("a formula");
    page.write_formula(2, 4, Formula::new("=A99/0").set_result("#DIV/0!"))
        .expect("a formula");
    let day = ExcelDateTime::from_ymd(2024, 5, 1).expect("a day");
    let format = Format::new().set_num_format("yyyy-mm-dd");
    page.write_datetime_with_format(1, 5, &day, &format)
        .expect("a day");
    page.write_boolean(2, 6, true).expect("a truth");
    let broken = book.save_to_buffer().expect("a workbook");
    assert_eq!(
        told(&broken),
        [
            "Mina siffror!F2: “2024-05-01” is no number",
            "Mina siffror!E3: the formula has come to #DIV/0!",
        ]
    );
}

#[test]
fn columns_that_would_be_lost_are_told_of() {
    let heads: &[&str] = &[
        "Post",
        "Slag",
        "Uppskattning",
        "2024",
        "Summa",
        "Nästa år",
        "2024",
    ];
    let rows: &[&[&str]] = &[heads, &["Drift", "Drift", "Låg", "1", "", "2", "3", "4"]];
    assert_eq!(
        wrong(rows),
        [
            "Poster!G1: “2024” is the head of an earlier column too",
            "Poster!F1: “Nästa år” is no head",
            "Poster!H1: “” is no head",
        ]
    );
    let rows: &[&[&str]] = &[
        &["Post", "Uppskattning", "Nytta", "2024"],
        &["Drift", "Låg", "", "1"],
    ];
    assert_eq!(wrong(rows), ["Poster has no column class"]);
}

#[test]
fn what_is_no_calculation_is_told() {
    let heads: &[&[&str]] = &[&HEADS];
    assert_eq!(
        told(&with_sheets("tkr", &[("Blad1", &[])])),
        ["no sheet has the heads of lines"]
    );
    assert_eq!(
        told(&with_sheets("tkr", &[("Poster – B", &[]), ("Posterna", &[])])),
        ["Poster – B has no column estimate"]
    );
    assert_eq!(
        told(&with_sheets("euro", &[("Poster", heads)])),
        ["Kalkyl!B2: “euro” is no unit"]
    );
    let mut book = Workbook::new();
    write_rows(book.add_worksheet(), heads);
    let no_unit = book.save_to_buffer().expect("a workbook");
    assert_eq!(told(&no_unit), ["no sheet says what amounts are in"]);
    assert_eq!(calculation_read(b"PK"), Err(vec![ReadProblem::NotAWorkbook]));
    let sheets: Vec<String> = (0..50).map(|at| format!("Poster – {at}")).collect();
    let sheets: Vec<(&str, &[&[&str]])> = sheets.iter().map(|name| (name.as_str(), heads)).collect();
    assert_eq!(
        calculation_read(&with_sheets("tkr", &sheets)),
        Err(vec![ReadProblem::TooLarge])
    );
}

#[test]
fn a_sheet_that_was_sorted_is_told_of_and_so_are_rows_that_differ() {
    let (one, other) = (code(100), code(101));
    let row = |name: &'static str, class: &'static str, estimate: &'static str, id: &str| {
        [name, class, "", estimate, "1", "", "", id, "", ""].map(str::to_owned)
    };
    let told_of = |rows: &[[String; 10]]| {
        let rows: Vec<Vec<&str>> = rows
            .iter()
            .map(|row| row.iter().map(String::as_str).collect())
            .collect();
        let mut all: Vec<&[&str]> = vec![&HEADS];
        all.extend(rows.iter().map(Vec::as_slice));
        wrong(&all)
    };
    assert_eq!(
        told_of(&[
            row("Drift", "Drift", "Hög", &one),
            row("Lokaler", "Drift", "Hög", &other),
            row("Drift", "Drift", "Låg", &one),
        ]),
        ["Poster!A4: the row belongs to a line further up"]
    );
    assert_eq!(
        told_of(&[
            row("Drift", "Drift", "Låg", &one),
            row("Drift", "Utveckling", "Trolig", &one),
            row("Support", "Drift", "Hög", &one),
            row("Nytt", "Drift", "Låg", "7"),
        ]),
        [
            // Codes are read before rows are put together.
            "Poster!H5: “7” is no code",
            "Poster!B3: “Utveckling” differs from the first row of the line",
            "Poster!A4: “Support” differs from the first row of the line",
        ]
    );
}
