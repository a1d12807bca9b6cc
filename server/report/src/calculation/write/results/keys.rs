//! The key figures, each scope and scenario in a column.

use domain::calculation::{Evaluation, Key};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, XlsxError};

use super::Results;
use super::formulas::{Formulas, at, column};
use crate::calculation::number::for_result;
use crate::calculation::words;
use crate::calculation::write::rows::{self, Rows, Variant};
use crate::calculation::write::style::{quoted, write_text};

/// What is worked out of each variant, in the order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Figure {
    PvBenefits,
    PvCosts,
    Nnv,
    Nnk,
    BcRatio,
    BreakEvenShare,
    Payback,
    DiscountedPayback,
    Irr,
}

impl Figure {
    const ALL: [Self; 9] = [
        Self::PvBenefits,
        Self::PvCosts,
        Self::Nnv,
        Self::Nnk,
        Self::BcRatio,
        Self::BreakEvenShare,
        Self::Payback,
        Self::DiscountedPayback,
        Self::Irr,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::PvBenefits => "calculation-file-pv-benefits",
            Self::PvCosts => "calculation-file-pv-costs",
            Self::Nnv => "calculation-file-nnv",
            Self::Nnk => "calculation-file-nnk",
            Self::BcRatio => "calculation-file-bc-ratio",
            Self::BreakEvenShare => "calculation-file-break-even-share",
            Self::Payback => "calculation-file-payback",
            Self::DiscountedPayback => "calculation-file-discounted-payback",
            Self::Irr => "calculation-file-irr",
        }
    }

    /// What it came to, money in kronor.
    fn of(self, key: &Key) -> Option<Decimal> {
        match self {
            Self::PvBenefits => Some(key.pv_benefits),
            Self::PvCosts => Some(key.pv_costs),
            Self::Nnv => Some(key.nnv),
            Self::Nnk => key.nnk,
            Self::BcRatio => key.bc_ratio,
            Self::BreakEvenShare => key.break_even_share,
            Self::Payback => key.payback_years,
            Self::DiscountedPayback => key.discounted_payback_years,
            Self::Irr => key.irr,
        }
    }

    fn is_money(self) -> bool {
        matches!(self, Self::PvBenefits | Self::PvCosts | Self::Nnv)
    }

    /// Its row on the sheet.
    fn row(self) -> u32 {
        let place = Self::ALL.iter().position(|one| *one == self);
        rows::KEYS.saturating_add(place.and_then(|at| u32::try_from(at).ok()).unwrap_or(0))
    }
}

impl Results<'_> {
    /// The key figures with their heads.
    pub(super) fn keys(&mut self, evaluation: &Evaluation) -> Result<(), XlsxError> {
        let lang = self.shown.lang;
        self.variants(rows::SCOPES)?;
        for figure in Figure::ALL {
            self.label(figure.row(), &lang.t(figure.label()))?;
        }
        let none = lang.t("calculation-file-no-value");
        for (place, (variant, rows)) in (0_u16..).zip(rows::variants()) {
            let Some(key) = key(evaluation, variant) else {
                continue;
            };
            for figure in Figure::ALL {
                let value = figure.of(key);
                let value = if figure.is_money() {
                    value.map(|kronor| self.in_unit(kronor))
                } else {
                    value
                };
                let result = value.map_or_else(|| none.clone(), for_result);
                let formula = self.formulas.key(figure, rows, place);
                let format = self.format(figure).clone();
                self.formula(figure.row(), column(place), &formula, &result, &format)?;
            }
        }
        Ok(())
    }

    /// Heads of a column for each variant, in two rows: a scope stands above the first of its scenarios.
    pub(super) fn variants(&mut self, row: u32) -> Result<(), XlsxError> {
        let (lang, style) = (self.shown.lang, &self.shown.style);
        let mut above = None;
        for (place, variant) in (0_u16..).zip(Variant::all()) {
            if above.replace(variant.scope) != Some(variant.scope) {
                let scope = words::scope(lang, variant.scope);
                write_text(self.page, row, column(place), &scope, &style.bold)?;
            }
            let scenario = words::scenario(lang, variant.scenario);
            write_text(
                self.page,
                row.saturating_add(1),
                column(place),
                &scenario,
                &style.year,
            )?;
        }
        Ok(())
    }

    fn format(&self, figure: Figure) -> &Format {
        let style = &self.shown.style;
        match figure {
            Figure::PvBenefits | Figure::PvCosts | Figure::Nnv => &style.money,
            Figure::Nnk | Figure::BcRatio => &style.ratio,
            Figure::BreakEvenShare | Figure::Irr => &style.share,
            Figure::Payback | Figure::DiscountedPayback => &style.duration,
        }
    }
}

/// The key figures of a variant.
pub(super) fn key(evaluation: &Evaluation, variant: Variant) -> Option<&Key> {
    evaluation.results.get(&variant.scope)?.get(&variant.scenario)
}

impl Formulas<'_> {
    /// A key figure of the variant with these rows, in this place among the variants.
    fn key(self, figure: Figure, rows: Rows, place: u16) -> String {
        let [benefits, costs, net, so_far, discounted, discounted_so_far] = rows.yearly();
        let [below, discounted_below, ..] = rows.helping();
        let figure_at = |figure: Figure| at(figure.row(), place);
        let (pv_benefits, pv_costs) = (figure_at(Figure::PvBenefits), figure_at(Figure::PvCosts));
        let factors = self.all(rows::FACTOR);
        let none = self.no_value();
        let per_cost = |value: &str| {
            let costs = self.to_compare(&pv_costs);
            format!("IF({costs}=0,{none},{value}/{pv_costs})")
        };
        match figure {
            Figure::PvBenefits => format!("SUMPRODUCT({},{factors})", self.all(benefits)),
            Figure::PvCosts => format!("SUMPRODUCT({},{factors})", self.all(costs)),
            Figure::Nnv => format!("{pv_benefits}-{pv_costs}"),
            Figure::Nnk => per_cost(&figure_at(Figure::Nnv)),
            Figure::BcRatio => per_cost(&pv_benefits),
            Figure::BreakEvenShare => {
                let benefits = self.to_compare(&pv_benefits);
                format!("IF({benefits}<=0,{none},{pv_costs}/{pv_benefits})")
            }
            Figure::Payback => self.payback(below, so_far, net, &none),
            Figure::DiscountedPayback => self.payback(discounted_below, discounted_so_far, discounted, &none),
            Figure::Irr => self.irr(rows, place, &none),
        }
    }

    /// What a cell says that has no value.
    pub(super) fn no_value(self) -> String {
        quoted(&self.lang.t("calculation-file-no-value"))
    }

    /// Years until the sum stays at or above nothing: all those up to the last one that ends below, and of the next so
    /// much as makes up for it.
    fn payback(self, below: u32, so_far: u32, net: u32, none: &str) -> String {
        let last_below = format!("MAX({})", self.all(below));
        let last = self.last(rows::ORDER);
        let (so_far, net) = (self.all(so_far), self.all(net));
        format!(
            "IF({last_below}={last},{none},IF({last_below}=0,0,\
             {last_below}-INDEX({so_far},{last_below})/INDEX({net},{last_below}+1)))"
        )
    }
}
