//! What is to be measured and by when, and which measurements and effect goals wait for somebody.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::search::{Search, with_hands};
use super::{WorkItem, WorkKind, WorkSubject};
use crate::effect_goal::{EffectGoal, is_locked};
use crate::id::{AccountId, EffectGoalId, MeasureId, MeasurementId};
use crate::measure::{Cadence, Measure, Period};
use crate::policy::Belongs;
use crate::statement::ApprovalState;

/// A measurement that nobody has approved yet, as far as work on it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedMeasurement {
    /// Which.
    pub id: MeasurementId,
    /// What was measured.
    pub measure: MeasureId,
    /// Over which period.
    pub period: Period,
    /// How far it has come.
    pub state: ApprovalState,
    /// Who logged it; none for imports.
    pub edited_by: Option<AccountId>,
    /// Everybody who has written in it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// The day on which it was reviewed.
    pub reviewed_on: Option<NaiveDate>,
}

/// A version of an effect goal that nobody has approved yet, as far as work on it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedGoal {
    /// The goal.
    pub goal: EffectGoalId,
    /// How far the version has come.
    pub state: ApprovalState,
    /// Who wrote it; none for imports.
    pub edited_by: Option<AccountId>,
    /// Everybody who has written in it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// The day on which it was reviewed.
    pub reviewed_on: Option<NaiveDate>,
}

/// How far a measure has been measured, in whatever state that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasuredUntil {
    /// The measure.
    pub measure: MeasureId,
    /// The last day of the latest period that was complete when it was measured.
    pub complete: Option<NaiveDate>,
    /// The last day of the latest period, complete or not.
    pub any: Option<NaiveDate>,
}

/// What of a measure is to be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToMeasure {
    /// The first period that nobody has measured.
    pub first: Period,
    /// The latest period that is over.
    pub latest: Period,
    /// The last day on which the first is measured in time.
    pub by: NaiveDate,
}

impl ToMeasure {
    /// What is to be measured as of a day: periods that were over when it began, and that come after what has been
    /// measured. A measurement within a period is that period's. Where nothing has been measured, and nothing says from
    /// when, only the latest.
    pub fn find(cadence: Cadence, measured: Option<NaiveDate>, day: NaiveDate) -> Option<Self> {
        let latest = cadence.over_before(day)?;
        let first = match measured {
            Some(measured) => cadence.around(cadence.around(measured)?.last.succ_opt()?)?,
            None => latest,
        };
        let by = first.last.checked_add_days(cadence.days_to_measure())?;
        (first.last < day).then_some(Self { first, latest, by })
    }

    /// The days in which it was to be measured have passed.
    pub fn is_late(self, day: NaiveDate) -> bool {
        self.by < day
    }
}

/// A measure that is followed: a goal that holds uses it, of an open benefit of an initiative that is decided and goes
/// on.
pub(super) struct FollowedMeasure<'a> {
    pub(super) measure: &'a Measure,
    pub(super) cadence: Cadence,
    /// The last day that has been measured, or that nobody has to measure.
    pub(super) measured: Option<NaiveDate>,
    /// The last day of what has been measured, complete or not.
    any: Option<NaiveDate>,
}

impl FollowedMeasure<'_> {
    /// The day as of which it is followed: no later than the one after it ended.
    fn as_of(&self, day: NaiveDate) -> NaiveDate {
        let ended = self.measure.ended.and_then(|ended| ended.succ_opt());
        ended.map_or(day, |ended| ended.min(day))
    }
}

