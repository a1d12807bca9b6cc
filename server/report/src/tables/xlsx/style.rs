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

    /// A number with so many decimals.
    pub(super) fn number(&self, decimals: u32) -> Format {
        aligned(&format!("#,##0{}", fraction(decimals)))
    }

    /// A share as per cent: a space before the sign in Swedish, none in English.
    pub(super) fn percent(&self, decimals: u32) -> Format {
        let sign = match self.lang {
            Lang::Sv => " %",
            Lang::En => "%",
        };
        aligned(&format!("0{}{sign}", fraction(decimals)))
    }

    /// The same as a cell of a sum.
    pub(super) fn sum(format: Format) -> Format {
        format.set_bold().set_border_top(FormatBorder::Thin)
    }
}

fn aligned(format: &str) -> Format {
    Format::new().set_num_format(format).set_align(FormatAlign::Top)
}

fn fraction(decimals: u32) -> String {
    if decimals == 0 {
        String::new()
    } else {
        std::iter::once('.').chain((0..decimals).map(|_| '0')).collect()
    }
}
