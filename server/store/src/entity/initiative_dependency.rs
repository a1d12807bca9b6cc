//! An initiative that another depends on.

use sea_orm::entity::prelude::*;

/// An initiative that another depends on.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "initiative_dependency")]
pub struct Model {
    /// The one that depends.
    #[sea_orm(primary_key, auto_increment = false)]
    pub initiative_id: Uuid,
    /// The one that it depends on.
    #[sea_orm(primary_key, auto_increment = false)]
    pub depends_on_id: Uuid,
    /// Order.
    pub ordinal: i32,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
