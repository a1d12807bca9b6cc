//! The address that links begin with.

use axum::http::{HeaderMap, header};

/// The public address; without it the one that was asked.
pub(crate) fn site_address(public_url: Option<&str>, headers: &HeaderMap) -> String {
    match public_url {
        Some(base) => base.trim_end_matches('/').to_owned(),
        None => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
            format!("http://{}", host.unwrap_or("localhost"))
        }
    }
}
