//! Thresholds and scores in millionths of a percent.

use sea_orm::entity::prelude::*;

/// Thresholds and scores in millionths of a percent.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "grading_scheme")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What the version is called.
    pub name: String,
    /// Full from here.
    pub full_from_micro: i64,
    /// God above this.
    pub god_above_micro: i64,
    /// Godkänd from here.
    pub godkand_from_micro: i64,
    /// Viss above this.
    pub viss_above_micro: i64,
    /// Score of a confirmed benefit.
    pub score_confirmed_micro: i64,
    /// Score of a partly realised benefit.
    pub score_partly_micro: i64,
    /// Score of a benefit that has not come.
    pub score_none_micro: i64,
    /// Score of a development in the wrong direction.
    pub score_negative_micro: i64,
    /// Weak evidence below this coverage.
    pub weak_below_micro: i64,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
