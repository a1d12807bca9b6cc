//! Two reports beside each other, as a file.

use app::api::RequestContext;
use axum::Router;
use axum::extract::{Extension, Path, Query};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::id::ReportId;
use http::{HeaderValue, header};
use report::comparison::comparison_sheet;
use serde::Deserialize;
use service::{ServiceError, report_comparison_exported};

use crate::register_file::refused;

#[derive(Deserialize)]
struct Asked {
    med: Option<String>,
}

/// Its route.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/rapporter/{id}/jamforelse.csv", get(out))
}

async fn out(
    Extension(request): Extension<RequestContext>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let ctx = &request.ctx;
    let with = asked.med.filter(|with| !with.is_empty());
    let with = with.map(|with| with.parse::<ReportId>()).transpose();
    let (Ok(id), Ok(with)) = (id.parse::<ReportId>(), with) else {
        return refused(ctx, &ServiceError::NotFound);
    };
    let compared = match report_comparison_exported(ctx, &request.services, id, with).await {
        Ok(compared) => compared,
        Err(error) => return refused(ctx, &error),
    };
    let bytes = report::register::csv(&comparison_sheet(request.lang, &compared));
    let name = format!(
        "attachment; filename=\"jamforelse-{}-{}.csv\"",
        compared.before.to_year, compared.now.to_year
    );
    let Ok(name) = HeaderValue::from_str(&name) else {
        return refused(ctx, &ServiceError::State("a file name of plain letters"));
    };
    let kind = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (header::CONTENT_DISPOSITION, name),
        ],
        bytes,
    )
        .into_response()
}
