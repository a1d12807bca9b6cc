//! The amounts of a line in a year.

use sea_orm::entity::prelude::*;

/// The amounts of a line in a year.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calculation_amount")]
pub struct Model {
    /// The line.
    #[sea_orm(primary_key, auto_increment = false)]
    pub line_id: Uuid,
    /// The calendar year.
    #[sea_orm(primary_key, auto_increment = false)]
    pub year: i32,
    /// Low, in öre.
    pub low_ore: i64,
    /// Likely, in öre.
    pub likely_ore: i64,
    /// High, in öre.
    pub high_ore: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
