use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};
use domain::form::without_english_commas;
use domain::workbook::{
    Choice, ROWS_MAX, Row, SheetKind, TICKED, Takes, Workbook, WorkbookFault, folded, parts,
};
use rust_decimal::Decimal;
use text::{Lang, workbook as words};

use super::measured::measured;

/// Columns that are looked at: no sheet has as many.
const COLUMNS_MAX: u32 = 64;
/// Bytes of text in all cells together: a shared text counts in each cell that it stands in.
const TEXT_MAX: usize = 8 * 1024 * 1024;

/// The rows of a filled-in workbook. Sheets and heads are known in both languages; sheets of other names
/// are left alone, so that people can keep their own beside them.
///
/// # Errors
/// Where the file is not such a workbook, or does not have what a sheet needs.
pub fn read(bytes: &[u8]) -> Result<Workbook, WorkbookFault> {
    let size = measured(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::NotAWorkbook)?;
    let names = book.sheet_names();
    size.allows(names.iter().filter(|name| sheet_of(name).is_some()).count())?;
    let mut rows = Vec::new();
    let mut named_in = None;
    let mut seen = BTreeSet::new();
    let mut left = TEXT_MAX;
    for name in names {
        let Some((sheet, lang)) = sheet_of(&name) else {
            continue;
        };
        named_in.get_or_insert(lang);
        if !seen.insert(sheet) {
            return Err(WorkbookFault::SheetTwice { sheet });
        }
        let mut grid = grid(&mut book, &name, sheet, &mut left)?;
        let heads = grid.remove(&0).unwrap_or_default();
        let fields = fields(sheet, &heads, &grid)?;
        for (number, cells) in grid {
            let cells: BTreeMap<String, String> = fields
                .iter()
                .filter_map(|(at, (field, takes))| {
                    let cell = cells.get(at)?.trim();
                    let cell = as_field(lang, field, *takes, cell);
                    (!cell.is_empty()).then(|| ((*field).to_owned(), cell))
                })
                .collect();
            if cells.is_empty() {
                continue;
            }
            if rows.len() >= ROWS_MAX {
                let most = u32::try_from(ROWS_MAX).unwrap_or(u32::MAX);
                return Err(WorkbookFault::TooManyRows { most });
            }
            rows.push(Row {
                sheet,
                number: number.saturating_add(1),
                cells,
            });
        }
    }
    let named_in = named_in.ok_or(WorkbookFault::NoKnownSheet)?;
    if rows.is_empty() {
        return Err(WorkbookFault::Empty);
    }
    Ok(Workbook {
        lang: named_in.code().to_owned(),
        rows,
    })
}

/// The sheet with this name, and the language that it is named in; what is called alike in both is in the
/// first.
fn sheet_of(name: &str) -> Option<(SheetKind, Lang)> {
    Lang::ALL.into_iter().find_map(|lang| {
        let mut sheets = SheetKind::ALL.into_iter();
        let sheet = sheets.find(|sheet| folded(&words::sheet(lang, *sheet)) == folded(name))?;
        Some((sheet, lang))
    })
}

/// Cells with something in them, by row and column, both from 0. Cell by cell: a sheet with something in
/// its last corner does not become as large as it says.
fn grid(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    sheet: SheetKind,
    left: &mut usize,
) -> Result<BTreeMap<u32, BTreeMap<u32, String>>, WorkbookFault> {
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|_| WorkbookFault::NotAWorkbook)?;
    let mut grid: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().map_err(|_| WorkbookFault::NotAWorkbook)? {
        let (row, column) = cell.get_position();
        if column >= COLUMNS_MAX {
            continue;
        }
        if let DataRef::Error(_) = cell.get_value() {
            let row = row.saturating_add(1);
            return Err(WorkbookFault::BrokenCell { sheet, row });
        }
        let text = typed(cell.get_value());
        *left = left.checked_sub(text.len()).ok_or(WorkbookFault::TooLarge)?;
        if text.trim().is_empty() {
            continue;
        }
        grid.entry(row).or_default().insert(column, text);
        // The heads, and one row more than are read: that is told of with all of them.
        if grid.len() > ROWS_MAX.saturating_add(2) {
            let most = u32::try_from(ROWS_MAX).unwrap_or(u32::MAX);
            return Err(WorkbookFault::TooManyRows { most });
        }
    }
    Ok(grid)
}

