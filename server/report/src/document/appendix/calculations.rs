//! Appendix B: calculations, and what was promised, is forecast and has come in kronor.

use domain::realisation::{Realised, area_by_year, group_by_year, sum_of, whole_by_year};
use rust_decimal::Decimal;
use text::{Lang, headline, report as said};

use crate::document::cells::{numbers, row, share, tkr, words};
use crate::document::writer::Writer;
use crate::document::{Cell, Row, Span, Table, Value, charts};

/// The appendix.
pub(super) fn calculations(writer: &mut Writer) {
    let lang = writer.lang;
    let standing = &writer.model.standing;
    let text = lang.t("report-calculations-text");
    writer.say(format!("{text} {}", said::valued(lang, standing)));
    let lacks = said::lacks(lang, standing);
    let lacks_nothing = lacks.is_empty();
    for (text, of) in lacks {
        writer.gap(text);
        writer.points(of.iter().cloned());
    }
    if lacks_nothing {
        writer.say(lang.t("report-calculations-not-required"));
    }
    realised(writer);
}

/// Promise, forecast and outcome in kronor: by year, by area and by group.
fn realised(writer: &mut Writer) {
    let lang = writer.lang;
    let standing = &writer.model.standing;
    let years = whole_by_year(&standing.realisation);
    if years.is_empty() {
        writer.gap(lang.t("realisation-none"));
        said::quoted(lang, standing)
            .into_iter()
            .for_each(|quoted| writer.say(quoted));
        return;
    }
    charts::realisation(writer, &years);
    let rows = years.iter().map(|(year, said)| {
        let head = Cell::of(
            vec![Span::Plain(year.to_string())],
            Value::Number(Decimal::from(*year)),
        );
        realised_row(lang, head.heading(), *said)
    });
    let sum = realised_row(lang, Cell::head(lang.t("realisation-sum")), sum_of(&years));
    let by_year = Table {
        foot: vec![sum],
        ..table(
            writer,
            "1",
            lang.t("realisation-years-caption"),
            lang.t("realisation-year"),
            rows.collect(),
        )
    };
    let areas = standing.areas.iter().map(|area| {
        let years = area_by_year(&standing.realisation, area.id);
        (format!("{} {}", area.number, area.name), years)
    });
    let by_area = table(
        writer,
        "2",
        lang.t("realisation-areas-caption"),
        lang.t("overview-area"),
        said_rows(lang, areas),
    );
    let groups = standing.groups.iter().map(|of| {
        let years = group_by_year(&standing.realisation, of.group.id);
        (of.group.name.clone(), years)
    });
    let by_group = table(
        writer,
        "3",
        lang.t("realisation-groups-caption"),
        lang.t("report-group"),
        said_rows(lang, groups),
    );
    for table in [by_year, by_area, by_group] {
        if !table.rows.is_empty() {
            writer.table(table);
        }
    }
    writer.note(lang.t("realisation-note"));
}

/// A row for each of which something is said, over all years.
fn said_rows(lang: Lang, all: impl Iterator<Item = (String, Vec<(i32, Realised)>)>) -> Vec<Row> {
    all.filter(|(_, years)| !years.is_empty())
        .map(|(head, years)| realised_row(lang, Cell::head(head), sum_of(&years)))
        .collect()
}

fn table(writer: &Writer, number: &str, caption: String, of: String, rows: Vec<Row>) -> Table {
    let lang = writer.lang;
    let code = match number {
        "1" => "realisation-years",
        "2" => "realisation-areas",
        _ => "realisation-groups",
    };
    Table {
        label: writer.table_label(&format!("B.{number}")),
        caption,
        code: code.to_owned(),
        columns: vec![
            words(of, 4),
            numbers(lang.t("realisation-promised"), 2),
            numbers(lang.t("realisation-forecast"), 2),
            numbers(lang.t("realisation-outcome"), 2),
            numbers(lang.t("realisation-share"), 2),
        ],
        rows,
        foot: Vec::new(),
    }
}

fn realised_row(lang: Lang, head: Cell, said: Realised) -> Row {
    row([
        head,
        tkr(lang, said.promised),
        tkr(lang, said.forecast),
        tkr(lang, said.outcome),
        share(lang, headline::kept(said), 0),
    ])
}
