//! The sections of a report.

use std::collections::BTreeMap;

use super::compiler::{Compiler, Judgement};
use super::{AreaSection, BenefitSection, DeliverySection, InitiativeHead, ReportModel};
use crate::assessment::{Assessment, AssessmentSubject};
use crate::delivery::Delivery;
use crate::id::{AreaId, DeliveryId};
use crate::statement::Statement;

impl Judgement<'_> {
    fn section(&self) -> BenefitSection {
        BenefitSection {
            benefit: self.benefit.clone(),
            evidence: self.evidence,
            statements: self.statements.clone(),
            goals: self.goals.clone(),
        }
    }
}

impl<'a> Compiler<'a> {
    /// With the benefits that are expected of it.
    fn delivery_section(
        &self,
        delivery: &'a Delivery,
        reason: Option<&str>,
        expected: &[&Judgement],
    ) -> Option<DeliverySection> {
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
            benefits: expected.iter().map(|judgement| judgement.section()).collect(),
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

    pub(super) fn model(&self) -> ReportModel {
        let mut expected: BTreeMap<DeliveryId, Vec<&Judgement>> = BTreeMap::new();
        let mut without_delivery: BTreeMap<AreaId, Vec<BenefitSection>> = BTreeMap::new();
        for judgement in &self.judged {
            match judgement.benefit.delivery {
                Some(delivery) => expected.entry(delivery).or_default().push(judgement),
                None => without_delivery
                    .entry(judgement.area)
                    .or_default()
                    .push(judgement.section()),
            }
        }
        let section = |(delivery, _, reason): &(&'a Delivery, AreaId, Option<&str>)| {
            let expected = expected.get(&delivery.id).map_or(&[][..], Vec::as_slice);
            self.delivery_section(delivery, *reason, expected)
        };
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
                    .filter_map(section)
                    .collect(),
                without_delivery: without_delivery.remove(&area.id).unwrap_or_default().into(),
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
