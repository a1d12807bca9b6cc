//! The public reports as a feed that programs read, without a session.

use app::api::RequestContext;
use app::components::links;
use axum::extract::{Extension, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use report::feed::{Feed, FeedItem, atom as as_atom, json_feed};
use service::{Format, PublicReport, PublicReports, ServiceError};
use text::{Lang, report as words};

use crate::register_file::refused;
use crate::report_outside::tagged;
use crate::site_address::site_address;

/// Files that the feed names: those that are read and those that machines read.
const FILES: [Format; 3] = [Format::Pdf, Format::Json, Format::Csv];

/// Reports are in the agency's own language, and so is the feed, whoever asks for it.
const LANG: Lang = Lang::Sv;

/// The feed as Atom.
pub(crate) async fn atom(
    State(public_url): State<Option<String>>,
    Extension(request): Extension<RequestContext>,
    asked: HeaderMap,
) -> Response {
    let feed = match feed(&request, public_url.as_deref(), &asked).await {
        Ok(feed) => feed,
        Err(error) => return refused(&request.ctx, &error),
    };
    let as_feed = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    answered(as_atom(&feed), as_feed, feed.updated, &asked)
}

/// The feed as JSON.
pub(crate) async fn json(
    State(public_url): State<Option<String>>,
    Extension(request): Extension<RequestContext>,
    asked: HeaderMap,
) -> Response {
    let written = match feed(&request, public_url.as_deref(), &asked).await {
        Ok(feed) => json_feed(&feed)
            .map(|bytes| (bytes, feed.updated))
            .map_err(ServiceError::from),
        Err(error) => Err(error),
    };
    let as_feed = HeaderValue::from_static("application/feed+json; charset=utf-8");
    match written {
        Ok((bytes, updated)) => answered(bytes, as_feed, updated, &asked),
        Err(error) => refused(&request.ctx, &error),
    }
}

async fn feed(
    request: &RequestContext,
    public_url: Option<&str>,
    headers: &HeaderMap,
) -> Result<Feed, ServiceError> {
    let found = service::report_public_list(&request.ctx, &request.services).await?;
    Ok(put_together(&found, &site_address(public_url, headers)))
}

fn put_together(found: &PublicReports, base: &str) -> Feed {
    let place = |path: &str| format!("{base}{path}");
    let agency = found.agency.clone().unwrap_or_else(|| "Nytta".to_owned());
    Feed {
        title: LANG.t_with("share-feed-title", &[("agency", (&agency).into())]),
        author: agency,
        lang: LANG.code().to_owned(),
        home: place(links::PUBLIC),
        atom: place(links::FEED_ATOM),
        json: place(links::FEED_JSON),
        // A feed says when it changed also while there is nothing in it: never, and not just now.
        updated: found
            .reports
            .iter()
            .map(|one| one.updated)
            .max()
            .unwrap_or(DateTime::UNIX_EPOCH),
        items: found.reports.iter().map(|one| item(one, base)).collect(),
    }
}

fn item(one: &PublicReport, base: &str) -> FeedItem {
    let report = &one.report;
    let decided = report.decision.as_ref().map(|made| words::decision(LANG, made));
    let number = one.registry_number.as_ref().map(|number| {
        let args = [("number", number.into())];
        LANG.t_with("report-registry", &args)
    });
    let period = LANG.t_with("report-subtitle", &[("period", report.period().into())]);
    let parts = [
        Some(period),
        decided.map(|decided| LANG.t_with("share-feed-decided", &[("decision", decided.into())])),
        number,
    ];
    FeedItem {
        report: report.id,
        title: report.name(),
        summary: parts.into_iter().flatten().collect::<Vec<_>>().join(". "),
        page: format!("{base}{}", links::public_report(report.id)),
        files: FILES
            .map(|format| {
                let path = links::public_report_file(report.id, format.code());
                (format, format!("{base}{path}"))
            })
            .to_vec(),
        published: one.since,
        updated: one.updated,
    }
}

/// A feed is asked for again and again: whoever has it already is told so, and sent nothing.
fn answered(bytes: Vec<u8>, kind: HeaderValue, updated: DateTime<Utc>, asked: &HeaderMap) -> Response {
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let moment = updated.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(moment) = HeaderValue::from_str(&moment) {
        headers.insert(header::LAST_MODIFIED, moment);
    }
    let since = asked
        .get(header::IF_MODIFIED_SINCE)
        .and_then(|value| DateTime::parse_from_rfc2822(value.to_str().ok()?).ok());
    // Tags go first, where both are sent.
    let by_time = !asked.contains_key(header::IF_NONE_MATCH)
        && since.is_some_and(|since| updated.timestamp() <= since.timestamp());
    let mut response = tagged(headers, bytes, asked);
    if by_time && response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response.headers_mut().remove(header::CONTENT_TYPE);
        *response.body_mut() = axum::body::Body::empty();
    }
    response
}
