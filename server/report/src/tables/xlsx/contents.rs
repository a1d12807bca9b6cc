//! The first sheet: what the report is, and where each table stands.

use domain::register::plain_text;
use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use super::style::Style;
use crate::document::{Document, Fact, Span, Table};

/// Widths of labels and of what is said, in characters.
const WIDTHS: [u16; 2] = [46, 96];

pub(super) fn write(
    page: &mut Worksheet,
    name: &str,
    document: &Document,
    sheets: &[(&Table, String)],
    style: &Style,
) -> Result<(), XlsxError> {
    page.set_name(name)?;
    for (column, width) in (0_u16..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.set_paper_size(super::sheet::A4).set_print_fit_to_pages(1, 0);
    let mut row = 0;
    for (text, format) in [
        (&document.agency, &style.heading),
        (&document.name, &style.title),
        (&document.subtitle, &style.heading),
    ] {
        page.write_string_with_format(row, 0, plain_text(text), format)?;
        row += 1;
    }
    if let Some(mark) = &document.mark {
        page.write_string_with_format(row, 0, plain_text(mark), &style.heading)?;
        row += 1;
    }
    row += 1;
    for facts in [&document.facts, &document.verdicts] {
        for Fact { label, text } in facts {
            let said: String = text.iter().map(Span::words).collect();
            page.write_string_with_format(row, 0, plain_text(label), &style.strong)?;
            page.write_string_with_format(row, 1, plain_text(&said), &style.words)?;
            row += 1;
        }
        row += 1;
    }
    for (table, sheet) in sheets {
        let url = Url::new(format!("internal:'{sheet}'!A1")).set_text(&table.label);
        page.write_url(row, 0, url)?;
        page.write_string_with_format(row, 1, plain_text(&table.caption), &style.words)?;
        row += 1;
    }
    Ok(())
}
