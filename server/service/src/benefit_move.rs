use domain::benefit::{Benefit, BenefitState, NotMeasurable};
use domain::ctx::Ctx;
use domain::id::{BenefitId, InitiativeId};
use domain::policy::{Belongs, Operation, decide};
use store::repo::benefit::{benefit_declare, benefit_load, benefit_update};
use store::repo::initiative_bundle::initiative_portfolio_load;
use store::{AuditRecord, StoreError, Trail, Versioned, WriteTxn};

use crate::error::{Result, ServiceError};
use crate::initiative::belongs_each;
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// Moves a benefit a step on its way, with a note. Answers where to go on.
pub async fn benefit_move(
    ctx: &Ctx,
    services: &Services,
    id: BenefitId,
    version: i32,
    to: BenefitState,
    note: &str,
) -> Result<String> {
    decide(ctx, Operation::PortfolioWrite, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let (before, belongs) = found(ctx, &txn, id).await?;
    decide(ctx, Operation::PortfolioWrite, Some(&belongs))?;
    let initiative = before.value.initiative;
    let note = note.trim();
    if before.version != version || !before.value.state.next().contains(&to) {
        return Ok(goto(initiative, id, NOT_FIRST));
    }
    if note.is_empty() {
        return Ok(goto(initiative, id, "skriv-varfor"));
    }
    let after = Benefit {
        state: to,
        ..before.value.clone()
    };
    let record = AuditRecord::new("benefit.move", "benefit", id);
    let written = benefit_update(ctx, &txn, &after, version).await;
    changed(txn, written, record, &before, &after, note, "nyttan-flyttad").await
}

/// Declares that a benefit cannot be measured, with the reason, or takes the declaration back where the
/// reason is empty. The one who declares it is its approver: somebody who may approve evidence, and who
/// has not written the benefit. Answers where to go on.
pub async fn benefit_not_measurable(
    ctx: &Ctx,
    services: &Services,
    id: BenefitId,
    version: i32,
    reason: &str,
) -> Result<String> {
    decide(ctx, Operation::EvidenceApprove, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let (before, belongs) = found(ctx, &txn, id).await?;
    let belongs = Belongs {
        editors: before.edited_by.into_iter().collect(),
        ..belongs
    };
    decide(ctx, Operation::EvidenceApprove, Some(&belongs))?;
    let initiative = before.value.initiative;
    if before.version != version {
        return Ok(goto(initiative, id, NOT_FIRST));
    }
    let reason = reason.trim();
    let roles: Vec<&str> = ctx.roles().into_iter().map(|role| role.code()).collect();
    let not_measurable = (!reason.is_empty()).then(|| NotMeasurable {
        reason: reason.to_owned(),
        approver: roles.join(", "),
    });
    let (action, note) = if not_measurable.is_some() {
        ("benefit.not_measurable", "ej-matbar")
    } else {
        ("benefit.measurable", "matbar")
    };
    let after = Benefit {
        not_measurable,
        ..before.value.clone()
    };
    if after == before.value {
        return Ok(goto(initiative, id, "skriv-varfor"));
    }
    let record = AuditRecord::new(action, "benefit", id);
    let written = benefit_declare(ctx, &txn, id, version, after.not_measurable.as_ref()).await;
    changed(txn, written, record, &before, &after, reason, note).await
}

fn goto(initiative: InitiativeId, id: BenefitId, notice: &str) -> String {
    format!("/initiativ/{initiative}?klart={notice}#nytta-{id}")
}

async fn found(ctx: &Ctx, txn: &WriteTxn<'_>, id: BenefitId) -> Result<(Versioned<Benefit>, Belongs)> {
    let before = benefit_load(ctx, txn, id).await?.ok_or(ServiceError::NotFound)?;
    let bundle = initiative_portfolio_load(ctx, txn, before.value.initiative)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let belongs = belongs_each(&bundle, &[id]).pop().unwrap_or_default();
    Ok((before, belongs))
}

async fn changed(
    txn: WriteTxn<'_>,
    written: std::result::Result<i32, StoreError>,
    record: AuditRecord,
    before: &Versioned<Benefit>,
    after: &Benefit,
    note: &str,
    notice: &str,
) -> Result<String> {
    let (initiative, id) = (after.initiative, after.id);
    match written {
        Ok(_) => {}
        Err(StoreError::Stale { .. }) => return Ok(goto(initiative, id, NOT_FIRST)),
        Err(other) => return Err(other.into()),
    }
    let mut record = record.before(&before.value)?.after(after)?;
    if !note.is_empty() {
        record = record.note(note);
    }
    txn.commit(Trail::one(record)).await?;
    Ok(goto(initiative, id, notice))
}
