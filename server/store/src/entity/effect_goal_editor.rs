//! Somebody who has edited a version of an effect goal, and so does not approve it.

use sea_orm::entity::prelude::*;

/// Somebody who has edited a version of an effect goal, and so does not approve it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "effect_goal_editor")]
pub struct Model {
    /// The goal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub goal_id: Uuid,
    /// The version's number.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// The account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
