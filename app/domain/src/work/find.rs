//! Finding what waits in a portfolio.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::freed_time::LoggedFreedTime;
use super::measuring::{LoggedGoal, LoggedMeasurement, MeasuredUntil};
use super::reporting::{LoggedCorrection, LoggedReport};
use super::{WorkItem, WorkKind, WorkSubject};
use crate::area::{Area, number_order};
use crate::assessment::{Assessment, AssessmentState, AssessmentSubject, SubjectKey};
use crate::benefit::Benefit;
use crate::benefit_group::BenefitGroup;
use crate::delivery::Delivery;
use crate::duty::{self, Duty};
use crate::effect_goal::material::GoalMaterial;
use crate::evidence::{self, EvidenceState, StatementEvidence};
use crate::id::{
    AccountId, BenefitId, CalculationId, DeliveryId, FactorId, FactorValueId, InitiativeId, UnitId,
};
use crate::initiative::Initiative;
use crate::level::GradingScheme;
use crate::policy::Belongs;
use crate::realisation_plan::{Late, RealisationPlan};
use crate::report::Report;
use crate::role::Role;
use crate::round::{AskedAbout, FollowUpRequest, FollowUpRound, RoundState};
use crate::shared_list::SharedList;
use crate::statement::{ApprovalState, Statement};
use crate::unit::Unit;

/// A statement with what its review needs.
#[derive(Clone, Debug)]
pub struct LoggedStatement {
    /// The statement.
    pub statement: Statement,
    /// Who wrote the latest of it; none for imports.
    pub edited_by: Option<AccountId>,
    /// Everybody who has written in it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// The day on which it was begun; none where its identity does not tell.
    pub written_on: Option<NaiveDate>,
    /// The day on which it was reviewed.
    pub reviewed_on: Option<NaiveDate>,
}

/// A report that is not decided yet, as far as its judging goes.
#[derive(Clone, Debug)]
pub struct OpenReport {
    /// The report.
    pub report: Report,
    /// The areas of its set.
    pub areas: SharedList<Area>,
    /// All groups.
    pub groups: SharedList<BenefitGroup>,
    /// The newest version of each of its assessments.
    pub assessments: SharedList<Assessment>,
}

/// The portfolio that is looked through, in any order.
#[derive(Clone, Debug)]
pub struct WorkMaterial {
    /// What findings score by.
    pub scheme: GradingScheme,
    /// Initiatives.
    pub initiatives: SharedList<Initiative>,
    /// Deliveries.
    pub deliveries: SharedList<Delivery>,
    /// Benefits.
    pub benefits: SharedList<Benefit>,
    /// Statements in any state.
    pub statements: SharedList<LoggedStatement>,
    /// Units.
    pub units: SharedList<Unit>,
    /// Follow-up rounds.
    pub rounds: SharedList<FollowUpRound>,
    /// Realisation plans.
    pub plans: SharedList<RealisationPlan>,
    /// Benefit calculations in any state.
    pub calculations: SharedList<LoggedCalculation>,
    /// Effect goals of the benefits with what was measured of them.
    pub measured: GoalMaterial,
    /// How far each measure of a goal has been measured.
    pub measured_until: SharedList<MeasuredUntil>,
    /// Measurements that nobody has approved yet.
    pub measurements: SharedList<LoggedMeasurement>,
    /// Freed time that nobody has approved yet.
    pub freed_times: SharedList<LoggedFreedTime>,
    /// Versions of effect goals that nobody has approved yet.
    pub proposed_goals: SharedList<LoggedGoal>,
    /// Values of factors that nobody has approved yet.
    pub factor_values: SharedList<LoggedFactorValue>,
    /// The newest report that is open.
    pub report: Option<OpenReport>,
    /// All reports that are not decided.
    pub reports: SharedList<LoggedReport>,
    /// Corrections that nobody has decided yet.
    pub corrections: SharedList<LoggedCorrection>,
}

/// A version of a benefit calculation, as far as work on it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedCalculation {
    /// Which.
    pub id: CalculationId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// Its number among the versions.
    pub number: i32,
    /// How far it has come.
    pub state: ApprovalState,
    /// Everybody who has edited it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
}

/// A value of a factor, as far as work on it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedFactorValue {
    /// Which.
    pub id: FactorValueId,
    /// The factor.
    pub factor: FactorId,
    /// What that is called.
    pub name: String,
    /// The first day on which it is to hold.
    pub from: NaiveDate,
    /// How far it has come.
    pub state: ApprovalState,
    /// Everybody who has edited it.
    pub editors: Vec<AccountId>,
    /// What the reviewer said.
    pub review_note: Option<String>,
}

