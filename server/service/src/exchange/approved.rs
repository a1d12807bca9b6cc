//! What of a file would change what is approved here: a later version of a calculation stands beside it and what is
//! promised stays promised, a factor and an effect goal get another version, a measurement and freed time are
//! corrected and a statement is replaced by another, and a measure gets another definition.

use std::collections::{BTreeMap, BTreeSet};

use domain::effect_goal::{EffectGoal, is_locked};
use domain::id::{BenefitId, InitiativeId, MeasureId};
use domain::initiative::InitiativeStatus;
use domain::measure::Measure;
use domain::measure::redefinition::Ground;
use domain::measurement::Measurement;
use domain::sek_value::{SekGround, SekValue};
use domain::statement::ApprovalState;
use store::repo::exchange::Everything;

use super::ImportProblem;
use super::document::Document;
use super::merge::Merge;

fn problem(place: String, field: &str, reason: impl Into<String>) -> ImportProblem {
    ImportProblem {
        place,
        field: field.to_owned(),
        reason: reason.into(),
    }
}

fn is_approved(state: ApprovalState) -> bool {
    state == ApprovalState::Approved
}

pub(super) fn approved_changes(document: &Document, stored: &Everything) -> Vec<ImportProblem> {
    let mut problems = factors(document, stored);
    problems.extend(wholes(document, stored));
    problems.extend(measures(document, stored));
    problems.extend(values(document, stored));
    problems
}

fn factors(document: &Document, stored: &Everything) -> Vec<ImportProblem> {
    let factors = Merge::of(&document.factors, &stored.factors, |one| one.id);
    let factors = factors.changed.iter().zip(&factors.places);
    factors
        .filter_map(|((before, after), place)| {
            let broken = before.value.breaks(after)?;
            let reason = format!("{} is approved, and what is approved never changes", broken.id);
            Some(problem(format!("factors[{place}]"), "values", reason))
        })
        .collect()
}

/// What is approved as a whole, text and all.
fn wholes(document: &Document, stored: &Everything) -> Vec<ImportProblem> {
    let calculations = Merge::of(&document.calculations, &stored.calculations, |one| one.id);
    let calculations = calculations.changed.iter().zip(&calculations.places);
    let calculations = calculations
        .filter(|((before, _), _)| is_approved(before.value.state))
        .map(|(_, place)| format!("calculations[{place}]"));
    let goals = Merge::of(&document.effect_goals, &stored.effect_goals, |one| one.id);
    let goals = goals.changed.iter().zip(&goals.places);
    let goals = goals
        .filter(|((before, after), _)| {
            let mut approved = before.value.versions.iter().filter(|one| is_approved(one.state));
            approved.any(|one| !after.versions.contains(one))
        })
        .map(|(_, place)| format!("effect_goals[{place}].versions"));
    let measurements = Merge::of(&document.measurements, &stored.measurements, |one| one.id);
    let measurements = measurements.changed.iter().zip(&measurements.places);
    let measurements = measurements
        .filter(|((before, _), _)| is_approved(before.value.state))
        .map(|(_, place)| format!("measurements[{place}]"));
    let statements = Merge::of(&document.statements, &stored.statements, |one| one.id);
    let statements = statements.changed.iter().zip(&statements.places);
    let statements = statements
        .filter(|((before, _), _)| is_approved(before.value.state))
        .map(|(_, place)| format!("statements[{place}]"));
    let freed = Merge::of(&document.freed_times, &stored.freed_times, |one| one.id);
    let freed = freed.changed.iter().zip(&freed.places);
    let freed = freed
        .filter(|((before, _), _)| is_approved(before.value.state))
        .map(|(_, place)| format!("freed_times[{place}]"));
    calculations
        .chain(goals)
        .chain(measurements)
        .chain(statements)
        .chain(freed)
        .map(|place| problem(place, "", "is approved, and what is approved never changes"))
        .collect()
}

/// Definitions that would get another meaning under what rests on them ([`Ground::holds_fast`]).
fn measures(document: &Document, stored: &Everything) -> Vec<ImportProblem> {
    let merge = Merge::of(&document.measures, &stored.measures, |one| one.id);
    if merge.changed.is_empty() {
        return Vec::new();
    }
    let resting = Resting::of(stored);
    let mut problems = Vec::new();
    for ((before, after), place) in merge.changed.iter().zip(&merge.places) {
        for number in resting.changed(&before.value, after) {
            let reason = format!(
                "goals or measurements rest on definition {number}, which is changed by another definition alone"
            );
            problems.push(problem(format!("measures[{place}]"), "definitions", reason));
        }
    }
    problems
}

