//! All that the outcomes of effect goals are worked out from, and the outcomes by benefit.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::EffectGoal;
use super::standing::{GoalStanding, stand};
use crate::id::{BenefitId, MeasureId};
use crate::measure::Measure;
use crate::measurement::{Measurement, counting};
use crate::shared_list::SharedList;

/// Goals with the measures that they use and what was measured of those, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoalMaterial {
    /// Measures, at least those of the goals.
    pub measures: SharedList<Measure>,
    /// Goals.
    pub goals: SharedList<EffectGoal>,
    /// Measurements, at least those that outcomes as of the day rest on.
    pub measurements: SharedList<Measurement>,
}

impl GoalMaterial {
    /// Where each goal of a benefit stands as of a day, in order.
    pub fn by_benefit(&self, as_of: NaiveDate) -> BTreeMap<BenefitId, Vec<GoalStanding>> {
        let measures: BTreeMap<MeasureId, &Measure> = self.measures.iter().map(|one| (one.id, one)).collect();
        let mut measured: BTreeMap<MeasureId, Vec<&Measurement>> = BTreeMap::new();
        for one in counting(&self.measurements, as_of) {
            measured.entry(one.measure).or_default().push(one);
        }
        let mut goals: Vec<&EffectGoal> = self.goals.iter().collect();
        goals.sort_by_key(|goal| (goal.ordinal, goal.id));
        let mut by_benefit: BTreeMap<BenefitId, Vec<GoalStanding>> = BTreeMap::new();
        for goal in goals {
            let (Some(benefit), Some(measure)) = (goal.benefit, measures.get(&goal.measure)) else {
                continue;
            };
            let counting = measured.get(&measure.id).map_or(&[][..], Vec::as_slice);
            let standing = stand(goal, measure, counting, as_of);
            by_benefit.entry(benefit).or_default().push(standing);
        }
        by_benefit
    }
}
