//! The key figures of both scopes and all scenarios, and how far apart they lie.

use domain::calculation::{Evaluation, Key, Scenario, Scope};
use leptos::prelude::*;
use rust_decimal::Decimal;

use super::plot::Axis;
use super::shown::Shown;
use super::words::{Words, filled};

/// Cells leave room to their left between scopes, and the likely one stands out.
fn cell_class(scenario: Scenario) -> &'static str {
    match scenario {
        Scenario::Pessimistic => "n cut",
        Scenario::Likely => "n mid",
        Scenario::Optimistic => "n",
    }
}

fn row(
    evaluation: &Evaluation,
    name: &str,
    class: &'static str,
    words: &Words,
    value: impl Fn(&Key) -> Option<String>,
) -> AnyView {
    let cells: Vec<_> = Scope::ALL
        .into_iter()
        .flat_map(|scope| Scenario::ALL.map(|scenario| (scope, scenario)))
        .map(|(scope, scenario)| {
            let key = evaluation.results.get(&scope).and_then(|all| all.get(&scenario));
            let class = cell_class(scenario);
            match key.and_then(&value) {
                Some(text) => view! { <td class=class>{text}</td> }.into_any(),
                None => view! { <td class=class><span class="no-value">{words.no_value.clone()}</span></td> }
                    .into_any(),
            }
        })
        .collect();
    view! { <tr class=class><th scope="row">{name.to_owned()}</th>{cells}</tr> }.into_any()
}

/// The table of key figures.
pub fn results(evaluation: &Evaluation, words: &Words, shown: Shown) -> AnyView {
    let amount = |value: Decimal| Some(shown.amount(value));
    let rows = vec![
        row(evaluation, &words.pv_benefits, "", words, |key| {
            amount(key.pv_benefits)
        }),
        row(evaluation, &words.pv_costs, "", words, |key| amount(key.pv_costs)),
        row(evaluation, &words.nnv, "key-row", words, |key| amount(key.nnv)),
        row(evaluation, &words.nnk, "", words, |key| {
            key.nnk.map(|value| shown.ratio(value))
        }),
        row(evaluation, &words.bc_ratio, "", words, |key| {
            key.bc_ratio.map(|value| shown.ratio(value))
        }),
        row(evaluation, &words.break_even, "", words, |key| {
            key.break_even_share.map(|value| shown.share(value))
        }),
        row(evaluation, &words.payback, "", words, |key| {
            key.payback_years.map(|value| shown.years(value))
        }),
        row(evaluation, &words.payback_discounted, "", words, |key| {
            key.discounted_payback_years.map(|value| shown.years(value))
        }),
        row(evaluation, &words.irr, "", words, |key| {
            key.irr.map(|value| shown.share(value))
        }),
    ];
    let scopes = words
        .scopes
        .clone()
        .map(|scope| view! { <th scope="colgroup" colspan="3">{scope}</th> });
    let scenarios: Vec<_> = Scope::ALL
        .into_iter()
        .flat_map(|_| Scenario::ALL.into_iter().zip(words.scenarios.clone()))
        .map(|(scenario, name)| view! { <th scope="col" class=cell_class(scenario)>{name}</th> })
        .collect();
    view! {
        <section class="block" aria-labelledby="h-res">
            <h2 id="h-res">{words.results_title.clone()}</h2>
            <div class="scroll" role="group" aria-labelledby="h-res" tabindex="0">
                <table class="data results">
                    <caption class="vh">{words.results_title.clone()}</caption>
                    <thead>
                        <tr>
                            <th scope="col" rowspan="2">{words.result.clone()}</th>
                            {scopes.into_iter().collect::<Vec<_>>()}
                        </tr>
                        <tr>{scenarios}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="note">{words.results_note.clone()}</p>
        </section>
    }
    .into_any()
}

