use chrono::NaiveDate;
use domain::form::{ReportForm, ReportSourceForm, ReportTextForm};
use leptos::prelude::*;
use service::{
    ComparisonView, PresentationView, ReportAsOfView, ReportFormView, ReportSourceFormView,
    ReportTextFormView, ScopeView,
};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, request};

/// A report beside another: the nearest decided one before it where none is asked for.
pub async fn report_comparison(id: String, with: Option<String>) -> Result<ComparisonView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_comparison(&ctx, &services, parsed(&id)?, parsed_or_none(with)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// A report judged as of a day, where one is chosen.
pub async fn report_as_of(id: String, day: Option<NaiveDate>) -> Result<ReportAsOfView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_as_of(&ctx, &services, parsed(&id)?, day)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// A report as it is shown to leadership.
pub async fn report_presentation(id: String) -> Result<PresentationView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_presentation(&ctx, &services, parsed(&id)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of what a report is.
pub async fn report_form(id: Option<String>, draft: Option<String>) -> Result<ReportFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_form(&ctx, &services, parsed_or_none(id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of what a report says.
pub async fn report_text_form(id: String, draft: Option<String>) -> Result<ReportTextFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_text_form(&ctx, &services, parsed(&id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of what a report rests on.
pub async fn report_source_form(id: String, draft: Option<String>) -> Result<ReportSourceFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_source_form(&ctx, &services, parsed(&id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// What lies in a report's scope.
pub async fn report_scope(id: String) -> Result<ScopeView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_scope(&ctx, &services, parsed(&id)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Begins a report, or changes what it is.
#[server(endpoint = "report_save")]
pub async fn report_save(#[server(flatten)] form: ReportForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = match form.id.trim() {
        "" => "/rapporter/ny".to_owned(),
        id => format!("/rapporter/{id}/andra"),
    };
    let saved = service::report_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Changes what a report says.
#[server(endpoint = "report_text_save")]
pub async fn report_text_save(#[server(flatten)] form: ReportTextForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = format!("/rapporter/{}/texter", form.id.trim());
    let saved = service::report_text_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Changes what a report rests on.
#[server(endpoint = "report_source_save")]
pub async fn report_source_save(#[server(flatten)] form: ReportSourceForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = format!("/rapporter/{}/kallor", form.id.trim());
    let saved = service::report_source_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Puts a delivery into a report's scope with a reason, or takes it out again.
#[server(endpoint = "report_scope_change")]
pub async fn report_scope_change(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] delivery: String,
    #[server(default)] reason: String,
    #[server(default)] action: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let (ctx, services) = (&request.ctx, &request.services);
    let answered = match (id.parse(), version.parse(), delivery.parse()) {
        (Ok(id), Ok(version), Ok(delivery)) => Some(if action == "remove" {
            service::scope_remove(ctx, services, id, version, delivery).await
        } else {
            service::scope_add(ctx, services, id, version, delivery, &reason).await
        }),
        _ => None,
    };
    lead(&request, answered, &reason).await;
    Ok(())
}
