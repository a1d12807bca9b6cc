use domain::report_model::{Place, ReportModel, placed};
use rust_decimal::Decimal;
use text::{Lang, date, name};

use super::{number, row, said, table, yes_or_no};
use crate::document::{Cell, Table};

/// All figures, with value and unit apart.
pub(super) fn figures(model: &ReportModel, lang: Lang) -> Table {
    let rows = (1_u32..).zip(placed(model)).map(|(at, placed)| {
        let figure = placed.figure;
        let place = lang.t(match placed.place {
            Place::Delivery(_) => "report-place-delivery",
            Place::Expected(_) => "report-place-expected",
            Place::Realised(_) => "report-place-realised",
        });
        let period = figure.period.as_ref().map(|period| date::period(lang, period));
        row(vec![
            number(lang, Some(Decimal::from(at))),
            Cell::words(placed.area),
            said(placed.delivery.map(|delivery| delivery.name.as_str())),
            Cell::words(place),
            Cell::head(figure.what.clone()),
            number(lang, Some(figure.value)),
            number(lang, figure.value_to),
            said(Some(&figure.unit)),
            yes_or_no(lang, figure.approximate),
            said(period.as_deref()),
            Cell::words(name::figure_role(lang, figure.role.value)),
            yes_or_no(lang, figure.role.interpreted),
        ])
    });
    table(
        lang,
        "5",
        "data-figures",
        lang.t("report-data-figures"),
        vec![
            lang.t("report-figure-number"),
            lang.t("register-column-area"),
            lang.t("register-column-delivery"),
            lang.t("report-data-place"),
            lang.t("report-figure"),
            lang.t("report-figure-value"),
            lang.t("report-data-value-to"),
            lang.t("report-data-unit"),
            lang.t("report-data-approximate"),
            lang.t("report-figure-period"),
            lang.t("report-figure-role"),
            lang.t("report-data-role-read"),
        ],
        rows.collect(),
    )
}
