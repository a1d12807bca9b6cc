//! The newest link of the audit chain; the row that every writer locks.

use sea_orm::entity::prelude::*;

/// The newest link of the audit chain; the row that every writer locks.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_head")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i16,
    /// Number of events.
    pub seq: i64,
    /// Hash of the newest.
    pub hash: String,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
