//! What an alternative comes to, worked out with formulas from its lines and the discount rate.

mod formulas;
mod halving;
mod keys;

use domain::calculation::{Alternative, Evaluation, Scenario, YearRow};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};
use text::name;

use self::formulas::{Formulas, column};
use super::Shown;
use super::flows::{Flow, Flows, Sum};
use super::layout::LinesGrid;
use super::rows::{self, Rows, Variant};
use super::style::write_text;
use crate::calculation::number::{for_cell, for_result};
use crate::calculation::words::{self, Reckoned};

/// Widths, in characters.
const LABEL_WIDTH: f64 = 52.0;
const VALUE_WIDTH: f64 = 17.0;
/// Columns of key figures.
const VARIANTS: u16 = 6;

/// Writes the sheet of this name.
pub(super) fn write(
    page: &mut Worksheet,
    shown: &Shown<'_>,
    (sheet, alternative): (&str, &Alternative),
    grid: &LinesGrid,
    evaluation: &Evaluation,
    flows: &Flows,
) -> Result<(), XlsxError> {
    page.set_name(sheet)?;
    page.set_column_width(0, LABEL_WIDTH)?;
    let last = column(grid.years.max(VARIANTS)).saturating_sub(1);
    page.set_column_range_width(column(0), last, VALUE_WIDTH)?;
    page.set_freeze_panes(0, column(0))?;
    page.set_landscape().set_print_fit_to_pages(1, 0);
    let formulas = Formulas::new(shown, grid);
    let mut sheet = Results {
        page,
        shown,
        formulas,
        years: grid.years,
    };
    sheet.title(alternative, grid)?;
    sheet.keys(evaluation)?;
    sheet.basis(flows)?;
    for (variant, rows) in rows::variants() {
        let Some(worked_out) = flows.flow(variant) else {
            continue;
        };
        let likely = yearly(evaluation, variant).map(|years| sheet.as_flow(years));
        sheet.flow(variant, rows, likely.as_ref().unwrap_or(worked_out))?;
        sheet.help(variant, rows, worked_out)?;
    }
    sheet.halving(evaluation)
}

/// The yearly table of the evaluation, where it has one of this variant.
fn yearly(evaluation: &Evaluation, variant: Variant) -> Option<&[YearRow]> {
    let years = evaluation.yearly.get(&variant.scope)?;
    (variant.scenario == Scenario::Likely).then_some(years)
}

/// A sheet of results on its way.
struct Results<'a> {
    page: &'a mut Worksheet,
    shown: &'a Shown<'a>,
    formulas: Formulas<'a>,
    years: u16,
}

impl<'a> Results<'a> {
    fn title(&mut self, alternative: &Alternative, grid: &LinesGrid) -> Result<(), XlsxError> {
        let (lang, style) = (self.shown.lang, &self.shown.style);
        let title = lang.t_with(
            "calculation-file-results-of",
            &[("name", (&alternative.name).into())],
        );
        write_text(self.page, rows::TITLE, 0, &title, &style.title)?;
        let calculation = self.shown.calculation;
        let mut args = vec![
            ("unit", name::amount_unit(lang, calculation.unit).into()),
            ("lines", grid.name().into()),
            ("head", (&self.shown.names.head).into()),
        ];
        let about = match calculation.price_level {
            None => lang.t_with("calculation-file-results-about", &args),
            Some(year) => {
                args.push(("year", year.to_string().into()));
                lang.t_with("calculation-file-results-about-priced", &args)
            }
        };
        write_text(self.page, rows::ABOUT, 0, &about, &style.unwrapped)
    }

    /// Years in order, their factors, and what the lines come to.
    fn basis(&mut self, flows: &Flows) -> Result<(), XlsxError> {
        let (lang, style, formulas) = (self.shown.lang, &self.shown.style, self.formulas);
        self.head(rows::BASIS, &lang.t("calculation-file-basis"))?;
        self.label(rows::ORDER, &lang.t("calculation-file-order"))?;
        for place in 0..self.years {
            let order = for_cell(Decimal::from(place.saturating_add(1)))?;
            self.page
                .write_number_with_format(rows::ORDER, column(place), order, &style.plain)?;
        }
        self.label(rows::FACTOR, &lang.t("calculation-file-factor"))?;
        self.by_year(rows::FACTOR, &style.factor, &flows.factors, |place| {
            formulas.factor(place)
        })?;
        for sum in Sum::ALL {
            let key = match sum {
                Sum::Costs => "calculation-file-sum-costs",
                Sum::Financial => "calculation-file-sum-financial",
                Sum::Redistribution => "calculation-file-sum-redistribution",
            };
            for reckoned in Reckoned::ALL {
                let estimate = name::lower_first(&reckoned.word(lang));
                let row = rows::sum(sum, reckoned);
                self.label(row, &lang.t_with(key, &[("estimate", estimate.into())]))?;
                self.by_year(row, &style.money, flows.sum(sum, reckoned), |place| {
                    formulas.summed(sum, reckoned, place)
                })?;
            }
        }
        Ok(())
    }