/// The same, held against the hands of whoever has written in it: nobody approves what they have written in. Who wrote
/// the latest is the last.
pub(super) fn with_hands(
    mut belongs: Vec<Belongs>,
    editors: &[AccountId],
    latest: Option<AccountId>,
) -> Vec<Belongs> {
    let before = editors.iter().copied().filter(|editor| Some(*editor) != latest);
    let editors: Vec<AccountId> = before.chain(latest).collect();
    for one in &mut belongs {
        one.editors.clone_from(&editors);
    }
    belongs
}

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

impl OpenReport {
    /// What is to be judged, and what has been sent in, in the order in which people judge it. Nothing that
    /// nobody has begun is to be judged while the cut-off is half a year away or more.
    fn work(&self, day: NaiveDate) -> Vec<WorkItem> {
        const HALF_A_YEAR: Days = Days::new(183);
        let soon = day
            .checked_add_days(HALF_A_YEAR)
            .is_some_and(|soon| self.report.cut_off < soon);
        let mut areas: Vec<&Area> = self.areas.iter().collect();
        areas.sort_by_key(|area| (number_order(&area.number), area.id));
        let mut groups: Vec<&BenefitGroup> = self.groups.iter().collect();
        groups.sort_by_key(|group| (group.ordinal, group.id));
        let areas = areas.into_iter().map(|area| {
            let key = SubjectKey::Area(area.number.clone());
            (key, AssessmentSubject::Area(area.id), area.name.clone())
        });
        let groups = groups.into_iter().map(|group| {
            let key = SubjectKey::Group(group.code.clone());
            (key, AssessmentSubject::Group(group.id), group.name.clone())
        });
        let whole = (SubjectKey::Whole, AssessmentSubject::Whole, String::new());
        let mut found: Vec<WorkItem> = areas
            .chain(groups)
            .chain([whole])
            .filter_map(|(key, subject, name)| self.item(key, subject, name))
            .filter(|item| soon || !matches!(item.subject, WorkSubject::Assessment(_, _, None)))
            .collect();
        // Somebody waits for what came back.
        let came_back = Some(AssessmentState::Returned);
        found.sort_by_key(
            |item| !matches!(item.subject, WorkSubject::Assessment(_, _, state) if state == came_back),
        );
        found
    }

    fn item(&self, key: SubjectKey, subject: AssessmentSubject, name: String) -> Option<WorkItem> {
        let mut judged = self.assessments.iter().filter(|one| one.subject == subject);
        let state = judged.next().map(|one| one.state);
        let kind = match state {
            None => WorkKind::Assess,
            Some(state) if state.is_open() => WorkKind::Assess,
            Some(AssessmentState::Submitted) => WorkKind::ReadAssessment,
            Some(_) => return None,
        };
        Some(WorkItem {
            kind,
            subject: WorkSubject::Assessment(key, self.report.to_year, state),
            name,
            initiative: None,
            day: self
                .report
                .assignment
                .as_ref()
                .and_then(|assignment| assignment.due),
            note: None,
            belongs: Vec::new(),
        })
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

pub(super) struct Search<'a> {
    pub(super) m: &'a WorkMaterial,
    pub(super) day: NaiveDate,
    pub(super) initiatives: BTreeMap<InitiativeId, &'a Initiative>,
    deliveries: BTreeMap<DeliveryId, &'a Delivery>,
    pub(super) benefits: BTreeMap<BenefitId, &'a Benefit>,
    /// By initiative.
    promised: BTreeMap<InitiativeId, Vec<&'a Benefit>>,
    /// What the benefits that are still open rest on.
    states: BTreeMap<BenefitId, EvidenceState>,
    undated: BTreeSet<BenefitId>,
    counting: Vec<&'a Statement>,
}

impl<'a> Search<'a> {
    pub(super) fn new(m: &'a WorkMaterial, day: NaiveDate) -> Self {
        let initiatives: BTreeMap<_, _> = m.initiatives.iter().map(|one| (one.id, one)).collect();
        let deliveries: BTreeMap<_, _> = m.deliveries.iter().map(|one| (one.id, one)).collect();
        let mut promised: BTreeMap<InitiativeId, Vec<&Benefit>> = BTreeMap::new();
        for benefit in &m.benefits {
            promised.entry(benefit.initiative).or_default().push(benefit);
        }
        let counting = evidence::counting(m.statements.iter().map(|one| &one.statement), day);
        let mut speaking: BTreeMap<BenefitId, Vec<StatementEvidence>> = BTreeMap::new();
        for statement in &counting {
            for benefit in &statement.benefits {
                let said = StatementEvidence::from(*statement);
                speaking.entry(*benefit).or_default().push(said);
            }
        }
        let (mut states, mut undated) = (BTreeMap::new(), BTreeSet::new());
        let goals = m.measured.by_benefit(day);
        for benefit in m.benefits.iter().filter(|benefit| !benefit.state.is_over()) {
            let delivery = benefit.delivery.and_then(|id| deliveries.get(&id).copied());
            let said = speaking.get(&benefit.id).map_or(&[][..], Vec::as_slice);
            let stands = goals.get(&benefit.id).map_or(&[][..], Vec::as_slice);
            let evidence = evidence::judge(benefit, delivery, said, stands, &m.scheme, day);
            states.insert(benefit.id, evidence.state);
            if evidence.undated {
                undated.insert(benefit.id);
            }
        }
        Self {
            m,
            day,
            initiatives,
            deliveries,
            benefits: m.benefits.iter().map(|one| (one.id, one)).collect(),
            promised,
            states,
            undated,
            counting,
        }
    }

