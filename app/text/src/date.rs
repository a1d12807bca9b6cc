//! Dates as people read them in each language, with the precision that they have.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::local_time::local_time;
use domain::when::{Season, When};

use crate::Lang;

/// A day: "18 februari 2025", "18 February 2025".
pub fn day(lang: Lang, day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month_name(lang, day.month()), day.year())
}

/// A moment by the Swedish clock: "10 mars 2025 kl. 13.05", "10 March 2025 at 13:05".
pub fn moment(lang: Lang, moment: DateTime<Utc>) -> String {
    let local = local_time(moment);
    let time = local.format(match lang {
        Lang::Sv => "%H.%M",
        Lang::En => "%H:%M",
    });
    let (day, time) = (day(lang, local.date()), time.to_string());
    lang.t_with("history-moment", &[("day", day.into()), ("time", time.into())])
}

/// A month's name.
pub fn month_name(lang: Lang, month: u32) -> String {
    lang.t(match month {
        1 => "common-month-1",
        2 => "common-month-2",
        3 => "common-month-3",
        4 => "common-month-4",
        5 => "common-month-5",
        6 => "common-month-6",
        7 => "common-month-7",
        8 => "common-month-8",
        9 => "common-month-9",
        10 => "common-month-10",
        11 => "common-month-11",
        _ => "common-month-12",
    })
}

fn month(lang: Lang, year: i32, month: u32) -> String {
    format!("{} {year}", month_name(lang, month))
}

/// A point in time with the precision that the source gives: "augusti 2024", "våren 2024".
pub fn when(lang: Lang, when: When) -> String {
    let with_year = |key: &str, year: i32| lang.t_with(key, &[("year", year.to_string().into())]);
    match when {
        When::Day(date) => day(lang, date),
        When::Month { year, month: m } => month(lang, year, m),
        When::MonthRange {
            from_year,
            from_month,
            to_year,
            to_month,
        } => match (from_year == to_year, from_month == to_month) {
            (true, true) => month(lang, to_year, to_month),
            (true, false) => format!(
                "{}–{}",
                month_name(lang, from_month),
                month(lang, to_year, to_month)
            ),
            _ => format!(
                "{} – {}",
                month(lang, from_year, from_month),
                month(lang, to_year, to_month)
            ),
        },
        When::Quarter { year, quarter } => lang.t_with(
            "common-when-quarter",
            &[
                ("quarter", quarter.to_string().into()),
                ("year", year.to_string().into()),
            ],
        ),
        When::Season { year, season } => with_year(
            match season {
                Season::Spring => "common-when-spring",
                Season::Summer => "common-when-summer",
                Season::Autumn => "common-when-autumn",
                Season::Winter => "common-when-winter",
            },
            year,
        ),
        When::EarlyYear(year) => with_year("common-when-early-year", year),
        When::TurnOfYear(year) => lang.t_with(
            "common-when-turn-of-year",
            &[
                ("year", year.to_string().into()),
                ("next", (year + 1).to_string().into()),
            ],
        ),
        When::Year(year) => year.to_string(),
        When::YearRange { from, to } if from == to => to.to_string(),
        When::YearRange { from, to } => format!("{from}–{to}"),
        When::NotBefore(year) => with_year("common-when-not-before", year),
        When::Undated => lang.t("common-when-undated"),
    }
}

/// A period as a source writes it. Where it is written as in files ("2024-01/2024-04",
/// "2024-spring"), alone or after a word ("från 2023-04"), it is written out; else it stays as it is.
pub fn period(lang: Lang, text: &str) -> String {
    if let Some(known) = coded(text) {
        return when(lang, known);
    }
    match text.rsplit_once(' ') {
        Some((words, last)) => match coded(last) {
            Some(known) => format!("{words} {}", when(lang, known)),
            None => text.to_owned(),
        },
        None => text.to_owned(),
    }
}

