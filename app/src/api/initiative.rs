use domain::benefit::BenefitState;
use domain::form::{InitiativeForm, SusForm};
use domain::initiative::InitiativeStatus;
use leptos::prelude::*;
use service::{DependencyView, InitiativeFormView, SusFormView};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, request};

/// The form of an initiative.
pub async fn initiative_form(
    id: Option<String>,
    draft: Option<String>,
) -> Result<InitiativeFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::initiative_form(&ctx, &services, parsed_or_none(id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// What an initiative depends on, and what fits a search.
pub async fn dependencies(id: String, search: Option<String>) -> Result<DependencyView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let search = search.unwrap_or_default();
    service::dependency_view(&ctx, &services, parsed(&id)?, &search)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a SUS evaluation.
pub async fn sus_form(
    delivery: String,
    evaluation: Option<String>,
    draft: Option<String>,
) -> Result<SusFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let (delivery, evaluation) = (parsed(&delivery)?, parsed_or_none(evaluation)?);
    service::sus_form(&ctx, &services, delivery, evaluation, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Registers or changes an initiative.
#[server(endpoint = "initiative_save")]
pub async fn initiative_save(#[server(flatten)] form: InitiativeForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = match form.id.trim() {
        "" => "/initiativ/nytt".to_owned(),
        id => format!("/initiativ/{id}/andra"),
    };
    let saved = service::initiative_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Logs or changes a SUS evaluation.
#[server(endpoint = "sus_save")]
pub async fn sus_save(
    #[server(flatten)] form: SusForm,
    #[server(default)] initiative: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let base = format!("/initiativ/{}/sus/{}", initiative.trim(), form.delivery.trim());
    let page = match form.id.trim() {
        "" => base,
        id => format!("{base}/{id}"),
    };
    let saved = service::sus_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Moves an initiative a step on its way.
#[server(endpoint = "initiative_move")]
pub async fn initiative_move(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] status: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let read = (id.parse(), version.parse(), InitiativeStatus::from_code(&status));
    let answered = match read {
        (Ok(id), Ok(version), Some(to)) => {
            Some(service::initiative_move(&request.ctx, &request.services, id, version, to, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}

/// Says that an initiative depends on another, or no longer does.
#[server(endpoint = "initiative_depend")]
pub async fn initiative_depend(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] on: String,
    #[server(default)] depends: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse(), on.parse()) {
        (Ok(id), Ok(version), Ok(on)) => {
            let depends = depends == "yes";
            Some(service::initiative_depend(&request.ctx, &request.services, id, version, on, depends).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Moves a benefit a step on its way.
#[server(endpoint = "benefit_move")]
pub async fn benefit_move(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] state: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse(), BenefitState::from_code(&state)) {
        (Ok(id), Ok(version), Some(to)) => {
            Some(service::benefit_move(&request.ctx, &request.services, id, version, to, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}

/// Declares that a benefit cannot be measured, or takes the declaration back.
#[server(endpoint = "benefit_not_measurable")]
pub async fn benefit_not_measurable(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] reason: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse()) {
        (Ok(id), Ok(version)) => {
            Some(service::benefit_not_measurable(&request.ctx, &request.services, id, version, &reason).await)
        }
        _ => None,
    };
    lead(&request, answered, &reason).await;
    Ok(())
}
