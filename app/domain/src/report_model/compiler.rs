//! Compiling a report's model.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use rust_decimal::Decimal;

use super::ReportMaterial;
use crate::area::{Area, number_order};
use crate::assessment::{Assessment, AssessmentSubject};
use crate::benefit::Benefit;
use crate::benefit_group::BenefitGroup;
use crate::delivery::{Delivery, DeliveryStatus};
use crate::effect_goal::standing::GoalStanding;
use crate::evidence::{self, Evidence, StatementEvidence};
use crate::expected_value::expected_yearly;
use crate::freed_time::{self, TimeTally};
use crate::id::{AreaId, BenefitId, DeliveryId, InitiativeId, StatementId};
use crate::initiative::Initiative;
use crate::parted::PartedLeaf;
use crate::realisation::{self, Realisation, ValuedBenefit};
use crate::rollup::{self, Leaf, RollUp};
use crate::sek_value::{self, SekTally, SekValue};
use crate::standing::{
    Amount, AreaStanding, CellStanding, GroupStanding, Judged, ReportHead, Standing, Totals,
};
use crate::statement::Statement;
use crate::sus::SusEvaluation;

/// A benefit in scope, judged.
pub(super) struct Judgement<'a> {
    pub(super) benefit: &'a Benefit,
    pub(super) evidence: Evidence,
    pub(super) statements: Vec<StatementId>,
    pub(super) goals: Vec<GoalStanding>,
    pub(super) area: AreaId,
}

pub(super) struct Compiler<'a> {
    pub(super) m: &'a ReportMaterial,
    pub(super) areas: Vec<&'a Area>,
    pub(super) initiatives: BTreeMap<InitiativeId, &'a Initiative>,
    /// In scope and in an area of the set, in order.
    pub(super) deliveries: Vec<(&'a Delivery, AreaId, Option<&'a str>)>,
    /// The area of each initiative's first delivery.
    pub(super) delivered: BTreeMap<InitiativeId, AreaId>,
    /// Counting statements of deliveries in scope.
    pub(super) statements: BTreeMap<DeliveryId, Vec<&'a Statement>>,
    pub(super) judged: Vec<Judgement<'a>>,
    /// All benefits, by initiative.
    promised: BTreeMap<InitiativeId, Vec<&'a Benefit>>,
    pub(super) sus: BTreeMap<DeliveryId, Vec<&'a SusEvaluation>>,
}

impl<'a> Compiler<'a> {
    pub(super) fn new(m: &'a ReportMaterial) -> Self {
        let mut areas: Vec<&Area> = m
            .areas
            .iter()
            .filter(|area| area.area_set == m.report.area_set)
            .collect();
        areas.sort_by_key(|area| (number_order(&area.number), area.id));
        let area_ids: BTreeSet<AreaId> = areas.iter().map(|area| area.id).collect();
        // What is invented is no part of a report, be it with an area and a delivery of its own.
        let real = m.initiatives.iter().filter(|initiative| !initiative.example);
        let initiatives: BTreeMap<_, _> = real.map(|initiative| (initiative.id, initiative)).collect();
        let deliveries = in_scope(m, &areas, &initiatives);
        let by_id: BTreeMap<DeliveryId, (&Delivery, AreaId)> = deliveries
            .iter()
            .map(|(delivery, area, _)| (delivery.id, (*delivery, *area)))
            .collect();

        let mut delivered = BTreeMap::new();
        for (delivery, area, _) in &deliveries {
            delivered.entry(delivery.initiative).or_insert(*area);
        }
        let mut statements: BTreeMap<DeliveryId, Vec<&Statement>> = BTreeMap::new();
        let mut speaking: BTreeMap<BenefitId, Vec<&Statement>> = BTreeMap::new();
        for statement in evidence::counting(&m.statements, m.report.cut_off) {
            if let Some(delivery) = statement.delivery {
                statements.entry(delivery).or_default().push(statement);
            }
            for benefit in &statement.benefits {
                speaking.entry(*benefit).or_default().push(statement);
            }
        }

        let mut goals = m.measured.by_benefit(m.report.cut_off);
        let mut judged: Vec<Judgement> = m
            .benefits
            .iter()
            .filter_map(|benefit| {
                let delivery = match benefit.delivery {
                    Some(id) => Some(by_id.get(&id)?),
                    None => None,
                };
                let area = match delivery {
                    Some((_, area)) => *area,
                    None => initiatives
                        .get(&benefit.initiative)
                        .and_then(|initiative| initiative.area)
                        .filter(|area| area_ids.contains(area))?,
                };
                let speaking = speaking.get(&benefit.id).map_or(&[][..], Vec::as_slice);
                let goals = goals.remove(&benefit.id).unwrap_or_default();
                let evidence = evidence::judge(
                    benefit,
                    delivery.map(|(delivery, _)| *delivery),
                    &speaking
                        .iter()
                        .map(|&statement| StatementEvidence::from(statement))
                        .collect::<Vec<_>>(),
                    &goals,
                    &m.scheme,
                    m.report.cut_off,
                );
                let statements = speaking.iter().map(|statement| statement.id).collect();
                Some(Judgement {
                    benefit,
                    evidence,
                    statements,
                    goals,
                    area,
                })
            })
            .collect();
        judged.sort_by_key(|judgement| (judgement.benefit.ordinal, judgement.benefit.id));

        let mut promised: BTreeMap<InitiativeId, Vec<&Benefit>> = BTreeMap::new();
        for benefit in &m.benefits {
            promised.entry(benefit.initiative).or_default().push(benefit);
        }
        let mut sus: BTreeMap<DeliveryId, Vec<&SusEvaluation>> = BTreeMap::new();
        for evaluation in &m.sus {
            sus.entry(evaluation.delivery).or_default().push(evaluation);
        }
        Self {
            m,
            areas,
            initiatives,
            deliveries,
            delivered,
            statements,
            judged,
            promised,
            sus,
        }
    }

