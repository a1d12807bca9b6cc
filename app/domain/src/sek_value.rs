//! Values in kronor: what a statement or a measurement says that a benefit was, or will be, worth (product rules,
//! section 1).

mod tally;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use tally::SekTally;

use crate::benefit::ValueClass;
use crate::evidence;
use crate::id::{BenefitId, MeasurementId, SekValueId, StatementId};
use crate::measurement::{self, Measurement};
use crate::money::Money;
use crate::statement::Statement;

/// Years that a value can lie in.
pub const YEARS: RangeInclusive<i32> = 1990..=2100;

/// What a value hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SekGround {
    /// A statement that speaks for the benefit.
    Statement(StatementId),
    /// A measurement of a measure that the benefit has a goal on.
    Measurement(MeasurementId),
}

impl SekGround {
    /// As it is sent by forms: "statement:" or "measurement:" and the identity.
    pub fn key(self) -> String {
        match self {
            Self::Statement(id) => format!("statement:{id}"),
            Self::Measurement(id) => format!("measurement:{id}"),
        }
    }

    /// What a form sends.
    pub fn from_key(key: &str) -> Option<Self> {
        match key.split_once(':')? {
            ("statement", id) => id.parse().ok().map(Self::Statement),
            ("measurement", id) => id.parse().ok().map(Self::Measurement),
            _ => None,
        }
    }
}

/// How often the amount comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SekFrequency {
    /// Once, in one year: it is never spread.
    #[default]
    OneOff,
    /// As much each year.
    Yearly,
}

impl SekFrequency {
    /// All, in the order of forms.
    pub const ALL: [Self; 2] = [Self::OneOff, Self::Yearly];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::OneOff => "one_off",
            Self::Yearly => "yearly",
        }
    }

    /// The frequency with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How sure the amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SekKind {
    /// It has come (utfall).
    Outcome,
    /// Somebody has reckoned that it has come (uppskattning).
    Estimate,
    /// It is to come (prognos).
    Forecast,
}

impl SekKind {
    /// All, in the order of forms.
    pub const ALL: [Self; 3] = [Self::Outcome, Self::Estimate, Self::Forecast];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Estimate => "estimate",
            Self::Forecast => "forecast",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// A value in kronor of one benefit. Below nothing it is a harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SekValue {
    /// Identity.
    pub id: SekValueId,
    /// The benefit that is worth it: one of those that the statement or the measurement speaks for.
    pub benefit: BenefitId,
    /// What it hangs on.
    pub ground: SekGround,
    /// The amount; of a yearly one that of each year.
    pub amount: Money,
    /// How often it comes.
    #[serde(default)]
    pub frequency: SekFrequency,
    /// The first year.
    pub from_year: i32,
    /// The last year; the same as the first for what comes once.
    pub to_year: i32,
    /// The class that it is counted in. Never qualitative, which carries no money.
    #[serde(default)]
    pub class: ValueClass,
    /// How sure it is.
    pub kind: SekKind,
    /// Compared with what: last year, how it would have been …
    #[serde(default)]
    pub compared_with: Option<String>,
    /// It is counted in sums. Outcomes alone are, and one for each benefit, year and class.
    #[serde(default)]
    pub counts_in_sum: bool,
}

/// What a value cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum SekFault {
    /// The years are none that are kept, or the last lies before the first.
    #[error("the years are none that are kept")]
    Years,
    /// What comes once has one year.
    #[error("what comes once has one year")]
    OneYear,
    /// What is not expressed in money.
    #[error("a qualitative benefit carries no money")]
    Qualitative,
    /// Only an outcome is counted.
    #[error("only an outcome is counted in sums")]
    NoOutcome,
}

impl SekValue {
    /// Classes that a value can be of, in the order of forms and lists.
    pub const CLASSES: [ValueClass; 3] = [
        ValueClass::Financial,
        ValueClass::Redistribution,
        ValueClass::NotStated,
    ];

    /// The amount of a year; none where it says nothing of that year.
    pub fn in_year(&self, year: i32) -> Option<Money> {
        (self.from_year..=self.to_year)
            .contains(&year)
            .then_some(self.amount)
    }

    /// What counts of a year: the amount of an outcome that is counted in sums. Whether what it hangs on counts is for
    /// whoever asks to know.
    pub fn counted_in(&self, year: i32) -> Option<Money> {
        let counts = self.counts_in_sum && self.kind == SekKind::Outcome;
        self.in_year(year).filter(|_| counts)
    }

    /// What is wrong with it, where something is.
    pub fn fault(&self) -> Option<SekFault> {
        let known = YEARS.contains(&self.from_year) && YEARS.contains(&self.to_year);
        if !known || self.to_year < self.from_year {
            return Some(SekFault::Years);
        }
        if self.frequency == SekFrequency::OneOff && self.from_year != self.to_year {
            return Some(SekFault::OneYear);
        }
        if self.class == ValueClass::Qualitative {
            return Some(SekFault::Qualitative);
        }
        (self.counts_in_sum && self.kind != SekKind::Outcome).then_some(SekFault::NoOutcome)
    }

    /// The first year in which both are counted for the same benefit and class.
    pub fn clash(&self, other: &Self) -> Option<i32> {
        let same = self.benefit == other.benefit && self.class == other.class && self.id != other.id;
        let both = self.counts_in_sum && other.counts_in_sum;
        let (first, last) = (
            self.from_year.max(other.from_year),
            self.to_year.min(other.to_year),
        );
        (same && both && first <= last).then_some(first)
    }
}

/// The first of the others that is counted for the same benefit, year and class already, with that year. Those on what
/// the value's own ground is to take the place of, or the other way round, never count at once. `supersedes` says what a
/// ground takes the place of.
pub fn counted_already<'a>(
    value: &SekValue,
    others: impl IntoIterator<Item = &'a SekValue>,
    supersedes: &BTreeMap<SekGround, SekGround>,
) -> Option<(&'a SekValue, i32)> {
    let replaces = |later: SekGround, earlier: SekGround| {
        let mut before = supersedes.get(&later);
        // As many steps as there are grounds: a chain that comes back to itself ends too.
        supersedes.iter().any(|_| {
            let found = before == Some(&earlier);
            before = before.and_then(|ground| supersedes.get(ground));
            found
        })
    };
    let turns = |other: SekGround| replaces(value.ground, other) || replaces(other, value.ground);
    let mut others = others.into_iter();
    others.find_map(|other| Some((other, value.clash(other).filter(|_| !turns(other.ground))?)))
}

/// The values that count as of a day: those on statements and measurements that count then, of a benefit that those speak
/// for. A measurement speaks for whatever has a goal on its measure, which is looked at when the value is written.
pub fn counting<'a>(
    values: &'a [SekValue],
    statements: &[Statement],
    measurements: &[Measurement],
    as_of: NaiveDate,
) -> Vec<&'a SekValue> {
    let statements: BTreeMap<StatementId, &Statement> = evidence::counting(statements, as_of)
        .into_iter()
        .map(|one| (one.id, one))
        .collect();
    let measured: BTreeSet<MeasurementId> = measurement::counting(measurements, as_of)
        .iter()
        .map(|one| one.id)
        .collect();
    let counts = |value: &&SekValue| match value.ground {
        SekGround::Statement(id) => statements
            .get(&id)
            .is_some_and(|one| one.benefits.contains(&value.benefit)),
        SekGround::Measurement(id) => measured.contains(&id),
    };
    values.iter().filter(counts).collect()
}
