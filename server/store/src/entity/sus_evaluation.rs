//! A SUS evaluation: all answers, the score or the verdict.

use sea_orm::entity::prelude::*;

/// A SUS evaluation: all answers, the score or the verdict.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sus_evaluation")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The delivery.
    pub delivery_id: Uuid,
    /// The view or system that was judged.
    pub subject: String,
    /// When, as the source gives it; none where undated.
    pub when_text: Option<String>,
    /// Its precision.
    pub when_precision: Option<String>,
    /// First day that it can mean.
    pub when_first: Option<Date>,
    /// Last day that it can mean.
    pub when_last: Option<Date>,
    /// Ten answers from each respondent, as JSON.
    pub answers: Option<String>,
    /// The mean score in millionths.
    pub score_micro: Option<i64>,
    /// The verdict.
    pub level: Option<String>,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
