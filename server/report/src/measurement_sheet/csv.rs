//! Cells of a text: with semicolons, commas or tabs between them, and quotes around those that hold such.

use super::Grid;

/// The cells with something in them.
pub(super) fn grid(text: &str) -> Grid {
    let between = separator(text);
    let mut grid = Grid::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    let (mut cell, mut quoted) = (String::new(), false);
    let mut put = |row: u32, column: u32, cell: &mut String| {
        if !cell.trim().is_empty() {
            grid.entry(row).or_default().insert(column, cell.clone());
        }
        cell.clear();
    };
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\n' if !quoted => {
                put(row, column, &mut cell);
                (row, column) = (row.saturating_add(1), 0);
            }
            '\r' if !quoted => {}
            c if c == between && !quoted => {
                put(row, column, &mut cell);
                column = column.saturating_add(1);
            }
            c => cell.push(c),
        }
    }
    put(row, column, &mut cell);
    grid
}

/// What stands between the cells of the first line, outside of quotes; a semicolon where nothing does.
fn separator(text: &str) -> char {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let mut quoted = false;
    let plain: String = first
        .chars()
        .filter(|c| {
            quoted ^= *c == '"';
            !quoted
        })
        .collect();
    let count = |separator: char| plain.chars().filter(|c| *c == separator).count();
    // Of equals the last one is taken: a semicolon.
    let most = [',', '\t', ';']
        .into_iter()
        .max_by_key(|separator| count(*separator));
    most.unwrap_or(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u32, u32, String)> {
        let rows = grid(text).into_iter();
        rows.flat_map(|(row, cells)| cells.into_iter().map(move |(column, cell)| (row, column, cell)))
            .collect()
    }

    #[test]
    fn cells_stand_between_what_the_first_line_has() {
        let cell = |row, column, text: &str| (row, column, text.to_owned());
        for text in [
            "a;b\r\n1,5;\r\n",
            "a\tb\n1,5\t\n",
            "a,b\n\"1,5\",",
            "\"a\";b\n\"1,5\"\n",
        ] {
            assert_eq!(
                cells(text),
                [cell(0, 0, "a"), cell(0, 1, "b"), cell(1, 0, "1,5")],
                "{text}"
            );
        }
        let quoted = "a;b\n\"två\nrader; \"\"så\"\"\";2";
        let wanted = [
            cell(0, 0, "a"),
            cell(0, 1, "b"),
            cell(1, 0, "två\nrader; \"så\""),
            cell(1, 1, "2"),
        ];
        assert_eq!(cells(quoted), wanted);
        assert_eq!(cells(""), []);
    }
}
