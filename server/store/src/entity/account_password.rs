//! The password of an account.

use sea_orm::entity::prelude::*;

/// The password of an account.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_password")]
pub struct Model {
    /// The account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Its hash, with salt and costs.
    #[sea_orm(column_type = "Text")]
    pub hash: String,
    /// When it was chosen.
    pub set_at: i64,
}

// A hash has no business in a log.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("account_password")
            .field("account_id", &self.account_id)
            .finish_non_exhaustive()
    }
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
