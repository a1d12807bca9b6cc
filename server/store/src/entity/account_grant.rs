//! A role held for a time.

use sea_orm::entity::prelude::*;

/// A role held for a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_grant")]
pub struct Model {
    /// The account.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i32,
    /// Code of the role.
    pub role: String,
    /// What it is limited to.
    #[sea_orm(column_type = "Text")]
    pub scope_json: String,
    /// First day.
    pub valid_from: Option<Date>,
    /// Last day.
    pub valid_to: Option<Date>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