    fn rollup(&self) -> RollUp {
        let report = &self.m.report;
        let years = (report.from_year, report.to_year);
        let values = expected_yearly(&self.m.promised, years, report.cut_off);
        let leaves: Vec<Leaf> = self
            .judged
            .iter()
            .map(|judgement| Leaf {
                benefit: judgement.benefit.id,
                area: Some(judgement.area),
                groups: judgement.benefit.groups.iter().map(|share| share.group).collect(),
                evidence: judgement.evidence,
                weight: Decimal::ONE,
                expected_yearly_value: values.get(&judgement.benefit.id).copied(),
            })
            .collect();
        rollup::fold(&leaves)
    }

    fn realisation(&self) -> Realisation {
        let report = &self.m.report;
        let years = (report.from_year, report.to_year);
        let values: Vec<SekValue> = self.counting_values().into_iter().cloned().collect();
        let said = realisation::by_benefit(&self.m.promised, &values, years, report.cut_off);
        let benefits: Vec<ValuedBenefit> = self
            .judged
            .iter()
            .map(|judgement| ValuedBenefit {
                initiative: judgement.benefit.initiative,
                benefit: judgement.benefit.id,
                area: Some(judgement.area),
                groups: judgement.benefit.groups.clone(),
            })
            .collect();
        realisation::realisation(&benefits, &said)
    }

    /// The benefits of an initiative.
    pub(super) fn promised(&self, id: InitiativeId) -> &[&'a Benefit] {
        self.promised.get(&id).map_or(&[], Vec::as_slice)
    }

