//! What is corrected beside a decided report.

use sea_orm::entity::prelude::*;

/// What is corrected beside a decided report.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_correction")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The report.
    pub report_id: Uuid,
    /// The section that it concerns.
    pub section: String,
    /// What stands there.
    pub wrong: String,
    /// What should stand there.
    pub correct: String,
    /// Why.
    pub reason: String,
    /// The number of the correction that it takes the place of.
    pub replaces: Option<i32>,
    /// Which of the report's corrections it is, from 1; none while it is proposed.
    pub number: Option<i32>,
    /// The day of the decision.
    pub decided_on: Option<Date>,
    /// Title of whoever decided it.
    pub decider_title: Option<String>,
    /// Where it was decided.
    pub forum: Option<String>,
    /// Registry number of the decision.
    pub registry_number: Option<String>,
    /// The role by which it was decided or recorded; none for imports.
    pub decision_role: Option<String>,
    /// When that was.
    pub decision_at: Option<i64>,
    /// It was decided elsewhere and is recorded here.
    pub decision_elsewhere: bool,
    /// Hash of the frozen original that it concerns.
    pub original_sha256: Option<String>,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
