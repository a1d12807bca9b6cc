//! A benefit that a statement speaks for.

use sea_orm::entity::prelude::*;

/// A benefit that a statement speaks for.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "statement_benefit")]
pub struct Model {
    /// The statement.
    #[sea_orm(primary_key, auto_increment = false)]
    pub statement_id: Uuid,
    /// The benefit.
    #[sea_orm(primary_key, auto_increment = false)]
    pub benefit_id: Uuid,
    /// Order.
    pub ordinal: i32,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
