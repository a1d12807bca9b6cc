use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, decide, may};
use domain::report::Report;
use domain::report::life::ReportStep;
use store::repo::report::{report_load, report_set_state};
use store::repo::report_step::report_step_insert;
use store::{AuditRecord, StoreError, Trail};

use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::services::Services;

/// Whether the actor may take the step with the report. A decision has a use case of its own.
pub(super) fn may_take(ctx: &Ctx, report: &Report, step: ReportStep) -> bool {
    let elsewhere = || {
        let record = report.decision.as_ref().and_then(|decision| decision.record);
        record.is_some_and(|record| record.elsewhere)
    };
    report.state.after(step).is_some()
        && match step {
            ReportStep::Review => may(ctx, Operation::ReportWrite, None),
            ReportStep::Return => {
                may(ctx, Operation::ReportDecide, None) || may(ctx, Operation::ReportWrite, None)
            }
            ReportStep::Decide => super::way(ctx).is_ok(),
            ReportStep::Publish => {
                may(ctx, Operation::ReportDecide, None)
                    || (elsewhere() && may(ctx, Operation::ReportRecord, None))
            }
        }
}

/// Sends a report for review, back for change, or out to the public. Answers where to go on.
///
/// # Errors
/// Where the actor may not take that step at all.
pub async fn report_step_take(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    version: i32,
    step: ReportStep,
    note: &str,
) -> Result<String> {
    decide(ctx, Operation::PortfolioRead, None)?;
    let txn = services.store.write_txn(ctx).await?;
    let found = report_load(ctx, &txn, id).await?.ok_or(ServiceError::NotFound)?;
    let report = &found.value;
    if !report.state.is_decided() {
        decide(ctx, Operation::UndecidedRead, None)?;
    }
    let goto = |notice: &str| format!("/rapporter/{id}/arbete?klart={notice}");
    // Those who may not take it in any state are refused; for others somebody was first.
    let mut then = report.clone();
    then.state = step.from();
    if step == ReportStep::Decide || !may_take(ctx, &then, step) {
        return Err(domain::policy::Refusal::Role.into());
    }
    let Some(after) = report.state.after(step).filter(|_| found.version == version) else {
        return Ok(goto(NOT_FIRST));
    };
    let note = Some(note.trim()).filter(|note| !note.is_empty());
    if step == ReportStep::Return && note.is_none() {
        return Ok(goto("skriv-skal"));
    }
    match report_set_state(ctx, &txn, id, version, after).await {
        Err(StoreError::Stale { .. }) => return Ok(goto(NOT_FIRST)),
        set => set?,
    };
    report_step_insert(ctx, &txn, id, step, note).await?;
    let (action, notice) = match step {
        ReportStep::Review => ("report.review", "granskas"),
        ReportStep::Return => ("report.return", "aterlamnad"),
        ReportStep::Publish => ("report.publish", "publicerad"),
        ReportStep::Decide => return Err(ServiceError::State("a decision has a use case of its own")),
    };
    let mut record = AuditRecord::new(action, "report", id)
        .before(&report.state)?
        .after(&after)?;
    if let Some(note) = note {
        record = record.note(note);
    }
    txn.commit(Trail::one(record)).await?;
    Ok(goto(notice))
}
