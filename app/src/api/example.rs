use leptos::prelude::*;
use service::ExampleView;

use super::ApiError;
use super::read::lead;
use super::request::{RequestContext, request};

/// What removing the example means.
pub async fn example() -> Result<ExampleView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::example_view(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// Loads the example.
#[server(endpoint = "example_load")]
pub async fn example_load() -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = service::example_load(&request.ctx, &request.services).await;
    lead(&request, Some(answered), "").await;
    Ok(())
}

/// Removes the example, as it was shown.
#[server(endpoint = "example_remove")]
pub async fn example_remove(#[server(default)] seen: String) -> Result<(), ServerFnError> {
    let request = request().map_err(|_| ServerFnError::new("no request"))?;
    let answered = service::example_remove(&request.ctx, &request.services, &seen).await;
    lead(&request, Some(answered), "").await;
    Ok(())
}
