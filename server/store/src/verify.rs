use std::fmt;

use domain::ctx::Ctx;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::audit::{event_hash, payload_hash};
use crate::entity::{audit_event, audit_head, audit_payload};
use crate::error::{Result, StoreError};
use crate::redaction::{names_erased, redaction_damage};

/// The newest link of the chain. Kept elsewhere, it shows whether a tail has been cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainHead {
    /// Number of events.
    pub seq: i64,
    /// Hash of the newest.
    pub hash: String,
}

impl fmt::Display for ChainHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

/// Digits of a hash.
const HASH_DIGITS: usize = 64;

impl std::str::FromStr for ChainHead {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
        let wrong = || {
            format!(
                "“{text}” is no head of an audit log; write all that backup and verify print after “head”: a number, a colon \
                 and {HASH_DIGITS} hexadecimal digits"
            )
        };
        let (seq, hash) = text.trim().split_once(':').ok_or_else(wrong)?;
        let seq = seq.parse().map_err(|_| wrong())?;
        if hash.len() != HASH_DIGITS || !hash.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        Ok(Self {
            seq,
            hash: hash.to_ascii_lowercase(),
        })
    }
}

/// A chain that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Its head.
    pub head: ChainHead,
    /// Events whose payload has been erased, wholly or but for what is left without a name.
    pub erased: u64,
    /// Names that have been erased: each by an event of its own.
    pub names: u64,
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DamageKind {
    /// A row is not there, or rows have changed places.
    OutOfOrder,
    /// It does not continue the one before.
    Broken,
    /// The row was altered.
    Altered,
    /// The payload was altered.
    PayloadAltered,
    /// The payload row is not there.
    PayloadGone,
    /// What was left when a name was erased was altered.
    RedactionAltered,
    /// The chain ends before or beside its recorded head.
    Head,
    /// The head that was kept elsewhere is not in the chain.
    Expected,
}

/// The first link that does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Its number.
    pub seq: i64,
    /// What is wrong.
    pub kind: DamageKind,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seq = self.seq;
        match self.kind {
            DamageKind::OutOfOrder => write!(f, "event {seq} is missing, or events have changed places"),
            DamageKind::Broken => write!(f, "event {seq} does not continue the one before it"),
            DamageKind::Altered => write!(f, "event {seq} has been altered"),
            DamageKind::PayloadAltered => write!(f, "the payload of event {seq} has been altered"),
            DamageKind::PayloadGone => write!(f, "the payload row of event {seq} is gone"),
            DamageKind::RedactionAltered => {
                write!(f, "what event {seq} left when it erased a name has been altered")
            }
            DamageKind::Head => write!(f, "the chain ends at event {seq}, not at its recorded head"),
            DamageKind::Expected => write!(
                f,
                "the expected head {seq} is not in the chain; it may have been copied wrongly, or belong to another database or \
                 another backup"
            ),
        }
    }
}

const PAGE: u64 = 1_000;

/// Follows the chain from its first link to its head, and holds it against a head that was kept
/// elsewhere, where one is given.
///
/// # Errors
/// Where the database fails. Damage is an answer, not an error.
pub async fn verify(
    _ctx: &Ctx,
    db: &impl ConnectionTrait,
    expected: Option<&ChainHead>,
) -> Result<std::result::Result<Verified, Damage>> {
    let recorded = audit_head::Entity::find_by_id(1_i16)
        .one(db)
        .await?
        .ok_or_else(|| StoreError::NotFound {
            table: "audit_head",
            id: "1".to_owned(),
        })?;
    let mut head = ChainHead {
        seq: 0,
        hash: "0".repeat(64),
    };
    let mut erased = 0;
    let mut met_expected = expected.is_none_or(|expected| *expected == head);
    loop {
        let page = audit_event::Entity::find()
            .filter(audit_event::Column::Seq.gt(head.seq))
            .order_by_asc(audit_event::Column::Seq)
            .limit(PAGE)
            .find_also_related(audit_payload::Entity)
            .all(db)
            .await?;
        if page.is_empty() {
            break;
        }
        for (event, payload) in page {
            if let Some(kind) = broken(&head, &event, payload.as_ref()) {
                let seq = if kind == DamageKind::OutOfOrder {
                    head.seq + 1
                } else {
                    event.seq
                };
                return Ok(Err(Damage { seq, kind }));
            }
            erased += u64::from(payload.is_some_and(|payload| payload.payload.is_none()));
            head = ChainHead {
                seq: event.seq,
                hash: event.hash,
            };
            met_expected |= expected == Some(&head);
        }
    }
    if let Some(seq) = redaction_damage(db).await? {
        let kind = DamageKind::RedactionAltered;
        return Ok(Err(Damage { seq, kind }));
    }
    if (recorded.seq, &recorded.hash) != (head.seq, &head.hash) {
        return Ok(Err(Damage {
            seq: head.seq,
            kind: DamageKind::Head,
        }));
    }
    if let Some(expected) = expected
        && !met_expected
    {
        return Ok(Err(Damage {
            seq: expected.seq,
            kind: DamageKind::Expected,
        }));
    }
    let names = names_erased(db).await?;
    Ok(Ok(Verified { head, erased, names }))
}

fn broken(
    head: &ChainHead,
    event: &audit_event::Model,
    payload: Option<&audit_payload::Model>,
) -> Option<DamageKind> {
    if event.seq != head.seq + 1 {
        return Some(DamageKind::OutOfOrder);
    }
    if event.hash != event_hash(event) {
        return Some(DamageKind::Altered);
    }
    if event.prev_hash != head.hash {
        return Some(DamageKind::Broken);
    }
    match payload {
        None => Some(DamageKind::PayloadGone),
        Some(audit_payload::Model {
            salt: Some(salt),
            payload: Some(payload),
            ..
        }) => (payload_hash(salt, payload) != event.payload_hash).then_some(DamageKind::PayloadAltered),
        Some(audit_payload::Model {
            salt: None,
            payload: None,
            ..
        }) => None,
        Some(_) => Some(DamageKind::PayloadAltered),
    }
}