/// What rests on measures, by measure.
struct Resting {
    goals: BTreeMap<MeasureId, Vec<(EffectGoal, bool)>>,
    measurements: BTreeMap<MeasureId, Vec<Measurement>>,
}

impl Resting {
    fn of(stored: &Everything) -> Self {
        let initiatives = stored.initiatives.iter().map(|one| &one.value);
        let status: BTreeMap<InitiativeId, InitiativeStatus> =
            initiatives.map(|one| (one.id, one.status.value)).collect();
        let benefits = stored.benefits.iter().map(|one| &one.value);
        let status: BTreeMap<BenefitId, InitiativeStatus> = benefits
            .filter_map(|one| Some((one.id, *status.get(&one.initiative)?)))
            .collect();
        let mut resting = Self {
            goals: BTreeMap::new(),
            measurements: BTreeMap::new(),
        };
        for goal in stored.effect_goals.iter().map(|one| &one.value) {
            let status = goal.benefit.and_then(|id| status.get(&id));
            // A target level of the agency has been decided by it.
            let locked = status.is_none_or(|status| is_locked(*status));
            let of = resting.goals.entry(goal.measure).or_default();
            of.push((goal.clone(), locked));
        }
        for one in stored.measurements.iter().map(|one| &one.value) {
            let of = resting.measurements.entry(one.measure).or_default();
            of.push(one.clone());
        }
        resting
    }

    /// Numbers of the definitions that would not be what they were, where something rests on them.
    fn changed(&self, before: &Measure, after: &Measure) -> Vec<i32> {
        let ground = Ground {
            goals: self.goals.get(&before.id).map_or(&[], Vec::as_slice),
            measurements: self.measurements.get(&before.id).map_or(&[], Vec::as_slice),
        };
        let changed = before
            .definitions
            .iter()
            .filter(|one| match after.definition(one.number) {
                Some(then) => !ground.holds_fast(one, then).is_empty(),
                None => ground.rests_on(one.number),
            });
        changed.map(|one| one.number).collect()
    }
}

/// Values in kronor on what is approved, or waits for it as somebody has read it: they are part of that.
fn values(document: &Document, stored: &Everything) -> Vec<ImportProblem> {
    let grounds = Grounds::of(document, stored);
    let before: BTreeMap<_, &SekValue> = stored
        .sek_values
        .iter()
        .map(|one| (one.value.id, &one.value))
        .collect();
    let mut problems = Vec::new();
    for (i, value) in document.sek_values.iter().enumerate() {
        let before = before.get(&value.id).copied();
        if before == Some(value) {
            continue;
        }
        let on = [Some(value.ground), before.map(|before| before.ground)];
        if let Some(reason) = on.into_iter().flatten().find_map(|ground| grounds.closed(ground)) {
            problems.push(problem(format!("sek_values[{i}]"), "ground", reason));
        }
    }
    problems
}

/// What values hang on, as far as the database has it.
struct Grounds {
    states: BTreeMap<SekGround, ApprovalState>,
    /// What the file writes over, so that whoever is to approve it reads it anew.
    written: BTreeSet<SekGround>,
}

impl Grounds {
    fn of(document: &Document, stored: &Everything) -> Self {
        let statements = Merge::of(&document.statements, &stored.statements, |one| one.id);
        let measurements = Merge::of(&document.measurements, &stored.measurements, |one| one.id);
        let said = statements.changed.iter();
        let said = said.map(|(before, _)| SekGround::Statement(before.value.id));
        let measured = measurements.changed.iter();
        let measured = measured.map(|(before, _)| SekGround::Measurement(before.value.id));
        let written = said.chain(measured).collect();
        let said = stored.statements.iter().map(|one| &one.value);
        let said = said.map(|one| (SekGround::Statement(one.id), one.state));
        let measured = stored.measurements.iter().map(|one| &one.value);
        let measured = measured.map(|one| (SekGround::Measurement(one.id), one.state));
        Self {
            states: said.chain(measured).collect(),
            written,
        }
    }

    /// Why nothing is written on a ground any more; none where it may be.
    fn closed(&self, ground: SekGround) -> Option<&'static str> {
        match self.states.get(&ground)? {
            ApprovalState::Approved => Some("is approved, and what is approved never changes"),
            ApprovalState::Submitted if !self.written.contains(&ground) => {
                Some("waits for approval as it is; a value is written before it is sent in")
            }
            _ => None,
        }
    }
}
