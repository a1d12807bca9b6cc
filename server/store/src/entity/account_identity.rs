//! Who an account is by the agency's own sign-on.

use sea_orm::entity::prelude::*;

/// Who an account is by the agency's own sign-on.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_identity")]
pub struct Model {
    /// The account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Who says so.
    pub issuer: String,
    /// The person, as the issuer knows them.
    pub subject: String,
    /// Since when.
    pub linked_at: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
