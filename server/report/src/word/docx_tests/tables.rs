//! Tables: their heads and descriptions, and rows that are whole.

use roxmltree::Node;

use super::super::docx;
use super::super::reading::{all, attribute, first, val, words};
use super::super::sample::{LONG, column, document, picture, table};
use super::{ACCENT, parts};
use crate::document::{Align, Block, Cell, Row, Table};

#[test]
fn every_table_has_heads_a_description_and_whole_rows() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let tables: Vec<_> = all(main.root_element(), "tbl").collect();
    let groups = |row: &Row| row.cells.len() == 1 && row.cells[0].heads;
    let count = |table: &Table| {
        let groups = table.rows.iter().skip(1).filter(|row| groups(row)).count();
        1 + groups
    };
    assert_eq!(
        tables.len(),
        document.tables().map(count).sum::<usize>() + 1,
        "the tables, one for each of their groups, and the scale"
    );
    let mut grouped = 0;
    for table in tables {
        let rows: Vec<_> = all(table, "tr").collect();
        let is_head = |row: &Node<'_, '_>| first(*row, "tblHeader").is_some();
        assert!(is_head(&rows[0]), "the first row is one of heads");
        // The name of a group as well, so that it stands on each page that the group reaches into.
        let heads = rows.iter().take_while(|row| is_head(row)).count();
        assert_eq!(rows.iter().filter(|row| is_head(row)).count(), heads);
        assert_eq!(heads == 2, heads > 1 && all(rows[1], "tc").count() == 1);
        grouped += usize::from(heads == 2);
        assert!(!words(rows[0]).trim().is_empty());
        for said in ["tblCaption", "tblDescription"] {
            assert!(val(table, said).is_some_and(|said| said.len() > 10), "{said}");
        }
        let columns = all(table, "gridCol").count();
        for row in rows {
            let span = |cell| val(cell, "gridSpan").map_or(1, |span| span.parse::<usize>().expect("a span"));
            assert_eq!(all(row, "tc").map(span).sum::<usize>(), columns);
            for cell in all(row, "tc") {
                let last = cell.last_element_child().expect("a paragraph");
                assert_eq!(last.tag_name().name(), "p");
            }
        }
    }
    assert!(grouped > 1, "{grouped}");
}

#[test]
fn a_table_says_what_its_columns_are_and_which_cells_head_rows() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let budget = first(main.root_element(), "tbl").expect("a table");
    assert_eq!(
        val(budget, "tblDescription"),
        Some("Tabell med 4 rader. Kolumner: Område; 2022; 2023; 2024; Summa, tkr.")
    );
    let look =
        |table| attribute(first(table, "tblLook").expect("its look"), "firstColumn").map(str::to_owned);
    assert_eq!(look(budget).as_deref(), Some("1"));
    let deliveries = all(main.root_element(), "tbl")
        .nth(3)
        .expect("the table of deliveries");
    assert!(words(deliveries).contains(LONG));
    assert_eq!(look(deliveries).as_deref(), Some("0"));
    // Numbers stand to the right, heads over them as well.
    let right = |row| {
        all(row, "jc")
            .filter(|jc| attribute(*jc, "val") == Some("right"))
            .count()
    };
    assert!(all(budget, "tr").all(|row| right(row) == 4));
}

#[test]
fn long_rows_may_break_and_short_ones_not() {
    let document = document(true);
    let parts = parts(&document);
    let main = parts.tree("word/document.xml");
    let (whole, broken): (Vec<_>, Vec<_>) =
        all(main.root_element(), "tr").partition(|row| first(*row, "cantSplit").is_some());
    assert!(whole.iter().all(|row| words(*row).chars().count() < 2_000));
    assert!(!broken.is_empty() && broken.iter().all(|row| words(*row).chars().count() > 800));
}

#[test]
fn a_row_that_is_not_as_wide_as_the_heads_is_refused() {
    let columns = || vec![column("A", Align::Start, 1), column("B", Align::End, 1)];
    let broken = |cells: Vec<Cell>, columns| {
        let mut document = document(true);
        let table = table("broken", "Tabell 1", "Trasig", columns, vec![Row { cells }]);
        document.blocks = vec![Block::Table(table)];
        docx(&document, ACCENT, picture).map(|_| ())
    };
    let wide = |span| Cell {
        span,
        ..Cell::words("x")
    };
    assert!(broken(vec![wide(2)], columns()).is_ok());
    for cells in [vec![wide(1)], vec![wide(3)], vec![wide(2), wide(0)], Vec::new()] {
        let error = broken(cells, columns()).expect_err("refused").to_string();
        assert!(error.contains("broken"), "{error}");
    }
    assert!(broken(Vec::new(), Vec::new()).is_err());
}
