use leptos::prelude::*;
use service::{PublicReports, ReportShareView, ReportView, SharedReport};

use super::ApiError;
use super::read::{lead, parsed};
use super::request::{RequestContext, request};

/// The link to a report that was just made: whole. It is in the context of the one page that shows it, and nowhere else.
#[derive(Clone, Debug)]
pub struct NewReportLink(pub String);

/// The links to a report, with the form that makes another.
pub async fn report_share(id: String, draft: Option<String>) -> Result<ReportShareView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_share_view(&ctx, &services, parsed(&id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The report that a link leads to.
pub async fn report_shared(secret: String) -> Result<SharedReport, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_shared(&ctx, &services, &secret)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The public reports.
pub async fn public_reports() -> Result<PublicReports, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_public_list(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// A public report.
pub async fn public_report(id: String) -> Result<ReportView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::report_public_view(&ctx, &services, parsed(&id)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Withdraws a link to a report.
#[server(endpoint = "report_link_stop")]
pub async fn report_link_stop(#[server(default)] id: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match id.parse() {
        Ok(id) => Some(service::report_link_stop(&request.ctx, &request.services, id).await),
        Err(_) => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}
