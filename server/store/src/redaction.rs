//! Erasing a name from the audit log, so that the chain still verifies and everything but the name stays.
//!
//! The payload of each event that has the name goes; what is left of it lies beside it with a hash, and the event
//! that erased the name holds the hash of all those hashes. So nobody alters afterwards what was left either.

use std::collections::BTreeMap;

use domain::ctx::Ctx;
use domain::history::redacted;
use domain::id::AccountId;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::audit::{AuditRecord, field, payload_hash, salt};
use crate::entity::{audit_event, audit_payload, audit_redaction};
use crate::error::Result;
use crate::txn::WriteTxn;

/// What an event that erases a name is called.
const ERASE: &str = "name.erase";
/// Rows at a time.
const PAGE: u64 = 500;

/// What is left of events, by their numbers.
pub(crate) async fn redacted_payloads(
    db: &impl ConnectionTrait,
    seqs: Vec<i64>,
) -> Result<BTreeMap<i64, String>> {
    if seqs.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = audit_redaction::Entity::find()
        .filter(audit_redaction::Column::Seq.is_in(seqs))
        .filter(audit_redaction::Column::Payload.is_not_null())
        .all(db)
        .await?;
    let read = |row: audit_redaction::Model| Some((row.seq, row.payload?));
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Erases the name of an account from all events, and gives the record that has to be the transaction's first: it
/// holds what was left.
pub async fn name_erase(_ctx: &Ctx, txn: &WriteTxn<'_>, account: AccountId) -> Result<AuditRecord> {
    let by_seq = txn.next_seq();
    let mut digest = Digesting::default();
    let mut last = 0;
    loop {
        let id = account.to_string();
        let about = Condition::all()
            .add(audit_event::Column::SubjectKind.eq("account"))
            .add(audit_event::Column::SubjectId.eq(&id));
        let page = audit_event::Entity::find()
            .filter(
                Condition::any()
                    .add(audit_event::Column::ActorId.eq(account.0))
                    .add(about),
            )
            .filter(audit_event::Column::Seq.gt(last))
            .order_by_asc(audit_event::Column::Seq)
            .limit(PAGE)
            .find_also_related(audit_payload::Entity)
            .all(txn)
            .await?;
        let Some((event, _)) = page.last() else { break };
        last = event.seq;
        let erased = page.iter().map(|(event, _)| event.seq).collect();
        let mut left = redacted_payloads(txn, erased).await?;
        let mut rows = Vec::new();
        for (event, payload) in page {
            let text = payload
                .and_then(|payload| payload.payload)
                .or_else(|| left.remove(&event.seq));
            let value = text.and_then(|text| serde_json::from_str::<Value>(&text).ok());
            let acted = event.actor_id == Some(account.0);
            let about = event.subject_kind == "account" && event.subject_id == id;
            let Some(value) = value.and_then(|value| redacted(&value, acted, about)) else {
                continue;
            };
            let (salt, payload) = (salt()?, value.to_string());
            let hash = payload_hash(&salt, &payload);
            digest.add(event.seq, &hash);
            rows.push(audit_redaction::Model {
                seq: event.seq,
                by_seq,
                hash,
                salt: Some(salt),
                payload: Some(payload),
            });
        }
        replace(txn, rows).await?;
    }
    let (events, hash) = digest.done();
    let record = AuditRecord::new(ERASE, "account", account);
    record.after(&json!({ "events": events, "hash": hash }))
}

/// Takes the payloads away, and puts beside them what is left.
async fn replace(txn: &WriteTxn<'_>, rows: Vec<audit_redaction::Model>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let seqs: Vec<i64> = rows.iter().map(|row| row.seq).collect();
    let nothing = || Expr::value(Option::<String>::None);
    audit_payload::Entity::update_many()
        .col_expr(audit_payload::Column::Payload, nothing())
        .col_expr(audit_payload::Column::Salt, nothing())
        .filter(audit_payload::Column::Seq.is_in(seqs.clone()))
        .exec(txn)
        .await?;
    audit_redaction::Entity::update_many()
        .col_expr(audit_redaction::Column::Payload, nothing())
        .col_expr(audit_redaction::Column::Salt, nothing())
        .filter(audit_redaction::Column::Seq.is_in(seqs))
        .exec(txn)
        .await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    audit_redaction::Entity::insert_many(rows)
        .exec_without_returning(txn)
        .await?;
    Ok(())
}

/// The first event that erased a name whose remains are not as it left them: altered or removed, of somebody else's
/// event, with a name still in them, or left by no event at all.
pub(crate) async fn redaction_damage(db: &impl ConnectionTrait) -> Result<Option<i64>> {
    let left = audit_redaction::Entity::find()
        .order_by_asc(audit_redaction::Column::BySeq)
        .order_by_asc(audit_redaction::Column::Seq)
        .all(db)
        .await?;
    let erasing = audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(ERASE))
        .order_by_asc(audit_event::Column::Seq)
        .find_also_related(audit_payload::Entity)
        .all(db)
        .await?;
    let whose: BTreeMap<i64, String> = erasing
        .iter()
        .map(|(event, _)| (event.seq, event.subject_id.clone()))
        .collect();
    let concerned = events(db, left.iter().map(|row| row.seq).collect()).await?;
    // Of several erasures the last one's remains hold, and of the others nothing is left.
    let newest: BTreeMap<i64, i64> = left.iter().map(|row| (row.seq, row.by_seq)).collect();
    let mut digests = BTreeMap::<i64, Digesting>::new();
    for row in left {
        let is_newest = newest.get(&row.seq) == Some(&row.by_seq);
        let event = concerned.get(&row.seq);
        let account = whose.get(&row.by_seq);
        let (Some(event), Some(account)) = (event, account) else {
            return Ok(Some(row.by_seq));
        };
        if row.by_seq <= row.seq || !is_as_left(&row, event, account, is_newest) {
            return Ok(Some(row.by_seq));
        }
        digests.entry(row.by_seq).or_default().add(row.seq, &row.hash);
    }
    for (event, payload) in erasing {
        let (events, hash) = digests.remove(&event.seq).unwrap_or_default().done();
        let told = payload
            .and_then(|payload| serde_json::from_str::<Value>(&payload.payload?).ok())
            .and_then(|payload| payload.get("after").cloned());
        if told != Some(json!({ "events": events, "hash": hash })) {
            return Ok(Some(event.seq));
        }
    }
    Ok(None)
}

