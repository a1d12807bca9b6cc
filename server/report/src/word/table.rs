//! Tables: a caption above, a row of heads that repeats on every page, a description for those who do not see it.

use service::RenderError;
use text::Lang;

use super::inline::{run, runs};
use super::palette::{INK, SUNKEN};
use super::widths::{Layout, Size, layout};
use super::xml::Xml;
use crate::document::{Align, Cell, Row, Span, Table, Text, stays_with_next_in_cell};

/// Tables with no more lines than this stay on one page.
const SHORT: u32 = 18;

/// # Errors
/// Where a row is not as wide as the heads, or there are none.
pub(super) fn write(xml: &mut Xml, table: &Table, lang: Lang) -> Result<(), RenderError> {
    check(table)?;
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "Caption"));
        run(xml, Some("Strong"), &table.label);
        run(xml, None, &format!(" {}", table.caption));
    });
    let layout = layout(table);
    let parts = parts(table);
    let last = parts.len().saturating_sub(1);
    for (at, rows) in parts.into_iter().enumerate() {
        if at > 0 {
            // Tables without anything between them are one.
            xml.within("w:p", &[], |xml| {
                xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "SectionEnd"));
            });
        }
        let foot = if at == last { table.foot.as_slice() } else { &[] };
        part(xml, table, &layout, (rows, foot), lang);
    }
    Ok(())
}

/// The rows of a table, parted where a head of a group begins: Word repeats rows on every page that they reach into, but only
/// those that a table begins with. Without this nobody knows on the next page which delivery is told of.
fn parts(table: &Table) -> Vec<&[Row]> {
    let mut parts: Vec<&[Row]> = table.rows.chunk_by(|_, next| !heads_group(table, next)).collect();
    if parts.is_empty() {
        parts.push(&[]);
    }
    parts
}

/// A head over all columns heads the rows below it.
fn heads_group(table: &Table, row: &Row) -> bool {
    let columns = table.columns.len();
    columns > 1 && matches!(row.cells.as_slice(), [cell] if cell.heads && usize::from(cell.span) == columns)
}

/// A table, or what of it is of one group.
fn part(xml: &mut Xml, table: &Table, layout: &Layout, (rows, foot): (&[Row], &[Row]), lang: Lang) {
    let lines = |row| layout.lines(row);
    let writer = Writer {
        table,
        layout,
        is_short: rows.iter().chain(foot).map(lines).sum::<u32>() <= SHORT,
    };
    let group = rows.first().filter(|row| heads_group(table, row));
    let title = match group.and_then(|row| row.cells.first()?.text.first()) {
        Some(name) => {
            let name: String = name.iter().map(Span::words).collect();
            format!("{} {}: {name}", table.label, table.caption)
        }
        None => format!("{} {}", table.label, table.caption),
    };
    xml.within("w:tbl", &[], |xml| {
        let first_column = table
            .rows
            .iter()
            .all(|row| row.cells.first().is_some_and(|cell| cell.heads));
        let about = About {
            style: "NyttaTable",
            title: &title,
            description: &description(table, rows.len() + foot.len(), lang),
            first_column: first_column && !table.rows.is_empty(),
        };
        begin(xml, &about, &layout.widths);
        writer.heads(xml);
        for (at, row) in rows.iter().enumerate() {
            let is_last = at + 1 == rows.len();
            let keeps = if is_last {
                !foot.is_empty()
            } else {
                writer.is_short || writer.tells_of_next(row)
            };
            writer.row(xml, row, keeps, None);
        }
        for (at, row) in foot.iter().enumerate() {
            let sum = if at == 0 { Sum::First } else { Sum::Later };
            writer.row(xml, row, at + 1 < foot.len(), Some(sum));
        }
    });
}

fn check(table: &Table) -> Result<(), RenderError> {
    let columns = table.columns.len();
    let of = |row: &Row| row.cells.iter().map(|cell| usize::from(cell.span)).sum::<usize>();
    let fits = |row: &Row| of(row) == columns && row.cells.iter().all(|cell| cell.span > 0);
    if columns > 0 && table.rows.iter().chain(&table.foot).all(fits) {
        return Ok(());
    }
    let wrong = format!(
        "a row of the table {} is not as wide as its {columns} heads",
        table.code
    );
    Err(RenderError::Model(wrong))
}

/// What columns and how many rows there are.
fn description(table: &Table, rows: usize, lang: Lang) -> String {
    let heads: Vec<String> = table
        .columns
        .iter()
        .map(|column| column.head.replace('\u{ad}', ""))
        .filter(|head| !head.trim().is_empty())
        .collect();
    let args = [
        ("columns", heads.join("; ").into()),
        ("rows", rows.into()),
        ("n", rows.to_string().into()),
    ];
    lang.t_with("report-word-table", &args)
}

/// What a table says of itself.
pub(super) struct About<'a> {
    pub(super) style: &'a str,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    /// The first column heads rows.
    pub(super) first_column: bool,
}

