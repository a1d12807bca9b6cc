//! Measurements from a file, and the file to fill in.

use app::api::{RequestContext, measurement_sheet_page};
use axum::Router;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Extension, Multipart, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::attachment::base_name;
use domain::measure::Period;
use domain::measurement_sheet::{SheetFileFault, SheetLine};
use http::{HeaderMap, HeaderValue, header};
use report::measurement_sheet;
use serde::Deserialize;
use service::{RenderError, ServiceError};
use tokio::task::spawn_blocking;

use crate::register_file::refused;

/// Largest file: ten times what so many lines need.
const FILE_MAX: usize = 5 * 1024 * 1024;

/// Its routes.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/matningar/mall.xlsx", get(template))
        // A little more than the largest file, so that one that is too large is told so.
        .route(
            "/matningar/fil",
            post(take).layer(DefaultBodyLimit::max(FILE_MAX + 64 * 1024)),
        )
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    period: String,
}

async fn template(Extension(request): Extension<RequestContext>, asked: Query<Asked>) -> Response {
    let (ctx, lang) = (&request.ctx, request.lang);
    let period = Period::parse(&asked.period);
    let view = match service::measurements_form(ctx, &request.services, period, "", None).await {
        Ok(view) => view,
        Err(error) => return refused(ctx, &error),
    };
    let written = spawn_blocking(move || measurement_sheet::template(lang, view.period, &view.rows)).await;
    match written
        .map_err(|error| RenderError::Model(error.to_string()))
        .and_then(|done| done)
    {
        Ok(bytes) => (headers(), bytes).into_response(),
        Err(error) => refused(ctx, &ServiceError::from(error)),
    }
}

/// Reads what was sent, tries it, and leads to the page that shows what it would do.
async fn take(
    Extension(request): Extension<RequestContext>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let ctx = &request.ctx;
    // Nothing is unpacked for those who may not send it.
    if let Err(error) = service::measurement_sheet_view(ctx, &request.services, None).await {
        return refused(ctx, &error);
    }
    let form = match form {
        Ok(form) => form,
        Err(rejection) => return rejection.into_response(),
    };
    let (name, read) = sent(form).await;
    match service::measurement_sheet_try(ctx, &request.services, &name, read).await {
        Ok(draft) => Redirect::to(&measurement_sheet_page(&draft)).into_response(),
        Err(error) => refused(ctx, &error),
    }
}

/// The file's name, and what was read of it.
async fn sent(mut form: Multipart) -> (String, Result<Vec<SheetLine>, SheetFileFault>) {
    let mut name = String::new();
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return (name, Err(SheetFileFault::NoFile)),
            Err(_) => return (name, Err(SheetFileFault::TooLarge)),
        };
        if field.name() != Some("file") {
            continue;
        }
        name = base_name(field.file_name().unwrap_or_default());
        let read = match field.bytes().await {
            // Browsers send an empty part where nothing was chosen.
            Ok(bytes) if name.is_empty() && bytes.is_empty() => Err(SheetFileFault::NoFile),
            Ok(bytes) if bytes.len() > FILE_MAX => Err(SheetFileFault::TooLarge),
            Ok(bytes) => {
                let read = spawn_blocking(move || measurement_sheet::read(&bytes)).await;
                read.unwrap_or(Err(SheetFileFault::NotASheet))
            }
            Err(_) => Err(SheetFileFault::TooLarge),
        };
        return (name, read);
    }
}

fn headers() -> HeaderMap {
    [
        (
            header::CONTENT_TYPE,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (header::CACHE_CONTROL, "no-store"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"matningar.xlsx\"",
        ),
    ]
    .into_iter()
    .map(|(name, value)| (name, HeaderValue::from_static(value)))
    .collect()
}
