//! Numbers as people read them in each language.
//!
//! Swedish: decimal comma, narrow no-break space between thousands, minus sign, no-break space
//! before % and units. English: decimal point, comma between thousands, % without space. What is
//! rounded is rounded half away from zero, for display alone.

use domain::level::GradingScheme;
use domain::money::Money;
use domain::percent::Percent;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::Lang;

/// No-break space: between a number and its unit.
pub const NBSP: char = '\u{a0}';
/// Narrow no-break space: between thousands in Swedish.
pub const NARROW: char = '\u{202f}';
/// Minus sign.
pub const MINUS: char = '\u{2212}';

/// Decimals that are shown at most to tell a number from a boundary.
const MOST_DECIMALS: u32 = 9;

/// Rounds half away from zero.
fn rounded(value: Decimal, decimals: u32) -> Decimal {
    let mut value = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    value.rescale(decimals);
    value
}

/// A decimal. `decimals: None` writes it as stored, with the zeros that the source wrote ("2,0").
pub fn decimal(lang: Lang, value: Decimal, decimals: Option<u32>) -> String {
    let value = decimals.map_or(value, |decimals| rounded(value, decimals));
    let plain = value.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let (thousands, point) = match lang {
        Lang::Sv => (NARROW, ','),
        Lang::En => (',', '.'),
    };
    let mut text = String::with_capacity(plain.len() + 8);
    if value.is_sign_negative() && !value.is_zero() {
        text.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// A whole number.
pub fn count(lang: Lang, count: impl Into<i64>) -> String {
    decimal(lang, Decimal::from(count.into()), None)
}

/// A whole number of things in a list.
pub fn len(lang: Lang, len: usize) -> String {
    decimal(lang, Decimal::from(len), None)
}

/// The sign with the space that the language wants before it.
fn with_percent_sign(lang: Lang, number: &str) -> String {
    match lang {
        Lang::Sv => format!("{number}{NBSP}%"),
        Lang::En => format!("{number}%"),
    }
}

/// Where a value lies among the boundaries between levels: below, at or above each.
fn side(value: Decimal, scheme: &GradingScheme) -> [std::cmp::Ordering; 4] {
    [
        scheme.viss_above,
        scheme.godkand_from,
        scheme.god_above,
        scheme.full_from,
    ]
    .map(|boundary| value.cmp(&boundary))
}

/// A percentage with at least the decimals asked for, and with as many more as it takes to show on
/// which side of a level's boundary the value lies: 49.96 is "49,96 %", never "50,0 %".
pub fn percent(lang: Lang, percent: Percent, decimals: u32, scheme: &GradingScheme) -> String {
    with_percent_sign(lang, &points(lang, percent, decimals, scheme))
}

/// A score, written like [`percent`] but without its sign.
pub fn points(lang: Lang, percent: Percent, decimals: u32, scheme: &GradingScheme) -> String {
    let value = percent.compared();
    let shown = (decimals..Percent::COMPARED)
        .find(|decimals| side(rounded(value, *decimals), scheme) == side(value, scheme))
        .unwrap_or(Percent::COMPARED.max(decimals));
    decimal(lang, value, Some(shown))
}

/// A share of something, where no level is at stake. 0 and 100 are shown only where they are exact.
pub fn share(lang: Lang, percent: Percent, decimals: u32) -> String {
    let value = percent.compared();
    let ends = |value: Decimal| [Decimal::ZERO, Decimal::ONE_HUNDRED].map(|end| value.cmp(&end));
    let shown = (decimals..Percent::COMPARED)
        .find(|decimals| ends(rounded(value, *decimals)) == ends(value))
        .unwrap_or(Percent::COMPARED.max(decimals));
    with_percent_sign(lang, &decimal(lang, value, Some(shown)))
}

/// A share, 0.035 for 3.5 %, in percent with at least the decimals asked for, and with as many more as it takes to tell
/// it from 0 and from the whole where it is neither.
pub fn rate(lang: Lang, share: Decimal, decimals: u32) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    with_percent_sign(
        lang,
        &apart(lang, percent, decimals, &[Decimal::ZERO, Decimal::ONE_HUNDRED]),
    )
}

/// A number with at least the decimals asked for, and with as many more as it takes to show on which side of the
/// boundaries it lies.
pub fn apart(lang: Lang, value: Decimal, decimals: u32, boundaries: &[Decimal]) -> String {
    let sides = |value: Decimal| boundaries.iter().map(move |boundary| value.cmp(boundary));
    let shown = (decimals..MOST_DECIMALS)
        .find(|decimals| sides(rounded(value, *decimals)).eq(sides(value)))
        .unwrap_or(MOST_DECIMALS.max(decimals));
    decimal(lang, value, Some(shown))
}

/// A threshold as set: "50 %", "37,5 %".
pub fn threshold(lang: Lang, value: Decimal) -> String {
    with_percent_sign(lang, &decimal(lang, value.normalize(), None))
}

/// An amount in thousands of kronor, without the unit. Decimals only where the amount has them.
pub fn tkr(lang: Lang, money: Money) -> String {
    decimal(lang, money.tkr().normalize(), None)
}

/// A number, or a span of numbers, with its unit as the source writes it: "ca 10 mnkr/år", "40 %".
/// `about` is the catalogue's word for "about", where the source says so.
pub fn figure(
    lang: Lang,
    value: Decimal,
    value_to: Option<Decimal>,
    unit: &str,
    about: Option<&str>,
) -> String {
    let mut number = decimal(lang, value, None);
    if let Some(to) = value_to {
        number.push('–');
        number.push_str(&decimal(lang, to, None));
    }
    let number = match unit.trim() {
        "" => number,
        "%" => with_percent_sign(lang, &number),
        unit => format!("{number}{NBSP}{unit}"),
    };
    match about {
        Some(about) => format!("{about}{NBSP}{number}"),
        None => number,
    }
}

#[cfg(test)]
#[path = "number_tests.rs"]
mod tests;
