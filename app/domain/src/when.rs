//! Dates as sources give them: a day, a month, a season, a span of years.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A season, as plans use the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// Spring: January to June.
    Spring,
    /// Summer: June to August.
    Summer,
    /// Autumn: July to December.
    Autumn,
    /// Winter: December to the end of February.
    Winter,
}

impl Season {
    const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter];

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }
}

/// A point in time with the precision that the source gives, never a finer one.
///
/// In files it is two texts: `{"when": "2024-08", "precision": "month"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// A day.
    Day(NaiveDate),
    /// A month.
    #[expect(missing_docs, reason = "year and month say it")]
    Month { year: i32, month: u32 },
    /// A span of months, both included.
    #[expect(missing_docs, reason = "first and last month say it")]
    MonthRange {
        from_year: i32,
        from_month: u32,
        to_year: i32,
        to_month: u32,
    },
    /// A quarter, 1 to 4.
    #[expect(missing_docs, reason = "year and quarter say it")]
    Quarter { year: i32, quarter: u32 },
    /// A season.
    #[expect(missing_docs, reason = "year and season say it")]
    Season { year: i32, season: Season },
    /// The first months of a year (January to March).
    EarlyYear(i32),
    /// Around New Year: December of the first year and January of the next.
    TurnOfYear(i32),
    /// A year.
    Year(i32),
    /// A span of years, both included.
    #[expect(missing_docs, reason = "first and last year say it")]
    YearRange { from: i32, to: i32 },
    /// Not before a year; no end is given.
    NotBefore(i32),
    /// The source gives no date.
    Undated,
}

/// Why a text is no date of the given precision.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// The precision is none of those known.
    #[error(
        "unknown precision “{0}”; use day, month, month_range, quarter, season, early_year, turn_of_year, year, year_range, not_before or undated"
    )]
    Precision(String),
    /// The text does not fit the precision.
    #[error("“{text}” is no {precision}; write it like {example}")]
    Text {
        /// What was written.
        text: String,
        /// The precision that it should have.
        precision: String,
        /// A text that would do.
        example: &'static str,
    },
}

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2200;

fn year(text: &str) -> Option<i32> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
        .filter(|y| (FIRST_YEAR..=LAST_YEAR).contains(y))
}

fn month(text: &str) -> Option<(i32, u32)> {
    let (y, m) = text.split_once('-')?;
    let m = (m.len() == 2).then(|| m.parse().ok()).flatten()?;
    (1..=12).contains(&m).then_some((year(y)?, m))
}

fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    let (next_year, next_month) = if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    };
    first_of(next_year, next_month)?.pred_opt()
}

impl When {
    /// Reads the two texts of a file or a form.
    pub fn parse(text: Option<&str>, precision: &str) -> Result<Self, WhenError> {
        let given = text.unwrap_or("").trim();
        let wrong = |example| WhenError::Text {
            text: given.to_owned(),
            precision: precision.to_owned(),
            example,
        };
        match precision {
            "day" => NaiveDate::parse_from_str(given, "%Y-%m-%d")
                .ok()
                .filter(|day| (FIRST_YEAR..=LAST_YEAR).contains(&day.year()))
                .map(Self::Day)
                .ok_or_else(|| wrong("2024-09-01")),
            "month" => month(given)
                .map(|(year, month)| Self::Month { year, month })
                .ok_or_else(|| wrong("2024-09")),
            "month_range" => given
                .split_once('/')
                .and_then(|(a, b)| Some((month(a)?, month(b)?)))
                .filter(|(a, b)| a <= b)
                .map(
                    |((from_year, from_month), (to_year, to_month))| Self::MonthRange {
                        from_year,
                        from_month,
                        to_year,
                        to_month,
                    },
                )
                .ok_or_else(|| wrong("2024-06/2024-07")),
            "quarter" => given
                .split_once("-Q")
                .and_then(|(y, q)| Some((year(y)?, q.parse().ok()?)))
                .filter(|(_, q)| (1..=4).contains(q))
                .map(|(year, quarter)| Self::Quarter { year, quarter })
                .ok_or_else(|| wrong("2024-Q1")),
            "season" => given
                .split_once('-')
                .and_then(|(y, s)| {
                    let season = Season::ALL.into_iter().find(|season| season.code() == s)?;
                    Some(Self::Season {
                        year: year(y)?,
                        season,
                    })
                })
                .ok_or_else(|| wrong("2024-spring")),
            "early_year" => year(given).map(Self::EarlyYear).ok_or_else(|| wrong("2025")),
            "turn_of_year" => given
                .split_once('/')
                .and_then(|(a, b)| Some((year(a)?, year(b)?)))
                .filter(|(a, b)| a + 1 == *b)
                .map(|(a, _)| Self::TurnOfYear(a))
                .ok_or_else(|| wrong("2022/2023")),
            "year" => year(given).map(Self::Year).ok_or_else(|| wrong("2024")),
            "year_range" => given
                .split_once('/')
                .and_then(|(a, b)| Some((year(a)?, year(b)?)))
                .filter(|(a, b)| a <= b)
                .map(|(from, to)| Self::YearRange { from, to })
                .ok_or_else(|| wrong("2022/2023")),
            "not_before" => year(given).map(Self::NotBefore).ok_or_else(|| wrong("2025")),
            "undated" => given
                .is_empty()
                .then_some(Self::Undated)
                .ok_or_else(|| wrong("(nothing)")),
            other => Err(WhenError::Precision(other.to_owned())),
        }
    }

