//! An effect goal.

use sea_orm::entity::prelude::*;

/// An effect goal.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "effect_goal")]
pub struct Model {
    /// Identity.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The benefit; none for the agency as a whole.
    pub benefit_id: Option<Uuid>,
    /// The measure.
    pub measure_id: Uuid,
    /// Order within the benefit.
    pub ordinal: i32,
    /// Women or men.
    pub sex: Option<String>,
    /// A channel.
    pub channel: Option<String>,
    /// A component.
    pub component: Option<String>,
    /// How much of the measure is claimed, in millionths of a percent.
    pub claim_micro: i64,
    /// Over which calendar period outcomes are put together.
    pub window_cadence: Option<String>,
    /// Optimistic lock.
    pub version: i32,
    /// Account of the latest edit; none for imports.
    pub edited_by: Option<Uuid>,
}

/// Relations.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
