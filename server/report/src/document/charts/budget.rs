//! The areas' budgets. Their table stands beside already.

use domain::percent::Percent;
use rust_decimal::Decimal;
use text::headline::money_share;
use text::{headline, name, number, realised};

use super::parts;
use crate::document::writer::Writer;
use crate::document::{Bar, Block, Chart, Fill, Plot};

/// The chart, where an area has a budget.
pub(in crate::document) fn budget(writer: &mut Writer) {
    let lang = writer.lang;
    let standing = &writer.model.standing;
    let largest = standing.areas.iter().filter_map(|area| area.budget).max();
    let Some(largest) = largest else { return };
    let bars = standing.areas.iter().map(|area| {
        let label = format!("{} {}", area.number, area.name);
        let Some(budget) = area.budget else {
            return Bar {
                label,
                parts: Vec::new(),
                says: lang.t("overview-no-budget"),
            };
        };
        let width = money_share(budget, Some(largest)).map_or(Decimal::ZERO, Percent::value);
        let share = money_share(budget, standing.whole_budget());
        let amount = realised::tkr(lang, budget);
        Bar {
            label,
            parts: parts([(width, Fill::Solid)]),
            says: match share {
                Some(share) => format!("{amount}, {}", number::share(lang, share, 1)),
                None => amount,
            },
        }
    });
    let finding = headline::budget(lang, standing);
    let alt = lang.t_with(
        "report-budget-alt",
        &[
            ("finding", finding.clone().into()),
            ("table", name::lower_first(&writer.table_label("4.1")).into()),
        ],
    );
    let bars = bars.collect();
    writer.push(Block::Chart(Chart {
        label: writer.chart_label("4.1"),
        caption: finding,
        alt,
        plot: Plot::Bars {
            bars,
            legend: Vec::new(),
        },
    }));
}
