//! When what was paid comes back: the cumulative discounted net at the end of each year.

use std::cmp::Reverse;

use domain::calculation::{Evaluation, Scenario, Scope};
use leptos::prelude::*;
use rust_decimal::Decimal;

use super::plot::Axis;
use super::shown::Shown;
use super::words::{Words, filled};

/// Left and right edge, top and bottom of the drawing.
const LEFT: i64 = 72;
const RIGHT: i64 = 500;
const TOP: i64 = 28;
const BOTTOM: i64 = 286;
/// How the line and the points of each scope are drawn.
const LINES: [(&str, &str); 2] = [("line b", "pt hollow"), ("line a", "pt")];
/// Years that fit below it.
const LABELS: usize = 10;

fn back(evaluation: &Evaluation, scope: Scope) -> Option<Decimal> {
    let key = evaluation.results.get(&scope)?.get(&Scenario::Likely)?;
    key.discounted_payback_years
}

fn heading(evaluation: &Evaluation, words: &Words, shown: Shown) -> String {
    let [financial, both] = Scope::ALL.map(|scope| back(evaluation, scope).map(|years| shown.years(years)));
    match (financial, both) {
        (Some(financial), Some(both)) if financial == both => filled(&words.cumulative_same, &[&both]),
        (Some(financial), Some(both)) => filled(&words.cumulative_both, &[&financial, &both]),
        (None, Some(both)) => filled(&words.cumulative_redistribution, &[&both]),
        (Some(financial), None) => filled(&words.cumulative_financial, &[&financial]),
        (None, None) => words.cumulative_never.clone(),
    }
}

/// The chart, with its numbers beside it.
pub fn cumulative(evaluation: &Evaluation, words: &Words, shown: Shown) -> AnyView {
    let series = Scope::ALL.map(|scope| {
        let rows = evaluation.yearly.get(&scope).map_or(&[][..], Vec::as_slice);
        rows.iter()
            .map(|row| (row.year, row.cumulative_discounted_net))
            .collect::<Vec<_>>()
    });
    let years: Vec<i32> = series
        .first()
        .into_iter()
        .flatten()
        .map(|(year, _)| *year)
        .collect();
    let count = i64::try_from(years.len()).unwrap_or(1).max(1);
    let axis = Axis::of(series.iter().flatten().map(|(_, value)| *value), 6);
    let y = |value: Decimal| axis.at(value, BOTTOM, TOP);
    // Year ends lie between the edges; the left edge is the beginning of the base year.
    let x = |ends: i64| {
        let at = Decimal::from(LEFT) + Decimal::from((RIGHT - LEFT) * ends) / Decimal::from(count);
        at.round_dp(1).normalize().to_string()
    };
    let grid: Vec<_> = axis
        .ticks()
        .into_iter()
        .map(|tick| {
            let class = if tick.is_zero() { "axis" } else { "grid" };
            view! {
                <line class=class x1=LEFT.to_string() x2=RIGHT.to_string() y1=y(tick) y2=y(tick)></line>
                <text class="ax" x="64" y=y(tick) dy="4" text-anchor="end">{shown.amount(tick)}</text>
            }
        })
        .collect();
    let every = years.len().div_ceil(LABELS).max(1);
    let labels: Vec<_> = (1_i64..)
        .zip(&years)
        .step_by(every)
        .map(|(end, year)| {
            view! { <text class="ax" x=x(end) y="310" text-anchor="middle">{year.to_string()}</text> }
        })
        .collect();
    let drawn: Vec<_> = series
        .iter()
        .zip(LINES)
        .map(|(series, (line, point))| {
            let zero = format!("{},{}", x(0), y(Decimal::ZERO));
            let ends = (1_i64..)
                .zip(series)
                .map(|(end, (_, value))| format!("{},{}", x(end), y(*value)));
            let points = std::iter::once(zero).chain(ends).collect::<Vec<_>>().join(" ");
            let marks: Vec<_> = (1_i64..)
                .zip(series)
                .map(|(end, (_, value))| view! { <circle class=point cx=x(end) cy=y(*value) r="4"></circle> })
                .collect();
            view! { <polyline class=line points=points></polyline> {marks} }
        })
        .collect();
    // Above the drawing, the higher first: beside its end a name would lie on one of the lines for some amounts.
    let mut ends: Vec<_> = series
        .iter()
        .zip(words.scopes_short.clone())
        .zip(LINES)
        .filter_map(|((series, name), drawn)| {
            let (_, value) = series.last()?;
            Some((*value, name, drawn))
        })
        .collect();
    ends.sort_by_key(|(value, ..)| Reverse(*value));
    let names: Vec<_> = ends
        .into_iter()
        .map(|(value, name, (line, point))| {
            view! {
                <li>
                    <svg class="key" viewBox="0 0 26 14" aria-hidden="true" focusable="false">
                        <line class=line x1="0" x2="26" y1="7" y2="7"></line>
                        <circle class=point cx="13" cy="7" r="4"></circle>
                    </svg>
                    <span>{name} " " <b>{shown.amount(value)}</b></span>
                </li>
            }
        })
        .collect();
    let rows: Vec<_> = years
        .iter()
        .enumerate()
        .map(|(index, year)| {
            let cells: Vec<_> = series
                .iter()
                .map(|series| {
                    let value = series.get(index).map(|(_, value)| shown.amount(*value));
                    view! { <td class="n">{value}</td> }
                })
                .collect();
            view! { <tr><th scope="row">{year.to_string()}</th>{cells}</tr> }
        })
        .collect();
    let heads = words
        .scopes
        .clone()
        .map(|name| view! { <th scope="col" class="n">{name}</th> });
    let heading = heading(evaluation, words, shown);
    view! {
        <figure class="chart block" aria-labelledby="h-kum">
            <figcaption>
                <h2 id="h-kum">{heading.clone()}</h2>
                <p class="note">{words.cumulative_caption.clone()}</p>
                <ul class="legend">{names}</ul>
            </figcaption>
            <svg viewBox="0 0 520 320" role="img" aria-labelledby="t-kum d-kum">
                <title id="t-kum">{words.cumulative_caption.clone()}</title>
                <desc id="d-kum">{heading}</desc>
                {grid}
                {labels}
                {drawn}
            </svg>
            <details>
                <summary>{words.as_table.clone()}</summary>
                <table class="data">
                    <caption>{words.cumulative_caption.clone()}</caption>
                    <thead>
                        <tr><th scope="col">{words.year.clone()}</th>{heads.into_iter().collect::<Vec<_>>()}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </figure>
    }
    .into_any()
}
