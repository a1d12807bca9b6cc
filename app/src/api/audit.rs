//! What the audit page and the histories read.

use chrono::NaiveDate;
use domain::history::SubjectKind;
use domain::local_time::day_begins;
use service::{ActorFilter, AuditView, ChainHead, Damage, EventFilter, HistoryView, Verified};

use super::ApiError;
use super::request::{RequestContext, request};

/// What stands in the audit page's address, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct AuditQuery {
    /// An account's identity, or `ingen`.
    pub who: String,
    /// An action's code.
    pub action: String,
    /// A kind's part of an address.
    pub kind: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Number of a request.
    pub request: String,
    /// The page begins before this event.
    pub before: String,
    /// Verify the chain.
    pub verify: bool,
    /// A head that was kept elsewhere.
    pub expected: String,
}

/// A field of the filter that does not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterField {
    /// Who.
    Who,
    /// Kind of thing.
    Kind,
    /// First day.
    From,
    /// Last day.
    To,
    /// Number of the request.
    Request,
}

/// How the verification went.
#[derive(Clone, Debug)]
pub enum Verification {
    /// Nobody asked.
    NotAsked,
    /// The head to hold it against is none.
    NoHead,
    /// It was followed to its end; the second tells that it was held against a head.
    Done(Result<Verified, Damage>, bool),
}

/// What the audit page shows.
#[derive(Clone, Debug)]
pub struct AuditPageData {
    /// The events.
    pub view: AuditView,
    /// Something is asked for.
    pub filtered: bool,
    /// Fields that do not read; they are left out.
    pub wrong: Vec<FilterField>,
    /// How the verification went.
    pub verification: Verification,
}

/// A page of the audit log and, where it is asked for, whether the chain holds.
pub async fn audit(query: AuditQuery) -> Result<AuditPageData, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let failed = |error| ApiError::of(&ctx, &error);
    let (filter, wrong) = filter(&query);
    let before = query.before.parse().ok();
    let view = service::audit_view(&ctx, &services, &filter, before)
        .await
        .map_err(failed)?;
    let expected = query.expected.trim();
    let verification = match (query.verify, expected.parse::<ChainHead>()) {
        (false, _) => Verification::NotAsked,
        (true, Err(_)) if !expected.is_empty() => Verification::NoHead,
        (true, expected) => {
            let expected = expected.ok();
            let result = service::chain_verify(&ctx, &services, expected.as_ref()).await;
            Verification::Done(result.map_err(failed)?, expected.is_some())
        }
    };
    Ok(AuditPageData {
        view,
        filtered: filter != EventFilter::default(),
        wrong,
        verification,
    })
}

/// The history of a thing.
pub async fn history(kind: String, id: String, before: Option<String>) -> Result<HistoryView, ApiError> {
    let RequestContext { ctx, services, .. } = request()?;
    let kind = SubjectKind::from_segment(&kind).ok_or(ApiError::NotFound)?;
    let before = before.and_then(|before| before.parse().ok());
    service::history_view(&ctx, &services, kind, &id, before)
        .await
        .map_err(|error| ApiError::of(&ctx, &error))
}

/// The filter as far as it reads, and what does not.
fn filter(query: &AuditQuery) -> (EventFilter, Vec<FilterField>) {
    let mut wrong = Vec::new();
    let mut given = |field: FilterField, text: &str, filled: bool| {
        if !text.trim().is_empty() && !filled {
            wrong.push(field);
        }
    };
    let actor = match query.who.trim() {
        "ingen" => Some(ActorFilter::NoAccount),
        id => id.parse().ok().map(ActorFilter::Account),
    };
    given(FilterField::Who, &query.who, actor.is_some());
    let kind = SubjectKind::from_segment(query.kind.trim()).map(|kind| kind.code().to_owned());
    given(FilterField::Kind, &query.kind, kind.is_some());
    let from = query.from.trim().parse::<NaiveDate>().ok();
    given(FilterField::From, &query.from, from.is_some());
    let to = query.to.trim().parse::<NaiveDate>().ok();
    given(FilterField::To, &query.to, to.is_some());
    let request = query.request.trim().parse().ok();
    given(FilterField::Request, &query.request, request.is_some());
    let filter = EventFilter {
        actor,
        action: Some(query.action.trim().to_owned()).filter(|action| !action.is_empty()),
        kind,
        subjects: None,
        from: from.map(day_begins),
        until: to.and_then(|day| day.succ_opt()).map(day_begins),
        request,
    };
    (filter, wrong)
}
