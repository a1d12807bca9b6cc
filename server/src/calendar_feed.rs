//! Somebody's calendar as calendar programs read it (iCalendar, RFC 5545), by a secret link and without a session.

use app::api::{NewCalendarLink, RequestContext};
use app::components::links;
use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::work::{Ahead, AheadKind, WorkItem, WorkKind, WorkSubject};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use icalendar::{Calendar, Component, Event, EventLike, Property};
use service::{CalendarFeed, ServiceError};
use text::{Lang, work};

use crate::register_file::refused;
use crate::site_address::site_address;

/// What the address of a calendar begins with; then the secret, and `.ics`.
pub(crate) const PLACE: &str = "/kalender/";
/// How often a program asks anew.
const ASK_EVERY: Duration = Duration::hours(1);
/// Longest summary: a statement is called by what it says.
const SUMMARY: usize = 140;

/// Makes the actor's link; the whole of it, to be shown once.
pub(crate) async fn made(
    request: &RequestContext,
    public_url: Option<&str>,
    headers: &HeaderMap,
) -> Result<NewCalendarLink, Response> {
    let made = service::calendar_link_make(&request.ctx, &request.services, request.lang.code()).await;
    let secret = made.map_err(|error| refused(&request.ctx, &error))?;
    let base = site_address(public_url, headers);
    Ok(NewCalendarLink(format!("{base}{PLACE}{secret}.ics")))
}

/// Answers with the calendar that the secret leads to. Whatever is not right is not found, and no more is said.
pub(crate) async fn feed(
    State(public_url): State<Option<String>>,
    Extension(request): Extension<RequestContext>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(secret) = file.strip_suffix(".ics") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let found = match service::calendar_feed(&request.ctx, &request.services, secret).await {
        Ok(found) => found,
        Err(ServiceError::NotFound) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => return refused(&request.ctx, &error),
    };
    let base = site_address(public_url.as_deref(), &headers);
    let written = calendar(&found, &base, request.ctx.now);
    let as_calendar = HeaderValue::from_static("text/calendar; charset=utf-8");
    ([(header::CONTENT_TYPE, as_calendar)], written).into_response()
}

/// The calendar as a file.
fn calendar(feed: &CalendarFeed, base: &str, now: DateTime<Utc>) -> String {
    let lang = Lang::from_code(&feed.lang).unwrap_or(Lang::Sv);
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Nytta//Nytta//SV"),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    calendar.name(&lang.t("work-calendar-name")).ttl(&ASK_EVERY);
    let (judged, others): (Vec<&WorkItem>, Vec<&WorkItem>) = feed
        .waiting
        .iter()
        .partition(|item| matches!(item.kind, WorkKind::Assess | WorkKind::ReadAssessment));
    for item in others {
        let Some(day) = item.day else { continue };
        let summary = format!("{}: {}", work::kind(lang, item.kind), work::title(lang, item));
        let url = format!("{base}{}", links::work_item(item, true));
        let about = about(item, lang);
        calendar.push(event(&waiting_key(item), (day, &summary, &about), &url, now));
    }
    // The subjects of a report are all due on its day: one entry for each kind.
    for kind in [WorkKind::Assess, WorkKind::ReadAssessment] {
        let of_kind = || judged.iter().filter(|item| item.kind == kind);
        let Some(day) = of_kind().find_map(|item| item.day) else {
            continue;
        };
        let summary = format!("{} ({})", work::kind(lang, kind), of_kind().count());
        let url = format!("{base}{}", links::work_of(kind));
        calendar.push(event(kind.code(), (day, &summary, ""), &url, now));
    }
    let mut seen = Vec::new();
    for ahead in &feed.ahead {
        let key = ahead_key(ahead);
        // Whoever judges and decides has the cut-off once.
        if seen.contains(&key) {
            continue;
        }
        let title = work::title(lang, &ahead.item);
        let summary = match ahead.kind {
            AheadKind::CutOff => work::ahead(lang, ahead.kind),
            _ => format!("{}: {title}", work::ahead(lang, ahead.kind)),
        };
        let url = format!("{base}{}", links::work_item(&ahead.item, true));
        let about = about(&ahead.item, lang);
        calendar.push(event(&key, (ahead.day, &summary, &about), &url, now));
        seen.push(key);
    }
    calendar.to_string()
}

/// A whole day that nobody is busy on.
fn event(key: &str, (day, summary, about): (NaiveDate, &str, &str), url: &str, now: DateTime<Utc>) -> Event {
    let mut event = Event::new();
    event
        .uid(&format!("{key}@nytta"))
        .timestamp(now)
        .starts(day)
        .summary(&cut(summary))
        .url(url)
        .add_property("TRANSP", "TRANSPARENT");
    if !about.is_empty() {
        event.description(about);
    }
    event.done()
}

fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SUMMARY) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

/// What it belongs to: initiative or periods.
fn about(item: &WorkItem, lang: Lang) -> String {
    let initiative = item.initiative.as_ref().map(|(_, name)| {
        let name = name.as_str();
        lang.t_with("work-of-initiative", &[("name", name.into())])
    });
    let parts = initiative.into_iter().chain(work::periods(lang, item));
    parts.collect::<Vec<_>>().join("\n")
}

/// Names a thing that waits, the same from day to day: a calendar program moves what it knows by this.
fn waiting_key(item: &WorkItem) -> String {
    match &item.subject {
        // In time, late or to come it is the same measuring.
        WorkSubject::Measure { id, first, .. } => format!("measure-{id}-{}", first.first),
        // To tend, or to come.
        WorkSubject::Round { id, .. } => format!("round-{id}"),
        subject => {
            let of = match subject {
                WorkSubject::Statement(id) => id.to_string(),
                WorkSubject::Delivery(id) => id.to_string(),
                WorkSubject::Benefit(id, _) => id.to_string(),
                WorkSubject::Calculation(id, ..) => id.to_string(),
                WorkSubject::Factor(_, value, ..) => value.to_string(),
                WorkSubject::Measurement(id, ..) => id.to_string(),
                WorkSubject::FreedTime(id, ..) => id.to_string(),
                WorkSubject::Goal(id, ..) => id.to_string(),
                WorkSubject::Question(_, id, _) => id.to_string(),
                WorkSubject::Report(id, ..) => id.to_string(),
                WorkSubject::Correction(id, ..) => id.to_string(),
                WorkSubject::Assessment(key, ..) => key.to_string(),
                WorkSubject::Initiative(_) | WorkSubject::Measure { .. } | WorkSubject::Round { .. } => item
                    .initiative
                    .as_ref()
                    .map(|(id, _)| id.to_string())
                    .unwrap_or_default(),
            };
            format!("{}-{of}", item.kind.code())
        }
    }
}

fn ahead_key(ahead: &Ahead) -> String {
    match (ahead.kind, &ahead.part, &ahead.item.subject) {
        (AheadKind::Activity, Some(activity), _) => format!("activity-{activity}"),
        (AheadKind::FollowUp, _, WorkSubject::Benefit(id, _)) => format!("follow-up-{id}"),
        (AheadKind::CutOff, _, WorkSubject::Assessment(_, year, _)) => format!("cut-off-{year}"),
        _ => waiting_key(&ahead.item),
    }
}
