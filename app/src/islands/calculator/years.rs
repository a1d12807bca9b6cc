//! Year by year, all as likely.

use domain::calculation::{Evaluation, Scope, YearRow};
use leptos::prelude::*;
use rust_decimal::Decimal;

use super::shown::Shown;
use super::words::Words;

/// The table of years.
pub fn years(evaluation: &Evaluation, words: &Words, shown: Shown) -> AnyView {
    let all = evaluation.yearly.values().next().map_or(&[][..], Vec::as_slice);
    let heads: Vec<_> = all
        .iter()
        .map(|row| view! { <th scope="col" class="n">{row.year.to_string()}</th> })
        .collect();
    let span = all.len().saturating_add(1).to_string();
    let bodies: Vec<_> = Scope::ALL
        .into_iter()
        .zip(words.scopes.clone())
        .map(|(scope, title)| {
            let rows = evaluation.yearly.get(&scope).map_or(&[][..], Vec::as_slice);
            let row = |name: &String, class: &'static str, value: fn(&YearRow) -> Decimal| {
                let cells: Vec<_> = rows
                    .iter()
                    .map(|row| view! { <td class="n">{shown.amount(value(row))}</td> })
                    .collect();
                view! { <tr class=class><th scope="row">{name.clone()}</th>{cells}</tr> }
            };
            view! {
                <tbody>
                    <tr><th scope="rowgroup" colspan=span.clone()>{title}</th></tr>
                    {row(&words.benefits, "", |row| row.benefits)}
                    {row(&words.costs, "", |row| row.costs)}
                    {row(&words.net, "", |row| row.net)}
                    {row(&words.cumulative, "", |row| row.cumulative_net)}
                    {row(&words.discounted, "strong", |row| row.cumulative_discounted_net)}
                </tbody>
            }
        })
        .collect();
    view! {
        <section class="block" aria-labelledby="h-ar">
            <h2 id="h-ar">{words.years_title.clone()}</h2>
            <div class="scroll" role="group" aria-labelledby="h-ar" tabindex="0">
                <table class="data num">
                    <caption>{words.years_caption.clone()}</caption>
                    <thead>
                        <tr><th scope="col">{words.result.clone()}</th>{heads}</tr>
                    </thead>
                    {bodies}
                </table>
            </div>
        </section>
    }
    .into_any()
}
