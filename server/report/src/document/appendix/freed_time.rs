//! Appendix C: freed time and where it went, and outcomes in kronor.

use domain::freed_time::{DispositionKind, TimeTally};
use domain::parted::{Parted, fold};
use domain::percent::Percent;
use domain::sek_value::{SekTally, SekValue};
use rust_decimal::Decimal;
use text::{Lang, name, realised, report as said};

use crate::document::cells::{numbers, row, share, tkr, words};
use crate::document::writer::Writer;
use crate::document::{Cell, Column, Row, Span, Table, Value, charts};

/// The appendix.
pub(super) fn freed_time(writer: &mut Writer) {
    let (model, lang) = (writer.model, writer.lang);
    let period = model.report.period();
    writer.say(lang.t("report-freed-time-text"));
    if model.freed_time.is_empty() {
        writer.gap(said::freed_time_missing(lang, &model.standing.totals));
    } else {
        time(writer, &fold(&model.freed_time), &period);
    }
    let sek = fold(&model.sek_outcome);
    if sek.whole.is_empty() {
        writer.say(lang.t_with("report-sek-none", &[("period", period.into())]));
    } else {
        kronor(writer, &sek);
    }
    if model.freed_time.is_empty() || sek.whole.is_empty() {
        said::quoted(lang, &model.standing)
            .into_iter()
            .for_each(|quoted| writer.say(quoted));
    }
}

fn time(writer: &mut Writer, time: &Parted<TimeTally>, period: &str) {
    let lang = writer.lang;
    let heading = realised::heading(lang, &time.whole, period);
    let areas = by_area(writer, time);
    if areas.is_empty() {
        writer.say(format!("{heading}."));
    } else {
        charts::time(writer, heading, &areas);
    }
    let by_area = time_table(
        writer,
        ("1", "freed-time-areas"),
        lang.t("realised-by-area"),
        lang.t("realised-area"),
        &areas,
        &time.whole,
    );
    let by_group = time_table(
        writer,
        ("2", "freed-time-groups"),
        lang.t("realised-by-group"),
        lang.t("realised-group"),
        &by_group(writer, time),
        &time.whole,
    );
    writer.table(by_area);
    writer.table(by_group);
    if !time.whole.freed().is_zero() {
        let kinds = kind_table(writer, &time.whole);
        writer.table(kinds);
    }
}

/// Rows by area, those of the report in their order, and what lies in none.
fn by_area<'t, T>(writer: &Writer, all: &'t Parted<T>) -> Vec<(String, &'t T)> {
    let areas = writer.model.areas.iter().filter_map(|section| {
        let area = &section.area;
        Some((format!("{} {}", area.number, area.name), all.areas.get(&area.id)?))
    });
    let outside = all
        .outside
        .as_ref()
        .map(|amount| (writer.lang.t("realised-outside"), amount));
    areas.chain(outside).collect()
}

/// Rows by group, in their order, and what belongs to none.
fn by_group<'t, T>(writer: &Writer, all: &'t Parted<T>) -> Vec<(String, &'t T)> {
    let groups = writer.model.standing.groups.iter().filter_map(|of| {
        let amount = all.groups.get(&of.group.id)?;
        Some((of.group.name.clone(), amount))
    });
    let ungrouped = all
        .ungrouped
        .as_ref()
        .map(|amount| (writer.lang.t("realised-ungrouped"), amount));
    groups.chain(ungrouped).collect()
}

fn hours(lang: Lang, hours: Decimal) -> Cell {
    Cell::of(
        vec![Span::Plain(realised::hours(lang, hours))],
        Value::Number(hours.normalize()),
    )
}

fn time_row(lang: Lang, head: String, tally: &TimeTally) -> Row {
    row([
        Cell::head(head),
        hours(lang, tally.freed()),
        hours(lang, tally.known()),
        hours(lang, tally.unknown),
        hours(lang, tally.added),
        hours(lang, tally.net()),
    ])
}

fn time_table(
    writer: &Writer,
    (number, code): (&str, &str),
    caption: String,
    what: String,
    rows: &[(String, &TimeTally)],
    whole: &TimeTally,
) -> Table {
    let lang = writer.lang;
    Table {
        label: writer.table_label(&format!("C.{number}")),
        caption,
        code: code.to_owned(),
        columns: vec![
            words(what, 5),
            numbers(lang.t("realised-freed"), 2),
            numbers(lang.t("realised-known"), 2),
            numbers(lang.t("realised-unknown"), 2),
            numbers(lang.t("realised-added"), 2),
            numbers(lang.t("realised-net"), 2),
        ],
        rows: rows
            .iter()
            .map(|(name, tally)| time_row(lang, name.clone(), tally))
            .collect(),
        foot: vec![time_row(lang, lang.t("realised-whole"), whole)],
    }
}

/// What the time was turned into, the unknown among it.
fn kind_table(writer: &Writer, tally: &TimeTally) -> Table {
    let lang = writer.lang;
    let freed = tally.freed();
    let known = DispositionKind::ALL
        .into_iter()
        .map(|kind| (realised::disposition(lang, kind), tally.into_kind(kind)))
        .filter(|(_, hours)| !hours.is_zero());
    let unknown = (lang.t("realised-disposition-unknown"), tally.unknown);
    let rows = known.chain([unknown]).map(|(name, number)| {
        let part = number.checked_mul(Decimal::ONE_HUNDRED);
        let part = part.and_then(|part| Percent::mean(part, freed));
        row([Cell::head(name), hours(lang, number), share(lang, part, 0)])
    });
    let whole = row([
        Cell::head(lang.t("realised-whole")),
        hours(lang, freed),
        share(lang, Some(Percent::HUNDRED), 0),
    ]);
    Table {
        label: writer.table_label("C.3"),
        caption: lang.t("realised-by-kind"),
        code: "freed-time-kinds".to_owned(),
        columns: vec![
            words(lang.t("realised-kind"), 5),
            numbers(lang.t("realised-hours-head"), 2),
            numbers(lang.t("realised-share"), 2),
        ],
        rows: rows.collect(),
        foot: vec![whole],
    }
}

/// Outcomes in kronor by area, a column a class: classes are never added up.
fn kronor(writer: &mut Writer, sek: &Parted<SekTally>) {
    let lang = writer.lang;
    let cells = |head: String, tally: &SekTally| {
        let classes = SekValue::CLASSES
            .into_iter()
            .map(|class| tkr(lang, tally.of(class)));
        row(std::iter::once(Cell::head(head)).chain(classes))
    };
    let classes = SekValue::CLASSES
        .into_iter()
        .map(|class| numbers(name::value_class(lang, class), 3));
    let columns: Vec<Column> = std::iter::once(words(lang.t("realised-area"), 5))
        .chain(classes)
        .collect();
    let rows = by_area(writer, sek)
        .into_iter()
        .map(|(head, tally)| cells(head, tally))
        .collect();
    writer.table(Table {
        label: writer.table_label("C.4"),
        caption: lang.t("realised-sek-by-area"),
        code: "kronor-areas".to_owned(),
        columns,
        rows,
        foot: vec![cells(lang.t("realised-whole"), &sek.whole)],
    });
}
