//! Periods that something is measured over.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::form::{parse_day, parse_when};
use crate::when::When;

/// How often: the length of a calendar period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cadence {
    /// Every month.
    Month,
    /// Every three months.
    Quarter,
    /// Every four months.
    Tertial,
    /// Every six months.
    HalfYear,
    /// Every calendar year.
    Year,
}

impl Cadence {
    /// All, the shortest first.
    pub const ALL: [Self; 5] = [
        Self::Month,
        Self::Quarter,
        Self::Tertial,
        Self::HalfYear,
        Self::Year,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Tertial => "tertial",
            Self::HalfYear => "half_year",
            Self::Year => "year",
        }
    }

    /// The cadence with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Months in one period.
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Tertial => 4,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// So many days after the end of a period what was measured over it is to be there: the shorter the period, the
    /// fewer.
    pub fn days_to_measure(self) -> Days {
        Days::new(match self {
            Self::Month => 14,
            Self::Quarter | Self::Tertial => 30,
            Self::HalfYear => 45,
            Self::Year => 60,
        })
    }

    /// The period of this length that a day lies in. None at the ends of time alone.
    pub fn around(self, day: NaiveDate) -> Option<Period> {
        let before = day.month0() / self.months() * self.months();
        let first = NaiveDate::from_ymd_opt(day.year(), before + 1, 1)?;
        self.from(first)
    }

    /// The latest period of this length that was over when a day began.
    pub fn over_before(self, day: NaiveDate) -> Option<Period> {
        let current = self.around(day)?;
        self.around(current.first.checked_sub_days(Days::new(1))?)
    }

    fn from(self, first: NaiveDate) -> Option<Period> {
        let next = first.checked_add_months(Months::new(self.months()))?;
        Some(Period {
            first,
            last: next.checked_sub_days(Days::new(1))?,
        })
    }
}

/// Whole days from the first to the last. Written "2025", "2025-T1", "2025-Q3", "2025-H1", "2025-03", "2025-03-01"
/// or "2025-03-01/2025-03-20".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub first: NaiveDate,
    /// Last day, not before the first.
    pub last: NaiveDate,
}

impl Period {
    /// The calendar period that it is, where it is one.
    pub fn cadence(self) -> Option<Cadence> {
        Cadence::ALL
            .into_iter()
            .find(|cadence| cadence.around(self.first) == Some(self))
    }

    /// Which of its year it is, from 1; none where it is no calendar period.
    pub fn number(self) -> Option<u32> {
        let months = self.cadence()?.months();
        Some(self.first.month0() / months + 1)
    }

    /// It is over by the end of a day.
    pub fn is_over(self, as_of: NaiveDate) -> bool {
        self.last <= as_of
    }

    /// It lies wholly within another.
    pub fn is_within(self, other: Self) -> bool {
        other.first <= self.first && self.last <= other.last
    }

    /// Reads a period as people write it, and as it is written here. None for what is no period, or is none that has
    /// a first and a last day.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((from, to)) = text.split_once('/').or_else(|| text.split_once("–"))
            && let (Some(first), Some(last)) = (parse_day(from), parse_day(to))
        {
            return (first <= last).then_some(Self { first, last });
        }
        if let Some(part) = part_of_year(text) {
            return Some(part);
        }
        match parse_when(text)? {
            When::Day(day) => Some(Self {
                first: day,
                last: day,
            }),
            when @ (When::Month { .. }
            | When::MonthRange { .. }
            | When::Quarter { .. }
            | When::Year(_)
            | When::YearRange { .. }) => Some(Self {
                first: when.first_day()?,
                last: when.last_day()?,
            }),
            When::Season { .. }
            | When::EarlyYear(_)
            | When::TurnOfYear(_)
            | When::NotBefore(_)
            | When::Undated => None,
        }
    }
}

