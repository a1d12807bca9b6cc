//! How cells look.

use domain::calculation::AmountUnit;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};
use text::Lang;

/// Height of a line of text, in points, and of the highest row that there is.
const LINE_HEIGHT: u32 = 15;
const HIGHEST: u32 = 409;

/// What repeats the row above it: dark enough to be read, light enough to be passed over.
const FAINT: u32 = 0x59_59_59;
/// Between the lines of a calculation.
const LINE: u32 = 0xA6_A6_A6;

/// Number formats as files write them; a spreadsheet shows them as its reader's country does.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) bold: Format,
    /// A head above a column, with a line below.
    pub(super) head: Format,
    /// A year above a column.
    pub(super) year: Format,
    /// A whole number, without a space between thousands.
    pub(super) plain: Format,
    /// The same to the left, under texts.
    pub(super) plain_left: Format,
    /// Text that stays text whatever it begins with, also once somebody has been in the cell.
    pub(super) text: Format,
    /// The same, beyond the edge of its cell.
    pub(super) unwrapped: Format,
    /// What a formula repeats from above.
    pub(super) repeated: Format,
    /// The same beside amounts, a little apart from them.
    pub(super) note: Format,
    /// The head of that.
    pub(super) note_head: Format,
    /// What a line of the calculation begins with.
    pub(super) line_above: Format,
    /// Text of several lines.
    pub(super) wrapped: Format,
    /// A money amount of a result.
    pub(super) money: Format,
    /// A share as per cent.
    pub(super) share: Format,
    /// A discount rate, with as many decimals as it has.
    pub(super) rate: Format,
    /// A ratio.
    pub(super) ratio: Format,
    /// A number of years.
    pub(super) duration: Format,
    /// A factor.
    pub(super) factor: Format,
    /// What is worked with on the way.
    pub(super) fine: Format,
}

impl Style {
    pub(super) fn new(lang: Lang, unit: AmountUnit) -> Self {
        let bold = Format::new().set_bold().set_align(FormatAlign::Top);
        let head = bold
            .clone()
            .set_border_bottom(FormatBorder::Thin)
            .set_text_wrap()
            .set_align(FormatAlign::Top);
        let number = |format: &str| {
            Format::new()
                .set_num_format(format)
                .set_align(FormatAlign::Right)
                .set_align(FormatAlign::Top)
        };
        // A space before the sign of per cent in Swedish, none in English.
        let percent = match lang {
            Lang::Sv => " %",
            Lang::En => "%",
        };
        Self {
            title: Format::new().set_bold().set_font_size(14),
            year: head.clone().set_num_format("0").set_align(FormatAlign::Right),
            plain: number("0"),
            plain_left: Format::new().set_num_format("0").set_align(FormatAlign::Left),
            text: Format::new()
                .set_num_format("@")
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            unwrapped: Format::new().set_num_format("@"),
            repeated: Format::new()
                .set_font_color(FAINT)
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            line_above: Format::new()
                .set_border_top(FormatBorder::Thin)
                .set_border_top_color(LINE),
            note: Format::new()
                .set_num_format("@")
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_align(FormatAlign::Top)
                .set_indent(1),
            note_head: head.clone().set_align(FormatAlign::Left).set_indent(1),
            wrapped: Format::new()
                .set_num_format("@")
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_align(FormatAlign::Left),
            money: number(&money_format(usual_decimals(unit))),
            share: number(&format!("0.0{percent}")),
            rate: Format::new()
                .set_num_format(format!("0.00##{percent}"))
                .set_align(FormatAlign::Left),
            ratio: number("0.00"),
            duration: number("0.0"),
            factor: number("0.0000"),
            fine: number("0.000000000"),
            bold,
            head,
        }
    }

    /// An amount that shows every decimal that it has.
    pub(super) fn amount(&self, unit: AmountUnit, exact: Decimal) -> Format {
        let decimals = exact.normalize().scale().max(usual_decimals(unit));
        self.money.clone().set_num_format(money_format(decimals))
    }
}

/// Decimals of amounts, where none has more.
fn usual_decimals(unit: AmountUnit) -> u32 {
    match unit {
        AmountUnit::Kronor | AmountUnit::Tkr => 0,
        AmountUnit::Mnkr => 2,
    }
}

fn money_format(decimals: u32) -> String {
    let zeros: String = (0..decimals).map(|_| '0').collect();
    if zeros.is_empty() {
        "#,##0".to_owned()
    } else {
        format!("#,##0.{zeros}")
    }
}

/// A text as it is, whatever it begins with: a cell of text is no formula. Nothing is written for an empty one but
/// how the cell looks.
pub(super) fn write_text(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    // The writer takes a text between these for markup of its own, and would put it into the file unread. A space
    // after it is cut off when it is read.
    if text.starts_with("<r>") && text.ends_with("</r>") {
        page.write_string_with_format(row, column, format!("{text} "), format)?;
    } else {
        page.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// Makes a row as high as its texts need, each with the width of its column in characters: not every program does that by
/// itself.
pub(super) fn fit_height(page: &mut Worksheet, row: u32, texts: &[(&str, u16)]) -> Result<(), XlsxError> {
    let lines = texts.iter().map(|(text, width)| {
        // Widths are in figures, and letters take a little less.
        let width = usize::from(width.saturating_add(width / 7)).max(1);
        let of_line = |line: &str| line.chars().count().div_ceil(width).max(1);
        text.lines().map(of_line).sum::<usize>()
    });
    let lines = u32::try_from(lines.max().unwrap_or_default()).unwrap_or(HIGHEST);
    if lines > 1 {
        page.set_row_height(row, lines.saturating_mul(LINE_HEIGHT).min(HIGHEST))?;
    }
    Ok(())
}

/// A text in a formula.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
