//! What of measures, effect goals, measurements and files the types alone cannot refuse.

use std::collections::{BTreeMap, BTreeSet};

use domain::effect_goal::share::unclaimed;
use domain::effect_goal::{EffectGoal, GoalVersion};
use domain::form::is_address;
use domain::id::{EffectGoalId, MeasureId};
use domain::measure::{Definition, Measure, Split, Value};
use domain::measurement::{Measurement, ProofKind};
use rust_decimal::Decimal;

use super::Known;
use super::check::Check;
use super::document::Document;

/// Decimals that a share is kept with.
const SHARE_DECIMALS: u32 = 6;

impl Check {
    pub(super) fn measured(&mut self, d: &Document, known: &Known) {
        let mut measures = known.measures.clone();
        measures.extend(d.measures.iter().map(|one| (one.id, one.clone())));
        let mut goals = known.goals.clone();
        goals.extend(d.effect_goals.iter().map(|one| (one.id, one.clone())));
        for (i, measure) in d.measures.iter().enumerate() {
            self.measure(&format!("measures[{i}]"), measure);
        }
        for (i, goal) in d.effect_goals.iter().enumerate() {
            let place = format!("effect_goals[{i}]");
            self.goal(&place, goal, measures.get(&goal.measure));
            self.claims(&place, goal, &goals);
        }
        let mut files = known.files.clone();
        files.extend(d.files.iter().map(|file| file.hash.clone()));
        self.files(d, known);
        let all = known.measurements.values().chain(&d.measurements);
        let of: BTreeMap<_, MeasureId> = all.map(|one| (one.id, one.measure)).collect();
        for (i, one) in d.measurements.iter().enumerate() {
            let place = format!("measurements[{i}]");
            self.measurement(&place, one, measures.get(&one.measure));
            let corrected = one.supersedes.and_then(|id| of.get(&id));
            if corrected.is_some_and(|measure| *measure != one.measure) {
                self.problem(place.clone(), "supersedes", "is a measurement of something else");
            }
            for proof in &one.proofs {
                let place = format!("{place}.proofs");
                self.named(&place, "text", &proof.text);
                if proof.kind == ProofKind::Link && !is_address(&proof.text) {
                    let reason = "a link begins with https:// or http:// and has no spaces";
                    self.problem(place.clone(), "text", reason);
                }
                if (proof.kind == ProofKind::File) != proof.hash.is_some() {
                    self.problem(place.clone(), "hash", "belongs to files, and to each of them");
                }
                if proof.hash.as_ref().is_some_and(|hash| !files.contains(hash)) {
                    self.problem(place, "hash", "there is no such file");
                }
            }
        }
    }

    fn measure(&mut self, place: &str, measure: &Measure) {
        self.named(place, "name", &measure.name);
        if measure.definitions.is_empty() {
            self.problem(place, "definitions", "is empty; a measure has a definition");
        }
        self.numbers(
            place,
            "definitions",
            measure.definitions.iter().map(|one| one.number),
        );
        for definition in &measure.definitions {
            let place = format!("{place}.definitions");
            self.named(&place, "definition", &definition.definition);
            if definition.per == 0 {
                self.problem(place.clone(), "per", "is 0; a ratio is given per something");
            }
            let mut kinds = BTreeSet::new();
            if !definition.dimensions.iter().all(|one| kinds.insert(one.kind)) {
                self.problem(place, "dimensions", "a dimension stands there twice");
            }
        }
    }

    /// From 1, each once, in order.
    fn numbers(&mut self, place: &str, field: &str, numbers: impl Iterator<Item = i32>) {
        let mut before = 0;
        for number in numbers {
            if number <= before {
                let reason = format!("number {number} stands there twice, or out of order");
                self.problem(place, field, reason);
            }
            before = number;
        }
    }

    fn goal(&mut self, place: &str, goal: &EffectGoal, measure: Option<&Measure>) {
        self.refers_all(place, "benefit", goal.benefit.map(|id| id.0), "benefit");
        self.refers(place, "measure", goal.measure.0, "measure");
        let kept = goal.claim.normalize().scale() <= SHARE_DECIMALS;
        if goal.claim <= Decimal::ZERO || goal.claim > Decimal::ONE_HUNDRED || !kept {
            let reason = format!(
                "{} is no share; above 0, at most 100, six decimals at most",
                goal.claim
            );
            self.problem(place, "claim", reason);
        }
        if goal.versions.is_empty() {
            self.problem(place, "versions", "is empty; a goal has a version");
        }
        self.numbers(place, "versions", goal.versions.iter().map(|one| one.number));
        for version in &goal.versions {
            self.version(&format!("{place}.versions"), goal, version, measure);
        }
    }

