//! On to the next thing that waits, of the kind that was just done: the list need not be read in between.

use app::api::RequestContext;
use app::components::links;
use axum::Router;
use axum::extract::{Extension, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::work::WorkKind;
use serde::Deserialize;
use service::ServiceError;

use crate::register_file::refused;

#[derive(Deserialize)]
struct Asked {
    visa: Option<String>,
}

/// Its route.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route(links::WORK_NEXT, get(next))
}

async fn next(Extension(request): Extension<RequestContext>, Query(asked): Query<Asked>) -> Response {
    let Some(kind) = asked.visa.as_deref().and_then(WorkKind::from_code) else {
        return Redirect::to(links::WORK).into_response();
    };
    match service::work_next(&request.ctx, &request.services, kind).await {
        Ok(Some(item)) => Redirect::to(&links::work_item(&item, true)).into_response(),
        Ok(None) => Redirect::to(&links::work_of(kind)).into_response(),
        // The list says who has none.
        Err(ServiceError::Refused(_)) => Redirect::to(links::WORK).into_response(),
        Err(error) => refused(&request.ctx, &error),
    }
}
