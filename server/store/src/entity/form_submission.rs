//! A form that was accepted, so that one sent twice makes one row.

use sea_orm::entity::prelude::*;

/// A form that was accepted, so that one sent twice makes one row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "form_submission")]
pub struct Model {
    /// Which sending.
    #[sea_orm(primary_key, auto_increment = false)]
    pub submission: String,
    /// Which form.
    pub form: String,
    /// Whose.
    pub account_id: Option<Uuid>,
    /// When.
    pub at: i64,
    /// Where it led.
    pub result: String,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
