//! What is left of an event where a name has been erased from it.

use sea_orm::entity::prelude::*;

/// What is left of an event where a name has been erased from it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_redaction")]
pub struct Model {
    /// Number of the event.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    /// Number of the event that erased the name; of several the last one's holds.
    #[sea_orm(primary_key, auto_increment = false)]
    pub by_seq: i64,
    /// Hash of salt and payload.
    pub hash: String,
    /// Random salt; none once another name has been erased.
    #[sea_orm(column_type = "Text", nullable)]
    pub salt: Option<String>,
    /// The payload without the name; none once another has been erased.
    #[sea_orm(column_type = "Text", nullable)]
    pub payload: Option<String>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
