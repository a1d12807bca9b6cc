use domain::ctx::Ctx;
use domain::form::{FieldErrors, Form, MeasurementForm, NewMeasurement, Problem, row_field};
use domain::id::{MeasureId, MeasurementId};
use domain::measure::{Measure, Period, Split};
use domain::measurement::{Measurement, ProofKind};
use domain::policy::{Operation, decide};
use domain::statement::ApprovalState;
use store::repo::measurement::{
    MeasurementRecord, measurement_insert, measurement_list_of_measure, measurement_load, measurement_update,
};
use store::repo::stored_file::stored_file_prune;
use store::{AuditRecord, ConnectionTrait};

use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, one_more_row, was_first};
use crate::id::new_id;
use crate::measure::Found;
use crate::services::Services;

/// What the form of a measurement shows.
#[derive(Clone, Debug)]
pub struct MeasurementFormView {
    /// The measure.
    pub measure: Measure,
    /// Parts that can be given beside the whole.
    pub parts: Vec<Split>,
    /// The approved measurement that is corrected.
    pub supersedes: Option<Measurement>,
    /// Why it was returned, where it was.
    pub review_note: Option<String>,
    /// The fields, and why they came back.
    pub state: FormState<MeasurementForm>,
    /// An existing measurement is changed.
    pub existing: bool,
}

/// Which measurement a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasurementTarget {
    /// A new one of a measure.
    New(MeasureId),
    /// A new one of a measure, over a period.
    NewIn(MeasureId, Period),
    /// One that may still be changed.
    Existing(MeasurementId),
    /// A new one in the place of one that is approved.
    Correcting(MeasurementId),
}

/// The form of a measurement, or of what was typed before.
pub async fn measurement_form(
    ctx: &Ctx,
    services: &Services,
    target: MeasurementTarget,
    draft_key: Option<&str>,
) -> Result<MeasurementFormView> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let db = services.store.reader();
    let (measure, record) = match target {
        MeasurementTarget::New(measure) | MeasurementTarget::NewIn(measure, _) => (measure, None),
        MeasurementTarget::Existing(id) | MeasurementTarget::Correcting(id) => {
            let record = measurement_load(ctx, db, id)
                .await?
                .ok_or(ServiceError::NotFound)?;
            (record.measurement.value.measure, Some(record))
        }
    };
    let found = Found::load(ctx, db, measure).await?;
    decide(ctx, Operation::EvidenceWrite, Some(&found.belongs()))?;
    let measure = found.measure.value;
    let now = measure.current().ok_or(ServiceError::NotFound)?;
    let mut parts = Split::offered(&now.dimensions);
    parts.retain(|split| !split.is_whole());
    let stored = stored_form(ctx, db, &measure, record.as_ref(), target).await?;
    let mut state = draft_or(ctx, services, draft_key, || Ok(stored)).await?;
    state.form = state.form.in_order_of(&parts);
    let supersedes = match state.form.supersedes.parse::<MeasurementId>() {
        Ok(id) => measurement_load(ctx, db, id)
            .await?
            .map(|one| one.measurement.value),
        Err(_) => None,
    };
    Ok(MeasurementFormView {
        parts,
        supersedes,
        review_note: record.and_then(|record| record.review_note),
        existing: !state.form.id.is_empty(),
        state,
        measure,
    })
}

async fn stored_form(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    measure: &Measure,
    record: Option<&MeasurementRecord>,
    target: MeasurementTarget,
) -> Result<MeasurementForm> {
    let Some(record) = record else {
        let mut form = first_form(ctx, db, measure).await?;
        if let MeasurementTarget::NewIn(_, period) = target {
            form.period = period.to_string();
        }
        return Ok(form);
    };
    let (found, version) = (&record.measurement.value, record.measurement.version);
    if matches!(target, MeasurementTarget::Correcting(_)) {
        if !may_be_corrected(ctx, db, found).await? {
            return Err(ServiceError::State(
                "only an approved measurement that nothing else is to correct can be corrected",
            ));
        }
        return Ok(MeasurementForm::superseding(found));
    }
    if !found.state.is_open() {
        return Err(ServiceError::State(
            "only a draft or a returned measurement can be changed",
        ));
    }
    Ok(MeasurementForm::of(found, version))
}

/// A new one: of the latest period that is over, taken from where the one before was.
async fn first_form(ctx: &Ctx, db: &impl ConnectionTrait, measure: &Measure) -> Result<MeasurementForm> {
    let now = measure.current().ok_or(ServiceError::NotFound)?;
    let period = now.frequency.and_then(|cadence| cadence.over_before(ctx.today()));
    let before = measurement_list_of_measure(ctx, db, measure.id).await?;
    let latest = before
        .iter()
        .map(|one| &one.measurement.value)
        .max_by_key(|one| one.period.last);
    let source = latest
        .map(|one| one.source.clone())
        .or_else(|| now.source.clone());
    Ok(MeasurementForm {
        measure: measure.id.to_string(),
        period: period.map(|period| period.to_string()).unwrap_or_default(),
        source: source.unwrap_or_default(),
        ..MeasurementForm::default()
    })
}

async fn may_be_corrected(ctx: &Ctx, db: &impl ConnectionTrait, found: &Measurement) -> Result<bool> {
    let all = measurement_list_of_measure(ctx, db, found.measure).await?;
    let mut all = all.iter().map(|one| one.measurement.value.supersedes);
    Ok(found.state == ApprovalState::Approved && !all.any(|other| other == Some(found.id)))
}

