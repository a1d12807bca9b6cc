//! What an open report lacks, one thing at a time, with what rights to mend it are held against.

use std::collections::{BTreeMap, BTreeSet};

use super::ReportMaterial;
use super::compiler::{Compiler, Judgement};
use crate::assessment::SubjectKey;
use crate::benefit::Benefit;
use crate::delivery::Delivery;
use crate::duty::Duty;
use crate::effect_goal::EffectGoal;
use crate::evidence::EvidenceState;
use crate::id::{AccountId, AreaId, DeliveryId, EffectGoalId, InitiativeId, MeasureId, StatementId, UnitId};
use crate::measure::Measure;
use crate::policy::Belongs;
use crate::report::life::hindrances;
use crate::report::responsible::{Lack, LackKind, LackPlace};
use crate::report::{ChapterKey, Report, ReportState};
use crate::standing::GapPlace;
use crate::statement::{ApprovalState, Statement};
use crate::work::{LoggedCalculation, LoggedGoal, LoggedMeasurement};

/// What has been sent in to be approved, in the whole portfolio, and comments that nobody has resolved.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// Statements, with who wrote each; none for imports.
    pub statements: Vec<(StatementId, Option<AccountId>)>,
    /// Measurements.
    pub measurements: Vec<LoggedMeasurement>,
    /// Versions of effect goals.
    pub goals: Vec<LoggedGoal>,
    /// Versions of benefit calculations.
    pub calculations: Vec<LoggedCalculation>,
    /// Comments on the report.
    pub open_comments: u32,
}

/// All that an open report lacks: its own texts first, then what is to be judged and approved, then the evidence, by
/// area. A decided report lacks nothing any more.
pub fn lacks(material: &ReportMaterial, waiting: &Waiting) -> Vec<Lack> {
    if material.report.state.is_decided() {
        return Vec::new();
    }
    let compiler = Compiler::new(material);
    let mut found = own(&material.report, waiting.open_comments);
    found.extend(compiler.unjudged(waiting.open_comments));
    found.extend(compiler.unapproved(waiting));
    let places: BTreeMap<AreaId, usize> = compiler.areas.iter().map(|area| area.id).zip(0..).collect();
    let mut evidence = compiler.unproven();
    // What lies in no area comes last.
    let place = |lack: &Lack| lack.area.and_then(|area| places.get(&area).copied());
    evidence.sort_by_key(|lack| (lack.kind, place(lack).unwrap_or(usize::MAX)));
    found.extend(evidence);
    found
}

/// Something of the report itself: within nobody's scope but the steering unit's.
fn of_report(kind: LackKind, place: LackPlace) -> Lack {
    Lack {
        kind,
        name: String::new(),
        area: None,
        place,
        unit: None,
        belongs: Vec::new(),
    }
}

/// What the report's own texts and facts lack. The foreword and the observations may be left out.
fn own(report: &Report, open_comments: u32) -> Vec<Lack> {
    let needed = [ChapterKey::Background, ChapterKey::Method, ChapterKey::Summary];
    let unwritten = needed
        .into_iter()
        .filter(|key| report.chapter(*key).is_none_or(|text| text.trim().is_empty()))
        .map(|key| of_report(LackKind::Unwritten, LackPlace::Text(key)));
    let carried = report.chapters.iter().filter(|chapter| chapter.carried);
    let carried = carried.map(|chapter| of_report(LackKind::Carried, LackPlace::Text(chapter.key)));
    let without = [
        (report.assignment.is_none(), LackKind::Assignment, LackPlace::Head),
        (report.materials.is_empty(), LackKind::Sources, LackPlace::Sources),
        (open_comments > 0, LackKind::Comments, LackPlace::Review),
    ];
    let without = without
        .into_iter()
        .filter(|(lacks, ..)| *lacks)
        .map(|(_, kind, place)| of_report(kind, place));
    unwritten.chain(carried).chain(without).collect()
}

