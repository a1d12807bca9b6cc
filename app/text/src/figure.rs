//! Figures as people read them.

use domain::figure::Figure;
use rust_decimal::Decimal;

use crate::{Lang, date, number};

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

/// What it counts, with its period.
pub fn what(lang: Lang, figure: &Figure) -> String {
    match &figure.period {
        Some(period) => format!("{}, {}", figure.what, date::period(lang, period)),
        None => figure.what.clone(),
    }
}
