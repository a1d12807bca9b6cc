//! What has become of somebody's digest of a day.

use sea_orm::entity::prelude::*;

/// A day's digest to somebody, from the moment at which a server has taken it on.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "digest_note")]
pub struct Model {
    /// The account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// The day.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// sending, sent or failed.
    pub state: String,
    /// How many times it has been taken on.
    pub tries: i32,
    /// When the state began.
    pub at: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