/// Whether what is left of an event is what an erasure of that account's name can have left.
fn is_as_left(
    row: &audit_redaction::Model,
    event: &audit_event::Model,
    account: &str,
    is_newest: bool,
) -> bool {
    let acted = event.actor_id.is_some_and(|actor| actor.to_string() == account);
    let about = event.subject_kind == "account" && event.subject_id == account;
    if !acted && !about {
        return false;
    }
    match (&row.salt, &row.payload) {
        (Some(salt), Some(payload)) => {
            let value = serde_json::from_str::<Value>(payload).ok();
            let has_name = value.is_none_or(|value| redacted(&value, acted, about).is_some());
            is_newest && payload_hash(salt, payload) == row.hash && !has_name
        }
        (None, None) => !is_newest,
        _ => false,
    }
}

/// Events by their numbers.
async fn events(db: &impl ConnectionTrait, mut seqs: Vec<i64>) -> Result<BTreeMap<i64, audit_event::Model>> {
    seqs.dedup();
    let mut found = BTreeMap::new();
    for some in seqs.chunks(500) {
        let rows = audit_event::Entity::find()
            .filter(audit_event::Column::Seq.is_in(some.to_vec()))
            .all(db)
            .await?;
        found.extend(rows.into_iter().map(|row| (row.seq, row)));
    }
    Ok(found)
}

/// How many names have been erased.
pub(crate) async fn names_erased(db: &impl ConnectionTrait) -> Result<u64> {
    let erasing = audit_event::Entity::find().filter(audit_event::Column::Action.eq(ERASE));
    Ok(erasing.count(db).await?)
}

/// The hash of many events' hashes, in the order of their numbers.
#[derive(Default)]
struct Digesting {
    events: u64,
    hasher: Sha256,
}

impl Digesting {
    fn add(&mut self, seq: i64, hash: &str) {
        self.events = self.events.saturating_add(1);
        field(&mut self.hasher, &seq.to_be_bytes());
        field(&mut self.hasher, hash.as_bytes());
    }

    fn done(self) -> (u64, String) {
        (self.events, hex::encode(self.hasher.finalize()))
    }
}
