//! Initiatives with their deliveries, and the plans of their benefits.

use std::collections::BTreeSet;

use domain::sus::SusThresholds;

use super::Check;
use crate::exchange::Known;
use crate::exchange::document::Document;

impl Check {
    pub(super) fn portfolio(&mut self, d: &Document) {
        for (i, initiative) in d.initiatives.iter().enumerate() {
            let place = format!("initiatives[{i}]");
            self.named(&place, "name", &initiative.name);
            self.refers_all(&place, "area", initiative.area.map(|id| id.0), "area");
            self.refers_all(
                &place,
                "portfolios",
                initiative.portfolios.iter().map(|id| id.0),
                "portfolio",
            );
            self.refers_all(&place, "owner", initiative.owner.map(|id| id.0), "unit");
            self.refers_all(
                &place,
                "depends_on",
                initiative.depends_on.iter().map(|id| id.0),
                "initiative",
            );
            if initiative.depends_on.contains(&initiative.id) {
                self.problem(place, "depends_on", "an initiative does not depend on itself");
            }
        }
        for (i, delivery) in d.deliveries.iter().enumerate() {
            let place = format!("deliveries[{i}]");
            self.named(&place, "name", &delivery.name);
            self.refers(&place, "initiative", delivery.initiative.0, "initiative");
            self.refers_all(&place, "area", delivery.area.map(|id| id.0), "area");
        }
        for (i, sus) in d.sus_evaluations.iter().enumerate() {
            let place = format!("sus_evaluations[{i}]");
            self.refers(&place, "delivery", sus.delivery.0, "delivery");
            if let Err(error) = sus.result.level(&SusThresholds::default()) {
                self.problem(place, "result", error.to_string());
            }
        }
    }

    pub(super) fn plans(&mut self, d: &Document, known: &Known) {
        let of_file: BTreeSet<_> = d.realisation_plans.iter().map(|plan| plan.id).collect();
        let mut plans = known.plans.clone();
        plans.retain(|_, plan| !of_file.contains(plan));
        for (i, plan) in d.realisation_plans.iter().enumerate() {
            let place = format!("realisation_plans[{i}]");
            self.refers(&place, "benefit", plan.benefit.0, "benefit");
            if plans.insert(plan.benefit, plan.id).is_some() {
                let reason = format!("the benefit {} has another plan", plan.benefit);
                self.problem(place.clone(), "benefit", reason);
            }
            let unit = plan.follow_up_unit.map(|id| id.0);
            self.refers_all(&place, "follow_up_unit", unit, "unit");
            for activity in &plan.activities {
                let place = format!("{place}.activities");
                self.named(&place, "text", &activity.text);
                self.refers_all(&place, "unit", activity.unit.map(|id| id.0), "unit");
            }
            for risk in &plan.risks {
                self.named(&format!("{place}.risks"), "text", &risk.text);
            }
        }
    }
}
