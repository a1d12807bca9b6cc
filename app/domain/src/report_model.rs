//! The one model that every rendering of a report is made from.

mod deviation;
mod lack;
mod motivated;
mod placed;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::agency::Agency;
use crate::area::{Area, number_order};
use crate::assessment::{Assessment, AssessmentSubject};
use crate::benefit::Benefit;
use crate::benefit_group::BenefitGroup;
use crate::delivery::{Delivery, DeliveryStatus};
use crate::duty::{self, Duty};
use crate::effect_goal::material::GoalMaterial;
use crate::effect_goal::standing::GoalStanding;
use crate::evidence::{self, Evidence, EvidenceState, StatementEvidence};
use crate::expected_value::{PromisedLine, expected_yearly};
use crate::freed_time::{self, FreedTime, TimeTally};
use crate::id::{AreaId, BenefitId, DeliveryId, InitiativeId, StatementId};
use crate::initiative::Initiative;
use crate::level::GradingScheme;
use crate::measurement::Measurement;
use crate::parted::PartedLeaf;
use crate::reading::Reading;
use crate::realisation::{self, Realisation, ValuedBenefit};
use crate::realisation_plan::RealisationPlan;
use crate::report::Report;
use crate::rollup::{self, Leaf, RollUp, Tally};
use crate::sek_value::{self, SekTally, SekValue};
use crate::shared_list::SharedList;
use crate::standing::{
    Amount, AreaStanding, CellStanding, Gap, GapKind, GapPlace, GroupStanding, Judged, ReportHead, Standing,
    Totals,
};
use crate::statement::{Finding, Statement};
use crate::sus::{SusEvaluation, SusLevel, SusThresholds};

pub use deviation::Deviation;
pub use lack::{Waiting, lacks};
pub use motivated::motivated;
pub use placed::{FigureNumbers, Place, PlacedFigure, placed};

/// All that a report is compiled from: the portfolio as loaded, in any order. What lies outside the
/// report's scope is left out here, not by the one who loads.
#[derive(Clone, Debug)]
pub struct ReportMaterial {
    /// The agency.
    pub agency: Agency,
    /// The report.
    pub report: Report,
    /// The thresholds and scores that it is graded with.
    pub scheme: GradingScheme,
    /// All groups.
    pub groups: SharedList<BenefitGroup>,
    /// Areas, at least those of the report's set.
    pub areas: SharedList<Area>,
    /// Initiatives.
    pub initiatives: SharedList<Initiative>,
    /// Deliveries.
    pub deliveries: SharedList<Delivery>,
    /// Benefits.
    pub benefits: SharedList<Benefit>,
    /// Statements.
    pub statements: SharedList<Statement>,
    /// SUS evaluations.
    pub sus: SharedList<SusEvaluation>,
    /// The newest version of each of the report's assessments.
    pub assessments: SharedList<Assessment>,
    /// Effect goals of the benefits with what was measured of them.
    pub measured: GoalMaterial,
    /// Initiatives of which a calculation is approved, and the day on which it was; none where the source does not say.
    pub calculated: SharedList<(InitiativeId, Option<NaiveDate>)>,
    /// What promised calculations say that benefits are worth.
    pub promised: SharedList<PromisedLine>,
    /// Realisation plans.
    pub plans: SharedList<RealisationPlan>,
    /// What benefits freed, in any state.
    pub freed_times: SharedList<FreedTime>,
    /// What statements and measurements say in kronor.
    pub sek_values: SharedList<SekValue>,
    /// The measurements that such values hang on, and those that correct them.
    pub valued: SharedList<Measurement>,
}

/// What the report says of an initiative beside its delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InitiativeHead {
    /// Identity.
    pub id: InitiativeId,
    /// Name.
    pub name: String,
    /// What it is about.
    pub summary: String,
    /// A development object.
    pub development_object: bool,
    /// Its free label.
    pub label: Option<Reading<String>>,
}

