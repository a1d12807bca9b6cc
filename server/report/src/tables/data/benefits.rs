use domain::report_model::ReportModel;
use rust_decimal::Decimal;
use text::section::group_names;
use text::{Lang, name, number};

use super::{all_benefits, benefit_name, day, number as digits, of_area, row, said, table, yes_or_no};
use crate::document::{Cell, Span, Table, Value};

pub(super) fn benefits(model: &ReportModel, lang: Lang) -> Table {
    let standing = &model.standing;
    let rows = all_benefits(model).map(|(area, delivery, section)| {
        let benefit = &section.benefit;
        let evidence = &section.evidence;
        let groups = benefit.groups.iter().map(|share| share.group);
        let score = evidence.score.map_or_else(Cell::empty, |score| {
            Cell::of(
                vec![Span::Plain(number::points(lang, score, 1, &standing.scheme))],
                Value::Number(score.compared()),
            )
        });
        let [area_number, area_name] = of_area(area);
        row(vec![
            area_number,
            area_name,
            said(delivery.map(|of| of.delivery.name.as_str())),
            Cell::head(benefit_name(section)),
            Cell::words(benefit.description.clone()),
            said(Some(&group_names(groups, standing))),
            Cell::words(name::value_class(lang, benefit.value_class)),
            day(benefit.expected_from),
            day(benefit.expected_to),
            yes_or_no(lang, benefit.unplanned),
            Cell::words(name::evidence_state(lang, evidence.state)),
            yes_or_no(lang, evidence.undated),
            score,
            digits(lang, Some(Decimal::from(section.statements.len()))),
        ])
    });
    table(
        lang,
        "2",
        "data-benefits",
        lang.t("report-data-benefits"),
        vec![
            lang.t("register-column-area"),
            lang.t("register-column-area-name"),
            lang.t("register-column-delivery"),
            lang.t("register-column-benefit"),
            lang.t("register-column-description"),
            lang.t("register-column-groups"),
            lang.t("register-column-value-class"),
            lang.t("register-column-expected-from"),
            lang.t("register-column-expected-to"),
            lang.t("register-unplanned"),
            lang.t("area-evidence"),
            lang.t("area-undated-state"),
            lang.t("area-points"),
            lang.t("area-statements"),
        ],
        rows.collect(),
    )
}
