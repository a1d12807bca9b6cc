//! Tables and charts: whole, counted, and each chart beside the table that it draws.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use text::Lang;

use super::super::document;
use super::{column, each, number, table};
use crate::document::{Block, Chart, Document, Plot};
use crate::test_models::{decided, open};

#[test]
fn every_row_fills_its_table_and_names_are_unique() {
    each(|_, document| {
        let mut codes = BTreeSet::new();
        let mut labels = BTreeSet::new();
        for table in document.tables() {
            assert!(codes.insert(&table.code), "{} is there twice", table.code);
            assert!(labels.insert(&table.label), "{} is there twice", table.label);
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(table.code.chars().all(plain), "{}", table.code);
            assert!(!table.rows.is_empty(), "{} is empty", table.code);
            for row in table.rows.iter().chain(&table.foot) {
                let cells: usize = row.cells.iter().map(|cell| usize::from(cell.span)).sum();
                assert_eq!(cells, table.columns.len(), "{}: {row:?}", table.code);
            }
        }
        let anchors: Vec<_> = document
            .headings()
            .filter_map(|heading| heading.anchor.as_ref())
            .collect();
        assert_eq!(anchors.iter().collect::<BTreeSet<_>>().len(), anchors.len());
    });
}

fn charts(document: &Document) -> Vec<&Chart> {
    let charts = document.blocks.iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    charts.collect()
}

#[test]
fn charts_fit_and_lead_to_their_tables() {
    each(|_, document| {
        let charts = charts(document);
        assert!(charts.len() >= 3, "only {} charts", charts.len());
        for chart in charts {
            let named = document
                .tables()
                .any(|table| chart.alt.contains(&text::name::lower_first(&table.label)));
            assert!(named, "{} names no table", chart.alt);
            match &chart.plot {
                Plot::Matrix(matrix) => {
                    for row in &matrix.rows {
                        assert_eq!(row.cells.len(), matrix.columns.len(), "{}", row.label);
                    }
                }
                Plot::Bars { bars, .. } => {
                    assert!(!bars.is_empty(), "{}", chart.label);
                    for bar in bars {
                        let length: Decimal = bar.parts.iter().map(|part| part.share).sum();
                        assert!(length <= Decimal::ONE_HUNDRED + Decimal::new(1, 6), "{bar:?}");
                    }
                }
            }
        }
    });
}

/// Tables are counted by chapter and appendix: no number is told twice, and none is that of a section.
#[test]
fn tables_are_counted_by_chapter() {
    let document = document(&decided(), Lang::Sv, None);
    let labels: Vec<&str> = document.tables().map(|table| table.label.as_str()).collect();
    let counted = |label: &str| {
        let number = label
            .strip_prefix("Tabell ")
            .and_then(|number| number.split_once('.'));
        let (chapter, at) = number.unwrap_or_else(|| panic!("{label} is not counted"));
        (chapter.to_owned(), at.parse::<u32>().expect("a number"))
    };
    let mut before = (String::new(), 0);
    for label in labels {
        let (chapter, at) = counted(label);
        let expected = if chapter == before.0 { before.1 + 1 } else { 1 };
        assert_eq!(at, expected, "{label} after {before:?}");
        before = (chapter, at);
    }
    let appendices = document
        .headings()
        .filter_map(|heading| heading.number.as_deref());
    let appendices: Vec<_> = appendices
        .filter(|number| number.starts_with("Bilaga "))
        .collect();
    assert_eq!(appendices.first(), Some(&"Bilaga A"));
}

/// What the invented initiative brings is there: hours that add up, kronor by year, goals.
#[test]
fn freed_time_and_kronor_stand_in_the_appendices() {
    let document = document(&open(), Lang::Sv, None);
    for code in [
        "freed-time-areas",
        "freed-time-groups",
        "freed-time-kinds",
        "kronor-areas",
        "realisation-years",
        "realisation-areas",
        "realisation-groups",
    ] {
        table(&document, code);
    }
    for code in ["freed-time-areas", "freed-time-groups"] {
        let table = table(&document, code);
        for at in 1..table.columns.len() {
            let mut numbers: Vec<Decimal> = column(table, at).into_iter().map(number).collect();
            let whole = numbers.pop().expect("a whole");
            assert_eq!(numbers.iter().sum::<Decimal>(), whole, "{code}, column {at}");
        }
    }
    let labels = |document: &Document| -> Vec<String> {
        let charts = charts(document);
        charts.iter().map(|chart| chart.label.clone()).collect()
    };
    // No area has a budget for the open report's years.
    assert_eq!(
        labels(&document),
        ["Figur 3.1", "Figur 3.2", "Figur B.1", "Figur C.1"]
    );
    let decided = super::document(&decided(), Lang::Sv, None);
    assert_eq!(labels(&decided), ["Figur 3.1", "Figur 3.2", "Figur 4.1"]);
}