impl InitiativeHead {
    /// The head of an initiative.
    pub fn of(initiative: &Initiative) -> Self {
        Self {
            id: initiative.id,
            name: initiative.name.clone(),
            summary: initiative.summary.clone(),
            development_object: initiative.development_object.is_some(),
            label: initiative.label.clone(),
        }
    }
}

/// A benefit with what its score rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenefitSection {
    /// The benefit.
    pub benefit: Benefit,
    /// State and score.
    pub evidence: Evidence,
    /// The statements that speak for it and count.
    pub statements: Vec<StatementId>,
    /// Where its effect goals stand.
    #[serde(default)]
    pub goals: Vec<GoalStanding>,
}

/// A delivery with expected and realised benefit side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliverySection {
    /// The delivery.
    pub delivery: Delivery,
    /// Its initiative.
    pub initiative: InitiativeHead,
    /// Late as of the cut-off.
    pub late: bool,
    /// Why it is in scope although no launch lies within the years.
    pub scope_reason: Option<String>,
    /// Expected benefits.
    pub benefits: Vec<BenefitSection>,
    /// Statements that count, those that speak for no benefit among them.
    pub statements: Vec<Statement>,
    /// SUS evaluations.
    pub sus: Vec<SusEvaluation>,
}

/// One area's section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaSection {
    /// The area.
    pub area: Area,
    /// The newest assessment, where there is one.
    pub assessment: Option<Assessment>,
    /// Deliveries in scope, in order.
    pub deliveries: Vec<DeliverySection>,
    /// Benefits of the area's initiatives that come from no delivery.
    pub without_delivery: Vec<BenefitSection>,
}

/// A report with all that it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportModel {
    /// The agency.
    pub agency: Agency,
    /// The report's own texts and facts. Its cut-off is the day as of which everything is judged.
    pub report: Report,
    /// The report's own cut-off, where it was judged as of a day that somebody asked for instead. Such a model is
    /// never what is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_cut_off: Option<NaiveDate>,
    /// The roll-up.
    pub standing: Standing,
    /// One section an area, by number.
    pub areas: Vec<AreaSection>,
    /// Initiatives that go on without a delivery yet.
    pub ongoing: Vec<InitiativeHead>,
    /// The whole's assessment, where there is one.
    pub overall: Option<Assessment>,
    /// The groups' assessments, in the order of the groups.
    pub group_assessments: Vec<Assessment>,
    /// What benefits in scope freed in each of the report's years.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub freed_time: Vec<PartedLeaf<TimeTally>>,
    /// Outcomes in kronor of benefits in scope that are counted in each of the report's years.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sek_outcome: Vec<PartedLeaf<SekTally>>,
}

/// Compiles a report's model from its material.
pub fn compile(material: ReportMaterial) -> ReportModel {
    Compiler::new(&material).model()
}

/// Compiles a report as of another day than its own: everything is judged as of that day (product.md, section 1), by
/// what is known now. The material has to be loaded for that day.
pub fn compile_as_of(mut material: ReportMaterial, day: NaiveDate) -> ReportModel {
    let own_cut_off = std::mem::replace(&mut material.report.cut_off, day);
    let model = compile(material);
    ReportModel {
        own_cut_off: Some(own_cut_off),
        ..model
    }
}

/// Compiles the roll-up alone.
pub fn standing(material: &ReportMaterial) -> Standing {
    Compiler::new(material).standing()
}

/// A benefit in scope, judged.
struct Judgement<'a> {
    benefit: &'a Benefit,
    evidence: Evidence,
    statements: Vec<StatementId>,
    goals: Vec<GoalStanding>,
    area: AreaId,
}

