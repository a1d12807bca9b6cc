//! What was promised, is forecast and has come, in kronor: a bar for each, inside the table that holds the numbers.

use domain::money::Money;
use domain::realisation::{Realised, area_by_year, group_by_year, sum_of};
use domain::standing::Standing;
use leptos::prelude::*;
use rust_decimal::Decimal;
use text::headline::{kept, money_share};
use text::{Lang, number};

use super::bars::{Fill, bar, legend};
use super::links::{Links, area_anchor};
use super::scroll::scroll;

/// A row of the table: its head, and what is said.
pub type RealisedRow = (AnyView, Realised);

/// What the table is of.
pub struct RealisedTable {
    /// The caption.
    pub caption: AnyView,
    /// What the first column is called.
    pub of: String,
    /// The rows.
    pub rows: Vec<RealisedRow>,
    /// The sum, where the rows add up to something.
    pub sum: Option<Realised>,
}

/// The table of some years; with `links` a year leads to the initiatives that its outcome is made of.
pub fn year_table(
    years: &[(i32, Realised)],
    caption: AnyView,
    links: Option<Links>,
    lang: Lang,
    labelled_by: &str,
) -> AnyView {
    let head = |year: i32, said: Realised| match links.filter(|_| said.outcome.is_some()) {
        Some(links) => view! { <a href=links.realised_in(year)>{year.to_string()}</a> }.into_any(),
        None => year.to_string().into_any(),
    };
    let rows = years
        .iter()
        .map(|(year, said)| (head(*year, *said), *said))
        .collect();
    let table = RealisedTable {
        caption,
        of: lang.t("realisation-year"),
        rows,
        sum: Some(sum_of(years)),
    };
    realised_table(table, lang, labelled_by)
}

/// The areas' rows, over all years; `links` lead to their pages, without them to their places in the report.
pub fn area_rows(standing: &Standing, links: Option<Links>) -> Vec<RealisedRow> {
    let of = |area: &domain::standing::AreaStanding| {
        let years = area_by_year(&standing.realisation, area.id);
        let head = match links {
            Some(links) => links.area(&area.number),
            None => format!("#{}", area_anchor(&area.number)),
        };
        let head = view! {
            <a href=head>
                <span class="no">{area.number.clone()}</span>
                " "
                {area.name.clone()}
            </a>
        };
        (!years.is_empty()).then(|| (head.into_any(), sum_of(&years)))
    };
    standing.areas.iter().filter_map(of).collect()
}

/// The groups' rows, over all years; with `links` a group leads to the initiatives that its outcome is made of.
pub fn group_rows(standing: &Standing, links: Option<Links>) -> Vec<RealisedRow> {
    let of = |of: &domain::standing::GroupStanding| {
        let years = group_by_year(&standing.realisation, of.group.id);
        let sum = sum_of(&years);
        let name = of.group.name.clone();
        let head = match links.filter(|_| sum.outcome.is_some()) {
            Some(links) => {
                let href = links.realised_of_group(&of.group.code);
                view! { <a href=href>{name}</a> }.into_any()
            }
            None => name.into_any(),
        };
        (!years.is_empty()).then_some((head, sum))
    };
    standing.groups.iter().filter_map(of).collect()
}

/// A table with a bar for each of the three.
pub fn realised_table(table: RealisedTable, lang: Lang, labelled_by: &str) -> AnyView {
    let all = table
        .rows
        .iter()
        .flat_map(|(_, said)| [said.promised, said.forecast, said.outcome]);
    let longest = all.flatten().max().filter(|most| *most > Money::ZERO);
    let rows: Vec<_> = table
        .rows
        .into_iter()
        .map(|(head, said)| {
            view! {
                <tr>
                    <th scope="row">{head}</th>
                    <td class="plot">{bars(said, longest)}</td>
                    {cells(said, lang)}
                </tr>
            }
        })
        .collect();
    let sum = table.sum.map(|sum| {
        view! {
            <tfoot>
                <tr>
                    <th scope="row">{lang.t("realisation-sum")}</th>
                    <td class="plot"></td>
                    {cells(sum, lang)}
                </tr>
            </tfoot>
        }
    });
    let table = view! {
        <table class="bars realised">
            <caption>{table.caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{table.of}</th>
                    <th scope="col">
                        <span class="vh">{lang.t("overview-bar")}</span>
                    </th>
                    <th scope="col" class="n">{lang.t("realisation-promised")}</th>
                    <th scope="col" class="n">{lang.t("realisation-forecast")}</th>
                    <th scope="col" class="n">{lang.t("realisation-outcome")}</th>
                    <th scope="col" class="n">{lang.t("realisation-share")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {sum}
        </table>
    };
    let meanings = [
        (Fill::Dashed, lang.t("realisation-promised")),
        (Fill::Dotted, lang.t("realisation-forecast")),
        (Fill::Solid, lang.t("realisation-outcome")),
    ];
    view! {
        {legend(meanings)}
        {scroll(labelled_by, "", table.into_any())}
    }
    .into_any()
}

fn bars(said: Realised, longest: Option<Money>) -> AnyView {
    let one = |amount: Option<Money>, fill: Fill| {
        let share = money_share(amount?, longest)?;
        // A harm has no length: its number says so.
        Some(bar([(share.value().max(Decimal::ZERO), fill)]))
    };
    view! {
        {one(said.promised, Fill::Dashed)}
        {one(said.forecast, Fill::Dotted)}
        {one(said.outcome, Fill::Solid)}
    }
    .into_any()
}

fn cells(said: Realised, lang: Lang) -> AnyView {
    let n = |amount: Option<Money>| {
        let text = amount.map_or_else(|| "–".to_owned(), |amount| number::tkr(lang, amount));
        view! { <td class="n">{text}</td> }
    };
    let share = kept(said).map_or_else(|| "–".to_owned(), |share| number::share(lang, share, 0));
    view! {
        {n(said.promised)}
        {n(said.forecast)}
        {n(said.outcome)}
        <td class="n">{share}</td>
    }
    .into_any()
}
