//! Decided reports for those without an account: by a link, and those that have been made public. Their files are the
//! bytes that were stored with the decision.

use app::api::{NewReportLink, RequestContext};
use app::components::links;
use axum::Router;
use axum::body::Body;
use axum::extract::{Extension, Form, FromRequest, Path, Request};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::form::ReportLinkForm;
use domain::id::ReportId;
use domain::report::Report;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use report::archive::base_name;
use service::{Answer, Format, LinkMade, ServiceError};

use crate::register_file::refused;
use crate::site_address::site_address;

/// What the address of a shared report begins with; then the secret.
pub(crate) const SHARED: &str = "/delad/";

/// The routes of the files.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/delad/{secret}/fil/{format}", get(shared))
        .route("/publicerat/{id}/fil/{format}", get(public))
}

/// Makes a link to a report; the whole of it, to be shown once, and the request that the page answers.
pub(crate) async fn made(
    context: &RequestContext,
    report: &str,
    public_url: Option<&str>,
    request: Request,
) -> Result<(NewReportLink, Request), Response> {
    let ctx = &context.ctx;
    let (parts, body) = request.into_parts();
    let read = Form::<ReportLinkForm>::from_request(Request::from_parts(parts.clone(), body), &()).await;
    let mut form = read.map_or_else(|_| ReportLinkForm::default(), |Form(form)| form);
    report.clone_into(&mut form.id);
    let made = service::report_link_make(ctx, &context.services, form).await;
    match made.map_err(|error| refused(ctx, &error))? {
        LinkMade::Made(secret) => {
            let base = site_address(public_url, &parts.headers);
            let link = NewReportLink(format!("{base}{SHARED}{secret}"));
            Ok((link, Request::from_parts(parts, Body::empty())))
        }
        LinkMade::Answer(Answer::Done(place)) => Err(Redirect::to(&place).into_response()),
        LinkMade::Answer(Answer::Again(draft)) => {
            let page = format!("/rapporter/{report}/delning?draft={draft}#fel");
            Err(Redirect::to(&page).into_response())
        }
    }
}

/// A file by a link. Whatever is not right leads to the page that says whom to ask.
async fn shared(
    Extension(request): Extension<RequestContext>,
    Path((secret, format)): Path<(String, String)>,
) -> Response {
    let (ctx, services) = (&request.ctx, &request.services);
    let found = match Format::of_code(&format) {
        Some(format) => service::report_shared_file(ctx, services, &secret, format)
            .await
            .map(|(report, bytes)| (report, bytes, format)),
        None => Err(ServiceError::NotFound),
    };
    match found {
        Ok((report, bytes, format)) => {
            let mut headers = headers(&report, format);
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
            headers.insert(
                HeaderName::from_static("x-robots-tag"),
                HeaderValue::from_static("noindex, nofollow"),
            );
            (headers, bytes).into_response()
        }
        Err(ServiceError::NotFound) => Redirect::to(links::SHARED_GONE).into_response(),
        Err(error) => refused(ctx, &error),
    }
}

/// A file of a public report. It is the same for ever, and a program that has it is told so.
async fn public(
    Extension(request): Extension<RequestContext>,
    Path((id, format)): Path<(String, String)>,
    asked: HeaderMap,
) -> Response {
    let (ctx, services) = (&request.ctx, &request.services);
    let found = match (id.parse::<ReportId>(), Format::of_code(&format)) {
        (Ok(id), Some(format)) => service::report_public_file(ctx, services, id, format)
            .await
            .map(|(report, bytes)| (report, bytes, format)),
        _ => Err(ServiceError::NotFound),
    };
    match found {
        Ok((report, bytes, format)) => {
            let mut headers = headers(&report, format);
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            tagged(headers, bytes, &asked)
        }
        Err(error) => refused(ctx, &error),
    }
}

/// The answer with the hash of what is in it; nothing but that where whoever asks has the same already.
pub(crate) fn tagged(mut headers: HeaderMap, bytes: Vec<u8>, asked: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", report::archive::sha256(&bytes));
    let known = asked
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        // A server in between may have weakened it by packing: what is in it is the same.
        .map(|one| one.trim().trim_start_matches("W/"))
        .any(|one| one == tag || one == "*");
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    if known {
        headers.remove(header::CONTENT_TYPE);
        headers.remove(header::CONTENT_DISPOSITION);
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, bytes).into_response()
}

fn headers(report: &Report, format: Format) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(format.media_type()),
    );
    let named = format!("attachment; filename=\"{}.{}\"", base_name(report), format.code());
    if let Ok(named) = HeaderValue::from_str(&named) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    headers
}
