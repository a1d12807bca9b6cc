//! Bars inside the tables that hold their numbers. Widths are SVG attributes: no style is computed.

use domain::percent::Percent;
use domain::report::years;
use domain::rollup::Tally;
use domain::standing::{AreaStanding, Standing};
use leptos::prelude::*;
use rust_decimal::Decimal;
use text::headline::{self, money_share};
use text::{Lang, number};

use super::finding::Gap;
use super::links::Links;
use super::scroll::scroll;

/// What a bar rests on, from left to right.
#[derive(Clone, Copy)]
pub(crate) enum Fill {
    Solid,
    Hatched,
    Dashed,
    Dotted,
}

fn rect(x: Decimal, width: Decimal, fill: Fill) -> AnyView {
    let (x, width) = (format!("{}%", x.round_dp(2)), format!("{}%", width.round_dp(2)));
    match fill {
        Fill::Solid => view! { <rect class="c1" x=x width=width height="14"></rect> }.into_any(),
        Fill::Hatched => {
            view! { <rect class="edge" x=x width=width height="14" fill="url(#p-hatch)"></rect> }.into_any()
        }
        Fill::Dashed => view! { <rect class="edge dashed" x=x width=width height="14"></rect> }.into_any(),
        Fill::Dotted => {
            view! { <rect class="edge" x=x width=width height="14" fill="url(#p-dots)"></rect> }.into_any()
        }
    }
}

/// A bar of parts, each given as its share of the longest bar in percent.
pub(crate) fn bar(parts: impl IntoIterator<Item = (Decimal, Fill)>) -> AnyView {
    let mut x = Decimal::ZERO;
    let rects: Vec<_> = parts
        .into_iter()
        .filter(|(width, _)| !width.is_zero())
        .map(|(width, fill)| {
            let at = x;
            x += width;
            rect(at, width, fill)
        })
        .collect();
    view! {
        <svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false">
            {rects}
        </svg>
    }
    .into_any()
}

/// A share of the whole as one bar on a quiet ground.
#[component]
pub fn ShareBar(
    /// The share, 0–100.
    share: Percent,
) -> impl IntoView {
    let width = format!("{}%", share.capped().value().round_dp(2));
    view! {
        <svg class="bar" width="100%" height="14" aria-hidden="true" focusable="false">
            <rect class="c3" width="100%" height="14"></rect>
            <rect class="c1" width=width height="14"></rect>
        </svg>
    }
}

/// `part` of `whole` in percent, exact; 0 where there is no whole.
fn of(part: u32, whole: u32) -> Decimal {
    Percent::share(part, whole).map_or(Decimal::ZERO, Percent::value)
}

fn area_head(number: &str, name: &str, href: Option<String>) -> AnyView {
    let words = view! {
        <span class="no">{number.to_owned()}</span>
        " "
        {name.to_owned()}
    };
    match href {
        Some(href) => view! {
            <th scope="row">
                <a href=href>{words}</a>
            </th>
        }
        .into_any(),
        None => view! { <th scope="row">{words}</th> }.into_any(),
    }
}

fn coverage_bar(tally: &Tally, longest: u32) -> AnyView {
    bar([
        (of(tally.measured, longest), Fill::Solid),
        (of(tally.stated, longest), Fill::Hatched),
        (of(tally.missing + tally.not_measurable, longest), Fill::Dashed),
        (of(tally.too_early + tally.not_due, longest), Fill::Dotted),
    ])
}

fn coverage_cells(tally: &Tally, lang: Lang) -> AnyView {
    let n = |count: u32| view! { <td class="n">{number::count(lang, count)}</td> };
    let share = |share: Option<Percent>| {
        let text = share.map_or_else(|| "–".to_owned(), |share| number::share(lang, share, 0));
        view! { <td class="n">{text}</td> }
    };
    view! {
        {n(tally.measured)}
        {n(tally.stated)}
        {n(tally.missing + tally.not_measurable)}
        {n(tally.too_early + tally.not_due)}
        {share(tally.coverage())}
        {share(tally.coverage_with_stated())}
    }
    .into_any()
}

/// What decisions rest on, by area. A file that stands alone leads nowhere.
pub fn coverage_table(
    standing: &Standing,
    caption: AnyView,
    lang: Lang,
    links: Option<Links>,
    labelled_by: &str,
) -> AnyView {
    let longest = standing
        .areas
        .iter()
        .map(|area| area.tally.benefits())
        .max()
        .unwrap_or_default();
    let rows: Vec<_> = standing
        .areas
        .iter()
        .map(|area| {
            view! {
                <tr>
                    {area_head(&area.number, &area.name, links.map(|links| links.area(&area.number)))}
                    <td class="plot">{coverage_bar(&area.tally, longest)}</td>
                    {coverage_cells(&area.tally, lang)}
                </tr>
            }
        })
        .collect();
    let table = view! {
        <table class="bars cov">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("overview-area")}</th>
                    <th scope="col">
                        <span class="vh">{lang.t("overview-bar")}</span>
                    </th>
                    <th scope="col" class="n">{lang.t("overview-measured")}</th>
                    <th scope="col" class="n">{lang.t("overview-stated")}</th>
                    <th scope="col" class="n">{lang.t("overview-missing")}</th>
                    <th scope="col" class="n">{lang.t("overview-too-early")}</th>
                    <th scope="col" class="n">{lang.t("overview-coverage-short")}</th>
                    <th scope="col" class="n">{lang.t("overview-coverage-with-stated")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{lang.t("overview-all-areas")}</th>
                    <td class="plot"></td>
                    {coverage_cells(&standing.tally, lang)}
                </tr>
            </tfoot>
        </table>
    };
    scroll(labelled_by, "", table.into_any())
}

