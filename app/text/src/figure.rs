//! Figures as people read them.

use domain::figure::Figure;
use rust_decimal::Decimal;

use crate::{Lang, date, name, number};

/// A figure: "ca 2 400 st".
pub fn written(lang: Lang, figure: &Figure) -> String {
    amount(
        lang,
        figure.value,
        figure.value_to,
        &figure.unit,
        figure.approximate,
    )
}

/// A value with its unit: "ca 10 mnkr/år".
pub fn amount(lang: Lang, value: Decimal, to: Option<Decimal>, unit: &str, approximate: bool) -> String {
    let about = approximate.then(|| lang.t("common-about"));
    number::figure(lang, value, to, unit, about.as_deref())
}

/// A figure as it stands on a line: what its parts say twice is said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The value with its unit, always whole.
    pub amount: String,
    /// What it counts, with its period: without what the unit says. Empty where the unit says all of it.
    pub what: String,
    /// What it is in its place; none where what it counts begins with that word.
    pub role: Option<String>,
}

/// A figure as it stands on a line.
pub fn said(lang: Lang, figure: &Figure) -> Said {
    let role = name::figure_role(lang, figure.role.value);
    let period = figure
        .period
        .as_ref()
        .filter(|period| !ends_with(&figure.what, period))
        .map(|period| date::period(lang, period));
    let what = beside_unit(&figure.what, &figure.unit);
    let what: Vec<&str> = [Some(what.as_str()), period.as_deref()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    Said {
        amount: written(lang, figure),
        what: what.join(", "),
        role: (!begins_with(&figure.what, &role)).then_some(role),
    }
}

/// What a label says beside a unit: without "per månad" where the unit is "…/månad", and without its first word where the
/// unit counts that word.
fn beside_unit(label: &str, unit: &str) -> String {
    let (counted, per) = match unit.trim().split_once('/') {
        Some((counted, per)) => (counted, Some(per)),
        None => (unit.trim(), None),
    };
    let mut words: Vec<String> = label.split_whitespace().map(str::to_owned).collect();
    if let Some(per) = per.filter(|per| !per.is_empty()) {
        let at = words
            .windows(2)
            .position(|pair| matches!(pair, [first, second] if same(first, "per") && same(second, per)));
        // A label that begins with it is a sentence that needs it.
        if let Some(at) = at.filter(|at| *at > 0) {
            words.drain(at..at + 2);
        }
    }
    if words.first().is_some_and(|first| same(first, counted)) {
        words.remove(0);
    }
    words.join(" ")
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A label ends with its period, as words of their own. A day or a year in it may be another's ("jämfört med 2023"): it has
/// to be set apart.
fn ends_with(label: &str, period: &str) -> bool {
    let label = label.trim_end_matches([')', '.', ' ']).to_lowercase();
    let Some(before) = label.strip_suffix(&period.trim().to_lowercase()) else {
        return false;
    };
    if period.trim().is_empty() {
        return false;
    }
    let apart = before.trim_end().ends_with([',', '(']);
    let digits = period.contains(|character: char| character.is_ascii_digit());
    apart || !digits && before.ends_with(char::is_whitespace)
}

/// A label begins with a word.
fn begins_with(label: &str, word: &str) -> bool {
    let first = label.split_whitespace().next();
    first.is_some_and(|first| same(first, word))
}

#[cfg(test)]
#[path = "figure_tests.rs"]
mod tests;
