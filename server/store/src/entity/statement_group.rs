//! A group that a statement speaks of.

use sea_orm::entity::prelude::*;

/// A group that a statement speaks of.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "statement_group")]
pub struct Model {
    /// The statement.
    #[sea_orm(primary_key, auto_increment = false)]
    pub statement_id: Uuid,
    /// The group.
    #[sea_orm(primary_key, auto_increment = false)]
    pub benefit_group_id: Uuid,
    /// Order.
    pub ordinal: i32,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
