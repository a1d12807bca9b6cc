//! What is coming: days on which something will be to do, for a calendar.

use chrono::NaiveDate;

use super::WorkMaterial;
use super::measuring::FollowedMeasure;
use super::search::Search;
use super::{WorkItem, WorkKind, WorkSubject};
use crate::assessment::SubjectKey;
use crate::measure::Period;
use crate::realisation_plan::RealisationPlan;
use crate::round::RoundState;

/// Why a day stands in somebody's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AheadKind {
    /// A measure is to be measured by then.
    Measure,
    /// Something in a realisation plan is to be done by then.
    Activity,
    /// A benefit is to be followed up.
    FollowUp,
    /// The answers of a follow-up round are due.
    Round,
    /// What comes after the day is not in the report.
    CutOff,
}

impl AheadKind {
    /// All, in order.
    pub const ALL: [Self; 5] = [
        Self::Measure,
        Self::Activity,
        Self::FollowUp,
        Self::Round,
        Self::CutOff,
    ];
}

/// Something that will be to do. Its item is the work that it becomes: whose that is, it is theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Why.
    pub kind: AheadKind,
    /// Which of several in the same thing: an activity.
    pub part: Option<String>,
    /// By when.
    pub day: NaiveDate,
    /// The work that it becomes.
    pub item: WorkItem,
}

impl WorkMaterial {
    /// What is to come after a day, to the end of another; the first first. What waits already is no part of it.
    pub fn ahead(&self, day: NaiveDate, until: NaiveDate) -> Vec<Ahead> {
        let search = Search::new(self, day);
        let mut found = search.measures_ahead(until);
        found.extend(search.plans_ahead());
        found.extend(search.rounds_ahead());
        found.extend(self.cut_off());
        found.retain(|one| day < one.day && one.day <= until);
        found.sort_by(|a, b| (a.day, a.kind, &a.item.name).cmp(&(b.day, b.kind, &b.item.name)));
        found
    }

    /// The cut-off of the open report: for those who judge, and for those who decide.
    fn cut_off(&self) -> Vec<Ahead> {
        let Some(open) = &self.report else {
            return Vec::new();
        };
        let ahead = |kind| Ahead {
            kind: AheadKind::CutOff,
            part: None,
            day: open.report.cut_off,
            item: WorkItem {
                kind,
                subject: WorkSubject::Assessment(SubjectKey::Whole, open.report.to_year, None),
                name: String::new(),
                initiative: None,
                day: Some(open.report.cut_off),
                note: None,
                belongs: Vec::new(),
            },
        };
        [WorkKind::Assess, WorkKind::ReadAssessment].map(ahead).into()
    }
}

impl FollowedMeasure<'_> {
    /// Periods that are not over, and are to be measured no later than a day; the first first.
    fn periods_ahead(&self, day: NaiveDate, until: NaiveDate) -> Vec<(Period, NaiveDate)> {
        let mut found = Vec::new();
        let mut next = self.cadence.around(day);
        while let Some(period) = next {
            let by = period.last.checked_add_days(self.cadence.days_to_measure());
            let Some(by) = by.filter(|by| *by <= until) else {
                break;
            };
            let ended = self.measure.ended.is_some_and(|ended| ended < period.last);
            if !ended && self.measured.is_none_or(|measured| measured < period.first) {
                found.push((period, by));
            }
            next = period.last.succ_opt().and_then(|day| self.cadence.around(day));
        }
        found
    }
}

impl Search<'_> {
    fn measures_ahead(&self, until: NaiveDate) -> Vec<Ahead> {
        let of = |one: FollowedMeasure<'_>| -> Vec<Ahead> {
            let periods = one.periods_ahead(self.day, until).into_iter();
            periods
                .map(|(period, day)| {
                    let subject = WorkSubject::Measure {
                        id: one.measure.id,
                        first: period,
                        latest: period,
                        begun: false,
                    };
                    Ahead {
                        kind: AheadKind::Measure,
                        part: None,
                        day,
                        item: self.of_measure(WorkKind::Measure, one.measure, subject),
                    }
                })
                .collect()
        };
        self.followed_measures().into_iter().flat_map(of).collect()
    }

    fn plans_ahead(&self) -> Vec<Ahead> {
        let of = |plan: &RealisationPlan| -> Vec<Ahead> {
            let benefit = self.benefits.get(&plan.benefit);
            let Some(benefit) = benefit.filter(|benefit| !benefit.state.is_over()) else {
                return Vec::new();
            };
            let item = |kind, part: Option<String>, day| Ahead {
                kind,
                part,
                day,
                item: self.of_benefit(WorkKind::LatePlan, benefit),
            };
            let open = plan.activities.iter().filter(|one| one.done_on.is_none());
            let activities = open.filter_map(|one| {
                let day = one.due?.last_day()?;
                let mut ahead = item(AheadKind::Activity, Some(one.id.to_string()), day);
                ahead.item.name.clone_from(&one.text);
                Some(ahead)
            });
            let follow_up = plan.follow_up_on.and_then(|when| when.last_day());
            let follow_up = follow_up.map(|day| item(AheadKind::FollowUp, None, day));
            activities.chain(follow_up).collect()
        };
        self.m.plans.iter().flat_map(of).collect()
    }

    /// Rounds that are sent out, for those who tend them. Whoever is asked has the question already.
    fn rounds_ahead(&self) -> Vec<Ahead> {
        let open = self
            .m
            .rounds
            .iter()
            .filter(|round| round.state == RoundState::Open);
        open.map(|round| Ahead {
            kind: AheadKind::Round,
            part: None,
            day: round.due,
            item: Self::of_round(round),
        })
        .collect()
    }
}
