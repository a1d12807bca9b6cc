//! Somebody who can sign in.

use sea_orm::entity::prelude::*;

/// Somebody who can sign in.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Address; none for demo roles.
    pub email: Option<String>,
    /// Name as shown.
    pub name: String,
    /// Since when it cannot sign in.
    pub disabled_at: Option<i64>,
    /// When it was made.
    pub created_at: i64,
    /// Optimistic lock.
    pub version: i32,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
