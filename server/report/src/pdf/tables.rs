//! Tables as the template reads them, with what is kept on one page.

use serde_json::{Value, json};

use super::texts::{pieces, runs, said};
use super::width::{self, Layout};
use crate::document::{Align, Cell, Column, Row, Table, Text, stays_with_next_in_cell};

/// Tables of this many characters at most are kept on one page, and rows of as many.
const WHOLE_TABLE: usize = 900;
const WHOLE_ROW: usize = 700;
/// The same of a paragraph among others in a cell: a dozen lines of a narrow column.
const WHOLE_PARAGRAPH: usize = 700;

pub(super) fn table_value(table: &Table, layout: &Layout) -> Option<Value> {
    if table.columns.is_empty() {
        return None;
    }
    let count = |rows: &[Row]| {
        rows.iter()
            .flat_map(|row| &row.cells)
            .map(characters)
            .sum::<usize>()
    };
    let characters = count(&table.rows) + count(&table.foot);
    let columns = table.columns.iter();
    Some(json!({
        "kind": "table",
        "label": pieces(&table.label),
        "caption": pieces(&table.caption),
        "size": layout.size,
        "widths": layout.widths,
        "inset": width::INSET,
        "columns": columns.map(|column| json!({ "head": head(layout, column), "align": align(column.align) })).collect::<Vec<_>>(),
        "whole_heads": layout.whole_heads,
        "rows": table.rows.iter().map(|row| row_value(row, table)).collect::<Vec<_>>(),
        "foot": table.foot.iter().map(|row| row_value(row, table)).collect::<Vec<_>>(),
        "whole": table.rows.len() <= 12 && characters <= WHOLE_TABLE,
    }))
}

fn head(layout: &Layout, column: &Column) -> Value {
    let head = layout.head(column);
    if layout.whole_heads {
        json!(pieces(&head))
    } else {
        json!(runs(&head))
    }
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Start => "start",
        Align::Middle => "center",
        Align::End => "end",
    }
}

fn characters(cell: &Cell) -> usize {
    cell.text.iter().map(length).sum()
}

/// As many columns as the table has, whoever built the row.
fn row_value(row: &Row, table: &Table) -> Value {
    let columns = table.columns.len();
    let mut cells = Vec::new();
    let mut at = 0;
    for cell in &row.cells {
        if at >= columns {
            break;
        }
        let span = usize::from(cell.span.max(1)).min(columns - at);
        let align = table
            .columns
            .get(at)
            .map_or("start", |column| align(column.align));
        cells.push(json!({
            "heads": cell.heads,
            "span": span,
            "align": align,
            "text": cell_text(&cell.text),
        }));
        at += span;
    }
    for _ in at..columns {
        cells.push(json!({ "heads": false, "span": 1, "align": "start", "text": [] }));
    }
    let longest = row.cells.iter().map(characters).max().unwrap_or_default();
    json!({ "cells": cells, "whole": longest <= WHOLE_ROW })
}

/// Paragraphs of a cell, with which of them stay with the next and which are not broken over pages.
fn cell_text(paragraphs: &[Text]) -> Vec<Value> {
    let said: Vec<(&Text, Value)> = paragraphs
        .iter()
        .filter_map(|text| Some((text, said(text)?)))
        .collect();
    let texts: Vec<&Text> = said.iter().map(|(text, _)| *text).collect();
    let stays: Vec<bool> = (0..texts.len())
        .map(|at| stays_with_next_in_cell(&texts, at))
        .collect();
    said.into_iter()
        .zip(stays)
        .map(|((text, spans), stays)| {
            json!({ "spans": spans, "stays": stays, "whole": length(text) <= WHOLE_PARAGRAPH })
        })
        .collect()
}

/// How many characters a text has.
fn length(text: &Text) -> usize {
    text.iter().map(|span| span.words().chars().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Span;

    #[test]
    fn paragraphs_of_a_cell_say_what_they_stay_with() {
        let strong = |text: &str| vec![Span::Strong(text.to_owned())];
        let plain = crate::document::plain;
        let cell = [
            strong("Grupp"),
            plain("Text"),
            strong("Belopp"),
            strong("Belopp"),
            strong("Belopp"),
            vec![Span::Small("Anmärkning".to_owned())],
            strong("Grupp"),
            plain("Text"),
            strong("Grupp"),
            vec![Span::Plain("ord ".repeat(200))],
        ];
        let told = cell_text(&cell);
        let of = |key: &str| -> Vec<bool> { told.iter().map(|paragraph| paragraph[key] == true).collect() };
        assert_eq!(
            of("stays"),
            [true, true, false, true, true, false, true, false, true, false],
            "a line stays with its text, a text with its first figure, the last two, a figure with what is said of it"
        );
        assert_eq!(
            of("whole").iter().filter(|whole| !**whole).count(),
            1,
            "the long text"
        );
        let whole = |length| cell_text(&[crate::document::plain("å".repeat(length))])[0]["whole"] == true;
        assert!(
            whole(WHOLE_PARAGRAPH),
            "its characters count, and not their bytes"
        );
        assert!(!whole(WHOLE_PARAGRAPH + 1));
    }
}
