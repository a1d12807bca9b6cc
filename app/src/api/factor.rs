use domain::form::{FactorForm, FactorValueForm};
use leptos::prelude::*;
use service::{FactorFormView, FactorListView, FactorStep, FactorValueFormView, FactorView};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, numbers, request};

/// The factor library.
pub async fn factors() -> Result<FactorListView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::factor_list(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// A factor.
pub async fn factor(id: String) -> Result<FactorView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::factor_view(&ctx, &services, parsed(&id)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a factor.
pub async fn factor_form(id: Option<String>, draft: Option<String>) -> Result<FactorFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::factor_form(&ctx, &services, parsed_or_none(id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a value of a factor.
pub async fn factor_value_form(
    factor: String,
    value: Option<String>,
    draft: Option<String>,
) -> Result<FactorValueFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (factor, value) = (parsed(&factor)?, parsed_or_none(value)?);
    service::factor_value_form(&ctx, &services, factor, value, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Adds a factor, or changes what one is called and covers.
#[server(endpoint = "factor_save")]
pub async fn factor_save(#[server(flatten)] form: FactorForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    numbers(request.lang, [&mut form.value]);
    let page = match form.id.trim() {
        "" => "/faktorer/ny".to_owned(),
        id => format!("/faktorer/{id}/andra"),
    };
    let saved = service::factor_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Writes a value of a factor.
#[server(endpoint = "factor_value_save")]
pub async fn factor_value_save(#[server(flatten)] form: FactorValueForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let mut form = form;
    numbers(request.lang, [&mut form.value]);
    let page = match form.id.trim() {
        "" => format!("/faktorer/{}/varde", form.factor.trim()),
        id => format!("/faktorer/{}/varde/{id}", form.factor.trim()),
    };
    let saved = service::factor_value_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Takes a value of a factor a step on its way.
#[server(endpoint = "factor_move")]
pub async fn factor_move(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] value: String,
    #[server(default)] step: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let step = FactorStep::from_code(&step);
    let answered = match (id.parse(), version.parse(), value.parse(), step) {
        (Ok(id), Ok(version), Ok(value), Some(step)) => {
            let (ctx, services) = (&request.ctx, &request.services);
            Some(service::factor_step(ctx, services, id, version, value, step, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}