/// What the patterns of the coverage bars mean.
#[component]
pub fn CoverageLegend(
    /// Language of the text.
    lang: Lang,
) -> impl IntoView {
    legend([
        (Fill::Solid, lang.t("common-evidence-measured")),
        (Fill::Hatched, lang.t("common-evidence-stated")),
        (Fill::Dashed, lang.t("common-evidence-missing")),
        (Fill::Dotted, lang.t("overview-legend-not-counted")),
    ])
}

/// What the patterns of bars mean.
pub(super) fn legend(meanings: impl IntoIterator<Item = (Fill, String)>) -> AnyView {
    let items: Vec<_> = meanings
        .into_iter()
        .map(|(fill, text)| {
            view! {
                <li>
                    <svg class="key" aria-hidden="true" focusable="false">
                        {key(fill)}
                    </svg>
                    " "
                    {text}
                </li>
            }
        })
        .collect();
    view! { <ul class="legend">{items}</ul> }.into_any()
}

fn key(fill: Fill) -> AnyView {
    match fill {
        Fill::Solid => view! { <rect class="c1" width="100%" height="100%"></rect> }.into_any(),
        Fill::Hatched => {
            view! { <rect class="edge" width="100%" height="100%" fill="url(#p-hatch)"></rect> }.into_any()
        }
        Fill::Dashed => view! { <rect class="edge dashed" width="100%" height="100%"></rect> }.into_any(),
        Fill::Dotted => {
            view! { <rect class="edge" width="100%" height="100%" fill="url(#p-dots)"></rect> }.into_any()
        }
    }
}

/// For which other years a budget is given, where none is for the report's.
pub fn other_budgets(area: &AreaStanding, lang: Lang) -> Option<AnyView> {
    let spans: Vec<String> = area
        .other_budgets
        .iter()
        .map(|budget| years(budget.from_year, budget.to_year))
        .collect();
    if area.budget.is_some() || spans.is_empty() {
        return None;
    }
    let said = lang.t_with(
        "overview-budget-elsewhere",
        &[("periods", headline::list(lang, &spans).into())],
    );
    Some(view! { " " <small>{said}</small> }.into_any())
}

/// The areas' budgets.
pub fn budget_table(standing: &Standing, lang: Lang, links: Links) -> AnyView {
    let longest = standing.areas.iter().filter_map(|area| area.budget).max();
    let rows: Vec<_> = standing
        .areas
        .iter()
        .map(|area| {
            let cells = match area.budget {
                Some(budget) => {
                    let width = money_share(budget, longest).map_or(Decimal::ZERO, Percent::value);
                    let share = money_share(budget, standing.whole_budget())
                        .map_or_else(|| "–".to_owned(), |share| number::share(lang, share, 1));
                    view! {
                        <td class="plot">{bar([(width, Fill::Solid)])}</td>
                        <td class="n">{number::tkr(lang, budget)}</td>
                        <td class="n">{share}</td>
                    }
                    .into_any()
                }
                None => view! {
                    <td class="plot"></td>
                    <td class="n" colspan="2">
                        <Gap text=lang.t("overview-no-budget") />
                        {other_budgets(area, lang)}
                    </td>
                }
                .into_any(),
            };
            view! { <tr>{area_head(&area.number, &area.name, Some(links.area(&area.number)))} {cells}</tr> }
        })
        .collect();
    let total = standing.totals.budget.map(|total| {
        let (sum, share) = match standing.whole_budget() {
            Some(_) => (lang.t("overview-sum"), number::share(lang, Percent::HUNDRED, 1)),
            None => (lang.t("overview-sum-given"), "–".to_owned()),
        };
        view! {
            <tfoot>
                <tr>
                    <th scope="row">{sum}</th>
                    <td class="plot"></td>
                    <td class="n">{number::tkr(lang, total)}</td>
                    <td class="n">{share}</td>
                </tr>
            </tfoot>
        }
    });
    view! {
        <table class="bars">
            <caption>
                {lang.t_with("overview-budget-caption", &[("period", standing.report.period().into())])}
            </caption>
            <thead class="vh">
                <tr>
                    <th scope="col">{lang.t("overview-area")}</th>
                    <th scope="col">{lang.t("overview-bar")}</th>
                    <th scope="col">{lang.t("overview-tkr")}</th>
                    <th scope="col">{lang.t("overview-share")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {total}
        </table>
    }
    .into_any()
}
