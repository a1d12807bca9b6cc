//! Something that a realisation plan says is to be done.

use sea_orm::entity::prelude::*;

/// Something that a realisation plan says is to be done.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan_activity")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The plan.
    pub plan_id: Uuid,
    /// Order.
    pub ordinal: i32,
    /// What.
    pub text: String,
    /// The unit that does it.
    pub unit_id: Option<Uuid>,
    /// The role or person who does it.
    pub who: Option<String>,
    /// By when, as it was given; none where undated.
    pub due_text: Option<String>,
    /// Its precision.
    pub due_precision: Option<String>,
    /// First day that it can mean.
    pub due_first: Option<Date>,
    /// Last day that it can mean.
    pub due_last: Option<Date>,
    /// The day on which it was done.
    pub done_on: Option<Date>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