    pub(super) fn in_scope(&self) -> BTreeMap<BenefitId, &Judgement<'a>> {
        let judged = self.judged.iter();
        judged
            .map(|judgement| (judgement.benefit.id, judgement))
            .collect()
    }

    /// Values in kronor that count as of the cut-off.
    fn counting_values(&self) -> Vec<&'a SekValue> {
        let m = self.m;
        sek_value::counting(&m.sek_values, &m.statements, &m.valued, m.report.cut_off)
    }

    /// Freed time of the report's years that is approved and not corrected, by year and benefit.
    pub(super) fn freed_time(&self) -> Vec<PartedLeaf<TimeTally>> {
        let report = &self.m.report;
        let years = report.from_year..=report.to_year.min(report.cut_off.year());
        let counting = freed_time::counting(&self.m.freed_times).into_iter();
        let within = counting.filter(|one| years.contains(&one.year));
        let in_scope = self.in_scope();
        let mut leaves: Vec<_> = within
            .filter_map(|one| Some(leaf(in_scope.get(&one.benefit)?, one.year, TimeTally::of(one))))
            .collect();
        leaves.sort_by_key(|leaf| (leaf.year, leaf.benefit));
        leaves
    }

    /// Outcomes of the report's years, by year and benefit. None is of a year that has not begun by the cut-off.
    pub(super) fn sek_outcome(&self) -> Vec<PartedLeaf<SekTally>> {
        let report = &self.m.report;
        let last = report.to_year.min(report.cut_off.year());
        let in_scope = self.in_scope();
        let mut leaves: Vec<_> = self
            .counting_values()
            .into_iter()
            .flat_map(|value| {
                let years = SekTally::by_year(value, report.from_year..=last);
                years
                    .into_iter()
                    .map(|(year, amount)| (value.benefit, year, amount))
            })
            .filter_map(|(benefit, year, amount)| Some(leaf(in_scope.get(&benefit)?, year, amount)))
            .collect();
        leaves.sort_by_key(|leaf| (leaf.year, leaf.benefit));
        leaves
    }

    fn judged_of(&self, subject: AssessmentSubject) -> Option<Judged> {
        self.assessment(subject).map(|assessment| Judged {
            level: assessment.level,
            state: assessment.state,
            motivation: assessment.motivation.clone(),
        })
    }

    pub(super) fn assessment(&self, subject: AssessmentSubject) -> Option<&'a Assessment> {
        self.m
            .assessments
            .iter()
            .find(|assessment| assessment.subject == subject)
    }

    /// All groups, in their order.
    pub(super) fn groups(&self) -> Vec<&'a BenefitGroup> {
        let mut groups: Vec<&BenefitGroup> = self.m.groups.iter().collect();
        groups.sort_by_key(|group| (group.ordinal, group.id));
        groups
    }

    pub(super) fn standing(&self) -> Standing {
        let rollup = self.rollup();
        let groups = self.groups();
        let areas: Vec<AreaStanding> = self
            .areas
            .iter()
            .map(|area| self.area_standing(area, &groups, &rollup))
            .collect();
        let groups: Vec<GroupStanding> = groups
            .into_iter()
            .map(|group| {
                let tally = rollup.groups.get(&group.id).copied().unwrap_or_default();
                GroupStanding {
                    group: group.clone(),
                    tally,
                    proposal: tally.proposal(&self.m.scheme),
                    assessment: self.judged_of(AssessmentSubject::Group(group.id)),
                }
            })
            .collect();
        let totals = self.totals(&areas);
        let gaps = self.gaps(&rollup.whole, &areas, &groups);
        Standing {
            report: ReportHead::of(&self.m.report),
            scheme: self.m.scheme.clone(),
            areas,
            groups,
            tally: rollup.whole,
            proposal: rollup.whole.proposal(&self.m.scheme),
            assessment: self.judged_of(AssessmentSubject::Whole),
            totals,
            gaps: gaps.into(),
            newest_statement: self
                .counting_statements()
                .map(|(_, statement)| statement.as_of.value)
                .max(),
            amounts: self.amounts().into(),
            realisation: self.realisation(),
            conflicts: self.m.report.conflicts.clone(),
        }
    }

    fn area_standing(&self, area: &Area, groups: &[&BenefitGroup], rollup: &RollUp) -> AreaStanding {
        let tally = rollup.areas.get(&area.id).copied().unwrap_or_default();
        let cells = groups
            .iter()
            .filter_map(|group| {
                let tally = *rollup.cells.get(&(area.id, group.id))?;
                Some(CellStanding {
                    group: group.id,
                    tally,
                    proposal: tally.proposal(&self.m.scheme),
                })
            })
            .collect();
        let deliveries = self.deliveries.iter().filter(|(_, of, _)| *of == area.id).count();
        AreaStanding {
            id: area.id,
            number: area.number.clone(),
            name: area.name.clone(),
            budget: area.budget(self.m.report.from_year, self.m.report.to_year),
            other_budgets: area.other_budgets(self.m.report.from_year, self.m.report.to_year),
            main_groups: area.main_groups.clone(),
            tally,
            proposal: tally.proposal(&self.m.scheme),
            assessment: self.judged_of(AssessmentSubject::Area(area.id)),
            cells,
            deliveries: count(deliveries),
            development_objects: count(self.development_objects(Some(area.id)).len()),
        }
    }

    pub(super) fn counting_statements(&self) -> impl Iterator<Item = (&'a Delivery, &'a Statement)> + '_ {
        self.deliveries.iter().flat_map(|(delivery, _, _)| {
            let statements = self.statements.get(&delivery.id).map_or(&[][..], Vec::as_slice);
            statements.iter().map(move |statement| (*delivery, *statement))
        })
    }

    fn totals(&self, areas: &[AreaStanding]) -> Totals {
        let budgets: Vec<_> = areas.iter().filter_map(|area| area.budget).collect();
        let with = |status: DeliveryStatus| {
            self.deliveries
                .iter()
                .filter(|(delivery, _, _)| delivery.status_as_of(self.m.report.cut_off) == status)
                .count()
        };
        let figures = self
            .deliveries
            .iter()
            .map(|(delivery, _, _)| delivery.figures.len())
            .sum::<usize>()
            + self
                .judged
                .iter()
                .map(|judgement| judgement.benefit.figures.len())
                .sum::<usize>()
            + self
                .counting_statements()
                .map(|(_, statement)| statement.figures.len())
                .sum::<usize>();
        Totals {
            budget: (!budgets.is_empty()).then(|| budgets.into_iter().sum()),
            areas: count(areas.len()),
            deliveries: count(self.deliveries.len()),
            partly_delivered: count(with(DeliveryStatus::PartlyDelivered)),
            late: count(self.late().len()),
            development_objects: count(self.development_objects(None).len()),
            expected_benefits: count(self.judged.len()),
            realised_statements: count(self.counting_statements().count()),
            figures: count(figures),
        }
    }

    fn amounts(&self) -> Vec<Amount> {
        self.counting_statements()
            .flat_map(|(delivery, statement)| {
                statement
                    .figures
                    .iter()
                    .filter(|figure| figure.is_money())
                    .map(|figure| Amount {
                        what: figure.what.clone(),
                        value: figure.value,
                        value_to: figure.value_to,
                        unit: figure.unit.clone(),
                        approximate: figure.approximate,
                        period: figure.period.clone(),
                        role: figure.role,
                        initiative: delivery.initiative,
                        delivery: delivery.id,
                    })
            })
            .collect()
    }
}

