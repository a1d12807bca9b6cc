//! Numbers, dates, periods and codes as people type them.

use chrono::NaiveDate;
use domain::account::NewAccount;
use domain::form::{parse_day, parse_number, parse_when, typed_number, typed_when, without_english_commas};
use domain::identity::RoleMap;
use domain::measure::Period;
use domain::register::{folded, sort_key, words};
use domain::role::Role;

/// Reads a text as all of them: what is read is written, and read again as the same.
pub fn typed(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    if let Some(number) = parse_number(text) {
        assert_eq!(parse_number(&typed_number(number)), Some(number), "{text:?}");
    }
    let plain = without_english_commas(text);
    assert!(plain.len() <= text.len(), "{text:?}");
    let when = parse_when(text);
    if let Some(when) = when {
        assert_eq!(parse_when(&typed_when(when)), Some(when), "{text:?}");
    }
    let day: Option<NaiveDate> = parse_day(text);
    assert!(day.is_none() || when.is_some(), "{text:?}");
    if let Some(period) = Period::parse(text) {
        assert_eq!(Period::parse(&period.to_string()), Some(period), "{text:?}");
        assert!(period.first <= period.last, "{text:?}");
    }
    let _ = NewAccount::parse(text, Some(text), &[Role::Auditor]);
    let _ = RoleMap::parse(text.lines());
    assert_eq!(folded(&folded(text)), folded(text), "{text:?}");
    let _ = (sort_key(text), words(text));
}
