use domain::form::{DecisionForm, ReportCommentForm};
use domain::report::life::ReportStep;
use leptos::prelude::*;
use service::{DecisionView, ReportLifeView, ReportReviewView, ResponsibleView};

use super::ApiError;
use super::read::{answer, lead, parsed};
use super::request::{RequestContext, request};

/// Where a report is in its life.
pub async fn report_life(id: String) -> Result<ReportLifeView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_life(&ctx, &services, parsed(&id)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// What a report lacks, by whom it waits for.
pub async fn report_responsible(id: String) -> Result<ResponsibleView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_responsible(&ctx, &services, parsed(&id)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The review of a report.
pub async fn report_review(id: String, draft: Option<String>) -> Result<ReportReviewView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_review(&ctx, &services, parsed(&id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// What a decision of a report would be on.
pub async fn report_decision(id: String, draft: Option<String>) -> Result<DecisionView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_decision(&ctx, &services, parsed(&id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Sends a report for review, back for change, or out to the public.
#[server(endpoint = "report_step_take")]
pub async fn report_step_take(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] step: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let (ctx, services) = (&request.ctx, &request.services);
    let step = ReportStep::ALL.into_iter().find(|one| one.code() == step);
    let answered = match (id.parse(), version.parse(), step) {
        (Ok(id), Ok(version), Some(step)) => {
            Some(service::report_step_take(ctx, services, id, version, step, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}

/// Comments on a section of a report.
#[server(endpoint = "report_comment_save")]
pub async fn report_comment_save(#[server(flatten)] form: ReportCommentForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = format!("/rapporter/{}/granskning", form.id.trim());
    let saved = service::report_comment_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Resolves a comment, or opens it again.
#[server(endpoint = "report_comment_change")]
pub async fn report_comment_change(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] answer: String,
    #[server(default)] action: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let (ctx, services) = (&request.ctx, &request.services);
    let answered = match (id.parse(), version.parse()) {
        (Ok(id), Ok(version)) => Some(if action == "reopen" {
            service::comment_reopen(ctx, services, id, version).await
        } else {
            service::comment_resolve(ctx, services, id, version, &answer).await
        }),
        _ => None,
    };
    lead(&request, answered, &answer).await;
    Ok(())
}

/// Decides a report, or records that it was decided elsewhere.
#[server(endpoint = "report_decide")]
pub async fn report_decide(#[server(flatten)] form: DecisionForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = format!("/rapporter/{}/beslut", form.id.trim());
    let decided = service::report_decide(&request.ctx, &request.services, form).await;
    answer(&request, decided, &page);
    Ok(())
}
