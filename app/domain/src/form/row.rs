//! Repeated fields: a browser sends a table as one list a column, so a row is what has the same place
//! in each.

/// How many rows were sent: the length of the longest column.
pub(super) fn row_count(columns: &[&Vec<String>]) -> usize {
    columns.iter().map(|column| column.len()).max().unwrap_or(0)
}

/// What was typed in a row of a column; nothing where the column ends before.
pub(super) fn cell(column: &[String], row: usize) -> &str {
    column.get(row).map(String::as_str).unwrap_or_default()
}

/// How the field of a row is called: also its id on the page.
pub fn row_field(column: &str, row: usize) -> String {
    format!("{column}-{row}")
}

/// The column that the field of a row belongs to; the name itself for a field that is no row's.
pub fn column_of(field: &str) -> &str {
    match field.rsplit_once('-') {
        Some((column, row)) if !row.is_empty() && row.bytes().all(|b| b.is_ascii_digit()) => column,
        _ => field,
    }
}

/// The row that a field belongs to, counted from 1 as people count; none for a field that is no row's.
pub fn row_of(field: &str) -> Option<usize> {
    let row: usize = field
        .strip_prefix(column_of(field))?
        .strip_prefix('-')?
        .parse()
        .ok()?;
    row.checked_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_knows_its_column_and_row() {
        assert_eq!(column_of(&row_field("planned", 12)), "planned");
        assert_eq!(row_of("planned-12"), Some(13));
        for plain in ["planned", "as-of", "x-"] {
            assert_eq!((column_of(plain), row_of(plain)), (plain, None));
        }
    }
}
