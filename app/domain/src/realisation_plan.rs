//! Realisation plans (hemtagningsplaner): how a benefit is taken home, and who sees to it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{BenefitId, PlanActivityId, RealisationPlanId, UnitId};
use crate::when::When;

/// A benefit's realisation plan; a benefit has one at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RealisationPlan {
    /// Identity.
    pub id: RealisationPlanId,
    /// The benefit.
    pub benefit: BenefitId,
    /// Since when there is a plan; none where the source does not say, which counts as always.
    #[serde(default)]
    pub begun_on: Option<NaiveDate>,
    /// What has to be done, in order.
    #[serde(default)]
    pub activities: Vec<PlanActivity>,
    /// What has to be in place first. Plain text with paragraphs.
    #[serde(default)]
    pub preconditions: Option<String>,
    /// What can go wrong, in order.
    #[serde(default)]
    pub risks: Vec<PlanRisk>,
    /// The unit that follows up.
    #[serde(default)]
    pub follow_up_unit: Option<UnitId>,
    /// When it follows up next.
    #[serde(default)]
    pub follow_up_on: Option<When>,
    /// How.
    #[serde(default)]
    pub follow_up_how: Option<String>,
}

/// Something that has to be done for the benefit to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanActivity {
    /// Identity.
    pub id: PlanActivityId,
    /// What.
    pub text: String,
    /// The unit that does it.
    #[serde(default)]
    pub unit: Option<UnitId>,
    /// Who does it: a role or a person, in the agency's own words.
    #[serde(default)]
    pub who: Option<String>,
    /// By when.
    #[serde(default)]
    pub due: Option<When>,
    /// The day on which it was done.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
}

/// Something that can keep the benefit from coming.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanRisk {
    /// What can happen.
    pub text: String,
    /// What is done about it.
    #[serde(default)]
    pub response: Option<String>,
}

/// What a plan lacks to be worth the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanLack {
    /// Nothing is to be done.
    Activity,
    /// No activity has both somebody who does it and a date.
    Responsible,
    /// Nobody follows up.
    FollowUpUnit,
    /// Nobody knows when.
    FollowUpDay,
}

/// Something in a plan whose time has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late<'a> {
    /// An activity that is not done.
    Activity(&'a PlanActivity, When),
    /// The follow-up.
    FollowUp(When),
}

impl Late<'_> {
    /// By when it was to be.
    pub fn due(self) -> When {
        match self {
            Self::Activity(_, due) | Self::FollowUp(due) => due,
        }
    }
}

impl PlanActivity {
    /// Somebody does it.
    pub fn has_responsible(&self) -> bool {
        self.unit.is_some() || self.who.is_some()
    }

    /// Its time has passed as of a day, and it is not done: what is due on the day itself is not late.
    pub fn late(&self, day: NaiveDate) -> Option<When> {
        self.due.filter(|due| self.done_on.is_none() && due.passed(day))
    }
}

impl RealisationPlan {
    /// What it lacks, in the order of the form. A plan that lacks something is kept, and does not count as one
    /// ([`crate::duty`]).
    pub fn lacks(&self) -> Vec<PlanLack> {
        let ready = |one: &PlanActivity| one.has_responsible() && one.due.is_some();
        let mut lacks = Vec::new();
        if self.activities.is_empty() {
            lacks.push(PlanLack::Activity);
        } else if !self.activities.iter().any(ready) {
            lacks.push(PlanLack::Responsible);
        }
        if self.follow_up_unit.is_none() {
            lacks.push(PlanLack::FollowUpUnit);
        }
        if self.follow_up_on.is_none_or(|when| when == When::Undated) {
            lacks.push(PlanLack::FollowUpDay);
        }
        lacks
    }

    /// It was there as of a day, and lacks nothing.
    pub fn counts(&self, day: NaiveDate) -> bool {
        self.begun_on.is_none_or(|begun| begun <= day) && self.lacks().is_empty()
    }

    /// What was to be done before a day and is not, in the order of the plan.
    pub fn late(&self, day: NaiveDate) -> Vec<Late<'_>> {
        let activities = self
            .activities
            .iter()
            .filter_map(|one| Some(Late::Activity(one, one.late(day)?)));
        let follow_up = self.follow_up_on.filter(|when| when.passed(day));
        activities.chain(follow_up.map(Late::FollowUp)).collect()
    }

    /// The first day by which something of it was to be done and is not.
    pub fn late_since(&self, day: NaiveDate) -> Option<NaiveDate> {
        let late = self.late(day).into_iter();
        late.filter_map(|one| one.due().last_day()).min()
    }

    /// The units that it names.
    pub fn units(&self) -> impl Iterator<Item = UnitId> + '_ {
        let doing = self.activities.iter().filter_map(|one| one.unit);
        doing.chain(self.follow_up_unit)
    }

    /// How many of its activities are done.
    pub fn done(&self) -> usize {
        self.activities.iter().filter(|one| one.done_on.is_some()).count()
    }

    /// The same with an activity done on a day; none where there is no such activity, or it is done already.
    #[must_use]
    pub fn with_done(&self, activity: PlanActivityId, day: NaiveDate) -> Option<Self> {
        let mut after = self.clone();
        let mut activities = after.activities.iter_mut();
        let found = activities.find(|one| one.id == activity && one.done_on.is_none())?;
        found.done_on = Some(day);
        Some(after)
    }
}

#[cfg(test)]
#[path = "realisation_plan_tests.rs"]
pub(crate) mod tests;