struct Compiler<'a> {
    m: &'a ReportMaterial,
    areas: Vec<&'a Area>,
    initiatives: BTreeMap<InitiativeId, &'a Initiative>,
    /// In scope and in an area of the set, in order.
    deliveries: Vec<(&'a Delivery, AreaId, Option<&'a str>)>,
    /// Counting statements of deliveries in scope.
    statements: BTreeMap<DeliveryId, Vec<&'a Statement>>,
    judged: Vec<Judgement<'a>>,
    sus: BTreeMap<DeliveryId, Vec<&'a SusEvaluation>>,
}

/// What is missing by name, and where it is worked on.
type Named = (String, Option<GapPlace>);

fn named(delivery: &Delivery) -> Named {
    let place = GapPlace::Delivery(delivery.initiative, delivery.id);
    (delivery.name.clone(), Some(place))
}

impl<'a> Compiler<'a> {
    fn new(m: &'a ReportMaterial) -> Self {
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

        let mut sus: BTreeMap<DeliveryId, Vec<&SusEvaluation>> = BTreeMap::new();
        for evaluation in &m.sus {
            sus.entry(evaluation.delivery).or_default().push(evaluation);
        }
        Self {
            m,
            areas,
            initiatives,
            deliveries,
            statements,
            judged,
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

    fn in_scope(&self) -> BTreeMap<BenefitId, &Judgement<'a>> {
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
    fn freed_time(&self) -> Vec<PartedLeaf<TimeTally>> {
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
    fn sek_outcome(&self) -> Vec<PartedLeaf<SekTally>> {
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

    fn assessment(&self, subject: AssessmentSubject) -> Option<&'a Assessment> {
        self.m
            .assessments
            .iter()
            .find(|assessment| assessment.subject == subject)
    }

    fn development_objects(&self, area: Option<AreaId>) -> Vec<&'a Initiative> {
        let ids: BTreeSet<InitiativeId> = self
            .deliveries
            .iter()
            .filter(|(_, of, _)| area.is_none_or(|area| *of == area))
            .map(|(delivery, _, _)| delivery.initiative)
            .collect();
        ids.iter()
            .filter_map(|id| self.initiatives.get(id).copied())
            .filter(|initiative| initiative.development_object.is_some())
            .collect()
    }

    /// All groups, in their order.
    fn groups(&self) -> Vec<&'a BenefitGroup> {
        let mut groups: Vec<&BenefitGroup> = self.m.groups.iter().collect();
        groups.sort_by_key(|group| (group.ordinal, group.id));
        groups
    }

    fn standing(&self) -> Standing {
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
            gaps,
            newest_statement: self
                .counting_statements()
                .map(|(_, statement)| statement.as_of.value)
                .max(),
            amounts: self.amounts(),
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

    fn counting_statements(&self) -> impl Iterator<Item = (&'a Delivery, &'a Statement)> + '_ {
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

    fn late(&self) -> Vec<&'a Delivery> {
        self.deliveries
            .iter()
            .map(|(delivery, _, _)| *delivery)
            .filter(|delivery| delivery.is_late(self.m.report.cut_off))
            .collect()
    }

    fn gaps(&self, whole: &Tally, areas: &[AreaStanding], groups: &[GroupStanding]) -> Vec<Gap> {
        let benefits = |keep: &dyn Fn(&Judgement) -> bool| -> Vec<Named> {
            let of = |j: &Judgement| {
                let benefit = j.benefit;
                let name = benefit.title.as_ref().unwrap_or(&benefit.description);
                (
                    name.clone(),
                    Some(GapPlace::Benefit(benefit.initiative, benefit.id)),
                )
            };
            self.judged.iter().filter(|j| keep(j)).map(of).collect()
        };
        let initiatives = |of: Vec<&Initiative>| -> Vec<Named> {
            let named = |one: &Initiative| (one.name.clone(), Some(GapPlace::Initiative(one.id)));
            of.into_iter().map(named).collect()
        };
        let deliveries = |of: &[&Delivery]| of.iter().map(|one| named(one)).collect::<Vec<Named>>();
        let nowhere = |name: &String| (name.clone(), None);
        let partly: Vec<&Delivery> = self
            .deliveries
            .iter()
            .map(|(delivery, _, _)| *delivery)
            .filter(|delivery| {
                delivery.status_as_of(self.m.report.cut_off) == DeliveryStatus::PartlyDelivered
            })
            .collect();
        let undecided = |assessment: &Option<Judged>| {
            assessment.as_ref().is_none_or(|judged| {
                judged.level.is_none() || judged.state != crate::assessment::AssessmentState::Decided
            })
        };
        let objects = self.development_objects(None);
        let mut gaps = vec![
            (
                GapKind::Unmeasured,
                benefits(&|j| j.evidence.state.is_due() && j.evidence.state != EvidenceState::Measured),
            ),
            (
                GapKind::Missing,
                benefits(&|j| j.evidence.state == EvidenceState::Missing),
            ),
            (GapKind::Undated, benefits(&|j| j.evidence.undated)),
        ];
        for (duty, gap) in [
            (Duty::Calculation, GapKind::WithoutCalculation),
            (Duty::Plan, GapKind::WithoutPlan),
        ] {
            if duty.holds(self.m.report.cut_off) {
                gaps.push((gap, initiatives(self.without(duty, &objects))));
            }
        }
        let unjudged_areas = areas
            .iter()
            .filter(|area| undecided(&area.assessment))
            .map(|area| nowhere(&area.name));
        let unjudged_groups = groups
            .iter()
            .filter(|group| undecided(&group.assessment))
            .map(|group| nowhere(&group.group.short_name));
        gaps.extend([
            (GapKind::WithoutDelivery, initiatives(self.ongoing())),
            (GapKind::AreasUnjudged, unjudged_areas.collect()),
            (GapKind::GroupsUnjudged, unjudged_groups.collect()),
            (GapKind::Late, deliveries(&self.late())),
            (GapKind::PartlyDelivered, deliveries(&partly)),
            (GapKind::PlannedFollowups, self.planned_followups()),
            (GapKind::SusNeedsAction, self.sus_needing_action()),
        ]);
        debug_assert_eq!(whole.due() - whole.measured, count(gaps[0].1.len()));
        gaps.into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(kind, named)| {
                let (names, places): (Vec<String>, Vec<Option<GapPlace>>) = named.into_iter().unzip();
                Gap {
                    kind,
                    count: count(names.len()),
                    names,
                    places: places.into_iter().collect::<Option<_>>().unwrap_or_default(),
                }
            })
            .collect()
    }