/// "T1 2025", "2025 tertial 1", "2025-H2", "halvår 1 2025", "kv 3 2025", "K3 2025".
fn part_of_year(text: &str) -> Option<Period> {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let (mut year, mut cadence, mut number) = (None, None, None);
    for word in &words {
        let (letters, digits) = word.split_at(word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len()));
        if !letters.is_empty() {
            cadence = Some(match letters {
                "t" | "tertial" => Cadence::Tertial,
                "h" | "halvår" | "half" => Cadence::HalfYear,
                "k" | "kv" | "kvartal" | "q" | "quarter" => Cadence::Quarter,
                _ => return None,
            });
        }
        match digits.len() {
            0 => {}
            1 if number.is_none() => number = digits.parse::<u32>().ok(),
            4 if year.is_none() => year = digits.parse::<i32>().ok(),
            _ => return None,
        }
    }
    let (year, cadence, number) = (year?, cadence?, number?);
    let month = number.checked_sub(1)?.checked_mul(cadence.months())? + 1;
    cadence.from(NaiveDate::from_ymd_opt(year, month, 1)?)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.first.year(), self.number().unwrap_or_default());
        match self.cadence() {
            Some(Cadence::Year) => write!(f, "{year:04}"),
            Some(Cadence::HalfYear) => write!(f, "{year:04}-H{number}"),
            Some(Cadence::Tertial) => write!(f, "{year:04}-T{number}"),
            Some(Cadence::Quarter) => write!(f, "{year:04}-Q{number}"),
            Some(Cadence::Month) => write!(f, "{year:04}-{number:02}"),
            None if self.first == self.last => write!(f, "{}", self.first),
            None => write!(f, "{}/{}", self.first, self.last),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn periods_are_read_as_people_write_them() {
        for (typed, written) in [
            ("2025", "2025"),
            ("2025 kv 3", "2025-Q3"),
            ("kvartal 3 2025", "2025-Q3"),
            ("2025-Q3", "2025-Q3"),
            ("K3 2025", "2025-Q3"),
            ("T1 2025", "2025-T1"),
            ("2025 tertial 3", "2025-T3"),
            ("2025-H2", "2025-H2"),
            ("halvår 1 2025", "2025-H1"),
            ("mars 2025", "2025-03"),
            ("2025-03", "2025-03"),
            ("2025-03-01", "2025-03-01"),
            ("juli–september 2025", "2025-Q3"),
            ("2025-03-01/2025-03-20", "2025-03-01/2025-03-20"),
            ("2025-03-01–2025-03-31", "2025-03"),
        ] {
            assert_eq!(
                Period::parse(typed).map(|period| period.to_string()).as_deref(),
                Some(written),
                "{typed}"
            );
        }
        for wrong in [
            "",
            "T4 2025",
            "T0 2025",
            "H3 2025",
            "kv 5 2025",
            "våren 2025",
            "2025-03-20/2025-03-01",
            "x1 2025",
            "T1",
            "T12 2025",
            "T1 2 2025",
            "T1 2025 2026",
        ] {
            assert_eq!(Period::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_has_a_period_of_each_length_and_one_that_was_over_before_it() {
        let around = |cadence: Cadence, at: &str| cadence.around(day(at)).map(|one| one.to_string());
        assert_eq!(around(Cadence::Tertial, "2025-09-01").as_deref(), Some("2025-T3"));
        assert_eq!(around(Cadence::Tertial, "2025-08-31").as_deref(), Some("2025-T2"));
        let over = |cadence: Cadence, at: &str| cadence.over_before(day(at)).map(|one| one.to_string());
        assert_eq!(over(Cadence::Quarter, "2026-01-01").as_deref(), Some("2025-Q4"));
        assert_eq!(over(Cadence::Quarter, "2025-12-31").as_deref(), Some("2025-Q3"));
        assert_eq!(over(Cadence::Year, "2025-12-31").as_deref(), Some("2024"));
    }

    #[test]
    fn the_last_day_is_part_of_it() {
        let year = Period::parse("2025").expect("a year");
        assert!(!year.is_over(day("2025-12-30")));
        assert!(year.is_over(day("2025-12-31")));
        assert!(Period::parse("2025-Q4").expect("a quarter").is_within(year));
        assert!(
            !Period::parse("2025-12-31/2026-01-01")
                .expect("two days")
                .is_within(year)
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(first in 0_i64..20_000, days in 0_u64..900) {
            let first = day("2000-01-01") + chrono::Duration::days(first);
            let period = Period { first, last: first + Days::new(days) };
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
        }

        #[test]
        fn every_day_lies_in_its_period(days in 0_i64..20_000) {
            let at = day("2000-01-01") + chrono::Duration::days(days);
            for cadence in Cadence::ALL {
                let period = cadence.around(at).expect("a period");
                prop_assert!(period.first <= at && at <= period.last);
                prop_assert_eq!(period.cadence(), Some(cadence));
                prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
            }
        }

        #[test]
        fn nothing_typed_panics(text in "\\PC{0,30}") {
            let _ = Period::parse(&text);
        }
    }
}