impl Compiler<'_> {
    /// What nobody has sent in an assessment of; and the decision, where nothing else stands in its way.
    fn unjudged(&self, open_comments: u32) -> Vec<Lack> {
        let standing = self.standing();
        let in_the_way = !hindrances(&standing, open_comments).is_empty();
        let decide = (self.m.report.state == ReportState::UnderReview && !in_the_way)
            .then(|| of_report(LackKind::Decide, LackPlace::Decision));
        let open = standing.subjects().into_iter().filter(|one| one.is_open());
        let area = |key: &SubjectKey| match key {
            SubjectKey::Area(number) => standing.area(number).map(|area| area.id),
            SubjectKey::Group(_) | SubjectKey::Whole => None,
        };
        open.map(|one| Lack {
            area: area(&one.key),
            name: one.name,
            ..of_report(LackKind::Judge, LackPlace::Assessment(one.key))
        })
        .chain(decide)
        .collect()
    }

    /// Submitted evidence of what is in scope.
    fn unapproved(&self, waiting: &Waiting) -> Vec<Lack> {
        let judged = self.in_scope();
        let statements: BTreeMap<StatementId, &Statement> =
            self.m.statements.iter().map(|one| (one.id, one)).collect();
        let areas: BTreeMap<DeliveryId, AreaId> = self
            .deliveries
            .iter()
            .map(|(one, area, _)| (one.id, *area))
            .collect();
        let mut found = Vec::new();
        for (id, edited_by) in &waiting.statements {
            let Some(statement) = statements.get(id) else {
                continue;
            };
            let of: Vec<&Judgement> = statement
                .benefits
                .iter()
                .filter_map(|id| judged.get(id).copied())
                .collect();
            let delivered = statement.delivery.and_then(|id| areas.get(&id).copied());
            let area = of.first().map(|one| one.area).or(delivered);
            let Some(area) = area else { continue };
            let mut belongs: Vec<Belongs> = of.iter().map(|one| self.belongs_of(one.benefit)).collect();
            if belongs.is_empty() {
                belongs.push(self.belongs_to(statement.initiative));
            }
            for one in &mut belongs {
                one.editors = edited_by.iter().copied().collect();
            }
            found.push(Lack {
                kind: LackKind::ApproveStatement,
                name: statement.text.clone(),
                area: Some(area),
                place: LackPlace::Statement(statement.initiative, statement.id),
                unit: None,
                belongs,
            });
        }
        found.extend(self.unapproved_measuring(waiting));
        let submitted = waiting.calculations.iter();
        for one in submitted.filter(|one| one.state == ApprovalState::Submitted) {
            let Some(area) = self.area_of(one.initiative) else {
                continue;
            };
            let belongs = Belongs {
                editors: one.editors.clone(),
                ..self.belongs_to(one.initiative)
            };
            found.push(Lack {
                kind: LackKind::ApproveCalculation,
                name: self.name_of(one.initiative),
                area: Some(area),
                place: LackPlace::Calculation(one.id),
                unit: None,
                belongs: vec![belongs],
            });
        }
        found
    }

    fn unapproved_measuring(&self, waiting: &Waiting) -> Vec<Lack> {
        let judged = self.in_scope();
        let goals = &self.m.measured.goals;
        let benefit = |goal: &EffectGoal| judged.get(&goal.benefit?).copied();
        let measures: BTreeMap<MeasureId, &Measure> =
            self.m.measured.measures.iter().map(|one| (one.id, one)).collect();
        let measure = |goal: &EffectGoal| measures.get(&goal.measure).copied();
        let mut goals_of: BTreeMap<MeasureId, Vec<&EffectGoal>> = BTreeMap::new();
        for goal in goals {
            goals_of.entry(goal.measure).or_default().push(goal);
        }
        let goals: BTreeMap<EffectGoalId, &EffectGoal> = goals.iter().map(|one| (one.id, one)).collect();
        let measurements = waiting.measurements.iter().filter_map(|logged| {
            let of = goals_of.get(&logged.measure).map_or(&[][..], Vec::as_slice);
            let benefits: Vec<&Judgement> = of.iter().filter_map(|goal| benefit(goal)).collect();
            // Whoever answers for one of the benefits that share a measure answers for it.
            let mut belongs = Belongs {
                editors: logged.editors.clone(),
                ..Belongs::default()
            };
            for one in &benefits {
                let of = self.belongs_of(one.benefit);
                belongs.portfolios.extend(of.portfolios);
                belongs.groups.extend(of.groups);
                belongs.units.extend(of.units);
            }
            Some(Lack {
                kind: LackKind::ApproveMeasurement,
                name: measure(of.first()?)?.name.clone(),
                area: Some(benefits.first()?.area),
                place: LackPlace::Measurement(logged.measure, logged.id),
                unit: None,
                belongs: vec![belongs],
            })
            .filter(|_| logged.state == ApprovalState::Submitted)
        });
        let proposed = waiting.goals.iter().filter_map(|logged| {
            let goal = *goals.get(&logged.goal)?;
            let of = benefit(goal)?;
            Some(Lack {
                kind: LackKind::ApproveGoal,
                name: measure(goal)?.name.clone(),
                area: Some(of.area),
                place: LackPlace::Gap(GapPlace::Benefit(of.benefit.initiative, of.benefit.id)),
                unit: None,
                belongs: vec![Belongs {
                    editors: logged.editors.clone(),
                    ..self.belongs_of(of.benefit)
                }],
            })
            .filter(|_| logged.state == ApprovalState::Submitted)
        });
        measurements.chain(proposed).collect()
    }

    /// What the portfolio lacks as of the cut-off.
    fn unproven(&self) -> Vec<Lack> {
        let cut_off = self.m.report.cut_off;
        let mut found: Vec<Lack> = self.judged.iter().flat_map(|one| self.lacks_of(one)).collect();
        let late = self.deliveries.iter().filter(|(one, ..)| one.is_late(cut_off));
        found.extend(late.map(|(delivery, area, _)| self.late_delivery(delivery, *area)));
        let objects = self.development_objects(None);
        for (duty, kind) in [
            (Duty::Calculation, LackKind::WithoutCalculation),
            (Duty::Plan, LackKind::WithoutPlan),
        ] {
            if duty.holds(cut_off) {
                let without = self.without(duty, &objects);
                found.extend(without.into_iter().map(|one| self.of_initiative(kind, one.id)));
            }
        }
        let ongoing = self.ongoing();
        found.extend(
            ongoing
                .into_iter()
                .map(|one| self.of_initiative(LackKind::WithoutDelivery, one.id)),
        );
        found
    }

    fn lacks_of(&self, one: &Judgement) -> Vec<Lack> {
        let state = match one.evidence.state {
            EvidenceState::Missing => Some(LackKind::Missing),
            EvidenceState::Stated => Some(LackKind::Unmeasured),
            EvidenceState::Measured
            | EvidenceState::TooEarly
            | EvidenceState::NotDue
            | EvidenceState::NotMeasurable => None,
        };
        let undated = one.evidence.undated.then_some(LackKind::Undated);
        let benefit = one.benefit;
        let lack = |kind| Lack {
            kind,
            name: benefit.title.as_ref().unwrap_or(&benefit.description).clone(),
            area: Some(one.area),
            place: LackPlace::Gap(GapPlace::Benefit(benefit.initiative, benefit.id)),
            unit: benefit.owner.or(self.owner(benefit.initiative)),
            belongs: vec![self.belongs_of(benefit)],
        };
        state.into_iter().chain(undated).map(lack).collect()
    }

    fn late_delivery(&self, delivery: &Delivery, area: AreaId) -> Lack {
        Lack {
            kind: LackKind::Late,
            name: delivery.name.clone(),
            area: Some(area),
            place: LackPlace::Gap(GapPlace::Delivery(delivery.initiative, delivery.id)),
            unit: self.owner(delivery.initiative),
            belongs: vec![self.belongs_to(delivery.initiative)],
        }
    }

    fn of_initiative(&self, kind: LackKind, id: InitiativeId) -> Lack {
        Lack {
            kind,
            name: self.name_of(id),
            area: self.area_of(id),
            place: LackPlace::Gap(GapPlace::Initiative(id)),
            unit: self.owner(id),
            belongs: vec![self.belongs_to(id)],
        }
    }

    fn name_of(&self, id: InitiativeId) -> String {
        let initiative = self.initiatives.get(&id);
        initiative.map(|one| one.name.clone()).unwrap_or_default()
    }

    fn owner(&self, id: InitiativeId) -> Option<UnitId> {
        self.initiatives.get(&id)?.owner
    }

    /// The area that the initiative's deliveries in scope are in, else its own; none where it has none of the report's.
    fn area_of(&self, id: InitiativeId) -> Option<AreaId> {
        let delivered = self.delivered.get(&id).copied();
        let own = self.initiatives.get(&id).and_then(|one| one.area);
        let own = own.filter(|area| self.areas.iter().any(|one| one.id == *area));
        delivered.or(own)
    }

    fn belongs_to(&self, id: InitiativeId) -> Belongs {
        let initiative = self.initiatives.get(&id);
        let promised = self.promised(id).iter();
        let owners = promised.clone().filter_map(|benefit| benefit.owner);
        let groups: BTreeSet<_> = promised
            .flat_map(|benefit| benefit.groups.iter().map(|share| share.group))
            .collect();
        Belongs {
            portfolios: initiative.map_or_else(Vec::new, |one| one.portfolios.clone()),
            groups: groups.into_iter().collect(),
            units: self.owner(id).into_iter().chain(owners).collect(),
            editors: Vec::new(),
        }
    }

    fn belongs_of(&self, benefit: &Benefit) -> Belongs {
        let initiative = self.initiatives.get(&benefit.initiative);
        Belongs {
            portfolios: initiative.map_or_else(Vec::new, |one| one.portfolios.clone()),
            groups: benefit.groups.iter().map(|share| share.group).collect(),
            units: benefit.owner.into_iter().collect(),
            editors: Vec::new(),
        }
    }
}
