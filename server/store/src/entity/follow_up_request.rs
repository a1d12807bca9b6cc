//! A question of a follow-up round, and its answer.

use sea_orm::entity::prelude::*;

/// A question of a follow-up round, and its answer.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up_request")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The round.
    pub round_id: Uuid,
    /// Order within the round.
    pub ordinal: i32,
    /// The initiative.
    pub initiative_id: Uuid,
    /// The benefit that is asked about; exactly one of benefit and delivery.
    pub benefit_id: Option<Uuid>,
    /// The delivery that is asked about.
    pub delivery_id: Option<Uuid>,
    /// The unit that is asked.
    pub unit_id: Option<Uuid>,
    /// The rule that asked; none where it is not known.
    pub rule: Option<String>,
    /// How it was answered.
    pub answer: Option<String>,
    /// When it was answered, in microseconds.
    pub answered_at: Option<i64>,
    /// Account of the answer; none for imports.
    pub answered_by: Option<Uuid>,
    /// The statement that answers it.
    pub statement_id: Option<Uuid>,
    /// What was said.
    pub note: Option<String>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
