use std::collections::BTreeMap;
use std::ops::{Add, RangeInclusive};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::SekValue;
use crate::benefit::ValueClass;
use crate::money::Money;
use crate::parted::{Parts, split};

/// Outcomes in kronor, by class. Classes stand apart, and are never blended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SekTally(pub BTreeMap<ValueClass, Money>);

impl SekTally {
    /// What a value counts in each of some years; years of which it counts nothing are left out.
    pub fn by_year(value: &SekValue, years: RangeInclusive<i32>) -> Vec<(i32, Self)> {
        let (first, last) = (
            value.from_year.max(*years.start()),
            value.to_year.min(*years.end()),
        );
        (first..=last)
            .filter_map(|year| {
                let amount = value.counted_in(year)?;
                Some((year, Self(BTreeMap::from([(value.class, amount)]))))
            })
            .collect()
    }

    /// The amount of a class; none where nothing is counted in it, which is not zero.
    pub fn of(&self, class: ValueClass) -> Option<Money> {
        self.0.get(&class).copied()
    }

    /// Nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Add for SekTally {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        for (class, amount) in other.0 {
            let sum = self.0.entry(class).or_default();
            *sum = *sum + amount;
        }
        self
    }
}

impl Parts for SekTally {
    fn parts(&self, shares: &[Option<Decimal>]) -> Vec<Self> {
        let mut parts = vec![Self::default(); shares.len()];
        for (class, amount) in &self.0 {
            let split = split(Decimal::from(amount.0), shares, 0);
            for (part, ore) in parts.iter_mut().zip(split) {
                // Parts of what fits fit.
                part.0.insert(*class, Money(ore.to_i64().unwrap_or_default()));
            }
        }
        parts
    }
}
