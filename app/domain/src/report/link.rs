//! Links by which somebody without an account reads a decided report, for a time.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::id::{ReportId, ReportLinkId};

/// So many days a link holds where nothing else is said.
pub const LINK_DAYS: u64 = 30;
/// So many days it holds at most: whoever needs it longer is given a new one, by somebody who has thought of it.
pub const LINK_DAYS_MAX: u64 = 365;

/// A link to a decided report. The secret is no part of it: only its hash is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportLink {
    /// Identity.
    pub id: ReportLinkId,
    /// The report that it leads to.
    pub report: ReportId,
    /// For whom it was made, as whoever made it wrote: a committee, an office.
    pub for_whom: String,
    /// The last day on which it leads anywhere.
    pub ends_on: NaiveDate,
}

/// Whether a link leads anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// It does.
    Holds,
    /// Its last day has passed.
    Ended,
    /// Somebody has withdrawn it.
    Withdrawn,
}

impl ReportLink {
    /// Whether it leads anywhere on a day.
    pub fn state(&self, withdrawn: bool, today: NaiveDate) -> LinkState {
        if withdrawn {
            LinkState::Withdrawn
        } else if self.ends_on < today {
            LinkState::Ended
        } else {
            LinkState::Holds
        }
    }
}

/// The last day of a link that is made today and of which nothing else is said.
pub fn usual_end(today: NaiveDate) -> NaiveDate {
    later(today, LINK_DAYS)
}

/// The latest day that a link made today may have as its last.
pub fn latest_end(today: NaiveDate) -> NaiveDate {
    later(today, LINK_DAYS_MAX)
}

fn later(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_link_holds_through_its_last_day_unless_it_is_withdrawn() {
        let link = ReportLink {
            id: ReportLinkId(Uuid::from_u128(1)),
            report: ReportId(Uuid::from_u128(2)),
            for_whom: "Riksdagens utredningstjänst".to_owned(),
            ends_on: day("2026-03-31"),
        };
        for (today, withdrawn, expected) in [
            ("2026-03-01", false, LinkState::Holds),
            ("2026-03-31", false, LinkState::Holds),
            ("2026-04-01", false, LinkState::Ended),
            ("2026-03-01", true, LinkState::Withdrawn),
            ("2026-04-01", true, LinkState::Withdrawn),
        ] {
            assert_eq!(link.state(withdrawn, day(today)), expected, "{today} {withdrawn}");
        }
    }

    #[test]
    fn the_usual_end_is_a_month_away_and_the_latest_a_year() {
        assert_eq!(usual_end(day("2026-03-01")), day("2026-03-31"));
        assert_eq!(latest_end(day("2026-03-01")), day("2027-03-01"));
        assert_eq!(latest_end(NaiveDate::MAX), NaiveDate::MAX);
    }
}
