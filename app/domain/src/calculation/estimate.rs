//! Three estimates of an amount, and the ways in which they are put together.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Low, likely and high, in this numeric order: a harm's low is the greatest harm. Kronor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate<T = Decimal> {
    /// The lowest that is thought possible.
    pub low: T,
    /// What is thought to come.
    pub likely: T,
    /// The highest that is thought possible.
    pub high: T,
}

impl<T> Estimate<T> {
    /// The same made of each, in this order.
    pub fn map<U>(self, mut make: impl FnMut(T) -> U) -> Estimate<U> {
        Estimate {
            low: make(self.low),
            likely: make(self.likely),
            high: make(self.high),
        }
    }
}

impl<T: Copy> Estimate<T> {
    /// The same three times: what is known.
    pub fn certain(value: T) -> Self {
        Self {
            low: value,
            likely: value,
            high: value,
        }
    }
}

/// Which estimates are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scenario {
    /// Benefits low, costs high.
    Pessimistic,
    /// All as likely.
    Likely,
    /// Benefits high, costs low.
    Optimistic,
}

impl Scenario {
    /// All, from the worst to the best.
    pub const ALL: [Self; 3] = [Self::Pessimistic, Self::Likely, Self::Optimistic];

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pessimistic => "pessimistic",
            Self::Likely => "likely",
            Self::Optimistic => "optimistic",
        }
    }

    /// What it takes of a benefit's estimates.
    pub fn benefit<T>(self, estimate: Estimate<T>) -> T {
        match self {
            Self::Pessimistic => estimate.low,
            Self::Likely => estimate.likely,
            Self::Optimistic => estimate.high,
        }
    }

    /// What it takes of a cost's estimates.
    pub fn cost<T>(self, estimate: Estimate<T>) -> T {
        match self {
            Self::Pessimistic => estimate.high,
            Self::Likely => estimate.likely,
            Self::Optimistic => estimate.low,
        }
    }
}

/// Which benefits are counted. The two stand apart and are never blended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Financial benefits alone.
    Financial,
    /// Financial benefits and redistribution.
    FinancialAndRedistribution,
}

impl Scope {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Financial, Self::FinancialAndRedistribution];

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Financial => "financial",
            Self::FinancialAndRedistribution => "financial_and_redistribution",
        }
    }
}
