use service::StartView;

use super::ApiError;
use super::request::{RequestContext, request};

/// The guided start.
pub async fn start() -> Result<StartView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    service::start_view(&ctx, &services)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}