    fn is_missing(&self, benefit: BenefitId) -> bool {
        self.states.get(&benefit) == Some(&EvidenceState::Missing)
    }

    /// Benefits whose day of follow-up has passed.
    fn to_follow_up(&self) -> BTreeSet<BenefitId> {
        self.counting
            .iter()
            .filter(|statement| self.follow_up_passed(statement).is_some())
            .flat_map(|statement| statement.benefits.iter().copied())
            .filter(|benefit| self.is_missing(*benefit))
            .collect()
    }

    pub(super) fn item(
        &self,
        kind: WorkKind,
        of: InitiativeId,
        subject: WorkSubject,
        name: &str,
    ) -> WorkItem {
        let initiative = self.initiatives.get(&of);
        WorkItem {
            kind,
            subject,
            name: name.to_owned(),
            initiative: initiative.map(|one| (of, one.name.clone())),
            day: None,
            note: None,
            belongs: vec![self.belongs(of)],
        }
    }

    /// An initiative as a whole.
    fn belongs(&self, of: InitiativeId) -> Belongs {
        let initiative = self.initiatives.get(&of);
        let promised = self.promised.get(&of).map_or(&[][..], Vec::as_slice);
        let owners = promised.iter().filter_map(|benefit| benefit.owner);
        Belongs {
            portfolios: initiative.map_or_else(Vec::new, |one| one.portfolios.clone()),
            groups: promised
                .iter()
                .flat_map(|benefit| benefit.groups.iter().map(|share| share.group))
                .collect(),
            units: initiative
                .and_then(|one| one.owner)
                .into_iter()
                .chain(owners)
                .collect(),
            editors: Vec::new(),
        }
    }

    pub(super) fn belongs_benefit(&self, benefit: &Benefit) -> Belongs {
        Belongs {
            portfolios: self.belongs(benefit.initiative).portfolios,
            groups: benefit.groups.iter().map(|share| share.group).collect(),
            units: benefit.owner.into_iter().collect(),
            editors: Vec::new(),
        }
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
        let counts = self.counting.iter().any(|one| one.id == statement.id);
        let when = statement.follow_up.filter(|when| when.passed(self.day))?;
        let still_open =
            statement.benefits.is_empty() || statement.benefits.iter().any(|id| self.is_missing(*id));
        let replaced = self
            .m
            .statements
            .iter()
            .any(|one| one.statement.supersedes == Some(statement.id));
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
        let item = |one: &Initiative| -> Vec<WorkItem> {
            let promised = self.promised.get(&one.id).map_or(&[][..], Vec::as_slice);
            let has_any = self.m.calculations.iter().any(|of| of.initiative == one.id);
            let calculated = has_any.then_some(Duty::Calculation);
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

    pub(super) fn of_benefit(&self, kind: WorkKind, benefit: &Benefit) -> WorkItem {
        let name = benefit.title.as_ref().unwrap_or(&benefit.description);
        let subject = WorkSubject::Benefit(benefit.id, benefit.delivery);
        WorkItem {
            belongs: vec![self.belongs_benefit(benefit)],
            ..self.item(kind, benefit.initiative, subject, name)
        }
    }
}
