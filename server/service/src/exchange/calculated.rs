//! What of benefit calculations the types alone cannot refuse.

use std::collections::BTreeSet;

use domain::calculation::case::BASE_YEARS;
use domain::calculation::{Line, YearAmount};
use domain::money::Money;
use domain::statement::ApprovalState;

use super::Known;
use super::check::Check;
use super::document::Document;

impl Check {
    /// What a line was built of gives amounts that the line could have.
    fn build(&mut self, place: &str, line: &Line) {
        let Some(build) = &line.build else { return };
        let place = format!("{place}.build");
        self.refers(&place, "hourly", build.hourly.factor.0, "factor");
        self.named(&place, "hourly", &build.hourly.name);
        if !line.class.is_monetary() {
            self.problem(place.clone(), "", "carries no money");
        }
        // Years that the calculation has no more are left as they were; but there is an end to them.
        let years = BASE_YEARS.0..=BASE_YEARS.1.saturating_add(50);
        if !years.contains(&build.first_year) || !years.contains(&build.last_year) {
            let reason = format!("is not within {} to {}", years.start(), years.end());
            return self.problem(place, "first_year", reason);
        }
        match build.amounts() {
            Ok(amounts) if line.class.is_cost() => {
                if amounts.iter().any(|amount| amount.low < Money::ZERO) {
                    self.problem(place, "volume", "gives a cost below nothing");
                }
            }
            Ok(_) => {}
            Err(error) => self.problem(place, "", error.to_string()),
        }
    }

    pub(super) fn calculations(&mut self, d: &Document, known: &Known) {
        let of_file: BTreeSet<_> = d.calculations.iter().map(|one| one.id).collect();
        let mut numbers = known.calculation_numbers.clone();
        numbers.retain(|_, calculation| !of_file.contains(calculation));
        let mut promises = BTreeSet::new();
        for (i, calculation) in d.calculations.iter().enumerate() {
            let place = format!("calculations[{i}]");
            self.refers(&place, "initiative", calculation.initiative.0, "initiative");
            let number = (calculation.initiative, calculation.number);
            if calculation.number < 1 || numbers.insert(number, calculation.id).is_some() {
                let reason = format!("{} is no number, or another version has it", calculation.number);
                self.problem(place.clone(), "number", reason);
            }
            if calculation.promise && calculation.state != ApprovalState::Approved {
                self.problem(place.clone(), "promise", "only what is approved is promised");
            }
            if calculation.promise && !promises.insert(calculation.initiative) {
                self.problem(place.clone(), "promise", "an initiative promises once");
            }
            if calculation.alternative(calculation.preferred).is_none() {
                self.problem(place.clone(), "preferred", "is none of the alternatives");
            }
            for (j, alternative) in calculation.alternatives.iter().enumerate() {
                let place = format!("{place}.alternatives[{j}]");
                self.named(&place, "name", &alternative.name);
                for line in &alternative.lines {
                    self.named(&format!("{place}.lines"), "name", &line.name);
                    let its = line.benefit.map(|id| id.0);
                    self.refers_all(&format!("{place}.lines"), "benefit", its, "benefit");
                    let mut years = BTreeSet::new();
                    self.build(&format!("{place}.lines"), line);
                    let below = |amount: &YearAmount| amount.low < Money::ZERO;
                    if line.class.is_cost() && line.amounts.iter().any(below) {
                        let reason = "a cost lies below nothing; what is no longer paid is a benefit";
                        self.problem(format!("{place}.lines"), "amounts", reason);
                    }
                    if !line.amounts.iter().all(|amount| years.insert(amount.year)) {
                        self.problem(format!("{place}.lines"), "amounts", "a year stands there twice");
                    }
                }
                if let Err(error) = calculation.case(alternative) {
                    self.problem(place, "lines", error.to_string());
                }
            }
        }
    }
}
