//! What is disposed of, and after how long (gallring). The audit log and everything that is stated, graded and
//! decided is kept: they are public records, and an archive authority's decision comes before any of it goes.

use chrono::TimeDelta;

/// Sessions are kept so long after their end: what they send too late is their account's (decision 9).
pub const SESSION: TimeDelta = TimeDelta::days(1);
/// One-time links are kept so long after they were used or ran out: whoever comes with an old one is told so.
pub const LINK: TimeDelta = TimeDelta::days(30);
/// Links to reports are kept so long after their last day: what was let out, and to whom, can be looked up. That a link
/// was made and withdrawn stays in the audit log.
pub const REPORT_LINK: TimeDelta = TimeDelta::days(365);
/// Wrong passwords and codes are forgotten so long after the last of them.
pub const ATTEMPT: TimeDelta = TimeDelta::days(1);
/// Drafts of forms go when they have run out.
pub const DRAFT: TimeDelta = TimeDelta::zero();
/// Names of sendings are kept so long: a form that is sent twice within it makes one row.
pub const SUBMISSION: TimeDelta = TimeDelta::days(30);

/// Notes of what was mailed are kept so long: nobody gets a day's digest twice.
pub const DIGEST: TimeDelta = TimeDelta::days(30);

/// How many rows were disposed of, of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Disposed {
    /// Sessions that had ended.
    pub sessions: u64,
    /// One-time links that had been used or had run out.
    pub links: u64,
    /// Addresses and accounts with wrong passwords and codes.
    pub attempts: u64,
    /// Drafts that had run out.
    pub drafts: u64,
    /// Names of sendings.
    pub submissions: u64,
    /// Notes of what was mailed.
    pub digests: u64,
    /// Links to reports whose last day was long ago.
    pub report_links: u64,
}
