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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_the_same_in_kronor_and_in_thousands() {
        let some = Money::from_tkr(12).expect("it fits");
        assert_eq!(some, Money(1_200_000));
        assert_eq!((some.kronor(), some.tkr()), (12_000.into(), 12.into()));
        assert_eq!(Money(5).tkr(), Decimal::new(5, 5));
        assert_eq!(Money::from_tkr(i64::MAX), None);
    }

    #[test]
    fn what_would_be_too_much_is_the_most_there_is() {
        assert_eq!(Money(2) + Money(-5), Money(-3));
        assert_eq!(Money(i64::MAX) + Money(1), Money(i64::MAX));
        assert_eq!([Money(1), Money(2)].into_iter().sum::<Money>(), Money(3));
    }
}
