use std::collections::BTreeMap;
use std::ops::Add;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{DispositionKind, FreedTime, HOURS_DECIMALS};
use crate::parted::{Parts, split};

/// Hours of several entries: what was freed is what went somewhere and what is unknown; what was added stands by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeTally {
    /// Hours that went somewhere, by what they were turned into.
    #[serde(default)]
    pub disposed: BTreeMap<DispositionKind, Decimal>,
    /// Freed hours of which nobody has said where they went.
    #[serde(default)]
    pub unknown: Decimal,
    /// Hours that were added, above nothing.
    #[serde(default)]
    pub added: Decimal,
}

impl TimeTally {
    /// The tally of one entry.
    pub fn of(entry: &FreedTime) -> Self {
        if entry.is_added() {
            return Self {
                added: -entry.hours,
                ..Self::default()
            };
        }
        let mut disposed = BTreeMap::new();
        for (kind, hours) in entry
            .dispositions
            .iter()
            .filter_map(|one| Some((one.kind, one.hours?)))
        {
            *disposed.entry(kind).or_default() += hours;
        }
        Self {
            disposed,
            unknown: entry.unknown(),
            added: Decimal::ZERO,
        }
    }

    /// Hours that went somewhere.
    pub fn known(&self) -> Decimal {
        self.disposed.values().sum()
    }

    /// Hours that were freed.
    pub fn freed(&self) -> Decimal {
        self.known() + self.unknown
    }

    /// What was freed less what was added.
    pub fn net(&self) -> Decimal {
        self.freed() - self.added
    }

    /// Hours that were turned into this.
    pub fn into_kind(&self, kind: DispositionKind) -> Decimal {
        self.disposed.get(&kind).copied().unwrap_or_default()
    }
}

impl Add for TimeTally {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        for (kind, hours) in other.disposed {
            *self.disposed.entry(kind).or_default() += hours;
        }
        self.unknown += other.unknown;
        self.added += other.added;
        self
    }
}

impl Parts for TimeTally {
    fn parts(&self, shares: &[Option<Decimal>]) -> Vec<Self> {
        let mut parts = vec![Self::default(); shares.len()];
        let all = |number: Decimal| split(number, shares, HOURS_DECIMALS);
        for (kind, hours) in &self.disposed {
            for (part, hours) in parts.iter_mut().zip(all(*hours)) {
                part.disposed.insert(*kind, hours);
            }
        }
        for (part, (unknown, added)) in parts
            .iter_mut()
            .zip(all(self.unknown).into_iter().zip(all(self.added)))
        {
            (part.unknown, part.added) = (unknown, added);
        }
        parts
    }
}