    /// Those that lack what is required of them, as of the cut-off.
    fn without(&self, duty: Duty, objects: &[&'a Initiative]) -> Vec<&'a Initiative> {
        let cut_off = self.m.report.cut_off;
        let has: BTreeSet<InitiativeId> = match duty {
            Duty::Calculation => {
                let then = self.m.calculated.iter();
                then.filter(|(_, day)| day.is_none_or(|day| day <= cut_off))
                    .map(|(initiative, _)| *initiative)
                    .collect()
            }
            Duty::Plan => {
                let planned = duty::planned(&self.m.plans, cut_off);
                let of = |one: InitiativeId| self.m.benefits.iter().filter(move |it| it.initiative == one);
                let has_plan = objects.iter().filter(|one| duty::has_plan(of(one.id), &planned));
                has_plan.map(|one| one.id).collect()
            }
        };
        objects
            .iter()
            .copied()
            .filter(|one| !has.contains(&one.id))
            .collect()
    }

    fn planned_followups(&self) -> Vec<Named> {
        self.counting_statements()
            .filter(|(_, statement)| statement.finding.value == Finding::PlannedFollowup)
            .map(|(delivery, _)| named(delivery))
            .collect()
    }

    fn sus_needing_action(&self) -> Vec<Named> {
        let thresholds = SusThresholds::default();
        self.deliveries
            .iter()
            .filter(|(delivery, _, _)| {
                self.sus.get(&delivery.id).is_some_and(|evaluations| {
                    evaluations
                        .iter()
                        .any(|evaluation| evaluation.result.level(&thresholds) == Ok(SusLevel::NeedsAction))
                })
            })
            .map(|(delivery, _, _)| named(delivery))
            .collect()
    }

    /// Initiatives that have begun by the report's last year and have neither area nor delivery.
    fn ongoing(&self) -> Vec<&'a Initiative> {
        let with_delivery: BTreeSet<InitiativeId> = self
            .m
            .deliveries
            .iter()
            .map(|delivery| delivery.initiative)
            .collect();
        let mut ongoing: Vec<&Initiative> = self
            .initiatives
            .values()
            .copied()
            .filter(|i| {
                i.status.value < crate::initiative::InitiativeStatus::Closed
                    && i.started_year.is_none_or(|year| year <= self.m.report.to_year)
                    && !with_delivery.contains(&i.id)
            })
            .collect();
        ongoing.sort_by_key(|initiative| initiative.id);
        ongoing
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

    fn benefit_sections(&self, keep: impl Fn(&Judgement) -> bool) -> Vec<BenefitSection> {
        self.judged
            .iter()
            .filter(|judgement| keep(judgement))
            .map(|judgement| BenefitSection {
                benefit: judgement.benefit.clone(),
                evidence: judgement.evidence,
                statements: judgement.statements.clone(),
                goals: judgement.goals.clone(),
            })
            .collect()
    }

    fn delivery_section(&self, delivery: &'a Delivery, reason: Option<&str>) -> Option<DeliverySection> {
        let cloned = |statements: Option<&Vec<&Statement>>| {
            statements.map_or_else(Vec::new, |all| all.iter().map(|s| (*s).clone()).collect())
        };
        let mut as_of = delivery.clone();
        as_of.status.value = delivery.status_as_of(self.m.report.cut_off);
        Some(DeliverySection {
            delivery: as_of,
            initiative: InitiativeHead::of(self.initiatives.get(&delivery.initiative)?),
            late: delivery.is_late(self.m.report.cut_off),
            scope_reason: reason.map(str::to_owned),
            benefits: self.benefit_sections(|judgement| judgement.benefit.delivery == Some(delivery.id)),
            statements: cloned(self.statements.get(&delivery.id)),
            sus: self
                .sus
                .get(&delivery.id)
                .map_or_else(Vec::new, |all| all.iter().map(|e| (*e).clone()).collect()),
        })
    }

    /// In the order of the groups.
    fn group_assessments(&self) -> Vec<Assessment> {
        self.groups()
            .into_iter()
            .filter_map(|group| self.assessment(AssessmentSubject::Group(group.id)))
            .cloned()
            .collect()
    }

    fn model(&self) -> ReportModel {
        let areas = self
            .areas
            .iter()
            .map(|area| AreaSection {
                area: (*area).clone(),
                assessment: self.assessment(AssessmentSubject::Area(area.id)).cloned(),
                deliveries: self
                    .deliveries
                    .iter()
                    .filter(|(_, of, _)| *of == area.id)
                    .filter_map(|(delivery, _, reason)| self.delivery_section(delivery, *reason))
                    .collect(),
                without_delivery: self
                    .benefit_sections(|j| j.benefit.delivery.is_none() && j.area == area.id),
            })
            .collect();
        ReportModel {
            agency: self.m.agency.clone(),
            report: self.m.report.clone(),
            own_cut_off: None,
            standing: self.standing(),
            areas,
            ongoing: self.ongoing().into_iter().map(InitiativeHead::of).collect(),
            overall: self.assessment(AssessmentSubject::Whole).cloned(),
            group_assessments: self.group_assessments(),
            freed_time: self.freed_time(),
            sek_outcome: self.sek_outcome(),
        }
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
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