/// Logs a measurement, or changes one that nobody has approved: kept as a draft, or sent in.
pub async fn measurement_save(ctx: &Ctx, services: &Services, form: MeasurementForm) -> Result<Answer> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    if let Some(more) = form.clone().with_row() {
        return one_more_row(ctx, services, &more).await;
    }
    let new = match form.parse(ctx.today()) {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let found = Found::load(ctx, &*sending, new.measure).await?;
    decide(ctx, Operation::EvidenceWrite, Some(&found.belongs()))?;
    let measure = &found.measure.value;
    let others = measurement_list_of_measure(ctx, &*sending, measure.id).await?;
    let id = match form.id() {
        "" => None,
        id => Some(id.parse::<MeasurementId>().map_err(|_| ServiceError::NotFound)?),
    };
    let before = match id {
        Some(id) => {
            let record = others.iter().find(|one| one.measurement.value.id == id);
            Some(&record.ok_or(ServiceError::NotFound)?.measurement)
        }
        None => None,
    };
    if let Some(found) = before.filter(|found| !found.value.state.is_open()) {
        return sending
            .stale(MeasurementForm::of(&found.value, found.version))
            .await;
    }
    let mut errors = unfitting(&new, measure, id, &others);
    if let Some(now) = measure.current() {
        errors.0.extend(form.misfits(&new, now).0);
    }
    if !errors.is_empty() {
        return sending.invalid(errors).await;
    }
    let submit = new.submit;
    let measurement = built(id.unwrap_or_else(|| new_id(ctx)), measure, new);
    let goto = |notice: &str| format!("/matt/{}?klart={notice}#matning-{}", measure.id, measurement.id);
    let goto = match (submit, form.action.as_str()) {
        (true, _) => goto("matning-inskickad"),
        (false, "file") => format!("/matningar/{}/fil", measurement.id),
        (false, _) => goto("matning-utkast"),
    };
    let Some(before) = before else {
        measurement_insert(ctx, &*sending, &measurement).await?;
        let action = if submit {
            "measurement.submit"
        } else {
            "measurement.draft"
        };
        let record = AuditRecord::new(action, "measurement", measurement.id).after(&measurement)?;
        return sending.done(record, goto).await;
    };
    if !was_first(measurement_update(ctx, &*sending, &measurement, form.version()).await)? {
        return sending
            .stale(MeasurementForm::of(&before.value, before.version))
            .await;
    }
    let files = before.value.proofs.iter().filter_map(|one| one.hash.as_deref());
    let gone = files.filter(|hash| {
        !measurement
            .proofs
            .iter()
            .any(|one| one.hash.as_deref() == Some(*hash))
    });
    stored_file_prune(ctx, &*sending, &gone.collect::<Vec<_>>()).await?;
    let action = if submit {
        "measurement.submit"
    } else {
        "measurement.change"
    };
    let record = AuditRecord::new(action, "measurement", measurement.id)
        .before(&before.value)?
        .after(&measurement)?;
    sending.done(record, goto).await
}

pub(super) fn built(id: MeasurementId, measure: &Measure, new: NewMeasurement) -> Measurement {
    Measurement {
        id,
        measure: measure.id,
        definition: measure.current().map_or(1, |now| now.number),
        period: new.period,
        preliminary: new.preliminary,
        value: new.value,
        splits: new.splits,
        source: new.source,
        comment: new.comment,
        proofs: new.proofs,
        state: if new.submit {
            ApprovalState::Submitted
        } else {
            ApprovalState::Draft
        },
        imported: false,
        supersedes: new.supersedes,
    }
}

/// What does not fit the measure, or what has been measured already: a period is measured once, and what is wrong in it
/// is corrected.
fn unfitting(
    new: &NewMeasurement,
    measure: &Measure,
    id: Option<MeasurementId>,
    others: &[MeasurementRecord],
) -> FieldErrors {
    let mut errors = FieldErrors::default();
    let dimensions = measure.current().map_or(&[][..], |now| now.dimensions.as_slice());
    for (row, part) in new.splits.iter().enumerate() {
        if !part.split.is_among(dimensions) {
            let given = part.split.key();
            errors.push(&row_field("split_value", row), Problem::UnknownChoice { given });
        }
    }
    let all = || others.iter().map(|one| &one.measurement.value);
    let others = || all().filter(|one| Some(one.id) != id);
    let corrected = |one: &Measurement| others().any(|other| other.supersedes == Some(one.id));
    let stands =
        |one: &&Measurement| one.period == new.period && Some(one.id) != new.supersedes && !corrected(one);
    if others().any(|one| stands(&one)) {
        let given = new.period.to_string();
        errors.push("period", Problem::Taken { given });
    }
    if let Some(supersedes) = new.supersedes {
        let is_right = |one: &Measurement| one.id == supersedes && one.state == ApprovalState::Approved;
        let doubled = others().any(|one| one.supersedes == Some(supersedes));
        if doubled || !others().any(is_right) {
            let given = new.period.to_string();
            errors.push("period", Problem::Gone { given });
        }
    }
    // A file is kept before it is named: what is named without having been is somebody's invention.
    let known = |hash: &str| {
        let mut proofs = all().flat_map(|one| &one.proofs);
        proofs.any(|proof| proof.hash.as_deref() == Some(hash))
    };
    for (row, proof) in new.proofs.iter().enumerate() {
        let hash = proof.hash.as_deref().filter(|_| proof.kind == ProofKind::File);
        if let Some(hash) = hash
            && !known(hash)
        {
            let given = proof.text.clone();
            errors.push(&row_field("proof_text", row), Problem::Gone { given });
        }
    }
    errors
}
