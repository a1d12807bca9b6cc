use domain::form::ParkedForm;
use leptos::prelude::*;

use super::ApiError;
use super::read::lead;
use super::request::{RequestContext, request};

/// What was sent too late.
pub async fn parked() -> Result<Vec<ParkedForm>, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::parked_view(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The fields that a form sends, in their order; none where they cannot be read.
pub fn parked_fields(form: &ParkedForm) -> Option<Vec<(String, String)>> {
    serde_urlencoded::from_str(&form.body).ok()
}

/// Lets go what was sent too late.
#[server(endpoint = "parked_drop")]
pub async fn parked_drop() -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = service::parked_drop(&request.ctx, &request.services).await;
    lead(&request, Some(answered), "").await;
    Ok(())
}
