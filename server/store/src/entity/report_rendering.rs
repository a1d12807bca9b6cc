//! A file of a decided report, as it was decided.

use sea_orm::entity::prelude::*;

/// A file of a decided report, as it was decided.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_rendering")]
pub struct Model {
    /// The report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub report_id: Uuid,
    /// Which format.
    #[sea_orm(primary_key, auto_increment = false)]
    pub format: String,
    /// The file’s hash.
    pub hash: String,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
