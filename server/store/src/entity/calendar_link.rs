//! A link to somebody's calendar, by the hash of its secret.

use sea_orm::entity::prelude::*;

/// A link to somebody's calendar.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_link")]
pub struct Model {
    /// The account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Hash of the secret.
    pub token_hash: String,
    /// Language of the entries.
    pub lang: String,
    /// Since when it works.
    pub made_at: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
