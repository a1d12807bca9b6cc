use domain::ctx::Ctx;
use domain::form::{Form, ReportSourceForm};
use domain::id::ReportId;
use domain::policy::{Operation, decide};
use domain::report::Report;
use domain::standing::ReportHead;
use store::AuditRecord;
use store::repo::report::report_update;

use super::open;
use crate::error::{Result, ServiceError};
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, one_more_row, was_first};
use crate::services::Services;

/// What the form of a report's sources shows.
#[derive(Clone, Debug)]
pub struct ReportSourceFormView {
    /// The report.
    pub report: ReportHead,
    /// The fields, and why they came back.
    pub state: FormState<ReportSourceForm>,
}

/// The form of what an open report rests on, or what was typed before.
pub async fn report_source_form(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    draft_key: Option<&str>,
) -> Result<ReportSourceFormView> {
    let found = open(ctx, services.store.reader(), id).await?;
    let state = draft_or(ctx, services, draft_key, || {
        Ok(ReportSourceForm::of(&found.value, found.version))
    })
    .await?;
    Ok(ReportSourceFormView {
        report: ReportHead::of(&found.value),
        state,
    })
}

/// Changes what an open report rests on.
pub async fn report_source_save(ctx: &Ctx, services: &Services, form: ReportSourceForm) -> Result<Answer> {
    decide(ctx, Operation::ReportWrite, None)?;
    if let Some(more) = form.clone().with_row() {
        return one_more_row(ctx, services, &more).await;
    }
    let new = match form.parse() {
        Ok(new) => new,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let id: ReportId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
    let before = open(ctx, &*sending, id).await?;
    let after = Report {
        requirements: new.requirements,
        materials: new.materials,
        references: new.references,
        ..before.value.clone()
    };
    if !was_first(report_update(ctx, &*sending, &after, form.version()).await)? {
        return sending
            .stale(ReportSourceForm::of(&before.value, before.version))
            .await;
    }
    let record = AuditRecord::new("report.write", "report", id)
        .before(&before.value)?
        .after(&after)?;
    sending
        .done(record, format!("/rapporter/{id}?klart=kallor"))
        .await
}
