//! The table to read.

use domain::calculation::Calculation;
use domain::form::ESTIMATES;
use leptos::prelude::*;
use service::CalculationView;
use text::{Lang, name};

use super::super::build::built_of;
use super::super::words::estimates;
use super::frame::framed;
use super::short::short;
use crate::components::links;
use crate::components::scroll::scroll;
use crate::islands::Shown;

/// The table to read.
pub(in crate::pages::calculation) fn sheet_read(
    shown: &CalculationView,
    calculation: &Calculation,
    lang: Lang,
) -> AnyView {
    let names = estimates(lang);
    let unit = calculation.unit;
    let Some(result) = shown.shown() else {
        return ().into_any();
    };
    let written = Shown { lang, unit };
    let line = |line: &domain::calculation::Line| {
        let benefit = line
            .benefit
            .and_then(|id| shown.benefits.iter().find(|one| one.id == id));
        let benefit = || {
            benefit.map(|benefit| {
                let href = format!("{}#nytta-{}", links::initiative(shown.initiative.id), benefit.id);
                view! { <br /><a href=href>{short(&benefit.name)}</a> }
            })
        };
        let built = || {
            let stands = shown.built.iter().find(|built| built.line == line.id);
            line.build.as_ref().map(|build| built_of(build, stands, lang))
        };
        let note = || {
            line.note
                .clone()
                .map(|note| view! { <br /><small>{note}</small> })
        };
        let rows: Vec<_> = ESTIMATES
            .into_iter()
            .zip(names.clone())
            .enumerate()
            .map(|(index, (estimate, word))| {
                let cells: Vec<_> = calculation
                    .years()
                    .map(|year| {
                        let amount = line.in_year(year).map(|all| match estimate {
                            "low" => all.low,
                            "likely" => all.likely,
                            _ => all.high,
                        });
                        let text = amount
                            .map(|amount| written.amount(amount.kronor()))
                            .unwrap_or_default();
                        view! { <td class="n">{text}</td> }
                    })
                    .collect();
                let head = (index == 0).then(|| {
                    view! {
                        <th scope="rowgroup" rowspan="3">
                            {line.name.clone()}
                            <br />
                            <small>{name::line_class(lang, line.class)}</small>
                            {benefit()}
                            {note()}
                            {built()}
                        </th>
                    }
                });
                view! {
                    <tr class=if index == 0 { format!("first {estimate}") } else { estimate.to_owned() }>
                        {head}
                        <td>{word}</td>
                        {cells}
                    </tr>
                }
            })
            .collect();
        rows
    };
    let lines = &result.alternative.lines;
    let costs: Vec<_> = lines.iter().filter(|one| one.class.is_cost()).map(line).collect();
    let benefits: Vec<_> = lines
        .iter()
        .filter(|one| !one.class.is_cost())
        .map(line)
        .collect();
    let years: Vec<_> = calculation
        .years()
        .map(|year| view! { <th scope="col" class="n">{year.to_string()}</th> })
        .collect();
    let caption = lang.t_with(
        "calculation-sheet-read-caption",
        &[("unit", name::amount_unit(lang, unit).into())],
    );
    let table = framed(caption, years, (costs, benefits), lang);
    view! {
        <section class="block" aria-labelledby="h-poster">
            <h2 id="h-poster">{lang.t("calculation-lines")}</h2>
            {scroll("h-poster", "", table)}
            <p>
                <a href=format!("{}/kalkyl.xlsx", links::calculation(calculation.id)) download="">
                    {lang.t("calculation-sheet-file-out")}
                </a>
            </p>
        </section>
    }
    .into_any()
}
