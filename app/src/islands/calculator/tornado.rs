//! What matters most: each line at low and at high, all else as likely.

use domain::calculation::{Evaluation, Scenario, Scope, Swing, SwingFactor};
use leptos::prelude::*;
use rust_decimal::Decimal;

use super::plot::Axis;
use super::shown::Shown;
use super::words::{Words, filled};

/// Bars that are drawn; the table has them all.
const BARS: usize = 10;
/// Left and right edge of the bars.
const LEFT: i64 = 190;
const RIGHT: i64 = 500;
/// Height of a bar with the space around it.
const ROW: i64 = 42;
/// Letters of a name that fit beside its bar.
const NAME: usize = 24;

fn name(swing: &Swing, words: &Words) -> String {
    match &swing.factor {
        SwingFactor::Line { name, .. } => name.clone(),
        SwingFactor::Rate => words.tornado_rate.clone(),
    }
}

/// A name as it fits beside its bar.
fn beside(swing: &Swing, words: &Words) -> String {
    match &swing.factor {
        SwingFactor::Line { name, .. } => cut(name),
        SwingFactor::Rate => words.tornado_rate_short.clone(),
    }
}

fn cut(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let kept: String = name.chars().take(NAME.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn heading(swings: &[Swing], words: &Words, shown: Shown) -> String {
    let Some(first) = swings.first().filter(|swing| !swing.width().is_zero()) else {
        return words.tornado_certain.clone();
    };
    let (low, high) = (
        first.nnv_at_low.min(first.nnv_at_high),
        first.nnv_at_low.max(first.nnv_at_high),
    );
    let values = [
        name(first, words),
        shown.amount(low),
        shown.amount(high),
        words.unit.clone(),
    ];
    filled(&words.tornado_line, &values.each_ref().map(String::as_str))
}

/// The chart of the wider scope, with the numbers of both beside it.
pub fn tornado(evaluation: &Evaluation, words: &Words, shown: Shown) -> AnyView {
    let scope = Scope::FinancialAndRedistribution;
    let swings = evaluation.tornado.get(&scope).map_or(&[][..], Vec::as_slice);
    let likely = evaluation
        .results
        .get(&scope)
        .and_then(|all| all.get(&Scenario::Likely))
        .map(|key| key.nnv)
        .unwrap_or_default();
    let drawn: Vec<&Swing> = swings.iter().take(BARS).collect();
    let values = drawn
        .iter()
        .flat_map(|swing| [swing.nnv_at_low, swing.nnv_at_high]);
    let axis = Axis::of(values.chain([likely]), 3);
    let x = |value: Decimal| axis.at(value, LEFT, RIGHT);
    let height = 34 + ROW * i64::try_from(drawn.len()).unwrap_or(0);
    let bottom = height.to_string();
    let grid: Vec<_> = axis
        .ticks()
        .into_iter()
        .map(|tick| {
            let class = if tick.is_zero() { "axis" } else { "grid" };
            let below = (height + 18).to_string();
            view! {
                <line class=class x1=x(tick) x2=x(tick) y1="34" y2=bottom.clone()></line>
                <text class="ax" x=x(tick) y=below text-anchor="middle">{shown.amount(tick)}</text>
            }
        })
        .collect();
    let bars: Vec<_> = (0_i64..)
        .zip(&drawn)
        .map(|(index, swing)| {
            let top = 43 + ROW * index;
            let bar = |to: Decimal, class: &'static str, fill: Option<&'static str>| {
                let (from, to) = (
                    axis.place(likely.min(to), LEFT, RIGHT),
                    axis.place(likely.max(to), LEFT, RIGHT),
                );
                let width = (to - from).max(Decimal::ZERO).normalize().to_string();
                view! {
                    <rect class=class x=from.to_string() y=top.to_string() width=width height="20" fill=fill></rect>
                }
            };
            view! {
                <text class="lb" x="182" y=(top + 15).to_string() text-anchor="end">{beside(swing, words)}</text>
                {bar(swing.nnv_at_low, "edge", Some("url(#p-hatch)"))}
                {bar(swing.nnv_at_high, "c1 edge", None)}
            }
        })
        .collect();
    let heads = [&words.tornado_low, &words.tornado_high, &words.tornado_width]
        .map(|name| view! { <th scope="col" class="n">{name.clone()}</th> });
    let bodies: Vec<_> = Scope::ALL
        .into_iter()
        .zip(words.scopes.clone())
        .map(|(scope, title)| {
            let swings = evaluation.tornado.get(&scope).map_or(&[][..], Vec::as_slice);
            let rows: Vec<_> = swings
                .iter()
                .map(|swing| {
                    let cells = [swing.nnv_at_low, swing.nnv_at_high, swing.width()]
                        .map(|value| view! { <td class="n">{shown.amount(value)}</td> });
                    view! {
                        <tr>
                            <th scope="row">{name(swing, words)}</th>
                            {cells.into_iter().collect::<Vec<_>>()}
                        </tr>
                    }
                })
                .collect();
            view! {
                <tbody>
                    <tr><th scope="rowgroup" colspan="4">{title}</th></tr>
                    {rows}
                </tbody>
            }
        })
        .collect();
    let heading = heading(swings, words, shown);
    let size = format!("0 0 520 {}", height + 26);
    view! {
        <figure class="chart block" aria-labelledby="h-tor">
            <figcaption>
                <h2 id="h-tor">{heading.clone()}</h2>
                <ul class="legend">
                    <li>
                        <svg class="key" aria-hidden="true" focusable="false">
                            <rect class="edge" width="100%" height="100%" fill="url(#p-hatch)"></rect>
                        </svg>
                        {words.tornado_low.clone()}
                    </li>
                    <li>
                        <svg class="key" aria-hidden="true" focusable="false">
                            <rect class="c1 edge" width="100%" height="100%"></rect>
                        </svg>
                        {words.tornado_high.clone()}
                    </li>
                    <li>{words.tornado_caption.clone()}</li>
                </ul>
            </figcaption>
            <svg viewBox=size role="img" aria-labelledby="t-tor d-tor">
                <title id="t-tor">{words.tornado_caption.clone()}</title>
                <desc id="d-tor">{heading}</desc>
                {grid}
                {bars}
                <line class="base" x1=x(likely) x2=x(likely) y1="30" y2=bottom.clone()></line>
                <text class="lb strong" x=x(likely) y="22" text-anchor="middle">{shown.amount(likely)}</text>
            </svg>
            <details>
                <summary>{words.as_table.clone()}</summary>
                <table class="data">
                    <caption>{words.tornado_caption.clone()}</caption>
                    <thead>
                        <tr><th scope="col">{words.line.clone()}</th>{heads.into_iter().collect::<Vec<_>>()}</tr>
                    </thead>
                    {bodies}
                </table>
            </details>
        </figure>
    }
    .into_any()
}
