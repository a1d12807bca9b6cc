//! Swedish time. Days and hours are shown and reckoned by Stockholm's clock; the offset is taken by
//! rule rather than from a time zone table: summer time from the last Sunday of March to that of
//! October, at 01:00 UTC.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, Utc, Weekday};

/// What the clock shows in Sweden at the moment.
pub fn local_time(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.naive_utc() + offset(moment.naive_utc())
}

/// The moment at which the day begins in Sweden.
pub fn day_begins(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    // Midnight is never within the hour that is skipped or comes twice, so the offset an hour before
    // is that of midnight itself.
    (midnight - offset(midnight - Duration::hours(2))).and_utc()
}

fn offset(utc: NaiveDateTime) -> Duration {
    let last_sunday = |month: u32| {
        let next = NaiveDate::from_ymd_opt(utc.year(), month + 1, 1)?;
        let last = next.pred_opt()?;
        Some(last - Duration::days(i64::from(last.weekday().days_since(Weekday::Sun))))
    };
    let at_one = |day: Option<NaiveDate>| day.and_then(|day| day.and_hms_opt(1, 0, 0));
    let summer = match (at_one(last_sunday(3)), at_one(last_sunday(10))) {
        (Some(start), Some(end)) => (start..end).contains(&utc),
        _ => false,
    };
    Duration::hours(if summer { 2 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        local_time(text.parse().expect("a moment")).to_string()
    }

    #[test]
    fn the_day_changes_at_swedish_midnight_in_winter_and_summer() {
        assert_eq!(shown("2024-12-31T22:59:59Z"), "2024-12-31 23:59:59");
        assert_eq!(shown("2024-12-31T23:00:00Z"), "2025-01-01 00:00:00");
        assert_eq!(shown("2024-06-30T21:59:59Z"), "2024-06-30 23:59:59");
        assert_eq!(shown("2024-06-30T22:00:00Z"), "2024-07-01 00:00:00");
        // The clocks change at 01:00 UTC on 2024-03-31 and 2024-10-27.
        assert_eq!(shown("2024-03-31T00:59:00Z"), "2024-03-31 01:59:00");
        assert_eq!(shown("2024-03-31T01:00:00Z"), "2024-03-31 03:00:00");
        assert_eq!(shown("2024-10-27T22:59:00Z"), "2024-10-27 23:59:00");
    }

    #[test]
    fn a_day_begins_where_the_clock_shows_midnight() {
        let mut day: NaiveDate = "2024-01-01".parse().expect("a day");
        for _ in 0..366 {
            let shown = local_time(day_begins(day));
            assert_eq!(shown.to_string(), format!("{day} 00:00:00"));
            day = day.succ_opt().expect("a day");
        }
    }
}
