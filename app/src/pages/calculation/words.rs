//! The words that the calculator's islands are given.

use domain::calculation::Calculation;
use text::{Lang, name};

use crate::islands::{SheetWords, Start, Words};

/// A sentence whose values the island puts in.
fn open(lang: Lang, key: &str, values: &[&'static str]) -> String {
    let args: Vec<_> = values
        .iter()
        .enumerate()
        .map(|(index, value)| (*value, format!("{{{index}}}").into()))
        .collect();
    lang.t_with(key, &args)
}

/// What the calculator says.
pub(super) fn words(calculation: &Calculation, lang: Lang) -> Words {
    let unit = name::amount_unit(lang, calculation.unit);
    let with_unit = |key: &str| lang.t_with(key, &[("unit", unit.clone().into())]);
    Words {
        no_value: lang.t("calculation-no-value"),
        as_table: lang.t("calculation-as-table"),
        results_title: lang.t("calculation-results"),
        results_note: lang.t("calculation-results-note"),
        result: lang.t("calculation-result"),
        scopes: [
            lang.t("calculation-scope-financial"),
            lang.t("calculation-scope-both"),
        ],
        scopes_short: [
            lang.t("calculation-scope-financial-short"),
            lang.t("calculation-scope-both-short"),
        ],
        scenarios: [
            lang.t("calculation-pessimistic"),
            lang.t("calculation-likely"),
            lang.t("calculation-optimistic"),
        ],
        estimates: estimates(lang),
        pv_benefits: with_unit("calculation-pv-benefits"),
        pv_costs: with_unit("calculation-pv-costs"),
        nnv: with_unit("calculation-nnv"),
        nnk: lang.t("calculation-nnk"),
        bc_ratio: lang.t("calculation-bc"),
        break_even: lang.t("calculation-break-even"),
        payback: lang.t("calculation-payback"),
        payback_discounted: lang.t("calculation-payback-discounted"),
        irr: lang.t("calculation-irr"),
        range_pays: lang.t("calculation-range-pays"),
        range_both: open(lang, "calculation-range-between", &["worst", "best", "unit"]),
        range_never: lang.t("calculation-range-never"),
        range_caption: with_unit("calculation-range-caption"),
        cumulative_same: open(lang, "calculation-back-same", &["years"]),
        cumulative_both: open(lang, "calculation-back-both", &["financial", "both"]),
        cumulative_redistribution: open(lang, "calculation-back-redistribution", &["years"]),
        cumulative_financial: open(lang, "calculation-back-financial", &["years"]),
        cumulative_never: lang.t("calculation-back-never"),
        cumulative_caption: with_unit("calculation-cumulative-caption"),
        year: lang.t("calculation-year"),
        tornado_line: open(lang, "calculation-tornado-line", &["name", "low", "high", "unit"]),
        tornado_certain: lang.t("calculation-tornado-certain"),
        tornado_caption: with_unit("calculation-tornado-caption"),
        tornado_low: lang.t("calculation-tornado-low"),
        tornado_high: lang.t("calculation-tornado-high"),
        tornado_width: lang.t("calculation-tornado-width"),
        tornado_rate: lang.t("calculation-tornado-rate"),
        tornado_rate_short: lang.t("calculation-tornado-rate-short"),
        line: lang.t("calculation-line"),
        years_title: lang.t("calculation-years"),
        years_caption: with_unit("calculation-years-caption"),
        benefits: lang.t("calculation-benefits"),
        costs: lang.t("calculation-costs"),
        net: lang.t("calculation-net"),
        cumulative: lang.t("calculation-cumulative"),
        discounted: lang.t("calculation-discounted"),
        net_present: open(lang, "calculation-net-present", &["financial", "both", "unit"]),
        unsaved: lang.t("calculation-unsaved"),
        faulty: open(lang, "calculation-faulty", &["count"]),
        unit,
    }
}

/// Low, likely and high.
pub(super) fn estimates(lang: Lang) -> [String; 3] {
    [
        lang.t("calculation-estimate-low"),
        lang.t("calculation-estimate-likely"),
        lang.t("calculation-estimate-high"),
    ]
}

/// What the table says.
pub(super) fn sheet_words(lang: Lang) -> SheetWords {
    SheetWords {
        pasted: open(lang, "calculation-sheet-pasted", &["rows", "columns"]),
        too_many: lang.t("calculation-sheet-too-many"),
        removed: lang.t("calculation-sheet-removed"),
        filled: open(lang, "calculation-sheet-filled", &["count"]),
        undo: lang.t("calculation-sheet-undo"),
        undone: lang.t("calculation-sheet-undone"),
    }
}

/// An alternative as the calculator begins with it.
pub(super) fn start(
    calculation: &Calculation,
    alternative: &domain::calculation::Alternative,
    lang: Lang,
) -> Start {
    Start {
        base_year: calculation.base_year,
        horizon_years: calculation.horizon_years,
        rate: calculation.discount_rate.unwrap_or_default().to_string(),
        unit: calculation.unit.code().to_owned(),
        lang: lang.code().to_owned(),
        lines: alternative
            .lines
            .iter()
            .map(|line| {
                (
                    line.name.clone(),
                    line.class.code().to_owned(),
                    line.amounts.clone(),
                )
            })
            .collect(),
    }
}
