//! What benefits were promised to be worth, are forecast to be, and have been, year by year (product rules, sections 1
//! and 2).
//!
//! Promised is what the promised calculation says is likely, forecast what those who follow up say is to come, outcome
//! what has come and is counted in sums. A year of which nothing is said has no amount, which is not zero.

use std::collections::BTreeMap;
use std::ops::Add;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use crate::benefit::GroupShare;
use crate::expected_value::PromisedLine;
use crate::id::{AreaId, BenefitGroupId, BenefitId, InitiativeId};
use crate::money::Money;
use crate::parted::{self, Parted, PartedLeaf, Parts, split};
use crate::sek_value::{SekKind, SekValue};

/// The three beside each other. None where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Realised {
    /// By the promised calculation, likely.
    pub promised: Option<Money>,
    /// By those who follow up.
    pub forecast: Option<Money>,
    /// What has come, counted in sums.
    pub outcome: Option<Money>,
}

impl Realised {
    /// Nothing is said at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Add for Realised {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let both = |one: Option<Money>, other: Option<Money>| match (one, other) {
            (Some(one), Some(other)) => Some(one + other),
            (one, other) => one.or(other),
        };
        Self {
            promised: both(self.promised, other.promised),
            forecast: both(self.forecast, other.forecast),
            outcome: both(self.outcome, other.outcome),
        }
    }
}

impl Parts for Realised {
    fn parts(&self, shares: &[Option<Decimal>]) -> Vec<Self> {
        let of = |amount: Option<Money>| -> Vec<Option<Money>> {
            let Some(amount) = amount else {
                return vec![None; shares.len()];
            };
            // Parts of what fits fit.
            split(Decimal::from(amount.0), shares, 0)
                .into_iter()
                .map(|ore| Some(Money(ore.to_i64().unwrap_or_default())))
                .collect()
        };
        let (promised, forecast, outcome) = (of(self.promised), of(self.forecast), of(self.outcome));
        promised
            .into_iter()
            .zip(forecast)
            .zip(outcome)
            .map(|((promised, forecast), outcome)| Self {
                promised,
                forecast,
                outcome,
            })
            .collect()
    }
}

/// A benefit, as far as its kronor go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValuedBenefit {
    /// The initiative that it is of.
    pub initiative: InitiativeId,
    /// Which.
    pub benefit: BenefitId,
    /// The area that it is counted in.
    pub area: Option<AreaId>,
    /// Its groups, with the shares that its kronor are split by.
    pub groups: Vec<GroupShare>,
}

/// The roll-up of each year of which something is said, in order.
pub type Realisation = BTreeMap<i32, Parted<Realised>>;

/// What is said of each benefit and year. `values` are those whose statement or measurement counts as of the day.
/// Values of a class stand apart where they are listed; here they are kronor of one benefit, and add up.
///
/// Of several forecasts for a benefit, year and class the newest holds.
pub fn by_benefit(
    promised: &[PromisedLine],
    values: &[SekValue],
    (from_year, to_year): (i32, i32),
    as_of: NaiveDate,
) -> BTreeMap<(BenefitId, i32), Realised> {
    let mut all: BTreeMap<(BenefitId, i32), Realised> = BTreeMap::new();
    let mut say = |benefit, year, said: Realised| {
        if (from_year..=to_year).contains(&year) {
            let sum = all.entry((benefit, year)).or_default();
            *sum = *sum + said;
        }
    };
    for line in promised {
        if line.approved_on.is_some_and(|day| day > as_of) {
            continue;
        }
        for (year, amount) in &line.likely {
            let said = Realised {
                promised: Some(*amount),
                ..Realised::default()
            };
            say(line.benefit, *year, said);
        }
    }
    let mut forecasts = BTreeMap::new();
    for value in values {
        for year in value.from_year.max(from_year)..=value.to_year.min(to_year) {
            if let Some(outcome) = value.counted_in(year) {
                let said = Realised {
                    outcome: Some(outcome),
                    ..Realised::default()
                };
                say(value.benefit, year, said);
            }
            if value.kind == SekKind::Forecast {
                // Identities are in the order in which things were written.
                let newest = forecasts
                    .entry((value.benefit, year, value.class))
                    .or_insert(value);
                if newest.id < value.id {
                    *newest = value;
                }
            }
        }
    }
    for ((benefit, year, _), value) in forecasts {
        let said = Realised {
            forecast: Some(value.amount),
            ..Realised::default()
        };
        say(benefit, year, said);
    }
    all
}

/// Rolls up what is said of these benefits; of others nothing is taken.
pub fn realisation(benefits: &[ValuedBenefit], said: &BTreeMap<(BenefitId, i32), Realised>) -> Realisation {
    let leaves = benefits.iter().flat_map(|of| {
        let years = said.range((of.benefit, i32::MIN)..=(of.benefit, i32::MAX));
        years.map(|((benefit, year), amount)| PartedLeaf {
            initiative: of.initiative,
            benefit: *benefit,
            year: *year,
            area: of.area,
            groups: of.groups.clone(),
            amount: *amount,
        })
    });
    let mut years: BTreeMap<i32, Vec<PartedLeaf<Realised>>> = BTreeMap::new();
    for leaf in leaves {
        years.entry(leaf.year).or_default().push(leaf);
    }
    years
        .into_iter()
        .map(|(year, leaves)| (year, parted::fold(&leaves)))
        .collect()
}

/// One year after the other, of the whole.
pub fn whole_by_year(realisation: &Realisation) -> Vec<(i32, Realised)> {
    realisation.iter().map(|(year, of)| (*year, of.whole)).collect()
}

/// One year after the other, of an area.
pub fn area_by_year(realisation: &Realisation, area: AreaId) -> Vec<(i32, Realised)> {
    let of = |of: &Parted<Realised>| of.areas.get(&area).copied();
    realisation
        .iter()
        .filter_map(|(year, all)| Some((*year, of(all)?)))
        .collect()
}

/// One year after the other, of a group.
pub fn group_by_year(realisation: &Realisation, group: BenefitGroupId) -> Vec<(i32, Realised)> {
    let of = |of: &Parted<Realised>| of.groups.get(&group).copied();
    realisation
        .iter()
        .filter_map(|(year, all)| Some((*year, of(all)?)))
        .collect()
}

/// The sum of all years.
pub fn sum_of(years: &[(i32, Realised)]) -> Realised {
    years.iter().fold(Realised::default(), |sum, (_, one)| sum + *one)
}

#[cfg(test)]
mod tests;
