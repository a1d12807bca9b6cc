//! The tables of a comparison. What one report does not have is a dash there, said to those who do not see it.

use domain::percent::Percent;
use domain::report_comparison::{Comparison, Facts, Named, Row};
use domain::rollup::Tally;
use leptos::prelude::*;
use rust_decimal::Decimal;
use text::comparison::{self, ABSENT};
use text::{Lang, name, number};

use crate::components::bars::{Fill, bar};
use crate::components::level::JudgedChip;
use crate::components::scroll::scroll;
use crate::components::track::level_track;

/// The head of a row: what it is, and what keeps it from being in both.
fn head(compared: &Comparison, row: &Row, lang: Lang) -> AnyView {
    let named = row.named.newest();
    let name = match named {
        Some(Named {
            number: Some(number),
            name,
        }) => view! {
            <span class="no">{number.clone()}</span>
            " "
            {name.clone()}
        }
        .into_any(),
        Some(named) => comparison::subject(lang, named).into_any(),
        None => ().into_any(),
    };
    let presence = comparison::presence(lang, compared, row);
    let remark = presence.or_else(|| row.by_name.then(|| lang.t("comparison-by-name")));
    view! {
        <th scope="row">
            {name}
            {remark.map(|remark| view! { " " <small>{remark}</small> })}
        </th>
    }
    .into_any()
}

/// A dash, with what it means.
fn absent(lang: Lang) -> AnyView {
    view! {
        <span aria-hidden="true">{ABSENT}</span>
        <span class="vh">{name::lower_first(&lang.t("report-missing"))}</span>
    }
    .into_any()
}

/// A number's cell, or a dash.
fn number_cell(text: Option<String>, lang: Lang) -> AnyView {
    match text {
        Some(text) => view! { <td class="n">{text}</td> }.into_any(),
        None => view! { <td class="n">{absent(lang)}</td> }.into_any(),
    }
}

fn level_cell(facts: Option<&Facts>, lang: Lang) -> AnyView {
    match facts {
        Some(facts) => view! {
            <td>
                <JudgedChip judged=facts.judged.clone() lang />
            </td>
        }
        .into_any(),
        None => view! { <td>{absent(lang)}</td> }.into_any(),
    }
}

fn level_row(compared: &Comparison, row: &Row, lang: Lang) -> AnyView {
    let (before, now) = (row.facts.before.as_ref(), row.facts.now.as_ref());
    let score = |facts: Option<&Facts>, scheme| {
        let score = facts.and_then(Facts::score);
        number_cell(score.map(|score| number::percent(lang, score, 1, scheme)), lang)
    };
    view! {
        <tr>
            {head(compared, row, lang)} {level_cell(before, lang)} {level_cell(now, lang)}
            <td class="plot">{level_track(row.facts.and_then(Facts::level))}</td>
            <td>{comparison::level_change(lang, compared.level(row))}</td>
            {score(before, &compared.scheme_before)}
            {score(now, &compared.scheme_now)}
            <td>{comparison::points_change(lang, compared.score(row))}</td>
        </tr>
    }
    .into_any()
}

