//! A table's sheet.

use domain::level::FulfilmentLevel;
use domain::register::plain_text;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};
use text::{Lang, name, number};

use super::moment;
use super::style::Style;
use crate::document::{Align, Cell, Document, Row, Table, Value};

/// Paper.
pub(super) const A4: u8 = 9;
/// Longest text that a cell takes.
const TEXT_MAX: usize = 32_767;
/// Narrowest column, in characters, and the widest one: of several, and of few.
const NARROWEST: u16 = 8;
const WIDEST: u16 = 60;
const WIDEST_OF_FEW: u16 = 90;
/// So many columns are few.
const FEW: usize = 3;
/// Room beside the text, for the button of the filter.
const ROOM: u16 = 4;
/// Height of a line, in points, and most lines that a row shows.
const LINE_HEIGHT: u32 = 15;
const LINES_MAX: u32 = 27;

pub(super) fn write(
    page: &mut Worksheet,
    name: &str,
    document: &Document,
    table: &Table,
    style: &Style,
) -> Result<(), XlsxError> {
    page.set_name(name)?;
    let widths: Vec<u16> = (0..table.columns.len())
        .map(|column| width(table, column))
        .collect();
    for (column, (head, width)) in (0_u16..).zip(table.columns.iter().zip(&widths)) {
        let format = standing(style.head.clone(), head.align);
        page.write_string_with_format(0, column, plain_text(&head.head), &format)?;
        page.set_column_width(column, *width)?;
    }
    let sheet = Sheet {
        lang: document.lang,
        style,
        aligns: table.columns.iter().map(|column| column.align).collect(),
        widths,
    };
    let mut at = 1;
    for row in &table.rows {
        sheet.row(page, at, row, false)?;
        at += 1;
    }
    let last = at - 1;
    for row in &table.foot {
        sheet.row(page, at, row, true)?;
        at += 1;
    }
    let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
    let merged = table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .any(|cell| cell.span > 1);
    // A filter takes rows apart that a merged head holds together.
    if last > 0 && columns > 0 && !merged {
        page.autofilter(0, 0, last, columns - 1)?;
    }
    page.set_freeze_panes(1, 0)?;
    page.set_repeat_rows(0, 0)?;
    page.set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0);
    let said = format!("{}. {}", table.label, table.caption);
    page.set_header(format!("&L{}", printed(&said)));
    page.set_footer(format!("&L{}&R&P", printed(&document.name)));
    Ok(())
}

/// A text in the head or foot of a printed page, where an ampersand begins a command and room is short.
fn printed(text: &str) -> String {
    text.chars().take(100).collect::<String>().replace('&', "&&")
}

struct Sheet<'a> {
    lang: Lang,
    style: &'a Style,
    aligns: Vec<Align>,
    widths: Vec<u16>,
}

impl Sheet<'_> {
    fn row(&self, page: &mut Worksheet, at: u32, row: &Row, sum: bool) -> Result<(), XlsxError> {
        let mut column = 0_u16;
        let mut lines = 1;
        for cell in &row.cells {
            lines = lines.max(self.lines(column, cell));
            self.cell(page, (at, column), cell, sum)?;
            column = column.saturating_add(cell.span.into());
        }
        if lines > 1 {
            page.set_row_height(at, lines.min(LINES_MAX) * LINE_HEIGHT)?;
        }
        Ok(())
    }

    /// How many lines a cell takes: programs do not find out where cells are merged.
    fn lines(&self, column: u16, cell: &Cell) -> u32 {
        // Numbers and days stand on one line, whatever is printed with them.
        if !matches!(cell.value, Value::Nothing | Value::Words | Value::Level(_)) {
            return 1;
        }
        let widths = self.widths.iter().skip(column.into()).take(cell.span.into());
        let width = widths.map(|width| usize::from(*width)).sum::<usize>().max(1);
        let lines: usize = cell
            .plain()
            .lines()
            .map(|line| line.chars().count().div_ceil(width).max(1))
            .sum();
        u32::try_from(lines).unwrap_or(LINES_MAX)
    }

    fn cell(
        &self,
        page: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &Cell,
        sum: bool,
    ) -> Result<(), XlsxError> {
        let align = self.aligns.get(usize::from(column)).copied();
        let align = align.filter(|_| cell.span == 1).unwrap_or(Align::Start);
        let format = |format: Format| if sum { Style::sum(format) } else { format };
        let write = |page: &mut Worksheet, number: Decimal, shown: Format| {
            // What a report tells is far below what such a cell holds exactly.
            let number = number.to_f64().unwrap_or_default();
            page.write_number_with_format(row, column, number, &format(standing(shown, align)))
                .map(|_| ())
        };
        match cell.value {
            Value::Number(value) => {
                let printed = cell.plain();
                let around = around(&printed, &number::decimal(self.lang, value, None));
                write(page, value, self.style.number(value.scale(), around))
            }
            Value::Percent(percent) => {
                let share = percent.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default();
                let printed = cell.plain();
                let (around, decimals) = percentage(&printed);
                write(page, share, self.style.percent(decimals, around))
            }
            Value::Money(amount) => {
                let tkr = amount.tkr().normalize();
                write(page, tkr, self.style.number(tkr.scale(), ["", ""]))
            }
            Value::Day(day) => {
                let day = moment(day)?;
                page.write_datetime_with_format(row, column, &day, &format(self.style.day.clone()))
                    .map(|_| ())
            }
            Value::Nothing | Value::Words | Value::Level(_) => {
                let words = match cell.value {
                    Value::Level(level) => level_words(self.lang, cell, level),
                    _ => cell.plain(),
                };
                let shown = if cell.heads && cell.span > 1 {
                    &self.style.strong
                } else {
                    &self.style.words
                };
                let shown = format(standing(shown.clone(), align));
                let words: String = plain_text(&words).chars().take(TEXT_MAX).collect();
                if cell.span > 1 {
                    let last = column + u16::from(cell.span) - 1;
                    page.merge_range(row, column, row, last, &words, &shown)?;
                } else if words.is_empty() {
                    page.write_blank(row, column, &shown)?;
                } else {
                    page.write_string_with_format(row, column, words, &shown)?;
                }
                Ok(())
            }
        }
    }
}

