//! Appendix A: every figure with its place.

use domain::report_model::{Place, PlacedFigure, placed};
use rust_decimal::Decimal;
use text::{Lang, date, figure, name, report as said};

use crate::document::cells::{dash, numbers, read, row, words};
use crate::document::writer::Writer;
use crate::document::{Cell, Row, Span, Table, Value};

/// The appendix.
pub(super) fn figures(writer: &mut Writer) {
    let lang = writer.lang;
    let has_sources = said::has_sources(writer.model);
    let rows: Vec<Row> = (1_u32..)
        .zip(placed(writer.model))
        .map(|(number, placed)| figure_row(number, placed, has_sources, lang))
        .collect();
    if rows.is_empty() {
        writer.gap(lang.t("report-no-figures"));
        return;
    }
    writer.say(said::figures_text(lang, has_sources));
    writer.table(Table {
        label: writer.table_label("A.1"),
        caption: lang.t("report-figures-caption"),
        code: "figures".to_owned(),
        columns: vec![
            numbers(lang.t("report-figure-number"), 1),
            words(lang.t("report-figure"), 5),
            numbers(lang.t("report-figure-value"), 3),
            words(lang.t("report-figure-period"), 2),
            words(lang.t("report-figure-role"), 2),
            words(lang.t("report-figure-place"), 5),
        ],
        rows,
        foot: Vec::new(),
    });
}

fn figure_row(number: u32, placed: PlacedFigure, has_sources: bool, lang: Lang) -> Row {
    let one = placed.figure;
    let period = one
        .period
        .as_ref()
        .map_or_else(dash, |period| Cell::words(date::period(lang, period)));
    let (place, sources) = match placed.place {
        Place::Delivery(_) => (lang.t("report-place-delivery"), &[][..]),
        Place::Expected(_) => (lang.t("report-place-expected"), &[][..]),
        Place::Realised(statement) => (lang.t("report-place-realised"), statement.sources.as_slice()),
    };
    let delivery = placed
        .delivery
        .map_or_else(String::new, |delivery| format!(" {}", delivery.name));
    // A span is no number: a machine reads its words.
    let value = match one.value_to {
        Some(_) => Value::Words,
        None => Value::Number(one.value),
    };
    let role = name::figure_role(lang, one.role.value);
    row([
        Cell::of(
            vec![Span::Plain(number.to_string())],
            Value::Number(Decimal::from(number)),
        ),
        Cell::head(one.what.clone()),
        Cell::of(vec![Span::Plain(figure::written(lang, one))], value),
        period,
        Cell::of(read(lang, role, &one.role), Value::Words),
        Cell::of(
            vec![
                Span::Plain(format!("{}{delivery} ", placed.area)),
                Span::Small(format!(
                    "{place}{}",
                    said::figure_sources(lang, has_sources, sources)
                )),
            ],
            Value::Words,
        ),
    ])
}
