use domain::report_model::{AreaSection, DeliverySection, ReportModel};
use domain::sus::SusThresholds;
use rust_decimal::Decimal;
use text::section::launches;
use text::{Lang, date, name};

use super::{number, of_area, row, said, table, yes_or_no};
use crate::document::{Cell, Row, Table};

pub(super) fn deliveries(model: &ReportModel, lang: Lang) -> Table {
    let rows = model
        .areas
        .iter()
        .flat_map(|area| area.deliveries.iter().map(move |of| delivery_row(lang, area, of)));
    table(
        lang,
        "1",
        "data-deliveries",
        lang.t("report-data-deliveries"),
        vec![
            lang.t("register-column-area"),
            lang.t("register-column-area-name"),
            lang.t("register-column-delivery"),
            lang.t("register-column-initiative"),
            lang.t("common-development-object"),
            lang.t("register-column-state"),
            lang.t("report-data-state-read"),
            lang.t("area-late"),
            lang.t("report-data-launches"),
            lang.t("area-upcoming"),
            lang.t("area-expected-benefit"),
            lang.t("area-realised-benefit"),
            lang.t("report-data-sus"),
            lang.t("report-data-scope-reason"),
            lang.t("report-data-note"),
        ],
        rows.collect(),
    )
}

fn delivery_row(lang: Lang, area: &AreaSection, section: &DeliverySection) -> Row {
    let delivery = &section.delivery;
    let upcoming: Vec<String> = delivery
        .upcoming
        .iter()
        .map(|one| format!("{}, {}", one.what, date::when(lang, one.when)))
        .collect();
    let sus: Vec<String> = section
        .sus
        .iter()
        .filter_map(|one| one.result.level(&SusThresholds::default()).ok())
        .map(|level| name::sus_level(lang, level))
        .collect();
    let count = |count: usize| number(lang, Some(Decimal::from(count)));
    let [area_number, area_name] = of_area(area);
    row(vec![
        area_number,
        area_name,
        Cell::head(delivery.name.clone()),
        Cell::words(section.initiative.name.clone()),
        yes_or_no(lang, section.initiative.development_object),
        Cell::words(name::delivery_status(lang, delivery.status.value)),
        yes_or_no(lang, delivery.status.interpreted),
        yes_or_no(lang, section.late),
        said(Some(&launches(lang, &delivery.launches).join("; "))),
        said(Some(&upcoming.join("; "))),
        count(section.benefits.len()),
        count(section.statements.len()),
        said(Some(&sus.join("; "))),
        said(section.scope_reason.as_deref()),
        said(delivery.note.as_deref()),
    ])
}
