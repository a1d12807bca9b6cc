//! Baseline and targets as they were agreed at a time.

use sea_orm::entity::prelude::*;

/// Baseline and targets as they were agreed at a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "effect_goal_version")]
pub struct Model {
    /// The goal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub goal_id: Uuid,
    /// 1 for the first.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// The definition of the measure that the values are of.
    pub definition: i32,
    /// Digits of the value before.
    pub baseline_mantissa: Option<i64>,
    /// Its number of decimals.
    pub baseline_scale: Option<i16>,
    /// When it was measured, in words.
    pub baseline_when_text: Option<String>,
    /// How exactly.
    pub baseline_when_precision: Option<String>,
    /// First day of that.
    pub baseline_when_first: Option<Date>,
    /// Last day of that.
    pub baseline_when_last: Option<Date>,
    /// Where the value before was taken from.
    pub baseline_source: Option<String>,
    /// How it is measured.
    pub method: Option<String>,
    /// Why it was changed.
    pub reason: Option<String>,
    /// How far it has come.
    pub state: String,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
    /// What the reviewer said.
    pub review_note: Option<String>,
    /// Who reviewed it.
    pub reviewed_by: Option<Uuid>,
    /// When, in microseconds since 1970.
    pub reviewed_at: Option<i64>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
