//! An alternative of a calculation.

use sea_orm::entity::prelude::*;

/// An alternative of a calculation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calculation_alternative")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The calculation.
    pub calculation_id: Uuid,
    /// Order.
    pub ordinal: i32,
    /// What it is called.
    pub name: String,
    /// What it means.
    pub description: Option<String>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
