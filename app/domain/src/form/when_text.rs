//! Dates as people write them in Swedish and English.

use chrono::NaiveDate;

use crate::when::{Season, When};

const MONTHS: [(&str, &str); 12] = [
    ("januari", "january"),
    ("februari", "february"),
    ("mars", "march"),
    ("april", "april"),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("december", "december"),
];

fn month_number(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    if word.chars().count() < 3 {
        return None;
    }
    let index = MONTHS
        .iter()
        .position(|(sv, en)| sv.starts_with(word) || en.starts_with(word))?;
    u32::try_from(index + 1).ok()
}

fn season(word: &str) -> Option<Season> {
    match word {
        "vår" | "våren" | "spring" => Some(Season::Spring),
        "sommar" | "sommaren" | "summer" => Some(Season::Summer),
        "höst" | "hösten" | "autumn" | "fall" => Some(Season::Autumn),
        "vinter" | "vintern" | "winter" => Some(Season::Winter),
        _ => None,
    }
}

fn year(word: &str) -> Option<i32> {
    match When::parse(Some(word), "year") {
        Ok(When::Year(year)) => Some(year),
        _ => None,
    }
}

/// A day: "2025-03-01", "20250301", "1 mars 2025".
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    match parse_when(text)? {
        When::Day(day) => Some(day),
        _ => None,
    }
}

/// A date with whatever precision was written: "2025-03-01", "1 mars 2025", "2025-03", "mars 2025",
/// "2025 kvartal 2", "2025-Q2", "våren 2025", "början av 2025", "årsskiftet 2024/2025", "2023–2024",
/// "juni–juli 2024", "december 2024–januari 2025", "2025".
pub fn parse_when(text: &str) -> Option<When> {
    let text = text
        .trim()
        .to_lowercase()
        .replace(['–', '—', '−'], "-")
        .replace([',', '\u{a0}'], " ");
    let exact = ["day", "month", "quarter", "year", "month_range", "season"]
        .into_iter()
        .find_map(|precision| When::parse(Some(&text.replace("-q", "-Q")), precision).ok());
    if exact.is_some() {
        return exact;
    }
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        let day = NaiveDate::parse_from_str(&text, "%Y%m%d").ok()?;
        // As it is stored, which says of what years a day may be.
        return When::parse(Some(&day.to_string()), "day").ok();
    }
    if let Some((from, to)) = years(&text) {
        return (from <= to).then_some(When::YearRange { from, to });
    }
    if let Some(range) = months(&text) {
        return Some(range);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [word, y] if season(word).is_some() => Some(When::Season {
            year: year(y)?,
            season: season(word)?,
        }),
        ["kvartal" | "quarter", q, y] | [y, "kvartal" | "quarter", q] | ["quarter", q, "of", y] => {
            quarter(year(y)?, q)
        }
        [q, y] | [y, q] if q.starts_with('q') && year(y).is_some() => quarter(year(y)?, q.get(1..)?),
        ["början" | "start", "av" | "of", y] | ["tidigt" | "early", y] => year(y).map(When::EarlyYear),
        ["tidigast" | "earliest", y] | ["not", "before", y] | [y, "at", "the", "earliest"] => {
            year(y).map(When::NotBefore)
        }
        ["utan", "datum"] | ["undated"] => Some(When::Undated),
        ["årsskiftet", span] | ["turn", "of", "the", "year", span] => {
            let (from, to) = years(span)?;
            (from + 1 == to).then_some(When::TurnOfYear(from))
        }
        [word, y] => Some(When::Month {
            year: year(y)?,
            month: month_number(word)?,
        }),
        [day, word, y] => {
            NaiveDate::from_ymd_opt(year(y)?, month_number(word)?, day.parse().ok()?).map(When::Day)
        }
        _ => None,
    }
}

/// The text that a field shows for a date, and that [`parse_when`] reads back to the same.
pub fn typed_when(when: When) -> String {
    match when {
        When::Season { year, season } => {
            let name = match season {
                Season::Spring => "våren",
                Season::Summer => "sommaren",
                Season::Autumn => "hösten",
                Season::Winter => "vintern",
            };
            format!("{name} {year}")
        }
        When::EarlyYear(year) => format!("början av {year}"),
        When::TurnOfYear(year) => format!("årsskiftet {year}/{}", year + 1),
        When::NotBefore(year) => format!("tidigast {year}"),
        When::Undated => "utan datum".to_owned(),
        other => other.text().unwrap_or_default(),
    }
}

fn quarter(year: i32, text: &str) -> Option<When> {
    let quarter = text.parse().ok().filter(|q| (1..=4).contains(q))?;
    Some(When::Quarter { year, quarter })
}

