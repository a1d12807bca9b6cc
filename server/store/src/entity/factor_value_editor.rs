//! Somebody who has edited a value of a factor, and so does not approve it.

use sea_orm::entity::prelude::*;

/// Somebody who has edited a value of a factor, and so does not approve it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "factor_value_editor")]
pub struct Model {
    /// The value.
    #[sea_orm(primary_key, auto_increment = false)]
    pub value_id: Uuid,
    /// The account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
