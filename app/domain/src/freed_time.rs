//! Freed time (frigjord tid): what a benefit freed in a year, and where the time went (product rules, section 1). It is
//! approved like statements and measurements (section 3), and counts from then on.

mod standing;
mod tally;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use standing::{FreedTimeClash, clashes, counting};
pub use tally::TimeTally;

use crate::factor::{Factor, FactorKind, FactorValue};
use crate::id::{BenefitId, FactorValueId, FreedTimeId};
use crate::statement::ApprovalState;

/// Decimals of what is typed: of hours and of full-time years.
pub const AMOUNT_DECIMALS: u32 = 4;
/// Decimals of hours: those of an amount and those of a factor.
pub const HOURS_DECIMALS: u32 = 6;
/// Most hours of an entry, freed or added.
pub const HOURS_MAX: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// What freed time was typed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Hours.
    #[default]
    Hours,
    /// Full-time years (årsarbetskrafter).
    FullTimeYears,
}

impl TimeUnit {
    /// All, in the order of forms.
    pub const ALL: [Self; 2] = [Self::Hours, Self::FullTimeYears];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::FullTimeYears => "full_time_years",
        }
    }

    /// The unit with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.code() == code)
    }
}

/// What freed time was turned into (omsatt i). What nobody has said of it is unknown, which is never typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DispositionKind {
    /// The budget was cut.
    BudgetCut,
    /// More was done.
    MoreVolume,
    /// Results got better.
    BetterResults,
    /// Quality rose.
    HigherQuality,
    /// People had less to do.
    LessWorkload,
    /// Something else, in words.
    Other,
}

impl DispositionKind {
    /// All, in the order of forms and lists.
    pub const ALL: [Self; 6] = [
        Self::BudgetCut,
        Self::MoreVolume,
        Self::BetterResults,
        Self::HigherQuality,
        Self::LessWorkload,
        Self::Other,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::BudgetCut => "budget_cut",
            Self::MoreVolume => "more_volume",
            Self::BetterResults => "better_results",
            Self::HigherQuality => "higher_quality",
            Self::LessWorkload => "less_workload",
            Self::Other => "other",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Where some of the freed time went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disposition {
    /// What it was turned into.
    pub kind: DispositionKind,
    /// How many hours; none where it is only known in words, and then the hours stay unknown.
    #[serde(default)]
    pub hours: Option<Decimal>,
    /// In words.
    #[serde(default)]
    pub text: Option<String>,
}

/// What a benefit freed in a year. A benefit has one entry a year at most that corrects no other; once approved it is never
/// changed: a correction supersedes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreedTime {
    /// Identity.
    pub id: FreedTimeId,
    /// The benefit.
    pub benefit: BenefitId,
    /// The year.
    pub year: i32,
    /// What the amount is in.
    #[serde(default)]
    pub unit: TimeUnit,
    /// The amount as it was typed; below nothing where time was added.
    pub amount: Decimal,
    /// The value of the factor library that full-time years were turned into hours by; none for hours.
    #[serde(default)]
    pub factor_value: Option<FactorValueId>,
    /// The hours that it came to then. What the factor says later changes nothing.
    pub hours: Decimal,
    /// Where it is known from, and what else is to be said.
    #[serde(default)]
    pub note: Option<String>,
    /// Where the time went, in order.
    #[serde(default)]
    pub dispositions: Vec<Disposition>,
    /// How far it has come.
    #[serde(default)]
    pub state: ApprovalState,
    /// The approved entry of the same benefit and year that this one corrects.
    #[serde(default)]
    pub supersedes: Option<FreedTimeId>,
}

/// What an entry cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum FreedTimeFault {
    /// The amount or its hours are larger, or finer, than is kept.
    #[error("the amount is larger or finer than is kept")]
    Amount,
    /// Hours that are not the amount, or full-time years without the factor's value; or the other way round.
    #[error("the hours are not what the amount comes to")]
    Hours,
    /// Nothing was freed, so nothing went anywhere.
    #[error("time that was not freed went nowhere")]
    NothingFreed,
    /// So many hours went somewhere that is no number of hours.
    #[error("a disposition has to have hours above nothing, or words")]
    Disposition,
    /// More went somewhere than was freed.
    #[error("more went somewhere than was freed")]
    MoreThanFreed,
}

impl FreedTime {
    /// Hours that went somewhere.
    pub fn disposed(&self) -> Decimal {
        self.dispositions.iter().filter_map(|one| one.hours).sum()
    }

    /// Freed hours of which nobody has said where they went.
    pub fn unknown(&self) -> Decimal {
        self.hours.max(Decimal::ZERO) - self.disposed()
    }

    /// Time was added instead of freed.
    pub fn is_added(&self) -> bool {
        self.hours < Decimal::ZERO
    }

    /// What is wrong with it, where something is.
    pub fn fault(&self) -> Option<FreedTimeFault> {
        let fine = |number: Decimal, decimals| number.normalize().scale() <= decimals;
        if !fine(self.amount, AMOUNT_DECIMALS) || !fine(self.hours, HOURS_DECIMALS) {
            return Some(FreedTimeFault::Amount);
        }
        if self.hours.abs() > HOURS_MAX || self.amount.abs() > HOURS_MAX {
            return Some(FreedTimeFault::Amount);
        }
        let sign = |number: Decimal| number.cmp(&Decimal::ZERO);
        let right = match self.unit {
            TimeUnit::Hours => self.hours == self.amount && self.factor_value.is_none(),
            TimeUnit::FullTimeYears => self.factor_value.is_some() && sign(self.hours) == sign(self.amount),
        };
        if !right {
            return Some(FreedTimeFault::Hours);
        }
        if !self.dispositions.is_empty() && self.hours <= Decimal::ZERO {
            return Some(FreedTimeFault::NothingFreed);
        }
        let is_one = |one: &Disposition| match one.hours {
            Some(hours) => hours > Decimal::ZERO && fine(hours, AMOUNT_DECIMALS) && hours <= HOURS_MAX,
            None => one.text.is_some(),
        };
        if !self.dispositions.iter().all(is_one) {
            return Some(FreedTimeFault::Disposition);
        }
        (self.unknown() < Decimal::ZERO).then_some(FreedTimeFault::MoreThanFreed)
    }
}

/// How many hours a full-time year has in a year: the approved value that holds on its last day, or today where that is
/// still to come. Where several factors of the kind hold, the newest value goes first and the name decides between equals.
pub fn year_hours(factors: &[Factor], year: i32, today: NaiveDate) -> Option<(&Factor, &FactorValue)> {
    let day = NaiveDate::from_ymd_opt(year, 12, 31)?.min(today);
    factors
        .iter()
        .filter(|factor| factor.kind == FactorKind::FullTimeYearHours)
        .filter_map(|factor| Some((factor, factor.in_force(day)?)))
        .min_by(|(one, its), (other, theirs)| {
            theirs
                .from
                .cmp(&its.from)
                .then_with(|| one.name.cmp(&other.name))
                .then_with(|| one.id.cmp(&other.id))
        })
}

/// Full-time years in hours, exact; none where that is more than is kept.
pub fn in_hours(years: Decimal, year_hours: Decimal) -> Option<Decimal> {
    let hours = years.checked_mul(year_hours)?.normalize();
    (hours.abs() <= HOURS_MAX).then_some(hours)
}
