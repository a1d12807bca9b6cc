//! The content of a decided report, never changed.

use sea_orm::entity::prelude::*;

/// The content of a decided report, never changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "frozen_report")]
pub struct Model {
    /// The report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub report_id: Uuid,
    /// SHA-256 of the content, in hexadecimal digits.
    #[sea_orm(column_name = "sha256")]
    pub sha256: String,
    /// The content.
    pub model_json: String,
    /// When, in microseconds since 1970.
    pub frozen_at: i64,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
