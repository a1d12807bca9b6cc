//! What people do to a workbook, and what is told of what cannot be read.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use domain::calculation::{AmountUnit, Calculation, Estimate, Line, LineClass};
use domain::form::LINES_MAX;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use text::Lang;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::test_calculations::{alternative, calculation, certain, id};
use super::{ReadAlternative, ReadLine, ReadProblem, calculation_read, calculation_workbook};

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
fn what_grows_beyond_all_measure_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default())
        .expect("a part");
    let much = vec![b' '; 1024 * 1024];
    for _ in 0..65 {
        zip.write_all(&much).expect("its content");
    }
    let bomb = zip.finish().expect("an archive").into_inner();
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(calculation_read(&bomb), Err(vec![ReadProblem::TooLarge]));
}

#[test]
fn as_many_lines_are_read_as_an_alternative_takes() {
    let lines = |count: u64| -> Vec<Line> {
        (100..100 + count)
            .map(|number| certain(number, LineClass::Operation, &[5]))
            .collect()
    };
    let with = |count: usize| {
        let lines = lines(u64::try_from(count).expect("a count"));
        written(&calculation(
            AmountUnit::Tkr,
            2,
            None,
            vec![alternative(10, "A", lines)],
        ))
    };
    let read = calculation_read(&with(LINES_MAX)).expect("readable");
    assert_eq!(read[0].lines.len(), LINES_MAX);
    assert_eq!(
        calculation_read(&with(LINES_MAX + 1)),
        Err(vec![ReadProblem::TooManyLines {
            sheet: "Poster".to_owned(),
            most: LINES_MAX
        }])
    );
}

fn written(calculation: &Calculation) -> Vec<u8> {
    let benefits = BTreeMap::from([
        (id(200), "Kortare väntan".to_owned()),
        (id(201), "Färre brev".to_owned()),
    ]);
    calculation_workbook(Lang::Sv, "Initiativ", calculation, &benefits).expect("written")
}

#[test]
fn a_copied_line_is_a_new_one_and_the_first_keeps_its_identity() {
    let one = code(100);
    let row = |name: &'static str, estimate: &'static str, amount: &'static str| {
        [name, "Drift", "", estimate, amount, "", "", "", "", ""]
    };
    let mut rows: Vec<[&str; 10]> = vec![
        row("Drift", "Låg", "1"),
        row("Drift", "Trolig", "2"),
        row("Drift", "Hög", "3"),
        row("Support", "Låg", "4"),
        row("Support", "Trolig", "5"),
        row("Support", "Hög", "6"),
    ];
    for row in &mut rows {
        row[7] = &one;
    }
    let mut all: Vec<&[&str]> = vec![&HEADS];
    all.extend(rows.iter().map(|row| &row[..]));
    let lines = read("tkr", &all);
    let known: Vec<_> = lines.iter().map(|line| (line.name.as_str(), line.id)).collect();
    assert_eq!(known, [("Drift", Some(id(100))), ("Support", None)]);
    assert_eq!(lines[1].amounts[0], typed("4", "5", "6"));

    // A whole sheet that was copied brings new lines, and a new alternative.
    let copy = with_sheets("tkr", &[("Poster", &all), ("Poster (2)", &all)]);
    let read = calculation_read(&copy).expect("readable");
    assert_eq!(read.len(), 2);
    assert!(read[1].lines.iter().all(|line| line.id.is_none()));
    assert_eq!(read[1].name, "Poster (2)");
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

/// A benefit is chosen by its name; a code that was written beside another name means nothing any more.
#[test]
fn a_benefit_is_the_one_that_has_the_name() {
    let codes = [200, 201, 202, 203].map(code);
    let [waiting, letters, same, other] = codes.each_ref().map(String::as_str);
    let benefits: &[&[&str]] = &[
        &["Nytta", "Nyttans kod"],
        &["Kortare väntan", waiting],
        &["Färre brev", letters],
        &["Bättre data", same],
        &["Bättre data", other],
    ];
    let row = |name: &'static str, benefit: &'static str, code: &'static str| {
        [
            name,
            "Finansiell nytta",
            benefit,
            "Låg",
            "1",
            "",
            "",
            "",
            "",
            code,
        ]
    };
    let mut rows = [
        row("Oförändrad", "Kortare väntan", ""),
        row("Bytt", "färre  brev", ""),
        row("Borttagen", "", ""),
        row("Ny", "Färre brev", ""),
        row("Okänd", "Mindre buller", ""),
        row("En av två", "Bättre data", ""),
        row("Vilken av två", "Bättre data", ""),
    ];
    for (at, code) in [(0, waiting), (1, waiting), (2, waiting), (5, other), (6, waiting)] {
        rows[at][9] = code;
    }
    let mut lines: Vec<&[&str]> = vec![&HEADS];
    lines.extend(rows.iter().map(|row| &row[..]));
    let workbook = with_sheets("tkr", &[("Poster", &lines), ("Listor", benefits)]);
    let read = calculation_read(&workbook).expect("readable");
    let found: Vec<_> = read[0].lines.iter().map(|line| line.benefit).collect();
    assert_eq!(
        found,
        [
            Some(id(200)),
            Some(id(201)),
            None,
            Some(id(201)),
            None,
            Some(id(203)),
            None
        ]
    );
    assert_eq!(read[0].lines[4].benefit_name.as_deref(), Some("Mindre buller"));
}

/// The word is what people see, and what the formulas count.
#[test]
fn a_changed_word_counts_and_the_code_beside_it_does_not() {
    let lines = read(
        "tkr",
        &[
            &HEADS,
            &["Avtal", "Utveckling", "", "Låg", "1", "", "", "", "operation"],
            &["Avtal 2", "", "", "Låg", "1", "", "", "", "operation"],
            &["Avtal 3", "", "", "Låg", "1", "", "", "", ""],
        ],
    );
    let classes: Vec<_> = lines.iter().map(|line| line.class).collect();
    assert_eq!(
        classes,
        [Some(LineClass::Development), Some(LineClass::Operation), None]
    );
}
