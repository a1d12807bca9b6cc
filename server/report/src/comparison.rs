//! Two reports beside each other as a table: one row a fact, so that numbers stay numbers. What a report does not say is
//! an empty cell, never zero.

use domain::money::Money;
use domain::percent::Percent;
use domain::register::{Cell, Sheet};
use domain::report_comparison::{Comparison, Facts, Pair, Row};
use domain::rollup::Tally;
use text::{Lang, comparison};

/// The comparison as a table.
pub fn comparison_sheet(lang: Lang, compared: &Comparison) -> Sheet {
    let (before, now) = comparison::periods(compared);
    let mut rows = subject_rows(lang, compared, &compared.whole, "comparison-kind-whole");
    for row in &compared.areas {
        rows.extend(subject_rows(lang, compared, row, "comparison-kind-area"));
    }
    for row in &compared.groups {
        rows.extend(subject_rows(lang, compared, row, "comparison-kind-group"));
    }
    rows.extend(compared.years.iter().map(|row| {
        let outcome = row.said.and_then(|said| said.outcome).map(|money| kronor(*money));
        let change = comparison::money_change(lang, Comparison::outcome_of_year(row));
        vec![
            Cell::Text(lang.t("comparison-kind-year")),
            Cell::Whole(row.year.into()),
            Cell::Empty,
            Cell::Text(lang.t("comparison-fact-outcome")),
            outcome.before.unwrap_or(Cell::Empty),
            outcome.now.unwrap_or(Cell::Empty),
            Cell::Text(change),
        ]
    }));
    let heads = [
        "comparison-kind",
        "comparison-number",
        "comparison-name",
        "comparison-fact",
    ];
    let heads = heads.map(|key| lang.t(key));
    Sheet {
        title: lang.t("comparison-title"),
        heads: heads
            .into_iter()
            .chain([before, now, lang.t("comparison-change")])
            .collect(),
        rows,
    }
}

fn kronor(money: Money) -> Cell {
    Cell::Decimal(money.kronor().normalize())
}

fn percent(percent: Percent) -> Cell {
    Cell::Decimal(percent.compared())
}

fn subject_rows(lang: Lang, compared: &Comparison, row: &Row, kind: &str) -> Vec<Vec<Cell>> {
    let named = row.named.newest();
    let number = named.and_then(|named| named.number.clone());
    let name = named.map(|named| match named.name.is_empty() {
        true => comparison::subject(lang, named),
        false => named.name.clone(),
    });
    let tally = |of: fn(&Tally) -> Option<Percent>| {
        let shares = row.facts.map(|facts| facts.tally).and_then(of);
        shares.map(|share| percent(*share))
    };
    let levels = row.facts.and_then(Facts::level);
    let scores = row.facts.and_then(Facts::score);
    let deliveries = row.facts.and_then(|facts| facts.deliveries);
    let outcome = row.facts.and_then(|facts| facts.realised.outcome);
    let facts: [(&str, Pair<Cell>, String); 7] = [
        (
            "comparison-fact-level",
            levels.map(|level| Cell::Text(comparison::level_words(lang, *level))),
            comparison::level_change(lang, compared.level(row)),
        ),
        (
            "comparison-fact-score",
            scores.map(|score| percent(*score)),
            comparison::points_change(lang, compared.score(row)),
        ),
        (
            "comparison-fact-coverage",
            tally(Tally::coverage),
            comparison::points_change(lang, compared.coverage(row)),
        ),
        (
            "comparison-fact-coverage-stated",
            tally(Tally::coverage_with_stated),
            comparison::points_change(lang, compared.coverage_with_stated(row)),
        ),
        (
            "comparison-fact-deliveries",
            deliveries.map(|count| Cell::Whole((*count).into())),
            comparison::count_change(lang, compared.deliveries(row)),
        ),
        (
            "comparison-fact-expected",
            row.facts.and_then(Facts::expected).map(|money| kronor(*money)),
            comparison::money_change(lang, compared.expected(row)),
        ),
        (
            "comparison-fact-outcome",
            outcome.map(|money| kronor(*money)),
            comparison::money_change(lang, compared.outcome(row)),
        ),
    ];
    // Deliveries are not counted by group.
    let said = facts
        .into_iter()
        .filter(|(key, ..)| *key != "comparison-fact-deliveries" || kind != "comparison-kind-group");
    said.map(|(key, values, change)| {
        vec![
            Cell::Text(lang.t(kind)),
            Cell::text(number.clone()),
            Cell::text(name.clone()),
            Cell::Text(lang.t(key)),
            values.before.unwrap_or(Cell::Empty),
            values.now.unwrap_or(Cell::Empty),
            Cell::Text(change),
        ]
    })
    .collect()
}
