//! Freed time, by area: where it went is known, unknown, or it was added instead.

use domain::freed_time::TimeTally;
use domain::percent::Percent;
use rust_decimal::Decimal;
use text::{name, realised};

use super::parts;
use crate::document::writer::Writer;
use crate::document::{Bar, Block, Chart, Fill, Plot};

/// The chart of some rows: each with its name and its hours.
pub(in crate::document) fn time(writer: &mut Writer, finding: String, rows: &[(String, &TimeTally)]) {
    let lang = writer.lang;
    let longest = rows.iter().map(|(_, tally)| tally.freed() + tally.added).max();
    let longest = longest.unwrap_or_default();
    let share = |part: Decimal| {
        part.checked_mul(Decimal::ONE_HUNDRED)
            .and_then(|part| Percent::mean(part, longest))
            .map_or(Decimal::ZERO, |share| share.capped().value())
    };
    let bars = rows.iter().map(|(name, tally)| Bar {
        label: name.clone(),
        parts: parts([
            (share(tally.known()), Fill::Solid),
            (share(tally.unknown), Fill::Dashed),
            (share(tally.added), Fill::Hatched),
        ]),
        says: realised::hours_text(lang, tally.freed()),
    });
    let alt = lang.t_with(
        "report-freed-time-alt",
        &[
            ("finding", finding.clone().into()),
            ("table", name::lower_first(&writer.table_label("C.1")).into()),
        ],
    );
    let plot = Plot::Bars {
        bars: bars.collect(),
        legend: vec![
            (Fill::Solid, lang.t("realised-legend-known")),
            (Fill::Dashed, lang.t("realised-legend-unknown")),
            (Fill::Hatched, lang.t("realised-legend-added")),
        ],
    };
    writer.push(Block::Chart(Chart {
        label: writer.chart_label("C.1"),
        caption: finding,
        alt,
        plot,
    }));
}
