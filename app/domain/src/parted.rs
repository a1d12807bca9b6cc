//! What adds up: hours and kronor are split by a benefit's shares in its groups, so that what areas and groups have adds
//! up to the whole (product rules, section 2, roll-up).

use std::collections::BTreeMap;
use std::ops::Add;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::benefit::GroupShare;
use crate::id::{AreaId, BenefitGroupId, BenefitId, InitiativeId};

/// What can be split among groups and added up again without anything being lost.
pub trait Parts: Clone + Default + Add<Output = Self> {
    /// One part for each share, in order; together they are the whole.
    fn parts(&self, shares: &[Option<Decimal>]) -> Vec<Self>;
}

/// A benefit's hours or kronor of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartedLeaf<T> {
    /// The initiative that it is of.
    pub initiative: InitiativeId,
    /// Which benefit.
    pub benefit: BenefitId,
    /// The year.
    pub year: i32,
    /// The area that it is counted in.
    pub area: Option<AreaId>,
    /// Its groups, with the shares that it is split by.
    pub groups: Vec<GroupShare>,
    /// How much.
    pub amount: T,
}

/// The roll-up of what adds up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parted<T> {
    /// All of it.
    pub whole: T,
    /// By area.
    pub areas: BTreeMap<AreaId, T>,
    /// What belongs to no area. Areas and this are the whole.
    pub outside: Option<T>,
    /// By group, split by shares.
    pub groups: BTreeMap<BenefitGroupId, T>,
    /// What belongs to no group. Groups and this are the whole.
    pub ungrouped: Option<T>,
    /// By year.
    pub years: BTreeMap<i32, T>,
}

/// Folds distinct leaves, in any order.
pub fn fold<'a, T: Parts + 'a>(leaves: impl IntoIterator<Item = &'a PartedLeaf<T>>) -> Parted<T> {
    let mut all = Parted::default();
    for leaf in leaves {
        add(&mut all.whole, &leaf.amount);
        add(all.years.entry(leaf.year).or_default(), &leaf.amount);
        let area = match leaf.area {
            Some(area) => all.areas.entry(area).or_default(),
            None => all.outside.get_or_insert_default(),
        };
        add(area, &leaf.amount);
        if leaf.groups.is_empty() {
            add(all.ungrouped.get_or_insert_default(), &leaf.amount);
        }
        let shares: Vec<_> = leaf.groups.iter().map(|one| one.share).collect();
        for (place, part) in leaf.groups.iter().zip(leaf.amount.parts(&shares)) {
            add(all.groups.entry(place.group).or_default(), &part);
        }
    }
    all
}

/// Those of a year, an area and a group; of a group what of each is its part. None means all.
pub fn within<T: Parts>(
    leaves: &[PartedLeaf<T>],
    year: Option<i32>,
    area: Option<AreaId>,
    group: Option<BenefitGroupId>,
) -> Vec<PartedLeaf<T>> {
    let wanted = leaves.iter().filter(|leaf| {
        year.is_none_or(|year| leaf.year == year) && area.is_none_or(|area| leaf.area == Some(area))
    });
    let Some(group) = group else {
        return wanted.cloned().collect();
    };
    wanted
        .filter_map(|leaf| {
            let place = leaf.groups.iter().position(|one| one.group == group)?;
            let shares: Vec<_> = leaf.groups.iter().map(|one| one.share).collect();
            Some(PartedLeaf {
                amount: leaf.amount.parts(&shares).swap_remove(place),
                groups: leaf
                    .groups
                    .get(place)
                    .map(|one| GroupShare { share: None, ..*one })
                    .into_iter()
                    .collect(),
                ..leaf.clone()
            })
        })
        .collect()
}

/// What each initiative has of it.
pub fn by_initiative<T: Parts>(leaves: &[PartedLeaf<T>]) -> BTreeMap<InitiativeId, T> {
    let mut all: BTreeMap<InitiativeId, T> = BTreeMap::new();
    for leaf in leaves {
        add(all.entry(leaf.initiative).or_default(), &leaf.amount);
    }
    all
}

fn add<T: Parts>(sum: &mut T, more: &T) {
    *sum = sum.clone() + more.clone();
}

