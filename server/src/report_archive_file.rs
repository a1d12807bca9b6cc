//! The archive package of a decided report, as a file.

use app::api::RequestContext;
use axum::Router;
use axum::body::Body;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::attachment::megabytes;
use domain::id::ReportId;
use domain::report::archive::PACKAGE_MAX;
use futures_util::stream::try_unfold;
use http::{HeaderValue, StatusCode, header};
use service::{Archived, ServiceError};

use crate::archive::Packing;
use crate::register_file::refused;

/// Its route.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/rapporter/{id}/arkivpaket", get(out))
}

async fn out(Extension(request): Extension<RequestContext>, Path(id): Path<String>) -> Response {
    let RequestContext {
        ctx, services, lang, ..
    } = &request;
    let archived = match id.parse::<ReportId>() {
        Ok(id) => service::report_archive(ctx, services, id).await,
        Err(_) => Err(ServiceError::NotFound),
    };
    match archived {
        Ok(Archived::Package(package)) => match Packing::new(ctx, services, package) {
            Ok(packing) => sent(packing),
            Err(error) => refused(ctx, &error),
        },
        Ok(Archived::TooLarge(size)) => {
            let args = [
                ("size", megabytes(size).into()),
                ("max", megabytes(PACKAGE_MAX).into()),
            ];
            let text = lang.t_with("share-archive-too-large", &args);
            (StatusCode::PAYLOAD_TOO_LARGE, format!("{text}\n")).into_response()
        }
        Err(ServiceError::State(_)) => {
            let text = lang.t("share-archive-undecided");
            (StatusCode::CONFLICT, format!("{text}\n")).into_response()
        }
        Err(error) => refused(ctx, &error),
    }
}

/// Sends it as it is packed. Where a file cannot be read on the way, the connection is broken off: half a package is not
/// to be taken for a whole.
fn sent(packing: Packing) -> Response {
    let named = format!("attachment; filename=\"{}\"", packing.file_name());
    let named = HeaderValue::from_str(&named).unwrap_or(HeaderValue::from_static("attachment"));
    let pieces = try_unfold(packing, |mut packing| async move {
        let piece = packing.next().await?;
        Ok::<_, ServiceError>(piece.map(|piece| (piece, packing)))
    });
    (
        [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            (header::CONTENT_DISPOSITION, named),
        ],
        Body::from_stream(pieces),
    )
        .into_response()
}
