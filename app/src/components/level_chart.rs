//! How the level of the whole has gone through reports. The table beside it says the same, and that of every area.

use domain::level::FulfilmentLevel;
use domain::report_comparison::Course;
use domain::standing::ReportHead;
use leptos::prelude::*;
use text::{Lang, comparison};

use super::level::JudgedChip;
use super::scroll::scroll;

/// Left and right edge, and the place of the lowest level; one level lies `STEP` above another.
const LEFT: i32 = 132;
const RIGHT: i32 = 560;
const LOWEST: i32 = 244;
const STEP: i32 = 52;

fn y(level: FulfilmentLevel) -> i32 {
    LOWEST - (i32::from(level.rank()) - 1) * STEP
}

/// The middle of a report's place among so many.
fn x(index: usize, of: usize) -> i32 {
    let (index, of) = (
        i32::try_from(index).unwrap_or(0),
        i32::try_from(of).unwrap_or(1).max(1),
    );
    LEFT + (RIGHT - LEFT) * (2 * index + 1) / (2 * of)
}

/// The level of the whole through reports, oldest first. Where none is set the line is broken: a gap is no level.
pub fn level_chart(course: &Course, reports: &[ReportHead], lang: Lang) -> AnyView {
    let levels: Vec<Option<FulfilmentLevel>> = course
        .judged
        .iter()
        .map(|judged| judged.as_ref().and_then(|judged| judged.level))
        .collect();
    let said: Vec<(String, Option<FulfilmentLevel>)> = reports
        .iter()
        .map(ReportHead::period)
        .zip(levels.iter().copied())
        .collect();
    let grid: Vec<_> = FulfilmentLevel::ALL
        .into_iter()
        .map(|level| {
            let y = y(level).to_string();
            view! {
                <line class="grid" x1=LEFT.to_string() x2=RIGHT.to_string() y1=y.clone() y2=y.clone()></line>
                <text class="ax" x=(LEFT - 12).to_string() y=y dy="5" text-anchor="end">
                    {comparison::level_words(lang, level)}
                </text>
            }
        })
        .collect();
    let all = levels.len();
    let placed: Vec<(usize, Option<FulfilmentLevel>)> = levels.iter().copied().enumerate().collect();
    let lines: Vec<_> = placed
        .windows(2)
        .filter_map(|pair| match pair {
            [(one, Some(from)), (other, Some(to))] => {
                let (x1, x2) = (x(*one, all).to_string(), x(*other, all).to_string());
                let (y1, y2) = (y(*from).to_string(), y(*to).to_string());
                Some(view! { <line class="line" x1=x1 x2=x2 y1=y1 y2=y2></line> })
            }
            _ => None,
        })
        .collect();
    let points: Vec<_> = placed
        .iter()
        .filter_map(|(index, level)| {
            let (x, y) = (x(*index, all).to_string(), y((*level)?).to_string());
            Some(view! { <circle class="pt" cx=x cy=y r="7"></circle> })
        })
        .collect();
    let labels: Vec<_> = reports
        .iter()
        .enumerate()
        .map(|(index, report)| {
            let x = x(index, all).to_string();
            view! { <text class="ax" x=x y="284" text-anchor="middle">{report.period()}</text> }
        })
        .collect();
    view! {
        <figure class="chart">
            <svg viewBox="0 0 580 296" role="img" aria-labelledby="t-nivaer d-nivaer">
                <title id="t-nivaer">{lang.t("presentation-course-title")}</title>
                <desc id="d-nivaer">{comparison::course(lang, &said)}</desc>
                {grid}
                {lines}
                {points}
                {labels}
            </svg>
        </figure>
    }
    .into_any()
}

/// The levels of the whole and of every area through reports, oldest first.
pub fn course_table(courses: &[Course], reports: &[ReportHead], labelled_by: &str, lang: Lang) -> AnyView {
    let heads: Vec<_> = reports
        .iter()
        .map(|report| view! { <th scope="col">{report.period()}</th> })
        .collect();
    let rows: Vec<_> = courses
        .iter()
        .map(|course| {
            let cells: Vec<_> = course
                .judged
                .iter()
                .map(|judged| {
                    view! {
                        <td>
                            <JudgedChip judged=judged.clone() lang />
                        </td>
                    }
                })
                .collect();
            view! {
                <tr>
                    <th scope="row">{comparison::subject(lang, &course.named)}</th>
                    {cells}
                </tr>
            }
        })
        .collect();
    let table = view! {
        <table class="data">
            <caption>{lang.t("presentation-course-caption")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("comparison-subject")}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    scroll(labelled_by, "", table.into_any())
}
