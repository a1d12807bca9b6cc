//! The file to fill in and import.

use app::api::RequestContext;
use axum::Router;
use axum::extract::Extension;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{HeaderMap, HeaderValue, header};
use service::exchange::portfolio_template;

use crate::register_file::refused;

/// Its route.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/kom-igang/mall.json", get(template))
}

async fn template(Extension(request): Extension<RequestContext>) -> Response {
    match portfolio_template(&request.ctx, &request.services).await {
        Ok(bytes) => (headers(), bytes).into_response(),
        Err(error) => refused(&request.ctx, &error),
    }
}

fn headers() -> HeaderMap {
    [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"nytta-mall.json\"",
        ),
    ]
    .into_iter()
    .map(|(name, value)| (name, HeaderValue::from_static(value)))
    .collect()
}
