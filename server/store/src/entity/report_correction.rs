//! What was corrected beside a published report.

use sea_orm::entity::prelude::*;

/// What was corrected beside a published report.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_correction")]
pub struct Model {
    /// The report.
    #[sea_orm(primary_key, auto_increment = false)]
    pub report_id: Uuid,
    /// Which of its corrections it is, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// The day.
    pub made_on: Date,
    /// The section that it concerns.
    pub section: String,
    /// What stands there.
    pub wrong: String,
    /// What should stand there.
    pub correct: String,
    /// Why.
    pub reason: Option<String>,
    /// Title of whoever decided it.
    pub decider_title: String,
    /// Registry number of the decision.
    pub registry_number: Option<String>,
    /// Hash of the frozen original that it concerns.
    pub original_sha256: String,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
