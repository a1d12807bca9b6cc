//! The factor library (faktorbibliotek): what an hour costs, how many hours a full-time year has, what the future is
//! discounted by. Each value is dated, has a source, and counts once somebody else has approved it (product rules,
//! section 1).

mod default_rate;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use default_rate::default_rate;

use crate::id::{FactorId, FactorValueId};
use crate::statement::ApprovalState;

/// What a factor is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactorKind {
    /// Kronor an hour.
    HourlyCost,
    /// Hours a full-time year (årsarbetskraft).
    FullTimeYearHours,
    /// Discount rate (kalkylränta), real, in per cent.
    DiscountRate,
    /// Kronor for one of something that is named.
    UnitValue,
}

impl FactorKind {
    /// All, in the order of forms and lists.
    pub const ALL: [Self; 4] = [
        Self::HourlyCost,
        Self::DiscountRate,
        Self::FullTimeYearHours,
        Self::UnitValue,
    ];

    /// The code used in files and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::HourlyCost => "hourly_cost",
            Self::FullTimeYearHours => "full_time_year_hours",
            Self::DiscountRate => "discount_rate",
            Self::UnitValue => "unit_value",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Its values are money, so each has to say which year's prices it is in.
    pub fn is_money(self) -> bool {
        matches!(self, Self::HourlyCost | Self::UnitValue)
    }

    /// Its values can have a price level: those of money have to; a discount rate says which year's prices new
    /// calculations are to be in; hours have none.
    pub fn has_price_level(self) -> bool {
        self != Self::FullTimeYearHours
    }

    /// There is one at a time: what the agency goes by where nothing else is said.
    pub fn is_single(self) -> bool {
        self == Self::DiscountRate
    }

    /// Most decimals of a value.
    pub fn decimals(self) -> u32 {
        match self {
            Self::HourlyCost | Self::FullTimeYearHours => 2,
            Self::DiscountRate | Self::UnitValue => 4,
        }
    }

    /// The smallest and the largest value.
    pub fn limits(self) -> (Decimal, Decimal) {
        let thousands = |thousands: i64| Decimal::new(thousands.saturating_mul(1_000), 0);
        match self {
            Self::HourlyCost => (Decimal::new(1, 2), thousands(100)),
            // No year has more hours than a leap year.
            Self::FullTimeYearHours => (Decimal::ONE, Decimal::from(366 * 24)),
            Self::DiscountRate => (Decimal::ZERO, Decimal::ONE_HUNDRED),
            Self::UnitValue => (-thousands(1_000_000), thousands(1_000_000)),
        }
    }

    /// The value is within the limits and no finer than is kept.
    pub fn takes(self, value: Decimal) -> bool {
        let (least, most) = self.limits();
        (least..=most).contains(&value) && value.normalize().scale() <= self.decimals()
    }
}

/// A factor with all values that it has had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Identity.
    pub id: FactorId,
    /// What it is called: "Handläggare, genomsnitt".
    pub name: String,
    /// What it is of.
    pub kind: FactorKind,
    /// One of what its value is for; only where the kind is a unit value, and there always.
    #[serde(default)]
    pub unit: Option<String>,
    /// What it covers, and when to use it.
    #[serde(default)]
    pub description: Option<String>,
    /// The last day on which it is used; none while it is in use.
    #[serde(default)]
    pub ended_on: Option<NaiveDate>,
    /// Its values in the order in which they were last written. Of two from the same day the later stands in the place
    /// of the earlier.
    #[serde(default)]
    pub values: Vec<FactorValue>,
}

/// What a factor is from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorValue {
    /// Identity.
    pub id: FactorValueId,
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The value, in what the kind says.
    pub value: Decimal,
    /// The year whose prices it is in.
    #[serde(default)]
    pub price_level: Option<i32>,
    /// Where it comes from.
    pub source: String,
    /// How far it has come.
    #[serde(default)]
    pub state: ApprovalState,
}

impl Factor {
    /// The value with this identity.
    pub fn value(&self, id: FactorValueId) -> Option<&FactorValue> {
        self.values.iter().find(|one| one.id == id)
    }

    /// Its last day has passed.
    pub fn has_ended(&self, day: NaiveDate) -> bool {
        self.ended_on.is_some_and(|last| last < day)
    }

    /// The value that holds on a day: the newest approved one that has begun; of those from one day the one written
    /// last. None before the first, and none after the factor's last day.
    pub fn in_force(&self, day: NaiveDate) -> Option<&FactorValue> {
        if self.has_ended(day) {
            return None;
        }
        let begun = self
            .values
            .iter()
            .enumerate()
            .filter(|(_, one)| one.state == ApprovalState::Approved && one.from <= day);
        let newest = begun.max_by_key(|(place, one)| (one.from, *place));
        newest.map(|(_, one)| one)
    }

    /// Values that nobody has approved yet, in order.
    pub fn waiting(&self) -> impl Iterator<Item = &FactorValue> {
        self.values
            .iter()
            .filter(|one| one.state != ApprovalState::Approved)
    }

    /// Some value has been approved: what the factor is of stays as it is.
    pub fn is_settled(&self) -> bool {
        self.values.iter().any(|one| one.state == ApprovalState::Approved)
    }

    /// Another value from the same day is on its way. One at a time is, so that of two from one day the one that was
    /// approved last is the one that was written last.
    pub fn is_taken(&self, from: NaiveDate, by: Option<FactorValueId>) -> bool {
        self.waiting().any(|one| one.from == from && Some(one.id) != by)
    }

    /// The same with a value written: a new one, or one that is still open in the place where what was written last
    /// stands. None where it has an identity that is approved or sent in, which never changes.
    pub fn with(&self, value: FactorValue) -> Option<Self> {
        let mut after = self.clone();
        if let Some(place) = after.values.iter().position(|one| one.id == value.id) {
            if !after.values.get(place)?.state.is_open() {
                return None;
            }
            after.values.remove(place);
        }
        after.values.push(value);
        Some(after)
    }

    /// What of an approved value another version of the factor has otherwise, or has no more: the first of them.
    pub fn breaks(&self, after: &Self) -> Option<&FactorValue> {
        let approved = || {
            self.values
                .iter()
                .filter(|one| one.state == ApprovalState::Approved)
        };
        // What stood last of a day stands last of it still, or what held then would not.
        let order: Vec<FactorValueId> = approved().map(|one| one.id).collect();
        let kept: Vec<FactorValueId> = after.values.iter().map(|one| one.id).collect();
        let kept: Vec<FactorValueId> = kept.into_iter().filter(|id| order.contains(id)).collect();
        let same_kind = self.kind == after.kind && self.unit == after.unit;
        approved()
            .find(|one| !same_kind || after.value(one.id) != Some(one))
            .or_else(|| approved().next().filter(|_| kept != order))
    }
}
