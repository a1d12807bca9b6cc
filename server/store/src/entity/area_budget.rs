//! A budget of an area as given.

use sea_orm::entity::prelude::*;

/// A budget of an area as given.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "area_budget")]
pub struct Model {
    /// The area.
    #[sea_orm(primary_key, auto_increment = false)]
    pub area_id: Uuid,
    /// Order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i32,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: i32,
    /// The whole amount in öre.
    pub amount_ore: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
