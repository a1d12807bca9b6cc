//! One link of the audit chain.

use sea_orm::entity::prelude::*;

/// One link of the audit chain.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_event")]
pub struct Model {
    /// Number, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// When, in microseconds.
    pub at: i64,
    /// Which account; none for the operator and for nobody.
    pub actor_id: Option<Uuid>,
    /// What was done.
    pub action: String,
    /// To what kind of thing.
    pub subject_kind: String,
    /// To which.
    pub subject_id: String,
    /// In which request.
    pub request_id: Uuid,
    /// Hash of salt and payload.
    pub payload_hash: String,
    /// Hash of the link before.
    pub prev_hash: String,
    /// Hash of this link.
    pub hash: String,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// The erasable payload.
    #[sea_orm(has_one = "super::audit_payload::Entity")]
    Payload,
}

impl ActiveModelBehavior for ActiveModel {}

impl Related<super::audit_payload::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Payload.def()
    }
}
