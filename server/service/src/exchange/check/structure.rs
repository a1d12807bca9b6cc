//! What initiatives are sorted by: units, groups, portfolios and areas, and the scheme that grades.

use std::collections::BTreeSet;

use domain::money::Money;

use super::Check;
use crate::exchange::Known;
use crate::exchange::document::Document;

impl Check {
    pub(super) fn structure(&mut self, d: &Document) {
        self.named("agency", "name", &d.agency.name);
        for (i, scheme) in d.grading_schemes.iter().enumerate() {
            let place = format!("grading_schemes[{i}]");
            let ascending = scheme.viss_above <= scheme.godkand_from
                && scheme.godkand_from <= scheme.god_above
                && scheme.god_above <= scheme.full_from;
            if !ascending {
                self.problem(place, "viss_above", "thresholds do not ascend");
            }
        }
        for (i, unit) in d.units.iter().enumerate() {
            let place = format!("units[{i}]");
            self.named(&place, "name", &unit.name);
            self.refers_all(&place, "parent", unit.parent.map(|id| id.0), "unit");
            self.order(&place, "valid_to", unit.valid_from, unit.valid_to);
        }
        for (i, group) in d.benefit_groups.iter().enumerate() {
            self.named(&format!("benefit_groups[{i}]"), "name", &group.name);
            self.named(&format!("benefit_groups[{i}]"), "code", &group.code);
        }
        for (i, portfolio) in d.portfolios.iter().enumerate() {
            let place = format!("portfolios[{i}]");
            self.named(&place, "name", &portfolio.name);
            self.refers_all(&place, "parent", portfolio.parent.map(|id| id.0), "portfolio");
        }
        for (i, set) in d.area_sets.iter().enumerate() {
            let place = format!("area_sets[{i}]");
            self.named(&place, "name", &set.name);
            self.order(&place, "valid_to", set.valid_from, set.valid_to);
        }
        for (i, area) in d.areas.iter().enumerate() {
            let place = format!("areas[{i}]");
            self.named(&place, "name", &area.name);
            self.named(&place, "number", &area.number);
            self.refers(&place, "area_set", area.area_set.0, "area set");
            self.refers_all(
                &place,
                "main_groups",
                area.main_groups.iter().map(|id| id.0),
                "benefit group",
            );
            if area
                .budgets
                .iter()
                .any(|budget| budget.to_year < budget.from_year)
            {
                self.problem(place.clone(), "budgets", "to_year lies before from_year");
            }
            if area.budgets.iter().any(|budget| budget.amount < Money::ZERO) {
                self.problem(place, "budgets", "an amount lies below nothing");
            }
        }
    }

    /// What names an area or a group to people names one alone, in the file and in the database as it
    /// is after the import.
    pub(super) fn unique(&mut self, d: &Document, known: &Known) {
        let of_file: BTreeSet<_> = d.areas.iter().map(|area| area.id).collect();
        let mut numbers = known.area_numbers.clone();
        numbers.retain(|_, area| !of_file.contains(area));
        for (i, area) in d.areas.iter().enumerate() {
            let other = numbers.insert((area.area_set, area.number.clone()), area.id);
            if other.is_some_and(|other| other != area.id) {
                let reason = format!("another area of the set has the number {}", area.number);
                self.problem(format!("areas[{i}]"), "number", reason);
            }
        }
        let of_file: BTreeSet<_> = d.benefit_groups.iter().map(|group| group.id).collect();
        let mut codes = known.group_codes.clone();
        codes.retain(|_, group| !of_file.contains(group));
        for (i, group) in d.benefit_groups.iter().enumerate() {
            let other = codes.insert(group.code.clone(), group.id);
            if other.is_some_and(|other| other != group.id) {
                let reason = format!("another group has the code {}", group.code);
                self.problem(format!("benefit_groups[{i}]"), "code", reason);
            }
        }
    }
}
