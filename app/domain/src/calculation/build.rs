//! Amounts that are built: volume × minutes × hourly cost × the share that is taken home.
//!
//! What a line was built of is kept beside its amounts, with the hourly cost as it was then, so that every amount can be
//! followed. Whether somebody has typed other amounts since, or there is a newer hourly cost, is found on reading.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::case::AMOUNT_MAX;
use super::estimate::Estimate;
use super::line::YearAmount;
use crate::factor::{Factor, FactorValue};
use crate::id::FactorId;
use crate::money::Money;

/// Most pieces a year, either way.
pub const VOLUME_MAX: i64 = 1_000_000_000;
/// Most minutes a piece: a leap year of them.
pub const MINUTES_MAX: i64 = 366 * 24 * 60;
/// Most decimals of what is multiplied.
pub const BUILD_DECIMALS: u32 = 4;

/// Ten thousandths in one.
const SCALE: i128 = 100 * 100;
/// What the product of four numbers in ten thousandths is divided by to be öre: minutes in an hour and hundredths in a
/// share take as much as öre in a krona give back.
const TO_ORE: i128 = SCALE * SCALE * SCALE * SCALE * 60;

/// What a line's amounts were built of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Build {
    /// How many a year; below nothing where there are more of them than before.
    pub volume: Estimate,
    /// Minutes that each takes less.
    pub minutes: Estimate,
    /// What an hour costs, as it was when it was built.
    pub hourly: HourlyCost,
    /// How much of it can be taken home, in per cent.
    pub share: Estimate,
    /// The first year.
    pub first_year: i32,
    /// The last year.
    pub last_year: i32,
}

/// An hourly cost as it was in the factor library when something was built of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyCost {
    /// The factor.
    pub factor: FactorId,
    /// What it was called.
    pub name: String,
    /// Kronor an hour.
    pub value: Decimal,
    /// From which day that held.
    pub from: NaiveDate,
    /// The year whose prices it is in.
    #[serde(default)]
    pub price_level: Option<i32>,
}

impl HourlyCost {
    /// The value of a factor as it is now.
    pub fn of(factor: &Factor, value: &FactorValue) -> Self {
        Self {
            factor: factor.id,
            name: factor.name.clone(),
            value: value.value,
            from: value.from,
            price_level: value.price_level,
        }
    }
}

/// Why nothing can be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// A number is finer, or larger, than can be multiplied exactly.
    #[error("{0} has more than {BUILD_DECIMALS} decimals, or is too large")]
    Unreadable(Decimal),
    /// Low, likely and high do not stand in rising order.
    #[error("{}, {} and {} do not stand in rising order", .0.low, .0.likely, .0.high)]
    NotRising(Estimate),
    /// Minutes or a share below nothing, or a share above the whole.
    #[error("{0} is not between 0 and {1}")]
    OutOfRange(Decimal, i64),
    /// The hourly cost is nothing or less.
    #[error("an hour costs {0}")]
    Cost(Decimal),
    /// The last year lies before the first.
    #[error("{1} lies before {0}")]
    Years(i32, i32),
    /// An amount becomes larger than a calculation holds.
    #[error("an amount becomes too large")]
    TooLarge,
}

impl Build {
    /// What a year comes to, the same every year. Exact, then rounded to öre half away from zero. Low is the lowest that
    /// the three can give together: where a volume is below nothing it takes the most minutes and the largest share.
    pub fn amount(&self) -> Result<Estimate<Money>, BuildError> {
        for estimate in [self.volume, self.minutes, self.share] {
            if estimate.low > estimate.likely || estimate.likely > estimate.high {
                return Err(BuildError::NotRising(estimate));
            }
        }
        let within = |estimate: Estimate, least: i64, most: i64| {
            let outside = if estimate.low < Decimal::from(least) {
                Some(estimate.low)
            } else {
                (estimate.high > Decimal::from(most)).then_some(estimate.high)
            };
            outside.map_or(Ok(()), |outside| Err(BuildError::OutOfRange(outside, most)))
        };
        within(self.volume, -VOLUME_MAX, VOLUME_MAX)?;
        within(self.minutes, 0, MINUTES_MAX)?;
        within(self.share, 0, 100)?;
        if self.hourly.value <= Decimal::ZERO {
            return Err(BuildError::Cost(self.hourly.value));
        }
        let (most, least) = (
            (self.minutes.high, self.share.high),
            (self.minutes.low, self.share.low),
        );
        let (low, high) = (self.volume.low, self.volume.high);
        Ok(Estimate {
            low: self.ore(low, if low < Decimal::ZERO { most } else { least })?,
            likely: self.ore(self.volume.likely, (self.minutes.likely, self.share.likely))?,
            high: self.ore(high, if high < Decimal::ZERO { least } else { most })?,
        })
    }

