use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};
use text::Lang;

/// How cells look. Number formats are written as files write them; a spreadsheet shows them as its reader's country does.
pub(super) struct Style {
    lang: Lang,
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) head: Format,
    pub(super) words: Format,
    pub(super) strong: Format,
    pub(super) day: Format,
}

impl Style {
    pub(super) fn new(lang: Lang) -> Self {
        let words = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            lang,
            title: Format::new().set_bold().set_font_size(14),
            heading: Format::new().set_bold(),
            head: words.clone().set_bold().set_border_bottom(FormatBorder::Thin),
            strong: words.clone().set_bold(),
            words,
            day: Format::new()
                .set_num_format("yyyy-mm-dd")
                .set_align(FormatAlign::Top),
        }
    }

    /// A number with so many decimals, between the words that are printed around it: its unit, "ca", "av 53".
    pub(super) fn number(&self, decimals: u32, [before, after]: [&str; 2]) -> Format {
        let number = format!("#,##0{}", fraction(decimals));
        aligned(&[literal(before), number, literal(after)].concat())
    }

    /// A share as per cent, between the words that are printed around it: a space before the sign in Swedish, none in
    /// English.
    pub(super) fn percent(&self, decimals: u32, [before, after]: [&str; 2]) -> Format {
        let sign = match self.lang {
            Lang::Sv => " %",
            Lang::En => "%",
        };
        let number = format!("0{}", fraction(decimals));
        aligned(&[literal(before), number, sign.to_owned(), literal(after)].concat())
    }

    /// The same as a cell of a sum.
    pub(super) fn sum(format: Format) -> Format {
        format.set_bold().set_border_top(FormatBorder::Thin)
    }
}

fn aligned(format: &str) -> Format {
    Format::new().set_num_format(format).set_align(FormatAlign::Top)
}

/// Words as a number format has them; none where they are too long for one.
fn literal(words: &str) -> String {
    const LONGEST: usize = 80;
    if words.is_empty() || words.chars().count() > LONGEST {
        return String::new();
    }
    let words: String = words
        .chars()
        .filter(|c| !matches!(c, '"' | '\\'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    format!("\"{words}\"")
}

fn fraction(decimals: u32) -> String {
    if decimals == 0 {
        String::new()
    } else {
        std::iter::once('.').chain((0..decimals).map(|_| '0')).collect()
    }
}