fn coded(text: &str) -> Option<When> {
    ["day", "month", "month_range", "quarter", "season"]
        .into_iter()
        .find_map(|precision| When::parse(Some(text), precision).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sv(text: &str, precision: &str) -> String {
        when(Lang::Sv, When::parse(Some(text), precision).expect("a date"))
    }

    fn en(text: &str, precision: &str) -> String {
        when(Lang::En, When::parse(Some(text), precision).expect("a date"))
    }

    #[test]
    fn what_is_shown_can_be_typed() {
        for (text, precision) in [
            ("2025-03-01", "day"),
            ("2025-03", "month"),
            ("2024-06/2024-07", "month_range"),
            ("2024-12/2025-01", "month_range"),
            ("2024-Q1", "quarter"),
            ("2024-spring", "season"),
            ("2024-summer", "season"),
            ("2024-autumn", "season"),
            ("2024-winter", "season"),
            ("2025", "early_year"),
            ("2022/2023", "turn_of_year"),
            ("2024", "year"),
            ("2022/2024", "year_range"),
            ("2025", "not_before"),
        ] {
            let date = When::parse(Some(text), precision).expect("a date");
            for lang in [Lang::Sv, Lang::En] {
                let shown = when(lang, date);
                assert_eq!(domain::form::parse_when(&shown), Some(date), "{shown}");
            }
        }
    }

    #[test]
    fn each_precision_is_written_as_it_is_said() {
        for (text, precision, written) in [
            ("2025-02-18", "day", "18 februari 2025"),
            ("2024-08", "month", "augusti 2024"),
            ("2024-06/2024-07", "month_range", "juni–juli 2024"),
            ("2024-06/2024-06", "month_range", "juni 2024"),
            ("2024-12/2025-01", "month_range", "december 2024 – januari 2025"),
            ("2024-Q1", "quarter", "kvartal 1 2024"),
            ("2024-spring", "season", "våren 2024"),
            ("2024-summer", "season", "sommaren 2024"),
            ("2024-autumn", "season", "hösten 2024"),
            ("2024-winter", "season", "vintern 2024"),
            ("2025", "early_year", "början av 2025"),
            ("2022/2023", "turn_of_year", "årsskiftet 2022/2023"),
            ("2024", "year", "2024"),
            ("2022/2023", "year_range", "2022–2023"),
            ("2022/2022", "year_range", "2022"),
            ("2025", "not_before", "tidigast 2025"),
            ("", "undated", "utan datum"),
        ] {
            assert_eq!(sv(text, precision), written);
        }
    }

    #[test]
    fn a_moment_is_told_by_the_swedish_clock() {
        let at = "2025-06-30T22:05:00Z".parse().expect("a moment");
        assert_eq!(moment(Lang::Sv, at), "1 juli 2025 kl. 00.05");
        assert_eq!(moment(Lang::En, at), "1 July 2025 at 00:05");
    }

    #[test]
    fn english_says_the_same() {
        for (text, precision, written) in [
            ("2025-02-18", "day", "18 February 2025"),
            ("2024-06/2024-07", "month_range", "June–July 2024"),
            ("2024-Q1", "quarter", "quarter 1 of 2024"),
            ("2024-spring", "season", "spring 2024"),
            ("2025", "early_year", "early 2025"),
            ("2022/2023", "turn_of_year", "turn of the year 2022/2023"),
            ("2025", "not_before", "2025 at the earliest"),
            ("", "undated", "undated"),
        ] {
            assert_eq!(en(text, precision), written);
        }
    }

    #[test]
    fn a_period_of_a_source_is_written_out_where_it_can_be() {
        assert_eq!(period(Lang::Sv, "2024-01/2024-04"), "januari–april 2024");
        assert_eq!(period(Lang::Sv, "från 2023-04"), "från april 2023");
        assert_eq!(period(Lang::Sv, "2024"), "2024");
        assert_eq!(period(Lang::Sv, "efter 2022–2023"), "efter 2022–2023");
        assert_eq!(period(Lang::Sv, "hittills"), "hittills");
    }
}
