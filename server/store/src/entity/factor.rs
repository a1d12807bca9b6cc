//! A factor of the library.

use sea_orm::entity::prelude::*;

/// A factor of the library.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "factor")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// What it is of.
    pub kind: String,
    /// One of what its value is for.
    pub unit: Option<String>,
    /// What it covers.
    pub description: Option<String>,
    /// The last day on which it is used.
    pub ended_on: Option<Date>,
    /// Optimistic lock, also of its values.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
