//! What takes the place of what, as it is after the import: one thing alone, of what is approved, and never round in a
//! circle. And what is measured: each period once.

use std::collections::{BTreeMap, BTreeSet};

use domain::id::{MeasureId, MeasurementId};
use domain::measure::Period;
use domain::measurement::Measurement;
use domain::statement::ApprovalState;
use uuid::Uuid;

use super::Known;
use super::check::Check;
use super::document::Document;

/// How far something has come, and what it takes the place of.
pub(super) type Link = (ApprovalState, Option<Uuid>);

impl Check {
    pub(super) fn corrections(&mut self, d: &Document, known: &Known) {
        let said = d.statements.iter();
        let said = said.map(|one| (one.id.0, (one.state, one.supersedes.map(|id| id.0))));
        self.chains("statements", said, known.statements.clone());
        let link = |one: &Measurement| (one.id.0, (one.state, one.supersedes.map(|id| id.0)));
        let before = known.measurements.values().map(link).collect();
        self.chains("measurements", d.measurements.iter().map(link), before);
        self.periods(d, known);
    }

    fn chains(
        &mut self,
        list: &str,
        file: impl Iterator<Item = (Uuid, Link)> + Clone,
        mut all: BTreeMap<Uuid, Link>,
    ) {
        all.extend(file.clone());
        let mut later: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
        for (id, (_, supersedes)) in &all {
            if let Some(earlier) = supersedes {
                later.entry(*earlier).or_default().push(*id);
            }
        }
        for (i, (id, (_, supersedes))) in file.enumerate() {
            let place = format!("{list}[{i}]");
            // What is not there has been told.
            let Some((earlier, (state, _))) = supersedes.and_then(|id| Some((id, all.get(&id)?))) else {
                continue;
            };
            if *state != ApprovalState::Approved {
                let reason = format!("{earlier} is not approved; until then it is changed itself");
                self.problem(place.clone(), "supersedes", reason);
            }
            let mut others = later.get(&earlier).into_iter().flatten();
            if let Some(other) = others.find(|other| **other != id) {
                let reason = format!("{other} takes the place of {earlier} as well; one alone does");
                self.problem(place.clone(), "supersedes", reason);
            }
            let earlier_of = |id: &Uuid| all.get(id).and_then(|(_, supersedes)| *supersedes);
            // As many steps as there are things: a circle that this is not part of ends too.
            let mut chain = std::iter::successors(Some(earlier), earlier_of).take(all.len());
            if chain.any(|before| before == id) {
                self.problem(place, "supersedes", "takes the place of itself");
            }
        }
    }

    /// What is wrong in what was measured is corrected: a second value of the same would count or not by chance.
    fn periods(&mut self, d: &Document, known: &Known) {
        let mut all: BTreeMap<MeasurementId, &Measurement> =
            known.measurements.iter().map(|(id, one)| (*id, one)).collect();
        all.extend(d.measurements.iter().map(|one| (one.id, one)));
        let corrected: BTreeSet<MeasurementId> = all.values().filter_map(|one| one.supersedes).collect();
        let key = |one: &Measurement| (one.measure, one.definition, one.period);
        let mut standing: BTreeMap<(MeasureId, i32, Period), Vec<MeasurementId>> = BTreeMap::new();
        for one in all.values().filter(|one| !corrected.contains(&one.id)) {
            standing.entry(key(one)).or_default().push(one.id);
        }
        for (i, one) in d.measurements.iter().enumerate() {
            let mut same = standing.get(&key(one)).into_iter().flatten();
            let other = same.find(|other| **other != one.id);
            if let Some(other) = other.filter(|_| !corrected.contains(&one.id)) {
                let reason = format!(
                    "{other} is of {} already; what is wrong in it is corrected",
                    one.period
                );
                self.problem(format!("measurements[{i}]"), "period", reason);
            }
        }
    }
}