    /// The precision's code.
    pub fn precision(self) -> &'static str {
        match self {
            Self::Day(_) => "day",
            Self::Month { .. } => "month",
            Self::MonthRange { .. } => "month_range",
            Self::Quarter { .. } => "quarter",
            Self::Season { .. } => "season",
            Self::EarlyYear(_) => "early_year",
            Self::TurnOfYear(_) => "turn_of_year",
            Self::Year(_) => "year",
            Self::YearRange { .. } => "year_range",
            Self::NotBefore(_) => "not_before",
            Self::Undated => "undated",
        }
    }

    /// The text that [`When::parse`] reads back; none where undated.
    pub fn text(self) -> Option<String> {
        Some(match self {
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Month { year, month } => format!("{year}-{month:02}"),
            Self::MonthRange {
                from_year,
                from_month,
                to_year,
                to_month,
            } => {
                format!("{from_year}-{from_month:02}/{to_year}-{to_month:02}")
            }
            Self::Quarter { year, quarter } => format!("{year}-Q{quarter}"),
            Self::Season { year, season } => format!("{year}-{}", season.code()),
            Self::TurnOfYear(year) => format!("{year}/{}", year + 1),
            Self::YearRange { from, to } => format!("{from}/{to}"),
            Self::EarlyYear(year) | Self::Year(year) | Self::NotBefore(year) => year.to_string(),
            Self::Undated => return None,
        })
    }

    /// First day that it can mean; none where undated.
    pub fn first_day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month { year, month } => first_of(year, month),
            Self::MonthRange {
                from_year,
                from_month,
                ..
            } => first_of(from_year, from_month),
            Self::Quarter { year, quarter } => first_of(year, quarter * 3 - 2),
            Self::Season { year, season } => match season {
                Season::Spring => first_of(year, 1),
                Season::Summer => first_of(year, 6),
                Season::Autumn => first_of(year, 7),
                Season::Winter => first_of(year, 12),
            },
            Self::TurnOfYear(year) => first_of(year, 12),
            Self::EarlyYear(year) | Self::Year(year) | Self::NotBefore(year) => first_of(year, 1),
            Self::YearRange { from, .. } => first_of(from, 1),
            Self::Undated => None,
        }
    }

    /// Last day that it can mean; none where no end is given. The widest reading is taken, so that
    /// nothing is called late too early.
    pub fn last_day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month { year, month } => last_of(year, month),
            Self::MonthRange {
                to_year, to_month, ..
            } => last_of(to_year, to_month),
            Self::Quarter { year, quarter } => last_of(year, quarter * 3),
            Self::Season { year, season } => match season {
                Season::Spring => last_of(year, 6),
                Season::Summer => last_of(year, 8),
                Season::Autumn => last_of(year, 12),
                Season::Winter => last_of(year + 1, 2),
            },
            Self::EarlyYear(year) => last_of(year, 3),
            Self::TurnOfYear(year) => last_of(year + 1, 1),
            Self::Year(year) => last_of(year, 12),
            Self::YearRange { to, .. } => last_of(to, 12),
            Self::NotBefore(_) | Self::Undated => None,
        }
    }

    /// Some day of it can lie within the years, both included.
    pub fn touches(self, from_year: i32, to_year: i32) -> bool {
        match (self.first_day(), self.last_day()) {
            (Some(first), Some(last)) => first.year() <= to_year && last.year() >= from_year,
            _ => false,
        }
    }

    /// Over before the day: its last possible day lies earlier.
    pub fn passed(self, day: NaiveDate) -> bool {
        self.last_day().is_some_and(|last| last < day)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().unwrap_or_default())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WhenTexts {
    #[serde(default)]
    when: Option<String>,
    precision: String,
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WhenTexts {
            when: self.text(),
            precision: self.precision().to_owned(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let texts = WhenTexts::deserialize(deserializer)?;
        Self::parse(texts.when.as_deref(), &texts.precision).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
    }

    #[test]
    fn it_is_written_as_its_text_and_as_nothing_without_a_date() {
        let quarter = When::Quarter {
            year: 2024,
            quarter: 4,
        };
        assert_eq!(quarter.to_string(), "2024-Q4");
        assert_eq!(When::Undated.to_string(), "");
    }

    #[test]
    fn each_precision_reads_back_and_spans_what_it_says() {
        for (text, precision, first, last) in [
            ("2023-01-01", "day", day(2023, 1, 1), day(2023, 1, 1)),
            ("2024-02", "month", day(2024, 2, 1), day(2024, 2, 29)),
            (
                "2024-12/2025-01",
                "month_range",
                day(2024, 12, 1),
                day(2025, 1, 31),
            ),
            ("2024-Q4", "quarter", day(2024, 10, 1), day(2024, 12, 31)),
            ("2024-spring", "season", day(2024, 1, 1), day(2024, 6, 30)),
            ("2024-summer", "season", day(2024, 6, 1), day(2024, 8, 31)),
            ("2024-autumn", "season", day(2024, 7, 1), day(2024, 12, 31)),
            ("2024-winter", "season", day(2024, 12, 1), day(2025, 2, 28)),
            ("2025", "early_year", day(2025, 1, 1), day(2025, 3, 31)),
            ("2022/2023", "turn_of_year", day(2022, 12, 1), day(2023, 1, 31)),
            ("2023", "year", day(2023, 1, 1), day(2023, 12, 31)),
            ("2018/2021", "year_range", day(2018, 1, 1), day(2021, 12, 31)),
        ] {
            let when = When::parse(Some(text), precision).expect(text);
            assert_eq!(when.text().as_deref(), Some(text));
            assert_eq!(when.precision(), precision);
            assert_eq!(
                (when.first_day(), when.last_day()),
                (Some(first), Some(last)),
                "{text}"
            );
            assert!(when.passed(last.succ_opt().expect("a next day")));
            assert!(!when.passed(last));
        }
    }

    #[test]
    fn what_has_no_end_is_never_over() {
        let far = day(2199, 1, 1);
        assert_eq!(When::parse(None, "undated"), Ok(When::Undated));
        assert!(!When::Undated.passed(far) && !When::Undated.touches(1900, 2200));
        assert!(!When::NotBefore(2025).passed(far));
    }

    #[test]
    fn a_wrong_text_says_how_to_write_it() {
        for (text, precision) in [
            ("2024-13", "month"),
            ("2024-8", "month"),
            ("2024-07/2024-06", "month_range"),
            ("2024-Q5", "quarter"),
            ("2024-vår", "season"),
            ("2022/2024", "turn_of_year"),
            ("24", "year"),
            ("02024", "year"),
            ("1899", "year"),
            ("2201", "year"),
            ("2024", "undated"),
            ("2023-02-29", "day"),
        ] {
            assert!(
                matches!(When::parse(Some(text), precision), Err(WhenError::Text { .. })),
                "{text} {precision}"
            );
        }
        assert!(matches!(
            When::parse(Some("2024"), "decade"),
            Err(WhenError::Precision(_))
        ));
    }

    proptest! {
        #[test]
        fn no_text_panics_and_what_is_read_reads_back(text in "[0-9/Qa-z-]{0,16}", index in 0_usize..11) {
            let precision = ["day", "month", "month_range", "quarter", "season", "early_year",
                "turn_of_year", "year", "year_range", "not_before", "undated"][index];
            if let Ok(when) = When::parse(Some(&text), precision) {
                prop_assert_eq!(When::parse(when.text().as_deref(), precision), Ok(when));
                if let (Some(first), Some(last)) = (when.first_day(), when.last_day()) {
                    prop_assert!(first <= last);
                }
            }
        }
    }
}
