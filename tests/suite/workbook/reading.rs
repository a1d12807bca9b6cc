//! What is read of a file, and the files that are refused.

use domain::workbook::{SheetKind, WorkbookFault};
use report::workbook::{read, template};
use service::WorkbookChoices;
use text::Lang;

use super::filled::{self, book, portfolio};

/// The empty workbook has all heads where they are looked for, in both languages.
#[test]
fn the_template_is_read_as_one_without_rows() {
    for lang in Lang::ALL {
        let bytes = template(lang, &WorkbookChoices::default()).expect("writes");
        assert_eq!(read(&bytes), Err(WorkbookFault::Empty), "{lang:?}");
    }
}

#[test]
fn a_head_stands_for_one_field_whatever_the_language() {
    for sheet in SheetKind::ALL {
        for column in sheet.columns() {
            for lang in Lang::ALL {
                let head = text::workbook::head(lang, column.field);
                let others = sheet.columns().iter().filter(|other| *other != column);
                for other in others {
                    for lang in Lang::ALL {
                        assert_ne!(
                            text::workbook::head(lang, other.field),
                            head,
                            "{sheet:?} {} {}",
                            column.field,
                            other.field
                        );
                    }
                }
            }
        }
    }
}

/// What a file says of itself, and what it makes of little, costs the reader nothing.
#[test]
fn a_file_that_pretends_or_repeats_is_refused() {
    for (file, fault) in [
        (filled::pretending(), WorkbookFault::NotAWorkbook),
        (filled::repeating(), WorkbookFault::TooLarge),
        (
            filled::broken_formula(),
            WorkbookFault::BrokenCell {
                sheet: SheetKind::Units,
                row: 2,
            },
        ),
    ] {
        let begin = std::time::Instant::now();
        assert_eq!(read(&file), Err(fault));
        assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
    }
    let twice = vec![
        (SheetKind::Units, vec![vec![("name", "Norr")]]),
        (SheetKind::Portfolios, Vec::new()),
    ];
    let file = filled::renamed(&twice, "Portföljer", "Units");
    let fault = WorkbookFault::SheetTwice {
        sheet: SheetKind::Units,
    };
    assert_eq!(read(&file), Err(fault));
}

#[test]
fn a_file_that_is_not_the_template_is_told_what_it_lacks() {
    let fault = |sheets: &_| read(&book(Lang::Sv, sheets)).expect_err("a fault");
    let mut sheets = portfolio();
    sheets[0].1[0].push(("rubbish", "x"));
    assert_eq!(
        fault(&sheets),
        WorkbookFault::UnknownHead {
            sheet: SheetKind::Units,
            head: "rubbish".to_owned()
        }
    );
    let sheets = vec![(SheetKind::Initiatives, vec![vec![("summary", "Utan namn")]])];
    assert_eq!(
        fault(&sheets),
        WorkbookFault::MissingColumn {
            sheet: SheetKind::Initiatives,
            field: "name".to_owned()
        }
    );
    assert_eq!(fault(&Vec::new()), WorkbookFault::NoKnownSheet);
    let units = (0..501).map(|_| vec![("name", "Enhet")]).collect();
    assert_eq!(
        fault(&vec![(SheetKind::Units, units)]),
        WorkbookFault::TooManyRows { most: 500 }
    );
}

/// What a spreadsheet keeps as a number or a day is read as it was typed.
#[test]
fn numbers_and_days_are_read_as_they_were_typed() {
    let workbook = read(&filled::typed_cells()).expect("reads");
    let row = &workbook.rows[0];
    assert_eq!(row.cell("started_year"), "2024");
    assert_eq!(row.cell("statutory_on"), "2026-01-31");
    assert_eq!(row.cell("development_object"), "on");
    let area = &workbook.rows[1];
    assert_eq!(area.cell("budget_tkr"), "330.1");
    assert_eq!(workbook.rows[2].cell("budget_tkr"), "1250;7");
    assert_eq!(area.number, 2);
}
