//! Finding what waits in a portfolio.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::search::{Search, with_hands};
use super::{
    LoggedCalculation, LoggedFactorValue, LoggedStatement, WorkItem, WorkKind, WorkMaterial, WorkSubject,
};
use crate::benefit::Benefit;
use crate::delivery::Delivery;
use crate::duty::{self, Duty};
use crate::evidence::EvidenceState;
use crate::id::{BenefitId, InitiativeId, UnitId};
use crate::initiative::Initiative;
use crate::policy::Belongs;
use crate::realisation_plan::{Late, RealisationPlan};
use crate::role::Role;
use crate::round::{AskedAbout, FollowUpRequest, FollowUpRound, RoundState};
use crate::statement::{ApprovalState, Statement};

impl WorkMaterial {
    /// All that waits as of a day: by kind, then the oldest first.
    pub fn find(&self, day: NaiveDate) -> Vec<WorkItem> {
        let search = Search::new(self, day);
        let mut found = search.statements();
        found.extend(search.benefits());
        found.extend(search.deliveries());
        found.extend(search.calculations());
        found.extend(search.initiatives());
        found.extend(search.factor_values());
        found.extend(search.late_plans());
        found.extend(search.to_measure());
        found.extend(search.measurements());
        found.extend(search.freed_times());
        found.extend(search.goals());
        found.extend(search.questions());
        found.extend(search.rounds());
        in_order(&mut found);
        found.extend(self.reports_on_their_way());
        found.extend(self.proposed_corrections());
        found.extend(self.report.iter().flat_map(|open| open.work(day)));
        found.sort_by_key(|item| item.kind);
        found
    }
}

/// A benefit that is still followed, as of a day.
#[derive(Clone, Copy, Debug)]
pub struct Followed<'a> {
    /// The benefit.
    pub benefit: &'a Benefit,
    /// It is to be accounted for.
    pub due: bool,
    /// It is, and nothing gives it a score.
    pub missing: bool,
    /// The day on which it was to be followed up has come, and nothing newer gives it a score.
    pub follow_up: bool,
}

impl WorkMaterial {
    /// The benefits that are still followed: open ones of initiatives that go on.
    pub fn followed(&self, day: NaiveDate) -> Vec<Followed<'_>> {
        // A follow-up that is planned for the day itself has come with it.
        let search = Search::new(self, day.succ_opt().unwrap_or(day));
        let follow_ups = search.to_follow_up();
        let search = Search::new(self, day);
        let goes_on = |benefit: &&Benefit| {
            let initiative = search.initiatives.get(&benefit.initiative);
            initiative.is_some_and(|one| !one.status.value.is_over())
        };
        self.benefits
            .iter()
            .filter(goes_on)
            .filter_map(|benefit| {
                let state = *search.states.get(&benefit.id)?;
                let missing = state == EvidenceState::Missing;
                Some(Followed {
                    benefit,
                    due: state.is_due(),
                    missing,
                    follow_up: follow_ups.contains(&benefit.id),
                })
            })
            .collect()
    }
}

/// By kind, the oldest day first, what has none last; of one day statements as they were begun, which their
/// identities tell; then by initiative and name.
fn in_order(items: &mut [WorkItem]) {
    items.sort_by_cached_key(|item| {
        (
            item.kind,
            item.day.unwrap_or(NaiveDate::MAX),
            match item.subject {
                WorkSubject::Statement(id) => Some(id),
                _ => None,
            },
            item.initiative.as_ref().map(|(_, name)| name.to_lowercase()),
            item.name.to_lowercase(),
        )
    });
}

