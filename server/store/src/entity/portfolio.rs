//! A portfolio of initiatives.

use sea_orm::entity::prelude::*;

/// A portfolio of initiatives.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "portfolio")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Strategic or tactical.
    pub kind: String,
    /// The portfolio that holds it.
    pub parent_id: Option<Uuid>,
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
