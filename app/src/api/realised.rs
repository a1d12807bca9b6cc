use domain::form::{FreedTimeForm, SekValueForm};
use domain::sek_value::SekGround;
use leptos::prelude::*;
use service::{FreedTimeFormView, RealisedView, SekValueFormView, SekValueTarget};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, request};

/// What was freed and what came in kronor; none where there is no report.
pub async fn realised(year: Option<i32>) -> Result<Option<RealisedView>, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::realised_view(&ctx, &services, year)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of what a benefit freed in a year.
pub async fn freed_time_form(
    benefit: String,
    year: Option<String>,
    draft: Option<String>,
) -> Result<FreedTimeFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (benefit, year) = (parsed(&benefit)?, parsed_or_none(year)?);
    service::freed_time_form(&ctx, &services, benefit, year, draft.as_deref())
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
    let page = format!("/nyttor/{}/tid", form.benefit.trim());
    let saved = service::freed_time_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Removes what was logged of a year.
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