/// "juni-juli 2024", "december 2024 - januari 2025": the first month's year may stand with the last.
fn months(text: &str) -> Option<When> {
    let (from, to) = text.split_once('-')?;
    let words: Vec<&str> = to.split_whitespace().collect();
    let [to, to_year] = *words.as_slice() else {
        return None;
    };
    let to_year = year(to_year)?;
    let words: Vec<&str> = from.split_whitespace().collect();
    let (from, from_year) = match *words.as_slice() {
        [from] => (from, to_year),
        [from, from_year] => (from, year(from_year)?),
        _ => return None,
    };
    let (from_month, to_month) = (month_number(from)?, month_number(to)?);
    ((from_year, from_month) <= (to_year, to_month)).then_some(When::MonthRange {
        from_year,
        from_month,
        to_year,
        to_month,
    })
}

fn years(text: &str) -> Option<(i32, i32)> {
    let (from, to) = text.split_once(['/', '-'])?;
    Some((year(from.trim())?, year(to.trim())?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn people_write_dates_in_many_ways() {
        for (text, precision, stored) in [
            ("2025-03-01", "day", "2025-03-01"),
            ("20250301", "day", "2025-03-01"),
            ("1 mars 2025", "day", "2025-03-01"),
            ("2025-03", "month", "2025-03"),
            ("Mars 2025", "month", "2025-03"),
            ("maj 2025", "month", "2025-05"),
            ("sept. 2024", "month", "2024-09"),
            ("October 2024", "month", "2024-10"),
            ("2025-q2", "quarter", "2025-Q2"),
            ("kvartal 2 2025", "quarter", "2025-Q2"),
            ("Q4 2024", "quarter", "2024-Q4"),
            ("våren 2025", "season", "2025-spring"),
            ("HÖSTEN 2024", "season", "2024-autumn"),
            ("början av 2025", "early_year", "2025"),
            ("årsskiftet 2024/2025", "turn_of_year", "2024/2025"),
            ("2023–2024", "year_range", "2023/2024"),
            ("juni–juli 2024", "month_range", "2024-06/2024-07"),
            ("juni - juli 2024", "month_range", "2024-06/2024-07"),
            ("dec. 2024–jan. 2025", "month_range", "2024-12/2025-01"),
            ("December 2024 – Januari 2025", "month_range", "2024-12/2025-01"),
            ("2025 kvartal 2", "quarter", "2025-Q2"),
            ("quarter 2 of 2025", "quarter", "2025-Q2"),
            ("early 2025", "early_year", "2025"),
            ("not before 2025", "not_before", "2025"),
            ("2025 at the earliest", "not_before", "2025"),
            ("turn of the year 2024/2025", "turn_of_year", "2024/2025"),
            (" 2025 ", "year", "2025"),
        ] {
            let when = parse_when(text).unwrap_or_else(|| panic!("{text} is a date"));
            assert_eq!(
                (when.precision(), when.text().as_deref()),
                (precision, Some(stored)),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "snart",
            "13 2025",
            "2025-02-30",
            "31 april 2025",
            "kvartal 5 2025",
            "ma 2025",
            "årsskiftet 2023/2025",
            "2025/2023",
            "juli-juni 2024",
            "januari 2025–december 2024",
            "december–januari",
            "0 mars 2025",
        ] {
            assert_eq!(parse_when(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_of_the_same_years_however_it_is_written() {
        for (dashed, digits, is_day) in [
            ("0122-11-08", "01221108", false),
            ("1899-12-31", "18991231", false),
            ("1900-01-01", "19000101", true),
            ("2200-12-31", "22001231", true),
            ("2201-01-01", "22010101", false),
        ] {
            let day = is_day.then(|| dashed.parse().expect("a day")).map(When::Day);
            assert_eq!((parse_when(dashed), parse_when(digits)), (day, day), "{digits}");
        }
    }

    #[test]
    fn what_a_field_shows_is_read_back_as_it_was() {
        for when in [
            When::Day("2025-03-01".parse().expect("a day")),
            When::Month { year: 2025, month: 3 },
            When::MonthRange {
                from_year: 2024,
                from_month: 12,
                to_year: 2025,
                to_month: 1,
            },
            When::Quarter {
                year: 2024,
                quarter: 1,
            },
            When::Season {
                year: 2024,
                season: Season::Spring,
            },
            When::Season {
                year: 2024,
                season: Season::Summer,
            },
            When::Season {
                year: 2024,
                season: Season::Autumn,
            },
            When::Season {
                year: 2024,
                season: Season::Winter,
            },
            When::EarlyYear(2025),
            When::TurnOfYear(2022),
            When::Year(2024),
            When::YearRange { from: 2022, to: 2023 },
            When::NotBefore(2025),
            When::Undated,
        ] {
            assert_eq!(parse_when(&typed_when(when)), Some(when), "{when:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,24}") {
            if let Some(when) = parse_when(&text) {
                prop_assert_eq!(parse_when(&typed_when(when)), Some(when));
            }
        }
    }
}
