//! What decisions rest on, by area.

use domain::rollup::Tally;
use text::{Lang, headline, name, number};

use super::{of, parts};
use crate::document::cells::{count, numbers, row, share, words};
use crate::document::writer::Writer;
use crate::document::{Bar, Block, Cell, Chart, Fill, Plot, Row, Table};

/// Chart and table.
pub(in crate::document) fn coverage(writer: &mut Writer) {
    let lang = writer.lang;
    let standing = &writer.model.standing;
    let largest = standing.areas.iter().map(|area| area.tally.benefits()).max();
    let Some(largest) = largest.filter(|largest| *largest > 0) else {
        return;
    };
    let bars = standing.areas.iter().map(|area| Bar {
        label: format!("{} {}", area.number, area.name),
        parts: parts([
            (of(area.tally.measured, largest), Fill::Solid),
            (of(area.tally.stated, largest), Fill::Hatched),
            (
                of(area.tally.missing + area.tally.not_measurable, largest),
                Fill::Dashed,
            ),
            (
                of(area.tally.too_early + area.tally.not_due, largest),
                Fill::Dotted,
            ),
        ]),
        says: said(lang, &area.tally),
    });
    let finding = headline::coverage(lang, &standing.tally);
    let alt = lang.t_with(
        "report-coverage-alt",
        &[
            ("finding", finding.clone().into()),
            ("table", name::lower_first(&writer.table_label("3.4")).into()),
        ],
    );
    let chart = Chart {
        label: writer.chart_label("3.2"),
        caption: finding,
        alt,
        plot: Plot::Bars {
            bars: bars.collect(),
            legend: vec![
                (Fill::Solid, lang.t("common-evidence-measured")),
                (Fill::Hatched, lang.t("common-evidence-stated")),
                (Fill::Dashed, lang.t("common-evidence-missing")),
                (Fill::Dotted, lang.t("overview-legend-not-counted")),
            ],
        },
    };
    writer.push(Block::Chart(chart));
    let rows = standing
        .areas
        .iter()
        .map(|area| tally_row(lang, format!("{} {}", area.number, area.name), &area.tally));
    writer.table(Table {
        label: writer.table_label("3.4"),
        caption: lang.t("overview-coverage-caption"),
        code: "coverage".to_owned(),
        columns: vec![
            words(lang.t("overview-area"), 5),
            numbers(lang.t("overview-measured"), 2),
            numbers(lang.t("overview-stated"), 2),
            numbers(lang.t("overview-missing"), 2),
            numbers(lang.t("overview-too-early"), 2),
            numbers(lang.t("overview-coverage-short"), 2),
            numbers(lang.t("overview-coverage-with-stated"), 2),
        ],
        rows: rows.collect(),
        foot: vec![tally_row(lang, lang.t("overview-all-areas"), &standing.tally)],
    });
}

/// "2 av 12 mätta, 9 skrivna".
fn said(lang: Lang, tally: &Tally) -> String {
    if tally.due() == 0 {
        return lang.t("overview-coverage-nothing-due");
    }
    lang.t_with(
        "overview-coverage-of",
        &[
            ("measured", number::count(lang, tally.measured).into()),
            ("due", number::count(lang, tally.due()).into()),
            ("stated", number::count(lang, tally.stated).into()),
        ],
    )
}

fn tally_row(lang: Lang, head: String, tally: &Tally) -> Row {
    row([
        Cell::head(head),
        count(lang, tally.measured),
        count(lang, tally.stated),
        count(lang, tally.missing + tally.not_measurable),
        count(lang, tally.too_early + tally.not_due),
        share(lang, tally.coverage(), 0),
        share(lang, tally.coverage_with_stated(), 0),
    ])
}
