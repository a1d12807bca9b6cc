use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::history::{Event, Named, Names, SubjectKind, identity, references};
use domain::id::InitiativeId;
use domain::policy::{Operation, decide, may};
use std::collections::BTreeSet;
use store::ConnectionTrait;
use store::repo::agency::agency_load;
use store::repo::audit_event::{EventFilter, audit_event_list, audit_import_list};
use store::repo::subject_name::{hanging_list, subject_name_list};

use crate::error::{Result, ServiceError};
use crate::services::Services;

/// Events on a page.
pub(crate) const PAGE: usize = 50;

/// Where a thing comes from that no event has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// When the first import was that can have brought it.
    pub first: DateTime<Utc>,
    /// There were others before anything was done to it.
    pub several: bool,
}

/// The history of a thing.
#[derive(Clone, Debug)]
pub struct HistoryView {
    /// The thing.
    pub subject: Named,
    /// Its identity.
    pub id: String,
    /// What was done to it and, for an initiative, to what hangs on it; newest first.
    pub events: Vec<Event>,
    /// Names of what the events speak of.
    pub names: Names,
    /// The page begins before this event; none on the first.
    pub before: Option<i64>,
    /// The next page begins before this event; none on the last.
    pub next: Option<i64>,
    /// How the thing came, on the last page, where no event has made it.
    pub origin: Option<Origin>,
}

/// What was done to a thing. Who reads the portfolio sees it, of undecided judgements and reports only
/// who may read those; accounts have no history here.
pub async fn history_view(
    ctx: &Ctx,
    services: &Services,
    kind: SubjectKind,
    id: &str,
    before: Option<i64>,
) -> Result<HistoryView> {
    decide(ctx, Operation::PortfolioRead, None)?;
    if kind == SubjectKind::Account {
        return Err(ServiceError::NotFound);
    }
    let db = &services.store.snapshot().await?;
    let subject = subject(ctx, db, kind, id).await?;
    let mut subjects = vec![(kind.code(), vec![id.to_owned()])];
    if kind == SubjectKind::Initiative {
        let initiative: InitiativeId = id.parse().map_err(|_| ServiceError::NotFound)?;
        subjects.extend(hanging_list(ctx, db, initiative).await?);
    }
    let filter = EventFilter {
        subjects: Some(subjects),
        ..EventFilter::default()
    };
    let (events, next) = page(ctx, db, &filter, before).await?;
    let mut names = subject_name_list(ctx, db, &references(&events)).await?;
    if !may(ctx, Operation::UndecidedRead, None) {
        names.retain(|_, named| !named.undecided);
    }
    let imports = audit_import_list(ctx, db, oldest(&events, kind, id), 2).await?;
    let made = events.iter().any(|event| makes(event, kind, id));
    let origin = imports
        .first()
        .filter(|_| next.is_none() && !made)
        .map(|(_, first)| Origin {
            first: *first,
            several: imports.len() > 1,
        });
    Ok(HistoryView {
        subject,
        id: id.to_owned(),
        events,
        names,
        before,
        next,
        origin,
    })
}

/// The thing itself, as far as the actor may know of it.
async fn subject(ctx: &Ctx, db: &impl ConnectionTrait, kind: SubjectKind, id: &str) -> Result<Named> {
    if kind == SubjectKind::Agency {
        let agency = agency_load(ctx, db).await?.filter(|_| id == "1");
        let agency = agency.ok_or(ServiceError::NotFound)?;
        return Ok(Named::new(kind, agency.value.name));
    }
    let id = identity(id).ok_or(ServiceError::NotFound)?;
    let mut names = subject_name_list(ctx, db, &BTreeSet::from([id])).await?;
    names
        .remove(&id)
        .filter(|named| named.kind == kind)
        .filter(|named| !named.undecided || may(ctx, Operation::UndecidedRead, None))
        .ok_or(ServiceError::NotFound)
}

/// A page of events, and where the next begins.
pub(crate) async fn page(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    filter: &EventFilter,
    before: Option<i64>,
) -> Result<(Vec<Event>, Option<i64>)> {
    // One more than is shown tells whether there is a next page.
    let mut events = audit_event_list(ctx, db, filter, before, PAGE as u64 + 1).await?;
    let more = events.len() > PAGE;
    events.truncate(PAGE);
    let next = events.last().filter(|_| more).map(|event| event.seq);
    Ok((events, next))
}

/// The event made the thing. Freezing a report's content makes no report.
fn makes(event: &Event, kind: SubjectKind, id: &str) -> bool {
    let own = event.kind == kind.code() && event.subject == id;
    let is_new = event.happened.as_ref().is_none_or(|happened| happened.is_new);
    own && is_new && event.action != "report.freeze"
}

/// Number of the oldest event of the thing itself.
fn oldest(events: &[Event], kind: SubjectKind, id: &str) -> Option<i64> {
    events
        .iter()
        .filter(|event| event.kind == kind.code() && event.subject == id && event.action != "report.freeze")
        .map(|event| event.seq)
        .min()
}
