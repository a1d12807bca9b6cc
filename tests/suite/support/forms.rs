//! Forms sent through the services, and where their answers lead.

use service::{Answer, Result};
use uuid::Uuid;

/// Where an accepted form leads.
#[track_caller]
pub fn done(answer: Result<Answer>) -> String {
    match answer {
        Ok(Answer::Done(place)) => place,
        other => panic!("not accepted: {other:?}"),
    }
}

/// Part of an address, after what comes before it.
#[track_caller]
pub fn after<'a>(place: &'a str, before: &str) -> &'a str {
    let (_, rest) = place.split_once(before).expect("the address has that part");
    rest.split(['?', '#', '/']).next().unwrap_or_default()
}

/// What an address says was done.
pub fn notice(place: &Result<String>) -> &str {
    after(place.as_ref().expect("may do that"), "klart=")
}

/// A name for a sending.
pub fn key() -> String {
    Uuid::now_v7().to_string()
}
