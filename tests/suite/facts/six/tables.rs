//! The tables as the CSV file has them, which the other files are held against.

use std::collections::BTreeMap;

use super::reduced;

/// A table as the CSV file has it: its caption, and its rows.
#[derive(Default)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) rows: Vec<Row>,
}

#[derive(Default)]
pub(super) struct Row {
    /// "rad" or "summa", and the number.
    pub(super) place: (String, String),
    pub(super) head: String,
    pub(super) cells: Vec<Cell>,
}

pub(super) struct Cell {
    pub(super) column: String,
    pub(super) text: String,
    pub(super) value: String,
    pub(super) unit: String,
}

impl Row {
    pub(super) fn texts(&self) -> Vec<String> {
        self.cells.iter().map(|cell| reduced(&cell.text)).collect()
    }

    pub(super) fn value(&self, column: &str) -> &str {
        let cell = self.cells.iter().find(|cell| cell.column == column);
        cell.map_or("", |cell| cell.value.as_str())
    }
}

/// The fields of a file that is separated by semicolons.
fn fields(file: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = file.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                field.push('"');
                signs.next();
            }
            '"' => quoted = !quoted,
            ';' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            other => field.push(other),
        }
    }
    rows
}

pub(super) fn csv(bytes: &[u8]) -> BTreeMap<String, Table> {
    let text = std::str::from_utf8(bytes).expect("text");
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    for line in fields(text.trim_start_matches('\u{feff}')).into_iter().skip(1) {
        let [code, caption, part, number, head, column, text, value, unit] =
            <[String; 9]>::try_from(line).expect("nine columns");
        let table = tables.entry(code).or_default();
        table.caption = caption;
        let place = (part, number);
        if table.rows.last().is_none_or(|row| row.place != place) {
            table.rows.push(Row {
                place,
                head,
                cells: Vec::new(),
            });
        }
        let row = table.rows.last_mut().expect("a row");
        row.cells.push(Cell {
            column,
            text,
            value,
            unit,
        });
    }
    tables
}
