//! Appendix D: what is missing or remains.

use rust_decimal::Decimal;
use text::{name, report as said};

use crate::document::cells::{gap, row, words};
use crate::document::writer::Writer;
use crate::document::{Cell, Row, Span, Table, Value};

/// The appendix.
pub(super) fn gaps(writer: &mut Writer) {
    let (model, lang) = (writer.model, writer.lang);
    let standing = &model.standing;
    let mut rows: Vec<Row> = standing
        .gaps
        .iter()
        .map(|one| {
            let head = name::upper_first(&name::gap(lang, one.kind, one.count));
            row([
                Cell::head(head),
                Cell::of(
                    vec![Span::Gap(said::gap_count(lang, one, standing))],
                    Value::Number(Decimal::from(one.count)),
                ),
                Cell::words(said::gap_listed(lang, one)),
            ])
        })
        .collect();
    if model.report.registry_number.is_none() {
        rows.push(row([
            Cell::head(lang.t("report-registry-number-own")),
            gap(lang.t("report-missing")),
            Cell::empty(),
        ]));
    }
    if rows.is_empty() {
        writer.say(lang.t("overview-gaps-none-text"));
        return;
    }
    writer.table(Table {
        label: writer.table_label("D.1"),
        caption: lang.t("report-gaps-caption"),
        code: "gaps".to_owned(),
        columns: vec![
            words(lang.t("report-gap-what"), 3),
            words(lang.t("report-gap-count"), 2),
            words(lang.t("report-gap-which"), 5),
        ],
        rows,
        foot: Vec::new(),
    });
}