/// Splits a number by shares: equal ones unless each has a share and they come to something. Parts are exact to so many
/// decimals, as the number is: each is what all up to it have, less what those before it have, so that nothing is lost by
/// rounding and parts of what is larger are never smaller.
pub fn split(number: Decimal, shares: &[Option<Decimal>], decimals: u32) -> Vec<Decimal> {
    let given: Option<Vec<Decimal>> = shares.iter().copied().collect();
    let weighs = |all: &Vec<Decimal>| {
        // More than the whole is no share, and could not be added up.
        all.iter()
            .all(|share| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(share))
            && all.iter().any(|share| *share > Decimal::ZERO)
    };
    let weights = given
        .filter(weighs)
        .unwrap_or_else(|| vec![Decimal::ONE; shares.len()]);
    let whole: Decimal = weights.iter().sum();
    let mut reached = Decimal::ZERO;
    let mut given_out = Decimal::ZERO;
    let mut parts = Vec::with_capacity(weights.len());
    for weight in weights {
        reached += weight;
        let upto = if reached == whole {
            Some(number)
        } else {
            let exact = number
                .checked_mul(reached)
                .and_then(|part| part.checked_div(whole));
            exact.map(|part| part.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
        };
        // What is too large to be split stays with what comes last.
        let upto = upto.unwrap_or(given_out);
        parts.push(upto - given_out);
        given_out = upto;
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shares(all: &[Option<i64>]) -> Vec<Option<Decimal>> {
        all.iter().map(|share| share.map(Decimal::from)).collect()
    }

    fn texts(number: i64, all: &[Option<i64>]) -> Vec<String> {
        let parts = split(Decimal::from(number), &shares(all), 0);
        parts.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn parts_follow_the_shares_and_are_equal_where_there_are_none() {
        assert_eq!(texts(120, &[Some(75), Some(25)]), ["90", "30"]);
        assert_eq!(texts(120, &[None, None, None]), ["40", "40", "40"]);
        assert_eq!(
            texts(120, &[Some(75), None]),
            ["60", "60"],
            "one share says nothing"
        );
        assert_eq!(texts(120, &[Some(0), Some(0)]), ["60", "60"], "nothing to go by");
        assert_eq!(texts(120, &[Some(0), Some(100)]), ["0", "120"]);
        assert_eq!(
            texts(120, &[Some(30), Some(30)]),
            ["60", "60"],
            "shares of what is shared"
        );
        assert_eq!(texts(120, &[]), [] as [String; 0]);
        let largest = [Some(Decimal::MAX), Some(Decimal::MAX)];
        assert_eq!(
            split(Decimal::from(120), &largest, 0),
            [Decimal::from(60); 2],
            "what no form takes"
        );
    }

    #[test]
    fn what_cannot_be_split_evenly_is_still_all_there() {
        assert_eq!(texts(100, &[None, None, None]), ["33", "34", "33"]);
        assert_eq!(texts(-100, &[None, None, None]), ["-33", "-34", "-33"]);
        assert_eq!(texts(1, &[None, None]), ["1", "0"]);
    }

    proptest! {
        #[test]
        fn parts_add_up_and_none_has_the_other_sign(
            number in -1_000_000_000_i64..1_000_000_000,
            given in prop::collection::vec(0_i64..101, 1..6),
        ) {
            let given: Vec<Option<i64>> = given.into_iter().map(Some).collect();
            let parts = split(Decimal::from(number), &shares(&given), 0);
            prop_assert_eq!(parts.len(), given.len());
            prop_assert_eq!(parts.iter().sum::<Decimal>(), Decimal::from(number));
            for part in parts {
                prop_assert!(part.is_zero() || (part > Decimal::ZERO) == (number > 0));
                prop_assert!(part.fract().is_zero());
            }
        }

        #[test]
        fn the_largest_numbers_do_not_panic(number in any::<i64>(), a in any::<i64>(), b in any::<i64>()) {
            let all = [Some(Decimal::new(a, 0)), Some(Decimal::new(b, 6))];
            let whole = Decimal::from(number);
            prop_assert_eq!(split(whole, &all, 6).iter().sum::<Decimal>(), whole);
        }
    }
}
