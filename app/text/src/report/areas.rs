//! The areas: how much they comprise, and their budgets.

use domain::money::Money;
use domain::percent::Percent;
use domain::report_model::{AreaSection, ReportModel};
use domain::standing::{Standing, Totals};

use crate::{Lang, headline, number};

/// How much the report comprises.
pub fn areas_intro(lang: Lang, totals: &Totals) -> String {
    let n = |count: u32| number::count(lang, count).into();
    lang.t_with(
        "report-areas-intro",
        &[
            ("areas", totals.areas.into()),
            ("areas-text", n(totals.areas)),
            ("deliveries", totals.deliveries.into()),
            ("deliveries-text", n(totals.deliveries)),
            ("objects", totals.development_objects.into()),
            ("objects-text", n(totals.development_objects)),
            ("benefits", totals.expected_benefits.into()),
            ("benefits-text", n(totals.expected_benefits)),
            ("statements", totals.realised_statements.into()),
            ("statements-text", n(totals.realised_statements)),
            ("figures", totals.figures.into()),
            ("figures-text", n(totals.figures)),
        ],
    )
}

/// What the sum of the areas' budgets is called: that of those that are given, where one is not.
pub fn budget_sum(lang: Lang, standing: &Standing) -> String {
    match (standing.totals.budget, standing.whole_budget()) {
        (Some(_), None) => lang.t("overview-sum-given"),
        _ => lang.t("overview-sum"),
    }
}

/// The share of the sum in itself: the whole, where the parts that are given make it.
pub fn budget_share(standing: &Standing) -> Option<Percent> {
    let whole = standing.whole_budget()?;
    headline::money_share(whole, Some(whole))
}

/// The number of the table of an area's deliveries: tables are counted by chapter, and the budgets' is the first.
pub fn deliveries_table(model: &ReportModel, area: &AreaSection) -> String {
    let place = model.areas.iter().position(|one| one.area.id == area.area.id);
    format!("4.{}", place.map_or(0, |place| place + 2))
}

/// "1 000 tkr för 2022–2024."
pub fn budget(lang: Lang, budget: Money, period: &str) -> String {
    let amount = lang.t_with("area-tkr", &[("amount", number::tkr(lang, budget).into())]);
    let period = lang.t_with("area-budget-period", &[("period", period.into())]);
    format!("{amount} {period}.")
}