    fn version(&mut self, place: &str, goal: &EffectGoal, version: &GoalVersion, measure: Option<&Measure>) {
        let mut days = BTreeSet::new();
        if version.targets.is_empty() || !version.targets.iter().all(|target| days.insert(target.day)) {
            self.problem(place, "targets", "is empty, or a day stands there twice");
        }
        let baseline = version.baseline.as_ref().map(|one| one.value);
        for value in baseline
            .into_iter()
            .chain(version.targets.iter().map(|one| one.value))
        {
            self.fits(place, "targets", value);
        }
        // A measure that is not there has been told.
        let Some(measure) = measure else { return };
        let Some(definition) = measure.definition(version.definition) else {
            let reason = format!("the measure has no definition {}", version.definition);
            return self.problem(place, "definition", reason);
        };
        let refused: Vec<String> = version
            .refused(definition.direction)
            .map(|target| target.day.to_string())
            .collect();
        if !refused.is_empty() {
            let reason = format!("lies the wrong way from the baseline: {}", refused.join(", "));
            self.problem(place, "targets", reason);
        }
        if !goal.split.is_among(&definition.dimensions) {
            self.problem(place, "split", "the measure is not split in this way");
        }
    }

    /// What benefits claim of a part of a measure is at most all of it, after the import.
    fn claims(&mut self, place: &str, goal: &EffectGoal, goals: &BTreeMap<EffectGoalId, EffectGoal>) {
        let same = goals
            .values()
            .filter(|other| other.measure == goal.measure && other.split == goal.split);
        let left = unclaimed(same);
        if goal.benefit.is_some() && left < Decimal::ZERO {
            let reason = format!(
                "together the goals claim {} percent of this part of the measure",
                Decimal::ONE_HUNDRED - left
            );
            self.problem(place, "claim", reason);
        }
    }

    fn measurement(&mut self, place: &str, one: &Measurement, measure: Option<&Measure>) {
        self.refers(place, "measure", one.measure.0, "measure");
        self.refers_all(place, "supersedes", one.supersedes.map(|id| id.0), "measurement");
        self.named(place, "source", &one.source);
        if one.period.last < one.period.first {
            self.problem(place, "period", "last lies before first");
        }
        let definition = measure.map(|measure| measure.definition(one.definition));
        if definition == Some(None) {
            let reason = format!("the measure has no definition {}", one.definition);
            self.problem(place, "definition", reason);
        }
        self.value(place, "value", one.value, definition.flatten());
        let mut parts: BTreeSet<&Split> = BTreeSet::new();
        for part in &one.splits {
            self.value(place, "splits", part.value, definition.flatten());
            if part.split.is_whole() || !parts.insert(&part.split) {
                self.problem(place, "splits", "a part stands there twice, or is the whole");
            }
            let known = definition.flatten();
            if known.is_some_and(|definition| !part.split.is_among(&definition.dimensions)) {
                self.problem(place, "splits", "the measure is not split in this way");
            }
        }
    }

    fn value(&mut self, place: &str, field: &str, value: Value, definition: Option<&Definition>) {
        if definition.is_some_and(|definition| !definition.takes(value)) {
            let reason = match value {
                Value::Plain { .. } => "is a number; of a ratio numerator and denominator are given",
                Value::Ratio { .. } => "is a ratio, which the measure is not; a value is given",
            };
            self.problem(place, field, reason);
        }
        match value {
            Value::Plain { value } => self.fits(place, field, value),
            Value::Ratio {
                numerator,
                denominator,
            } => {
                self.fits(place, field, numerator);
                self.fits(place, field, denominator);
                if denominator <= Decimal::ZERO {
                    self.problem(place, field, "has a denominator that is not above nothing");
                }
            }
        }
    }

    fn fits(&mut self, place: &str, field: &str, value: Decimal) {
        if i64::try_from(value.mantissa()).is_err() {
            self.problem(place, field, "has more digits than can be kept");
        }
    }
}