/// Writes what stands before the rows.
pub(super) fn begin(xml: &mut Xml, about: &About<'_>, widths: &[u32]) {
    let whole = widths.iter().sum::<u32>().to_string();
    xml.within("w:tblPr", &[], |xml| {
        xml.val("w:tblStyle", about.style);
        xml.empty("w:tblW", &[("w:w", &whole), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let first_column = if about.first_column { "1" } else { "0" };
        let look = [
            ("w:val", if about.first_column { "06A0" } else { "0620" }),
            ("w:firstRow", "1"),
            ("w:lastRow", "0"),
            ("w:firstColumn", first_column),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ];
        xml.empty("w:tblLook", &look);
        xml.val("w:tblCaption", about.title);
        xml.val("w:tblDescription", about.description);
    });
    xml.within("w:tblGrid", &[], |xml| {
        for width in widths {
            xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
    });
}

/// Writes what stands before the cells of a row.
pub(super) fn row_begin(xml: &mut Xml, is_whole: bool, is_head: bool) {
    if is_whole || is_head {
        xml.within("w:trPr", &[], |xml| {
            if is_whole {
                xml.empty("w:cantSplit", &[]);
            }
            if is_head {
                xml.empty("w:tblHeader", &[]);
            }
        });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sum {
    First,
    Later,
}

struct Writer<'a> {
    table: &'a Table,
    layout: &'a Layout,
    is_short: bool,
}

impl Writer<'_> {
    fn style(&self, name: &str) -> String {
        match self.layout.size {
            Size::Normal => name.to_owned(),
            Size::Small => format!("{name}Small"),
        }
    }

    fn heads(&self, xml: &mut Xml) {
        xml.within("w:tr", &[], |xml| {
            row_begin(xml, true, true);
            for (column, width) in self.table.columns.iter().zip(&self.layout.widths) {
                xml.within("w:tc", &[], |xml| {
                    xml.within("w:tcPr", &[], |xml| {
                        xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                    });
                    xml.within("w:p", &[], |xml| {
                        xml.within("w:pPr", &[], |xml| {
                            xml.val("w:pStyle", &self.style("TableHead"));
                            align(xml, column.align);
                        });
                        run(xml, None, &column.head);
                    });
                });
            }
        });
    }

    /// A short row over all columns is of the row below it: under the head of a group it says what the group is.
    fn tells_of_next(&self, row: &Row) -> bool {
        let over_all =
            matches!(row.cells.as_slice(), [cell] if usize::from(cell.span) == self.table.columns.len());
        over_all && self.table.columns.len() > 1 && self.layout.is_whole(row)
    }

    fn row(&self, xml: &mut Xml, row: &Row, keeps: bool, sum: Option<Sum>) {
        xml.within("w:tr", &[], |xml| {
            row_begin(xml, self.layout.is_whole(row), heads_group(self.table, row));
            let mut column = 0;
            for cell in &row.cells {
                self.cell(xml, cell, column, keeps, sum);
                column += usize::from(cell.span);
            }
        });
    }

    fn cell(&self, xml: &mut Xml, cell: &Cell, column: usize, keeps: bool, sum: Option<Sum>) {
        // A head over all columns heads the rows below it.
        let is_group = cell.heads && usize::from(cell.span) == self.table.columns.len();
        // Where nothing in it is emphasised, all of it is.
        let is_plain = !cell
            .text
            .iter()
            .flatten()
            .any(|span| matches!(span, Span::Strong(_)));
        let style = if sum.is_some() || (is_group && is_plain) {
            "TableSum"
        } else {
            "TableText"
        };
        xml.within("w:tc", &[], |xml| {
            xml.within("w:tcPr", &[], |xml| {
                let width = self.layout.width(column, cell.span).to_string();
                xml.empty("w:tcW", &[("w:w", &width), ("w:type", "dxa")]);
                if cell.span > 1 {
                    xml.number("w:gridSpan", cell.span.into());
                }
                if sum == Some(Sum::First) {
                    xml.within("w:tcBorders", &[], |xml| border(xml, "w:top", 8, INK));
                }
                if is_group {
                    ground(xml);
                }
            });
            let empty = Vec::new();
            let nothing = [&empty];
            let texts: Vec<_> = cell.text.iter().collect();
            let texts = if texts.is_empty() {
                &nothing[..]
            } else {
                &texts[..]
            };
            let mut at = 0;
            while let Some(text) = texts.get(at) {
                let led = texts.get(at + 1).filter(|_| leads(texts, at));
                at += if led.is_some() { 2 } else { 1 };
                xml.within("w:p", &[], |xml| {
                    xml.within("w:pPr", &[], |xml| {
                        xml.val("w:pStyle", &self.style(style));
                        if keeps || is_group {
                            xml.empty("w:keepNext", &[]);
                        }
                        if let Some(column) = self.table.columns.get(column).filter(|_| cell.span == 1) {
                            align(xml, column.align);
                        }
                    });
                    runs(xml, text);
                    if let Some(led) = led {
                        run(xml, None, "\n");
                        runs(xml, led);
                    }
                });
            }
        });
    }
}

/// A line of strong words that leads the paragraph below it is set in that paragraph: in a cell Word keeps the lines of a
/// paragraph together, but not paragraphs.
fn leads(texts: &[&Text], at: usize) -> bool {
    let strong = |at: usize| matches!(texts.get(at).and_then(|text| text.first()), Some(Span::Strong(_)));
    strong(at) && !strong(at + 1) && stays_with_next_in_cell(texts, at)
}

pub(super) fn border(xml: &mut Xml, side: &str, eighths: u32, colour: &str) {
    let width = eighths.to_string();
    let border = [
        ("w:val", "single"),
        ("w:sz", width.as_str()),
        ("w:space", "0"),
        ("w:color", colour),
    ];
    xml.empty(side, &border);
}

/// A ground that sets a cell apart.
pub(super) fn ground(xml: &mut Xml) {
    let ground = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", SUNKEN)];
    xml.empty("w:shd", &ground);
}

fn align(xml: &mut Xml, align: Align) {
    match align {
        Align::Start => {}
        Align::Middle => xml.val("w:jc", "center"),
        Align::End => xml.val("w:jc", "right"),
    }
}
