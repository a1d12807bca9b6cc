//! The formulas of yearly values, without the equals sign.
//!
//! Amounts of a year are rounded to whole öre after each sum, so that what comes to nothing is nothing in binary too: the
//! rules for payback and internal rate of return ask for its sign. Discounted sums are no whole öre; only where they are
//! compared with nothing are they rounded, to hundredths of an öre.

use domain::calculation::Scope;
use rust_xlsxwriter::utility::{
    cell_range_absolute, column_number_to_name, row_col_to_cell, row_col_to_cell_absolute,
};
use text::{Lang, name};

use super::super::Shown;
use super::super::flows::Sum;
use super::super::layout::LinesGrid;
use super::super::rows::{self, Rows, Variant};
use super::super::style::quoted;
use crate::calculation::words::{Column, Reckoned};

/// The column of a year or variant, by its place from 0: the first column has names.
pub(super) fn column(place: u16) -> u16 {
    place.saturating_add(1)
}

/// A cell by row and place, that moves with the formula: `C45`.
pub(super) fn at(row: u32, place: u16) -> String {
    row_col_to_cell(row, column(place))
}

/// The same, held to its row: `C$45`.
pub(super) fn held(row: u32, place: u16) -> String {
    let number = row.saturating_add(1);
    format!("{}${number}", column_number_to_name(column(place)))
}

/// Makes formulas.
#[derive(Clone, Copy)]
pub(super) struct Formulas<'a> {
    pub(super) lang: Lang,
    grid: &'a LinesGrid,
    /// Decimals of an öre in the calculation's unit.
    ore: u32,
}

impl<'a> Formulas<'a> {
    pub(super) fn new(shown: &Shown<'_>, grid: &'a LinesGrid) -> Self {
        Self {
            lang: shown.lang,
            grid,
            ore: shown.calculation.unit.decimals(),
        }
    }

    /// A year, as its lines have it.
    pub(super) fn year(self, place: u16) -> String {
        self.grid.year_cell(place)
    }

    /// What an amount of a year is multiplied by.
    pub(super) fn factor(self, place: u16) -> String {
        let rate = self.lang.t("calculation-file-cell-rate");
        let base = self.lang.t("calculation-file-cell-base-year");
        format!("1/(1+{rate})^({}-{base})", held(rows::BASIS, place))
    }

    /// All lines of some classes at an estimate. Words are what is compared: those are what people see and change.
    pub(super) fn summed(self, sum: Sum, reckoned: Reckoned, place: u16) -> String {
        let amounts = self.grid.all_of_year(place);
        let (classes, estimates) = (
            self.grid.all_of(Column::Class),
            self.grid.all_of(Column::Estimate),
        );
        let estimate = quoted(&reckoned.word(self.lang));
        let of = |class| quoted(&name::line_class(self.lang, class));
        let terms: Vec<String> = sum
            .classes()
            .into_iter()
            .map(|class| format!("SUMIFS({amounts},{classes},{},{estimates},{estimate})", of(class)))
            .collect();
        self.to_ore(&terms.join("+"))
    }

    pub(super) fn benefits(self, variant: Variant, place: u16) -> String {
        let reckoned = variant.scenario.benefit(Reckoned::THREE);
        let financial = at(rows::sum(Sum::Financial, reckoned), place);
        match variant.scope {
            Scope::Financial => financial,
            Scope::FinancialAndRedistribution => {
                let redistributed = at(rows::sum(Sum::Redistribution, reckoned), place);
                self.to_ore(&format!("{financial}+{redistributed}"))
            }
        }
    }

    pub(super) fn costs(self, variant: Variant, place: u16) -> String {
        at(
            rows::sum(Sum::Costs, variant.scenario.cost(Reckoned::THREE)),
            place,
        )
    }

    pub(super) fn net(self, rows: Rows, place: u16) -> String {
        let [benefits, costs, ..] = rows.yearly();
        self.to_ore(&format!("{}-{}", at(benefits, place), at(costs, place)))
    }

    pub(super) fn net_so_far(self, rows: Rows, place: u16) -> String {
        let [_, _, net, so_far, ..] = rows.yearly();
        match place.checked_sub(1) {
            None => at(net, place),
            Some(before) => self.to_ore(&format!("{}+{}", at(so_far, before), at(net, place))),
        }
    }

    pub(super) fn discounted(self, rows: Rows, place: u16) -> String {
        let [_, _, net, ..] = rows.yearly();
        format!("{}*{}", at(net, place), held(rows::FACTOR, place))
    }

    pub(super) fn discounted_so_far(self, rows: Rows, place: u16) -> String {
        let [.., discounted, so_far] = rows.yearly();
        match place.checked_sub(1) {
            None => at(discounted, place),
            Some(before) => format!("{}+{}", at(so_far, before), at(discounted, place)),
        }
    }

    /// The number of a year in which the net so far is below nothing, else 0.
    pub(super) fn year_below(self, rows: Rows, place: u16) -> String {
        let [_, _, _, so_far, ..] = rows.yearly();
        format!("IF({}<0,{},0)", at(so_far, place), held(rows::ORDER, place))
    }

    /// The same of the discounted net so far.
    pub(super) fn year_discounted_below(self, rows: Rows, place: u16) -> String {
        let [.., so_far] = rows.yearly();
        let compared = self.to_compare(&at(so_far, place));
        format!("IF({compared}<0,{},0)", held(rows::ORDER, place))
    }

    /// The sign of the net; that of the year before where it is nothing.
    pub(super) fn sign(self, rows: Rows, place: u16) -> String {
        let [_, _, net, ..] = rows.yearly();
        let [_, _, sign, _] = rows.helping();
        let net = at(net, place);
        match place.checked_sub(1) {
            None => format!("SIGN({net})"),
            Some(before) => format!("IF({net}=0,{},SIGN({net}))", at(sign, before)),
        }
    }

    /// 1 where the sign is another than the year before.
    pub(super) fn sign_change(self, rows: Rows, place: u16) -> String {
        let [_, _, sign, _] = rows.helping();
        match place.checked_sub(1) {
            None => "0".to_owned(),
            Some(before) => format!("IF({}*{}=-1,1,0)", at(sign, before), at(sign, place)),
        }
    }

    /// A sum of whole öre.
    fn to_ore(self, sum: &str) -> String {
        format!("ROUND({sum},{})", self.ore)
    }

    /// A discounted sum, where it is compared with nothing.
    pub(super) fn to_compare(self, sum: &str) -> String {
        format!("ROUND({sum},{})", self.ore.saturating_add(2))
    }

    /// All years of a row: `$B$45:$F$45`.
    pub(super) fn all(self, row: u32) -> String {
        let last = column(self.grid.years).saturating_sub(1);
        cell_range_absolute(row, column(0), row, last)
    }

    /// The last year of a row: `$F$45`.
    pub(super) fn last(self, row: u32) -> String {
        let last = column(self.grid.years).saturating_sub(1);
        row_col_to_cell_absolute(row, last)
    }
}
