//! A report as a file.

use app::api::RequestContext;
use axum::Router;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::ctx::Ctx;
use domain::id::ReportId;
use domain::report::Report;
use http::{HeaderValue, header};
use service::{Format, ServiceError, report_correction_file, report_file};

use crate::register_file::refused;

/// Its route.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/rapporter/{id}/fil/{format}", get(out))
        .route("/rapporter/{id}/rattelseblad/{format}", get(corrections_out))
}

async fn out(
    Extension(request): Extension<RequestContext>,
    Path((id, format)): Path<(String, String)>,
) -> Response {
    let ctx = &request.ctx;
    let (Ok(id), Some(format)) = (id.parse::<ReportId>(), Format::of_code(&format)) else {
        return refused(ctx, &ServiceError::NotFound);
    };
    let made = report_file(ctx, &request.services, id, format).await;
    let named = made.map(|(model, bytes)| (file_name(&model.report, format), bytes));
    sent(ctx, format, named)
}

/// What was corrected in a decided report, beside its own files.
async fn corrections_out(
    Extension(request): Extension<RequestContext>,
    Path((id, format)): Path<(String, String)>,
) -> Response {
    let ctx = &request.ctx;
    let (Ok(id), Some(format)) = (id.parse::<ReportId>(), Format::of_code(&format)) else {
        return refused(ctx, &ServiceError::NotFound);
    };
    let made = report_correction_file(ctx, &request.services, id, format).await;
    let named = made.map(|(report, bytes)| (format!("rattelser-{}", file_name(&report, format)), bytes));
    sent(ctx, format, named)
}

fn sent(ctx: &Ctx, format: Format, made: Result<(String, Vec<u8>), ServiceError>) -> Response {
    match made {
        Ok((name, bytes)) => {
            let named = format!("attachment; filename=\"{name}\"");
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
    format!("{}{draft}.{}", report::archive::base_name(report), format.code())
}
