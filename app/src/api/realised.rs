use domain::form::{BulkApprovalForm, FreedTimeForm, SekValueForm};
use domain::sek_value::SekGround;
use leptos::prelude::*;
use service::{
    FreedTimeFormView, FreedTimeTarget, FreedTimesReviewView, RealisedView, SekValueFormView, SekValueTarget,
};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, numbers, request};

/// What was freed and what came in kronor; none where there is no report.
pub async fn realised(year: Option<i32>) -> Result<Option<RealisedView>, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::realised_view(&ctx, &services, year)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of what a benefit freed in a year: new, of an entry that may still be changed, or in the place of one that is
/// approved.
pub async fn freed_time_form(
    benefit: Option<String>,
    entry: Option<String>,
    corrects: Option<String>,
    draft: Option<String>,
) -> Result<FreedTimeFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let target = match (parsed_or_none(entry)?, parsed_or_none(corrects)?) {
        (Some(id), _) => FreedTimeTarget::Existing(id),
        (None, Some(id)) => FreedTimeTarget::Correcting(id),
        (None, None) => FreedTimeTarget::New(parsed(&benefit.unwrap_or_default())?),
    };
    service::freed_time_form(&ctx, &services, target, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Freed time that waits for approval.
pub async fn freed_times_review() -> Result<FreedTimesReviewView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::freed_times_review(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a value in kronor: of one that exists, or of a benefit's next.
pub async fn sek_value_form(
    benefit: Option<String>,
    value: Option<String>,
    ground: Option<String>,
    draft: Option<String>,
) -> Result<SekValueFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let target = match (parsed_or_none(value)?, parsed_or_none(benefit)?) {
        (Some(id), _) => SekValueTarget::Existing(id),
        (None, Some(benefit)) => {
            let ground = ground.as_deref().and_then(SekGround::from_key);
            SekValueTarget::New(benefit, ground)
        }
        (None, None) => return Err(ApiError::NotFound),
    };
    service::sek_value_form(&ctx, &services, target, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Logs or changes what a benefit freed in a year.
#[server(endpoint = "freed_time_save")]
pub async fn freed_time_save(#[server(flatten)] form: FreedTimeForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    let typed = [&mut form.amount].into_iter().chain(&mut form.disposition_hours);
    numbers(request.lang, typed);
    let page = match (form.id.trim(), form.supersedes.trim()) {
        ("", "") => format!("/nyttor/{}/tid", form.benefit.trim()),
        ("", corrects) => format!("/nyttor/{}/tid?rattar={corrects}", form.benefit.trim()),
        (id, _) => format!("/frigjord-tid/{id}/andra"),
    };
    let saved = service::freed_time_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Approves freed time, or returns it.
#[server(endpoint = "freed_time_review")]
pub async fn freed_time_review(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] decision: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            let (ctx, services) = (&request.ctx, &request.services);
            let approve = decision == "approve";
            Some(service::freed_time_review(ctx, services, id, version, approve, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}

/// Takes freed time that was sent in back to a draft.
#[server(endpoint = "freed_time_withdraw")]
pub async fn freed_time_withdraw(
    #[server(default)] id: String,
    #[server(default)] version: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            Some(service::freed_time_withdraw(&request.ctx, &request.services, id, version).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Approves the entries of freed time that were ticked.
#[server(endpoint = "freed_time_approve_many")]
pub async fn freed_time_approve_many(#[server(flatten)] form: BulkApprovalForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let done = service::freed_time_approve_many(&request.ctx, &request.services, form).await;
    answer(&request, done, "/frigjord-tid/granska");
    Ok(())
}

/// Removes what was begun of a year and nobody has approved.
#[server(endpoint = "freed_time_remove")]
pub async fn freed_time_remove(
    #[server(default)] id: String,
    #[server(default)] version: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            Some(service::freed_time_remove(&request.ctx, &request.services, id, version).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Writes or changes a value in kronor.
#[server(endpoint = "sek_value_save")]
pub async fn sek_value_save(#[server(flatten)] form: SekValueForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = match form.id.trim() {
        "" => format!("/nyttor/{}/varde", form.benefit.trim()),
        id => format!("/varden/{id}"),
    };
    let saved = service::sek_value_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Removes a value in kronor.
#[server(endpoint = "sek_value_remove")]
pub async fn sek_value_remove(
    #[server(default)] id: String,
    #[server(default)] version: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            Some(service::sek_value_remove(&request.ctx, &request.services, id, version).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}
