//! What a report lacks, by kind, as its standing tells it.

use std::collections::BTreeSet;

use super::compiler::{Compiler, Judgement, count};
use crate::delivery::{Delivery, DeliveryStatus};
use crate::duty::{self, Duty};
use crate::evidence::EvidenceState;
use crate::id::{AreaId, InitiativeId};
use crate::initiative::Initiative;
use crate::rollup::Tally;
use crate::standing::{AreaStanding, Gap, GapKind, GapPlace, GroupStanding, Judged};
use crate::statement::Finding;
use crate::sus::{SusLevel, SusThresholds};

/// What is missing by name, and where it is worked on.
type Named = (String, Option<GapPlace>);

fn named(delivery: &Delivery) -> Named {
    let place = GapPlace::Delivery(delivery.initiative, delivery.id);
    (delivery.name.clone(), Some(place))
}

impl<'a> Compiler<'a> {
    pub(super) fn development_objects(&self, area: Option<AreaId>) -> Vec<&'a Initiative> {
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

    pub(super) fn late(&self) -> Vec<&'a Delivery> {
        self.deliveries
            .iter()
            .map(|(delivery, _, _)| *delivery)
            .filter(|delivery| delivery.is_late(self.m.report.cut_off))
            .collect()
    }

    pub(super) fn gaps(&self, whole: &Tally, areas: &[AreaStanding], groups: &[GroupStanding]) -> Vec<Gap> {
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
    pub(super) fn without(&self, duty: Duty, objects: &[&'a Initiative]) -> Vec<&'a Initiative> {
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
                let of = |one: InitiativeId| self.promised(one).iter().copied();
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
    pub(super) fn ongoing(&self) -> Vec<&'a Initiative> {
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
}
