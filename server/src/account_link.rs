//! Makes a one-time link and shows it, in one request: so it stands in no address, no cookie and no
//! table, where somebody else could find it.

use app::api::{NewLink, RequestContext};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::id::AccountId;
use service::ServiceError;

use crate::register_file::refused;
use crate::site_address::site_address;

/// Makes the link; `base` is the public address, without it the one that was asked.
pub(crate) async fn made(
    request: &RequestContext,
    id: &str,
    base: Option<&str>,
    headers: &HeaderMap,
) -> Result<NewLink, Response> {
    let id: AccountId = id
        .parse()
        .map_err(|_| refused(&request.ctx, &ServiceError::NotFound))?;
    let token = service::account_link_renew(&request.ctx, &request.services, id)
        .await
        .map_err(|error| refused(&request.ctx, &error))?;
    let base = site_address(base, headers);
    Ok(NewLink(format!("{base}/logga-in/{token}")))
}