/// Net present value from the worst to the best, by scope.
pub fn range(evaluation: &Evaluation, words: &Words, shown: Shown) -> AnyView {
    let nnv = |scope: Scope| {
        Scenario::ALL.map(|scenario| {
            let key = evaluation.results.get(&scope).and_then(|all| all.get(&scenario));
            key.map(|key| key.nnv).unwrap_or_default()
        })
    };
    let both = Scope::ALL.map(nnv);
    let all = both.iter().flatten().copied();
    let pays = all.clone().filter(|value| *value >= Decimal::ZERO).count();
    let heading = match pays {
        6 => words.range_pays.clone(),
        0 => words.range_never.clone(),
        _ => {
            let [.., redistribution] = both;
            let [worst, _, best] = redistribution.map(|value| shown.amount(value));
            filled(&words.range_both, &[&worst, &best, &words.unit])
        }
    };
    let axis = Axis::of(all, 5);
    let x = |value: Decimal| axis.at(value, 20, 500);
    let bands = [44_i32, 108];
    // The lines of the grid stop where the names and values stand: each would cut through one for some amounts.
    let grid: Vec<_> = axis
        .ticks()
        .into_iter()
        .map(|tick| {
            let class = if tick.is_zero() { "axis" } else { "grid" };
            let ends = bands.map(|y| (y - 11, y + 11)).into_iter().chain([(138, 144)]);
            let parts: Vec<_> = ends
                .map(|(from, to)| {
                    let (from, to) = (from.to_string(), to.to_string());
                    view! { <line class=class x1=x(tick) x2=x(tick) y1=from y2=to></line> }
                })
                .collect();
            view! {
                {parts}
                <text class="ax" x=x(tick) y="160" text-anchor="middle">{shown.amount(tick)}</text>
            }
        })
        .collect();
    let lines: Vec<_> = bands
        .into_iter()
        .zip(both)
        .zip(words.scopes.clone())
        .map(|((y, [worst, likely, best]), name)| {
            let (name_y, value_y) = (y - 18, y + 26);
            view! {
                <text class="lb" x="20" y=name_y.to_string()>{name}</text>
                <line class="line" x1=x(worst) x2=x(best) y1=y.to_string() y2=y.to_string()></line>
                <circle class="pt hollow" cx=x(worst) cy=y.to_string() r="4.2"></circle>
                <circle class="pt" cx=x(likely) cy=y.to_string() r="5.2"></circle>
                <circle class="pt hollow" cx=x(best) cy=y.to_string() r="4.2"></circle>
                <text class="lb strong" x=x(likely) y=value_y.to_string() text-anchor="middle">
                    {shown.amount(likely)}
                </text>
            }
        })
        .collect();
    let rows: Vec<_> = both
        .into_iter()
        .zip(words.scopes.clone())
        .map(|(values, name)| {
            let cells = values.map(|value| view! { <td class="n">{shown.amount(value)}</td> });
            view! { <tr><th scope="row">{name}</th>{cells.into_iter().collect::<Vec<_>>()}</tr> }
        })
        .collect();
    let heads = words
        .scenarios
        .clone()
        .map(|name| view! { <th scope="col" class="n">{name}</th> });
    let told = both
        .into_iter()
        .zip(&words.scopes)
        .map(|(values, name)| format!("{name}: {}", values.map(|value| shown.amount(value)).join(", ")))
        .collect::<Vec<_>>()
        .join(". ");
    view! {
        <figure class="chart block" aria-labelledby="h-range">
            <figcaption>
                <h2 id="h-range">{heading}</h2>
                <p class="note">{words.range_caption.clone()}</p>
            </figcaption>
            <svg viewBox="0 0 520 170" role="img" aria-labelledby="t-range d-range">
                <title id="t-range">{words.range_caption.clone()}</title>
                <desc id="d-range">{told}</desc>
                {grid}
                {lines}
            </svg>
            <details>
                <summary>{words.as_table.clone()}</summary>
                <table class="data">
                    <caption>{words.range_caption.clone()}</caption>
                    <thead>
                        <tr><th scope="col">{words.result.clone()}</th>{heads.into_iter().collect::<Vec<_>>()}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </figure>
    }
    .into_any()
}
