//! Words of measures: periods, parts and how values are written.

use domain::effect_goal::standing::{GoalOutcome, GoalStanding};
use domain::measure::{Aggregation, Cadence, Direction, MeasureUse, Period, Sex, Split, Value};
use domain::when::When;
use rust_decimal::Decimal;

use crate::{Lang, date, number};

/// A period: "kvartal 3 2025", "2025", "mars 2025", "1 mars 2025 – 20 mars 2025".
pub fn period(lang: Lang, period: Period) -> String {
    use chrono::Datelike;
    let year = period.first.year();
    let part = period.number().unwrap_or_default();
    let args = [
        ("number", part.to_string().into()),
        ("year", year.to_string().into()),
    ];
    match period.cadence() {
        Some(Cadence::Year) => year.to_string(),
        Some(Cadence::HalfYear) => lang.t_with("measure-period-half-year", &args),
        Some(Cadence::Tertial) => lang.t_with("measure-period-tertial", &args),
        Some(Cadence::Quarter) => date::when(lang, When::Quarter { year, quarter: part }),
        Some(Cadence::Month) => date::when(lang, When::Month { year, month: part }),
        None if period.first == period.last => date::day(lang, period.first),
        None => format!(
            "{} – {}",
            date::day(lang, period.first),
            date::day(lang, period.last)
        ),
    }
}

/// A part: "kvinnor", "Telefon", "kvinnor, Telefon"; "alla" for the whole.
pub fn split(lang: Lang, split: &Split) -> String {
    let sex = split.sex.map(|sex| {
        lang.t(match sex {
            Sex::Women => "measure-split-women",
            Sex::Men => "measure-split-men",
        })
    });
    let parts: Vec<String> = [sex, split.channel.clone(), split.component.clone()]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() {
        lang.t("measure-split-whole")
    } else {
        parts.join(", ")
    }
}

/// A number with its unit; decimals as they are, none that say nothing.
pub fn amount(lang: Lang, value: Decimal, unit: &str) -> String {
    let written = shown(lang, value);
    if unit.is_empty() {
        written
    } else {
        format!("{written}\u{a0}{unit}")
    }
}

/// A number with at most three decimals, and more only where it would else be nothing.
pub fn shown(lang: Lang, value: Decimal) -> String {
    use rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    let rounded = value.round_dp_with_strategy(3, MidpointAwayFromZero);
    let written = if rounded.is_zero() { value } else { rounded };
    number::decimal(lang, written.normalize(), None)
}

/// What was measured, with what a ratio is made of.
pub fn value(lang: Lang, value: Value, per: Decimal, unit: &str) -> String {
    let Some(number) = value.number(per) else {
        return lang.t("measure-no-value");
    };
    let written = amount(lang, number, unit);
    match value {
        Value::Plain { .. } => written,
        Value::Ratio {
            numerator,
            denominator,
        } => {
            let of = lang.t_with(
                "measure-ratio-of",
                &[
                    ("numerator", shown(lang, numerator).into()),
                    ("denominator", shown(lang, denominator).into()),
                ],
            );
            format!("{written} ({of})")
        }
    }
}

/// Which way is better.
pub fn direction(lang: Lang, direction: Direction) -> String {
    lang.t(match direction {
        Direction::Higher => "measure-direction-higher",
        Direction::Lower => "measure-direction-lower",
        Direction::NotStated => "measure-direction-not-stated",
    })
}

/// How periods are put together.
pub fn aggregation(lang: Lang, aggregation: Aggregation) -> String {
    lang.t(match aggregation {
        Aggregation::Latest => "measure-aggregation-latest",
        Aggregation::Sum => "measure-aggregation-sum",
        Aggregation::Mean => "measure-aggregation-mean",
        Aggregation::Ratio => "measure-aggregation-ratio",
    })
}

/// How often.
pub fn cadence(lang: Lang, cadence: Cadence) -> String {
    lang.t(match cadence {
        Cadence::Month => "measure-cadence-month",
        Cadence::Quarter => "measure-cadence-quarter",
        Cadence::Tertial => "measure-cadence-tertial",
        Cadence::HalfYear => "measure-cadence-half-year",
        Cadence::Year => "measure-cadence-year",
    })
}

