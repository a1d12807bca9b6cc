use domain::report_model::{AreaSection, DeliverySection, ReportModel};
use domain::statement::{SourceKind, Statement};
use text::section::group_names;
use text::{Lang, date, name};

use super::{benefit_name, day, of_area, row, said, table, yes_or_no};
use crate::document::{Cell, Row, Table};

pub(super) fn statements(model: &ReportModel, lang: Lang) -> Table {
    let rows = model.areas.iter().flat_map(|area| {
        area.deliveries.iter().flat_map(move |of| {
            of.statements
                .iter()
                .map(move |statement| statement_row(model, lang, (area, of), statement))
        })
    });
    table(
        lang,
        "3",
        "data-statements",
        lang.t("report-data-statements"),
        vec![
            lang.t("register-column-area"),
            lang.t("register-column-area-name"),
            lang.t("register-column-delivery"),
            lang.t("register-column-statement"),
            lang.t("register-column-groups"),
            lang.t("report-data-speaks-for"),
            lang.t("register-column-finding"),
            lang.t("register-column-finding-read"),
            lang.t("register-column-as-of"),
            lang.t("register-column-as-of-read"),
            lang.t("register-unplanned"),
            lang.t("register-column-follow-up"),
            lang.t("report-data-method"),
            lang.t("report-data-sources"),
            lang.t("report-data-note"),
        ],
        rows.collect(),
    )
}

fn statement_row(
    model: &ReportModel,
    lang: Lang,
    (area, of): (&AreaSection, &DeliverySection),
    statement: &Statement,
) -> Row {
    let speaks_for: Vec<String> = of
        .benefits
        .iter()
        .filter(|section| statement.benefits.contains(&section.benefit.id))
        .map(benefit_name)
        .collect();
    let sources: Vec<String> = statement
        .sources
        .iter()
        .map(|source| match source.kind {
            SourceKind::Other => source.text.clone(),
            kind => format!("{} {}", name::source_kind(lang, kind), source.text),
        })
        .collect();
    let [area_number, area_name] = of_area(area);
    row(vec![
        area_number,
        area_name,
        Cell::words(of.delivery.name.clone()),
        Cell::head(statement.text.clone()),
        said(Some(&group_names(
            statement.groups.iter().copied(),
            &model.standing,
        ))),
        said(Some(&speaks_for.join("; "))),
        Cell::words(name::finding(lang, statement.finding.value)),
        yes_or_no(lang, statement.finding.interpreted),
        day(Some(statement.as_of.value)),
        yes_or_no(lang, statement.as_of.interpreted),
        yes_or_no(lang, statement.benefits.is_empty()),
        said(statement.follow_up.map(|when| date::when(lang, when)).as_deref()),
        said(statement.method.as_deref()),
        said(Some(&sources.join("; "))),
        said(statement.note.as_deref()),
    ])
}
