use domain::effect_goal::standing::GoalOutcome;
use domain::report_model::ReportModel;
use text::{Lang, measure, name, number as written};

use super::{all_benefits, benefit_name, day, number, of_area, row, said, table};
use crate::document::{Cell, Span, Table, Value};

/// Effect goals that somebody has approved.
pub(super) fn goals(model: &ReportModel, lang: Lang) -> Table {
    let rows = all_benefits(model).flat_map(|(area, delivery, section)| {
        let goals = section
            .goals
            .iter()
            .filter(|goal| goal.outcome != GoalOutcome::Unapproved);
        goals.map(move |goal| {
            let actual = goal.actual.as_ref();
            let fulfilment = goal.fulfilment().map_or_else(Cell::empty, |percent| {
                Cell::of(
                    vec![Span::Plain(written::share(lang, percent, 1))],
                    Value::Percent(percent.compared()),
                )
            });
            let [area_number, area_name] = of_area(area);
            row(vec![
                area_number,
                area_name,
                said(delivery.map(|of| of.delivery.name.as_str())),
                Cell::words(benefit_name(section)),
                Cell::head(goal.name.clone()),
                Cell::words(measure::split(lang, &goal.split)),
                said(Some(&goal.unit)),
                number(lang, goal.baseline.as_ref().map(|one| one.value)),
                number(lang, goal.target.as_ref().map(|one| one.value)),
                day(goal.target.as_ref().map(|one| one.day)),
                number(lang, actual.map(|one| one.value)),
                said(actual.map(|one| measure::period(lang, one.period)).as_deref()),
                Cell::words(name::upper_first(&measure::outcome(lang, goal.outcome))),
                fulfilment,
            ])
        })
    });
    table(
        lang,
        "4",
        "data-goals",
        lang.t("report-data-goals"),
        vec![
            lang.t("register-column-area"),
            lang.t("register-column-area-name"),
            lang.t("register-column-delivery"),
            lang.t("register-column-benefit"),
            lang.t("report-data-measure"),
            lang.t("measure-goal-part"),
            lang.t("report-data-unit"),
            lang.t("measure-goal-baseline"),
            lang.t("measure-goal-target-value"),
            lang.t("measure-goal-target-day"),
            lang.t("report-data-actual"),
            lang.t("report-figure-period"),
            lang.t("measure-goal-outcome"),
            lang.t("report-data-fulfilment"),
        ],
        rows.collect(),
    )
}