/// Deliveries launched within the report's years or added to it, that have an area of its set. `areas` has
/// these in order.
fn in_scope<'a>(
    m: &'a ReportMaterial,
    areas: &[&'a Area],
    initiatives: &BTreeMap<InitiativeId, &'a Initiative>,
) -> Vec<(&'a Delivery, AreaId, Option<&'a str>)> {
    let added: BTreeMap<DeliveryId, &str> = m
        .report
        .added
        .iter()
        .map(|addition| (addition.delivery, addition.reason.as_str()))
        .collect();
    let place: BTreeMap<AreaId, usize> = areas.iter().map(|area| area.id).zip(0..).collect();
    let mut deliveries: Vec<_> = m
        .deliveries
        .iter()
        .filter_map(|delivery| {
            let of = initiatives.get(&delivery.initiative)?;
            let reason = added.get(&delivery.id).copied();
            if reason.is_none() && !delivery.launched_within(m.report.from_year, m.report.to_year) {
                return None;
            }
            let area = delivery
                .area
                .or(of.area)
                .filter(|area| place.contains_key(area))?;
            Some((delivery, area, reason))
        })
        .collect();
    deliveries.sort_by_key(|(delivery, area, _)| (place.get(area), delivery.ordinal, delivery.id));
    deliveries
}

/// A leaf of what adds up.
fn leaf<T>(judgement: &Judgement, year: i32, amount: T) -> PartedLeaf<T> {
    PartedLeaf {
        initiative: judgement.benefit.initiative,
        benefit: judgement.benefit.id,
        year,
        area: Some(judgement.area),
        groups: judgement.benefit.groups.clone(),
        amount,
    }
}

/// A portfolio never holds four thousand million of anything.
pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
