//! Words of freed time and of values in kronor.

use std::cmp::Ordering;

use domain::freed_time::{DispositionKind, FreedTime, TimeTally, TimeUnit};
use domain::money::Money;
use domain::sek_value::{SekFrequency, SekKind};
use rust_decimal::Decimal;

use crate::{Lang, number};

/// What freed time is typed in: "Timmar".
pub fn time_unit(lang: Lang, unit: TimeUnit) -> String {
    lang.t(match unit {
        TimeUnit::Hours => "realised-unit-hours",
        TimeUnit::FullTimeYears => "realised-unit-full-time-years",
    })
}

/// What freed time was turned into: "Sänkt budget".
pub fn disposition(lang: Lang, kind: DispositionKind) -> String {
    lang.t(match kind {
        DispositionKind::BudgetCut => "realised-disposition-budget-cut",
        DispositionKind::MoreVolume => "realised-disposition-more-volume",
        DispositionKind::BetterResults => "realised-disposition-better-results",
        DispositionKind::HigherQuality => "realised-disposition-higher-quality",
        DispositionKind::LessWorkload => "realised-disposition-less-workload",
        DispositionKind::Other => "realised-disposition-other",
    })
}

/// How often an amount comes: "En gång".
pub fn frequency(lang: Lang, frequency: SekFrequency) -> String {
    lang.t(match frequency {
        SekFrequency::OneOff => "realised-frequency-one-off",
        SekFrequency::Yearly => "realised-frequency-yearly",
    })
}

/// How sure an amount is: "Utfall".
pub fn sek_kind(lang: Lang, kind: SekKind) -> String {
    lang.t(match kind {
        SekKind::Outcome => "realised-kind-outcome",
        SekKind::Estimate => "realised-kind-estimate",
        SekKind::Forecast => "realised-kind-forecast",
    })
}

/// A number of hours, without the unit: whole where it is whole, else with a decimal, and never as nothing where it is
/// something.
pub fn hours(lang: Lang, hours: Decimal) -> String {
    let hours = hours.normalize();
    let decimals = u32::from(!hours.fract().is_zero());
    number::apart(lang, hours, decimals, &[Decimal::ZERO])
}

/// A number of hours with the unit: "1 200 timmar".
pub fn hours_text(lang: Lang, hours: Decimal) -> String {
    lang.t_with("realised-hours", &[("hours", self::hours(lang, hours).into())])
}

/// How much a benefit freed, or added, in which year: "2024: 120,5 timmar frigjordes".
pub fn freed(lang: Lang, entry: &FreedTime) -> String {
    let key = match entry.hours.cmp(&Decimal::ZERO) {
        Ordering::Greater => "realised-time-freed",
        Ordering::Less => "realised-time-added",
        Ordering::Equal => "realised-time-none",
    };
    let (year, hours) = (entry.year.to_string(), hours(lang, entry.hours.abs()));
    lang.t_with(key, &[("year", year.into()), ("hours", hours.into())])
}

/// An amount with the unit: "1 250 tkr".
pub fn tkr(lang: Lang, money: Money) -> String {
    format!("{}{}tkr", number::tkr(lang, money), number::NBSP)
}

/// What a selection of hours has been turned into, in one sentence.
pub fn heading(lang: Lang, tally: &TimeTally, period: &str) -> String {
    let said = |number: Decimal| hours(lang, number).into();
    let period = ("period", period.into());
    if tally.freed().is_zero() && tally.added.is_zero() {
        lang.t_with("realised-heading-none", &[period])
    } else if tally.freed().is_zero() {
        lang.t_with("realised-heading-added", &[period, ("added", said(tally.added))])
    } else if tally.unknown.is_zero() {
        lang.t_with(
            "realised-heading-known",
            &[period, ("freed", said(tally.freed()))],
        )
    } else {
        let args = [
            period,
            ("freed", said(tally.freed())),
            ("unknown", said(tally.unknown)),
        ];
        lang.t_with("realised-heading", &args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_as_fine_as_it_takes() {
        let shown = |text: &str| hours(Lang::Sv, text.parse().expect("a number"));
        for (given, expected) in [
            ("1200", "1\u{202f}200"),
            ("1200.50", "1\u{202f}200,5"),
            ("33.333333", "33,3"),
            ("0.000001", "0,000001"),
            ("-7", "−7"),
        ] {
            assert_eq!(shown(given), expected, "{given}");
        }
    }
}
