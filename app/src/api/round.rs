use domain::form::FollowUpRoundForm;
use domain::round::RoundState;
use leptos::prelude::*;
use service::{RoundFormView, RoundView, RoundsView};

use super::ApiError;
use super::read::{answer, lead, parsed, parsed_or_none};
use super::request::{RequestContext, request};

/// The follow-up rounds.
pub async fn rounds() -> Result<RoundsView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::round_list(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// A follow-up round.
pub async fn round(id: String) -> Result<RoundView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::round_view(&ctx, &services, parsed(&id)?)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The form of a follow-up round.
pub async fn round_form(id: Option<String>, draft: Option<String>) -> Result<RoundFormView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::round_form(&ctx, &services, parsed_or_none(id)?, draft.as_deref())
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Prepares a follow-up round, or changes one.
#[server(endpoint = "round_save")]
pub async fn round_save(#[server(flatten)] form: FollowUpRoundForm) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let page = match form.id.trim() {
        "" => "/uppfoljning/ny".to_owned(),
        id => format!("/uppfoljning/{id}/andra"),
    };
    let saved = service::round_save(&request.ctx, &request.services, form).await;
    answer(&request, saved, &page);
    Ok(())
}

/// Sends a round out, closes it or opens it again.
#[server(endpoint = "round_move")]
pub async fn round_move(
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(default)] from: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), version.parse(), RoundState::from_code(&from)) {
        (Ok(id), Ok(version), Some(from)) => {
            Some(service::round_move(&request.ctx, &request.services, id, version, from).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Takes a question of a round back.
#[server(endpoint = "round_withdraw")]
pub async fn round_withdraw(
    #[server(default)] id: String,
    #[server(default)] question: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), question.parse()) {
        (Ok(id), Ok(question)) => {
            Some(service::round_withdraw(&request.ctx, &request.services, id, question).await)
        }
        _ => None,
    };
    lead(&request, answered, "").await;
    Ok(())
}

/// Answers a question of a round: there is nothing new.
#[server(endpoint = "round_answer")]
pub async fn round_answer(
    #[server(default)] id: String,
    #[server(default)] question: String,
    #[server(default)] note: String,
) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = match (id.parse(), question.parse()) {
        (Ok(id), Ok(question)) => {
            Some(service::round_answer(&request.ctx, &request.services, id, question, &note).await)
        }
        _ => None,
    };
    lead(&request, answered, &note).await;
    Ok(())
}
