//! What stands in the workbook, but for what formulas come to.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Range, Reader, SheetVisible, Xlsx};
use domain::calculation::{Alternative, AmountUnit, Calculation, Line, LineClass};
use text::Lang;

use super::calculation_workbook;
use super::test_calculations::{alternative, calculation, certain, id, line};

type Book = Xlsx<Cursor<Vec<u8>>>;

fn written(lang: Lang, calculation: &Calculation) -> Book {
    let benefits = BTreeMap::from([(id(200), "Kortare väntan".to_owned())]);
    let workbook = calculation_workbook(lang, "=Digital ansökan", calculation, &benefits).expect("written");
    Xlsx::new(Cursor::new(workbook)).expect("a workbook")
}

fn one() -> Calculation {
    let lines = vec![
        Line {
            name: "+Ny plattform".to_owned(),
            note: Some("@Offert".to_owned()),
            ..line(100, LineClass::Development, &[Some([100_000, 123_456, 200_000])])
        },
        Line {
            benefit: Some(id(200)),
            ..certain(101, LineClass::Financial, &[0, 3])
        },
    ];
    let alternative = Alternative {
        description: Some("-Ett system".to_owned()),
        ..alternative(10, "=Nytt", lines)
    };
    calculation(AmountUnit::Tkr, 3, Some("3.5"), vec![alternative])
}

/// The rows of a sheet as texts, from its first cell.
fn rows(book: &mut Book, sheet: &str) -> Vec<Vec<String>> {
    let range = book.worksheet_range(sheet).expect("the sheet");
    texts(&range)
}

fn texts(range: &Range<Data>) -> Vec<Vec<String>> {
    let row = |row: &[Data]| row.iter().map(ToString::to_string).collect();
    range.rows().map(row).collect()
}

#[test]
fn the_head_says_what_holds_for_the_whole() {
    let mut book = written(Lang::Sv, &one());
    let head = rows(&mut book, "Kalkyl");
    assert_eq!(head[0][0], "=Digital ansökan");
    let beside = |label: &str| {
        let row = head.iter().find(|row| row[0] == label);
        row.unwrap_or_else(|| panic!("{label}"))[1].clone()
    };
    for (label, value) in [
        ("Version", "3"),
        ("Basår", "2024"),
        ("Horisont, antal år", "3"),
        ("Kalkylränta", "0.035"),
        ("Källa till kalkylräntan", "=Arbetsgruppens beslut"),
        ("Prisnivå", "2024"),
        ("Belopp i", "tkr"),
        ("Nollalternativ", "Allt fortsätter som i dag."),
        ("Antaganden", "Volymerna är oförändrade.\nLönerna följer avtalen."),
        ("Förordat alternativ", "=Nytt"),
        ("=Nytt", "-Ett system"),
    ] {
        assert_eq!(beside(label), value, "{label}");
    }
    let names: BTreeMap<_, _> = book.defined_names().iter().cloned().collect();
    let cell = |name: &str| names[name].clone();
    assert_eq!(cell("Kalkylränta"), "Kalkyl!$B$6");
    assert_eq!(cell("Basår"), "Kalkyl!$B$4");
    assert_eq!(head[5][0], "Kalkylränta");
    assert_eq!(head[3][0], "Basår");
}

#[test]
fn a_line_has_a_row_for_each_estimate_and_amounts_are_numbers() {
    let mut book = written(Lang::Sv, &one());
    let range = book.worksheet_range("Poster").expect("the sheet");
    let cells = texts(&range);
    assert_eq!(cells[0][..2], ["Alternativ", "=Nytt"]);
    assert_eq!(
        cells[2],
        [
            "Post",
            "Slag",
            "Nytta",
            "Uppskattning",
            "2024",
            "2025",
            "2026",
            "Så är beloppen framtagna",
            "Postens kod",
            "Slagets kod",
            "Nyttans kod",
            "Uppskattningens kod"
        ]
    );
    for (row, estimate, amount, note) in [
        (3, "Låg", "1", "@Offert"),
        (4, "Trolig", "1.23456", ""),
        (5, "Hög", "2", ""),
    ] {
        let line = ["+Ny plattform", "Utveckling", "", estimate, amount, "", "", note];
        assert_eq!(cells[row][..8], line);
    }
    assert_eq!(range.get_value((4, 4)), Some(&Data::Float(1.23456)));
    assert_eq!(
        cells[6][..4],
        ["Post 101", "Finansiell nytta", "Kortare väntan", "Låg"]
    );
    // A prepared line has its estimates and nothing else.
    assert_eq!(cells[9][..5], ["", "", "", "Låg", ""]);
    assert_eq!(cells.len(), 3 + 3 * 12);
}

/// The functions that both Excel and LibreOffice have had for long.
const FUNCTIONS: [&str; 10] = [
    "IF",
    "IFERROR",
    "INDEX",
    "IRR",
    "MAX",
    "ROUND",
    "SIGN",
    "SUM",
    "SUMIFS",
    "SUMPRODUCT",
];

#[test]
fn formulas_are_those_meant_as_formulas_and_need_nothing_new() {
    for lang in Lang::ALL {
        let mut book = written(lang, &one());
        let mut used = BTreeSet::new();
        for sheet in book.sheet_names() {
            let formulas = book.worksheet_formula(&sheet).expect("the sheet");
            for (_, _, formula) in formulas.used_cells() {
                let called = formula.match_indices('(').map(|(at, _)| {
                    let before = &formula[..at];
                    let start = before.rfind(|c: char| !c.is_ascii_alphabetic());
                    before[start.map_or(0, |at| at + 1)..].to_owned()
                });
                used.extend(called.filter(|name| !name.is_empty()));
                for text in ["Ny plattform", "Digital", "Offert", "Arbetsgruppen", "Ett system"] {
                    assert!(!formula.contains(text), "{sheet}: {formula}");
                }
            }
        }
        let known: BTreeSet<String> = FUNCTIONS.map(str::to_owned).into();
        assert_eq!(used, known, "{lang:?}");
    }
}

#[test]
fn every_alternative_has_its_sheets_and_lists_are_hidden() {
    let two = vec![
        alternative(10, "Köpa [nytt]", Vec::new()),
        alternative(11, "Bygga", Vec::new()),
    ];
    let book = written(Lang::En, &calculation(AmountUnit::Mnkr, 2, None, two));
    let sheets: Vec<_> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.visible == SheetVisible::Visible))
        .collect();
    assert_eq!(
        sheets,
        [
            ("Calculation", true),
            ("Lines – Köpa nytt", true),
            ("Results – Köpa nytt", true),
            ("Lines – Bygga", true),
            ("Results – Bygga", true),
            ("Lists", false),
        ]
    );
}

#[test]
fn what_cannot_be_worked_out_is_not_written() {
    let mut late = one();
    late.base_year = 2025;
    let error = calculation_workbook(Lang::Sv, "", &late, &BTreeMap::new()).expect_err("a year outside");
    assert!(error.to_string().contains("2024"), "{error}");
}
