use domain::ctx::Ctx;
use domain::form::{Form, MeasureForm, NewMeasure, Problem};
use domain::id::{BenefitId, MeasureId};
use domain::measure::{Definition, Measure};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
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
    /// Something has been measured and approved: what is counted can only change as a new definition.
    pub measured: bool,
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
    let (stored, measured) = match id {
        Some(id) => {
            let found = Found::load(ctx, db, id).await?;
            decide(ctx, Operation::PortfolioWrite, Some(&found.belongs()))?;
            let form = MeasureForm::of(&found.measure.value, found.measure.version);
            (form, is_measured(ctx, db, &found.measure.value).await?)
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
        measured,
        state,
    })
}

/// Something has been measured by the definition that holds, and approved.
async fn is_measured(ctx: &Ctx, db: &impl ConnectionTrait, measure: &Measure) -> Result<bool> {
    let now = measure.current().map(|one| one.number);
    let measured = measurement_list_of_measure(ctx, db, measure.id).await?;
    let mut measured = measured.iter().map(|record| &record.measurement.value);
    Ok(measured.any(|one| one.state == ApprovalState::Approved && Some(one.definition) == now))
}

/// Adds a measure, or changes one. What is counted, and in what, changes only as a new definition once something has
/// been measured: what was measured before stays what it was.
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
    if !redefined && is_other(before, &after) && is_measured(ctx, &*sending, before).await? {
        let mut errors = domain::form::FieldErrors::default();
        errors.push("redefined", Problem::Required);
        return sending.invalid(errors).await;
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

/// Values would mean something else than before.
fn is_other(before: &Measure, after: &Measure) -> bool {
    let counted = |measure: &Measure| {
        let now = measure.current()?;
        Some((now.unit.clone(), now.direction, now.aggregation, now.per))
    };
    counted(before) != counted(after)
}
