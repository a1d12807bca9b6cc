use domain::form::{BulkApprovalForm, MeasurementsForm};
use domain::measure::Period;
use domain::register::encoded_query;
use leptos::prelude::*;
use service::{MeasurementSheetView, MeasurementsReviewView, MeasurementsView};

use super::ApiError;
use super::read::answer;
use super::request::{RequestContext, numbers, request};

/// What is due for a period, and the form that logs it.
pub async fn measurements_form(
    period: Option<String>,
    search: Option<String>,
    draft: Option<String>,
) -> Result<MeasurementsView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let period = period.and_then(|period| Period::parse(&period));
    let search = search.unwrap_or_default();
    service::measurements_form(&ctx, &services, period, &search, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// What waits for approval.
pub async fn measurements_review() -> Result<MeasurementsReviewView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::measurements_review(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Logs what many measures came to in a period.
#[server(endpoint = "measurements_save")]
pub async fn measurements_save(#[server(flatten)] form: MeasurementsForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    numbers(request.lang, form.value.iter_mut().chain(&mut form.denominator));
    let asked = encoded_query([("period", form.period.trim()), ("sok", form.search.trim())]);
    let saved = service::measurements_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &format!("/matningar?{asked}"));
    Ok(())
}

/// Approves the measurements that were ticked.
#[server(endpoint = "measurement_approve_many")]
pub async fn measurement_approve_many(
    #[server(flatten)] form: BulkApprovalForm,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let done = service::measurement_approve_many(&request.ctx, &request.services, form).await;
    answer(&request, done, "/matningar/granska");
    Ok(())
}

/// What was read of a file of measurements.
pub async fn measurement_sheet(draft: Option<String>) -> Result<MeasurementSheetView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::measurement_sheet_view(&ctx, &services, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Where a file is shown that was read.
pub fn measurement_sheet_page(draft: &str) -> String {
    format!("/matningar/fil?draft={draft}")
}

/// Takes in a file of measurements, as it was shown.
#[server(endpoint = "measurement_sheet_take")]
pub async fn measurement_sheet_take(
    #[server(default)] draft: String,
    #[server(default)] action: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let (ctx, services) = (&request.ctx, &request.services);
    let answered = service::measurement_sheet_take(ctx, services, &draft, action == "submit").await;
    answer(&request, answered, "/matningar/fil");
    Ok(())
}
