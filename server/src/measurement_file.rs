//! Files as evidence of measurements: in, and out again to be saved.

use app::api::RequestContext;
use axum::Router;
use axum::extract::multipart::{Field, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Extension, Multipart, Path};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::attachment::{FILE_MAX, base_name};
use domain::form::MeasurementFileForm;
use http::{HeaderMap, HeaderValue, header};
use service::{Answer, FoundFile, SentFile, ServiceError};

use crate::nul;
use crate::register_file::refused;

/// So much is read, and thrown away, of a file that is too large: whoever sends it is told how large it is. A browser
/// that is cut off tells of nothing but a broken connection.
const READ_MAX: u64 = 16 * FILE_MAX;

/// Its routes.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        // The service says how large a file may be; what is read is limited here, piece by piece.
        .route(
            "/matningar/{measurement}/fil",
            post(take).layer(DefaultBodyLimit::disable()),
        )
        .route("/matningar/{measurement}/fil/{hash}", get(give))
}

async fn take(
    Extension(request): Extension<RequestContext>,
    Path(measurement): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    let (ctx, services) = (&request.ctx, &request.services);
    let Ok(id) = measurement.parse() else {
        return refused(ctx, &ServiceError::NotFound);
    };
    // Nothing is read for those who may not send it.
    match service::measurement_files(ctx, services, id, None).await {
        Ok(_) => {}
        // It has been sent in meanwhile.
        Err(ServiceError::State(_)) => {
            return Redirect::to(&format!("/matningar/{id}/andra")).into_response();
        }
        Err(error) => return refused(ctx, &error),
    }
    let form = match form {
        Ok(form) => form,
        Err(rejection) => return rejection.into_response(),
    };
    let (typed, file) = sent(form).await;
    let typed = MeasurementFileForm {
        id: id.to_string(),
        ..typed
    };
    match service::measurement_file_add(ctx, services, typed, file).await {
        Ok(Answer::Done(place)) => Redirect::to(&place).into_response(),
        Ok(Answer::Again(draft)) => {
            Redirect::to(&format!("/matningar/{id}/fil?draft={draft}#fel")).into_response()
        }
        Err(error) => refused(ctx, &error),
    }
}

/// The name of the sending, and the file. What breaks off on the way is as good as no file.
async fn sent(mut form: Multipart) -> (MeasurementFileForm, SentFile) {
    let mut typed = MeasurementFileForm::default();
    let mut file = SentFile::default();
    while let Ok(Some(field)) = form.next_field().await {
        match field.name() {
            Some("submission") => typed.submission = nul::typed(field).await,
            Some("file") => {
                let name = base_name(field.file_name().unwrap_or_default());
                if let Some(read) = read(field).await {
                    (typed.file, file) = (name, read);
                }
                break;
            }
            _ => {}
        }
    }
    (typed, file)
}

/// Keeps no more than a file may have; what is beyond is counted.
async fn read(mut field: Field<'_>) -> Option<SentFile> {
    let mut file = SentFile::default();
    while let Some(piece) = field.chunk().await.ok()? {
        let length = u64::try_from(piece.len()).unwrap_or(u64::MAX);
        file.size = file.size.saturating_add(length);
        if file.size > FILE_MAX {
            file.bytes = Vec::new();
        } else {
            file.bytes.extend_from_slice(&piece);
        }
        if file.size > READ_MAX {
            break;
        }
    }
    Some(file)
}

async fn give(
    Extension(request): Extension<RequestContext>,
    Path((measurement, hash)): Path<(String, String)>,
) -> Response {
    let ctx = &request.ctx;
    let found = match measurement.parse() {
        Ok(id) => service::measurement_file(ctx, &request.services, id, &hash).await,
        Err(_) => Err(ServiceError::NotFound),
    };
    match found {
        Ok(file) => (headers(&file), file.bytes).into_response(),
        Err(error) => refused(ctx, &error),
    }
}

/// Only ever to be saved: a browser is to show none of it, and to guess nothing from what is in it.
fn headers(file: &FoundFile) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    let disposition = HeaderValue::from_str(&disposition(&file.name));
    headers.insert(
        header::CONTENT_DISPOSITION,
        disposition.unwrap_or(HeaderValue::from_static("attachment")),
    );
    headers
}

/// The name twice: in letters that every program reads, and as it is.
fn disposition(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        match char::from(byte) {
            c if is_plain(c) => whole.push(c),
            _ => whole.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        assert_eq!(
            disposition("mät\"; x=\r\n.pdf"),
            "attachment; filename=\"m_t___x___.pdf\"; filename*=UTF-8''m%C3%A4t%22%3B%20x%3D%0D%0A.pdf"
        );
    }
}