/// What a measure is used for.
pub fn used_for(lang: Lang, used_for: MeasureUse) -> String {
    lang.t(match used_for {
        MeasureUse::Steering => "measure-use-steering",
        MeasureUse::GoalFulfilment => "measure-use-goal",
        MeasureUse::Both => "measure-use-both",
        MeasureUse::NotStated => "measure-use-not-stated",
    })
}

/// What a goal makes: "71,4 % av vägen", "inget att nå än", "inte mätt" …
pub fn outcome(lang: Lang, outcome: GoalOutcome) -> String {
    match outcome {
        GoalOutcome::Unapproved => lang.t("measure-goal-unapproved"),
        GoalOutcome::NotDue => lang.t("measure-goal-not-due"),
        GoalOutcome::NotMeasured => lang.t("measure-goal-not-measured"),
        GoalOutcome::WithoutBaseline { met } => lang.t(match met {
            Some(true) => "measure-goal-met",
            Some(false) => "measure-goal-not-met",
            None => "measure-goal-undirected",
        }),
        GoalOutcome::Measured { fulfilment } => {
            let percent = number::share(lang, fulfilment, 1);
            lang.t_with("measure-goal-fulfilment", &[("percent", percent.into())])
        }
    }
}

/// From where to where by when, and what has come: "40 % → 15 % (kvartal 4 2025), mål 5 % till 31 december 2025".
pub fn standing(lang: Lang, standing: &GoalStanding) -> String {
    let unit = standing.unit.as_str();
    let missing = || lang.t("measure-goal-no-baseline");
    let baseline = standing.baseline.as_ref();
    let baseline = baseline.map_or_else(missing, |one| amount(lang, one.value, unit));
    let actual = standing.actual.as_ref().map_or_else(
        || lang.t("measure-goal-no-actual"),
        |one| format!("{} ({})", amount(lang, one.value, unit), period(lang, one.period)),
    );
    let target = standing.target.as_ref();
    let args = [
        ("baseline", baseline.into()),
        ("actual", actual.into()),
        (
            "target",
            target
                .map_or_else(String::new, |one| amount(lang, one.value, unit))
                .into(),
        ),
        (
            "day",
            target
                .map_or_else(String::new, |one| date::day(lang, one.day))
                .into(),
        ),
    ];
    lang.t_with("measure-goal-standing", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(typed: &str) -> [String; 2] {
        let read = Period::parse(typed).expect("a period");
        [period(Lang::Sv, read), period(Lang::En, read)]
    }

    #[test]
    fn periods_are_written_as_people_say_them() {
        assert_eq!(written("2025"), ["2025", "2025"]);
        assert_eq!(written("2025-T1"), ["tertial 1 2025", "tertial 1 2025"]);
        assert_eq!(written("2025-H2"), ["halvår 2 2025", "half-year 2 2025"]);
        assert_eq!(written("2025-03")[0], "mars 2025");
        assert_eq!(written("2025-03-01/2025-03-20")[0], "1 mars 2025 – 20 mars 2025");
    }

    #[test]
    fn values_have_three_decimals_at_most_unless_that_would_hide_them() {
        for (value, expected) in [
            (Decimal::new(123_456, 4), "12,346"),
            (Decimal::new(1200, 2), "12"),
            (Decimal::new(4, 5), "0,00004"),
            (Decimal::ZERO, "0"),
            (Decimal::new(-5, 1), "−0,5"),
        ] {
            assert_eq!(shown(Lang::Sv, value), expected);
        }
        assert_eq!(amount(Lang::Sv, Decimal::new(5, 0), "%"), "5\u{a0}%");
        assert_eq!(amount(Lang::Sv, Decimal::new(5, 0), ""), "5");
    }

    #[test]
    fn a_ratio_says_what_it_is_made_of() {
        let ratio = Value::Ratio {
            numerator: Decimal::from(3),
            denominator: Decimal::from(20),
        };
        let said = value(Lang::Sv, ratio, Decimal::ONE_HUNDRED, "%");
        assert!(
            said.starts_with("15\u{a0}% (") && said.contains('3') && said.contains("20"),
            "{said}"
        );
    }

    #[test]
    fn parts_are_named_and_the_whole_is_too() {
        let key = |key: &str| split(Lang::Sv, &Split::from_key(key).expect("a part"));
        assert_eq!(key("women;channel:Telefon"), "kvinnor, Telefon");
        assert_eq!(key(""), "alla");
    }
}