/// Levels and proposals of subjects, with the whole last where it is given.
pub(super) fn level_table(
    compared: &Comparison,
    rows: &[Row],
    whole: Option<&Row>,
    caption: &str,
    labelled_by: &str,
    lang: Lang,
) -> AnyView {
    let rows: Vec<_> = rows.iter().map(|row| level_row(compared, row, lang)).collect();
    let foot = whole.map(|row| view! { <tfoot>{level_row(compared, row, lang)}</tfoot> });
    let (before, now) = comparison::periods(compared);
    let table = view! {
        <table class="data compared">
            <caption>{lang.t(caption)}</caption>
            <thead>
                <tr>
                    <th scope="col" rowspan="2">{lang.t("comparison-subject")}</th>
                    <th scope="colgroup" colspan="4">{lang.t("comparison-level")}</th>
                    <th scope="colgroup" colspan="3">{lang.t("comparison-score")}</th>
                </tr>
                <tr>
                    <th scope="col">{before.clone()}</th>
                    <th scope="col">{now.clone()}</th>
                    <th scope="col">{lang.t("comparison-track-head")}</th>
                    <th scope="col">{lang.t("comparison-level-change")}</th>
                    <th scope="col" class="n">{before}</th>
                    <th scope="col" class="n">{now}</th>
                    <th scope="col">{lang.t("comparison-score-change")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {foot}
        </table>
    };
    scroll(labelled_by, "", table.into_any())
}

fn coverage_bar(tally: Option<Tally>) -> Option<AnyView> {
    let tally = tally?;
    let of = |part: u32| Percent::share(part, tally.due()).map_or(Decimal::ZERO, Percent::value);
    // Nothing due is no share: no bar, not an empty one.
    (tally.due() > 0).then(|| {
        bar([
            (of(tally.measured), Fill::Solid),
            (of(tally.stated), Fill::Hatched),
        ])
    })
}

fn coverage_row(compared: &Comparison, row: &Row, lang: Lang) -> AnyView {
    let tallies = row.facts.map(|facts| facts.tally);
    let share = |share: Option<Percent>| number_cell(share.map(|share| number::share(lang, share, 0)), lang);
    let measured = tallies.and_then(Tally::coverage);
    let stated = tallies.and_then(Tally::coverage_with_stated);
    view! {
        <tr>
            {head(compared, row, lang)}
            <td class="plot">{coverage_bar(tallies.before)} {coverage_bar(tallies.now)}</td>
            {share(measured.before)}
            {share(measured.now)}
            <td>{comparison::points_change(lang, compared.coverage(row))}</td>
            {share(stated.before)}
            {share(stated.now)}
            <td>{comparison::points_change(lang, compared.coverage_with_stated(row))}</td>
        </tr>
    }
    .into_any()
}

/// What judgements rest on, by area and as a whole.
pub(super) fn coverage_table(compared: &Comparison, labelled_by: &str, lang: Lang) -> AnyView {
    let rows: Vec<_> = compared
        .areas
        .iter()
        .map(|row| coverage_row(compared, row, lang))
        .collect();
    let (before, now) = comparison::periods(compared);
    let of = |key: &str, period: &str| lang.t_with(key, &[("period", period.into())]);
    let table = view! {
        <table class="data compared">
            <caption>{lang.t("comparison-coverage-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("comparison-subject")}</th>
                    <th scope="col">
                        <span class="vh">{lang.t("overview-bar")}</span>
                    </th>
                    <th scope="col" class="n">{of("comparison-coverage-measured", &before)}</th>
                    <th scope="col" class="n">{of("comparison-coverage-measured", &now)}</th>
                    <th scope="col">{lang.t("comparison-change")}</th>
                    <th scope="col" class="n">{of("comparison-coverage-stated", &before)}</th>
                    <th scope="col" class="n">{of("comparison-coverage-stated", &now)}</th>
                    <th scope="col">{lang.t("comparison-change")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>{coverage_row(compared, &compared.whole, lang)}</tfoot>
        </table>
    };
    scroll(labelled_by, "", table.into_any())
}

/// One value of every area and of the whole.
pub(super) fn pair_table(
    compared: &Comparison,
    caption: &'static str,
    value: impl Fn(&Facts) -> Option<String>,
    change: impl Fn(&Row) -> String,
    lang: Lang,
) -> AnyView {
    let row = |row: &Row| {
        let values = row.facts.and_then(&value);
        view! {
            <tr>
                {head(compared, row, lang)} {number_cell(values.before, lang)} {number_cell(values.now, lang)}
                <td>{change(row)}</td>
            </tr>
        }
    };
    let rows: Vec<_> = compared.areas.iter().map(&row).collect();
    let whole = row(&compared.whole);
    let (before, now) = comparison::periods(compared);
    let table = view! {
        <table class="data compared few">
            <caption id=caption>{lang.t(caption)}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("comparison-subject")}</th>
                    <th scope="col" class="n">{before}</th>
                    <th scope="col" class="n">{now}</th>
                    <th scope="col">{lang.t("comparison-change")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>{whole}</tfoot>
        </table>
    };
    scroll(caption, "", table.into_any())
}

/// Outcomes year by year, as each report has them.
pub(super) fn year_table(compared: &Comparison, labelled_by: &str, lang: Lang) -> AnyView {
    let rows: Vec<_> = compared
        .years
        .iter()
        .map(|row| {
            let cell = |said: Option<domain::realisation::Realised>| match said {
                Some(said) => number_cell(said.outcome.map(|money| number::tkr(lang, money)), lang),
                None => {
                    view! { <td class="n"><small>{lang.t("comparison-year-outside")}</small></td> }.into_any()
                }
            };
            let change = comparison::money_change(lang, Comparison::outcome_of_year(row));
            view! {
                <tr>
                    <th scope="row">{row.year.to_string()}</th>
                    {cell(row.said.before)}
                    {cell(row.said.now)}
                    <td>{change}</td>
                </tr>
            }
        })
        .collect();
    let (before, now) = comparison::periods(compared);
    let table = view! {
        <table class="data compared few">
            <caption>{lang.t("comparison-years-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("realisation-year")}</th>
                    <th scope="col" class="n">{before}</th>
                    <th scope="col" class="n">{now}</th>
                    <th scope="col">{lang.t("comparison-change")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll(labelled_by, "", table.into_any())
}
