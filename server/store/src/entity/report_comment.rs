//! A comment of a report’s review.

use sea_orm::entity::prelude::*;

/// A comment of a report’s review.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_comment")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The report.
    pub report_id: Uuid,
    /// The section that it concerns.
    pub section: String,
    /// What is said.
    pub text: String,
    /// What was done about it; none while it is open.
    pub answer: Option<String>,
    /// When it was written.
    pub written_at: i64,
    /// By whom; none for imports.
    pub written_by: Option<Uuid>,
    /// When it was resolved.
    pub answered_at: Option<i64>,
    /// By whom.
    pub answered_by: Option<Uuid>,
    /// Optimistic lock.
    pub version: i32,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
