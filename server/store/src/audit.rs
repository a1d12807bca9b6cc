//! The audit chain: who did what, when, with before and after.
//!
//! `hash(n) = H(hash(n−1) ‖ seq ‖ when ‖ who ‖ what ‖ … ‖ payload_hash)` and
//! `payload_hash = H(salt ‖ payload)`. Payload and salt lie in a table of their own and can be
//! erased: a name goes, the chain still verifies.

use domain::ctx::{Actor, Ctx};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, Set};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::entity::{audit_event, audit_head, audit_payload};
use crate::error::{Result, StoreError};
use crate::moment::micros;

/// One thing that was done.
#[derive(Clone, Debug)]
pub struct AuditRecord {
    /// What was done, e.g. `delivery.log`.
    pub action: &'static str,
    /// To what kind of thing, e.g. `delivery`.
    pub subject_kind: &'static str,
    /// To which.
    pub subject_id: String,
    /// How it was before.
    pub before: Option<Value>,
    /// How it is after.
    pub after: Option<Value>,
    /// A note that the person gave.
    pub note: Option<String>,
}

impl AuditRecord {
    /// Something done to a subject.
    pub fn new(action: &'static str, subject_kind: &'static str, subject_id: impl ToString) -> Self {
        Self {
            action,
            subject_kind,
            subject_id: subject_id.to_string(),
            before: None,
            after: None,
            note: None,
        }
    }

    /// With how it was before.
    ///
    /// # Errors
    /// Where the value has no JSON.
    pub fn before(mut self, value: &impl Serialize) -> Result<Self> {
        self.before = Some(self.json(value)?);
        Ok(self)
    }

    /// With how it is after.
    ///
    /// # Errors
    /// Where the value has no JSON.
    pub fn after(mut self, value: &impl Serialize) -> Result<Self> {
        self.after = Some(self.json(value)?);
        Ok(self)
    }

    /// With a note.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    fn json(&self, value: &impl Serialize) -> Result<Value> {
        serde_json::to_value(value).map_err(|error| StoreError::Damaged {
            table: "audit_payload",
            id: self.subject_id.clone(),
            reason: error.to_string(),
        })
    }
}

/// What a transaction did, in order. Never empty when it is committed.
#[derive(Clone, Debug, Default)]
pub struct Trail(Vec<AuditRecord>);

impl Trail {
    /// A trail of one.
    pub fn one(record: AuditRecord) -> Self {
        Self(vec![record])
    }

    /// Adds what was done next.
    pub fn push(&mut self, record: AuditRecord) {
        self.0.push(record);
    }

    /// Nothing was done.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn into_records(self) -> Vec<AuditRecord> {
        self.0
    }
}

/// Appends the records to the chain and moves its head.
pub(crate) async fn append(
    txn: &DatabaseTransaction,
    ctx: &Ctx,
    head: audit_head::Model,
    records: Vec<AuditRecord>,
) -> Result<()> {
    let mut events = Vec::with_capacity(records.len());
    let mut payloads = Vec::with_capacity(records.len());
    let (mut seq, mut prev) = (head.seq, head.hash.clone());
    for record in records {
        seq += 1;
        let payload = payload(ctx, &record).to_string();
        let salt = salt()?;
        let mut event = audit_event::Model {
            seq,
            at: micros(ctx.now),
            actor_id: ctx.account_id().map(|id| id.0),
            action: record.action.to_owned(),
            subject_kind: record.subject_kind.to_owned(),
            subject_id: record.subject_id,
            request_id: ctx.request_id,
            payload_hash: payload_hash(&salt, &payload),
            prev_hash: prev,
            hash: String::new(),
        };
        event.hash = event_hash(&event);
        prev = event.hash.clone();
        events.push(event.into_active_model());
        payloads.push(
            audit_payload::Model {
                seq,
                salt: Some(salt),
                payload: Some(payload),
            }
            .into_active_model(),
        );
    }
    insert_many::<audit_event::Entity, _>(txn, events).await?;
    insert_many::<audit_payload::Entity, _>(txn, payloads).await?;
    let mut moved = head.into_active_model();
    moved.seq = Set(seq);
    moved.hash = Set(prev);
    moved.update(txn).await?;
    Ok(())
}

async fn insert_many<E, A>(txn: &impl ConnectionTrait, rows: Vec<A>) -> Result<()>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E> + Send,
{
    // Ten columns at most: far below SQLite's limit of bound values.
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let chunk: Vec<A> = rows.by_ref().take(1_000).collect();
        E::insert_many(chunk).exec_without_returning(txn).await?;
    }
    Ok(())
}

fn payload(ctx: &Ctx, record: &AuditRecord) -> Value {
    let who = match &ctx.actor {
        Actor::Anonymous => Value::Null,
        Actor::Operator => json!("operator"),
        Actor::Account { name, .. } => json!(name),
    };
    json!({
        "who": who,
        "roles": ctx.roles(),
        "note": record.note,
        "before": record.before,
        "after": record.after,
    })
}

pub(crate) fn salt() -> Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)?;
    Ok(hex::encode(bytes))
}

pub(crate) fn payload_hash(salt: &str, payload: &str) -> String {
    let mut hasher = Sha256::new();
    field(&mut hasher, salt.as_bytes());
    field(&mut hasher, payload.as_bytes());
    hex::encode(hasher.finalize())
}

pub(crate) fn event_hash(event: &audit_event::Model) -> String {
    let mut hasher = Sha256::new();
    field(&mut hasher, event.prev_hash.as_bytes());
    field(&mut hasher, &event.seq.to_be_bytes());
    field(&mut hasher, &event.at.to_be_bytes());
    field(
        &mut hasher,
        event
            .actor_id
            .map(Uuid::into_bytes)
            .as_ref()
            .map_or(&[], |id| &id[..]),
    );
    field(&mut hasher, event.action.as_bytes());
    field(&mut hasher, event.subject_kind.as_bytes());
    field(&mut hasher, event.subject_id.as_bytes());
    field(&mut hasher, event.request_id.as_bytes());
    field(&mut hasher, event.payload_hash.as_bytes());
    hex::encode(hasher.finalize())
}

/// Each field goes in with its length before it, so that no two events read alike.
pub(crate) fn field(hasher: &mut Sha256, bytes: &[u8]) {
    hasher.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
    hasher.update(bytes);
}
