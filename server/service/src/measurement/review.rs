use domain::ctx::Ctx;
use domain::id::MeasurementId;
use domain::measurement::Measurement;
use domain::policy::{Belongs, Operation, decide};
use domain::statement::ApprovalState;
use store::repo::measurement::{
    measurement_load, measurement_review as review, measurement_withdraw as withdraw,
};
use store::{AuditRecord, StoreError, Trail};

use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::measure::Found;
use crate::services::Services;

fn place(measurement: &Measurement, notice: &str) -> String {
    format!(
        "/matt/{}?klart={notice}#matning-{}",
        measurement.measure, measurement.id
    )
}

/// Approves a submitted measurement, or returns it with a note. Nobody reviews what they have written in. Answers
/// where to go on.
pub async fn measurement_review(
    ctx: &Ctx,
    services: &Services,
    id: MeasurementId,
    version: i32,
    approve: bool,
    note: &str,
) -> Result<String> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let record = measurement_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let found = &record.measurement.value;
    let belongs = Belongs {
        editors: record.editors.clone(),
        ..Found::load(ctx, &txn, found.measure).await?.belongs()
    };
    decide(ctx, Operation::EvidenceApprove, Some(&belongs))?;
    if found.state != ApprovalState::Submitted || record.measurement.version != version {
        return Ok(place(found, NOT_FIRST));
    }
    let note = note.trim();
    if !approve && note.is_empty() {
        return Ok(place(found, "skriv-skal"));
    }
    let (state, action, notice) = if approve {
        (ApprovalState::Approved, "measurement.approve", "matning-godkand")
    } else {
        (
            ApprovalState::Returned,
            "measurement.return",
            "matning-aterlamnad",
        )
    };
    let kept = (!note.is_empty()).then_some(note);
    review(ctx, &txn, id, version, state, kept).await?;
    let mut record = AuditRecord::new(action, "measurement", id)
        .before(&found.state)?
        .after(&state)?;
    if let Some(note) = kept {
        record = record.note(note);
    }
    txn.commit(Trail::one(record)).await?;
    Ok(place(found, notice))
}

/// Takes a measurement that was sent in back to a draft, as long as nobody has reviewed it. Only whoever logged it
/// does so. Answers where to go on.
///
/// # Errors
/// Where somebody else logged it.
pub async fn measurement_withdraw(
    ctx: &Ctx,
    services: &Services,
    id: MeasurementId,
    version: i32,
) -> Result<String> {
    decide(ctx, Operation::EvidenceWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let record = measurement_load(ctx, &txn, id)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let found = &record.measurement.value;
    let belongs = Found::load(ctx, &txn, found.measure).await?.belongs();
    decide(ctx, Operation::EvidenceWrite, Some(&belongs))?;
    if record.measurement.edited_by.is_none() || record.measurement.edited_by != ctx.account_id() {
        return Err(ServiceError::State("only whoever sent it in takes it back"));
    }
    if found.state != ApprovalState::Submitted || record.measurement.version != version {
        return Ok(place(found, NOT_FIRST));
    }
    match withdraw(ctx, &txn, id, version).await {
        Ok(_) => {}
        Err(StoreError::Stale { .. }) => return Ok(place(found, NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let record = AuditRecord::new("measurement.withdraw", "measurement", id)
        .before(&found.state)?
        .after(&ApprovalState::Draft)?;
    txn.commit(Trail::one(record)).await?;
    Ok(format!("/matningar/{id}/andra?klart=tillbakatagen"))
}
