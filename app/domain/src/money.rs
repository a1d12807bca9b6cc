//! Money as exact öre.

use std::iter::Sum;
use std::ops::Add;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An amount in öre (1/100 SEK), exact. Serialised as an integer number of öre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// Nothing. Only for sums: what is unknown is `None`, never zero.
    pub const ZERO: Self = Self(0);

    /// An amount given in thousands of kronor (tkr); `None` where it does not fit.
    pub fn from_tkr(tkr: i64) -> Option<Self> {
        tkr.checked_mul(100_000).map(Self)
    }

    /// The amount in kronor, exact.
    pub fn kronor(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// The amount in thousands of kronor, exact.
    pub fn tkr(self) -> Decimal {
        Decimal::new(self.0, 5)
    }
}

impl Add for Money {
    type Output = Self;

    /// Saturates: amounts come bounded from [`crate::form`], so that a sum of all that a database can
    /// hold stays far below the limit.
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}
