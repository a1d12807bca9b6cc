//! A value to be reached by a day.

use sea_orm::entity::prelude::*;

/// A value to be reached by a day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "effect_goal_target")]
pub struct Model {
    /// The goal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub goal_id: Uuid,
    /// The version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// From this day on.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// Digits of the value.
    pub value_mantissa: i64,
    /// Its number of decimals.
    pub value_scale: i16,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