impl Search<'_> {
    /// Benefits whose day of follow-up has passed.
    fn to_follow_up(&self) -> BTreeSet<BenefitId> {
        self.counting
            .values()
            .filter(|statement| self.follow_up_passed(statement).is_some())
            .flat_map(|statement| statement.benefits.iter().copied())
            .filter(|benefit| self.is_missing(*benefit))
            .collect()
    }

    /// Each benefit that it speaks for; what speaks for none is held against the initiative.
    fn belongs_statement(&self, logged: &LoggedStatement) -> Vec<Belongs> {
        let statement = &logged.statement;
        let benefits = statement
            .benefits
            .iter()
            .filter_map(|id| self.benefits.get(id).copied());
        let mut belongs: Vec<Belongs> = benefits.map(|benefit| self.belongs_benefit(benefit)).collect();
        if belongs.is_empty() {
            belongs.push(self.belongs(statement.initiative));
        }
        with_hands(belongs, &logged.editors, logged.edited_by)
    }

    fn statements(&self) -> Vec<WorkItem> {
        let of = |logged: &LoggedStatement, kind, day| {
            let statement = &logged.statement;
            let subject = WorkSubject::Statement(statement.id);
            WorkItem {
                day,
                note: logged.review_note.clone(),
                belongs: self.belongs_statement(logged),
                ..self.item(kind, statement.initiative, subject, &statement.text)
            }
        };
        let mut found: Vec<WorkItem> = Vec::new();
        for logged in &self.m.statements {
            let (kind, since) = match logged.statement.state {
                ApprovalState::Returned => (WorkKind::Returned, logged.reviewed_on),
                ApprovalState::Submitted => (WorkKind::Approve, logged.written_on),
                ApprovalState::Draft => (WorkKind::Draft, logged.written_on),
                ApprovalState::Approved => {
                    if let Some(passed) = self.follow_up_passed(&logged.statement) {
                        found.push(of(logged, WorkKind::FollowUp, Some(passed)));
                    }
                    continue;
                }
            };
            found.push(of(logged, kind, since));
        }
        found
    }

    /// The day on which what a statement speaks for was to be followed up, once it has passed and
    /// nothing has come in its place, nor is on its way. A statement that speaks for no benefit waits
    /// until it is superseded.
    fn follow_up_passed(&self, statement: &Statement) -> Option<NaiveDate> {
        let counts = self.counting.contains_key(&statement.id);
        let when = statement.follow_up.filter(|when| when.passed(self.day))?;
        let still_open =
            statement.benefits.is_empty() || statement.benefits.iter().any(|id| self.is_missing(*id));
        let replaced = self.replaced.contains(&statement.id);
        (counts && statement.finding.value.is_later() && still_open && !replaced)
            .then(|| when.last_day())
            .flatten()
    }

    fn benefits(&self) -> Vec<WorkItem> {
        let followed = self.to_follow_up();
        // Where somebody has begun to write, that is the work: to send it in, or to approve it.
        let under_way: BTreeSet<BenefitId> = self
            .m
            .statements
            .iter()
            .filter(|one| one.statement.state != ApprovalState::Approved)
            .flat_map(|one| one.statement.benefits.iter().copied())
            .collect();
        // What an open round asks about is answered there.
        let asked: BTreeSet<BenefitId> = self
            .m
            .rounds
            .iter()
            .flat_map(FollowUpRound::waiting)
            .filter_map(|request| match request.about {
                AskedAbout::Benefit(id) => Some(id),
                AskedAbout::Delivery(_) => None,
            })
            .collect();
        let ended: BTreeMap<UnitId, NaiveDate> = self
            .m
            .units
            .iter()
            .filter(|unit| unit.has_ended(self.day))
            .filter_map(|unit| Some((unit.id, unit.valid_to?)))
            .collect();
        let mut found = Vec::new();
        for benefit in self.m.benefits.iter().filter(|one| !one.state.is_over()) {
            let item = |kind, day| WorkItem {
                day,
                ..self.of_benefit(kind, benefit)
            };
            let taken_up = [&followed, &under_way, &asked]
                .iter()
                .any(|taken| taken.contains(&benefit.id));
            if self.is_missing(benefit.id) && !taken_up {
                found.push(item(WorkKind::Missing, self.due_since(benefit)));
            }
            if self.undated.contains(&benefit.id) {
                found.push(item(WorkKind::Undated, None));
            }
            let orphaned = [benefit.owner, benefit.recipient]
                .into_iter()
                .flatten()
                .filter_map(|unit| ended.get(&unit).copied())
                .min();
            if orphaned.is_some() {
                found.push(item(WorkKind::Orphaned, orphaned));
            }
        }
        found
    }

    /// From when a benefit is accounted for: its own day, or else the last launch of its delivery.
    fn due_since(&self, benefit: &Benefit) -> Option<NaiveDate> {
        let launched = || {
            let delivery = self.deliveries.get(&benefit.delivery?)?;
            let days = delivery
                .launches
                .iter()
                .filter_map(|launch| launch.actual?.last_day());
            days.filter(|last| *last <= self.day).max()
        };
        benefit.expected_from.or_else(launched)
    }

    fn deliveries(&self) -> Vec<WorkItem> {
        let item = |delivery: &Delivery| {
            let late = delivery.late_since(self.day);
            let late = late.map(|since| (WorkKind::Late, since, None));
            let announced = || {
                let (since, what) = delivery.announced_before(self.day)?;
                Some((WorkKind::Announced, since, Some(what.what.clone())))
            };
            let (kind, since, note) = late.or_else(announced)?;
            let subject = WorkSubject::Delivery(delivery.id);
            Some(WorkItem {
                day: Some(since),
                note,
                ..self.item(kind, delivery.initiative, subject, &delivery.name)
            })
        };
        self.m.deliveries.iter().filter_map(item).collect()
    }

    /// What open rounds ask and nobody has answered: of the benefit's unit, or of who manages the
    /// portfolio.
    fn questions(&self) -> Vec<WorkItem> {
        let item = |round: &FollowUpRound, request: &FollowUpRequest| {
            let (name, belongs) = match request.about {
                AskedAbout::Benefit(id) => {
                    let benefit = self.benefits.get(&id)?;
                    let name = benefit.title.as_ref().unwrap_or(&benefit.description);
                    (name.clone(), self.belongs_benefit(benefit))
                }
                AskedAbout::Delivery(id) => {
                    let delivery = self.deliveries.get(&id)?;
                    (delivery.name.clone(), self.belongs(delivery.initiative))
                }
            };
            let asked = match request.unit {
                Some(_) => Role::BenefitOwner,
                None => Role::PortfolioManager,
            };
            let subject = WorkSubject::Question(round.id, request.id, asked);
            Some(WorkItem {
                day: Some(round.due),
                note: round.message.clone(),
                belongs: vec![belongs],
                ..self.item(WorkKind::Answer, request.initiative, subject, &name)
            })
        };
        let rounds = self.m.rounds.iter();
        rounds
            .flat_map(|round| round.waiting().filter_map(move |request| item(round, request)))
            .collect()
    }

    /// Rounds that nobody has sent out, and those whose day has passed.
    fn rounds(&self) -> Vec<WorkItem> {
        let to_tend =
            |round: &&FollowUpRound| round.state == RoundState::Prepared || round.is_overdue(self.day);
        self.m.rounds.iter().filter(to_tend).map(Self::of_round).collect()
    }

    pub(super) fn of_round(round: &FollowUpRound) -> WorkItem {
        WorkItem {
            kind: WorkKind::Round,
            subject: WorkSubject::Round {
                id: round.id,
                period: (round.year, round.part),
                state: round.state,
                tally: round.tally(),
            },
            name: String::new(),
            initiative: None,
            day: Some(round.due),
            note: None,
            belongs: Vec::new(),
        }
    }

    /// Calculations on their way. Nobody approves what they have written in.
    fn calculations(&self) -> Vec<WorkItem> {
        let item = |one: &LoggedCalculation| {
            let kind = match one.state {
                ApprovalState::Submitted => WorkKind::ApproveCalculation,
                ApprovalState::Draft | ApprovalState::Returned => WorkKind::WriteCalculation,
                ApprovalState::Approved => return None,
            };
            let name = self.initiatives.get(&one.initiative).map(|of| of.name.as_str());
            let subject = WorkSubject::Calculation(one.id, one.number, one.state);
            let item = self.item(kind, one.initiative, subject, name.unwrap_or_default());
            let belongs = Belongs {
                editors: one.editors.clone(),
                ..self.belongs(one.initiative)
            };
            Some(WorkItem {
                note: one
                    .review_note
                    .clone()
                    .filter(|_| one.state == ApprovalState::Returned),
                belongs: vec![belongs],
                ..item
            })
        };
        self.m.calculations.iter().filter_map(item).collect()
    }

    /// Values of factors on their way. Nobody approves what they have written in.
    fn factor_values(&self) -> Vec<WorkItem> {
        let item = |one: &LoggedFactorValue| {
            let kind = match one.state {
                ApprovalState::Submitted => WorkKind::ApproveFactor,
                ApprovalState::Draft | ApprovalState::Returned => WorkKind::WriteFactor,
                ApprovalState::Approved => return None,
            };
            let belongs = Belongs {
                editors: one.editors.clone(),
                ..Belongs::default()
            };
            Some(WorkItem {
                kind,
                subject: WorkSubject::Factor(one.factor, one.id, one.from, one.state),
                name: one.name.clone(),
                initiative: None,
                day: None,
                note: one
                    .review_note
                    .clone()
                    .filter(|_| one.state == ApprovalState::Returned),
                belongs: vec![belongs],
            })
        };
        self.m.factor_values.iter().filter_map(item).collect()
    }

    /// What development objects lack: a calculation that nobody has begun, and the plans of what they promise.
    fn initiatives(&self) -> Vec<WorkItem> {
        let planned = duty::planned(&self.m.plans, self.day);
        let begun: BTreeSet<InitiativeId> = self.m.calculations.iter().map(|one| one.initiative).collect();
        let item = |one: &Initiative| -> Vec<WorkItem> {
            let promised = self.promised.get(&one.id).map_or(&[][..], Vec::as_slice);
            let calculated = begun.contains(&one.id).then_some(Duty::Calculation);
            let has_plan = duty::has_plan(promised.iter().copied(), &planned);
            let has: Vec<Duty> = calculated
                .into_iter()
                .chain(has_plan.then_some(Duty::Plan))
                .collect();
            let whole = |kind, duty| {
                let subject = WorkSubject::Initiative(vec![duty]);
                vec![self.item(kind, one.id, subject, &one.name)]
            };
            let lacking = duty::lacking(one, &has, self.day).into_iter();
            lacking
                .flat_map(|duty| match duty {
                    Duty::Calculation => whole(WorkKind::Calculate, duty),
                    Duty::Plan if promised.is_empty() => whole(WorkKind::Plan, duty),
                    Duty::Plan => promised
                        .iter()
                        .filter(|benefit| !benefit.state.is_over() && !planned.contains(&benefit.id))
                        .map(|benefit| self.of_benefit(WorkKind::Plan, benefit))
                        .collect(),
                })
                .collect()
        };
        self.m.initiatives.iter().flat_map(item).collect()
    }

    /// Plans of open benefits in which something was to be done, with what that is.
    fn late_plans(&self) -> Vec<WorkItem> {
        let item = |plan: &RealisationPlan| {
            let benefit = self.benefits.get(&plan.benefit)?;
            let since = plan.late_since(self.day).filter(|_| !benefit.state.is_over())?;
            let late = plan.late(self.day).into_iter();
            let activities: Vec<&str> = late
                .filter_map(|one| match one {
                    Late::Activity(activity, _) => Some(activity.text.as_str()),
                    Late::FollowUp(_) => None,
                })
                .collect();
            Some(WorkItem {
                day: Some(since),
                note: (!activities.is_empty()).then(|| activities.join("; ")),
                ..self.of_benefit(WorkKind::LatePlan, benefit)
            })
        };
        self.m.plans.iter().filter_map(item).collect()
    }
}