impl<'a> Search<'a> {
    /// The measures that are followed, as they were given.
    pub(super) fn followed_measures(&self) -> Vec<FollowedMeasure<'a>> {
        let mut followed: BTreeMap<MeasureId, Vec<&EffectGoal>> = BTreeMap::new();
        for goal in &self.m.measured.goals {
            if self.is_followed(goal) {
                followed.entry(goal.measure).or_default().push(goal);
            }
        }
        let until: BTreeMap<MeasureId, &MeasuredUntil> = self
            .m
            .measured_until
            .iter()
            .map(|one| (one.measure, one))
            .collect();
        let measures = self.m.measured.measures.iter();
        measures
            .filter_map(|measure| {
                let goals = followed.get(&measure.id)?;
                let now = measure.current()?;
                let baselines = goals.iter().filter_map(|goal| {
                    let baseline = goal.current()?.baseline.as_ref()?;
                    baseline.when?.last_day()
                });
                let until = until.get(&measure.id);
                let known = [
                    until.and_then(|until| until.complete),
                    now.from.and_then(|from| from.pred_opt()),
                    baselines.min(),
                ];
                Some(FollowedMeasure {
                    measure,
                    cadence: now.frequency?,
                    measured: known.into_iter().flatten().max(),
                    any: until.and_then(|until| until.any),
                })
            })
            .collect()
    }

    fn is_followed(&self, goal: &EffectGoal) -> bool {
        let benefit = goal.benefit.and_then(|id| self.benefits.get(&id));
        let initiative = benefit.and_then(|one| self.initiatives.get(&one.initiative));
        let (Some(benefit), Some(initiative)) = (benefit, initiative) else {
            return false;
        };
        let status = initiative.status.value;
        goal.current().is_some() && !benefit.state.is_over() && is_locked(status) && !status.is_over()
    }

    /// What rights over a measure are held against: whoever answers for one of the benefits that share it may log it.
    pub(super) fn belongs_measure(&self, measure: MeasureId) -> Belongs {
        let goals = self.goals_of(measure).iter();
        let benefits = goals.filter_map(|goal| self.benefits.get(&goal.benefit?));
        let mut all = Belongs::default();
        for benefit in benefits {
            let one = self.belongs_benefit(benefit);
            all.portfolios.extend(one.portfolios);
            all.groups.extend(one.groups);
            all.units.extend(one.units);
        }
        all
    }

    /// Work on a measure, which is no initiative's own.
    pub(super) fn of_measure(&self, kind: WorkKind, measure: &Measure, subject: WorkSubject) -> WorkItem {
        WorkItem {
            kind,
            subject,
            name: measure.name.clone(),
            initiative: None,
            day: None,
            note: None,
            belongs: vec![self.belongs_measure(measure.id)],
        }
    }

    /// Measures whose period is over and that nobody has measured, in time and late.
    pub(super) fn to_measure(&self) -> Vec<WorkItem> {
        let item = |one: FollowedMeasure<'_>| {
            let found = ToMeasure::find(one.cadence, one.measured, one.as_of(self.day))?;
            let kind = if found.is_late(self.day) {
                WorkKind::LateMeasure
            } else {
                WorkKind::Measure
            };
            let subject = WorkSubject::Measure {
                id: one.measure.id,
                first: found.first,
                latest: found.latest,
                begun: one.any.is_some_and(|any| found.latest.first <= any),
            };
            Some(WorkItem {
                day: Some(found.by),
                ..self.of_measure(kind, one.measure, subject)
            })
        };
        self.followed_measures().into_iter().filter_map(item).collect()
    }

    /// Measurements on their way.
    pub(super) fn measurements(&self) -> Vec<WorkItem> {
        let measures: BTreeMap<MeasureId, &Measure> =
            self.m.measured.measures.iter().map(|one| (one.id, one)).collect();
        let item = |logged: &LoggedMeasurement| {
            let kind = match logged.state {
                ApprovalState::Submitted => WorkKind::ApproveMeasurement,
                ApprovalState::Draft | ApprovalState::Returned => WorkKind::WriteMeasurement,
                ApprovalState::Approved => return None,
            };
            let measure = measures.get(&logged.measure)?;
            let subject = WorkSubject::Measurement(logged.id, logged.measure, logged.period, logged.state);
            let mut item = self.of_measure(kind, measure, subject);
            item.belongs = with_hands(item.belongs, &logged.editors, logged.edited_by);
            let returned = logged.state == ApprovalState::Returned;
            Some(WorkItem {
                day: logged.reviewed_on.filter(|_| returned),
                note: logged.review_note.clone().filter(|_| returned),
                ..item
            })
        };
        self.m.measurements.iter().filter_map(item).collect()
    }

    /// Versions of effect goals on their way.
    pub(super) fn goals(&self) -> Vec<WorkItem> {
        let goals: BTreeMap<EffectGoalId, &EffectGoal> =
            self.m.measured.goals.iter().map(|one| (one.id, one)).collect();
        let measures: BTreeMap<MeasureId, &Measure> =
            self.m.measured.measures.iter().map(|one| (one.id, one)).collect();
        let item = |logged: &LoggedGoal| {
            let kind = match logged.state {
                ApprovalState::Submitted => WorkKind::ApproveGoal,
                ApprovalState::Draft | ApprovalState::Returned => WorkKind::WriteGoal,
                ApprovalState::Approved => return None,
            };
            let goal = goals.get(&logged.goal)?;
            let benefit = self.benefits.get(&goal.benefit?)?;
            let measure = measures.get(&goal.measure)?;
            let subject = WorkSubject::Goal(goal.id, benefit.id, logged.state);
            let of = vec![self.belongs_benefit(benefit)];
            let returned = logged.state == ApprovalState::Returned;
            Some(WorkItem {
                day: logged.reviewed_on.filter(|_| returned),
                note: logged.review_note.clone().filter(|_| returned),
                belongs: with_hands(of, &logged.editors, logged.edited_by),
                ..self.item(kind, benefit.initiative, subject, &measure.name)
            })
        };
        self.m.proposed_goals.iter().filter_map(item).collect()
    }
}
