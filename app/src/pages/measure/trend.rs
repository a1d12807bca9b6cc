//! How a measure has gone, with the baseline and the targets that it is held against.

use chrono::{Datelike, NaiveDate};
use domain::effect_goal::GoalVersion;
use domain::measurement::Measurement;
use domain::statement::ApprovalState;
use leptos::prelude::*;
use rust_decimal::Decimal;
use service::MeasureView;
use text::{Lang, date, measure};

use crate::components::scroll::scroll;
use crate::islands::Axis;

/// Left and right edge, top and bottom of the drawing.
const LEFT: i64 = 72;
const RIGHT: i64 = 500;
const TOP: i64 = 28;
const BOTTOM: i64 = 286;
/// Years that fit below it.
const LABELS: usize = 8;

/// What the drawing is of: the approved measurements that nothing has corrected, by period, and the goals of the whole.
struct Drawn<'a> {
    points: Vec<(&'a Measurement, Decimal)>,
    goals: Vec<&'a GoalVersion>,
    axis: Axis,
    first: NaiveDate,
    last: NaiveDate,
}

impl<'a> Drawn<'a> {
    fn of(shown: &'a MeasureView) -> Option<Self> {
        let mut points: Vec<(&Measurement, Decimal)> = shown
            .measurements
            .iter()
            .filter(|item| item.measurement.state == ApprovalState::Approved && !item.corrected)
            .filter_map(|item| {
                let one = &item.measurement;
                let per = shown.measure.definition(one.definition)?.per();
                Some((one, one.value.number(per)?))
            })
            .collect();
        points.sort_by_key(|(one, _)| (one.period.last, one.period.first, one.id));
        let goals: Vec<&GoalVersion> = shown
            .goals
            .iter()
            .filter(|one| one.goal.split.is_whole())
            .filter_map(|one| one.goal.current())
            .collect();
        let targets = || goals.iter().flat_map(|goal| &goal.targets);
        let baselines = goals.iter().filter_map(|goal| goal.baseline.as_ref());
        let values = points
            .iter()
            .map(|(_, value)| *value)
            .chain(targets().map(|target| target.value))
            .chain(baselines.map(|baseline| baseline.value));
        let axis = Axis::of(values, 6);
        let days = || {
            let measured = points.iter().map(|(one, _)| one.period.last);
            measured.chain(targets().map(|target| target.day))
        };
        let (first, last) = (days().min()?, days().max()?);
        (!points.is_empty()).then_some(Self {
            points,
            goals,
            axis,
            first,
            last,
        })
    }

    fn y(&self, value: Decimal) -> String {
        self.axis.at(value, BOTTOM, TOP)
    }

    fn x(&self, day: NaiveDate) -> String {
        let whole = (self.last - self.first).num_days().max(1);
        let gone = (day.clamp(self.first, self.last) - self.first).num_days();
        let at = Decimal::from(LEFT) + Decimal::from((RIGHT - LEFT) * gone) / Decimal::from(whole);
        at.round_dp(1).normalize().to_string()
    }

    /// The line, broken where the definition changes.
    fn lines(&self) -> Vec<AnyView> {
        let parts = self
            .points
            .chunk_by(|(one, _), (next, _)| one.definition == next.definition);
        parts
            .map(|part| {
                let at = |(one, value): &(&Measurement, Decimal)| {
                    format!("{},{}", self.x(one.period.last), self.y(*value))
                };
                let points = part.iter().map(at).collect::<Vec<_>>().join(" ");
                let marks: Vec<_> = part
                    .iter()
                    .map(|(one, value)| {
                        let class = if one.preliminary { "pt hollow" } else { "pt" };
                        view! { <circle class=class cx=self.x(one.period.last) cy=self.y(*value) r="4"></circle> }
                    })
                    .collect();
                view! { <polyline class="line" points=points></polyline> {marks} }.into_any()
            })
            .collect()
    }

    /// The value before as one line, each target from its day on.
    fn held_against(&self) -> Vec<AnyView> {
        let of_goal = |goal: &&GoalVersion| {
            let baseline = goal.baseline.as_ref().map(|baseline| {
                let y = self.y(baseline.value);
                view! { <line class="axis" stroke-dasharray="1 4" x1=LEFT.to_string() x2=RIGHT.to_string() y1=y.clone() y2=y></line> }
            });
            let mut targets: Vec<_> = goal.targets.iter().collect();
            targets.sort_by_key(|target| target.day);
            let ends = targets.iter().skip(1).map(|next| next.day).chain([self.last]);
            let steps: Vec<_> = targets
                .iter()
                .zip(ends)
                .map(|(target, end)| {
                    let y = self.y(target.value);
                    let (from, to) = (self.x(target.day), self.x(end));
                    // The last one begins where the drawing ends.
                    let from = if from == to {
                        (RIGHT - 24).to_string()
                    } else {
                        from
                    };
                    view! { <line class="base" x1=from x2=to y1=y.clone() y2=y></line> }
                })
                .collect();
            view! { {baseline} {steps} }.into_any()
        };
        self.goals.iter().map(of_goal).collect()
    }

