//! A step in a report’s life.

use sea_orm::entity::prelude::*;

/// A step in a report’s life.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_step")]
pub struct Model {
    /// The report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub report_id: Uuid,
    /// Which of its steps it is, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// Which step.
    pub step: String,
    /// Why, where somebody said so.
    pub note: Option<String>,
    /// When.
    pub taken_at: i64,
    /// Account; none for imports.
    pub taken_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
