use std::collections::HashMap;

use domain::ctx::Ctx;
use domain::effect_goal::{EffectGoal, is_locked};
use domain::form::{FieldErrors, Form, MeasureForm, NewMeasure, Problem};
use domain::id::{BenefitId, MeasureId};
use domain::measure::redefinition::Ground;
use domain::measure::{Definition, Measure};
use domain::measurement::Measurement;
use domain::policy::{Operation, decide};
use store::repo::effect_goal::effect_goal_list_of_measure;
use store::repo::measure::{measure_insert, measure_update};
use store::repo::measurement::measurement_list_of_measure;
use store::{AuditRecord, ConnectionTrait};

use super::Found;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::id::new_id;
use crate::services::Services;

/// What the form of a measure shows.
#[derive(Clone, Debug)]
pub struct MeasureFormView {
    /// The fields, and why they came back.
    pub state: FormState<MeasureForm>,
    /// An existing measure is changed.
    pub existing: bool,
    /// Goals or measurements rest on the definition that holds: what figures mean changes only as a new one.
    pub held_fast: bool,
}

/// What rests on a measure.
struct Rests {
    goals: Vec<(EffectGoal, bool)>,
    measurements: Vec<Measurement>,
}

impl Rests {
    async fn load(ctx: &Ctx, db: &impl ConnectionTrait, found: &Found) -> Result<Self> {
        let id = found.measure.value.id;
        let goals = effect_goal_list_of_measure(ctx, db, id).await?.into_iter();
        let status: HashMap<BenefitId, _> = found
            .ground
            .iter()
            .map(|one| (one.benefit, one.initiative_status))
            .collect();
        // A target level of the agency has been decided by it.
        let locked = |goal: &EffectGoal| {
            let status = goal.benefit.and_then(|benefit| status.get(&benefit));
            status.is_none_or(|status| is_locked(*status))
        };
        let measurements = measurement_list_of_measure(ctx, db, id).await?.into_iter();
        Ok(Self {
            goals: goals
                .map(|record| record.goal.value)
                .map(|goal| {
                    let locked = locked(&goal);
                    (goal, locked)
                })
                .collect(),
            measurements: measurements.map(|record| record.measurement.value).collect(),
        })
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            goals: &self.goals,
            measurements: &self.measurements,
        }
    }
}

/// The form of a new measure, of one that exists, or of what was typed before. `benefit` is the one that a goal is
/// to be set for once the measure is there.
pub async fn measure_form(
    ctx: &Ctx,
    services: &Services,
    id: Option<MeasureId>,
    benefit: Option<BenefitId>,
    draft_key: Option<&str>,
) -> Result<MeasureFormView> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let db = services.store.reader();
    let (stored, held_fast) = match id {
        Some(id) => {
            let found = Found::load(ctx, db, id).await?;
            decide(ctx, Operation::PortfolioWrite, Some(&found.belongs()))?;
            let form = MeasureForm::of(&found.measure.value, found.measure.version);
            let now = found.measure.value.current();
            let rests = Rests::load(ctx, db, &found).await?;
            (form, now.is_some_and(|now| rests.ground().rests_on(now.number)))
        }
        None => {
            let form = MeasureForm {
                benefit: benefit.map(|id| id.to_string()).unwrap_or_default(),
                ..MeasureForm::default()
            };
            (form, false)
        }
    };
    let state = draft_or(ctx, services, draft_key, || Ok(stored)).await?;
    Ok(MeasureFormView {
        existing: !state.form.id.is_empty(),
        held_fast,
        state,
    })
}

/// Adds a measure, or changes one. What figures mean changes only as a new definition once locked goals or measurements
/// rest on the one that holds: what was agreed and measured before stays what it was.
pub async fn measure_save(ctx: &Ctx, services: &Services, form: MeasureForm) -> Result<Answer> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    if form.id().is_empty() {
        let measure = Measure {
            id: new_id(ctx),
            name: new.name,
            used_for: new.used_for,
            without_target: None,
            ended: None,
            definitions: vec![new.definition],
        };
        measure_insert(ctx, &*sending, &measure).await?;
        let record = AuditRecord::new("measure.add", "measure", measure.id).after(&measure)?;
        let goto = match form.benefit.parse::<BenefitId>() {
            Ok(benefit) => format!("/nyttor/{benefit}/effektmal?matt={}&klart=matt", measure.id),
            Err(_) => format!("/matt/{}?klart=ny", measure.id),
        };
        return sending.done(record, goto).await;
    }
    let id: MeasureId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
    let found = Found::load(ctx, &*sending, id).await?;
    decide(ctx, Operation::PortfolioWrite, Some(&found.belongs()))?;
    let before = &found.measure.value;
    let redefined = new.redefined;
    let after = changed(before, new).ok_or(ServiceError::NotFound)?;
    if !redefined {
        let errors = held_fast(before, &after, &Rests::load(ctx, &*sending, &found).await?);
        if !errors.is_empty() {
            return sending.invalid(errors).await;
        }
    }
    if !was_first(measure_update(ctx, &*sending, &after, form.version()).await)? {
        let theirs = MeasureForm::of(before, found.measure.version);
        return sending.stale(theirs).await;
    }
    let (action, notice) = if redefined {
        ("measure.redefine", "omdefinierat")
    } else {
        ("measure.change", "andrat")
    };
    let record = AuditRecord::new(action, "measure", id)
        .before(before)?
        .after(&after)?;
    sending.done(record, format!("/matt/{id}?klart={notice}")).await
}

/// The measure with what was typed: in the definition that holds, or as one more.
fn changed(before: &Measure, new: NewMeasure) -> Option<Measure> {
    let now = before.current()?;
    let mut definitions = before.definitions.clone();
    if new.redefined {
        definitions.push(Definition {
            number: now.number.saturating_add(1),
            ..new.definition
        });
    } else {
        let last = definitions.last_mut()?;
        // Since when it holds and why it came are not asked for again.
        *last = Definition {
            number: now.number,
            from: now.from,
            reason: now.reason.clone(),
            ..new.definition
        };
    }
    Some(Measure {
        name: new.name,
        used_for: new.used_for,
        definitions,
        ..before.clone()
    })
}

/// What would mean something else under the hands of those who have agreed on it, and what to do instead.
fn held_fast(before: &Measure, after: &Measure, rests: &Rests) -> FieldErrors {
    let mut errors = FieldErrors::default();
    let (Some(now), Some(then)) = (before.current(), after.current()) else {
        return errors;
    };
    for meaning in rests.ground().holds_fast(now, then) {
        errors.push(meaning.field(), Problem::HeldFast);
    }
    if !errors.is_empty() {
        errors.push("redefined", Problem::Required);
    }
    errors
}
