//! A group that an area aims at most.

use sea_orm::entity::prelude::*;

/// A group that an area aims at most.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "area_main_group")]
pub struct Model {
    /// The area.
    #[sea_orm(primary_key, auto_increment = false)]
    pub area_id: Uuid,
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
