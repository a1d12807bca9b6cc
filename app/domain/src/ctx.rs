//! Who asks, and when: the plain data that every use case is given first.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::AccountId;
use crate::role::{Grant, Role};

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// Nobody is signed in.
    Anonymous,
    /// The operator at the command line, who has the database file anyway.
    Operator,
    /// A signed-in account.
    Account {
        /// Identity.
        id: AccountId,
        /// Name as shown.
        name: String,
        /// Roles with scope and time.
        grants: Vec<Grant>,
    },
}

/// The context of one request or command: actor, one `now`, request id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ctx {
    /// Who acts.
    pub actor: Actor,
    /// The one moment of the request, cut to microseconds.
    pub now: DateTime<Utc>,
    /// Names the request in logs, in audit rows and on error pages.
    pub request_id: Uuid,
    /// Names the signed-in browser (the hash of its token): drafts of forms belong to it.
    pub session: Option<String>,
}

impl Ctx {
    /// Today, in the agency's calendar. Swedish agencies reckon days by Stockholm time; a day's
    /// boundary matters for cut-offs and grants alone, so the offset is taken by rule rather than
    /// from a time zone table: summer time from the last Sunday of March to that of October.
    pub fn today(&self) -> NaiveDate {
        stockholm_date(self.now)
    }

    /// The account that acts, where one does.
    pub fn account_id(&self) -> Option<AccountId> {
        match &self.actor {
            Actor::Account { id, .. } => Some(*id),
            Actor::Anonymous | Actor::Operator => None,
        }
    }

    /// The roles that the actor holds today, in listed order, each once.
    pub fn roles(&self) -> Vec<Role> {
        let today = self.today();
        match &self.actor {
            Actor::Account { grants, .. } => Role::ALL
                .into_iter()
                .filter(|role| {
                    grants
                        .iter()
                        .any(|grant| grant.role == *role && grant.holds(today))
                })
                .collect(),
            Actor::Anonymous | Actor::Operator => Vec::new(),
        }
    }
}

fn stockholm_date(now: DateTime<Utc>) -> NaiveDate {
    use chrono::{Datelike, Duration, Weekday};
    let last_sunday = |month: u32| {
        let next = NaiveDate::from_ymd_opt(now.year(), month + 1, 1)?;
        let last = next.pred_opt()?;
        Some(last - Duration::days(i64::from(last.weekday().days_since(Weekday::Sun))))
    };
    let at_one = |day: Option<NaiveDate>| day.and_then(|day| day.and_hms_opt(1, 0, 0));
    let summer = match (at_one(last_sunday(3)), at_one(last_sunday(10))) {
        (Some(start), Some(end)) => (start..end).contains(&now.naive_utc()),
        _ => false,
    };
    (now + Duration::hours(if summer { 2 } else { 1 })).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> String {
        stockholm_date(text.parse().expect("a moment")).to_string()
    }

    #[test]
    fn the_day_changes_at_swedish_midnight_in_winter_and_summer() {
        assert_eq!(date("2024-12-31T22:59:59Z"), "2024-12-31");
        assert_eq!(date("2024-12-31T23:00:00Z"), "2025-01-01");
        assert_eq!(date("2024-06-30T21:59:59Z"), "2024-06-30");
        assert_eq!(date("2024-06-30T22:00:00Z"), "2024-07-01");
        // The clocks change at 01:00 UTC on 2024-03-31 and 2024-10-27.
        assert_eq!(date("2024-03-30T23:00:00Z"), "2024-03-31");
        assert_eq!(date("2024-03-31T22:00:00Z"), "2024-04-01");
        assert_eq!(date("2024-10-27T22:59:00Z"), "2024-10-27");
    }
}
