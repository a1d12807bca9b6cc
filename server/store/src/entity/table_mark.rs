//! What each table of the portfolio is at.

use sea_orm::entity::prelude::*;

/// What a table of the portfolio is at: another mark after every change of a row in it. Triggers write it, and nothing else does.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "table_mark")]
pub struct Model {
    /// The table.
    #[sea_orm(primary_key, auto_increment = false)]
    pub table_name: String,
    /// Unlike every other mark of it, here and in any copy of the database.
    pub mark: String,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
