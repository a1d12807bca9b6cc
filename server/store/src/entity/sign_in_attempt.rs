//! Wrong passwords in a row.

use sea_orm::entity::prelude::*;

/// Wrong passwords in a row, of an address with or without an account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_attempt")]
pub struct Model {
    /// SHA-256 of the address that was typed.
    #[sea_orm(primary_key, auto_increment = false)]
    pub who_hash: String,
    /// How many.
    pub failures: i32,
    /// When the last of them was.
    pub last_at: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
