//! A report as a file.

use app::api::RequestContext;
use axum::Router;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::id::ReportId;
use domain::report::Report;
use http::{HeaderValue, header};
use service::{Format, ServiceError, report_file};

use crate::register_file::refused;

/// Its route.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/rapporter/{id}/fil/{format}", get(out))
}

async fn out(
    Extension(request): Extension<RequestContext>,
    Path((id, format)): Path<(String, String)>,
) -> Response {
    let ctx = &request.ctx;
    let (Ok(id), Some(format)) = (id.parse::<ReportId>(), Format::of_code(&format)) else {
        return refused(ctx, &ServiceError::NotFound);
    };
    match report_file(ctx, &request.services, id, format).await {
        Ok((model, bytes)) => {
            let named = format!("attachment; filename=\"{}\"", file_name(&model.report, format));
            let Ok(named) = HeaderValue::from_str(&named) else {
                return refused(ctx, &ServiceError::State("a file name of plain letters"));
            };
            (
                [
                    (
                        header::CONTENT_TYPE,
                        HeaderValue::from_static(format.media_type()),
                    ),
                    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
                    (header::CONTENT_DISPOSITION, named),
                ],
                bytes,
            )
                .into_response()
        }
        Err(error) => refused(ctx, &error),
    }
}

/// "aterrapport-2022-2024.pdf": plain letters, whatever the title has. What is not decided says so.
fn file_name(report: &Report, format: Format) -> String {
    let draft = if report.state.is_decided() { "" } else { "-utkast" };
    let years = match report.from_year == report.to_year {
        true => report.to_year.to_string(),
        false => format!("{}-{}", report.from_year, report.to_year),
    };
    format!("aterrapport-{years}{draft}.{}", format.code())
}
