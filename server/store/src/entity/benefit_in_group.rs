//! A benefit’s place in a group.

use sea_orm::entity::prelude::*;

/// A benefit’s place in a group.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "benefit_in_group")]
pub struct Model {
    /// The benefit.
    #[sea_orm(primary_key, auto_increment = false)]
    pub benefit_id: Uuid,
    /// The group.
    #[sea_orm(primary_key, auto_increment = false)]
    pub benefit_group_id: Uuid,
    /// Order.
    pub ordinal: i32,
    /// Share in millionths of a percent; equal shares where none.
    pub share_micro: Option<i64>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
