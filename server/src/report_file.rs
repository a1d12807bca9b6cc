//! A report as a file.

use app::api::RequestContext;
use axum::Router;
use axum::extract::{Extension, Path, Query};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::ctx::Ctx;
use domain::form::parse_day;
use domain::id::ReportId;
use domain::report::Report;
use http::{HeaderValue, header};
use serde::Deserialize;
use service::{Format, ServiceError, report_as_of_file, report_correction_file, report_file};

use crate::register_file::refused;

/// Its route.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/rapporter/{id}/fil/{format}", get(out))
        .route("/rapporter/{id}/rattelseblad/{format}", get(corrections_out))
}

/// What is asked of a file.
#[derive(Deserialize)]
struct Asked {
    /// The day as of which everything is judged; the report's own without it.
    per: Option<String>,
}

async fn out(
    Extension(request): Extension<RequestContext>,
    Path((id, format)): Path<(String, String)>,
    Query(Asked { per }): Query<Asked>,
) -> Response {
    let ctx = &request.ctx;
    let day = per.as_deref().map(parse_day);
    let (Ok(id), Some(format), false) = (
        id.parse::<ReportId>(),
        Format::of_code(&format),
        day == Some(None),
    ) else {
        return refused(ctx, &ServiceError::NotFound);
    };
    let made = match day.flatten() {
        Some(day) => report_as_of_file(ctx, &request.services, id, day, format).await,
        None => report_file(ctx, &request.services, id, format).await,
    };
    let named = made.map(|(model, bytes)| {
        let name = match model.own_cut_off {
            Some(_) => as_of_name(&model.report, format),
            None => file_name(&model.report, format),
        };
        (name, bytes)
    });
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

/// "aterrapport-2022-2024-per-2025-06-30.pdf".
fn as_of_name(report: &Report, format: Format) -> String {
    let (base, day) = (report::archive::base_name(report), report.cut_off);
    format!("{base}-per-{day}.{}", format.code())
}

/// "aterrapport-2022-2024.pdf": plain letters, whatever the title has. What is not decided says so.
fn file_name(report: &Report, format: Format) -> String {
    let draft = if report.state.is_decided() { "" } else { "-utkast" };
    format!("{}{draft}.{}", report::archive::base_name(report), format.code())
}
