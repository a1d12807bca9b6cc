//! The shares of the measures, in which what has been measured is kept and read again.

use std::collections::BTreeSet;

use domain::id::MeasureId;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, IntoColumnRef};
use sea_orm::{DbBackend, Value};

/// The table of measurements, and what its mark is called by.
pub(super) const MEASUREMENTS: &str = "measurement";

/// Of more shares than this, reading all is as soon done as looking for what is theirs.
pub(super) const FEW: usize = 64;

/// A share of the measures, by the last byte of their identity.
pub(super) type Share = u8;

/// The share that a measure is of.
pub(super) fn share_of(measure: MeasureId) -> Share {
    let [.., last] = *measure.0.as_bytes();
    last
}

/// The share whose measurements a mark tells of, by what the mark is called by (migration 27): `measurement/0a`.
pub(super) fn share_marked(name: &str) -> Option<Share> {
    let share = name.strip_prefix(MEASUREMENTS)?.strip_prefix('/')?;
    Share::from_str_radix(share, 16).ok()
}

/// Of which measures something is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shares {
    /// Of all.
    All,
    /// Of those in these few shares.
    Few(BTreeSet<Share>),
}

impl Shares {
    /// That a column of measures' identities is of these shares.
    pub(crate) fn on(&self, backend: DbBackend, measure: impl IntoColumnRef) -> Condition {
        let Self::Few(shares) = self else {
            return Condition::all();
        };
        let measure = Expr::col(measure);
        let share = match backend {
            DbBackend::Postgres => Expr::cust_with_expr("right($1::text, 2)", measure),
            _ => Expr::cust_with_expr("substr(?, -1)", measure),
        };
        let value = |share: &Share| match backend {
            DbBackend::Postgres => Value::from(format!("{share:02x}")),
            _ => Value::from(vec![*share]),
        };
        Condition::all().add(share.is_in(shares.iter().map(value)))
    }
}
