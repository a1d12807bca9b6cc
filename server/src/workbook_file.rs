//! The workbook to fill in, and the one that was filled in.

use app::api::{RequestContext, workbook_page};
use axum::Router;
use axum::extract::multipart::MultipartError;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{DefaultBodyLimit, Extension, Multipart};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::workbook::{Workbook, WorkbookFault};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use report::workbook;
use service::{RenderError, ServiceError};

use crate::register_file::refused;

/// Largest file: ten times what so many rows need.
const FILE_MAX: usize = 5 * 1024 * 1024;
/// Longest file name that is kept.
const NAME_MAX: usize = 200;

/// Its routes.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/kom-igang/mall.xlsx", get(template))
        // A little more than the largest file, so that one that is too large is told so.
        .route(
            "/kom-igang/fil",
            post(take).layer(DefaultBodyLimit::max(FILE_MAX + 64 * 1024)),
        )
}

async fn template(Extension(request): Extension<RequestContext>) -> Response {
    let (ctx, lang) = (&request.ctx, request.lang);
    let choices = match service::workbook_choices(ctx, &request.services).await {
        Ok(choices) => choices,
        Err(error) => return refused(ctx, &error),
    };
    let written = tokio::task::spawn_blocking(move || workbook::template(lang, &choices)).await;
    match flattened(written) {
        Ok(bytes) => (headers(), bytes).into_response(),
        Err(error) => refused(ctx, &error),
    }
}

fn flattened<T>(done: Result<Result<T, RenderError>, tokio::task::JoinError>) -> Result<T, ServiceError> {
    done.map_err(|error| RenderError::Model(error.to_string()))
        .and_then(|done| done)
        .map_err(ServiceError::from)
}

/// Reads what was sent, tries it, and leads to the page that shows what it would do.
async fn take(
    Extension(request): Extension<RequestContext>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let ctx = &request.ctx;
    // Nothing is unpacked for those who may not send it.
    if let Err(error) = service::workbook_view(ctx, &request.services, None).await {
        return refused(ctx, &error);
    }
    let form = match form {
        Ok(form) => form,
        Err(rejection) => return rejection.into_response(),
    };
    let (name, read) = sent(form).await;
    match service::workbook_try(ctx, &request.services, &name, read).await {
        Ok(draft) => Redirect::to(&workbook_page(&draft)).into_response(),
        Err(error) => refused(ctx, &error),
    }
}

/// The file's name, and what was read of it.
async fn sent(mut form: Multipart) -> (String, Result<Workbook, WorkbookFault>) {
    let mut name = String::new();
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return (name, Err(WorkbookFault::NoFile)),
            Err(error) => return (name, Err(fault(&error))),
        };
        if field.name() != Some("file") {
            continue;
        }
        name = base_name(field.file_name().unwrap_or_default());
        let bytes = match field.bytes().await {
            Ok(bytes) => bytes,
            Err(error) => return (name, Err(fault(&error))),
        };
        // Browsers send an empty part where nothing was chosen.
        if name.is_empty() && bytes.is_empty() {
            return (name, Err(WorkbookFault::NoFile));
        }
        if bytes.len() > FILE_MAX {
            return (name, Err(WorkbookFault::TooLarge));
        }
        let read = tokio::task::spawn_blocking(move || workbook::read(&bytes)).await;
        return (name, read.unwrap_or(Err(WorkbookFault::NotAWorkbook)));
    }
}

/// What a person is told of an upload that did not come through whole.
fn fault(error: &MultipartError) -> WorkbookFault {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        WorkbookFault::TooLarge
    } else {
        WorkbookFault::NotAWorkbook
    }
}

/// Browsers of old send the whole path.
fn base_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(NAME_MAX).collect()
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
            "attachment; filename=\"nytta-mall.xlsx\"",
        ),
    ]
    .into_iter()
    .map(|(name, value)| (name, HeaderValue::from_static(value)))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_without_its_path() {
        assert_eq!(base_name("C:\\temp\\portfölj.xlsx"), "portfölj.xlsx");
        assert_eq!(base_name("/home/x/a\u{7}.xlsx"), "a.xlsx");
        assert_eq!(base_name(&"å".repeat(300)).chars().count(), NAME_MAX);
    }
}