    /// The six yearly rows of a variant.
    fn flow(&mut self, variant: Variant, rows: Rows, flow: &Flow) -> Result<(), XlsxError> {
        let (lang, money, formulas) = (self.shown.lang, &self.shown.style.money, self.formulas);
        self.head(rows.flow, &self.name_of(variant))?;
        let labels = [
            "calculation-file-benefits",
            "calculation-file-costs",
            "calculation-file-net",
            "calculation-file-cumulative-net",
            "calculation-file-discounted-net",
            "calculation-file-cumulative-discounted-net",
        ];
        for (row, label) in rows.yearly().into_iter().zip(labels) {
            self.label(row, &lang.t(label))?;
        }
        let [benefits, costs, net, so_far, discounted, discounted_so_far] = rows.yearly();
        self.by_year(benefits, money, &flow.benefits, |place| {
            formulas.benefits(variant, place)
        })?;
        self.by_year(costs, money, &flow.costs, |place| formulas.costs(variant, place))?;
        self.by_year(net, money, &flow.net, |place| formulas.net(rows, place))?;
        self.by_year(so_far, money, &flow.cumulative, |place| {
            formulas.net_so_far(rows, place)
        })?;
        self.by_year(discounted, money, &flow.discounted, |place| {
            formulas.discounted(rows, place)
        })?;
        self.by_year(discounted_so_far, money, &flow.cumulative_discounted, |place| {
            formulas.discounted_so_far(rows, place)
        })
    }

    /// What payback and internal rate of return are found by.
    fn help(&mut self, variant: Variant, rows: Rows, flow: &Flow) -> Result<(), XlsxError> {
        let (lang, plain, formulas) = (self.shown.lang, &self.shown.style.plain, self.formulas);
        if let Some(head) = rows.help_head {
            self.head(head, &self.name_of(variant))?;
        }
        let labels = [
            "calculation-file-below",
            "calculation-file-below-discounted",
            "calculation-file-sign",
            "calculation-file-sign-change",
        ];
        for (row, label) in rows.helping().into_iter().zip(labels) {
            self.label(row, &lang.t(label))?;
        }
        let [below, discounted, sign, change] = rows.helping();
        self.by_year(below, plain, &flow.years_below(), |place| {
            formulas.year_below(rows, place)
        })?;
        self.by_year(discounted, plain, &flow.years_discounted_below(), |place| {
            formulas.year_discounted_below(rows, place)
        })?;
        self.by_year(sign, plain, &flow.signs(), |place| formulas.sign(rows, place))?;
        self.by_year(change, plain, &flow.sign_changes(), |place| {
            formulas.sign_change(rows, place)
        })
    }

    fn name_of(&self, variant: Variant) -> String {
        let lang = self.shown.lang;
        let scenario = name::lower_first(&words::scenario(lang, variant.scenario));
        let scope = words::scope(lang, variant.scope);
        lang.t_with(
            "calculation-file-flow",
            &[("scope", scope.into()), ("scenario", scenario.into())],
        )
    }

    /// A head with the years beside it.
    fn head(&mut self, row: u32, text: &str) -> Result<(), XlsxError> {
        let (style, formulas) = (&self.shown.style, self.formulas);
        write_text(self.page, row, 0, text, &style.head)?;
        let years: Vec<Decimal> = self.shown.calculation.years().map(Decimal::from).collect();
        self.by_year(row, &style.year, &years, |place| formulas.year(place))
    }

    fn label(&mut self, row: u32, text: &str) -> Result<(), XlsxError> {
        write_text(self.page, row, 0, text, &self.shown.style.text)
    }

    /// A formula a year, with what it comes to.
    fn by_year(
        &mut self,
        row: u32,
        format: &Format,
        results: &[Decimal],
        formula: impl Fn(u16) -> String,
    ) -> Result<(), XlsxError> {
        for (place, result) in (0..self.years).zip(results) {
            self.formula(row, column(place), &formula(place), &for_result(*result), format)?;
        }
        Ok(())
    }

    fn formula(
        &mut self,
        row: u32,
        column: u16,
        formula: &str,
        result: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let formula = Formula::new(format!("={formula}")).set_result(result);
        self.page
            .write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }

    /// Kronor in the calculation's unit.
    fn in_unit(&self, kronor: Decimal) -> Decimal {
        self.shown.calculation.unit.of_kronor(kronor)
    }

    fn as_flow(&self, years: &[YearRow]) -> Flow {
        let all = |pick: fn(&YearRow) -> Decimal| years.iter().map(|row| self.in_unit(pick(row))).collect();
        Flow {
            benefits: all(|row| row.benefits),
            costs: all(|row| row.costs),
            net: all(|row| row.net),
            cumulative: all(|row| row.cumulative_net),
            discounted: all(|row| row.discounted_net),
            cumulative_discounted: all(|row| row.cumulative_discounted_net),
        }
    }
}
