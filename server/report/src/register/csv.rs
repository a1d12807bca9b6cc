//! A table as spreadsheet programs in Sweden open it: semicolons, decimal commas, a byte order mark.

use domain::register::{Cell, Sheet, plain_text};

/// What tells such programs that the text is UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The table as a file.
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut file = String::from(BYTE_ORDER_MARK);
    line(&mut file, sheet.heads.iter().map(|head| text(head)));
    for row in &sheet.rows {
        line(&mut file, row.iter().map(cell));
    }
    file.into_bytes()
}

fn line(file: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            file.push(';');
        }
        file.push_str(&cell);
    }
    file.push_str("\r\n");
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(value) => text(value),
        Cell::Whole(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string().replace('.', ","),
        Cell::Day(day) => day.to_string(),
    }
}

fn text(value: &str) -> String {
    let plain = plain_text(value);
    if plain.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", plain.replace('"', "\"\""))
    } else {
        plain.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn file(rows: Vec<Vec<Cell>>) -> String {
        let sheet = Sheet {
            title: "Nyttor".to_owned(),
            heads: vec!["Namn".to_owned(), "Värde".to_owned()],
            rows,
        };
        String::from_utf8(csv(&sheet)).expect("UTF-8")
    }

    #[test]
    fn each_kind_of_cell_is_written_as_it_is_read_here() {
        let text = |text: &str| Cell::Text(text.to_owned());
        let written = file(vec![
            vec![
                text("Öka; \"mera\"\nnu"),
                Cell::Decimal("-1.50".parse().expect("a number")),
            ],
            vec![text("=SUM(A1)"), Cell::Whole(-3)],
            vec![Cell::Empty, Cell::Day("2025-03-01".parse().expect("a day"))],
        ]);
        let expected =
            "\u{feff}Namn;Värde\r\n\"Öka; \"\"mera\"\"\nnu\";-1,50\r\n'=SUM(A1);-3\r\n;2025-03-01\r\n";
        assert_eq!(written, expected);
    }

    /// Reads what is written, as a spreadsheet does.
    fn read(file: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let mut letters = file.trim_start_matches('\u{feff}').chars().peekable();
        while let Some(letter) = letters.next() {
            match (letter, quoted) {
                ('"', true) if letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                ('"', _) => quoted = !quoted,
                (';', false) => row.push(std::mem::take(&mut cell)),
                ('\r', false) if letters.peek() == Some(&'\n') => {
                    letters.next();
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                (letter, _) => cell.push(letter),
            }
        }
        assert!(
            !quoted && row.is_empty() && cell.is_empty(),
            "the file ends with a line"
        );
        rows
    }

    proptest! {
        #[test]
        fn texts_come_out_as_they_went_in(texts in prop::collection::vec(("(?s).*", "[=+@;\"\r\n-].*"), 0..4)) {
            let rows = texts.iter().map(|(a, b)| vec![Cell::Text(a.clone()), Cell::Text(b.clone())]);
            let back = read(&file(rows.collect()));
            prop_assert_eq!(back.len(), texts.len() + 1);
            for (row, (a, b)) in back[1..].iter().zip(&texts) {
                prop_assert_eq!(row[0].clone(), plain_text(a).into_owned());
                prop_assert_eq!(row[1].clone(), plain_text(b).into_owned());
                prop_assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])));
            }
        }
    }
}
