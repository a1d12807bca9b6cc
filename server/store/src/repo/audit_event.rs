//! Reading the audit chain: what was done, newest first.

use chrono::{DateTime, Utc};
use domain::ctx::Ctx;
use domain::history::{Event, OPERATOR, SIGNING_IN, Who, happened};
use domain::id::AccountId;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::entity::{audit_event, audit_head, audit_payload};
use crate::error::{Result, StoreError};
use crate::moment::{micros, moment};
use crate::redaction::redacted_payloads;
use crate::verify::ChainHead;

/// Who did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorFilter {
    /// This account.
    Account(AccountId),
    /// No account: the operator at the command line, or nobody.
    NoAccount,
}

/// Which events are meant; all of what is given has to fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// Who.
    pub actor: Option<ActorFilter>,
    /// What was done.
    pub action: Option<String>,
    /// To what kind of thing.
    pub kind: Option<String>,
    /// To one of these things: kind and identities of that kind.
    pub subjects: Option<Vec<(&'static str, Vec<String>)>>,
    /// At this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub until: Option<DateTime<Utc>>,
    /// In this request.
    pub request: Option<Uuid>,
}

impl EventFilter {
    fn condition(&self) -> Condition {
        use audit_event::Column as C;
        let actor = self.actor.map(|actor| match actor {
            // Whoever signs in is nobody until then: it is theirs all the same.
            ActorFilter::Account(id) => Condition::any().add(C::ActorId.eq(id.0)).add(
                Condition::all()
                    .add(C::ActorId.is_null())
                    .add(C::Action.is_in(SIGNING_IN))
                    .add(C::SubjectId.eq(id.to_string())),
            ),
            ActorFilter::NoAccount => Condition::all().add(C::ActorId.is_null()),
        });
        let subjects = self.subjects.as_ref().map(|subjects| {
            subjects.iter().fold(Condition::any(), |any, (kind, ids)| {
                let one = Condition::all().add(C::SubjectKind.eq(*kind));
                any.add(one.add(C::SubjectId.is_in(ids)))
            })
        });
        Condition::all()
            .add_option(actor)
            .add_option(self.action.as_ref().map(|action| C::Action.eq(action)))
            .add_option(self.kind.as_ref().map(|kind| C::SubjectKind.eq(kind)))
            .add_option(subjects)
            .add_option(self.from.map(|from| C::At.gte(micros(from))))
            .add_option(self.until.map(|until| C::At.lt(micros(until))))
            .add_option(self.request.map(|request| C::RequestId.eq(request)))
    }
}

/// Events newest first, before a number where one is given. One statement, and another where a name was erased.
pub async fn audit_event_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    filter: &EventFilter,
    before: Option<i64>,
    limit: u64,
) -> Result<Vec<Event>> {
    let rows = audit_event::Entity::find()
        .filter(filter.condition())
        .filter(Condition::all().add_option(before.map(|seq| audit_event::Column::Seq.lt(seq))))
        .order_by_desc(audit_event::Column::Seq)
        .limit(limit)
        .find_also_related(audit_payload::Entity)
        .all(db)
        .await?;
    // Of those from which a name was erased the rest is elsewhere.
    let erased = rows
        .iter()
        .filter(|(_, payload)| payload.as_ref().is_some_and(|payload| payload.payload.is_none()))
        .map(|(event, _)| event.seq);
    let mut left = redacted_payloads(db, erased.collect()).await?;
    rows.into_iter()
        .map(|(event, payload)| {
            let payload = payload.and_then(|payload| payload.payload);
            let payload = payload.or_else(|| left.remove(&event.seq));
            read(event, payload)
        })
        .collect()
}

/// How many events there are. One statement.
pub async fn audit_event_count(_ctx: &Ctx, db: &impl ConnectionTrait, filter: &EventFilter) -> Result<u64> {
    Ok(audit_event::Entity::find()
        .filter(filter.condition())
        .count(db)
        .await?)
}

/// Numbers and moments of the first imports before an event, oldest first. One statement.
pub async fn audit_import_list(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    before: Option<i64>,
    limit: u64,
) -> Result<Vec<(i64, DateTime<Utc>)>> {
    let rows: Vec<(i64, i64)> = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Seq)
        .column(audit_event::Column::At)
        .filter(audit_event::Column::Action.eq("portfolio.import"))
        .filter(Condition::all().add_option(before.map(|seq| audit_event::Column::Seq.lt(seq))))
        .order_by_asc(audit_event::Column::Seq)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter()
        .map(|(seq, at)| Ok((seq, moment("audit_event", &seq.to_string(), at)?)))
        .collect()
}

/// The newest link of the chain, as it is recorded. One statement.
pub async fn audit_head_load(_ctx: &Ctx, db: &impl ConnectionTrait) -> Result<ChainHead> {
    let head = audit_head::Entity::find_by_id(1_i16).one(db).await?;
    let head = head.ok_or_else(|| StoreError::NotFound {
        table: "audit_head",
        id: "1".to_owned(),
    })?;
    Ok(ChainHead {
        seq: head.seq,
        hash: head.hash,
    })
}

/// A link of the chain: what has to be kept elsewhere to show later that nothing up to it has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLink {
    /// Number and hash.
    pub head: ChainHead,
    /// When.
    pub at: DateTime<Utc>,
}

/// The first event by which this was done to a thing of this kind. One statement.
pub async fn audit_link_first(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    action: &str,
    (kind, subject): (&str, &str),
) -> Result<Option<AuditLink>> {
    let found = audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(action))
        .filter(audit_event::Column::SubjectKind.eq(kind))
        .filter(audit_event::Column::SubjectId.eq(subject))
        .order_by_asc(audit_event::Column::Seq)
        .one(db)
        .await?;
    found
        .map(|event| {
            Ok(AuditLink {
                at: moment("audit_event", &event.seq.to_string(), event.at)?,
                head: ChainHead {
                    seq: event.seq,
                    hash: event.hash,
                },
            })
        })
        .transpose()
}

fn read(event: audit_event::Model, payload: Option<String>) -> Result<Event> {
    let at = moment("audit_event", &event.seq.to_string(), event.at)?;
    Ok(Event {
        seq: event.seq,
        at,
        account: event.actor_id.map(AccountId),
        action: event.action,
        kind: event.subject_kind,
        subject: event.subject_id,
        request: event.request_id,
        // A payload that was tampered with is shown as gone; what is wrong the verification tells.
        happened: payload
            .and_then(|payload| serde_json::from_str(&payload).ok())
            .and_then(|payload| happened(&payload))
            .map(|mut happened| {
                // Whoever has an account is not the operator, whatever they are called.
                if event.actor_id.is_some() && happened.who == Who::Operator {
                    happened.who = Who::Person(OPERATOR.to_owned());
                }
                happened
            }),
    })
}
