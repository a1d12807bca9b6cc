use domain::assessment::{AssessmentState, SubjectKey};
use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::policy::{Operation, decide};
use store::repo::assessment::assessment_set_state;
use store::repo::report::report_load;
use store::{AuditRecord, StoreError, Trail};

use super::newest;
use crate::error::{Result, ServiceError};
use crate::kept_note::NOT_FIRST;
use crate::services::Services;
use crate::standing::standing;

/// Sends a submitted assessment back to those who write, with a note that says why. Those who decide the
/// report do that; the note is kept. Answers where to go on.
///
/// # Errors
/// Where the report is decided, or there is no such subject in it.
pub async fn assessment_return(
    ctx: &Ctx,
    services: &Services,
    report: ReportId,
    subject: &SubjectKey,
    version: i32,
    note: &str,
) -> Result<String> {
    decide(ctx, Operation::ReportDecide, None)?;
    let found = report_load(ctx, services.store.reader(), report)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let subjects = standing(ctx, services, &found.value).await?.subjects();
    let judged = subjects.into_iter().find(|one| one.key == *subject);
    let judged = judged.ok_or(ServiceError::NotFound)?;
    let txn = services.store.write_txn(ctx).await?;
    // The report may have been decided since it was read above; the writer's lock makes this final.
    let open = report_load(ctx, &txn, report)
        .await?
        .ok_or(ServiceError::NotFound)?;
    if open.value.state.is_decided() {
        return Err(ServiceError::State("a decided report's assessments never change"));
    }
    let stored = newest(ctx, &txn, report, judged.subject).await?;
    let stored = stored.ok_or(ServiceError::NotFound)?.assessment;
    let goto = |notice: &str| {
        let year = found.value.to_year;
        format!("/bedomning/{subject}?rapport={year}&klart={notice}")
    };
    if stored.value.state != AssessmentState::Submitted || stored.version != version {
        return Ok(goto(NOT_FIRST));
    }
    let note = note.trim();
    if note.is_empty() {
        return Ok(goto("skriv-skal"));
    }
    let returned = AssessmentState::Returned;
    let set = assessment_set_state(ctx, &txn, stored.value.id, version, returned, Some(note)).await;
    match set {
        Err(StoreError::Stale { .. }) => return Ok(goto(NOT_FIRST)),
        set => set?,
    };
    let record = AuditRecord::new("assessment.return", "assessment", stored.value.id)
        .before(&stored.value.state)?
        .after(&returned)?
        .note(note);
    txn.commit(Trail::one(record)).await?;
    Ok(goto("aterlamnad"))
}
