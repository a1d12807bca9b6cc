//! What of freed time and values in kronor the types alone cannot refuse.

use std::collections::BTreeMap;

use domain::freed_time::{FreedTime, FreedTimeClash, clashes};
use domain::measurement::Measurement;
use domain::sek_value::{SekGround, YEARS, counted_already};
use domain::statement::Statement;

use super::Known;
use super::check::Check;
use super::document::Document;

/// What statements and measurements take the place of.
pub(super) fn superseding<'a>(
    statements: impl Iterator<Item = &'a Statement>,
    measurements: impl Iterator<Item = &'a Measurement>,
) -> BTreeMap<SekGround, SekGround> {
    let said = statements.filter_map(|one| {
        Some((
            SekGround::Statement(one.id),
            SekGround::Statement(one.supersedes?),
        ))
    });
    let measured = measurements.filter_map(|one| {
        Some((
            SekGround::Measurement(one.id),
            SekGround::Measurement(one.supersedes?),
        ))
    });
    said.chain(measured).collect()
}

impl Check {
    pub(super) fn realised(&mut self, d: &Document, known: &Known) {
        self.freed_times(d, known);
        self.sek_values(d, known);
    }

    fn freed_times(&mut self, d: &Document, known: &Known) {
        let mut all = known.freed.clone();
        all.extend(d.freed_times.iter().map(|one| (one.id, one.clone())));
        let all: Vec<FreedTime> = all.into_values().collect();
        let clashing: BTreeMap<_, _> = clashes(&all).into_iter().collect();
        for (i, one) in d.freed_times.iter().enumerate() {
            let place = format!("freed_times[{i}]");
            self.refers(&place, "benefit", one.benefit.0, "benefit");
            if let Some(value) = one.factor_value {
                self.refers(&place, "factor_value", value.0, "factor value");
            }
            if let Some(other) = one.supersedes {
                self.refers(&place, "supersedes", other.0, "freed time");
            }
            if let Some(clash) = clashing.get(&one.id) {
                let field = match clash {
                    FreedTimeClash::Taken(_) => "year",
                    FreedTimeClash::NotCorrectable(_) | FreedTimeClash::Corrected(_) => "supersedes",
                };
                self.problem(place.clone(), field, clash.to_string());
            }
            if !YEARS.contains(&one.year) {
                self.problem(place.clone(), "year", "is none that is kept");
            }
            if let Some(fault) = one.fault() {
                self.problem(place, "", fault.to_string());
            }
        }
    }

    fn sek_values(&mut self, d: &Document, known: &Known) {
        let mut values = known.values.clone();
        values.extend(d.sek_values.iter().map(|one| (one.id, one.clone())));
        let mut supersedes = known.supersedes.clone();
        supersedes.extend(superseding(d.statements.iter(), d.measurements.iter()));
        for (i, one) in d.sek_values.iter().enumerate() {
            let place = format!("sek_values[{i}]");
            self.refers(&place, "benefit", one.benefit.0, "benefit");
            match one.ground {
                SekGround::Statement(id) => {
                    self.refers(&place, "ground", id.0, "statement");
                    let said = d.statements.iter().find(|statement| statement.id == id);
                    if said.is_some_and(|statement| !statement.benefits.contains(&one.benefit)) {
                        self.problem(place.clone(), "ground", "does not speak for the benefit");
                    }
                }
                SekGround::Measurement(id) => self.refers(&place, "ground", id.0, "measurement"),
            }
            if let Some(fault) = one.fault() {
                self.problem(place.clone(), "", fault.to_string());
            }
            if let Some((other, year)) = counted_already(one, values.values(), &supersedes) {
                let reason = format!("{} is counted for the same benefit, class and {year}", other.id);
                self.problem(place, "counts_in_sum", reason);
            }
        }
    }
}
