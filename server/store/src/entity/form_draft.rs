//! A form that was not accepted, with all that was typed.

use sea_orm::entity::prelude::*;

/// A form that was not accepted, with all that was typed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "form_draft")]
pub struct Model {
    /// Random name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// Whose.
    pub session_hash: String,
    /// Which form.
    pub form: String,
    /// Which sending.
    pub submission: String,
    /// All fields, raw.
    #[sea_orm(column_type = "Text")]
    pub fields_json: String,
    /// What was wrong.
    #[sea_orm(column_type = "Text")]
    pub outcome_json: String,
    /// When.
    pub created_at: i64,
    /// Until when it is kept.
    pub expires_at: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
