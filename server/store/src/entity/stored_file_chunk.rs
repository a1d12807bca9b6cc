//! A piece of a file.

use sea_orm::entity::prelude::*;

/// A piece of a file.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stored_file_chunk")]
pub struct Model {
    /// The file.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    /// Order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i32,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