    fn ore(&self, volume: Decimal, (minutes, share): (Decimal, Decimal)) -> Result<Money, BuildError> {
        let mut product: i128 = 1;
        for factor in [volume, minutes, share, self.hourly.value] {
            let exact = ten_thousandths(factor).ok_or(BuildError::Unreadable(factor))?;
            product = product.checked_mul(exact).ok_or(BuildError::TooLarge)?;
        }
        let half = if product < 0 { -TO_ORE / 2 } else { TO_ORE / 2 };
        let ore = product.checked_add(half).ok_or(BuildError::TooLarge)? / TO_ORE;
        let money = Money(i64::try_from(ore).map_err(|_| BuildError::TooLarge)?);
        if money.kronor().abs() > AMOUNT_MAX {
            return Err(BuildError::TooLarge);
        }
        Ok(money)
    }

    /// The years that it gives amounts for.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.first_year..=self.last_year
    }

    /// What it gives, year by year.
    pub fn amounts(&self) -> Result<Vec<YearAmount>, BuildError> {
        if self.last_year < self.first_year {
            return Err(BuildError::Years(self.first_year, self.last_year));
        }
        let Estimate { low, likely, high } = self.amount()?;
        let of = |year| YearAmount {
            year,
            low,
            likely,
            high,
        };
        Ok(self.years().map(of).collect())
    }

    /// A line's amounts with what this gives put in. What an earlier build gave and nobody has changed goes; what
    /// somebody has typed for other years stays.
    pub fn put_into(
        &self,
        amounts: &[YearAmount],
        earlier: Option<&Self>,
    ) -> Result<Vec<YearAmount>, BuildError> {
        let earlier = earlier.and_then(|build| build.amounts().ok()).unwrap_or_default();
        let built = self.amounts()?;
        let stays = |amount: &&YearAmount| !self.years().contains(&amount.year) && !earlier.contains(amount);
        let mut all: Vec<YearAmount> = amounts.iter().filter(stays).copied().collect();
        all.extend(built);
        all.sort_by_key(|amount| amount.year);
        Ok(all)
    }

    /// The years in which a line's amounts are not what this gives: somebody has typed others since.
    pub fn changed_by_hand(&self, amounts: &[YearAmount]) -> Vec<i32> {
        let built = self.amounts().unwrap_or_default();
        let of = |year| amounts.iter().find(|amount| amount.year == year);
        built
            .iter()
            .filter(|amount| of(amount.year) != Some(amount))
            .map(|amount| amount.year)
            .collect()
    }

    /// The hourly cost that holds on a day, where that is another than the one that this was built of; none where the
    /// factor has ended.
    pub fn newer_cost<'a>(&self, factors: &'a [Factor], day: NaiveDate) -> Option<&'a FactorValue> {
        let factor = factors.iter().find(|factor| factor.id == self.hourly.factor)?;
        let now = factor.in_force(day)?;
        let same = now.value == self.hourly.value
            && now.from == self.hourly.from
            && now.price_level == self.hourly.price_level;
        (!same).then_some(now)
    }
}

fn ten_thousandths(number: Decimal) -> Option<i128> {
    let scaled = number.checked_mul(Decimal::from(10_i64.checked_pow(BUILD_DECIMALS)?))?;
    scaled.fract().is_zero().then(|| scaled.to_i128()).flatten()
}

#[cfg(test)]
#[path = "build_tests.rs"]
mod tests;
