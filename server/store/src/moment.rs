use chrono::{DateTime, NaiveDate, Utc};
use domain::local_time::local_time;
use uuid::Uuid;

use crate::error::{Result, StoreError};

/// Microseconds since 1970, as moments are stored on both databases.
pub(crate) fn micros(moment: DateTime<Utc>) -> i64 {
    moment.timestamp_micros()
}

/// The moment that a column holds.
pub(crate) fn moment(table: &'static str, id: &str, micros: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_micros(micros).ok_or_else(|| StoreError::Damaged {
        table,
        id: id.to_owned(),
        reason: format!("{micros} microseconds are no moment"),
    })
}

/// The day of a moment where the agency is.
pub(crate) fn local_day(moment: DateTime<Utc>) -> NaiveDate {
    local_time(moment).date()
}

/// When something was begun: an identity of version 7 tells.
pub(crate) fn begun_at(id: Uuid) -> Option<DateTime<Utc>> {
    let (seconds, nanos) = id.get_timestamp()?.to_unix();
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
}