    fn labels(&self) -> Vec<AnyView> {
        let years: Vec<i32> = (self.first.year()..=self.last.year()).collect();
        let every = years.len().div_ceil(LABELS).max(1);
        years
            .into_iter()
            .step_by(every)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31))
            .filter(|day| (self.first..=self.last).contains(day) || self.first.year() == self.last.year())
            .map(|day| {
                view! { <text class="ax" x=self.x(day) y="310" text-anchor="middle">{day.year().to_string()}</text> }
                    .into_any()
            })
            .collect()
    }
}

/// The chart with its table; nothing where nothing is approved.
pub(super) fn trend(shown: &MeasureView, lang: Lang) -> Option<AnyView> {
    let drawn = Drawn::of(shown)?;
    let ([(first, from), ..], [.., (last, to)]) = (&drawn.points[..], &drawn.points[..]) else {
        return None;
    };
    let unit = shown.measure.unit();
    let at = |one: &Measurement, value: Decimal| {
        format!(
            "{} ({})",
            measure::amount(lang, value, unit),
            measure::period(lang, one.period)
        )
    };
    let heading = lang.t_with(
        "measure-trend",
        &[
            ("name", shown.measure.name.clone().into()),
            ("first", at(first, *from).into()),
            ("last", at(last, *to).into()),
        ],
    );
    let grid: Vec<_> = drawn
        .axis
        .ticks()
        .into_iter()
        .map(|tick| {
            let class = if tick.is_zero() { "axis" } else { "grid" };
            let y = drawn.y(tick);
            view! {
                <line class=class x1=LEFT.to_string() x2=RIGHT.to_string() y1=y.clone() y2=y.clone()></line>
                <text class="ax" x="64" y=y dy="4" text-anchor="end">{measure::shown(lang, tick)}</text>
            }
        })
        .collect();
    let note = lang.t("measure-trend-note");
    Some(
        view! {
            <figure class="chart block" aria-labelledby="h-trend">
                <figcaption>
                    <h2 id="h-trend">{heading.clone()}</h2>
                    <p class="note">{note.clone()}</p>
                </figcaption>
                <svg viewBox="0 0 520 320" role="img" aria-labelledby="t-trend d-trend">
                    <title id="t-trend">{heading}</title>
                    <desc id="d-trend">{note}</desc>
                    {grid}
                    {drawn.labels()}
                    {drawn.held_against()}
                    {drawn.lines()}
                </svg>
                <details>
                    <summary>{lang.t("measure-trend-table")}</summary>
                    {table(&drawn, unit, lang)}
                </details>
            </figure>
        }
        .into_any(),
    )
}

fn table(drawn: &Drawn<'_>, unit: &str, lang: Lang) -> AnyView {
    let held = |class: &str, key: &str, value: Decimal, when: String| {
        let class = class.to_owned();
        view! {
            <tr class=class>
                <th scope="row">{lang.t(key)} " " {when}</th>
                <td class="n">{measure::amount(lang, value, unit)}</td>
            </tr>
        }
        .into_any()
    };
    let points: Vec<_> = drawn
        .points
        .iter()
        .map(|(one, value)| {
            let preliminary = one
                .preliminary
                .then(|| format!(" ({})", lang.t("measure-preliminary")));
            view! {
                <tr>
                    <th scope="row">{measure::period(lang, one.period)} {preliminary}</th>
                    <td class="n">{measure::amount(lang, *value, unit)}</td>
                </tr>
            }
        })
        .collect();
    let goals: Vec<_> = drawn
        .goals
        .iter()
        .flat_map(|goal| {
            let baseline = goal.baseline.as_ref().map(|baseline| {
                let when = baseline
                    .when
                    .map(|when| date::when(lang, when))
                    .unwrap_or_default();
                held("basis", "measure-trend-baseline", baseline.value, when)
            });
            let targets = goal.targets.iter().map(|target| {
                held(
                    "basis",
                    "measure-trend-target",
                    target.value,
                    date::day(lang, target.day),
                )
            });
            baseline.into_iter().chain(targets).collect::<Vec<_>>()
        })
        .collect();
    let table = view! {
        <table class="data">
            <caption class="vh" id="trend-tabell">{lang.t("measure-measurements")}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.t("measure-period-head")}</th>
                    <th scope="col" class="n">{lang.t("measure-value-head")}</th>
                </tr>
            </thead>
            <tbody>{points} {goals}</tbody>
        </table>
    };
    scroll("trend-tabell", "", table.into_any()).into_any()
}
