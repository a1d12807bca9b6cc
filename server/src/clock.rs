use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::ctx::{Actor, Ctx};
use uuid::Uuid;

/// Now, cut to microseconds: PostgreSQL keeps no more, and a moment that is compared with a stored
/// one has to be as long.
#[expect(
    clippy::disallowed_methods,
    reason = "the clock: everybody else is given the moment"
)]
pub fn now() -> DateTime<Utc> {
    let now = Utc::now();
    now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
}

/// The context of a command line.
pub(crate) fn operator() -> Ctx {
    Ctx {
        actor: Actor::Operator,
        now: now(),
        request_id: Uuid::now_v7(),
        session: None,
        others: None,
    }
}