/// The format of what stands as its column does.
fn standing(format: Format, align: Align) -> Format {
    match align {
        Align::Start => format.set_align(FormatAlign::Left),
        Align::Middle => format.set_align(FormatAlign::Center),
        Align::End => format.set_align(FormatAlign::Right),
    }
}

/// A level with its word, also where a narrow column prints its number alone.
fn level_words(lang: Lang, cell: &Cell, level: FulfilmentLevel) -> String {
    let printed = cell.plain();
    let rank = level.rank().to_string();
    match printed.strip_prefix(&rank) {
        Some(rest) if !rest.starts_with(' ') => format!("{rank} {}{rest}", name::level(lang, level)),
        _ => printed,
    }
}

/// The words that are printed before and after a number.
fn around<'a>(printed: &'a str, number: &str) -> [&'a str; 2] {
    match printed.split_once(number) {
        Some((before, after)) => [before, after],
        None => ["", ""],
    }
}

/// What is printed before and after a percentage, and the decimals that it is printed with, so that the sheet shows the same.
fn percentage(printed: &str) -> ([&str; 2], u32) {
    let Some((before, after)) = printed.rsplit_once('%') else {
        return (["", ""], 1);
    };
    let before = before.trim_end();
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | number::MINUS | number::NARROW);
    let words = before.trim_end_matches(of_number);
    let digits = before.strip_prefix(words).unwrap_or(before);
    let decimals = digits.rsplit_once([',', '.']);
    let decimals = decimals.map_or(0, |(_, decimals)| decimals.len());
    ([words, after], u32::try_from(decimals).unwrap_or_default())
}

/// As wide as the longest line in the column, within reason.
fn width(table: &Table, column: usize) -> u16 {
    let head = table
        .columns
        .get(column)
        .map_or("", |column| column.head.as_str());
    let cells = table.rows.iter().chain(&table.foot).filter_map(|row| {
        let mut at = 0;
        row.cells.iter().find(|cell| {
            let here = at == column && cell.span == 1;
            at += usize::from(cell.span);
            here
        })
    });
    let longest = cells
        .flat_map(|cell| {
            let lines: Vec<usize> = cell.plain().lines().map(|line| line.chars().count()).collect();
            lines
        })
        .chain([head.chars().count()])
        .max();
    let widest = if table.columns.len() > FEW {
        WIDEST
    } else {
        WIDEST_OF_FEW
    };
    u16::try_from(longest.unwrap_or_default())
        .unwrap_or(widest)
        .saturating_add(ROOM)
        .clamp(NARROWEST, widest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_around_a_number_is_kept() {
        assert_eq!(
            around("ca\u{a0}2\u{202f}400\u{a0}st", "2\u{202f}400"),
            ["ca\u{a0}", "\u{a0}st"]
        );
        assert_eq!(around("53 av 53", "53"), ["", " av 53"]);
        assert_eq!(around("33,3", "33,333333"), ["", ""]);
    }

    #[test]
    fn percentages_are_shown_with_the_decimals_that_are_printed() {
        assert_eq!(percentage("55,6\u{a0}%"), (["", ""], 1));
        assert_eq!(percentage("49,96\u{a0}%"), (["", ""], 2));
        assert_eq!(percentage("100%"), (["", ""], 0));
        assert_eq!(percentage("3 Godkänd 61,7\u{a0}%"), (["3 Godkänd ", ""], 1));
        assert_eq!(percentage("3\n−5,5\u{a0}%"), (["3\n", ""], 1));
        assert_eq!(
            percentage("3\n55,6\u{a0}% svagt underlag"),
            (["3\n", " svagt underlag"], 1)
        );
        assert_eq!(percentage(""), (["", ""], 1));
    }
}
