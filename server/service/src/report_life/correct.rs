use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::form::{CorrectionDecisionForm, Form};
use domain::id::{ReportCorrectionId, ReportId};
use domain::policy::{Belongs, Operation, Refusal, decide};
use domain::report::Report;
use domain::report::comment::ReportSection;
use domain::report::correction::{CorrectionMade, ReportCorrection, in_force, made, next_number};
use domain::standing::ReportHead;
use serde_json::json;
use store::repo::report_correction::{
    report_correction_list, report_correction_load, report_correction_update,
};
use store::{AuditRecord, Versioned};

use super::correction::Original;
use super::{Way, record, way};
use crate::error::{Result, ServiceError};
use crate::export_trace::exported;
use crate::form_flow::{Answer, Begun, FormState, Sending, draft_or, invalid, was_first};
use crate::kept_note::NOT_FIRST;
use crate::render::{Format, corrections_render};
use crate::services::Services;

/// A proposed correction with the form of its decision.
#[derive(Clone, Debug)]
pub struct CorrectionDecisionView {
    /// The report.
    pub report: ReportHead,
    /// What is proposed.
    pub correction: ReportCorrection,
    /// The section that it concerns, with the name of an area.
    pub section: (ReportSection, Option<String>),
    /// How the actor decides it.
    pub way: Way,
    /// The actor has written it: somebody else has to decide.
    pub own_work: bool,
    /// Another correction has taken the place of what it would take the place of.
    pub overtaken: bool,
    /// The fields, and why they came back.
    pub state: FormState<CorrectionDecisionForm>,
}

/// Nobody decides what they wrote.
pub(super) fn own_work(ctx: &Ctx, proposal: &Versioned<ReportCorrection>) -> bool {
    let object = Belongs {
        editors: proposal.edited_by.into_iter().collect(),
        ..Belongs::default()
    };
    decide(ctx, Operation::ReportDecide, Some(&object)) == Err(Refusal::OwnWork)
}

/// The earlier correction whose place it would take no longer holds.
fn overtaken(correction: &ReportCorrection, all: &[Versioned<ReportCorrection>]) -> bool {
    let values: Vec<ReportCorrection> = all.iter().map(|one| one.value.clone()).collect();
    let holds = in_force(&values);
    correction.replaces.is_some_and(|number| !holds.contains(&number))
}

/// A proposed correction, and the form that decides it.
///
/// # Errors
/// Not found where it is made already.
pub async fn report_correction_decision(
    ctx: &Ctx,
    services: &Services,
    id: ReportCorrectionId,
    draft_key: Option<&str>,
) -> Result<CorrectionDecisionView> {
    let way = way(ctx)?;
    let db = services.store.reader();
    let found = report_correction_load(ctx, db, id).await?;
    let found = found.filter(|found| found.value.made.is_none());
    let found = found.ok_or(ServiceError::NotFound)?;
    let original = Original::load(ctx, services, found.value.report).await?;
    let all = report_correction_list(ctx, db, found.value.report).await?;
    let mut state = draft_or(ctx, services, draft_key, || {
        Ok(CorrectionDecisionForm {
            id: id.to_string(),
            version: found.version.to_string(),
            report: found.value.report.to_string(),
            on: ctx.today().to_string(),
            ..CorrectionDecisionForm::default()
        })
    })
    .await?;
    if state.theirs().is_some() {
        // It says something else now, and has to be read again.
        state.form.version = found.version.to_string();
        state.form.checked = String::new();
    }
    let section = original
        .sections()
        .into_iter()
        .find(|(section, _)| *section == found.value.section);
    Ok(CorrectionDecisionView {
        report: ReportHead::of(&original.report),
        section: section.unwrap_or_else(|| (found.value.section.clone(), None)),
        way,
        own_work: way == Way::Here && own_work(ctx, &found),
        overtaken: overtaken(&found.value, &all),
        correction: found.value,
        state,
    })
}

/// Makes a correction by a decision, or records that it was decided elsewhere. The report, its content and its files stay
/// as they are.
///
/// # Errors
/// Refused where the actor decides what they wrote.
pub async fn report_correction_decide(
    ctx: &Ctx,
    services: &Services,
    form: CorrectionDecisionForm,
) -> Result<Answer> {
    let way = way(ctx)?;
    let id: ReportCorrectionId = form.id().parse().map_err(|_| ServiceError::NotFound)?;
    let found = report_correction_load(ctx, services.store.reader(), id).await?;
    let report = found.ok_or(ServiceError::NotFound)?.value.report;
    let original = Original::load(ctx, services, report).await?;
    let decided_on = original.report.decision.as_ref().map(|decision| decision.on);
    let decision = match form.parse(ctx.today(), decided_on, record(ctx, way)) {
        Ok(decision) => decision,
        Err(errors) => return invalid(ctx, services, &form, errors).await,
    };
    let sending = match Sending::begin(ctx, services, &form).await? {
        Begun::New(sending) => sending,
        Begun::Before(answer) => return Ok(answer),
    };
    let all = report_correction_list(ctx, &*sending, report).await?;
    let waits = all.iter().find(|one| one.value.id == id);
    let Some(waits) = waits.filter(|one| one.value.made.is_none()) else {
        let goto = format!("/rapporter/{report}/rattelser?klart={NOT_FIRST}");
        return Ok(Answer::Done(goto));
    };
    if waits.version != form.version() {
        let theirs = CorrectionDecisionForm {
            version: waits.version.to_string(),
            ..form.clone()
        };
        return sending.stale(theirs).await;
    }
    if way == Way::Here && own_work(ctx, waits) {
        return Err(Refusal::OwnWork.into());
    }
    if overtaken(&waits.value, &all) {
        return sending.hindered().await;
    }
    let values: Vec<ReportCorrection> = all.iter().map(|one| one.value.clone()).collect();
    let number = next_number(&values);
    let after = ReportCorrection {
        made: Some(CorrectionMade {
            number,
            decision,
            original_sha256: original.sha256,
        }),
        ..waits.value.clone()
    };
    if !was_first(report_correction_update(ctx, &*sending, &after, waits.version).await)? {
        return sending.stale(form.clone()).await;
    }
    let record = AuditRecord::new("report.correct", "report", report)
        .before(&waits.value)?
        .after(&after)?;
    let goto = format!("/rapporter/{report}/rattelser?klart=rattad#rattelse-{number}");
    sending.done(record, goto).await
}

/// The corrections of a report as a file of their own, PDF or JSON, beside the report's files; that it was taken leaves its
/// trace.
///
/// # Errors
/// Not found where nothing is corrected, and in another format.
pub async fn report_correction_file(
    ctx: &Ctx,
    services: &Services,
    id: ReportId,
    format: Format,
) -> Result<(Report, Vec<u8>)> {
    let original = Original::load(ctx, services, id).await?;
    let all = report_correction_list(ctx, services.store.reader(), id).await?;
    let made = made(all.into_iter().map(|one| one.value));
    if made.is_empty() || !matches!(format, Format::Pdf | Format::Json) {
        return Err(ServiceError::NotFound);
    }
    let bytes = corrections_render(services, original.model, made, format).await?;
    let told = BTreeMap::from([("format", json!(format!("rattelser.{}", format.code())))]);
    exported(ctx, services, "report.export", "report", &id.to_string(), &told).await?;
    Ok((original.report, bytes))
}
