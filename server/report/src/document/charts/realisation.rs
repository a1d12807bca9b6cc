//! What was promised, is forecast and has come, year by year.

use domain::money::Money;
use domain::realisation::{Realised, sum_of};
use rust_decimal::Decimal;
use text::headline::money_share;
use text::{Lang, headline, name, realised};

use super::parts;
use crate::document::writer::Writer;
use crate::document::{Bar, Block, Chart, Fill, Plot};

/// The chart: a bar a year and part of which something is said.
pub(in crate::document) fn realisation(writer: &mut Writer, years: &[(i32, Realised)]) {
    let lang = writer.lang;
    let all = years
        .iter()
        .flat_map(|(_, said)| [said.promised, said.forecast, said.outcome]);
    let largest = all.flatten().max().filter(|most| *most > Money::ZERO);
    let bars = years.iter().flat_map(|(year, said)| {
        kinds(lang).into_iter().filter_map(move |(kind, fill)| {
            let amount = match fill {
                Fill::Solid => said.outcome,
                Fill::Dotted => said.forecast,
                Fill::Dashed | Fill::Hatched => said.promised,
            }?;
            // A harm has no length: its number says so.
            let share = money_share(amount, largest).map_or(Decimal::ZERO, |share| share.value());
            Some(Bar {
                label: format!("{year}, {}", name::lower_first(&kind)),
                parts: parts([(share, fill)]),
                says: realised::tkr(lang, amount),
            })
        })
    });
    let finding = headline::realisation(lang, sum_of(years));
    let alt = lang.t_with(
        "report-realisation-alt",
        &[
            ("finding", finding.clone().into()),
            ("table", name::lower_first(&writer.table_label("B.1")).into()),
        ],
    );
    let legend = kinds(lang).into_iter().map(|(kind, fill)| (fill, kind));
    let plot = Plot::Bars {
        bars: bars.collect(),
        legend: legend.collect(),
    };
    writer.push(Block::Chart(Chart {
        label: writer.chart_label("B.1"),
        caption: finding,
        alt,
        plot,
    }));
}

fn kinds(lang: Lang) -> [(String, Fill); 3] {
    [
        (lang.t("realisation-promised"), Fill::Dashed),
        (lang.t("realisation-forecast"), Fill::Dotted),
        (lang.t("realisation-outcome"), Fill::Solid),
    ]
}
