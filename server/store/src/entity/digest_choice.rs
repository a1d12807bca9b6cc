//! Whether somebody wants the daily digest by mail, and in which language.

use sea_orm::entity::prelude::*;

/// What somebody has chosen. Without a row they get it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "digest_choice")]
pub struct Model {
    /// The account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// It is wanted.
    pub wanted: bool,
    /// Language that it is written in.
    pub lang: String,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
