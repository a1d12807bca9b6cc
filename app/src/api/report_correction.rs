use domain::form::{CorrectionDecisionForm, CorrectionForm};
use leptos::prelude::*;
use service::{CorrectionDecisionView, CorrectionFormView, ReportCorrectionsView};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, request};

/// What is corrected in a decided report.
pub async fn report_corrections(id: String) -> Result<ReportCorrectionsView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_corrections(&ctx, &services, parsed(&id)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a correction: a new one, or one that is proposed.
pub async fn report_correction_form(
    report: String,
    id: Option<String>,
    draft: Option<String>,
) -> Result<CorrectionFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (report, id) = (parsed(&report)?, parsed_or_none(id)?);
    service::report_correction_form(&ctx, &services, report, id, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// A proposed correction, and the form that decides it.
pub async fn report_correction_decision(
    id: String,
    draft: Option<String>,
) -> Result<CorrectionDecisionView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_correction_decision(&ctx, &services, parsed(&id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Proposes a correction, or changes one that is proposed.
#[server(endpoint = "report_correction_save")]
pub async fn report_correction_save(#[server(flatten)] form: CorrectionForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let base = format!("/rapporter/{}/rattelser", form.report.trim());
    let page = match form.id.trim() {
        "" => format!("{base}/ny"),
        id => format!("{base}/{id}"),
    };
    let saved = service::report_correction_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Withdraws a correction that is proposed.
#[server(endpoint = "report_correction_withdraw")]
pub async fn report_correction_withdraw(
    #[server(default)] id: String,
    #[server(default)] version: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let (ctx, services) = (&request.ctx, &request.services);
    let answered = match (id.parse(), version.parse()) {
        (Ok(id), Ok(version)) => Some(service::report_correction_withdraw(ctx, services, id, version).await),
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Makes a correction by a decision, or records that it was decided elsewhere.
#[server(endpoint = "report_correction_decide")]
pub async fn report_correction_decide(
    #[server(flatten)] form: CorrectionDecisionForm,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = format!(
        "/rapporter/{}/rattelser/{}/beslut",
        form.report.trim(),
        form.id.trim()
    );
    let decided = service::report_correction_decide(&request.ctx, &request.services, form).await;
    answer(&request, decided, &page);
    Ok(())
}
