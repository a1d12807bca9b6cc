//! What can be chosen from, on a sheet that nobody sees. It says as well what each word was when the file was
//! written, so that a file is understood when words have changed since.

use domain::calculation::LineClass;
use rust_xlsxwriter::utility::{cell_range_absolute, quote_sheet_name};
use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};
use text::name;

use super::Shown;
use super::style::write_text;
use crate::calculation::words::{Column, Reckoned};

/// Columns of the sheet, each with the codes beside it.
const CLASSES: u16 = 0;
const ESTIMATES: u16 = 2;
const BENEFITS: u16 = 4;

/// Words and their codes.
pub(super) struct Lists {
    sheet: String,
    classes: Vec<(String, String)>,
    estimates: Vec<(String, String)>,
    benefits: Vec<(String, String)>,
}

impl Lists {
    pub(super) fn new(shown: &Shown<'_>) -> Self {
        let lang = shown.lang;
        let classes = LineClass::ALL.map(|class| (name::line_class(lang, class), class.code().to_owned()));
        let estimates = Reckoned::ALL.map(|one| (one.word(lang), one.code().to_owned()));
        let benefits = shown.benefits.iter();
        Self {
            sheet: shown.names.lists.clone(),
            classes: classes.into(),
            estimates: estimates.into(),
            benefits: benefits
                .map(|(id, name)| (name.clone(), id.to_string()))
                .collect(),
        }
    }

    /// What a column of lines offers; none where there is nothing to choose from.
    pub(super) fn offer(&self, column: Column) -> Option<DataValidation> {
        let (words, at) = match column {
            Column::Class => (&self.classes, CLASSES),
            Column::Estimate => (&self.estimates, ESTIMATES),
            Column::Benefit => (&self.benefits, BENEFITS),
            _ => return None,
        };
        let last = u32::try_from(words.len()).ok().filter(|last| *last > 0)?;
        let range = cell_range_absolute(1, at, last, at);
        let list = Formula::new(format!("={}!{range}", quote_sheet_name(&self.sheet)));
        Some(DataValidation::new().allow_list_formula(list))
    }

    pub(super) fn write(&self, page: &mut Worksheet, shown: &Shown<'_>) -> Result<(), XlsxError> {
        let style = &shown.style;
        page.set_name(&self.sheet)?;
        page.set_hidden(true);
        for (at, words, word, code) in [
            (CLASSES, &self.classes, Column::Class, Column::ClassCode),
            (ESTIMATES, &self.estimates, Column::Estimate, Column::EstimateCode),
            (BENEFITS, &self.benefits, Column::Benefit, Column::BenefitId),
        ] {
            let beside = at.saturating_add(1);
            write_text(page, 0, at, &word.head(shown.lang), &style.head)?;
            write_text(page, 0, beside, &code.head(shown.lang), &style.head)?;
            for (row, (word, code)) in (1_u32..).zip(words) {
                write_text(page, row, at, word, &style.text)?;
                write_text(page, row, beside, code, &style.text)?;
            }
        }
        Ok(())
    }
}
