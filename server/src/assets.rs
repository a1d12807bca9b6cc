//! The browser's files: inside the binary, named by their content, compressed beforehand.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;

/// What `cargo xtask bundle` has made. A debug build reads it from disk.
#[derive(rust_embed::Embed)]
#[folder = "$CARGO_MANIFEST_DIR/../target/site"]
#[allow_missing = true]
struct Site;

/// Names of the files of this build.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Manifest {
    /// Name that script and wasm share.
    pub output_name: String,
    /// The stylesheet.
    pub css: String,
    /// Other files by their name in `app/public`.
    #[serde(default)]
    pub files: std::collections::BTreeMap<String, String>,
}

impl Manifest {
    /// The manifest of the bundle; none where none was made.
    pub(crate) fn read() -> Option<Self> {
        let file = Site::get("manifest.json")?;
        serde_json::from_slice(&file.data).ok()
    }
}

/// One of the browser's files. Its name holds its hash, so that it never changes.
pub(crate) async fn file(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let path = format!("pkg/{name}");
    let takes_brotli = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|one| one.trim().starts_with("br")));
    let compressed = takes_brotli.then(|| Site::get(&format!("{path}.br"))).flatten();
    let encoded = compressed.is_some();
    let Some(found) = compressed.or_else(|| Site::get(&path)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Response::new(Body::from(found.data.into_owned()));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, content_type(&name));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if encoded {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

fn content_type(name: &str) -> HeaderValue {
    HeaderValue::from_static(match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    })
}
