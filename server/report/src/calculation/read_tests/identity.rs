//! Which line, which benefit and which class a row is of: by words that people see, and codes that they do not.

use domain::calculation::LineClass;

use super::{HEADS, code, read, typed, with_sheets};
use crate::calculation::calculation_read;
use crate::calculation::test_calculations::id;

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