/// What stands in a cell, as somebody would have typed it: without NUL, which nobody types and PostgreSQL refuses.
pub(crate) fn typed(value: &DataRef<'_>) -> String {
    let text = written(value);
    if text.contains('\0') {
        text.replace('\0', "")
    } else {
        text
    }
}

fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { TICKED } else { "" }.to_owned(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        // Told of by its place.
        DataRef::Error(_) => String::new(),
    }
}

/// A spreadsheet holds numbers in binary: fifteen digits are what was typed.
fn decimal(number: f64) -> String {
    match Decimal::from_f64_retain(number) {
        Some(exact) => exact.round_sf(15).unwrap_or(exact).normalize().to_string(),
        None => number.to_string(),
    }
}

/// Which column fills which field.
fn fields(
    sheet: SheetKind,
    heads: &BTreeMap<u32, String>,
    grid: &BTreeMap<u32, BTreeMap<u32, String>>,
) -> Result<BTreeMap<u32, (&'static str, Takes)>, WorkbookFault> {
    let mut fields = BTreeMap::new();
    for (at, head) in heads {
        let plain = folded(head.trim().trim_end_matches('*'));
        let column = sheet.columns().iter().find(|column| {
            let is_called = |lang| folded(&words::head(lang, column.field)) == plain;
            Lang::ALL.into_iter().any(is_called)
        });
        match column {
            Some(column) => {
                fields.insert(*at, (column.field, column.takes));
            }
            None if grid.values().any(|cells| cells.contains_key(at)) => {
                let head = head.trim().to_owned();
                return Err(WorkbookFault::UnknownHead { sheet, head });
            }
            None => {}
        }
    }
    let is_there = |field: &str| fields.values().any(|(of, _)| *of == field);
    let missing = sheet
        .columns()
        .iter()
        .find(|column| column.needed && !is_there(column.field));
    match missing {
        // An empty sheet that nobody filled in need not have its heads.
        Some(column) if !grid.is_empty() => Err(WorkbookFault::MissingColumn {
            sheet,
            field: column.field.to_owned(),
        }),
        _ => Ok(fields),
    }
}

/// A cell as its field takes it: the code of a word, a ticked box for yes.
fn as_field(lang: Lang, field: &str, takes: Takes, cell: &str) -> String {
    match takes {
        Takes::Choice(choice) => code(choice, cell),
        Takes::Choices(choice) => {
            let codes: Vec<String> = parts(cell).iter().map(|part| code(choice, part)).collect();
            codes.join(";")
        }
        Takes::Yes => yes(cell),
        Takes::Texts if field == "budget_tkr" && lang == Lang::En => {
            let amounts: Vec<String> = parts(cell)
                .iter()
                .map(|part| without_english_commas(part))
                .collect();
            amounts.join(";")
        }
        Takes::Text | Takes::Texts | Takes::Name(_) | Takes::Names(_) => cell.to_owned(),
    }
}

/// The code of a word in either language; the word itself where it is none, to be told of.
fn code(choice: Choice, word: &str) -> String {
    let codes = choice.codes();
    let found = Lang::ALL.into_iter().find_map(|lang| {
        let words = words::words(lang, choice);
        let at = words.iter().position(|known| folded(known) == folded(word))?;
        codes.get(at).copied()
    });
    found
        .or_else(|| codes.into_iter().find(|code| *code == word))
        .map_or_else(|| word.to_owned(), str::to_owned)
}

fn yes(cell: &str) -> String {
    let says = |key: &str| {
        Lang::ALL
            .into_iter()
            .any(|lang| folded(&lang.t(key)) == folded(cell))
    };
    let is_marked = matches!(folded(cell).as_str(), TICKED | "x" | "1");
    if says("workbook-yes") || is_marked {
        TICKED.to_owned()
    } else if says("workbook-no") || cell == "0" {
        String::new()
    } else {
        cell.to_owned()
    }
}
