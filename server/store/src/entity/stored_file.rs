//! A file, by what is in it.

use sea_orm::entity::prelude::*;

/// A file, by what is in it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stored_file")]
pub struct Model {
    /// SHA-256 of its bytes as lower-case hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    /// What kind of file it is.
    pub media_type: String,
    /// Its bytes in number.
    pub size: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
