//! A benefit group.

use sea_orm::entity::prelude::*;

/// A benefit group.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "benefit_group")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Short stable code, unique.
    pub code: String,
    /// Name in full.
    pub name: String,
    /// Name where there is little room.
    pub short_name: String,
    /// External or internal.
    pub kind: String,
    /// Order, lowest first.
    pub ordinal: i32,
    /// Last day in use.
    pub ended_on: Option<Date>,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
