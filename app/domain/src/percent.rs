//! Percentages that scores and proposals are computed with.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// A percentage, kept to [`Percent::GUARD`] decimals.
///
/// Levels come from unrounded values, but a mean such as 200/3 has no finite decimal. Each mean is
/// therefore cut at fifteen decimals, sums of such values are exact (so that a roll-up does not
/// depend on the order of its leaves), and comparisons with a boundary look at nine decimals, far
/// inside the error that the cut can leave and far beyond anything a person can measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Percent(Decimal);

impl Percent {
    /// Decimals kept in scores and means.
    pub const GUARD: u32 = 15;
    /// Decimals looked at when a value is compared with a boundary.
    pub const COMPARED: u32 = 9;
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// The whole.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    /// A percentage from an exact decimal.
    pub fn new(value: Decimal) -> Self {
        Self(value.round_dp_with_strategy(Self::GUARD, RoundingStrategy::MidpointAwayFromZero))
    }

    /// `part / whole` in percent; `None` where there is no whole.
    pub fn share(part: u32, whole: u32) -> Option<Self> {
        (whole > 0).then(|| Self::new(Decimal::from(part) * Decimal::ONE_HUNDRED / Decimal::from(whole)))
    }

    /// `sum / weight`; `None` where nothing has been weighed.
    pub fn mean(sum: Decimal, weight: Decimal) -> Option<Self> {
        if weight.is_zero() {
            return None;
        }
        sum.checked_div(weight).map(Self::new)
    }

    /// The value with guard decimals.
    pub fn value(self) -> Decimal {
        self.0
    }

    /// The value that is compared with boundaries and given to other systems.
    pub fn compared(self) -> Decimal {
        self.0
            .round_dp_with_strategy(Self::COMPARED, RoundingStrategy::MidpointAwayFromZero)
            .normalize()
    }

    /// The value cut to 0–100, as scores of single goals are.
    pub fn capped(self) -> Self {
        Self(self.0.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.compared().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(text: &str) -> Percent {
        Percent::new(text.parse().expect("a number"))
    }

    #[test]
    fn a_share_of_nothing_is_none() {
        assert_eq!(Percent::share(0, 0), None);
        assert_eq!(Percent::share(1, 3), Some(percent("33.333333333333333")));
        assert_eq!(Percent::share(3, 3), Some(Percent::HUNDRED));
        assert_eq!(Percent::mean(Decimal::ONE, Decimal::ZERO), None);
        assert_eq!(Percent::mean(Decimal::ONE, Decimal::TWO), Some(percent("0.5")));
    }

    #[test]
    fn it_is_compared_and_written_within_the_error_of_a_mean() {
        assert_eq!(
            percent("66.6666666666").compared(),
            percent("66.6666666667").compared()
        );
        assert_eq!(percent("66.666666667").to_string(), "66.666666667");
        assert_eq!(percent("75.000").to_string(), "75");
    }

    #[test]
    fn it_is_capped_at_both_ends() {
        assert_eq!(percent("-1").capped(), Percent::ZERO);
        assert_eq!(percent("140").capped(), Percent::HUNDRED);
        assert_eq!(percent("41.5").capped(), percent("41.5"));
    }
}
