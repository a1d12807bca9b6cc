//! A view of a register that somebody has kept under a name.

use sea_orm::entity::prelude::*;

/// A view of a register that somebody has kept under a name.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_view")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose.
    pub account_id: Uuid,
    /// Of which register.
    pub register: String,
    /// Its name.
    pub name: String,
    /// The name as it is compared and sorted.
    pub name_folded: String,
    /// The query of the register's address.
    pub query: String,
    /// When it was kept, in microseconds since 1970.
    pub created_at: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
