//! The app that gives an account its codes.

use sea_orm::entity::prelude::*;

/// The app that gives an account its codes.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "second_factor")]
pub struct Model {
    /// The account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// What the codes are made of, sealed.
    #[sea_orm(column_type = "Text")]
    pub sealed: String,
    /// Since when.
    pub set_at: i64,
    /// When its first code was right; none before.
    pub confirmed_at: Option<i64>,
    /// The step of the last code that was taken: no code is taken twice.
    pub last_step: i64,
}

// What codes are made of has no business in a log, sealed or not.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("second_factor")
            .field("account_id", &self.account_id)
            .finish_non_exhaustive()
    }
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
